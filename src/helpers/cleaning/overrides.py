"""What the researcher overrules: text to keep or to drop, named by quoting it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from helpers.cleaning.cutting import Piece
from helpers.errors import StudyError

OVERRULED = "연구자가"
_REASONS = {"keep": f"{OVERRULED} 남김(articles.yml): ", "drop": f"{OVERRULED} 뺌(articles.yml): "}


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
        if verb in _REASONS and isinstance(quotation, str) and quotation.strip():
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
    kept = verb == "keep"
    label = (
        ("body" if piece.label not in ("deck", "subhead", "body", "caption") else piece.label)
        if kept
        else "boilerplate"
    )
    quoted = text[start:end]
    reason = _REASONS[verb] + (quoted if len(quoted) <= 40 else quoted[:39] + "…")
    parts = [
        _part(piece, text, piece.start, first),
        replace(_part(piece, text, first, last), label=label, kept=kept, reason=reason, confidence=1.0),
        _part(piece, text, last, piece.end),
    ]
    return [part for part in parts if part.end > part.start]


def _part(piece: Piece, text: str, start: int, end: int) -> Piece:
    from helpers.normalize import normalize

    return replace(piece, start=start, end=end, text=" ".join(normalize(text[start:end]).text.split()))
