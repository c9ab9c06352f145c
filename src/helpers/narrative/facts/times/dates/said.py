"""Years and months by what the pieces say: 2031년, 작년 and 지난달 from publication, 전월 and 같은 달 from the text."""

from __future__ import annotations

import re

from helpers.narrative.facts.found import based_on
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.dates.placing import days_in, full_year
from helpers.narrative.facts.times.dates.read import Read, no_such
from helpers.narrative.facts.times.pieces import TIMES, Pieces, Row
from helpers.narrative.facts.times.tense import is_over


def as_said(row: Row, clock: Clock) -> Read | None:
    """What the pieces say themselves; None where they leave the year open: 3월, 7일."""
    pieces = row.pieces
    year, by, note, sure = _year(pieces, clock)
    if year is None and pieces["near_year"]:
        return Read(None, None, note)
    month = row.month
    if pieces["near_month"] or pieces["same_month"]:
        year, month, by, note = _near_month(pieces, clock)
        sure = "stated" if pieces["near_month"] else "inferred"
        if month is None:
            return Read(None, None, note)
    if year is None:
        return None
    days = days_in(pieces, year, month)
    if days and pieces["near_year"] in ("올해", "올") and pieces["part"] == "겨울":
        days = _winter_told_of(row.text, row.end, days, clock)
    return Read(days, by, note if days else no_such(pieces), sure)


def leaning(pieces: Pieces, clock: Clock) -> Read:
    """전월, 전분기 and 전년 동월: of the month or quarter that is spoken of."""
    word = re.sub(r"\s", "", pieces["leaning"] or "")
    days, base = cal.before_spoken(clock.spoken, word), clock.spoken
    if pieces["near_year"] not in (None, "전년"):  # 지난해 같은 달 is a month of last year
        away = TIMES["years"].get(pieces["near_year"])
        year = cal.shift_year(clock.today, away) if clock.today and away is not None else None
        if days is None or days[0].year != year:  # of the month told of before another time came between
            days, base = cal.before_spoken(clock.monthly, word), clock.monthly
        days = days if days and days[0].year == year else None
    note = f"앞에 나온 {base[0]:%Y-%m} 기준" if days and base else "앞에 나온 기간에 기댄 말"
    return Read(days, "text", note, "inferred")


def _year(pieces: Pieces, clock: Clock) -> tuple[int | None, str, str, str]:
    """The year, by what it is known, the note, and how sure it is."""
    if pieces["year"]:
        return int(pieces["year"]), "text", "", "stated"
    if pieces["short"]:
        return full_year(pieces["short"], clock.published), "text", "", "stated"
    word = (pieces["near_year"] or "").replace(" ", "")
    if word in TIMES["years_from_text"]:
        base = clock.spoken[0].year if word == "전년" and clock.spoken else None if word == "전년" else clock.year
        if base:
            return base + TIMES["years_from_text"][word], "text", f"앞에 나온 {base}년 기준", "inferred"
        unspoken = word == "전년" and clock.year is None and clock.today is not None
        year = clock.today.year - 1 if unspoken and clock.today else None
        note = based_on(clock) if year or clock.today is None else "앞에 나온 해에 기댄 말"
        return year, "publication", note, "inferred"
    if word == "새해":
        year = _new_year(clock)
        return (
            year,
            "publication",
            based_on(clock) if year or clock.today is None else "어느 해인지 적지 않음",
            "inferred",
        )
    if word and clock.today:
        return cal.shift_year(clock.today, TIMES["years"][word]), "publication", based_on(clock), "stated"
    return None, "", based_on(clock) if word else "", "stated"


def _new_year(clock: Clock) -> int | None:
    """새해 상반기: at the end of a year the one to come, at the beginning of one that year."""
    if clock.today is None or 4 <= clock.today.month <= 9:
        return None
    return cal.shift_year(clock.today, int(clock.today.month > 9))


def _near_month(pieces: Pieces, clock: Clock) -> tuple[int | None, int | None, str, str]:
    """Year and month of 지난달, counted from publication, or of 같은 달, the month that the text speaks of."""
    if pieces["same_month"]:
        first = clock.month
        if first is None:
            return None, None, "", "앞에 나온 기간에 기댄 말"
        return first.year, first.month, "text", f"앞에 나온 {first:%Y-%m} 기준"
    if clock.today is None:
        return None, None, "", based_on(clock)
    away = TIMES["months"][(pieces["near_month"] or "").replace(" ", "")]
    return *cal.shift_month(clock.today, away), "publication", based_on(clock)


def _winter_told_of(text: str, end: int, days: Days, clock: Clock) -> Days:
    """올해 겨울에도 값이 내렸다: the winter that is over or going on by then, which begins before 12월 if it must."""
    if clock.today is None or days[0] <= clock.today or not is_over(text, end):
        return days
    if clock.today.month >= 9:
        return clock.today.replace(day=1), days[1]
    return cal.year_days(clock.today.year - 1, "겨울") or days
