"""The study's own words: how the file is read, and what is said of a bad line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.errors import StudyError
from helpers.tokenizing import Word, parse_dictionary
from helpers.tokenizing.dictionary import TAGS


def test_parse_dictionary_reads_words_in_order_without_comments():
    text = "\ufeff# 마을의 말\n달빛 서점\tNNP\r\n\n되살림\tnng\n"
    assert parse_dictionary(text, name="d.tsv") == (Word("달빛 서점", "NNP"), Word("되살림", "NNG"))


def test_parse_dictionary_counts_the_same_entry_once():
    assert parse_dictionary("책방\tNNG\n책방\tNNG\n", name="d.tsv") == (Word("책방", "NNG"),)


def test_parse_dictionary_of_nothing_is_empty():
    assert parse_dictionary("\n# 아직 없음\n", name="d.tsv") == ()


def test_parse_dictionary_normalizes_forms():
    assert parse_dictionary("달빛\u3000 서점\tNNP", name="d.tsv") == (Word("달빛 서점", "NNP"),)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("책방 NNG", "is not form, tab, tag"),
        ("책방\t", "is not form, tab, tag"),
        ("\tNNG", "is not form, tab, tag"),
        ("책방\tNNG\t1", "is not form, tab, tag"),
        ("책방\tNOUN", "'NOUN' is not a tag"),
        ("…\tNNG", "has no letter or digit"),
        ("가" * 51 + "\tNNG", "longer than 50"),
        ("책방\tNNP", "is NNP, but NNG in line 1"),
    ],
)
def test_parse_dictionary_names_file_line_and_fault(line: str, said: str):
    with pytest.raises(StudyError) as error:
        parse_dictionary(f"책방\tNNG\n# 말\n{line}\n", name="dictionary.tsv")
    assert error.value.cause.startswith("dictionary.tsv, line 3: ")
    assert said in error.value.cause
    assert error.value.remedy


@given(st.text(max_size=60))
def test_parse_dictionary_takes_or_names_any_text(text: str):
    try:
        words = parse_dictionary(text, name="d.tsv")
    except StudyError as error:
        assert "d.tsv, line " in error.cause
    else:
        assert all(word.tag in TAGS and word.form.strip() == word.form != "" for word in words)
