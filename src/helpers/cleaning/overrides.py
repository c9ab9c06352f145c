"""What the researcher overrules: text to keep or to drop, named by quoting it.

The quotation itself is not in the reason: what a person drops is dropped from reports, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from helpers.cleaning.evidence import evidence
from helpers.cleaning.pieces.cutting import Piece
from helpers.errors import StudyError

OVERRULED = {"keep": "kept_by_person", "drop": "dropped_by_person"}


def apply_overrides(pieces: list[Piece], text: str, overrides: Sequence[Mapping[str, str]]) -> list[Piece]:
    """The pieces with every occurrence of a quotation kept or dropped; a piece is cut where the quotation ends.

    raises ``StudyError`` for an override that is neither keep nor drop, and for a quotation that does not occur
    """
    for override in overrides:
        verb, quotation = _checked(override)
        spans = _occurrences(text, quotation)
        if not spans:
            raise StudyError(
                f"articles.yml says to {verb} {quotation!r}, but the article does not contain it.",
                "Copy the words from the raw text, at most one line at a time, or take the entry out.",
            )
        for start, end in spans:
            pieces = [part for piece in pieces for part in _divided(piece, text, start, end, verb)]
    return pieces


def _checked(override: Mapping[str, str]) -> tuple[str, str]:
    if isinstance(override, Mapping) and len(override) == 1:
        verb, quotation = next(iter(override.items()))
        if verb in OVERRULED and isinstance(quotation, str) and quotation.strip():
            return verb, quotation.strip()
    raise StudyError(
        f"articles.yml has the override {override!r}, which is neither keep nor drop.",
        "Write `- keep: quoted text` or `- drop: quoted text`.",
    )


def _occurrences(text: str, quotation: str) -> list[tuple[int, int]]:
    spans, at = [], text.find(quotation)
    while at >= 0:
        spans.append((at, at + len(quotation)))
        at = text.find(quotation, at + len(quotation))
    return spans


def _divided(piece: Piece, text: str, start: int, end: int, verb: str) -> list[Piece]:
    """The parts of a piece before, in and after ``[start, end)``; the part inside is kept or dropped."""
    if end <= piece.start or piece.end <= start:
        return [piece]
    first, last = max(start, piece.start), min(end, piece.end)
    if not text[last : piece.end].strip():
        last = piece.end
    if not text[piece.start : first].strip():
        first = piece.start
    verdict = evidence().places[OVERRULED[verb]]
    keeps_label = verdict.kept and piece.label in ("deck", "subhead", "body", "caption")
    label = piece.label if keeps_label else verdict.label
    inside = replace(
        _part(piece, text, first, last),
        label=label,
        kept=verdict.kept,
        rule=verdict.rule,
        reason=verdict.reason,
        confidence=verdict.confidence,
    )
    parts = [
        _part(piece, text, piece.start, first),
        inside,
        _part(piece, text, last, piece.end),
    ]
    return [part for part in parts if part.end > part.start]


def _part(piece: Piece, text: str, start: int, end: int) -> Piece:
    from helpers.normalize import normalize

    return replace(piece, start=start, end=end, text=" ".join(normalize(text[start:end]).text.split()))
