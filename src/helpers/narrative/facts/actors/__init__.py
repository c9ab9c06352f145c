"""Whose a fact is: the noun phrase that a number or a date tells of."""
