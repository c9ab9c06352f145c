"""Values, ranks and their bootstrap intervals for any measure of terms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from helpers import tables
from helpers.keywords.counts import FEWEST_UNITS, Counts, Sample, as_it_is, resamples

INTERVAL = (0.025, 0.975)
CANDIDATES = 1000

Columns = dict[str, Any]


@dataclass(frozen=True)
class Measure:
    """A named measure: ``values`` takes a Sample and gives draws x terms.

    ``width`` is the widest row it needs while it works, ``floored`` the terms whose value is a bound, ``resampled``
    whether it has an interval.
    """

    name: str
    values: Callable[[Sample], np.ndarray]
    width: int = 1
    floored: np.ndarray | None = None
    resampled: bool = True


def score(
    counts: Counts, measures: Sequence[Measure], *, article_id: str, analyzer: str, draws: int = 0, seed: int = 0
) -> list[Columns]:
    """Each term of one text under each measure, by rank: parts of ``keywords_table``.

    Intervals are the middle 95 % of ``draws`` resamplings of whole sentences (of whole articles, from five on). They
    need five of them (four allow only 35 different texts) and are given to the 1,000 best terms, ranked among
    themselves, so that memory stays bounded. A value or rank outside its own percentiles widens them; an end that is
    infinite is missing.
    """
    if not measures or not len(counts.terms):
        return []
    points = [measure.values(as_it_is(counts))[0] for measure in measures]
    orders = [np.lexsort((np.arange(len(point)), -point)) for point in points]
    intervals: list[np.ndarray | None] = [None] * len(measures)
    if draws > 0 and counts.units >= FEWEST_UNITS:
        intervals = _intervals(counts, measures, [order[:CANDIDATES] for order in orders], draws, seed)
    return [
        {"article_id": article_id, "analyzer": analyzer} | _columns(counts, measure, point, order, interval)
        for measure, point, order, interval in zip(measures, points, orders, intervals, strict=True)
    ]


def keywords_table(parts: Sequence[Columns]) -> pd.DataFrame:
    """tables.KEYWORDS from what ``score`` gave for any number of texts."""
    return table_of(tables.KEYWORDS, parts)


def table_of(table: tables.Table, parts: Sequence[Columns]) -> pd.DataFrame:
    """A table from the columns of its parts; a text that holds for all of a part may stand for a column."""
    columns = {name: _joined([part[name] for part in parts], parts, spec.dtype) for name, spec in table.columns.items()}
    return pd.DataFrame(columns, copy=False)


def _joined(values: list[Any], parts: Sequence[Columns], dtype: str) -> Any:
    """One column of all parts in its dtype, texts that hold for a part repeated; no copy outlives it."""
    if values and isinstance(values[0], str):
        number = np.repeat(np.arange(len(parts)), [len(part["term"]) for part in parts])
        return pd.array(values, dtype=dtype).take(number)  # type: ignore[call-overload]
    joined = np.concatenate(values) if values else np.empty(0)
    if dtype == "Int64":
        return pd.array(joined, dtype="Float64").astype("Int64")
    return pd.array(joined, dtype=dtype) if dtype == "str" else joined.astype(dtype)  # type: ignore[call-overload]


def _intervals(
    counts: Counts, measures: Sequence[Measure], chosen: list[np.ndarray], draws: int, seed: int
) -> list[np.ndarray | None]:
    """For each measure the rows low, high, best rank, worst rank of the chosen terms; None where it has none."""
    width = max(len(counts.terms), *(measure.width for measure in measures))
    drawn: list[list[np.ndarray]] = [[] for _ in measures]
    for weights in resamples(counts.unit, draws=draws, seed=seed, width=width):
        sample = Sample(counts, weights)
        for number, measure in enumerate(measures):
            if measure.resampled:
                drawn[number].append(measure.values(sample)[:, chosen[number]])
    intervals: list[np.ndarray | None] = []
    for pieces in drawn:
        if not pieces:
            intervals.append(None)
            continue
        values = np.concatenate(pieces)
        with np.errstate(invalid="ignore"):
            low, high = np.quantile(values, INTERVAL, axis=0)
        first, last = shared_ranks(values)
        best = np.quantile(first, INTERVAL[0], axis=0, method="lower")
        worst = np.quantile(last, INTERVAL[1], axis=0, method="higher")
        intervals.append(np.stack([low, high, best, worst]))
    return intervals


def shared_ranks(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first and the last rank that each value shares in its row with its equals, the greatest value having 1.

    A row with a missing value has no ranks. As scipy.stats.rankdata of the negative values by "min" and "max", from
    one sorting and without its import.
    """
    rows, columns = values.shape
    order = np.argsort(-values, axis=1)
    ordered = np.take_along_axis(values, order, axis=1)
    differs = ordered[:, 1:] != ordered[:, :-1]
    begins = np.where(np.pad(differs, ((0, 0), (1, 0)), constant_values=True), np.arange(1.0, columns + 1), 0)
    ends = np.where(np.pad(differs, ((0, 0), (0, 1)), constant_values=True), np.arange(1.0, columns + 1), np.inf)
    ranks = np.empty((2, rows, columns))
    np.put_along_axis(ranks[0], order, np.maximum.accumulate(begins, axis=1), axis=1)
    np.put_along_axis(ranks[1], order, np.minimum.accumulate(ends[:, ::-1], axis=1)[:, ::-1], axis=1)
    ranks[:, np.isnan(values).any(axis=1)] = np.nan
    return ranks[0], ranks[1]


def _columns(
    counts: Counts, measure: Measure, point: np.ndarray, order: np.ndarray, interval: np.ndarray | None
) -> Columns:
    rank = np.arange(1, len(order) + 1)
    bounds = np.full((4, len(order)), np.nan)
    if interval is not None:
        among = interval.shape[1]
        outer = np.stack([point[order][:among], point[order][:among], rank[:among], rank[:among]])
        bounds[0::2, :among] = np.minimum(interval, outer)[0::2]
        bounds[1::2, :among] = np.maximum(interval, outer)[1::2]
    bounds[~np.isfinite(bounds)] = np.nan
    floored = np.zeros(len(order), dtype=bool) if measure.floored is None else measure.floored[order]
    return {
        "measure": measure.name,
        "term": counts.terms[order],
        "value": point[order],
        "ci_low": bounds[0],
        "ci_high": bounds[1],
        "rank": rank,
        "rank_low": bounds[2],
        "rank_high": bounds[3],
        "n": counts.totals[order],
        "floored": floored,
    }
