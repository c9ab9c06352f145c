"""Small pieces of Korean that every paragraph needs: counts, days, lists, and which rows of a table speak."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from helpers.reporting.numbers import join_words, number

WHOLE = "*"
_NATIVE = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")


def counted(n: int, unit: str) -> str:
    """A count as a sentence has it: "한 편", "세 문장", and from 11 in digits, "12문장"."""
    return f"{_NATIVE[n]} {unit}" if 0 < n < len(_NATIVE) else number(n, unit)


def quoted(text: Any, *, longest: int = 60) -> str:
    """A title or a phrase in single quotation marks, on one line, cut where it is long."""
    plain = shortened(text, longest=longest).translate({ord("‘"): "“", ord("’"): "”", ord("'"): "’"})
    return f"‘{plain}’"


def shortened(text: Any, *, longest: int) -> str:
    """``text`` on one line, at most ``longest`` characters and an ellipsis, cut at a space where there is one."""
    plain = " ".join(str(text).split())
    if len(plain) <= longest:
        return plain
    cut = plain[:longest]
    return (cut.rpartition(" ")[0] if " " in cut[longest // 2 :] else cut).rstrip(" ,·") + "…"


def some(words: Sequence[str], *, most: int, unit: str = "개", particle: str = "") -> str:
    """A list that stays short: the first ``most`` words, then how many more there are ("A, B 등 5개")."""
    if len(words) <= most:
        return join_words(words, particle)
    from helpers.reporting.particles import josa

    listed = f"{', '.join(words[:most])} 등 {number(len(words), unit)}"
    return josa(listed, particle) if particle else listed


def day(moment: Any, *, time: bool = True) -> str:
    """An ISO 8601 moment as "2026년 1월 7일 오전 5시 30분"; a day alone without the time; "" if it is none."""
    if absent(moment):
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


def absent(value: Any) -> bool:
    """Is there nothing there: None, NA, NaN, NaT."""
    return bool(pd.isna(value))


def whole(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows that speak for the study: those of all articles together ('*') where there are such, else all rows."""
    together = frame[frame["article_id"] == WHOLE]
    return together if len(together) else frame


def first(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``whole`` for its first article and analyzer: one ranking, not several one below the other."""
    rows = whole(frame)
    for column in ("article_id", "analyzer"):
        if column in rows.columns and len(rows):
            rows = rows[rows[column] == rows[column].iloc[0]]
    return rows


def has_final_dot(text: str) -> bool:
    """Does a text end as a sentence does."""
    return text.rstrip("”’\"')").endswith((".", "?", "!", "…"))
