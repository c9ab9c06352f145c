"""helpers.keywords.merging: forms of one word counted as one, whichever the analyzer."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers.keywords import count_terms, merge_forms, merged_forms
from helpers.keywords.merging import merge_counts
from helpers.tokenizing import own_words, tokenize
from made.merging import SYNONYMS, assert_forms_count_as_one, sentences
from made.terms import make_tokens


@pytest.mark.long
def test_merge_forms_counts_all_forms_as_one() -> None:
    """Under KoNLPy's analyzers, too: tests/tokenizing/test_analyzers.py, where their Java runs."""
    assert_forms_count_as_one("kiwi")


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
def test_a_word_of_the_dictionary_counts_however_short_it_is() -> None:
    tokens = tokenize(sentences(), "kiwi", own_words("책\tNNG\n", SYNONYMS))
    assert "책" in set(count_terms(tokens, analyzer="kiwi")["term"])
    theirs = tokens.assign(from_dictionary=False)
    assert "책" not in set(count_terms(theirs, analyzer="kiwi")["term"].dropna())
