"""Which terms set one article of several apart from the others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from helpers.keywords.counts import Counts, Sample
from helpers.keywords.scope import MeasuresOf, score_texts
from helpers.keywords.scoring import Measure


def tf_idf(terms: pd.DataFrame) -> pd.DataFrame:
    """TF-IDF of each term in each article.

    terms    tables.TERMS of several articles
    returns  tables.KEYWORDS, measure ``tf_idf``; no intervals. One article alone gives no rows: there is nothing to
             tell it from.

    Share of the article's terms times ln(articles / articles with the term); Sparck Jones (1972).
    """
    return score_texts(terms, tf_idf_measures(terms))


def tf_idf_measures(terms: pd.DataFrame) -> MeasuresOf:
    """The measure of ``tf_idf`` for one text, with the rarity that terms have over all of ``terms``."""
    articles = terms.groupby("analyzer")["article_id"].nunique()
    holding = {name: rows.groupby("term")["article_id"].nunique() for name, rows in terms.groupby("analyzer")}

    def measures(counts: Counts, rows: pd.DataFrame) -> Sequence[Measure]:
        analyzer = rows["analyzer"].iloc[0]
        if articles[analyzer] < 2 or rows["article_id"].nunique() > 1:
            return []
        rarity = np.log(articles[analyzer] / holding[analyzer].reindex(counts.terms).to_numpy(dtype=float))
        return [Measure("tf_idf", lambda sample: _shares(sample) * rarity)]

    return measures


def _shares(sample: Sample) -> np.ndarray:
    total = sample.occurrences.sum(axis=1, keepdims=True)
    return np.divide(sample.occurrences, total, out=np.zeros_like(sample.occurrences), where=total > 0)
