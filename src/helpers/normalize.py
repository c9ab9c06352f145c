"""Text as a program wants to read it, with the way back to the raw text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_SPACES = {"\u00a0", "\u1680", "\u202f", "\u205f", "\u3000", *map(chr, range(0x2000, 0x200B))}
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad"}


@dataclass(frozen=True)
class Normalized:
    """A normalized text and, for each of its characters and its end, the offset in the raw text."""

    text: str
    offsets: tuple[int, ...] | range

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span that the normalized span ``[start, end)`` came from."""
        return self.offsets[start], self.offsets[end]


def normalize(raw: str) -> Normalized:
    """NFC, every kind of space as U+0020, invisible characters left out; spans can be taken back to ``raw``.

    raw      any text, of any length
    returns  ``Normalized``: ``len(offsets) == len(text) + 1`` and offsets never decrease

    A text that is normal already keeps its offsets: ``offsets == range(len(raw) + 1)``.
    """
    if unicodedata.is_normalized("NFC", raw) and not (_SPACES | _INVISIBLE).intersection(raw):
        return Normalized(raw, range(len(raw) + 1))
    text: list[str] = []
    offsets: list[int] = []
    for start, end in _segments(raw):
        for character in unicodedata.normalize("NFC", raw[start:end]):
            if character not in _INVISIBLE:
                text.append(" " if character in _SPACES else character)
                offsets.append(start)
    return Normalized("".join(text), (*offsets, len(raw)))


def _segments(raw: str) -> list[tuple[int, int]]:
    """Spans that compose on their own: a starter with the marks and conjoining jamo that follow it."""
    starts = [i for i, character in enumerate(raw) if i == 0 or not _joins(character)]
    return list(zip(starts, [*starts[1:], len(raw)], strict=True))


def _joins(character: str) -> bool:
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"
