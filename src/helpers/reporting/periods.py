"""The days, months or years of a corpus, those without an article among them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.tables.columns import UNKNOWN

_LENGTHS = {4: "Y", 7: "M", 10: "D"}


def spanned(periods: Iterable[str]) -> list[str]:
    """Every period from the first to the last, all of one kind ('2024', '2024-06', '2024-06-01'); none for none."""
    known = sorted(set(periods) - {UNKNOWN})
    if not known:
        return []
    return [str(period) for period in pd.period_range(known[0], known[-1], freq=_LENGTHS[len(known[0])])]
