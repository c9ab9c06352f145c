"""A list of articles worth reading: typical, extreme, and drawn by lot."""

from __future__ import annotations

import hashlib

import pandas as pd

from helpers import tables
from helpers.comparing.population import Population

EACH = 5
CODED = 3  # sentences with a stance from which on an article's shares are spoken of


def drawn_articles(people: Population, evidence: pd.DataFrame, *, seed: int) -> pd.DataFrame:
    """Articles to read in full.

    evidence  article_id, supports, qualifies, opposes: sentences of each stance
    returns   tables.DRAWN. ``why`` says how an article came to be chosen: 'extreme' ones have the most sentences for or
              against; 'typical' ones have the shares nearest to those of all articles with CODED such sentences or
              more, and are given only where there are more such articles than are drawn; 'random' ones are drawn by
              a hash of seed and article, so that the draw can be repeated on any machine. Of an article of which only a
              noun list was counted no stance is known. ``reading`` is empty.
    """
    frame = people.articles[people.articles["own"] == 1].merge(evidence, on="article_id", how="left")
    stances = ["supports", "qualifies", "opposes"]
    frame[stances] = frame[stances].fillna(0)
    chosen = []
    for stance, why in (("supports", "extreme_support"), ("opposes", "extreme_opposition")):
        ordered = frame[frame[stance] > 0].sort_values([stance, "article_id"], ascending=[False, True])
        chosen += [(name, why) for name in ordered.head(EACH)["article_id"]]
    coded = frame[frame[stances].sum(axis=1) >= CODED].copy()
    if len(coded) > EACH:
        shares = coded[stances].div(coded[stances].sum(axis=1), axis=0)
        whole = coded[stances].sum() / coded[stances].to_numpy().sum()
        coded["distance"] = (shares - whole).abs().sum(axis=1)
        chosen += [(row, "typical") for row in coded.sort_values(["distance", "article_id"]).head(EACH)["article_id"]]
    lots = {name: hashlib.sha256(f"{seed}:{name}".encode()).hexdigest() for name in frame["article_id"]}
    chosen += [(name, "random") for name in sorted(lots, key=lambda name: lots[name])[:EACH]]
    about = frame.set_index("article_id")
    return tables.DRAWN.make(
        {"article_id": name, "why": why}
        | {column: about.loc[name, column] or None for column in ("outlet", "period", "title", "stratum", "address")}
        | {
            stance: int(about.loc[name, stance]) if about.loc[name, "stratum"] != "nouns" else pd.NA
            for stance in stances
        }
        for name, why in chosen
    )
