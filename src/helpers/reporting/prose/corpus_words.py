"""Say which words part the groups of a corpus, grow or shrink in it, and stand together."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.reporting.korean.numbers import interval
from helpers.reporting.messages import Message, message, paragraph
from helpers.reporting.saying import Displayable

SURE = 0.05
TOLD = 5  # words whose change is told in a sentence each


def about_keyness(keyness: pd.DataFrame, of: str) -> Displayable:
    """Which group has which words more than the others, as far as that can be told."""
    if keyness.empty:
        return paragraph([message("corpus.no_keyness")])
    firm = keyness[(keyness["q"] < SURE) & (keyness["log_ratio"] > 0) & ~keyness["fragile"]]
    groups = [(str(group), rows.sort_values("g2", ascending=False)) for group, rows in firm.groupby("group", sort=True)]
    told = [message("corpus.often", group=group, words=_words(rows["term"].head(5))) for group, rows in groups]
    fragile = int(((keyness["q"] < SURE) & keyness["fragile"]).sum())
    return paragraph(
        [
            message("corpus.nouns" if of == "nouns" else "corpus.text"),
            *(told or [message("corpus.none_often")]),
            *([message("corpus.fragile", n=fragile)] if fragile else []),
        ]
    )


def clear(keyness: pd.DataFrame) -> pd.DataFrame:
    """The rows of tables.GROUP_KEYNESS that chance does not explain: group by group, the clearest first."""
    return keyness[keyness["q"] < SURE].sort_values(["group", "g2"], ascending=[True, False])


def trends_of(shares: pd.DataFrame, words: Iterable[str]) -> pd.DataFrame:
    """The rows of tables.SHARES of some words, each from its first period to its last."""
    rows = shares[(shares["measure"] == "term") & shares["name"].isin(list(words))]
    return rows.sort_values(["name", "group"])


def about_changes(changes: pd.DataFrame) -> Displayable:
    """Of which words the share of articles clearly changed, when and by how much."""
    if changes.empty:
        return paragraph([message("corpus.no_changes")])
    firm = changes[changes["q"] < SURE]
    some = [message("corpus.clearest", n=TOLD)] if len(firm) > TOLD else []
    told = [message("corpus.changed", n=len(firm)), *some, *(_change(row) for _, row in firm.head(TOLD).iterrows())]
    return paragraph(
        [message("corpus.looked_at", n=len(changes)), *(told if len(firm) else [message("corpus.unchanged")])]
    )


def about_cooccurrence(cooccurrence: pd.DataFrame) -> Displayable:
    """Which words stand in the same articles most of all."""
    pairs = cooccurrence[cooccurrence["by"] == "all"].head(TOLD)
    if pairs.empty:
        return paragraph([message("corpus.no_cooccurrence")])
    told = [message("corpus.pair", one=row["term"], other=row["other"], n=int(row["n"])) for _, row in pairs.iterrows()]
    return paragraph([message("corpus.cooccurrence", pairs=told)])


def _change(row: pd.Series) -> Message:
    grew = row["difference"] > 0
    low, high = (row["ci_low"], row["ci_high"]) if grew else (-row["ci_high"], -row["ci_low"])
    sides = {
        side: message(
            "corpus.side", share=float(row[f"share_{side}"]), n=int(row[f"n_{side}"]), total=int(row[f"total_{side}"])
        )
        for side in ("before", "after")
    }
    when = row["period"] if row["period_low"] == row["period_high"] else f"{row['period_low']}~{row['period_high']}"
    size = interval(low * 100, high * 100, unit="%포인트", digits=0)
    key = "corpus.grew" if grew else "corpus.shrank"
    return message(key, text=row["name"], period=row["period"], size=size, when=when, **sides)


def about_trends(terms: pd.DataFrame) -> Displayable:
    """What the figure of the words whose share changed most shows; nothing where there is none."""
    names = list(terms["name"].unique())
    return paragraph([message("corpus.trends", words=_words(names))] if names else [])


def _words(terms: Iterable[str]) -> list[Message]:
    return [message("corpus.word", text=term) for term in terms]
