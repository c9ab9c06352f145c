"""Where in an article words fall."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd

from helpers.reporting.plots.style import (
    BLUE,
    GREY,
    PALE,
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
def plot_dispersion(positions: pd.DataFrame, *, marks: Mapping[float, str] | None = None) -> Axes:
    """Plot a row for each term and a stroke for each occurrence, from the start of the article to its end.

    positions  tables.POSITIONS of one article and analyzer; rows in the order in which terms first appear in it
    marks      share of the article (0 to 1) where a part begins, and the part's name ("" for a line without one)
    returns    Axes
    """
    only(positions, "article_id", "analyzer")
    if positions.empty:
        return empty_axes("보여 줄 낱말이 없다.")
    terms = list(dict.fromkeys(positions["term"]))
    axes = new_axes(height=0.95 + 0.3 * len(terms))
    axes.hlines(range(len(terms)), 0, 1, color=PALE, linewidth=0.8)
    for share, name in (marks or {}).items():
        axes.axvline(share, color=GREY, linewidth=0.8, linestyle=(0, (2, 3)))
        axes.text(share, -0.72, f" {printable(name, length=8)}", fontsize=SMALL, color=GREY, va="bottom")
    rows = positions["term"].map({term: row for row, term in enumerate(terms)})
    axes.vlines(positions["share"], rows - 0.36, rows + 0.36, color=BLUE, linewidth=1.8)
    counts = positions["term"].value_counts()
    label_rows(axes, [f"{printable(term, length=12)} {counts[term]}" for term in terms])
    axes.set_xlim(-0.005, 1.005)
    axes.set_xticks([0, 0.25, 0.5, 0.75, 1], ["처음", "25%", "가운데", "75%", "끝"])
    axes.set_xlabel("기사에서의 위치, 낱말 옆 숫자는 횟수", fontsize=SMALL)
    return axes
