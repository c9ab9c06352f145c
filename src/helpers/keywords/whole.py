"""The rows of a table that speak of the study as a whole."""

from __future__ import annotations

import pandas as pd

from helpers.tables import WHOLE


def of_study(frame: pd.DataFrame, **equal: str | int) -> pd.DataFrame:
    """The rows about all articles together: those of ``*`` in a study of several articles, all rows in one of one.

    frame    a table with article_id, such as KEYWORDS or COLLOCATIONS
    equal    values that other columns must have, such as ``measure="frequency"``
    returns  the rows, in their order
    """
    chosen = frame[frame["article_id"] == WHOLE] if (frame["article_id"] == WHOLE).any() else frame
    for column, value in equal.items():
        chosen = chosen[chosen[column] == value]
    return chosen.reset_index(drop=True)
