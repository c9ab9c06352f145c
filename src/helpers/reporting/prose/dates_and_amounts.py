"""Write the value of a fact as Korean print does."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd

from helpers.reporting.korean.names import CURRENCIES
from helpers.reporting.korean.numbers import interval, number
from helpers.reporting.prose.reading import Row
from helpers.reporting.prose.rows import absent, records

_AGAINST = ("점수", "비")  # a score, a ratio: its numbers are no two ends
_BARE = ("분수", "할")  # units of numbers that print as they are


def fact_values(facts: pd.DataFrame) -> list[str | None]:
    """The value of each fact: "100억 엔", "10~20명", "2017년 3월"; None if it has none.

    facts  tables.FACTS
    """
    return [_value(fact) for fact in records(facts)]


def _value(fact: Row) -> str | None:
    if not absent(fact["resolved_from"]):
        return span_of(fact)
    if absent(fact["value"]):
        return None
    if fact["unit"] in _AGAINST and not absent(fact["value_to"]):
        return f"{number(fact['value'])} 대 {number(fact['value_to'])}"
    unit = "" if absent(fact["unit"]) or fact["unit"] in _BARE else str(fact["unit"])
    unit = CURRENCIES.get(unit, unit)
    if absent(fact["value_to"]):
        return number(fact["value"], unit, digits=_decimals(fact["value"]))
    ends = fact["value"], fact["value_to"]
    return interval(*ends, unit=unit, digits=max(map(_decimals, ends)))


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
    start, end, bound = str(start), str(end), str(fact.get("bound"))
    if "까지" in bound:
        within = start if start[5:] == "01-01" and end[5:] == "12-31" else max(start, f"{end[:8]}01")
        return f"{_closed(within, end)}까지"
    return _closed(start, end) + ("부터" if {"부터", "이후"} & set(bound.split(" · ")) else "")


def _closed(start: str, end: str) -> str:
    year, month, date = (int(part) for part in start.split("-"))
    if start == end:
        return f"{year}년 {month}월 {date}일"
    if start[:4] != end[:4]:
        return f"{year}~{int(end[:4])}년"
    if start[5:] == "01-01" and end[5:] == "12-31":
        return f"{year}년"
    last_month, last_date = int(end[5:7]), int(end[8:])
    if month == last_month:
        return f"{year}년 {month}월" if date == 1 and last_date >= 28 else f"{year}년 {month}월 {date}~{last_date}일"
    return f"{year}년 {month}~{last_month}월"


def _day(moment: str) -> str:
    year, month, date = (int(part) for part in moment.split("-"))
    return f"{year}년" if moment[5:] in ("01-01", "12-31") else f"{year}년 {month}월 {date}일"
