"""Which keywords may be called higher than others."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers import tables


def bands(keywords: pd.DataFrame) -> pd.DataFrame:
    """Say which terms of a ranking are above others, by their intervals.

    keywords  tables.KEYWORDS with intervals
    returns   tables.BANDS, a row for each of its rows; a term without an interval has nothing but its rank

    ``apart``: the interval lies above that of the next rank. ``above_from``: a rank; this interval lies above those of
    that rank and of all that follow. ``band``: a new band begins where every interval so far lies above every one that
    follows; terms of one band are not called higher or lower. Terms whose intervals overlap may still differ, so the
    table rather says too little than too much.
    """
    parts = [
        _ranking(rows.sort_values("rank"))
        for _, rows in keywords.groupby(["article_id", "analyzer", "measure"], sort=False)
    ]
    frame = pd.concat(parts) if parts else tables.BANDS.empty()
    columns = {name: column.dtype for name, column in tables.BANDS.columns.items()}
    return frame[list(columns)].reset_index(drop=True).astype(columns)


def _ranking(rows: pd.DataFrame) -> pd.DataFrame:
    low, high = rows["ci_low"].to_numpy(), rows["ci_high"].to_numpy()
    ranks = rows["rank"].to_numpy()
    known = ~(np.isnan(low) & np.isnan(high))
    last = int(known.sum())
    low = np.where(np.isnan(low), -np.inf, low)[:last]
    following = np.maximum.accumulate(high[:last][::-1])[::-1]
    breaks = np.minimum.accumulate(low)[:-1] > following[1:]
    above = [_first_below(ranks[:last], following, place, value) for place, value in enumerate(low)]
    missing = [pd.NA] * (len(rows) - last)
    return rows[["article_id", "analyzer", "measure", "term", "rank"]].assign(
        apart=pd.array([*(low[:-1] > high[1:last]), *([pd.NA] if last else []), *missing], dtype="boolean"),
        above_from=pd.array([*above, *missing], dtype="Int64"),
        band=pd.array([*(1 + np.concatenate([[0], np.cumsum(breaks)])[:last]), *missing], dtype="Int64"),
    )


def _first_below(ranks: np.ndarray, following: np.ndarray, place: int, low: float):
    """The first rank after ``place`` from which on every upper end is below ``low``; ``following`` only falls."""
    below = place + 1 + np.searchsorted(-following[place + 1 :], -low, side="right")
    return int(ranks[below]) if below < len(ranks) else pd.NA
