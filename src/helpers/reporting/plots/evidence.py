"""Evidence for, qualifying and against the thesis, along the article: the figure that tells the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.reporting.korean.names import STANCES, VOICES
from helpers.reporting.plots.style import (
    GREY,
    INK,
    PALE,
    SMALL,
    STANCE_COLOURS,
    STANCE_SHAPES,
    empty_axes,
    new_axes,
    styled,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SEVERAL = "several"
_NAMES = {**STANCES, SEVERAL: "주장마다 다름"}


@styled
def plot_evidence(evidence: pd.DataFrame, *, stances: tuple[str, ...] = ("supports", "qualifies", "opposes")) -> Axes:
    """Plot a mark for each sentence of evidence, from the start of the article to its end, in a lane for each stance.

    A sentence that takes several stances, each on another claim, stands in a lane of its own: the lanes add up.

    evidence  rows of sentences: article_id, sentence_id, stance; position (share of the article before it, 0 to 1; left
              out, the order of sentences stands for it); voice (reporter, named, unnamed), if known; a sentence of
              several claims is one mark, hollow if a source speaks for any of them
    stances   the lanes, from the top; a lane without a mark stays and says 0
    returns   Axes; a hollow mark is a sentence spoken by a source
    """
    evidence = _once(evidence)
    stances = (*stances, SEVERAL) if evidence["stance"].eq(SEVERAL).any() else stances
    shown = evidence[evidence["stance"].isin(stances)]
    if shown.empty:
        return empty_axes("논지와 이어지는 문장이 없다.")
    axes = new_axes(height=0.9 + 0.47 * len(stances))
    places = _places(evidence)
    axes.hlines(range(len(stances)), 0, 1, color=PALE, linewidth=1.2, zorder=1)
    for lane, stance in enumerate(stances):
        part = shown[shown["stance"] == stance]
        _draw_lane(axes, lane, stance, places[part.index], _voices(part))
        axes.annotate(f"{len(part)}문장", (1, lane), (14, 0), textcoords="offset points", va="center", color=INK)
    _frame(axes, stances, hollow=bool(_voices(shown).ne("reporter").any()))
    return axes


def _once(evidence: pd.DataFrame) -> pd.DataFrame:
    """One row for each sentence, a source's words before the reporter's; several stances make one of their own."""
    sentence = ["article_id", "sentence_id"]
    differs = evidence.groupby(sentence)["stance"].transform("nunique") > 1
    evidence = evidence.assign(stance=evidence["stance"].mask(differs, SEVERAL))
    order = _voices(evidence).eq("reporter").sort_values(kind="stable").index
    kept = evidence.loc[order].drop_duplicates(sentence).index
    return evidence.loc[evidence.index.isin(kept)]


def _draw_lane(axes: Axes, lane: int, stance: str, places: pd.Series, voices: pd.Series) -> None:
    for spoken, face in ((False, STANCE_COLOURS[stance]), (True, "white")):
        here = places[(voices != "reporter") == spoken]
        axes.plot(
            here,
            [lane] * len(here),
            STANCE_SHAPES[stance],
            markerfacecolor=face,
            markeredgecolor=STANCE_COLOURS[stance],
            markeredgewidth=1.8,
            markersize=10,
            linestyle="none",
            zorder=2,
            clip_on=False,
        )


def _frame(axes: Axes, stances: tuple[str, ...], *, hollow: bool) -> None:
    axes.set_ylim(len(stances) - 0.45, -0.55)
    axes.set_yticks(range(len(stances)), [_NAMES[stance] for stance in stances])
    axes.tick_params(axis="y", length=0)
    axes.spines["left"].set_visible(False)
    axes.set_xlim(-0.03, 1.02)
    axes.set_xticks([0, 0.5, 1], ["기사 처음", "가운데", "끝"])
    if hollow:
        for face, name in ((GREY, VOICES["reporter"]), ("white", "취재원의 말")):
            axes.plot([], [], "o", markerfacecolor=face, markeredgecolor=GREY, markeredgewidth=1.8, label=name)
        axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=2, fontsize=SMALL)


def _places(evidence: pd.DataFrame) -> pd.Series:
    if "position" in evidence.columns:
        return evidence["position"].astype("float64")
    order = evidence.groupby("article_id")["sentence_id"]
    span = (order.transform("max") - 1).clip(lower=1)
    return (evidence["sentence_id"] - 1) / span


def _voices(evidence: pd.DataFrame) -> pd.Series:
    if "voice" not in evidence.columns:
        return pd.Series("reporter", index=evidence.index)
    return evidence["voice"].fillna("reporter")
