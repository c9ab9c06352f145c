"""When the share of articles that have a word changed: one change in a rate."""

from __future__ import annotations

import zlib
from typing import Any

import numpy as np
import pandas as pd

from helpers import tables
from helpers.comparing.population import RULES
from helpers.comparing.sums import Sums

FEWEST = 10  # articles on either side of a change
_SHUFFLES = 999
_OWN = RULES.index("own")


def changes(found: Sums, *, seed: int) -> pd.DataFrame:
    """For each name, the period after which its share differs most from before, with its p-value and intervals.

    found    sums of articles by period under 'own': each story counts once, since copies are not independent articles
    returns  tables.CHANGES, the least ``q`` first; none where no split leaves FEWEST articles on both sides

    The split has the largest likelihood ratio of two binomial rates against one (Hinkley and Hinkley 1970; Worsley
    1983). ``p`` is the chance of so large a ratio if the articles that have the name were dealt to the periods at
    random; ``q`` corrects it for many names after Benjamini and Hochberg (1995). The intervals of the period and of the
    difference are the middle 95 % of the draws. A slow rise has such a split, too: the result does not say that the
    change was sudden, or that it was the only one.
    """
    totals = found.totals[:, _OWN]
    seen = np.cumsum(totals)[:-1]
    splits = np.flatnonzero((seen >= FEWEST) & (totals.sum() - seen >= FEWEST))
    if not len(splits) or not len(found.names):
        return tables.CHANGES.empty()
    gain = _gain(found.values, found.totals)[splits]
    chosen = splits[gain[:, :, _OWN].argmax(axis=0)]
    drawn = splits[gain[:, :, len(RULES) :].argmax(axis=0)]
    rows = [
        _row(found, place, int(chosen[place]), drawn[place])
        | {"ratio": gain[:, place, _OWN].max(), "p": _p(found, place, splits, gain[:, place, _OWN].max(), seed)}
        for place in range(len(found.names))
    ]
    return _ordered(rows)


def _gain(values: np.ndarray, totals: np.ndarray) -> np.ndarray:
    """Twice the log-likelihood that two rates gain over one: splits x names x columns."""
    before, n = np.cumsum(values, axis=0)[:-1], np.cumsum(totals, axis=0)[:-1][:, None, :]
    whole, size = values.sum(axis=0), totals.sum(axis=0)[None, :]
    return 2 * (_likelihood(before, n) + _likelihood(whole - before, size - n) - _likelihood(whole, size))


def _likelihood(having: np.ndarray, of: np.ndarray) -> np.ndarray:
    from scipy.special import xlogy

    lacking = np.maximum(of - having, 0.0)  # a sum of floats may fall short of 0 by a hair
    return np.asarray(xlogy(having, having) + xlogy(lacking, lacking) - xlogy(of, of))


def _p(found: Sums, place: int, splits: np.ndarray, ratio: float, seed: int) -> float:
    sizes = np.rint(found.totals[:, _OWN]).astype(np.int64)
    having = round(found.values[:, place, _OWN].sum())
    dice = np.random.default_rng([seed, zlib.crc32(found.names[place].encode("utf-8", "replace"))])
    dealt = dice.multivariate_hypergeometric(sizes, having, size=_SHUFFLES, method="marginals").T[:, None, :]
    largest = _gain(dealt.astype(float), np.repeat(sizes[:, None].astype(float), _SHUFFLES, axis=1))[splits].max(axis=0)
    return float((1 + np.count_nonzero(largest[0] >= ratio - 1e-9)) / (1 + _SHUFFLES))


def _row(found: Sums, place: int, split: int, drawn: np.ndarray) -> dict[str, Any]:
    """The name's counts on both sides of the split, their difference, and the intervals."""
    values, totals = found.values[:, place], found.totals
    before, after = values[: split + 1].sum(axis=0), values[split + 1 :].sum(axis=0)
    n_before, n_after = totals[: split + 1].sum(axis=0), totals[split + 1 :].sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        difference = after / n_after - before / n_before
    low, high = np.nanquantile(difference[len(RULES) :], [0.025, 0.975])
    first, last = np.quantile(drawn, [0.025, 0.975], method="closest_observation").astype(int)
    return {
        "name": found.names[place], "period": found.groups[split + 1],
        "period_low": found.groups[first + 1], "period_high": found.groups[last + 1],
        "n_before": round(before[_OWN]), "total_before": round(n_before[_OWN]),
        "n_after": round(after[_OWN]), "total_after": round(n_after[_OWN]),
        "share_before": before[_OWN] / n_before[_OWN], "share_after": after[_OWN] / n_after[_OWN],
        "difference": difference[_OWN], "ci_low": low, "ci_high": high,
    }  # fmt: skip


def _ordered(rows: list[dict[str, Any]]) -> pd.DataFrame:
    from scipy.stats import false_discovery_control

    adjusted = false_discovery_control([row["p"] for row in rows])
    made = tables.CHANGES.make(row | {"q": q} for row, q in zip(rows, adjusted, strict=True))
    return made.sort_values(["q", "ratio", "name"], ascending=[True, False, True], ignore_index=True)
