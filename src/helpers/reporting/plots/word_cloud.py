"""The words themselves, large and small, for readers who look for a cloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.reporting.plots.style import BLUE, WIDTH, empty_axes, font_file, new_axes, only, printable, styled

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HEIGHT = 2.4
GRID = 60  # pixels an inch where words are placed; they are drawn four times as fine
FINER = 4
SMALLEST = 6  # of those pixels: 0.1 inch


@styled
def plot_word_cloud(keywords: pd.DataFrame, *, top: int = 20, seed: int = 0) -> Axes:
    """The best ``top`` terms of a positive value, sized by it, all upright and of one colour, which means nothing.

    keywords  tables.KEYWORDS of one article, analyzer and measure
    seed      of the places, which mean nothing either
    returns   Axes; a word for which there is no room is left out
    """
    only(keywords, "article_id", "analyzer", "measure")
    shown = keywords[keywords["value"] > 0].sort_values("rank").head(top)
    if shown.empty:
        return empty_axes("보여 줄 핵심어가 없다.")
    from wordcloud import WordCloud

    cloud = WordCloud(
        font_path=str(font_file()), width=round(WIDTH * GRID), height=round(HEIGHT * GRID), scale=FINER, margin=6,
        background_color="white", color_func=lambda *_, **__: BLUE, prefer_horizontal=1, min_font_size=SMALLEST,
        relative_scaling=0.6, random_state=seed,
    )  # fmt: skip
    words = [printable(term, length=12) for term in shown["term"]]
    picture = cloud.generate_from_frequencies(dict(zip(words, shown["value"], strict=True)))
    axes = new_axes(height=HEIGHT)
    axes.set_axis_off()
    axes.imshow(picture.to_array(), interpolation="none", aspect="equal")
    return axes
