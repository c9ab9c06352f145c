"""Whose a quantity is by what stands beside it: the noun that it counts, another number, an owner, a list."""
