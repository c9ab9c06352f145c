"""The one builder of tables.SENTENCES that the tests share."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers import tables


def sentence_table(
    *texts: str,
    article: str = "a",
    section: str | Sequence[str] = "body",
    paragraphs: Sequence[int] = (),
    start: int = 0,
) -> pd.DataFrame:
    """tables.SENTENCES of one article, whose sentences stand a character apart.

    section     of all sentences, or of each
    paragraphs  of each sentence; without them all stand in the first
    start       where the first sentence begins
    """
    rows = []
    for place, text in enumerate(texts):
        row = {"article_id": article, "sentence_id": place + 1, "start": start, "end": start + len(text), "text": text}
        own = section if isinstance(section, str) else section[place]
        rows.append(row | {"section": own, "paragraph": paragraphs[place] if paragraphs else 1})
        start += len(text) + 1
    return tables.SENTENCES.make(rows)
