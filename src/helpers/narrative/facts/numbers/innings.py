"""Innings: in an article that tells of 1회초, 3회 is one of them and no number of times."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from helpers.narrative.facts.found import IN_ORDER, Found, join_notes
from helpers.narrative.facts.numbers.units import listed, longest_first

_INNING = re.compile(r"\d\s?회\s?[초말](?![가-힣])")
_LAST = 15  # innings of the longest match
_TIMES = longest_first(listed("counted_times"))
_BEHIND = re.compile(rf"\s?(?:{_TIMES})")
_SIDES = {(), *((word,) for word in ("까지", "부터", "이후", "이전"))}  # bounds that an inning may have
_AHEAD = re.compile(rf"(?:{_TIMES})\s$")


def tells_of_innings(texts: Iterable[str]) -> bool:
    """Does one of the sentences name the half of an inning: 1회초, 9회 말."""
    return any(_INNING.search(text) for text in texts)


def with_innings(facts: Iterable[Found], text: str) -> Iterator[Found]:
    """The facts of a sentence, an inning as a place in an order; 3회 연속 and 통산 3회 stay numbers of times."""
    for fact in facts:
        if fact.unit == "회" and not fact.loose and _is_inning(fact, text):
            yield replace(fact, loose=True, note=join_notes(fact.note, IN_ORDER), gives="order")
        else:
            yield fact


def _is_inning(fact: Found, text: str) -> bool:
    low = fact.number.low
    if low is None or low % 1 or not 1 <= low <= _LAST or fact.bound not in _SIDES:
        return False
    return not (_BEHIND.match(text, fact.end) or _AHEAD.search(text, max(0, fact.start - 8), fact.start))
