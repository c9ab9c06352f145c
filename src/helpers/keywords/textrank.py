"""Which terms the other terms lead to."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from helpers.keywords.counts import Counts, Sample
from helpers.keywords.pagerank import pagerank
from helpers.keywords.pairs import sentence_links
from helpers.keywords.scope import score_texts
from helpers.keywords.scoring import Measure

WINDOW = 4


def textrank(terms: pd.DataFrame, *, window: int = WINDOW, damping: float = 0.85) -> pd.DataFrame:
    """TextRank of each term.

    terms    tables.TERMS
    window   terms of one sentence are linked when they stand at most so many terms apart
    damping  probability of following a link
    returns  tables.KEYWORDS, measure ``textrank``: shares that sum to 1; no intervals. No terms give no rows.

    PageRank over links weighted by how often they occur; Mihalcea & Tarau (2004).
    """
    return score_texts(terms, lambda counts, rows: textrank_measures(counts, window=window, damping=damping))


def textrank_measures(counts: Counts, *, window: int = WINDOW, damping: float = 0.85) -> Sequence[Measure]:
    """The measure of ``textrank`` for one text."""
    graph, by_sentence = sentence_links(counts, window=window)

    def values(sample: Sample) -> np.ndarray:
        weights = np.ascontiguousarray((by_sentence.T @ sample.weights.T).T)
        return pagerank(graph, weights, sample.occurrences > 0, damping=damping)

    return [Measure("textrank", values, width=2 * len(graph.a))]
