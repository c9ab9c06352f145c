"""How much supports, qualifies and opposes each claim of the thesis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.reporting.korean.names import STANCES
from helpers.reporting.plots.style import (
    INK,
    SMALL,
    STANCE_COLOURS,
    empty_axes,
    halo,
    label_rows,
    new_axes,
    only,
    styled,
    whole_numbers,
)
from helpers.tables import WHOLE

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HATCHES = {"supports": "", "qualifies": "////", "opposes": "xxxx"}


@styled
def plot_weighing(weighing: pd.DataFrame, *, labels: Mapping[str, str] | None = None) -> Axes:
    """Plot a bar for each claim: its sentences for, qualifying and against the thesis, side by side, numbered.

    weighing  tables.WEIGHING of one article (or of all, '*')
    labels    by claim, what to call it; a claim without one is shown as it is
    returns   Axes; the thesis as a whole has no bar: a sentence with two stances would be in it twice
    """
    only(weighing, "article_id")
    weighing = weighing[weighing["claim"] != WHOLE]
    names = labels or {}
    claims = list(dict.fromkeys(weighing["claim"]))
    if not weighing["n"].sum():
        return empty_axes("논지와 이어지는 문장이 없다.")
    axes = new_axes(height=1.1 + 0.5 * len(claims))
    counts = weighing.pivot(index="claim", columns="stance", values="n").reindex(claims)
    left = pd.Series(0, index=claims)
    for stance in HATCHES:
        _draw(axes, counts[stance], left, stance)
        left = left + counts[stance]
    label_rows(axes, [names.get(claim, claim) for claim in claims], wrapped=True)
    axes.set_xlabel("문장 수", fontsize=SMALL)
    whole_numbers(axes)
    axes.legend(loc="lower center", bbox_to_anchor=(0.4, 1.0), ncols=3)
    return axes


def _draw(axes: Axes, counts: pd.Series, left: pd.Series, stance: str) -> None:
    """The part of each bar that has this stance, with its number in it."""
    style: dict[str, Any] = {"color": STANCE_COLOURS[stance], "edgecolor": "white", "hatch": HATCHES[stance]}
    bars = axes.barh(range(len(counts)), counts, left=left, height=0.6, label=STANCES[stance], **style)
    for text in axes.bar_label(bars, [str(n) if n else "" for n in counts], label_type="center", color=INK):
        text.set_path_effects(halo())
