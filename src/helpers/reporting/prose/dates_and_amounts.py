"""Write the value of a fact as Korean print does."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

import pandas as pd

from helpers.reporting.korean.bounds import bounds_of
from helpers.reporting.korean.days import has_days
from helpers.reporting.korean.names import CURRENCIES
from helpers.reporting.korean.numbers import interval, number
from helpers.reporting.prose.reading import Row
from helpers.reporting.prose.rows import absent, records

_AGAINST = ("점수", "비")  # a score, a ratio: its numbers are no two ends
_BARE = ("분수", "할")  # units of numbers that print as they are
_BEFORE = ("규모", "시속", "초속")  # units that stand before the number
_SPELLED = re.compile(r"(?:\d+\s?(?:년|개월|달|주|일|시간|분|초)\s?){2,}")  # 2분 49초, 19년 1개월 3일


def fact_values(facts: pd.DataFrame) -> list[str | None]:
    """The value of each fact: "100억 엔", "10~20명", "2017년 3월"; None if it has none.

    facts  tables.FACTS; of a length of time (지난 5년간) the length, as it was seldom counted to the day
    """
    return [_value(fact) for fact in records(facts)]


def _value(fact: Row) -> str | None:
    if has_days(fact):
        return span_of(fact)
    if absent(fact["value"]):
        return None
    if fact["kind"] == "period" and _SPELLED.fullmatch(str(fact["text"])):
        return str(fact["text"])
    if fact["unit"] in _AGAINST and not absent(fact["value_to"]):
        return f"{number(fact['value'])} 대 {number(fact['value_to'])}"
    unit = "" if absent(fact["unit"]) or fact["unit"] in _BARE else str(fact["unit"])
    before, unit = (f"{unit} ", "") if unit in _BEFORE else ("", CURRENCIES.get(unit, unit))
    if absent(fact["value_to"]):
        return before + number(fact["value"], unit, digits=_decimals(fact["value"]))
    ends = fact["value"], fact["value_to"]
    return before + interval(*ends, unit=unit, digits=max(map(_decimals, ends)))


def _decimals(value: float) -> int:
    """All decimals of a number."""
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def span_of(fact: Row) -> str:
    """The resolved days of a fact as short as they are exact: "2017년", "2017년 3월", "2007~2016년", "2022년 이후"."""
    start, end = fact["resolved_from"], fact["resolved_to"]
    if absent(end):
        return f"{_day(str(start))}부터"
    if absent(start):
        return f"{_day(str(end))}까지"
    start, end, bounds = str(start), str(end), bounds_of(fact)
    if "부터" in bounds and "까지" in bounds:
        return _closed(start, end)
    if "까지" in bounds:
        within = start if start[5:] == "01-01" and end[5:] == "12-31" else max(start, f"{end[:8]}01")
        return f"{_closed(within, end)}까지"
    if {"부터", "이후"} & set(bounds):
        return f"{_beginning(start, end)}부터"
    return _closed(start, end)


def _beginning(start: str, end: str) -> str:
    """A single year, month or day as it is; of a longer span its first month, or else its first day."""
    whole = _closed(start, end)
    if "~" not in whole:
        return whole
    first = date.fromisoformat(start)
    return f"{first.year}년 {first.month}월" if first.day == 1 else _closed(start, start)


def _closed(start: str, end: str) -> str:
    """Both ends of a span, as whole years or months where it is made of such, each part that they share once."""
    first, last = (date.fromisoformat(day) for day in (start, end))
    whole_months = first.day == 1 and (last + timedelta(days=1)).day == 1
    if whole_months and (first.month, last.month) == (1, 12):
        return f"{first.year}년" if first.year == last.year else f"{first.year}~{last.year}년"
    ends = [[f"{day.year}년", f"{day.month}월", f"{day.day}일"][: 2 if whole_months else 3] for day in (first, last)]
    if ends[0] == ends[1]:
        return " ".join(ends[0])
    shared = next(n for n, (a, b) in enumerate(zip(*ends, strict=True)) if a != b)
    own, other = ends[0][shared:], ends[1][shared:]
    own = [own[0][:-1]] if len(own) == 1 else own
    return " ".join([*ends[0][:shared], f"{' '.join(own)}~{' '.join(other)}"])


def _day(moment: str) -> str:
    year, month, day = (int(part) for part in moment.split("-"))
    return f"{year}년" if moment[5:] in ("01-01", "12-31") else f"{year}년 {month}월 {day}일"
