"""Normalize text for programs, keeping for each character its place in the raw text."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass

_SPACES = {
    *"\u00a0\u1680\u202f\u205f\u3000\u3164\x0b\x0c\x1c\x1d\x1e\x1f\x85",
    *map(chr, range(0x2000, 0x200B)),
}
_INVISIBLE = {
    *"\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u061c\x7f",
    *map(chr, range(0x202A, 0x202F)),
    *map(chr, range(0x2066, 0x206A)),
    *map(chr, range(0x00, 0x09)),
    *map(chr, range(0x0E, 0x1C)),
    *(chr(code) for code in range(0x80, 0xA0) if code != 0x85),
}
_WIDE = {chr(0xFF01 + place): chr(0x21 + place) for place in range(94)} | {"\uffe6": "\u20a9", "\uffe0": "\u00a2"}
_WIDE |= dict.fromkeys("`\u00b4", "'")  # written for single marks: `좋다´
_ODD = _SPACES | _INVISIBLE | _WIDE.keys()
_STRANGE = re.compile("[" + re.escape("".join(sorted(_ODD))) + "]")
_MARKS = "".join(chr(code) for code in range(0x300, 0xFE30) if unicodedata.combining(chr(code))) + "\u1160-\u11ff"
_LONG_RUN = re.compile(f"[{_MARKS}]{{64}}")  # no word has so many; to put them in order takes time by their square
_MOST_MARKS = 32
_REFERENCE = re.compile(
    r"&(?:(?:amp|#0{0,4}38|#[xX]0{0,4}26);)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});"
)

_DOUBLED = re.compile('“”|""')  # a mark that an export wrote twice: “”좋다“”고


@dataclass(frozen=True)
class Normalized:
    """A normalized text and, for each of its characters and its end, the offset in the raw text."""

    text: str
    offsets: tuple[int, ...] | range

    def to_raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span that the normalized span ``[start, end)`` came from."""
        return self.offsets[start], self.offsets[end]

    def from_raw(self, raw: int) -> int:
        """Where in the normalized text the character at ``raw`` stands, or what came of the next after it."""
        if isinstance(self.offsets, range):
            return min(max(raw, 0), len(self.offsets))
        return bisect_left(self.offsets, raw)


def normalize(raw: str) -> Normalized:
    """NFC, spaces as U+0020, full-width letters and digits as plain ones, HTML references as characters.

    raw      any text, of any length
    returns  ``Normalized``: ``len(offsets) == len(text) + 1`` and offsets never decrease

    Invisible and control characters are left out; tabs and line ends stay. References need their semicolon, and may be
    escaped more than once (``&amp;quot;``). A backtick or an acute accent is a straight single mark.
    A double mark written twice, which quotes nothing, is one straight mark; a straight one only if none is alone.
    A text that is normal already keeps its offsets: ``offsets == range(len(raw) + 1)``.
    """
    references = [found for found in _REFERENCE.finditer(raw) if _character(found) is not None] if "&" in raw else []
    doubled = list(_DOUBLED.finditer(raw))
    if doubled and '"' in _DOUBLED.sub("", raw):  # "좋다.""싫다": marks of two quotations side by side
        doubled = [found for found in doubled if found.group() != '""']
    if not references and not doubled and _is_composed(raw) and not _STRANGE.search(raw):
        return Normalized(raw, range(len(raw) + 1))
    text: list[str] = []
    offsets: list[int] = []
    at = 0
    for found in sorted([*references, *doubled], key=re.Match.start):
        _put(raw[at : found.start()], at, text, offsets)
        _put_one('"' if found.re is _DOUBLED else _character(found) or "", found.start(), text, offsets)
        at = found.end()
    _put(raw[at:], at, text, offsets)
    return Normalized("".join(text), (*offsets, len(raw)))


def _character(found: re.Match[str]) -> str | None:
    """The character that a reference stands for; None if there is no reference of that name."""
    reference = f"&{found[1]};"
    character = html.unescape(reference)
    return None if character == reference else character


def _put(raw: str, base: int, text: list[str], offsets: list[int]) -> None:
    """Add a stretch of raw text to ``text`` and ``offsets``; only a stretch that is not normal is read by character."""
    if _is_composed(raw):
        for start, end in _plain_runs(raw):
            if end - start == 1 and raw[start] in _ODD:
                _put_one(raw[start], base + start, text, offsets)
            else:
                text.append(raw[start:end])
                offsets.extend(range(base + start, base + end))
        return
    for start, end in _segments(raw):
        _put_one(unicodedata.normalize("NFC", raw[start:end]), base + start, text, offsets)


def _put_one(characters: str, offset: int, text: list[str], offsets: list[int]) -> None:
    for character in characters:
        if character not in _INVISIBLE:
            text.append(" " if character in _SPACES else _WIDE.get(character, character))
            offsets.append(offset)


def _plain_runs(raw: str) -> list[tuple[int, int]]:
    """Spans of ordinary text and of single unusual characters, in order."""
    runs: list[tuple[int, int]] = []
    at = 0
    for strange in _STRANGE.finditer(raw):
        runs += [(at, strange.start()), strange.span()]
        at = strange.end()
    runs.append((at, len(raw)))
    return [(start, end) for start, end in runs if end > start]


def _is_composed(raw: str) -> bool:
    return not _LONG_RUN.search(raw) and unicodedata.is_normalized("NFC", raw)


def _segments(raw: str) -> list[tuple[int, int]]:
    """Spans that compose on their own: a starter with the marks and conjoining jamo that follow it."""
    starts = [0] if raw else []
    for i, character in enumerate(raw):
        if i and (not _joins(character) or i - starts[-1] >= _MOST_MARKS):
            starts.append(i)
    return list(zip(starts, [*starts[1:], len(raw)], strict=True))


def _joins(character: str) -> bool:
    return unicodedata.combining(character) > 0 or "\u1160" <= character <= "\u11ff"
