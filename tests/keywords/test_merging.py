"""helpers.keywords.merging: forms of one word counted as one, whichever the analyzer."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.keywords import count_terms, merge_forms, merged_forms
from helpers.keywords.merging import merge_counts
from helpers.tokenizing import own_words, tokenize
from made.sentences import sentence_table
from made.terms import make_tokens

SYNONYMS = {"AI": "인공지능", "에이아이": "인공지능"}
TEXTS = ("인공지능 도서관이 문을 열었다.", "AI 사서와 ai 안내원이 일한다.", "에이아이는 책을 고른다.")


@pytest.fixture
def sentences() -> pd.DataFrame:
    return sentence_table(*TEXTS, paragraphs=(1, 2, 3))


@pytest.mark.parametrize(
    "analyzer", ["kiwi", *(pytest.param(name, marks=pytest.mark.slow) for name in ("komoran", "okt", "hannanum"))]
)
def test_merge_forms_counts_all_forms_as_one_under_every_analyzer(sentences: pd.DataFrame, analyzer: str) -> None:
    tokens = tokenize(sentences, analyzer, own_words("", SYNONYMS))
    before = tokens.copy()
    merged = merge_forms(tokens, SYNONYMS)
    terms = count_terms(merged, analyzer=analyzer)
    assert (terms["term"] == "인공지능").sum() == 4
    assert not terms["term"].isin(["AI", "ai", "에이아이"]).any()
    shown = merged_forms(tokens, SYNONYMS)
    assert list(shown.columns) == ["form", "counted", "analyzer", "n"] and shown["n"].sum() == 3
    pd.testing.assert_frame_equal(tokens, before)


def test_merge_forms_changes_nothing_without_synonyms() -> None:
    tokens = make_tokens("인공지능 도서관", "AI 사서", "에이아이 책")
    pd.testing.assert_frame_equal(merge_forms(tokens, {}), tokens)
    assert merged_forms(tokens, {}).empty


def test_merge_counts_adds_the_forms_of_a_reference_up() -> None:
    rows = [("wordfreq", "ai", 30.0), ("wordfreq", "인공지능", 12.0), ("wordfreq", "책", 5.0)]
    counts = pd.DataFrame(rows, columns=["reference", "term", "count"]).assign(corpus_tokens=1e6, floor=1.0)
    merged = merge_counts(counts, SYNONYMS)
    assert dict(zip(merged["term"], merged["count"], strict=True)) == {"책": 5.0, "인공지능": 42.0}


@pytest.mark.long
def test_a_word_of_the_dictionary_counts_however_short_it_is(sentences: pd.DataFrame) -> None:
    tokens = tokenize(sentences, "kiwi", own_words("책\tNNG\n", SYNONYMS))
    assert "책" in set(count_terms(tokens, analyzer="kiwi")["term"])
    theirs = tokens.assign(from_dictionary=False)
    assert "책" not in set(count_terms(theirs, analyzer="kiwi")["term"].dropna())
