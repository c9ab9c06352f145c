"""Terms of several words."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

import pandas as pd

from helpers import tables


def ngrams(terms: pd.DataFrame, sentences: pd.DataFrame, *, n: int = 2) -> pd.DataFrame:
    """Runs of ``n`` terms with nothing but spaces between them: 규칙 기반, 장기 투자.

    terms      tables.TERMS of one analyzer
    sentences  tables.SENTENCES of the same articles
    n          terms in a run, 2 or more
    returns    tables.TERMS whose terms are the runs, a space between the words, so that every measure takes them;
               a sentence without one keeps a row without a term. No terms give no rows.
    """
    places = zip(sentences["article_id"], sentences["sentence_id"], strict=True)
    texts = dict(zip(places, zip(sentences["start"], sentences["text"], strict=True), strict=True))
    ordered = terms.sort_values(["article_id", "sentence_id", "start", "end"], kind="stable").to_dict("records")
    rows: list[dict] = []
    for place, group in groupby(ordered, key=lambda word: (word["article_id"], word["sentence_id"])):
        words = list(group)
        opening, text = texts[place]
        runs = [words[first : first + n] for first in range(len(words) - n + 1)]
        found = [_run(run) for run in runs if _touches(run, text, opening)]
        rows += found or [words[0] | {"term": None, "pos": None, "end": words[0]["start"]}]
    return tables.TERMS.make(rows)


def _touches(run: list[dict[Any, Any]], text: str, opening: int) -> bool:
    gaps = [text[left["end"] - opening : right["start"] - opening] for left, right in pairwise(run)]
    return all(gap.isspace() for gap in gaps) and all(left["end"] < right["start"] for left, right in pairwise(run))


def _run(run: list[dict[Any, Any]]) -> dict[Any, Any]:
    return run[-1] | {"term": " ".join(word["term"] for word in run), "start": run[0]["start"]}
