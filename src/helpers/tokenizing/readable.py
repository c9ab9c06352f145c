"""What an analyzer is given to read: the sentence without what would make it fail, and the way back."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_JAMO = "ㄱ-ㆎᄀ-ᇿ"
_LONG_JAMO = re.compile(f"[{_JAMO}]{{4,}}")
_WORD = re.compile(r"\S+")


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
        return [Readable(w.group(), self.places[w.start() : w.end()]) for w in _WORD.finditer(self.text)]


def readable(sentence: str, *, longest_word: int, jamo_runs: bool = False, astral: bool = False) -> Readable:
    """The sentence with a space for every character that the analyzer must not see, and with long words cut.

    sentence      any text
    longest_word  a run without spaces longer than this is cut by a space
    jamo_runs     may it see runs of four jamo and more (ㅋㅋㅋㅋ)
    astral        may it see characters outside the Basic Multilingual Plane (emoji)

    Control characters, surrogates, unassigned and private characters are never shown. Every character keeps its place,
    so that the context of what can be read stays as it is.
    """
    shown = "".join(c if _may_see(c, astral=astral) else " " for c in sentence)
    if not jamo_runs:
        shown = _LONG_JAMO.sub(lambda run: " " * len(run.group()), shown)
    cuts = {place for word in _WORD.finditer(shown) for place in _cuts(word.group(), word.start(), longest_word)}
    if not cuts:
        return Readable(shown, tuple(range(len(shown))))
    text: list[str] = []
    places: list[int] = []
    for place, character in enumerate(shown):
        if place in cuts:
            text.append(" ")
            places.append(-1)
        text.append(character)
        places.append(place)
    return Readable("".join(text), tuple(places))


def _may_see(character: str, *, astral: bool) -> bool:
    if character.isascii():
        return " " <= character < "\x7f"
    if character > "\uffff" and not astral:
        return False
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def _cuts(word: str, start: int, longest: int) -> list[int]:
    """Places to cut a word: after the last mark that is no letter in each stretch, or where it gets too long."""
    cuts: list[int] = []
    begin = 0
    while len(word) - begin > longest:
        stretch = word[begin : begin + longest]
        marks = [i + 1 for i, c in enumerate(stretch) if not c.isalnum()]
        begin += marks[-1] if marks else longest
        cuts.append(start + begin)
    return cuts
