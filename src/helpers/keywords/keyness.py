"""Which terms this text has more of than other texts have."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from helpers.keywords.counts import Counts, Sample
from helpers.keywords.reference import Corpus, corpora, counts_in
from helpers.keywords.scope import score_texts
from helpers.keywords.scoring import Measure

SMALLEST_COUNT = 0.5


def keyness(terms: pd.DataFrame, *, reference: pd.DataFrame) -> pd.DataFrame:
    """Log-likelihood and Log Ratio of each term against one or more reference corpora.

    terms      tables.TERMS
    reference  tables.TERM_COUNTS, of one corpus or of several
    returns    tables.KEYWORDS: ``keyness_<reference>`` (G2, negative where the term is rarer than there) and
               ``log_ratio_<reference>`` (doublings); no intervals (``keywords`` has them). No terms or an empty
               reference give no rows.

    G2 = 2 * sum(O ln(O/E)) over the two cells (Dunning 1993; Rayson & Garside 2000). Log Ratio = log2 of the ratio of
    the two shares, 0 there counted as 0.5 (Hardie 2014). ``floored``: the reference does not list the term; both values
    are then at least what they say, wherever they are positive.
    """
    known = corpora(reference)
    return score_texts(terms, lambda counts, rows: keyness_measures(counts, known))


def keyness_measures(counts: Counts, known: Iterable[Corpus]) -> Sequence[Measure]:
    """The measures of ``keyness`` for one text, two for each reference corpus."""
    measures = []
    for corpus in known:
        there, floored = counts_in(corpus, counts.terms)
        measures.append(Measure(f"keyness_{corpus.name}", _keyness(there, corpus.tokens), floored=floored))
        measures.append(Measure(f"log_ratio_{corpus.name}", _log_ratio(there, corpus.tokens), floored=floored))
    return measures


def log_likelihood(here: np.ndarray, there: np.ndarray, size_here: np.ndarray, size_there: float) -> np.ndarray:
    """G2 of counts here against counts there, negative where the share here is the smaller; no tokens give NaN."""
    with np.errstate(divide="ignore", invalid="ignore"):
        share = (here + there) / (size_here + size_there)
        expected_here, expected_there = size_here * share, size_there * share
        g2 = 2 * (o_ln_oe(here, expected_here) + o_ln_oe(there, expected_there))
        return np.where(here < expected_here, -g2, g2)


def log_ratio(here: np.ndarray, there: np.ndarray, size_here: np.ndarray, size_there: float) -> np.ndarray:
    """Doublings from the share there to the share here; nothing here gives -inf, no tokens NaN."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.log2(here / size_here) - np.log2(np.maximum(there, SMALLEST_COUNT) / size_there)


def o_ln_oe(observed: np.ndarray, expected: np.ndarray) -> np.ndarray:
    return np.where(observed > 0, observed * np.log(observed / expected), 0.0)


def _keyness(there: np.ndarray, size: float):
    def values(sample: Sample) -> np.ndarray:
        return log_likelihood(sample.occurrences, there, sample.tokens[:, None], size)

    return values


def _log_ratio(there: np.ndarray, size: float):
    def values(sample: Sample) -> np.ndarray:
        return log_ratio(sample.occurrences, there, sample.tokens[:, None], size)

    return values
