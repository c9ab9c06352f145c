"""Small pieces of Korean that every paragraph needs: counts, lists, and which rows of a table speak."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
from markupsafe import Markup

from helpers.reporting.anchors import figure_anchor, table_anchor
from helpers.reporting.korean.numbers import join_words, number
from helpers.reporting.korean.particles import josa
from helpers.reporting.saying import Displayable
from helpers.tables import WHOLE

_NATIVE = ("", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_ALONE = ("", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_ORDINALS = ("첫째", "둘째", "셋째", "넷째", "다섯째", "여섯째", "일곱째", "여덟째", "아홉째", "열째")


def told(template: str, *values: object, **named: object) -> Markup:
    """A sentence from our own words and values of tables: the values are escaped, marks in them (links) are kept."""
    return Markup(template).format(*values, **named)


def in_table(text: object, name: str) -> Markup:
    """A number with a link to the table of the report that it was taken from."""
    return Markup('<a href="#{}">{}</a>').format(table_anchor(name), text)


def in_figure(text: object, name: str) -> Markup:
    """A number with a link to the figure of the report that shows it."""
    return Markup('<a href="#{}">{}</a>').format(figure_anchor(name), text)


def listed(words: Sequence[str], particle: str = "") -> str:
    """A list in a sentence: "A", "A와 B", "A, B, C", with ``particle`` after the last.

    Words with marks (links) make a text with marks, plain words a plain one; "" for no words.
    """
    if not any(isinstance(word, Markup) for word in words):
        return join_words(words, particle)
    *before, last = [Markup.escape(word) for word in words]
    last = Markup(josa(last, particle)) if particle else last
    if len(before) == 1:
        return Markup(josa(before[0], "과/와")) + " " + last
    return Markup(", ").join([*before, last])


def some(words: Sequence[str], *, most: int, unit: str = "개", particle: str = "") -> str:
    """A list of plain words that stays short: the first ``most``, then how many there are ("A, B 등 5개")."""
    if len(words) <= most:
        return join_words(words, particle)
    shown = f"{', '.join(words[:most])} 등 {number(len(words), unit)}"
    return josa(shown, particle) if particle else shown


def paragraphs(*parts: Displayable) -> Displayable:
    """Several paragraphs as one thing to show; empty ones are left out."""
    said = [part for part in parts if part.html]
    return Displayable("\n".join(part.html for part in said), "\n\n".join(part.plain for part in said))


def counted(n: int, unit: str) -> str:
    """A count as a sentence has it: "한 편", "세 문장", and from 11 in digits, "12문장"."""
    return f"{_NATIVE[n]} {unit}" if 0 < n < len(_NATIVE) else number(n, unit)


def people(n: int) -> str:
    """A count of who was named before: "둘", "여섯", and from 11 "12명"."""
    return _ALONE[n] if 0 < n < len(_ALONE) else number(n, "명")


def sentences(n: int) -> str:
    """ "한 문장", "2문장"."""
    return "한 문장" if n == 1 else number(n, "문장")


def things(n: int) -> str:
    """A count of what was named before: "하나", "2개"."""
    return "하나" if n == 1 else number(n, "개")


def ordinal(place: int) -> str:
    """첫째, 둘째 ... and from 11 in digits, "11째"."""
    return _ORDINALS[place - 1] if place <= len(_ORDINALS) else f"{place}째"


def quoted(text: Any, *, longest: int = 60) -> str:
    """A title or a phrase in single quotation marks, on one line, cut where it is long, without its full stop."""
    plain = shortened(text, longest=longest).rstrip(".")
    inner = plain.translate({ord("‘"): "“", ord("’"): "”"}) if {"‘", "’"} & set(plain) else plain
    return f"‘{inner}’"


def shortened(text: Any, *, longest: int) -> str:
    """``text`` on one line, at most ``longest`` characters and an ellipsis, cut at a space where there is one."""
    plain = " ".join(str(text).split())
    if len(plain) <= longest:
        return plain
    cut = plain[:longest]
    return (cut.rpartition(" ")[0] if " " in cut[longest // 2 :] else cut).rstrip(" ,·") + "…"


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


def place_in_text(position: float) -> str:
    """Where a share from 0 to 1 of a text is, as one says it: "첫머리", "3분의 1쯤 되는 곳"."""
    bounds = ((0.12, "첫머리"), (0.28, "앞부분"), (0.39, "3분의 1쯤 되는 곳"), (0.61, "한가운데쯤"),
              (0.72, "3분의 2쯤 되는 곳"), (0.88, "뒷부분"))  # fmt: skip
    return next((words for bound, words in bounds if position < bound), "끝머리")


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings, in order."""
    names = [str(name) for name in frame.columns]
    columns = [frame.iloc[:, place].tolist() for place in range(len(names))]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
