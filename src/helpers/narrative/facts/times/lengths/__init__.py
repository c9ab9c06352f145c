"""Lengths of time: where they stand, what only looks like one, and the days to which one comes."""
