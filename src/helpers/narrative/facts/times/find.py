"""Dates and periods in a sentence of Korean news."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from itertools import zip_longest
from typing import NamedTuple

from helpers.narrative.facts.found import Found, Room, join_notes
from helpers.narrative.facts.numbers import bounds
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.dates.folding import read_row
from helpers.narrative.facts.times.lengths.find import length_claims
from helpers.narrative.facts.times.moments.readers import LEFT, READERS, Reader
from helpers.narrative.facts.times.pieces import TIMES, Row, row_at, starts
from helpers.narrative.facts.times.saying import Within, day_of_saying, goes_on_from, speeches_of, time_of_saying
from helpers.spans import Span

_AT_EARLIEST = re.compile(r"(?<![가-힣])(?P<word>이르면|빠르면|늦어도|일러도|빨라야|늦으면)\s$")

_SHORTER = timedelta(days=3)  # a month may be so much shorter than another
_DAY_OF_MONTH = re.compile(r"\d{1,2}월\s?\d{1,2}일")

# ‘오늘의 식탁’, [[올해의선수] 한아름: the name of a series, a work or a prize
_SERIES = re.compile(
    r"[‘'《〈「『\[](?:[^‘’'《》〈〉「」『』\[\]]{0,12}\s)?(?P<time>어제|오늘|내일|올해|내년)의\s?[^‘’'《》〈〉「」『』\[\]]{1,20}[’'》〉」』\]]"
    r"(?!\s?(?:고|이?라고|며|이?라며)(?![가-힣]))"
)
# ‘화요일은 밤이 좋아’
_OF_TITLE = re.compile(
    r"[‘'《〈「『<](?P<time>[월화수목금토일]요일)(?=[은엔의에,\s])[^‘’'《》〈〉「」『』\d]{1,20}[’'》〉」』>](?!\s?(?:고|이?라고|며|이?라며)(?![가-힣]))"
)
# 오늘의 숲, 내일의 우리: these times, unless what follows is of one day
_OF_TIMES = re.compile(rf"(?<![가-힣])(?:어제|오늘|내일)의(?=\s[가-힣])(?!\s(?:{longest_first(TIMES['of_a_day'])}))")


class Claim(NamedTuple):
    """A stretch of the sentence that names a time, and how to read it."""

    start: int
    end: int
    read: Callable[[Clock], Iterator[Found]]


def find_dates(text: str, clock: Clock, within: Within | None = None, names: Sequence[Span] = ()) -> list[Found]:
    """Dates and periods in one normalized sentence, by start; ``clock`` learns the days that it names, in order.

    within  whether a time at a place only says which noun is meant
    names   spans of nouns, within which no length of time ends
    """
    clock.begin_sentence()
    clock.says_which = within
    claims: list[Claim] = []
    room = Room(text)
    for pattern in (_SERIES, _OF_TITLE):
        for series in pattern.finditer(text):
            room.close(*series.span("time"))
    for times in _OF_TIMES.finditer(text):
        room.close(*times.span())
    for some in (length_claims(text, names), _matched(text, READERS), _calendar(text), _matched(text, LEFT)):
        for claim in some:
            if room.is_free(claim[0], claim[1]):
                room.close(claim[0], claim[1])
                claims.append(Claim(*claim))
    found = [_directed(text, fact) for fact in _in_order(text, sorted(claims), clock)]
    return _with_weeks(text, _agreed(text, _joined(text, found)))


def _in_order(text: str, claims: list[Claim], clock: Clock) -> Iterator[Found]:
    """What the claims come to, each within words in marks counted from the day on which these were said."""
    speeches = speeches_of(text)
    told: list[Found] = []
    last = None
    for number, claim in enumerate(claims):
        quote = next((q for q in speeches if q.start <= claim.start < q.end), None)
        if quote is None:
            facts = list(claim.read(clock))
            told += facts
        else:
            behind = next((later for later in claims[number:] if later.start > quote.end), None)
            ahead = behind.read(clock.copy()) if behind else ()
            last = day_of_saying(text, quote, [*told, *ahead], clock.says_which) or goes_on_from(text, quote, clock)
            then = None if last else time_of_saying(text, quote, told, clock.published, clock.says_which)
            clock.said, clock.quoted = last or (then.days[0] if then and then.days else None), True
            facts = [_by_the_text(_no_finer(fact, then) if then else fact, clock) for fact in claim.read(clock)]
            clock.said, clock.quoted = None, False
        yield from facts
    if speeches and (told or last):
        clock.of_words = last or day_of_saying(text, speeches[-1], told, clock.says_which)


def _by_the_text(fact: Found, clock: Clock) -> Found:
    """What is counted from the day on which it was said is not counted from that of publication."""
    told = clock.said is not None and clock.said != clock.published
    return replace(fact, resolved_by="text") if told and fact.resolved_by == "publication" else fact


def _no_finer(fact: Found, then: Found) -> Found:
    """A time counted from a month or year of saying: 내년 is known, 내일 is not."""
    if fact.days is None or then.days is None or fact.resolved_by == "text":
        return fact
    if fact.days[1] - fact.days[0] >= then.days[1] - then.days[0] - _SHORTER:
        return fact
    return replace(fact, days=None, resolved_by=None, lacks="text", note="말한 날을 몰라 풀지 못함")


def _matched(text: str, readers: tuple[tuple[re.Pattern[str], Reader], ...]) -> Iterator[Claim]:
    for pattern, read in readers:
        for match in pattern.finditer(text):
            yield Claim(match.start(), match.end(), partial(read, match))


def _calendar(text: str) -> Iterator[Claim]:
    """Expressions made of year, month, day and their parts, in order."""
    done = 0
    for start in starts(text):
        if start < done:
            continue
        row = row_at(text, start)
        if row.end > start and row.names_a_time:
            done = row.end
            yield Claim(start, row.end, partial(_read_row, row))


def _read_row(row: Row, clock: Clock) -> Iterator[Found]:
    yield read_row(row, clock)


def _directed(text: str, fact: Found) -> Found:
    """A fact with the word after it that says to which side of it the text means: 2022년 이후."""
    early = _AT_EARLIEST.search(text, max(0, fact.start - 6), fact.start)
    if early and early["word"] not in fact.bound:
        fact = replace(fact, bound=(early["word"], *fact.bound), note=join_notes(early["word"], fact.note))
    words = bounds.towards(text, fact.end)
    if all(any(word in known for known in fact.bound) for word in words):
        return fact
    return replace(fact, bound=bounds.once(*fact.bound, *words), note=join_notes(bounds.noted(*words), fact.note))


def _joined(text: str, facts: list[Found]) -> list[Found]:
    """A date and the same date in brackets after it are one: 어제(7일), 수요일(15일)."""
    kept: list[Found] = []
    for fact in facts:
        before = kept[-1] if kept else None
        bracketed = text[fact.end : fact.end + 1] == ")"
        if before and bracketed and before.kind == fact.kind == "date" and text[before.end : fact.start] == "(":
            kept[-1] = _directed(text, _same_day(before, fact))
        elif (
            before
            and before.days
            and fact.hour
            and text[before.end : fact.start] == " "
            and text[before.end - 1] == ")"
        ):
            kept[-1] = _directed(text, replace(before, end=fact.end, bound=()))
        else:
            kept.append(fact)
    return kept


def _agreed(text: str, facts: list[Found]) -> list[Found]:
    """두 달 전인 지난 8월 is one time, named twice; 3일부터 7일까지, 10월 하순∼11월 초 one span, by its two ends."""
    agreed: list[Found] = []
    for fact in facts:
        before = agreed[-1] if agreed else None
        between = text[before.end : fact.start].strip() if before else ""
        if before and before.days and fact.days and before.kind == fact.kind == "date" and between == "인":
            agreed[-1] = replace(fact, start=before.start)
        elif before and before.days and fact.days and between in ("~", "∼", "〜"):
            first = before.days if before.days[0] <= fact.days[0] else _year_before(before.days, fact.days[0])
            agreed[-1] = replace(fact, start=before.start, kind="period", days=(first[0], fact.days[1]))
        elif before and between == "부터" and (span := _from_until(text, before, fact)):
            agreed[-1] = span
        elif before and between in ("~", "∼", "〜") and _is_open_span(text, before, fact):
            agreed[-1] = replace(fact, start=before.start, kind="period")
        else:
            agreed.append(fact)
    return agreed


def _from_until(text: str, first: Found, last: Found) -> Found | None:
    """The span from one time until another; None where these are no days, or hours of one day."""
    if not (first.days and last.days and text.startswith("까지", last.end)):
        return None
    days = (first.days[0], last.days[1])
    if days[0] >= days[1] or first.loose or last.loose or first.days == last.days:
        return None
    by = "text" if first.resolved_by == last.resolved_by == "text" else "publication"
    sure = "stated" if first.certainty == last.certainty == "stated" else "inferred"
    whole = replace(last, start=first.start, end=last.end + 2, kind="period", days=days, certainty=sure)
    bound = bounds.once(*first.bound, *last.bound)
    return replace(whole, bound=bound, note=join_notes("부터", last.note), resolved_by=by)


def _is_open_span(text: str, first: Found, last: Found) -> bool:
    """Are two days of months a span whose days nobody knows, as the day of publication is not known."""
    both = _DAY_OF_MONTH.fullmatch(text, first.start, first.end) and _DAY_OF_MONTH.fullmatch(text, last.start, last.end)
    return bool(both) and first.days is None and last.days is None


def _with_weeks(text: str, facts: list[Found]) -> list[Found]:
    """The facts, the days of a week those that brackets give it."""
    return [
        replace(fact, days=days.days, resolved_by=days.resolved_by, certainty="inferred", note=days.note)
        if days and days.days and _is_week_of(text, fact, days)
        else fact
        for fact, days in zip_longest(facts, facts[1:])
    ]


def _is_week_of(text: str, week: Found, days: Found) -> bool:
    """Is a span in brackets the days of the week before it: 7월 첫째 주(6월 28일∼7월 4일)."""
    in_brackets = text[week.end : days.start] == "(" and text[days.end : days.end + 1] == ")"
    return in_brackets and text[week.start : week.end].endswith("주")


def _year_before(days: Days, end: date) -> Days:
    """The same days of the last year in which they lie before ``end``."""
    year = end.year - (_in_year(days[0], end.year) > end)
    return _in_year(days[0], year), _in_year(days[1], year + days[1].year - days[0].year)


def _in_year(day: date, year: int) -> date:
    """The same day of another year; of 29 February, in a year without it, the day before."""
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _same_day(first: Found, second: Found) -> Found:
    """One fact of two that name the same day; what stands in the text itself wins over what was counted."""
    other = first.days and second.days and first.days != second.days  # 오늘(12일) in a paper of the 11th
    sure = second if second.days and (second.resolved_by == "text" or not first.days or other) else first
    return replace(sure, start=first.start, end=second.end + 1, bound=())
