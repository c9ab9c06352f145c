"""The sentences behind the numbers: the evidence in order, and the lines in which keywords stand."""
