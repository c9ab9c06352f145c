"""Which terms often stand near each other."""

from __future__ import annotations

import numpy as np
import pandas as pd

from helpers import tables
from helpers.keywords.counts import Counts, counts_of
from helpers.keywords.keyness import o_ln_oe
from helpers.keywords.pairs import near_pairs
from helpers.keywords.scope import texts

# numbers of the first and second terms, how often together, in how many sentences; how often each term, how much in all
Pairs = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray, float]
MEASURES = ("pmi", "npmi", "log_likelihood", "t_score", "log_dice")


def collocations(terms: pd.DataFrame, *, window: int | None = 4, min_count: int = 2, each: bool = True) -> pd.DataFrame:
    """Measure how strongly terms that stand together are associated.

    terms      tables.TERMS
    window     they stand together when they are at most so many terms apart in a sentence; without it, when one
               sentence holds both
    min_count  pairs that stand together in fewer sentences are left out: PMI is highest for the rarest pairs, and a
               word that one sentence repeats would be associated with all its neighbours
    each       of several articles: each one too, or only all of them together (``*``)
    returns    tables.COLLOCATIONS by text, measure and value; no pair gives no rows

    With a window, one observation is one pair of terms (counted from either side, so that the table is symmetric);
    without it, one sentence. O is the number of observations with both terms, R and C with the first and the second, N
    of all, and E = RC/N: pmi = log2(O/E) (Church & Hanks
    1990); npmi = pmi / -log2(O/N) (Bouma 2009); log_likelihood = 2 * sum(O ln(O/E)) over four cells, negative where
    O < E (Dunning 1993); t_score = (O - E) / sqrt(O); log_dice = 14 + log2(2O / (R + C)) (Rychly 2008).
    """
    parts = [
        _text(counts_of(rows), window, min_count).assign(article_id=article, analyzer=analyzer)
        for analyzer, article, rows in texts(terms, each=each)
    ]
    frame = pd.concat(parts) if parts else tables.COLLOCATIONS.empty()
    columns = {name: column.dtype for name, column in tables.COLLOCATIONS.columns.items()}
    return frame[list(columns)].reset_index(drop=True).astype(columns)


def associations(together: np.ndarray, first: np.ndarray, second: np.ndarray, total: float) -> dict[str, np.ndarray]:
    """Each measure, computed from the observations with both terms, with the first, with the second, and of all."""
    with np.errstate(divide="ignore", invalid="ignore"):
        expected = first * second / total
        pmi = np.log2(together / expected)
        surprise = -np.log2(together / total)
        cells = [together, first - together, second - together, total - first - second + together]
        rows, columns = [first, first, total - first, total - first], [second, total - second] * 2
        observed = [cells[0], cells[1], cells[2], cells[3]]
        g2 = 2 * sum(o_ln_oe(o, r * c / total) for o, r, c in zip(observed, rows, columns, strict=True))
        return {
            "pmi": pmi,
            "npmi": np.where(surprise > 0, pmi / surprise, np.nan),
            "log_likelihood": np.where(together < expected, -g2, g2),
            "t_score": (together - expected) / np.sqrt(together),
            "log_dice": 14 + np.log2(2 * together / (first + second)),
        }


def _text(counts: Counts, window: int | None, min_count: int) -> pd.DataFrame:
    a, b, together, within, margin, total = (
        _sentence_pairs(counts, min_count) if window is None else _window_pairs(counts, window)
    )
    often = within >= min_count
    a, b, together, within = a[often], b[often], together[often], within[often]
    values = associations(together, margin[a], margin[b], total)
    pairs = pd.DataFrame(
        {
            "term_a": counts.terms[a], "term_b": counts.terms[b], "n": together.astype("int64"),
            "sentences": within.astype("int64"), "n_a": margin[a].astype("int64"), "n_b": margin[b].astype("int64"),
        }
    )  # fmt: skip
    stacked = pd.concat([pairs.assign(measure=name, value=values[name]) for name in MEASURES])
    order = {name: place for place, name in enumerate(MEASURES)}
    stacked["place"] = stacked["measure"].map(order)
    return stacked.sort_values(["place", "value", "term_a", "term_b"], ascending=[True, False, True, True])


def _window_pairs(counts: Counts, window: int) -> Pairs:
    first, second, where = near_pairs(counts, window=window)
    width = max(len(counts.terms), 1)
    pairs, number, together = np.unique(first * width + second, return_inverse=True, return_counts=True)
    within = np.bincount(np.unique(number * (counts.sentences + 1) + where) // (counts.sentences + 1))
    margin = np.bincount(np.concatenate([first, second]), minlength=len(counts.terms)).astype(float)
    return pairs // width, pairs % width, together.astype(float), within, margin, 2.0 * len(first)


def _sentence_pairs(counts: Counts, min_count: int) -> Pairs:
    """Pairs of terms that stand together in at least ``min_count`` sentences."""
    from scipy.sparse import triu

    holds = (counts.by_sentence > 0).astype(float)
    margin = np.asarray(holds.sum(axis=0)).ravel()
    often = np.flatnonzero(margin >= min_count)
    both = triu(holds[:, often].T @ holds[:, often], k=1).tocoo()
    order = np.lexsort((both.col, both.row))
    together = both.data[order]
    return often[both.row[order]], often[both.col[order]], together, together, margin, float(counts.sentences)
