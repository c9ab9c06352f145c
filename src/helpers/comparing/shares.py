"""The share of each group's articles that hold a word, quote somebody or make a claim."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from helpers import tables
from helpers.comparing.population import RULES, Population
from helpers.comparing.sums import Sampling, Sums, sums
from helpers.narrative.weighing import wilson


def shares(
    parts: Iterable[pd.DataFrame],
    people: Population,
    *,
    measure: str,
    by: str,
    names: Sequence[str],
    sampling: Sampling,
) -> pd.DataFrame:
    """What share of each group's articles has each name.

    parts    frames of article_id and name, one row for each name in an article
    measure  what the names are: 'term', 'voice', 'claim'
    returns  tables.SHARES, by group and name: the share under the rule of ``sampling``, its interval over resampled
             stories (where none or all have the name, Wilson's of the group's stories), and in ``keep``, ``flag`` and
             ``own`` the share under each rule for copies
    """
    found = sums(counted(parts), people, by=by, names=names, sampling=sampling)
    return shares_of(found, measure=measure, by=by, sampling=sampling)


def counted(parts: Iterable[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The parts without repetitions: each pair of article and name has one row, with n 1."""
    return (part.assign(n=1.0) for part in parts)


def shares_of(found: Sums, *, measure: str, by: str, sampling: Sampling) -> pd.DataFrame:
    """tables.SHARES of sums that are there already."""
    return tables.SHARES.make(_rows(found, measure, by, sampling))


def _rows(found: Sums, measure: str, by: str, sampling: Sampling) -> Iterator[dict[str, object]]:
    with np.errstate(divide="ignore", invalid="ignore"):
        share = found.values / found.totals[:, None, :]
    chosen = RULES.index(sampling.rule)
    low, high = _interval(share[:, :, len(RULES) :])
    low, high = _never_certain(low, high, share[:, :, chosen], found.totals[:, RULES.index("own")])
    for g, group in enumerate(found.groups):
        for k, name in enumerate(found.names):
            yield {
                "measure": measure, "name": name, "by": by, "group": group,
                "n": round(found.values[g, k, chosen]), "total": round(found.totals[g, chosen]),
                "share": share[g, k, chosen], "ci_low": low[g, k], "ci_high": high[g, k],
                **{rule: share[g, k, place] for place, rule in enumerate(RULES)},
            }  # fmt: skip


def _interval(draws: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The middle 95 % of the draws; missing where a group has too few articles to be drawn without."""
    whole = np.isfinite(draws).all(axis=2)
    filled = np.where(whole[:, :, None], draws, 0.0)
    low, high = np.quantile(filled, [0.025, 0.975], axis=2)
    return np.where(whole, low, np.nan), np.where(whole, high, np.nan)


def _never_certain(
    low: np.ndarray, high: np.ndarray, share: np.ndarray, stories: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """The intervals; where none or all of a group's articles have the name, no draw differs, and Wilson's is given."""
    low, high = low.copy(), high.copy()
    for g, k in zip(*np.nonzero(np.isfinite(low) & ((share == 0) | (share == 1))), strict=True):
        total = round(stories[g])
        low[g, k], high[g, k] = wilson(total if share[g, k] == 1 else 0, total)
    return low, high
