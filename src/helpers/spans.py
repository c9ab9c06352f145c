"""Places in a text, as every room counts them."""

from __future__ import annotations

Span = tuple[int, int]  # the first character, and the one behind the last


def overlap(one: Span, other: Span) -> bool:
    """Have two spans a character in common?"""
    return one[0] < other[1] and other[0] < one[1]
