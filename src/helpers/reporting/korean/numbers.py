"""Numbers, shares, intervals, moments and lists as Korean print writes them."""

from __future__ import annotations

import math
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pandas as pd

MISSING = "–"
_LARGE = ((10**16, "경"), (10**12, "조"), (10**8, "억"), (10**4, "만"))


def number(value: Any, unit: str = "", *, digits: int | None = None) -> str:
    """A number with its unit: 14개, 3.2배, 1만2000명, 1000억 달러.

    value    a number; a missing one gives "–"
    unit     counter, currency or sign; it follows a numeral at once, a word one in 만, 억 or 조 after a space
    digits   decimals; left out, a whole number has none and any other number one

    Numbers from 10,000 are grouped by 만, 억, 조 and 경 and lose their decimals. Halves are rounded away from zero.
    """
    if is_missing(value):
        return MISSING
    exact = Decimal(str(value))
    if digits is None:
        digits = 0 if exact == exact.to_integral_value() else 1
    rounded = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP) if abs(exact) < 10**4 else exact
    whole = abs(rounded) >= 10**4
    written = _grouped(int(rounded.to_integral_value(ROUND_HALF_UP))) if whole else f"{_unsigned_zero(rounded):f}"
    space = " " if "가" <= unit[:1] <= "힣" and written[-1] in "만억조경" else ""
    return f"{written}{space}{unit}"


def percent(share: Any, *, digits: int = 0) -> str:
    """A share from 0 to 1 as a percentage; what would round to 0 or 100 without being it says so ("1% 미만")."""
    if is_missing(share):
        return MISSING
    step = Decimal(1).scaleb(-digits)
    exact = Decimal(str(share)) * 100
    rounded = exact.quantize(step, rounding=ROUND_HALF_UP)
    if rounded == 0 and exact > 0:
        return f"{step}% 미만"
    if rounded == 100 and exact < 100:
        return f"{100 - step}% 초과"
    return f"{_unsigned_zero(rounded)}%"


def interval(low: Any, high: Any, *, unit: str = "", digits: int | None = None) -> str:
    """Two ends of an interval with their unit once: "0.31~0.52", "3~7위"; "–" if an end is missing."""
    if is_missing(low) or is_missing(high):
        return MISSING
    start, end = number(low, digits=digits), number(high, digits=digits)
    return number(high, unit, digits=digits) if start == end else f"{start}~{number(high, unit, digits=digits)}"


def percent_interval(low: Any, high: Any, *, digits: int = 0) -> str:
    """Two shares from 0 to 1 as one interval: "31~52%"."""
    ends = [None if is_missing(end) else Decimal(str(end)) * 100 for end in (low, high)]
    return interval(*ends, unit="%", digits=digits)


def day(moment: Any, *, time: bool = True) -> str:
    """An ISO 8601 moment as "2026년 1월 7일 오전 5시 30분"; a day alone without the time; "" if it is none."""
    if pd.isna(moment):
        return ""
    try:
        found = datetime.fromisoformat(str(moment))
    except ValueError:
        return ""
    written = f"{found.year}년 {found.month}월 {found.day}일"
    if not time or "T" not in str(moment):
        return written
    half = "오전" if found.hour < 12 else "오후"
    hour = found.hour if found.hour in (0, 12) else found.hour % 12
    minute = f" {found.minute}분" if found.minute else ""
    return f"{written} {half} {hour}시{minute}"


def is_missing(value: Any) -> bool:
    """Is there nothing to write: None, NA, NaN, NaT, an infinity."""
    return bool(pd.isna(value)) or (not isinstance(value, int | Decimal) and math.isinf(value))


def _grouped(value: int) -> str:
    """12000 as 1만2000, 100000000000 as 1000억."""
    rest, parts = abs(value), []
    for size, name in _LARGE:
        count, rest = divmod(rest, size)
        if count:
            parts.append(f"{count}{name}")
    return ("-" if value < 0 else "") + "".join(parts) + (str(rest) if rest else "")


def _unsigned_zero(value: Decimal) -> Decimal:
    return abs(value) if value == 0 else value
