"""What a search in one sentence hands on: a fact with its span in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.narrative.facts_calendar import Clock, Days
from helpers.narrative.facts_numbers import AFTER, BEFORE, Number

# What may follow an expression of time: a particle, or no Hangul at all.
END = r"(?=$|[^가-힣]|에|부터|까지|께|의|로|보다|는|은|이|가|을|를|쯤|와|과|만|도|중|인|엔|대비|안)"
TO = r"\s?[~∼〜–-]\s?"
_BEFORE = re.compile(rf"(?:{BEFORE})")
_AFTER = re.compile(rf"(?:{AFTER}|여|대)")


NONE = Number(None)


@dataclass(frozen=True)
class Found:
    """A fact in ``[start, end)`` of a sentence, its number and its days, as far as they are known."""

    start: int
    end: int
    kind: str
    number: Number = NONE
    unit: str | None = None
    days: Days | None = None
    note: str = ""


class Room:
    """The characters of a sentence that no fact has taken yet; one fact never overlaps another."""

    def __init__(self, text: str, taken: Iterable[Found] = ()) -> None:
        self._covered = bytearray(len(text))
        self._found: list[Found] = []
        self.take(taken)
        self._before = len(self._found)

    def is_free(self, start: int, end: int) -> bool:
        return self._covered.find(1, start, end) < 0

    def take(self, found: Iterable[Found]) -> None:
        for fact in found:
            self._covered[fact.start : fact.end] = b"\1" * (fact.end - fact.start)
            self._found.append(fact)

    def in_order(self) -> list[Found]:
        """The facts taken since the start, by place."""
        return sorted(self._found[self._before :], key=lambda fact: fact.start)


def approximation(*parts: str | None) -> str:
    """What the words around a number say about it: '약', '여', '이상' ..., joined by a dot; '' if nothing."""
    words = [word.strip() for word in parts if word and word.strip()]
    return " · ".join(dict.fromkeys(word for word in words if _BEFORE.fullmatch(word) or _AFTER.fullmatch(word)))


def join_notes(*notes: str) -> str:
    """Notes that say something, joined by a semicolon."""
    return "; ".join(note for note in notes if note)


def based_on(clock: Clock) -> str:
    """The note on an expression that is read from the day of publication."""
    return f"게재일 {clock.published} 기준" if clock.published else "게재일을 몰라 풀지 못함"


def found_in(
    match: re.Match[str], kind: str, days: Days | None, note: str = "", number: Number = NONE, unit: str | None = None
) -> Found:
    """A fact in the span of a match, spaces after it left out."""
    end = match.start() + len(match.group().rstrip())
    return Found(match.start(), end, kind, number, unit, days, note)
