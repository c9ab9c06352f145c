"""Every measure of every term, with its doubt."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.keywords.counts import Counts
from helpers.keywords.frequency import frequency_measures
from helpers.keywords.keyness import keyness_measures
from helpers.keywords.reference import corpora
from helpers.keywords.scope import score_texts
from helpers.keywords.scoring import Measure
from helpers.keywords.textrank import WINDOW, textrank_measures
from helpers.keywords.tf_idf import tf_idf_measures


def keywords(
    terms: pd.DataFrame,
    *,
    reference: pd.DataFrame | None = None,
    draws: int = 1000,
    seed: int = 0,
    window: int = WINDOW,
    each: bool = True,
) -> pd.DataFrame:
    """Each term's value and rank under every measure, with bootstrap intervals.

    terms      tables.TERMS
    reference  tables.TERM_COUNTS of one or more reference corpora; without one there is no keyness
    draws      how often the text's sentences (from five articles on, its articles) are drawn anew, with replacement;
               0 for no intervals
    seed       of the draws
    window     of TextRank, in terms
    each       of several articles: each one too, or only all of them together (``*``)
    returns    tables.KEYWORDS by analyzer, text, measure and rank: ``frequency``, ``sentence_frequency``,
               ``document_frequency`` (``*`` only), ``keyness_<reference>`` and ``log_ratio_<reference>``, ``tf_idf``
               (several articles), ``textrank``. No terms give no rows.

    One article is one observation: its intervals describe how much a value hangs on single sentences of this text,
    and say nothing about other texts. Fewer than five sentences have none.
    """
    known = corpora(reference)
    tf_idf_of = tf_idf_measures(terms)

    def measures(counts: Counts, rows: pd.DataFrame) -> Sequence[Measure]:
        return [
            *frequency_measures(counts, rows),
            *keyness_measures(counts, known),
            *tf_idf_of(counts, rows),
            *textrank_measures(counts, window=window),
        ]

    return score_texts(terms, measures, draws=draws, seed=seed, each=each)
