"""Spans of a text marked: what rules matched, the words of others, facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise

from markupsafe import Markup

ELEMENTS = {"voice": "u", "fact": "i", "matched": "mark"}  # from the outermost inwards
Marked = tuple[int, int, str]  # a span and what it is marked as


def mark_spans(text: str, spans: Sequence[Marked], *, offset: int = 0) -> Markup:
    """``text`` with its spans marked: (start, end, "matched", "voice" or "fact"), counted from ``offset``.

    Spans may overlap, and may reach beyond the text.
    """
    inside = [(max(start - offset, 0), min(end - offset, len(text)), kind) for start, end, kind in spans]
    inside = [(start, end, kind) for start, end, kind in inside if start < end]
    cuts = sorted({0, len(text), *(cut for start, end, _ in inside for cut in (start, end))})
    pieces = [
        (text[start:end], {kind for first, last, kind in inside if first <= start and end <= last})
        for start, end in pairwise(cuts)
    ]
    return _wrapped(pieces, list(ELEMENTS))


def _wrapped(pieces: Iterable[tuple[str, set[str]]], kinds: Sequence[str]) -> Markup:
    """The pieces joined, each run that is of the first kind in one element, and so on inwards."""
    if not kinds:
        return Markup("").join(piece for piece, _ in pieces)
    made = Markup("")
    for marked, run in groupby(pieces, key=lambda piece: kinds[0] in piece[1]):
        inner = _wrapped(run, kinds[1:])
        made += Markup("<{0}>{1}</{0}>").format(ELEMENTS[kinds[0]], inner) if marked else inner
    return made
