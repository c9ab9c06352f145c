"""How alike the keyword lists are that different choices make."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.reporting.korean.names import analyzer_name
from helpers.reporting.plots.style import GREY, SIZE, SMALL, WIDTH, empty_axes, new_axes, printable, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

NUMBERED_UP_TO = 9
DARK_FROM = 0.66  # of the colour map: from here white is the more legible


@styled
def plot_stability(matrix: pd.DataFrame) -> Axes:
    """A square of similarities: the darker, the more alike two lists are.

    matrix   similarity from 0 to 1 (rank-biased overlap), the same names in its index and its columns
    returns  Axes; each cell holds its number as long as there are at most nine lists; a missing one stays white
    """
    if matrix.empty:
        return empty_axes("견줄 목록이 없다.")
    names = [printable(analyzer_name(name), length=16) for name in matrix.index]
    size = len(names)
    axes = new_axes(height=min(WIDTH * 0.92, 1.6 + 0.5 * size))
    axes.imshow(matrix.to_numpy(dtype="float64", na_value=float("nan")), cmap="Blues", vmin=0, vmax=1, aspect="auto")
    axes.set_xticks(range(size), names, rotation=40, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(size), names, fontsize=SMALL)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)
    if size <= NUMBERED_UP_TO:
        _number_cells(axes, matrix)
    return axes


def _number_cells(axes: Axes, matrix: pd.DataFrame) -> None:
    for y, row in enumerate(matrix.to_numpy(dtype="float64", na_value=float("nan"))):
        for x, value in enumerate(row):
            missing = value != value
            colour = GREY if missing else "white" if value > DARK_FROM else "black"
            text = "–" if missing else f"{value:.2f}"
            axes.text(x, y, text, ha="center", va="center", color=colour, fontsize=SIZE if len(matrix) < 7 else SMALL)
