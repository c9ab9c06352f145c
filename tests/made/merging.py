"""Forms of one word, in sentences of each analyzer: counted as one, whichever read them."""

from __future__ import annotations

import pandas as pd

from helpers.keywords import count_terms, merge_forms, merged_forms
from helpers.tokenizing import own_words, tokenize
from made.sentences import sentence_table

SYNONYMS = {"AI": "인공지능", "에이아이": "인공지능"}
TEXTS = ("인공지능 도서관이 문을 열었다.", "AI 사서와 ai 안내원이 일한다.", "에이아이는 책을 고른다.")


def sentences() -> pd.DataFrame:
    return sentence_table(*TEXTS, paragraphs=(1, 2, 3))


def assert_forms_count_as_one(analyzer: str) -> None:
    tokens = tokenize(sentences(), analyzer, own_words("", SYNONYMS))
    before = tokens.copy()
    merged = merge_forms(tokens, SYNONYMS)
    terms = count_terms(merged, analyzer=analyzer)
    assert (terms["term"] == "인공지능").sum() == 4
    assert not terms["term"].isin(["AI", "ai", "에이아이"]).any()
    shown = merged_forms(tokens, SYNONYMS)
    assert list(shown.columns) == ["form", "counted", "analyzer", "n"] and shown["n"].sum() == 3
    pd.testing.assert_frame_equal(tokens, before)
