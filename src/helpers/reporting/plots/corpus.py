"""Figures of a corpus: where its articles lie, shares with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.reporting.periods import spanned
from helpers.reporting.plots.style import (
    BLUE,
    SERIES,
    SHAPES,
    SMALL,
    empty_axes,
    halo,
    label_rows,
    new_axes,
    printable,
    styled,
)
from helpers.tables.columns import UNKNOWN

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 12  # outlets, periods' labels
ROWS = 40  # of shares that are drawn


@styled
def plot_coverage(coverage: pd.DataFrame) -> Axes:
    """How many articles each outlet has in each period; an empty cell has none.

    coverage  tables.COVERAGE
    returns   Axes
    """
    counts = coverage.pivot_table(index="outlet", columns="period", values="articles", aggfunc="sum", fill_value=0)
    if counts.empty:
        return empty_axes("보여 줄 기사가 없다.")
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index[:MOST]]
    untold = [UNKNOWN] if UNKNOWN in counts else []
    counts = counts.reindex(columns=[*spanned(counts.columns), *untold], fill_value=0)
    axes = new_axes(height=1.2 + 0.34 * len(counts))
    axes.imshow(np.ma.masked_equal(counts.to_numpy(), 0), cmap="Blues", aspect="auto", vmin=0)
    step = max(1, -(-len(counts.columns) // MOST))
    places = range(0, len(counts.columns), step)
    axes.set_xticks(list(places), [str(counts.columns[place]) for place in places], fontsize=SMALL, rotation=30)
    if len(counts.columns) <= MOST:
        for (row, column), count in np.ndenumerate(counts.to_numpy()):
            if count:
                ink = "white" if count > counts.to_numpy().max() * 0.6 else "black"
                axes.text(column, row, str(count), ha="center", va="center", fontsize=SMALL, color=ink)
    label_rows(axes, [printable(str(name), length=12) for name in counts.index])
    return axes


@styled
def plot_shares(shares: pd.DataFrame, *, labels: dict[str, str] | None = None) -> Axes:
    """Shares as dots with their intervals, a row for each group below the name of what they have.

    shares   rows of tables.SHARES of one measure and one ``by``
    labels   what names are called, in the order in which they are drawn
    returns  Axes
    """
    if shares.empty:
        return empty_axes("보여 줄 비율이 없다.")
    called = labels or {str(name): str(name) for name in sorted(shares["name"].unique())}
    rank = {name: place for place, name in enumerate(called)}
    ordered = shares.assign(rank=shares["name"].map(rank)).sort_values(["rank", "share"], ascending=[True, False])
    ordered = ordered.head(ROWS)
    above = ordered["rank"].rank(method="dense").astype(int)  # names whose heading stands above the row
    rows = np.arange(len(ordered)) + above.to_numpy()
    marks = [""] * (len(ordered) + int(above.max()))
    axes = new_axes(height=0.9 + 0.27 * len(marks), grid="x")
    for row, group in zip(rows, ordered["group"], strict=True):
        marks[row] = printable(str(group), length=14)
    low, high = (ordered[edge].fillna(ordered["share"]).to_numpy() for edge in ("ci_low", "ci_high"))
    axes.hlines(rows, low, high, color=BLUE, linewidth=1.4)
    axes.plot(ordered["share"].to_numpy(), rows, "o", color=BLUE, markersize=5)
    label_rows(axes, marks)
    for row, name in zip(rows, ordered["name"], strict=True):
        if not marks[row - 1]:
            head = printable(called[name], length=34)
            axes.text(0.005, row - 1, head, va="center", fontsize=SMALL, weight="bold", path_effects=halo())
    axes.set_xlabel("기사의 비율", fontsize=SMALL)
    axes.set_xlim(0, 1.02)
    return axes


@styled
def plot_trends(shares: pd.DataFrame) -> Axes:
    """The share of articles that have each name, period by period, with its interval where there is one.

    shares   rows of tables.SHARES of one measure by period, of a few names
    returns  Axes
    """
    if shares.empty:
        return empty_axes("보여 줄 흐름이 없다.")
    periods = spanned(shares["group"])
    place_of = {period: place for place, period in enumerate(periods)}
    axes = new_axes(height=2.6, grid="y")
    names = list(dict.fromkeys(shares["name"]))[: len(SERIES)]
    for number, name in enumerate(names):
        own = shares[shares["name"] == name]
        places = own["group"].map(place_of).to_numpy() + 0.16 * (number - (len(names) - 1) / 2)
        firm = own["ci_low"].notna().to_numpy()
        mark, colour = SHAPES[number], SERIES[number]
        axes.vlines(places[firm], own["ci_low"][firm], own["ci_high"][firm], color=colour, linewidth=1.2)
        axes.plot(
            places[firm], own["share"][firm], mark, linestyle="-", linewidth=0.8, color=colour, label=printable(name)
        )
        axes.plot(places[~firm], own["share"][~firm], mark, markersize=3, markerfacecolor="none", color=colour)
    step = max(1, -(-len(periods) // MOST))
    axes.set_xticks(range(0, len(periods), step), periods[::step], fontsize=SMALL, rotation=30)
    axes.set_ylim(0, 1.02)
    axes.set_ylabel("기사의 비율", fontsize=SMALL)
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=len(names), frameon=False, fontsize=SMALL)
    return axes


@styled
def plot_group_keyness(keyness: pd.DataFrame, *, top: int = 8) -> Axes:
    """The words that each group has most in excess of the others: Log Ratio with its interval.

    keyness  tables.GROUP_KEYNESS
    returns  Axes
    """
    firm = keyness[(keyness["q"] < 0.05) & (keyness["log_ratio"] > 0) & ~keyness["fragile"]]
    shown = firm.groupby("group", sort=True).head(top).head(40)
    if shown.empty:
        return empty_axes("차이가 뚜렷한 낱말이 없다.")
    axes = new_axes(height=0.9 + 0.27 * len(shown), grid="x")
    rows = np.arange(len(shown))
    axes.hlines(rows, shown["ci_low"], shown["ci_high"], color=BLUE, linewidth=1.4)
    axes.plot(shown["log_ratio"], rows, "o", color=BLUE, markersize=5)
    named = zip(shown["group"], shown["term"], strict=True)
    label_rows(axes, [printable(f"{group} · {term}", length=24) for group, term in named])
    axes.set_xlabel("로그 비(몇 곱절의 제곱인가)", fontsize=SMALL)
    return axes
