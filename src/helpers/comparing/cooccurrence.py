"""Words that stand in the same articles more often than chance would have it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import pandas as pd

from helpers import tables
from helpers.comparing.population import Population
from helpers.tables.columns import UNKNOWN

FEWEST = 5  # articles that have both words
BEYOND_CHANCE = 10.83  # G2 from which on chance alone makes such a pair less than once in a thousand
LARGE = 50  # articles from which on a group's words are looked at by themselves
GROUPS, PAIRS = 12, 500  # of the largest groups, and of the closest pairs of each


def cooccurrence(
    parts: Iterable[pd.DataFrame], people: Population, *, terms: Sequence[str], rule: str, by: str = "outlet"
) -> pd.DataFrame:
    """Which words occur together: in how many articles two terms both are, in all of them and in each large group.

    parts    frames of article_id and name, one row an article and name, all of an article in one part
    rule     for copies
    returns  tables.COOCCURRENCE, all articles first, the closest pairs first; pairs that are not clearly more often
             together (G2, Dunning 1993) than two words would be that know nothing of each other are left out, as is a
             word that nearly every article has

    logDice (Rychly 2008) of articles, not of neighbours in a sentence: 14 for two words that never are apart. It is a
    description; no interval is given.
    """
    from scipy.sparse import csr_array

    counted = people.articles[people.articles[rule] > 0]
    sizes = counted[counted[by] != UNKNOWN].groupby(by).size().sort_index().sort_values(ascending=False, kind="stable")
    large = [str(group) for group in sizes[sizes >= LARGE].head(GROUPS).index]
    group_of = counted[by].to_numpy()
    known_articles, known_terms = pd.Index(counted["article_id"]), pd.Index(pd.Series(list(terms), dtype="str"))
    # terms x terms: in how many articles both are; on the diagonal, in how many the one is
    together: dict[str | None, np.ndarray] = {group: np.zeros((len(terms), len(terms))) for group in (None, *large)}
    for part in parts:
        articles, places = (
            known_articles.get_indexer(pd.Index(part["article_id"])),
            known_terms.get_indexer(pd.Index(part["name"])),
        )
        good = (articles >= 0) & (places >= 0)
        own, local = np.unique(articles[good], return_inverse=True)
        has = csr_array((np.ones(len(local)), (local, places[good])), shape=(len(own), len(terms)))
        for group, counts in together.items():
            these = has if group is None else has[np.flatnonzero(group_of[own] == group)]
            counts += (these.T @ these).toarray()
    totals: dict[str | None, int] = {None: len(counted)} | {group: int(sizes[group]) for group in large}
    rows = (row for group, counts in together.items() for row in _rows(counts, terms, by, group, totals[group]))
    return tables.COOCCURRENCE.make(rows)


def _rows(
    counts: np.ndarray, terms: Sequence[str], by: str, group: str | None, total: int
) -> Iterator[dict[str, object]]:
    alone = counts.diagonal()
    with np.errstate(divide="ignore", invalid="ignore"):
        dice = 14 + np.log2(2 * counts / (alone[:, None] + alone[None, :]))
    more = counts * total > alone[:, None] * alone[None, :]
    often = (counts >= FEWEST) & more & (_g2(counts, alone, total) >= BEYOND_CHANCE)
    first, second = np.nonzero(np.triu(often, 1))
    pairs = zip(map(int, first), map(int, second), strict=True)
    closest = sorted(pairs, key=lambda pair: (-dice[pair], terms[pair[0]], terms[pair[1]]))
    for a, b in closest[:PAIRS]:
        one, other = sorted((a, b), key=lambda place: terms[place])
        yield {
            "by": "all" if group is None else by, "group": group, "term": terms[one], "other": terms[other],
            "n": int(counts[a, b]), "n_term": int(alone[one]), "n_other": int(alone[other]), "total": total,
            "log_dice": float(dice[a, b]),
        }  # fmt: skip


def _g2(both: np.ndarray, alone: np.ndarray, total: int) -> np.ndarray:
    """Log-likelihood of each pair of words against two that know nothing of each other."""
    from scipy.special import xlogy

    one, other = alone[:, None], alone[None, :]
    seen = (both, one - both, other - both, total - one - other + both)
    each = (one, total - one, other, total - other)
    cells = sum(xlogy(np.maximum(cell, 0.0), np.maximum(cell, 0.0)) for cell in seen)
    return np.asarray(2 * (cells + xlogy(total, total) - sum(xlogy(margin, margin) for margin in each)))
