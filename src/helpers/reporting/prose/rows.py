"""Choose the rows of a table that prose is about, and read them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.tables import WHOLE


def absent(value: Any) -> bool:
    """Is the value missing: None, NA, NaN, NaT?"""
    return bool(pd.isna(value))


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as mappings, in order."""
    names = [str(name) for name in frame.columns]
    columns = [frame.iloc[:, place].tolist() for place in range(len(names))]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def key_of(row: Mapping[str, Any]) -> tuple[str, int]:
    """The article and the number of a sentence."""
    return str(row["article_id"]), int(row["sentence_id"])


def all_together(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows about the whole study: those of all articles together ('*') if there are any, else all rows."""
    together = frame[frame["article_id"] == WHOLE]
    return together if len(together) else frame


def first(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows of ``all_together`` for its first article and analyzer, so that they are a single ranking."""
    rows = all_together(frame)
    for column in ("article_id", "analyzer"):
        if column in rows.columns and len(rows):
            rows = rows[rows[column] == rows[column].iloc[0]]
    return rows
