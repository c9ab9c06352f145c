"""Words of one group against the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from helpers import tables
from helpers.comparing.population import RULES, Population
from helpers.comparing.sums import Sampling, sums
from helpers.keywords.keyness import log_likelihood
from helpers.tables.columns import FEW, UNKNOWN

WIDE = 1.959964  # standard errors on either side of a 95 % interval
HALF = 0.5  # added to every count of a Log Ratio: a word that the rest lacks has one, too


def group_keyness(
    parts: Iterable[pd.DataFrame], people: Population, *, terms: Sequence[str], sampling: Sampling, by: str = "outlet"
) -> pd.DataFrame:
    """G2 and Log Ratio of each term in each group against all other groups.

    parts    frames of article_id, name, n: how often each article has each term
    returns  tables.GROUP_KEYNESS, by group, the highest G2 first; of groups that have a name and FEW articles, and
             without a group's own name, by which it signs what it prints

    G2 says how unlikely the difference is by chance if words were independent (Dunning 1993), the Log Ratio how large
    the difference is (Hardie 2014). The interval and ``q`` are of the Log Ratio over resampled stories, ``q`` after
    Benjamini and Hochberg (1995) over all rows. Neither claims more than independent words would allow: where a group
    lacks the word, its draws do not vary and would seem too certain. ``fragile``: the Log Ratio has the other sign
    under another rule for copies.
    """
    from scipy.stats import false_discovery_control, norm

    found = sums(
        parts, people, by=by, names=terms, sampling=sampling, size="nouns" if people.of == "nouns" else "words"
    )
    chosen = RULES.index(sampling.rule)
    rest, rest_size = found.values.sum(axis=0) - found.values, found.totals.sum(axis=0) - found.totals
    ratio = np.log2((found.values + HALF) / (found.totals + HALF)[:, None, :]) - np.log2(
        (rest + HALF) / (rest_size + HALF)[:, None, :]
    )
    draws = ratio[:, :, len(RULES) :]
    least = _least_spread(found.values[:, :, chosen], rest[:, :, chosen])
    spread = np.maximum(draws.std(axis=2, ddof=1), least)
    low, high = np.quantile(draws, [0.025, 0.975], axis=2)
    low = np.minimum(low, ratio[:, :, chosen] - WIDE * least)
    high = np.maximum(high, ratio[:, :, chosen] + WIDE * least)
    with np.errstate(divide="ignore", invalid="ignore"):
        p = np.where(spread > 0, 2 * norm.sf(np.abs(ratio[:, :, chosen]) / spread), 1.0)
    told = _told(found.groups, terms, people, by, sampling.rule)
    q = np.ones_like(p)
    q[told] = false_discovery_control(p[told]) if told.any() else p[told]
    rows = []
    for g, group in enumerate(found.groups):
        g2 = log_likelihood(
            found.values[g, :, chosen], rest[g, :, chosen], found.totals[g, chosen], rest_size[g, chosen]
        )
        for k in (k for k in np.argsort(-g2, kind="stable") if told[g, k]):
            rows.append(
                {
                    "by": by, "group": group, "term": terms[k], "n": round(found.values[g, k, chosen]),
                    "n_rest": round(rest[g, k, chosen]), "g2": g2[k], "log_ratio": ratio[g, k, chosen],
                    "ci_low": low[g, k], "ci_high": high[g, k], "q": q[g, k],
                    "fragile": bool(len({np.sign(value) for value in ratio[g, k, : len(RULES)]}) > 1),
                }
            )  # fmt: skip
    return tables.GROUP_KEYNESS.make(rows)


def _told(groups: Sequence[str], terms: Sequence[str], people: Population, by: str, rule: str) -> np.ndarray:
    """groups x terms: is the group large enough and known, and the term not its own name."""
    articles = people.articles.groupby(by)[rule].sum()
    large = np.array([group != UNKNOWN and articles[group] >= FEW for group in groups], dtype=bool)
    plain = ["".join(term.split()).casefold() for term in terms]
    own = np.array([["".join(group.split()).casefold() == term for term in plain] for group in groups], dtype=bool)
    return large[:, None] & ~own.reshape(len(groups), len(terms))


def _least_spread(here: np.ndarray, there: np.ndarray) -> np.ndarray:
    """The standard error of a Log Ratio of independent counts (Haldane's correction)."""
    return np.asarray(np.sqrt(1 / (here + HALF) + 1 / (there + HALF)) / np.log(2))
