"""Leave out the names in bylines and picture credits, which are no words of the article."""

from __future__ import annotations

import pandas as pd

from helpers.bylines import byline_end, credit_start


def without_bylines(tokens: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The tokens without those in a byline and those at the end of a caption that say whose picture it is.

    tokens     tables.TOKENS
    sentences  tables.SENTENCES, those that the tokens are parts of
    returns    tables.TOKENS, rows in their order
    """
    if sentences.empty:
        return tokens
    captions = sentences["section"] == "caption"
    credited = [
        credit_start(text) if is_one else len(text) for text, is_one in zip(sentences["text"], captions, strict=True)
    ]
    spans = sentences[["article_id", "sentence_id"]].assign(
        opening=sentences["start"] + sentences["text"].map(byline_end), credit=sentences["start"] + credited
    )
    own = tokens[["article_id", "sentence_id", "start"]].merge(
        spans, on=["article_id", "sentence_id"], how="left", validate="many_to_one"
    )
    left_out = (own["start"] < own["opening"].fillna(0)) | (own["start"] >= own["credit"].fillna(float("inf")))
    return tokens[~left_out.to_numpy()].reset_index(drop=True)
