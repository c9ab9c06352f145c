"""Where the pieces of an expression of time lie: in a year, after a day that was named, nearest to publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.pieces import Pieces

_OF_THIS_YEAR = ("연초", "연말", "연중", "연내")  # with no year before them, but for one at hand: 지난 연말
_FEW = 5  # days back over the turn of a month in which a day by its number alone may be meant


def days_in(pieces: Pieces, year: int, month: int | None) -> Days | None:
    """Days of the pieces in a year, or in a month of it."""
    if month is None:
        return None if pieces["day"] else _part(pieces, year)
    return _day(pieces, year, month) if pieces["day"] else _month(pieces, year, month)


def days_after(pieces: Pieces, month: int | None, latest: date) -> Days | None:
    """The 7일 of '3일부터 7일까지', the 8월 of '2019년 5월부터 8월까지': after the first, in its month or year."""
    if month is None:
        return cal.same_day(latest.year, latest.month, int(pieces["day"])) if pieces["day"] else None
    return days_in(pieces, latest.year + (month < latest.month), month)


class Told(NamedTuple):
    """How a sentence tells of a day: as over, only as going on by then (크고 있다), as yet to come."""

    over: bool
    going_on: bool = False
    ahead: bool = False


def nearest_days(pieces: Pieces, month: int | None, published: date, told: Told) -> Days | None:
    """What lies nearest to publication, heeding 지난 and 오는, and how the sentence tells of it."""
    over, ahead = told.over, told.ahead
    if pieces["day"] and month is None:
        candidates = _around(pieces, published, told)
        over, ahead = over and not told.going_on, False
    else:
        of_year: Callable[[int], Days | None] = lambda year: days_in(pieces, year, month)  # noqa: E731
        candidates = cal.around(published, of_year)
        if pieces["part"] in _OF_THIS_YEAR and month is None and not pieces["direction"]:
            years = (
                published.year + (ahead and published.month > 10),
                published.year - (published.month < 3 and not ahead),
            )
            year = years[0] if pieces["part"] == "연초" else years[1]
            return of_year(year)
    if pieces["direction"] or not over:
        return cal.nearest(candidates, published, pieces["direction"] or ("오는" if ahead else ""))
    begun = [days for days in candidates if days[0] <= published]
    return cal.nearest(begun or candidates, published)


def _around(pieces: Pieces, published: date, told: Told) -> list[Days]:
    """The days of a number alone, in the months around publication.

    With no 지난 it is a day of this month. It lies in the month before where it is told of as past, or only a few days
    back over the turn of the month and not as yet to come.
    """
    before, *others = [_day(pieces, *cal.shift_month(published, months)) for months in (-1, 0, 1)]
    if told.over:  # what has begun is not of the month to come
        others = others[:1]
    near = before and (published - before[1]).days <= _FEW and not told.ahead
    past = told.over and not told.going_on
    back = bool(pieces["direction"] or near or past or not others[0])
    return [days for days in (before if back else None, *others) if days]


def _day(pieces: Pieces, year: int, month: int) -> Days | None:
    last = cal.same_day(year, month, int(pieces["day"] or 0))
    first = cal.same_day(year, month, int(pieces["first"])) if pieces["first"] else last
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _month(pieces: Pieces, year: int, month: int) -> Days | None:
    last = cal.month_days(year, month, pieces["part"] or "")
    if not pieces["first_month"] or last is None:
        return last
    first = cal.month_days(year - (int(pieces["first_month"]) > month), int(pieces["first_month"]))
    return (first[0], last[1]) if first else None


def _part(pieces: Pieces, year: int) -> Days | None:
    part = pieces["part"] or ""
    if not pieces["first_quarter"]:
        return cal.year_days(year, part)
    first, last = cal.year_days(year, f"{pieces['first_quarter']}분기"), cal.year_days(year, part[-3:])
    return (first[0], last[1]) if first and last and first[0] <= last[0] else None


def full_year(short: str, published: date | None) -> int:
    limit = published.year + 20 if published else 2045
    return 2000 + int(short) if 2000 + int(short) <= limit else 1900 + int(short)
