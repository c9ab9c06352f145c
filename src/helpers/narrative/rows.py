"""Rows of a table as plain dictionaries."""

from __future__ import annotations

from typing import Any

import pandas as pd

Row = dict[str, Any]


def rows_of(frame: pd.DataFrame) -> list[Row]:
    """Each row by column name, in order."""
    names = [str(name) for name in frame.columns]
    columns = [column.tolist() for _, column in frame.items()]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def rows_by_sentence(frame: pd.DataFrame) -> dict[tuple[str, int], list[Row]]:
    """The rows of each sentence, by article_id and sentence_id, in order."""
    found: dict[tuple[str, int], list[Row]] = {}
    for row in rows_of(frame):
        found.setdefault((row["article_id"], int(row["sentence_id"])), []).append(row)
    return found
