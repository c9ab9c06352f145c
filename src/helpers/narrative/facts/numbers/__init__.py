"""Numbers in a sentence: amounts and counts, with their units and their bounds."""
