"""Words that stand together, as a list of pairs."""

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


@styled
def plot_collocations(collocations: pd.DataFrame, *, top: int = 15) -> Axes:
    """The ``top`` pairs of the greatest value, each a dot, with how often the two stand together.

    collocations  tables.COLLOCATIONS of one article, analyzer and measure
    returns       Axes
    """
    only(collocations, "article_id", "analyzer", "measure")
    order = ["value", "n", "term_a", "term_b"]
    shown = collocations.dropna(subset=["value"]).sort_values(order, ascending=[False, False, True, True]).head(top)
    if shown.empty:
        return empty_axes("보여 줄 짝이 없다.")
    axes = new_axes(height=0.9 + 0.31 * len(shown), grid="x")
    rows = range(len(shown))
    axes.plot(shown["value"], rows, "o", color=BLUE, markersize=6.5)
    for row, (value, n) in enumerate(zip(shown["value"], shown["n"], strict=True)):
        axes.annotate(
            f"{n}번", (value, row), (8, 0), textcoords="offset points", va="center", fontsize=SMALL, color=GREY
        )
    pairs = zip(shown["term_a"], shown["term_b"], strict=True)
    label_rows(axes, [f"{printable(a, length=9)} – {printable(b, length=9)}" for a, b in pairs])
    axes.set_xlabel(f"{measure_name(shown['measure'].iloc[0])}, 숫자는 함께 나온 횟수", fontsize=SMALL)
    axes.margins(x=0.16)
    return axes
