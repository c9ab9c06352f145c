"""How much two ranked lists agree, the top counting most."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd


def rbo(a: Sequence[str], b: Sequence[str], *, p: float = 0.9) -> float:
    """Rank-biased overlap of two lists without repetitions, extrapolated to endless ones.

    p        weight of the depths: at .9 the first ten carry 86 % of it
    returns  0 (nothing in common) to 1 (the same list); NaN where a list is empty

    Webber, Moffat & Zobel (2010), equation 32.
    """
    lists = pd.DataFrame(
        [("a", rank, term) for rank, term in enumerate(a, 1)] + [("b", rank, term) for rank, term in enumerate(b, 1)],
        columns=["variant", "rank", "term"],
    )
    return float(rbo_matrix(lists, p=p).to_numpy()[0, 1]) if len(a) and len(b) else float("nan")


def rbo_matrix(lists: pd.DataFrame, *, p: float = 0.9) -> pd.DataFrame:
    """RBO of every two variants.

    lists    columns variant, rank (from 1), term: tables.STABILITY of one text
    returns  a square table, variants as index and columns in the order of ``lists``; no lists give an empty one
    """
    variants = list(dict.fromkeys(lists["variant"]))
    if not variants:
        return pd.DataFrame(dtype=float)
    row = pd.Categorical(lists["variant"], categories=variants).codes
    column, terms = pd.factorize(lists["term"])
    ranks = np.full((len(variants), len(terms)), np.inf)
    ranks[row, column] = lists["rank"].to_numpy(dtype=float)
    return pd.DataFrame(_extrapolated(ranks, p), index=variants, columns=variants)


def _extrapolated(ranks: np.ndarray, p: float) -> np.ndarray:
    """Equation 32 for every pair at once: ``short`` and ``long`` are the lengths of the two lists."""
    lengths = np.isfinite(ranks).sum(axis=1)
    short, long = np.minimum.outer(lengths, lengths), np.maximum.outer(lengths, lengths)
    overlaps = []
    for depth in range(1, int(lengths.max()) + 1):
        upper = (ranks <= depth).astype(float)
        overlaps.append(upper @ upper.T)
    overlap = np.stack(overlaps)
    rows, columns = np.indices(short.shape)
    at_short, at_long = overlap[short - 1, rows, columns], overlap[long - 1, rows, columns]
    total = np.zeros(short.shape)
    for depth, shared in enumerate(overlap, 1):
        beyond = np.where(depth > short, at_short * (depth - short) / short, 0.0)
        total += np.where(depth <= long, (shared + beyond) / depth * p**depth, 0.0)
    tail = ((at_long - at_short) / long + at_short / short) * p**long
    return (1 - p) / p * total + tail
