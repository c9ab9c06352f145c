"""Leave out what stands in a byline: the reporter's name is no word of the article."""

from __future__ import annotations

import pandas as pd

from helpers.bylines import byline_end


def without_bylines(tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The tokens that stand in no byline.

    tokens     tables.TOKENS
    sentences  tables.SENTENCES, those that the tokens are parts of
    returns    tables.TOKENS, rows in their order
    """
    ends = sentences["start"] + sentences["text"].map(byline_end)
    opening = sentences.assign(opening=ends)[["article_id", "sentence_id", "opening"]]
    after = tokens.merge(opening, on=["article_id", "sentence_id"], how="left", validate="many_to_one")["opening"]
    return tokens[~(tokens["start"].to_numpy() < after.fillna(0).to_numpy())].reset_index(drop=True)
