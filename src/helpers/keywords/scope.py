"""The texts that a study is measured in: each article, and all of them as one (article_id ``*``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pandas as pd

from helpers import tables
from helpers.keywords.counts import Counts, counts_of
from helpers.keywords.scoring import Columns, Measure, keywords_table, score

MeasuresOf = Callable[[Counts, pd.DataFrame], Sequence[Measure]]


def score_texts(
    terms: pd.DataFrame, measures_of: MeasuresOf, *, draws: int = 0, seed: int = 0, each: bool = True
) -> pd.DataFrame:
    """tables.KEYWORDS of every analyzer and text in TERMS; ``each=False`` leaves single articles of several out."""
    parts: list[Columns] = []
    for analyzer, article, rows in texts(terms, each=each):
        counts = counts_of(rows)
        measures = measures_of(counts, rows)
        parts += score(counts, measures, article_id=article, analyzer=analyzer, draws=draws, seed=seed)
    return keywords_table(parts)


def texts(terms: pd.DataFrame, *, each: bool = True) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Analyzer, article and its rows; ``*`` first, where there are several articles."""
    for analyzer, of_analyzer in terms.groupby("analyzer", sort=True):
        several = of_analyzer["article_id"].nunique() > 1
        if several:
            yield str(analyzer), tables.WHOLE, of_analyzer
        if each or not several:
            for article, rows in of_analyzer.groupby("article_id", sort=True):
                yield str(analyzer), str(article), rows


def of_study(frame: pd.DataFrame, **equal: str | int) -> pd.DataFrame:
    """The rows about all articles together: those of ``*`` in a study of several articles, all rows in one of one.

    frame    a table with article_id, such as KEYWORDS or COLLOCATIONS
    equal    values that other columns must have, such as ``measure="frequency"``
    returns  the rows, in their order
    """
    chosen = frame[frame["article_id"] == tables.WHOLE] if (frame["article_id"] == tables.WHOLE).any() else frame
    for column, value in equal.items():
        chosen = chosen[chosen[column] == value]
    return chosen.reset_index(drop=True)
