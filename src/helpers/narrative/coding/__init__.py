"""What a researcher looks for in the sentences: codebook, rules, people's sheets, and how far coders agree."""
