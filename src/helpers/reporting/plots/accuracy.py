"""How accurate each analyzer was found to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.reporting.korean.names import analyzer_name
from helpers.reporting.plots.style import (
    PALE,
    SERIES,
    SHAPES,
    SMALL,
    empty_axes,
    label_rows,
    new_axes,
    printable,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@styled
def plot_accuracy(accuracy: pd.DataFrame) -> Axes:
    """Plot accuracy: a row for each analyzer, in the order of the table, and a mark for each corpus.

    accuracy  analyzer, corpus, f1 (0 to 1): what ``helpers.tokenizing.accuracy`` returns
    returns   Axes
    """
    measured = accuracy.dropna(subset=["f1"])
    if measured.empty:
        return empty_axes("잰 것이 없다.")
    names = list(dict.fromkeys(measured["analyzer"]))
    corpora = list(dict.fromkeys(measured["corpus"]))
    axes = new_axes(height=1.15 + 0.34 * len(names), grid="x")
    axes.hlines(range(len(names)), 0, 1, color=PALE, linewidth=0.8)
    for index, corpus in enumerate(corpora):
        part = measured[measured["corpus"] == corpus]
        style = index % len(SERIES)
        axes.plot(
            part["f1"],
            part["analyzer"].map(names.index),
            SHAPES[style],
            color=SERIES[style],
            markersize=8,
            label=printable(corpus, length=30),
        )
    label_rows(axes, [analyzer_name(name) for name in names])
    axes.set_xlim(max(0.0, measured["f1"].min() - 0.08), 1.0)
    axes.set_xlabel("F1: 1에 가까울수록 정확하다", fontsize=SMALL)
    axes.legend(loc="lower center", bbox_to_anchor=(0.45, 1.0), ncols=min(2, len(corpora)))
    return axes
