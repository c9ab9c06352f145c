"""How much the keyword lists agree from one analyzer to the next."""

from __future__ import annotations

import pandas as pd

from helpers.keywords.rbo import rbo_matrix


def analyzer_agreement(stability: pd.DataFrame, *, p: float = 0.9) -> pd.DataFrame:
    """The mean rank-biased overlap of two analyzers' lists, all other choices alike.

    stability  tables.STABILITY of one text
    p          as in ``rbo``
    returns    a square table, 0 to 1, analyzers as index and columns in the order of the table; 1 on the diagonal.
               No lists give an empty one.
    """
    choices = ["stopwords", "pos", "measure"]
    squares = [
        rbo_matrix(lists.assign(variant=lists["analyzer"]), p=p) for _, lists in stability.groupby(choices, sort=True)
    ]
    if not squares:
        return pd.DataFrame(dtype=float)
    order = list(dict.fromkeys(stability["analyzer"]))
    mean = pd.concat(squares).groupby(level=0).mean()
    return mean.reindex(index=order, columns=order)
