"""What the pieces of an expression of time come to, as a fact."""

from __future__ import annotations

import re

from helpers.narrative.facts.found import Found, based_on, join_notes
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.dates.around import as_around, month_again
from helpers.narrative.facts.times.dates.learning import learn
from helpers.narrative.facts.times.dates.placing import Told, nearest_days
from helpers.narrative.facts.times.dates.read import Read, no_such
from helpers.narrative.facts.times.dates.said import as_said, leaning
from helpers.narrative.facts.times.pieces import TIMES, Pieces, Row
from helpers.narrative.facts.times.tense import (
    ends_in_telling,
    is_ahead,
    is_going_on,
    is_of_any,
    is_over,
    is_planned,
    is_since,
    is_to_come,
    is_told_within,
    over_in_words,
    was_planned,
)

_GOODS = re.compile(r"\s?(?:인도분|인도물|물(?![가-힣])|결제분)")  # 9월 인도분: to be handed over then
_DUE = re.compile(r"\s?만기")  # 9월 만기: of what is told of it nobody can tell whether it has come
# 오는 25일 2분기 실적을 발표한다: of a quarter that is over by then
_RESULTS = re.compile(
    r"\s(?:잠정\s?|연결\s?|경영\s?)?(?:실적|성적표?|결산|영업이익|매출액?|순이익)(?:을|를)?\s(?:[가-힣]+\s){0,2}(?:발표|공개|공시|내놓)"
)
_AFTER_EVENT = re.compile(rf"(?<![가-힣])(?:{longest_first(TIMES['events'])})한?\s$")  # 창업 이듬해: of which year?

_LONG_AGO = 320  # days: of the same month of this year hardly so many are yet to come
_LUNAR = re.compile(r"음력\s?$")  # 음력 5월 5일, of whatever year


def read_row(row: Row, clock: Clock) -> Found:
    """The date or period that a row of pieces names; ``clock`` learns it."""
    pieces = row.pieces
    read = _resolved(row, clock)
    if read.days and not pieces["leaning"]:
        learn(row, read, clock)
    elif clock.today is None and (pieces["month"] or pieces["near_month"] or pieces["near_year"] in TIMES["years"]):
        clock.spoken = None  # 2022년 … 지난 3월 … 전년: that of a month of which nobody knows the year
    clock.undated = clock.undated or bool(pieces["day"] and read.days is None and clock.today is None)
    period = pieces["part"] or pieces["first"] or pieces["first_month"] or (pieces["leaning"] or "").endswith("분기")
    place = pieces["place"] if len(pieces["place"] or "") > 3 else ""
    return Found(
        row.start,
        row.end,
        "period" if period else "date",
        days=read.days,
        note=join_notes(read.note, place or ""),
        resolved_by=read.by if read.days else None,
        certainty=read.certainty,
    )


def _resolved(row: Row, clock: Clock) -> Read:
    """Days of the pieces; what they leave open is taken from the text around, else nearest to publication."""
    after_event = _AFTER_EVENT.search(row.text, max(row.start - 8, 0), row.start)
    if after_event and row.pieces["near_year"] in TIMES["years_after_event"]:
        return Read(None, None, "앞에 나온 일에서 셈")
    if row.pieces["near_year"] in ("전년", "이듬해") and is_of_any(row.text, row.end):
        return Read(None, None, "어느 해에나 해당하는 말")
    if _LUNAR.search(row.text, max(row.start - 4, 0), row.start):
        return Read(None, None, "음력이라 풀지 않음")
    if row.pieces["leaning"]:
        return leaning(row.pieces, clock)
    return as_said(row, clock) or as_around(row, clock) or month_again(row, clock) or _nearest(row, clock)


def _nearest(row: Row, clock: Clock) -> Read:
    """The days that lie nearest to publication, as the sentence tells of them."""
    text, end, pieces = row.text, row.end, row.pieces
    if clock.today is None:
        return Read(None, None, based_on(clock))
    goods = _GOODS.match(text, end) is not None
    over = not (goods or _DUE.match(text, end)) and _lies_back(text, end, pieces)
    if pieces["day"]:
        ahead = is_planned(text, end) if row.month else is_to_come(text, end)
    else:
        results = _RESULTS.match(text, end) is not None
        over = over or results
        ahead = (is_ahead(text, end) or goods) and not results
    going_on = over and is_going_on(text, end)
    days = nearest_days(pieces, row.month, clock.today, Told(over, going_on, ahead and not over))
    if days and over and not pieces["direction"] and _is_long_ago(row, days, clock):
        return Read(None, "publication", "어느 해인지 적지 않음")
    sure = "stated" if pieces["direction"] else "inferred"
    return Read(days, "publication", based_on(clock) if days else no_such(pieces), sure)


def _is_long_ago(row: Row, days: Days, clock: Clock) -> bool:
    """Is a month of another year meant so far back that its year would be named, and of which the words may lie ahead.

    In October 조합은 11월 인상을 내비쳤다 is hardly the November of the year before.
    """
    today = clock.today
    if today is None or row.month is None or days[0].year == today.year or is_since(row.text, row.end):
        return False
    return (today - days[0]).days > _LONG_AGO


def _lies_back(text: str, end: int, pieces: Pieces) -> bool:
    """Does the sentence tell of a day or month without a year as of something over."""
    if pieces["day"]:
        return was_planned(text, end) or (
            is_over(text, end) and (not text.startswith("까지", end) or text.startswith("까지의", end))
        )
    over = is_over(text, end) and (is_told_within(text, end) or not ends_in_telling(text))
    return over_in_words(text, end) or is_since(text, end) or over
