"""Tables of a corpus as a reader takes them in: a row for each outlet or period, no column that says nothing."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.reporting.korean.numbers import percent, percent_interval
from helpers.reporting.prose.corpus import STRATA, compared

_COUNTED = ("articles", "own", "sentences", "words", "nouns")
_BY_OUTLET = ("outlet", "stratum", "articles", "own", "periods", "sentences", "words", "nouns")


def by_outlet(coverage: pd.DataFrame) -> pd.DataFrame:
    """tables.COVERAGE with one row for each outlet and stratum, most articles first, and its periods.

    What was counted for no outlet has no column: sentences of noun lists, nouns of full texts.
    """
    grouped = coverage.groupby(["outlet", "stratum"], sort=True)
    found = grouped[list(_COUNTED)].sum(min_count=1).assign(periods=grouped["period"].nunique()).reset_index()
    found = found.sort_values(["articles", "outlet"], ascending=[False, True], kind="stable")
    found["stratum"] = found["stratum"].replace(STRATA)
    shown = [name for name in _BY_OUTLET if found.empty or not found[name].isna().all()]
    return found[shown].reset_index(drop=True)


def by_group(shares: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Rows of tables.SHARES of one ``by`` as one row for each group, and a column for each name.

    names    what the names are called, in the order of the columns
    returns  group, in their order, total (its articles), and for each name its share with its interval; where a group
             is too small to be spoken of, only the number of articles that have it
    """
    told = set(compared(shares)["group"])
    cells = shares.assign(cell=[_cell(row, firm=row["group"] in told) for _, row in shares.iterrows()])
    made = cells.drop_duplicates("group")[["group", "total"]].set_index("group")
    for name, called in names.items():
        made[called] = cells[cells["name"] == name].set_index("group")["cell"]
    return made.reset_index()


def _cell(row: pd.Series, *, firm: bool) -> str:
    if not firm or pd.isna(row["ci_low"]):
        return f"{row['n']}편"
    return f"{percent(row['share'])}({percent_interval(row['ci_low'], row['ci_high'])})"
