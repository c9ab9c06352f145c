"""Where words fall, which words they keep company with, how varied the words are."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.numbers import interval, number
from helpers.reporting.particles import josa
from helpers.reporting.prose.wording import first, whole
from helpers.reporting.saying import Displayable, say


def about_dispersion(dispersion: pd.DataFrame) -> Displayable:
    """Which frequent word is spread evenly, and which stands in one place.

    dispersion  tables.DISPERSION; nothing measured gives an empty displayable
    """
    rows = first(dispersion.dropna(subset=["dp_norm"]))
    rows = rows[rows["n"] >= 3].sort_values(["dp_norm", "term"])
    if rows.empty:
        return say()
    even, uneven = rows.iloc[0], rows.iloc[-1]
    return say(
        f"가장 고르게 퍼진 말은 {josa(even['term'], '으로/로')}, {number(int(even['parts_with']), '곳')}에 나온다.",
        f"가장 몰려 있는 말은 {uneven['term']}이다." if len(rows) > 1 else "",
    )


def about_collocations(collocations: pd.DataFrame) -> Displayable:
    """Which pairs keep company more than chance would have it.

    collocations  tables.COLLOCATIONS; no pair gives an empty displayable
    """
    rows = first(collocations[collocations["measure"] == "log_likelihood"])
    rows = rows[rows["value"] > 0].sort_values(["value", "term_a", "term_b"], ascending=[False, True, True])
    if rows.empty:
        return say()
    pairs = [f"{r['term_a']}·{r['term_b']}({number(int(r['n']), '번')})" for r in rows.head(4).to_dict("records")]
    return say(f"우연보다 자주 붙어 다니는 짝은 {', '.join(pairs)}이다.")


def about_network(network: pd.DataFrame) -> Displayable:
    """Which word links most others, and into how many groups the words fall.

    network  tables.NETWORK; no link gives an empty displayable
    """
    rows = first(network)
    if rows.empty:
        return say()
    links = (
        pd.concat([rows["term_a"], rows["term_b"]])
        .value_counts()
        .sort_index()
        .sort_values(ascending=False, kind="stable")
    )
    groups = len(set(rows["community_a"]) | set(rows["community_b"]))
    return say(
        f"가장 많은 말과 이어진 말은 {josa(links.index[0], '으로/로')}, {number(int(links.iloc[0]), '개')}와 이어진다.",
        f"함께 나오는 말끼리 묶으면 {number(groups, '묶음')}이 된다." if groups > 1 else "",
    )


def about_diversity(diversity: pd.DataFrame) -> Displayable:
    """How varied the words are, with the interval.

    diversity  tables.DIVERSITY; nothing measured gives an empty displayable
    """
    rows = whole(diversity)
    rows = rows[(rows["measure"] == "mtld") & rows["value"].notna()]
    if rows.empty:
        return say()
    row = rows.iloc[0]
    return say(
        f"같은 말이 되풀이되기까지 평균 {number(row['value'], '낱말', digits=0)}이 이어진다"
        f"(MTLD, 95% 구간 {interval(row['ci_low'], row['ci_high'], digits=0)})."
    )
