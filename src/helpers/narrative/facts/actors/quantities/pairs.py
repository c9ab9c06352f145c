"""Two numbers side by side, of which the one says whose the other is: 84.4%인 1천701개, 배추 한 포기 1만원."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.quantities.counted import Counted, has_predicate
from helpers.narrative.facts.actors.subjects import Subjects
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_SAME = re.compile(r"\s?\((?P<lead>[가-힣]{1,4}\s)?|인\s|\s?(?:중|가운데)\s|에서\s")
_NEXT = re.compile(r"(?:\s?\([^()]*\))?,\s")
_EACH_NOUN = re.compile(
    r"의\s(?P<who>[가-힣A-Za-z]{2,10}?(?:\s[가-힣]{2,8}?)?)(?:(?P<joined>와|과|,)\s|(?=[이가을를은는]\s))"
)


_LISTED_NOUN = re.compile(r"\s(?P<who>[가-힣A-Za-z]{2,10})(?:,\s|(?=[이가은는]\s))")


class Pairs:
    """The numbers of a sentence, each asked for the one before it or after it; ``times`` are the places of no such."""

    def __init__(
        self, facts: Sequence[Found], naming: Naming, subjects: Subjects, counted: Counted, times: Collection[int]
    ) -> None:
        self.text, self.naming, self.subjects, self.counted, self._times = naming.text, naming, subjects, counted, times
        self._before = {after.start: fact for fact, after in pairwise(facts)}

    def same_as(self, fact: Found) -> Found | None:
        """The number before it that it says again or a part of: 84.4%인 1천701개, 2천15개 중 84.4%, 10달러(1만 원)."""
        before = self._before.get(fact.start)
        if before is None or before.start in self._times:
            return None
        found = _SAME.fullmatch(self.text, before.end, fact.start)
        part = found and found["lead"] and before.unit == fact.unit  # 사업비 9억원(국비 5억원, 시비 4억원)
        return before if found and not part else None

    def households(self, fact: Found) -> Found | None:
        """The number of households and the like that stands right before that of their persons."""
        before = self._right_before(fact)
        return before if before and before.unit in words("actors", "households") and not before.loose else None

    def priced(self, fact: Found) -> Found | None:
        """The number of things right before what so many of them cost."""
        before = self._right_before(fact) if fact.kind == "amount" else None
        one = before is not None and before.kind == "count" and before.number.low == 1 and not before.loose
        return before if one and before and before.unit in listed("native") else None

    def of_age(self, fact: Found) -> Span | None:
        """40대 27%, 30대 24%: the age right before a share."""
        before = self._before.get(fact.start)
        of_age = before and before.loose and before.unit == "대" and fact.unit == "%"
        return (before.start, before.end) if before and of_age and fact.start - before.end == 1 else None

    def _right_before(self, fact: Found) -> Found | None:
        """The fact before it, where nothing but a space stands between."""
        before = self._before.get(fact.start)
        return before if before and self.text[before.end : fact.start] == " " else None

    def gapped(self, level: Level, fact: Found) -> Span | None:
        """한씨가 4타수 3안타, 오씨가 5타수 2안타로: the subject of a part whose verb stands only in the last."""
        end = self.text.find(", ", fact.end)
        if end < 0 or not self.are_all(fact.end, end):
            return None
        start = max(self.text.rfind(",", 0, fact.start), 0)
        told = [p for p in self.subjects.before(level, fact.start) if p.role == "subject" and p.start >= start]
        after = [p for p in level.phrases if p.role == "subject" and p.start > end]
        if not (told and after) or has_predicate(level, told[-1].end, fact.start):
            return None
        return self.naming.of(told[-1], fact.start)

    def first_of_two(self, level: Level, fact: Found) -> Span | None:
        """매출 3억 원(약 20만 유로), 이익은 2천만 원이다: the noun of the first, whose particle only the second has."""
        following = _NEXT.match(self.text, fact.end)
        told = following and next((p for p in level.phrases if p.start == following.end()), None)
        if not told or not told.is_told_of or not self.naming.is_fact(told.particle_end + 1):
            return None
        if any(p.is_told_of for p in self.subjects.before(level, fact.start)):
            return None
        return self.counted.noun(level, fact)

    def each_of(self, fact: Found) -> Span | None:
        """28조원의 생산 감소와 4조원의 부담이: of two nouns in a row, each behind its own figure, the one behind it."""
        found = None if fact.days or fact.unit in listed("persons") else _EACH_NOUN.match(self.text, fact.end)
        if found is None:
            return None
        first = self.naming.is_fact(found.end()) and found["joined"]
        last = self._before.get(fact.start)
        told = _EACH_NOUN.match(self.text, last.end) if last else None
        second = told and told["joined"] and told.end() == fact.start
        return self.naming.cleaned(*found.span("who")) if first or second else None

    def listed_before(self, fact: Found) -> Span | None:
        """500원 엽서, 600원 연필이 나왔다: of two nouns in a row, each right behind its price, the one behind it."""
        own = _LISTED_NOUN.match(self.text, fact.end) if fact.kind == "amount" else None
        if own is None:
            return None
        first = self.naming.is_fact(own.end()) and own.group().endswith(", ")
        last = self._before.get(fact.start)
        told = _LISTED_NOUN.match(self.text, last.end) if last and last.kind == "amount" else None
        second = told is not None and told.end() == fact.start and not own.group().endswith(", ")
        both = _LISTED_NOUN.match(self.text, self._after(own.end())) if first else None
        return self.naming.cleaned(*own.span("who")) if both or second else None

    def _after(self, start: int) -> int:
        """Where the fact ends that begins at a place."""
        return next((fact.end for fact in self.naming.facts if fact.start == start), len(self.text))

    def are_all(self, start: int, end: int) -> bool:
        """Is there nothing but figures in a stretch of the sentence."""
        return all(char.isspace() or self.naming.is_fact(start + at) for at, char in enumerate(self.text[start:end]))
