"""Days that an expression of time names, counted from the day of publication."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

Days = tuple[date, date]

# Which months or years of a year, which tenth of a month, which years of a decade a word names: a convention.
_YEAR_PARTS = {"초": (1, 3), "초반": (1, 4), "연초": (1, 3), "중반": (5, 8),
               "후반": (9, 12), "말": (10, 12), "연말": (11, 12), "연중": (1, 12), "연내": (1, 12),
               "상반기": (1, 6), "하반기": (7, 12), "봄": (3, 5), "여름": (6, 8), "가을": (9, 11),
               "1분기": (1, 3), "2분기": (4, 6), "3분기": (7, 9), "4분기": (10, 12)}  # fmt: skip
_SEASONS = ("봄", "여름", "가을", "겨울")
_MONTH_PARTS = {"초": (1, 10), "초순": (1, 10), "상순": (1, 10), "초반": (1, 10), "중순": (11, 20), "중반": (11, 20),
                "말": (21, 31), "하순": (21, 31), "후반": (21, 31)}  # fmt: skip
_DECADE_PARTS = {"초": (0, 3), "초반": (0, 3), "중": (4, 6), "중반": (4, 6), "말": (7, 9), "후반": (7, 9)}


def year_days(year: int, part: str = "") -> Days | None:
    """Days of a year, or of the part of it that ``part`` names; None if a year has no such part."""
    if not part:
        return _months(year, 1, 12)
    if part == "겨울":
        return date(year, 12, 1), _months(year + 1, 2, 2)[1]
    return _months(year, *_YEAR_PARTS[part]) if part in _YEAR_PARTS else None


def month_days(year: int, month: int, part: str = "") -> Days | None:
    """Days of a month, or of its first, second or last third."""
    first, last = _months(year, month, month)
    if not part or part in _SEASONS:  # 10월 가을
        return first, last
    if part not in _MONTH_PARTS:
        return None
    start, end = _MONTH_PARTS[part]
    return first.replace(day=start), last.replace(day=min(end, last.day))


def decade_days(first_year: int, part: str = "") -> Days:
    """Days of the decade from ``first_year``, or of its 초반 (years 0-3), 중반 (4-6) or 후반 (7-9)."""
    start, end = _DECADE_PARTS.get(part, (0, 9))
    return date(first_year + start, 1, 1), date(first_year + end, 12, 31)


def century_days(number: int, part: str = "") -> Days:
    """Days of a century, or of its first, middle or last third."""
    first = 100 * (number - 1) + 1
    start, end = {"초": (0, 32), "중": (33, 65), "말": (66, 99), "후": (66, 99)}.get(part[:1], (0, 99))
    return date(first + start, 1, 1), date(first + end, 12, 31)


def shift_year(published: date, years: int) -> int:
    """The year that lies ``years`` from the year of publication."""
    return min(max(published.year + years, 1), 9990)


def shift_month(published: date, months: int) -> tuple[int, int]:
    """Year and month that lie ``months`` from the month of publication."""
    total = max(12, published.year * 12 + published.month - 1 + months)
    return min(total // 12, 9990), total % 12 + 1


_FIRST_TO_FIFTH = {"첫째": 1, "첫": 1, "둘째": 2, "셋째": 3, "넷째": 4, "다섯째": 5}


def week_of_month(year: int, month: int, which: str | int) -> Days:
    """Monday to Sunday of a week of a month, by its word or number; the first is the one with its first Thursday."""
    first, last = _months(year, month, month)
    thursday = first + timedelta(days=(3 - first.weekday()) % 7)
    number = (last - thursday).days // 7 + 1 if which == "마지막" else _FIRST_TO_FIFTH.get(str(which), which)
    monday = thursday - timedelta(days=3) + timedelta(weeks=int(number) - 1)
    return monday, monday + timedelta(days=6)


def turn_of_month(year: int, month: int) -> Days:
    """From the last third of a month to the first third of the next."""
    after = _months(year + month // 12, month % 12 + 1, month % 12 + 1)[0]
    return date(year, month, _MONTH_PARTS["말"][0]), after.replace(day=_MONTH_PARTS["초"][1])


def before_spoken(spoken: Days | None, word: str) -> Days | None:
    """The month or quarter before the one spoken of (전월, 전분기), or the month a year before it (동월), if known."""
    length = 3 if word.endswith("분기") else 1
    if spoken is None or (spoken[1].year - spoken[0].year) * 12 + spoken[1].month - spoken[0].month + 1 != length:
        return None
    year, month = shift_month(spoken[0], -length if word.startswith(("전", "직")) else -12)
    return _months(year, month, month + length - 1)


def week_days(published: date, weeks: int, weekday: int | None = None, weekend: bool = False) -> Days:
    """Monday to Sunday of the week ``weeks`` from that of publication, or one day or the weekend of it."""
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=weeks)
    if weekday is not None:
        return monday + timedelta(days=weekday), monday + timedelta(days=weekday)
    return monday + timedelta(days=5 if weekend else 0), monday + timedelta(days=6)


def nearest(candidates: list[Days], published: date, direction: str = "") -> Days | None:
    """The candidate nearest to publication; after 지난 only those over by then, after 오는 only those not yet over."""
    if direction == "지난":
        candidates = [days for days in candidates if days[1] <= published]
    if direction == "오는":
        candidates = [days for days in candidates if days[1] >= published]
    return min(candidates, key=lambda days: (_distance(days, published), days[0]), default=None)


def around(published: date, days_of: Callable[[int], Days | None]) -> list[Days]:
    """``days_of`` the year before, of and after publication, those that exist."""
    return [days for year in (-1, 0, 1) if (days := days_of(shift_year(published, year))) is not None]


def same_day(year: int, month: int, day: int) -> Days | None:
    """One day; None if the calendar has no such day."""
    if not (1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]):
        return None
    return date(year, month, day), date(year, month, day)


def _months(year: int, first: int, last: int) -> Days:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _distance(days: Days, published: date) -> int:
    return max((days[0] - published).days, (published - days[1]).days, 0)
