"""Counts as Korean print has them: 두 문장, 셋, 첫째, and digits where there are many."""

from __future__ import annotations

from helpers.lexicons import load, words
from helpers.reporting.korean.numbers import number

_NATIVE = {
    1: "한", 2: "두", 3: "세", 4: "네", 5: "다섯", 6: "여섯", 7: "일곱", 8: "여덟", 9: "아홉", 10: "열", 20: "스무",
}  # fmt: skip
_ALONE = {1: "하나", 2: "둘", 3: "셋", 4: "넷", 20: "스물"}
_ORDINALS = ("첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째", "여덟째", "아홉째", "열째")


def counted(n: int, counter: str, *, digits: bool = False) -> str:
    """A count with its counter: "한 문장", "두 사람", "스무 명", and with other numbers digits, "12문장", "3위".

    digits  write digits in any case, as beside a number that has no short native name: "12문장 가운데 3문장"
    """
    if has_native(n) and takes_native(counter) and not digits:
        return f"{_NATIVE[n]} {counter}"
    return number(n, load("counters")["after_digits"].get(counter, counter))


def counted_alone(n: int, unit: str = "개", *, digits: bool = False) -> str:
    """A count of what was just named: "하나", "여섯"; from 11, and in digits, with a unit: "12개"."""
    if n in _NATIVE and not digits:
        return _ALONE.get(n, _NATIVE[n])
    return number(n, unit)


def has_native(n: int) -> bool:
    """Has a number a short native numeral."""
    return n in _NATIVE


def takes_native(counter: str) -> bool:
    """Does print join small numbers to this counter in native numerals."""
    return counter in words("counters", "native")


def ordinal(place: int) -> str:
    """첫째, 둘째 ... and from 11 "11번째"."""
    return _ORDINALS[place - 1] if 0 < place <= len(_ORDINALS) else f"{place}번째"
