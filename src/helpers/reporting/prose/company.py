"""Where words fall, which words they keep company with, how varied the words are."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.reporting.korean.names import measure_name
from helpers.reporting.korean.numbers import interval, number
from helpers.reporting.korean.particles import josa
from helpers.reporting.prose.rows import absent, first, records, whole
from helpers.reporting.prose.wording import listed, told
from helpers.reporting.saying import Displayable, link_keyword, say

_OFTEN = 3
_PAIRS = 4


def about_dispersion(dispersion: pd.DataFrame) -> Displayable:
    """Which frequent word is spread most evenly, and which stands closest together.

    dispersion  tables.DISPERSION; nothing measured gives an empty displayable. Words of fewer than three occurrences
                are left out: they cannot be spread.
    """
    rows = first(dispersion.dropna(subset=["dp_norm"]))
    rows = rows[rows["n"] >= _OFTEN].sort_values(["dp_norm", "n", "term"], ascending=[True, False, True])
    if rows.empty:
        return say()
    even, uneven = records(rows[rows["n"] >= rows["n"].median()])[0], _gathered(rows)
    parts = f"{number(int(even['parts']), '군데')} 가운데 {number(int(even['parts_with']), '군데')}"
    said = [f"자주 나온 말 가운데 가장 고르게 퍼진 것은 {josa(even['term'], '이다/다')}({parts}, DP {_dp(even)})."]
    if uneven and uneven["term"] != even["term"]:
        places = f"{number(int(uneven['n']), '번')}이 {number(int(uneven['parts_with']), '군데')}에"
        said.append(f"{josa(uneven['term'], '은/는')} {places} 몰려 있다(DP {_dp(uneven)}).")
    return say(*said)


def _gathered(rows: pd.DataFrame) -> dict[str, Any] | None:
    """The word that comes again and again in the same places; None where each stands in as many as it occurs."""
    again = [row for row in records(rows) if row["parts_with"] < row["n"]]
    return min(again, key=lambda row: (row["parts_with"] / row["n"], -row["n"], row["term"]), default=None)


def _dp(row: dict[str, Any]) -> str:
    return number(row["dp_norm"], digits=2)


def about_collocations(collocations: pd.DataFrame) -> Displayable:
    """Which pairs keep company most closely.

    collocations  tables.COLLOCATIONS; logDice speaks, else the log-likelihood; no pair gives an empty displayable
    """
    for measure in ("log_dice", "log_likelihood"):
        rows = first(collocations[collocations["measure"] == measure].dropna(subset=["value"]))
        if len(rows):
            break
    else:
        return say()
    ordered = rows.sort_values(["value", "term_a", "term_b"], ascending=[False, True, True])
    pairs = [
        told("{}·{}({})", link_keyword(row["term_a"]), link_keyword(row["term_b"]), number(int(row["n"]), "번"))
        for row in records(ordered.head(_PAIRS))
    ]
    how = measure_name(measure)
    if len(pairs) == 1:
        return say(told("되풀이해 함께 나온 짝은 {} 하나뿐이다.", pairs[0]))
    return say(told("가장 단단히 붙어 다니는 짝은 {}({} 순).", listed(pairs, "이다/다"), how))


def about_network(network: pd.DataFrame) -> Displayable:
    """Which word links most others, and into how many groups the words fall.

    network  tables.NETWORK; no link gives an empty displayable
    """
    rows = first(network)
    if rows.empty:
        return say()
    links = pd.concat([rows["term_a"], rows["term_b"]]).value_counts()
    links = links.sort_index().sort_values(ascending=False, kind="stable")
    hubs = [str(term) for term in links[links == links.iloc[0]].index]
    groups = set(rows["community_a"]) | set(rows["community_b"])
    said: list[str] = []
    if len(links) > 2 and len(hubs) <= 3:
        each = "저마다 " if len(hubs) > 1 else ""
        n = number(int(links.iloc[0]), "낱말")
        said.append(told("가장 많은 말과 이어진 것은 {}, {}{}과 함께 나온다.",
                         listed([link_keyword(hub) for hub in hubs], "으로/로"), each, n))  # fmt: skip
    if len(groups) > 1:
        said.append(f"함께 나오는 말끼리 묶으면 {number(len(links), '낱말')}이 {number(len(groups), '무리')}로 갈린다.")
    return say(*said, *_largest(rows))


def _largest(rows: pd.DataFrame) -> list[str]:
    """The words of the largest group, those with the most links first."""
    sides = [rows[[f"term_{s}", f"community_{s}"]].set_axis(["term", "community"], axis=1) for s in ("a", "b")]
    members = pd.concat(sides)
    if members["community"].nunique() < 2:
        return []
    own = members.loc[members["community"] == 1, "term"].value_counts()
    words = list(own.sort_index().sort_values(ascending=False, kind="stable").head(_PAIRS).index)
    return [f"가장 큰 무리의 중심에는 {josa(', '.join(words), '이/가')} 있다."]


def about_diversity(diversity: pd.DataFrame) -> Displayable:
    """How varied the words are, with the interval; of several articles, the least and the most varied.

    diversity  tables.DIVERSITY; nothing measured gives an empty displayable
    """
    rows = whole(diversity)
    rows = rows[(rows["measure"] == "mtld") & rows["value"].notna()].sort_values(["value", "article_id"])
    if rows.empty:
        return say()
    if len(rows) > 1:
        low, high = records(rows)[0], records(rows)[-1]
        ends = [f"{row['article_id']}({number(row['value'], digits=0)})" for row in (low, high)]
        return say(f"낱말이 가장 덜 다양한 기사는 {ends[0]}, 가장 다양한 기사는 {josa(ends[1], '이다/다')}(MTLD).")
    row = records(rows)[0]
    span = "" if absent(row["ci_low"]) else f", 95% 구간 {interval(row['ci_low'], row['ci_high'], digits=0)}"
    run = number(row["value"], "낱말", digits=0)
    return say(
        f"같은 말이 눈에 띄게 되풀이되기까지 평균 {run}이 이어진다(MTLD{span}).",
        "값이 클수록 여러 낱말을 쓴 글이다.",
    )
