"""What a search in one sentence hands on: a fact with its span in the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.narrative.facts.numbers.numerals import Number
from helpers.narrative.facts.numbers.units import listed, longest_first
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock

NONE = Number(None)
IN_ORDER = "차례나 이름을 나타냄"  # the note on a number that counts nothing: 2위, 제3조
# an address on the net, in which no number and no day is told of
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s가-힣“”\"'<>)]+")
# what a broadcast, a film or a book is called, within its marks: MBC ‘100분 토론’, 영화 ‘3일의 휴가’
_WORK = re.compile(
    rf"(?:(?<![A-Za-z])(?:{longest_first(listed('broadcasters'))})|(?<![가-힣])(?:{longest_first(listed('titled'))}))"
    r"\s?(?P<title>[‘'《〈<][^‘’'《》〈〉<>]{0,20}\s[^‘’'《》〈〉<>]{2,20}[’'》〉>])(?!\s?(?:이?라?고|이?라?며|이?라?면서)\s)"
)


@dataclass(frozen=True)
class Found:
    """A fact in ``[start, end)`` of a sentence, its number and its days, as far as they are known.

    bound        what the words around it make of it: 약, 이상, 까지
    resolved_by  "text" if the text alone says which days, "publication" if they are counted from that day
    certainty    tables.CERTAINTY of the number or the days
    loose        a place in an order, an age, or a number of words that nobody could look up
    lacks        tables.LACKS, where it has neither days nor a number
    gives        tables.GIVES, of a count that is none
    hour         is it a time of day alone: 오전 6시
    """

    start: int
    end: int
    kind: str
    number: Number = NONE
    unit: str | None = None
    days: Days | None = None
    note: str = ""
    bound: tuple[str, ...] = ()
    resolved_by: str | None = None
    certainty: str = "stated"
    loose: bool = False
    lacks: str | None = None
    gives: str | None = None
    hour: bool = False

    @property
    def checkable(self) -> bool:
        """Could somebody look it up: it is more than a place in an order, and has a number, or for a date its days."""
        return not self.loose and self.known

    @property
    def known(self) -> bool:
        """Does the text tell how much or when it is: of 1년 전 the days, not only the year between."""
        return self.days is not None or (self.kind != "date" and self.number.low is not None)


class Room:
    """The characters of a sentence that no fact has taken yet; one fact never overlaps another, nor an address."""

    def __init__(self, text: str, taken: Iterable[Found] = ()) -> None:
        self._covered = bytearray(len(text))
        self._found: list[Found] = []
        self.take(taken)
        for address in _ADDRESS.finditer(text):
            self.close(*address.span())
        for work in _WORK.finditer(text):
            self.close(*work.span("title"))
        self._before = len(self._found)

    def is_free(self, start: int, end: int) -> bool:
        return self._covered.find(1, start, end) < 0

    def close(self, start: int, end: int) -> None:
        self._covered[start:end] = b"\1" * (end - start)

    def take(self, found: Iterable[Found]) -> None:
        for fact in found:
            self.close(fact.start, fact.end)
            self._found.append(fact)

    def in_order(self) -> list[Found]:
        """The facts taken since the start, by place."""
        return sorted(self._found[self._before :], key=lambda fact: fact.start)


def join_notes(*notes: str) -> str:
    """Notes that say something, joined by a semicolon."""
    return "; ".join(note for note in notes if note)


def based_on(clock: Clock) -> str:
    """The note on an expression that is read from the day of publication, or from that on which it was said."""
    if clock.said and clock.said != clock.published:
        return f"말한 날 {clock.said} 기준"
    return f"게재일 {clock.published} 기준" if clock.published else "게재일을 몰라 풀지 못함"


def span_of(match: re.Match[str]) -> tuple[int, int]:
    """Where a match stands, spaces after it left out."""
    return match.start(), match.start() + len(match.group().rstrip())


def of_match(
    match: re.Match[str],
    kind: str,
    days: Days | None,
    note: str = "",
    by: str = "text",
    sure: str = "stated",
    lacks: str | None = None,
) -> Found:
    """A time as matched, resolved ``by`` something only where it has days."""
    by_what = by if days else None
    return Found(*span_of(match), kind, days=days, note=note, resolved_by=by_what, certainty=sure, lacks=lacks)
