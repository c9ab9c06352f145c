"""Terms that stand near each other in a sentence."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.keywords.counts import Counts
from helpers.keywords.pagerank import Graph


def near_pairs(counts: Counts, *, window: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Every two different terms of one sentence at most ``window`` terms apart: the two, smaller first, and where.

    returns  numbers of the first terms, of the second terms, of the sentences; one entry for each time
    """
    first, second, where = [], [], []
    for apart in range(1, min(window, len(counts.sequence) - 1) + 1):
        together = counts.sentence[:-apart] == counts.sentence[apart:]
        left, right = counts.sequence[:-apart], counts.sequence[apart:]
        meant = together & (left != right)
        if not together.any():
            break
        first.append(np.minimum(left, right)[meant])
        second.append(np.maximum(left, right)[meant])
        where.append(counts.sentence[:-apart][meant])
    if not first:
        return (np.empty(0, dtype="int64"),) * 3
    return np.concatenate(first), np.concatenate(second), np.concatenate(where)


def sentence_links(counts: Counts, *, window: int) -> tuple[Graph, Any]:
    """The graph of near pairs, and how often each link occurs in each sentence (sentences x links, sparse)."""
    from scipy.sparse import csr_array

    first, second, where = near_pairs(counts, window=window)
    links, number = np.unique(first * len(counts.terms) + second, return_inverse=True)
    occurrences = csr_array((np.ones(len(where)), (where, number)), shape=(counts.sentences, len(links)))
    occurrences.sum_duplicates()
    width = max(len(counts.terms), 1)
    return Graph(len(counts.terms), links // width, links % width), occurrences
