"""Figures of a corpus: where its articles lie, shares with their intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from helpers.reporting.periods import spanned
from helpers.reporting.plots.style import BLUE, SMALL, empty_axes, label_rows, new_axes, printable, styled
from helpers.tables.columns import UNKNOWN

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 12  # outlets, periods' labels


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
    """Shares as dots with their intervals, a row for each group, of one measure and name.

    shares   rows of tables.SHARES of one measure and one ``by``
    labels   what names are called
    returns  Axes
    """
    if shares.empty:
        return empty_axes("보여 줄 비율이 없다.")
    ordered = shares.sort_values(["name", "share"], ascending=[True, False]).head(40)
    axes = new_axes(height=0.9 + 0.27 * len(ordered), grid="x")
    rows = np.arange(len(ordered))
    share = ordered["share"].to_numpy()
    low, high = (ordered[edge].fillna(ordered["share"]).to_numpy() for edge in ("ci_low", "ci_high"))
    axes.hlines(rows, low, high, color=BLUE, linewidth=1.4)
    axes.plot(share, rows, "o", color=BLUE, markersize=5)
    named = zip(ordered["name"], ordered["group"], strict=True)
    label_rows(axes, [printable(f"{group} · {(labels or {}).get(name, name)}", length=24) for name, group in named])
    axes.set_xlabel("기사의 비율", fontsize=SMALL)
    axes.set_xlim(left=0)
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
