"""Keywords with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.reporting.korean.names import measure_name
from helpers.reporting.plots.style import (
    BLUE,
    GREY,
    SMALL,
    empty_axes,
    label_rows,
    new_axes,
    only,
    printable,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ALMOST_ZERO = 1e-6  # what a sum of logarithms may miss 0 by


@styled
def plot_keywords(keywords: pd.DataFrame, *, top: int = 20) -> Axes:
    """The best ``top`` terms from the top down, each a dot with its 95 % interval.

    keywords  tables.KEYWORDS of one article, analyzer and measure
    returns   Axes; a term whose interval is missing has its dot alone
    """
    only(keywords, "article_id", "analyzer", "measure")
    shown = keywords.dropna(subset=["value"]).sort_values("rank").head(top)
    if shown.empty:
        return empty_axes("보여 줄 핵심어가 없다.")
    axes = new_axes(height=0.9 + 0.29 * len(shown), grid="x")
    rows = range(len(shown))
    axes.hlines(rows, shown["ci_low"], shown["ci_high"], color=GREY, linewidth=2.2)
    axes.plot(shown["value"], rows, "o", color=BLUE, markersize=6.5)
    label_rows(axes, [printable(term, length=14) for term in shown["term"]])
    axes.set_xlabel(f"{measure_name(shown['measure'].iloc[0])}, 선은 95% 구간", fontsize=SMALL)
    if shown[["value", "ci_low"]].min().min() >= -ALMOST_ZERO * shown["value"].abs().max():
        axes.set_xlim(left=0)
    return axes
