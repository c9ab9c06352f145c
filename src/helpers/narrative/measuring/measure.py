"""One row of tables.MEASURES."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from helpers import tables
from helpers.narrative.rows import Row
from helpers.narrative.weighing import key_of, wilson


def measure(name: str, rows: Iterable[Row], total: int, *, n: int | None = None, **more: str) -> Row:
    """One measure: ``n`` is the number of rows, unless it counts something else."""
    rows = list(rows)
    n = len(rows) if n is None else n
    low, high = wilson(n, total)
    places = tables.places(dict.fromkeys(map(key_of, rows)))
    shares = {"share": n / total if total else math.nan, "ci_low": low, "ci_high": high}
    return {"name": name, "n": n, "total": total, "sentences": places} | shares | more


def parts(name: str, rows: list[Row], column: str, values: Iterable[str]) -> Iterator[Row]:
    """How many rows hold each value that occurs."""
    for value in values:
        if own := [row for row in rows if row.get(column) == value]:
            yield measure(name, own, len(rows), group=value)
