"""How often terms occur: in the text, in its sentences, in its articles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from helpers.keywords.counts import Counts, Sample
from helpers.keywords.scope import score_texts
from helpers.keywords.scoring import Measure


def frequency(terms: pd.DataFrame) -> pd.DataFrame:
    """Occurrences of each term, sentences that hold it, and (over several articles) articles that hold it.

    terms    tables.TERMS
    returns  tables.KEYWORDS: measures ``frequency``, ``sentence_frequency``, for all articles together also
             ``document_frequency``; no intervals (``keywords`` has them). No terms give no rows.
    """
    return score_texts(terms, frequency_measures)


def frequency_measures(counts: Counts, rows: pd.DataFrame | None = None) -> Sequence[Measure]:
    """The measures of ``frequency`` for one text; without ``rows``, its TERMS, no document frequency."""
    measures = [
        Measure("frequency", lambda sample: sample.occurrences),
        Measure("sentence_frequency", _sentence_frequency),
    ]
    if rows is not None and rows["article_id"].nunique() > 1:
        holding = rows.groupby("term")["article_id"].nunique().reindex(counts.terms).to_numpy(dtype=float)
        measures.append(Measure("document_frequency", lambda sample: holding[None, :], resampled=False))
    return measures


def _sentence_frequency(sample: Sample) -> np.ndarray:
    return ((sample.counts.by_sentence > 0).astype(float).T @ sample.weights.T).T
