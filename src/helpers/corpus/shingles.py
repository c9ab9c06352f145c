"""What an article is known by when copies are looked for: the runs of words that it holds."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping

import pandas as pd

from helpers import tables

_WORD = re.compile(r"\w+")
WORDS, NOUNS = 3, 4  # in a run: of a text's words, of a list's nouns
FEWEST = 12  # runs below which a text is too short to be called a copy


def shingles_of(sentences: pd.DataFrame, nouns: Mapping[str, str]) -> pd.DataFrame:
    """The runs of each article, as hashes; of its noun list where there is one, since that covers the whole article.

    sentences  tables.SENTENCES
    nouns      article_id -> its noun list, or ''
    returns    tables.SHINGLES; an article with too few runs has no row
    """
    texts = sentences.groupby("article_id", sort=False)["text"].agg("\n".join).to_dict()
    rows = []
    for article_id, listed in nouns.items():
        items = [noun.strip() for noun in listed.split(",") if noun.strip()]
        of, length = ("nouns", NOUNS) if len(items) >= FEWEST + NOUNS else ("text", WORDS)
        found = _runs(items if of == "nouns" else _WORD.findall(texts.get(article_id, "")), length)
        if len(found) >= FEWEST:
            rows.append({"article_id": article_id, "of": of, "shingles": found})
    return tables.SHINGLES.make(rows)


def _runs(words: list[str], length: int) -> list[int]:
    runs = {"\x1f".join(words[place : place + length]) for place in range(len(words) - length + 1)}
    return sorted({zlib.crc32(run.encode("utf-8", "replace")) for run in runs})
