"""What of a page was kept, and what was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.reporting.korean.names import LABELS
from helpers.reporting.plots.style import (
    BLUE,
    GREY,
    PALE,
    SMALL,
    empty_axes,
    label_rows,
    new_axes,
    styled,
    whole_numbers,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@styled
def plot_page_strip(lines: pd.DataFrame) -> Axes:
    """Plot the lines of one article along the page, in a row for each label: kept ones filled, removed ones hatched.

    lines    tables.LINES of one article
    returns  Axes; x is the place in the raw text in characters, blank lines are left out
    """
    shown = lines[lines["label"] != "blank"]
    if shown.empty:
        return empty_axes("보여 줄 줄이 없다.")
    labels = [label for label in LABELS if (shown["label"] == label).any()]
    axes = new_axes(height=0.9 + 0.34 * len(labels))
    rows = shown["label"].map(labels.index)
    styles: dict[bool, dict[str, Any]] = {
        True: {"color": BLUE},
        False: {"facecolor": PALE, "edgecolor": GREY, "hatch": "//////"},
    }
    for kept, style in styles.items():
        part = shown[shown["kept"] == kept]
        axes.barh(
            rows[part.index],
            part["end"] - part["start"],
            left=part["start"],
            height=0.62,
            linewidth=0,
            label="남긴 글" if kept else "덜어 낸 글",
            **style,
        )
    label_rows(axes, [LABELS[label] for label in labels])
    axes.set_xlim(lines["start"].min(), lines["end"].max())
    axes.set_xlabel("원문에서의 위치(글자)", fontsize=SMALL)
    whole_numbers(axes)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2)
    return axes
