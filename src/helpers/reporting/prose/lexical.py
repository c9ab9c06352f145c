"""Where words stand, which words they stand with, and how varied the words are."""

from __future__ import annotations

import math

import pandas as pd

from helpers.reporting.korean.names import measure_name
from helpers.reporting.messages import message, paragraph
from helpers.reporting.prose.rows import absent, all_together, first, records
from helpers.reporting.saying import Displayable

_ALIKE = 4  # words of one spread that are named
_OFTEN = 3
_PAIRS = 4


def about_dispersion(dispersion: pd.DataFrame) -> Displayable:
    """Which frequent word is spread most evenly over the sentences.

    dispersion  tables.DISPERSION; nothing measured gives an empty displayable. Words of fewer than three occurrences
                are left out: they cannot be spread.
    """
    rows = first(dispersion.dropna(subset=["dp_norm"]))
    rows = rows[rows["n"] >= _OFTEN].sort_values(["dp_norm", "n", "term"], ascending=[True, False, True])
    if rows.empty:
        return paragraph([])
    often = records(rows[rows["n"] >= rows["n"].median()])
    alike = [row for row in often if math.isclose(row["dp_norm"], often[0]["dp_norm"])]
    terms = [message("words.quoted", term=row["term"]) for row in alike[:_ALIKE]]
    return paragraph([message("spread.evens" if len(alike) > len(terms) else "spread.even", terms=terms)])


def about_collocations(collocations: pd.DataFrame) -> Displayable:
    """Which pairs are associated most strongly, among those in three sentences or more: two may be chance.

    collocations  tables.COLLOCATIONS; logDice speaks, else the log-likelihood; no pair gives an empty displayable
    """
    again = collocations[collocations["sentences"] >= _OFTEN].dropna(subset=["value"])
    for measure in ("log_dice", "log_likelihood"):
        rows = first(again[again["measure"] == measure])
        if len(rows):
            break
    else:
        return paragraph([])
    ordered = rows.sort_values(["value", "term_a", "term_b"], ascending=[False, True, True])
    pairs = [message("pairs.pair", first=row["term_a"], second=row["term_b"]) for row in records(ordered.head(_PAIRS))]
    if len(pairs) == 1:
        return paragraph([message("pairs.only", pair=pairs[0], least=_OFTEN)])
    return paragraph([message("pairs.closest", least=_OFTEN, pairs=pairs, measure=measure_name(measure))])


def about_network(network: pd.DataFrame) -> Displayable:
    """What the network shows. The number of a word's links is not told: it depends on how many pairs are shown.

    network  tables.NETWORK; no link gives an empty displayable
    """
    return paragraph([message("network.shows")] if len(first(network)) else [])


def about_diversity(diversity: pd.DataFrame) -> Displayable:
    """How varied the words are, with the interval, if the text is long enough; of several articles, the extremes.

    diversity  tables.DIVERSITY; nothing measured gives an empty displayable
    """
    rows = all_together(diversity)
    rows = rows[(rows["measure"] == "mtld") & rows["value"].notna()].sort_values(["value", "article_id"])
    if rows.empty:
        return paragraph([])
    found = records(rows)
    if len(found) > 1:
        least, most = (
            message("diversity.article", name=row["article_id"], value=round(row["value"]))
            for row in (found[0], found[-1])
        )
        return paragraph([message("diversity.several", least=least, most=most)])
    row = found[0]
    if row["value"] >= row["tokens"]:  # reckoned from less than one run
        return paragraph([message("diversity.too_short", n=row["tokens"])])
    values = {"n": round(row["value"])}
    if absent(row["ci_low"]):
        return paragraph([message("diversity.one", **values)])
    if row["ci_low"] <= 0:
        return paragraph([message("diversity.unsure", **values)])
    return paragraph(
        [message("diversity.with_interval", **values, low=round(row["ci_low"]), high=round(row["ci_high"]))]
    )
