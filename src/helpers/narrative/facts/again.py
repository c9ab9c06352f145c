"""What an article has named once is the same when it is named again: 4·3 사건 … 4·3, 제7조 … 7조, 7월 첫째 주."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

_DAY = re.compile(r"\d{1,2}[.·]\d{1,2}")
_ARTICLE = re.compile(r"(?P<n>\d{1,3})조")
_LARGE = 1e7  # won: so much with no unit is the same sum as one of the article in 원
_SHARED = (
    "kind", "value", "value_to", "unit", "resolved_from", "resolved_to", "resolved_by", "checkable", "lacks", "note",
    "certainty",
)  # fmt: skip
_DAYS = ("resolved_from", "resolved_to", "resolved_by", "lacks", "checkable", "note", "certainty")


def named_again(rows: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The facts of articles, those that are short for a named event or an article of a law read as it.

    rows     of tables.FACTS, with their raw text
    returns  as many; a number without a unit is an event where the article gives the same figures as one, and the
             article of a law (7조) where the same sentence has one (제5조): it is no count, and no 7 trillion;
             a large number that the article gives in won elsewhere is that sum (5억 … 5억원);
             a week that brackets give its days somewhere (7월 첫째 주(6월 28일∼7월 4일)) has these days everywhere
    """
    rows = list(rows)
    weeks = _weeks(rows)
    events = {(row["article_id"], row["text"]): row for row in rows if _is_event(row)}
    sums = {(row["article_id"], row["value"]) for row in rows if row["unit"] == "KRW" and (row["value"] or 0) >= _LARGE}
    laws = {_place(row) for row in rows if row["unit"] == "조" and str(row["text"]).startswith("제")}
    for row in rows:
        bare = row["kind"] == "count" and row["unit"] is None
        event = events.get((row["article_id"], row["text"])) if bare else None
        law = _ARTICLE.fullmatch(str(row["text"])) if bare and _place(row) in laws else None
        week = weeks.get((row["article_id"], _written(row)))
        if week:
            yield {**row, **{name: week[name] for name in _DAYS if name in week}}
        elif event:
            yield {**row, **{name: event[name] for name in _SHARED if name in event}}
        elif law:
            yield {**row, "value": float(law["n"]), "unit": "조", "checkable": False}
        elif bare and (row["article_id"], row["value"]) in sums:
            yield {**row, "kind": "amount", "unit": "KRW", "certainty": "inferred"}
        else:
            yield row


def _is_event(row: Mapping[str, Any]) -> bool:
    return row["kind"] == "date" and row["resolved_from"] is None and _DAY.fullmatch(str(row["text"])) is not None


def _weeks(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[Any, str], Mapping[str, Any]]:
    """The weeks whose days stand in brackets right behind them, by article and words."""
    return {
        (week["article_id"], _written(week)): week
        for week, days in pairwise(rows)
        if _written(week).endswith("주")
        and _place(week) == _place(days)
        and days["start"] == week["end"] + 1
        and week["resolved_from"]
        and week["resolved_from"] == days["resolved_from"]
    }


def _written(row: Mapping[str, Any]) -> str:
    """The words of a fact without spaces."""
    return "".join(str(row["text"]).split())


def _place(row: Mapping[str, Any]) -> tuple[Any, Any]:
    return row["article_id"], row["sentence_id"]
