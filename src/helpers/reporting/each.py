"""Show a figure for each article, for plots of one article in a study of several."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.reporting.saying import Displayable
from helpers.reporting.showing import Shown, show

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 12


@dataclass(frozen=True)
class ShownEach:
    """Figures that a cell shows one below the other."""

    figures: tuple[Shown | Displayable, ...]

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for figure in self.figures:
            display(figure)


def show_each(
    plot: Callable[..., Axes],
    frame: pd.DataFrame,
    *,
    alt: str,
    caption: str | Displayable = "",
    name: str,
    **options: Any,
) -> ShownEach:
    """``show(plot(rows), ...)`` for the rows of each article, in the order of the table.

    plot     what draws the rows of one article
    frame    a table with article_id; no rows give one figure that says so
    alt, caption, name  as in ``show``; with several articles the alternative text names the article, names are
             numbered, and the caption stands under the last figure
    options  of the plot

    At most 12 articles are shown: a study of hundreds is not read off strips.
    """
    ids = list(dict.fromkeys(frame["article_id"]))[:MOST]
    if len(ids) < 2:
        return ShownEach((show(plot(frame, **options), alt=alt, caption=caption, name=name),))
    return ShownEach(
        tuple(
            show(
                plot(frame[frame["article_id"] == article_id].reset_index(drop=True), **options),
                alt=f"{article_id}: {alt}",
                caption=caption if number == len(ids) else article_id,
                name=f"{name}-{number}",
            )
            for number, article_id in enumerate(ids, 1)
        )
    )
