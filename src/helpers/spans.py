"""Places in a text, as every room counts them."""

from __future__ import annotations

from collections.abc import Iterable

Span = tuple[int, int]  # the first character, and the one behind the last


def overlap(one: Span, other: Span) -> bool:
    """Have two spans a character in common?"""
    return one[0] < other[1] and other[0] < one[1]


def listed(spans: Iterable[Span]) -> list[list[int]]:
    """Spans as a column of lists holds them."""
    return [[start, end] for start, end in spans]


def spans_in(cell: Iterable[Iterable[int]] | None) -> list[Span]:
    """The spans in a cell of a column of lists; a missing one has none."""
    return [(start, end) for start, end in cell or ()]
