"""What an analyzer is given to read: the sentence without what would make it fail, and the way back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

_LONG_JAMO = re.compile("[ㄱ-ㆎᄀ-ᇿ]{4,}")
_WORD = re.compile(r"\S+")
# Marks that the analyzers' dictionaries lack, as the ones that they have.
_DOTS = str.maketrans(dict.fromkeys("ㆍ・･∙‧", "·"))
_QUOTES = str.maketrans(dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’‚‛", "'"))
_NEVER = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


class Limits(NamedTuple):
    """What an analyzer may be shown, in characters, and how many seconds of the processor it may take for a part.

    A run without spaces longer than ``longest_word`` is cut to pieces of ``piece`` at most, one longer than
    ``longest_run`` is not shown at all; a longer sentence than ``part`` is shown in parts. ``marks_as_commas`` are the
    marks that the analyzer's own output uses, and cannot tell from those of the text.
    """

    longest_word: int
    piece: int
    longest_run: int = 1_000_000
    part: int = 1_000_000
    jamo_runs: bool = False
    astral: bool = False
    curled_quotes: bool = False
    marks_as_commas: str = ""
    seconds: float = 60.0


@dataclass(frozen=True)
class Readable:
    """``text`` is for the analyzer; ``places[i]`` is the place of its character i in the sentence, -1 for a cut."""

    text: str
    places: tuple[int, ...]

    def to_sentence(self, start: int, end: int) -> tuple[int, int] | None:
        """The span in the sentence of a span of ``text``; None if it holds nothing of the sentence."""
        held = [place for place in self.places[start:end] if place >= 0]
        return (held[0], held[-1] + 1) if held else None

    def words(self) -> list[Readable]:
        """Each word by itself, with the same way back to the sentence."""
        return [self._slice(word.start(), word.end()) for word in _WORD.finditer(self.text)]

    def parts(self, longest: int) -> Iterator[Readable]:
        """The text in parts of ``longest`` characters at most, cut at spaces; none for a text of spaces alone."""
        start = end = len(self.text) - len(self.text.lstrip())
        for word in _WORD.finditer(self.text):
            if end > start and word.end() - start > longest:
                yield self._slice(start, end)
                start = word.start()
            end = word.end()
        if self.text[start:end].strip():
            yield self._slice(start, end)

    def _slice(self, start: int, end: int) -> Readable:
        return Readable(self.text[start:end], self.places[start:end])


def readable(sentence: str, limits: Limits) -> Readable:
    """The sentence with a space for every character that the analyzer must not see, and with long words cut.

    Control characters, surrogates, unassigned and private characters are never shown; runs of four jamo and more
    (ㅋㅋㅋㅋ), characters outside the Basic Multilingual Plane (emoji) and curled quotation marks where ``limits``
    allow it; every dot between words as one. Every character keeps its place, so that the context of what can be read
    stays as it is.
    """
    shown = sentence.translate(_DOTS)
    if not limits.curled_quotes:
        shown = shown.translate(_QUOTES)
    if limits.marks_as_commas:
        shown = re.sub(f"[{re.escape(limits.marks_as_commas)}]", ",", shown)
    if not (shown.isprintable() and (limits.astral or shown.isascii() or max(shown) <= "\uffff")):
        shown = "".join(c if _may_see(c, astral=limits.astral) else " " for c in shown)
    if not limits.jamo_runs:
        shown = _LONG_JAMO.sub(_blank, shown)
    if len(shown) > limits.longest_run:
        shown = _WORD.sub(lambda run: _blank(run) if len(run.group()) > limits.longest_run else run.group(), shown)
    cuts = [place for word in _WORD.finditer(shown) for place in _cuts(word, limits)]
    return _with_cuts(shown, cuts)


def _may_see(character: str, *, astral: bool) -> bool:
    return (astral or character <= "\uffff") and unicodedata.category(character) not in _NEVER


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _cuts(word: re.Match[str], limits: Limits) -> list[int]:
    """Places to cut a long word: after the last mark that is no letter in each piece, or where it gets too long."""
    text, cuts, begin = word.group(), [], 0
    while len(text) > limits.longest_word and len(text) - begin > limits.piece:
        piece = text[begin : begin + limits.piece]
        marks = [i + 1 for i, character in enumerate(piece) if not character.isalnum()]
        begin += marks[-1] if marks else limits.piece
        cuts.append(word.start() + begin)
    return cuts


def _with_cuts(shown: str, cuts: list[int]) -> Readable:
    text: list[str] = []
    places: list[int] = []
    for start, end in zip([0, *cuts], [*cuts, len(shown)], strict=True):
        if start:
            text.append(" ")
            places.append(-1)
        text.append(shown[start:end])
        places += range(start, end)
    return Readable("".join(text), tuple(places))
