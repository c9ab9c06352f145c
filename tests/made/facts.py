"""Facts of a few sentences of one article, found as the narrative stage finds them."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.narrative.facts import find_facts
from made.sentences import sentence_table

PUBLISHED = "2026-03-11"


def read(*texts: str, published: str | None = PUBLISHED) -> pd.DataFrame:
    """The facts of the sentences, by the words that they stand in."""
    found = tables.FACTS.check(find_facts(sentence_table(*texts), published_at={"a": published}))
    return found.set_index("text")


def days(row: pd.Series) -> tuple[str, str] | None:
    """First and last day of a fact, if they are known."""
    return None if pd.isna(row["resolved_from"]) else (row["resolved_from"], row["resolved_to"])
