"""Sums over articles by group and name, under every rule and in every draw at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers.comparing.population import RULES, Population, weights


@dataclass(frozen=True)
class Sums:
    """``values``: groups x names x (rules, then draws); ``totals``: groups x (rules, then draws)."""

    groups: Sequence[str]
    names: Sequence[str]
    values: np.ndarray
    totals: np.ndarray


@dataclass(frozen=True)
class Sampling:
    """How copies are counted and intervals drawn: the rule for copies, the number of draws, their seed."""

    rule: str = "own"
    draws: int = 200
    seed: int = 1


def sums(
    parts: Iterable[pd.DataFrame],
    people: Population,
    *,
    by: str,
    names: Sequence[str],
    sampling: Sampling,
    size: str | None = None,
) -> Sums:
    """Sum what the parts hold, bucket by bucket.

    parts    frames of article_id, name, n: one row an article and name
    by       'outlet' or 'period'
    names    the names to sum; others are left out
    size     the column of the population that ``totals`` adds up; without it they count articles
    """
    from scipy.sparse import csr_array

    groups = people.groups(by)
    group_of = {group: place for place, group in enumerate(groups)}
    known_names = pd.Index(pd.Series(list(names), dtype="str"))
    known = people.articles[people.articles[by].isin(groups)].reset_index(drop=True)
    cells = known[by].map(group_of).to_numpy(dtype=int) * len(names)
    known_articles = pd.Index(known["article_id"])
    values = np.zeros((len(groups) * len(names), len(RULES) + sampling.draws))
    for part in parts:
        rows, columns = (
            known_articles.get_indexer(pd.Index(part["article_id"])),
            known_names.get_indexer(pd.Index(part["name"])),
        )
        good = (rows >= 0) & (columns >= 0)
        if not good.any():
            continue
        places, local = np.unique(rows[good], return_inverse=True)
        cell = cells[rows[good]] + columns[good]
        matrix = csr_array((part["n"].to_numpy(dtype=float)[good], (cell, local)), shape=(values.shape[0], len(places)))
        values += matrix @ _weights(known.iloc[places], sampling)
    return Sums(
        groups,
        names,
        values.reshape(len(groups), len(names), values.shape[1]),
        _totals(known, groups, by, size, sampling),
    )


def _totals(known: pd.DataFrame, groups: Sequence[str], by: str, size: str | None, sampling: Sampling) -> np.ndarray:
    totals = np.zeros((len(groups), len(RULES) + sampling.draws))
    for place, group in enumerate(groups):
        own = known[known[by] == group]
        for start in range(0, len(own), 5_000):
            some = own.iloc[start : start + 5_000]
            sizes = np.ones(len(some)) if size is None else some[size].to_numpy(dtype=float)
            totals[place] += sizes @ _weights(some, sampling)
    return totals


def _weights(articles: pd.DataFrame, sampling: Sampling) -> np.ndarray:
    return weights(articles, rule=sampling.rule, draws=sampling.draws, seed=sampling.seed)
