"""The table of tokens under the analyzers that run in this process."""

from __future__ import annotations

import subprocess
import sys

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.errors import StudyError
from helpers.tokenizing import (
    ANALYZERS,
    analyzers,
    available_analyzers,
    parse_dictionary,
    tokenize,
    tokenize_all,
    with_and_without_dictionary,
)
from made.examples import examples
from made.hostile import HOSTILE, SENTENCES, uncovered, wrong_surfaces
from made.sentences import sentence_table

pytestmark = pytest.mark.slow

HERE = [name for name in ("kiwi", "mecab") if name in available_analyzers()]
WORDS = parse_dictionary("달빛 서점\tNNP\n마을연구조직\tNNG\n", name="d.tsv")


def read(tokens: pd.DataFrame, unit: str = "morpheme") -> list[str]:
    return (tokens["lemma"] + "/" + tokens["pos"])[tokens["unit"] == unit].tolist()


@pytest.mark.parametrize("analyzer", HERE)
def test_tokenize_gives_the_table_of_tokens_and_leaves_its_input(analyzer: str):
    sentences = sentence_table(*SENTENCES)
    before = sentences.copy()
    tokens = tables.TOKENS.check(tokenize(sentences, analyzer))
    pd.testing.assert_frame_equal(sentences, before)
    assert not uncovered(tokens, sentences)
    assert not wrong_surfaces(tokens, sentences)
    assert set(tokens["analyzer"]) == {analyzer}


@pytest.mark.parametrize("analyzer", HERE)
def test_tokenize_reads_particles_off_nouns_and_verbs_in_their_dictionary_form(analyzer: str):
    lemmas = read(tokenize(sentence_table(SENTENCES[0]), analyzer))
    assert lemmas[1:4] == ["투자/noun", "가/particle", "늘다/verb"]


def test_tokenize_adds_compounds_over_their_parts():
    tokens = tokenize(sentence_table(SENTENCES[1]), "kiwi")
    assert "마을연구조직/noun" in read(tokens, "compound")
    assert {"연구/noun", "조직/noun"} <= set(read(tokens))


@pytest.mark.skipif("mecab" not in HERE, reason="MeCab-ko has no wheel here")
def test_mecab_itself_reads_words_that_it_was_given_spaces_and_commas_in_them_too():
    from helpers.tokenizing.mecab_words import mecab_with

    text = "달빛 서점은 되살림마당에서 책을 판다."
    known = mecab_with((("달빛 서점", "NNP"), ("되살림마당", "NNG"), ('책, "새"', "NNG")))
    assert known.pos(text)[:4] == [("달빛 서점", "NNP"), ("은", "JX"), ("되살림마당", "NNG"), ("에서", "JKB")]
    assert known.pos('책, "새"를')[0] == ('책, "새"', "NNG")
    assert mecab_with(()).pos(text)[:2] != known.pos(text)[:2]


@pytest.mark.skipif("mecab" not in HERE, reason="MeCab-ko has no wheel here")
def test_words_that_mecab_cannot_compile_leave_it_as_it_is(monkeypatch: pytest.MonkeyPatch):
    from helpers.tokenizing import mecab_words

    monkeypatch.setattr(mecab_words.subprocess, "run", lambda *_, **__: None)
    assert mecab_words.mecab_with((("되살림마당", "NNG"),)).nouns("책을 판다.") == ["책"]


@pytest.mark.parametrize("analyzer", HERE)
def test_tokenize_keeps_words_of_the_dictionary_whole(analyzer: str):
    tokens = tokenize(sentence_table(SENTENCES[1]), analyzer, WORDS)
    made = tokens[tokens["from_dictionary"]]
    assert made["surface"].tolist() == ["달빛 서점", "마을연구조직"]
    assert made["unit"].tolist() == ["morpheme", "morpheme"]
    assert tokens.loc[made.index + 1, "pos"].tolist() == ["particle", "particle"]


def test_tokenize_spans_are_in_the_raw_text_of_an_article():
    sentences = sentence_table("책이 많다.", "\u200b책이\u00a0많다.")
    tokens = tokenize(sentences)
    second = tokens[tokens["sentence_id"] == 2]
    assert not uncovered(tokens, sentences)
    assert not wrong_surfaces(tokens, sentences)
    assert "책" in second["lemma"].tolist()
    assert second["start"].min() == sentences["start"][1]


def test_tokenize_of_no_sentences_is_an_empty_table():
    assert tables.TOKENS.check(tokenize(tables.SENTENCES.empty())).empty


def test_tokenize_names_an_analyzer_that_there_is_not():
    with pytest.raises(StudyError) as error:
        tokenize(sentence_table("책"), "twitter")
    assert "'twitter'" in error.value.cause
    assert all(name in error.value.remedy for name in ANALYZERS)


def test_tokenize_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("helpers.tokenizing.analyzers.find_spec", lambda name: None if name == "mecab" else object())
    with pytest.raises(StudyError, match="needs the package mecab"):
        tokenize(sentence_table("책"), "mecab")
    assert "mecab" not in available_analyzers()


def test_import_loads_no_analyzer_and_no_java():
    code = "import sys, helpers.tokenizing; print([m for m in ('kiwipiepy', 'jpype', 'konlpy', 'mecab') if m in sys.modules])"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (said.stdout.strip(), said.stderr) == ("[]", "")


@pytest.mark.parametrize("analyzer", HERE)
@pytest.mark.parametrize("name", HOSTILE)
def test_tokenize_covers_hostile_text(analyzer: str, name: str):
    sentences = sentence_table(HOSTILE[name], "책이 많다.")
    tokens = tables.TOKENS.check(tokenize(sentences, analyzer))
    assert not uncovered(tokens, sentences)
    assert "책" in tokens[tokens["sentence_id"] == 2]["surface"].tolist()


@examples(60)
@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=4),
    st.sampled_from(HERE),
)
def test_tokenize_covers_any_text(texts: list[str], analyzer: str):
    sentences = sentence_table(*texts)
    tokens = tables.TOKENS.check(tokenize(sentences, analyzer, WORDS))
    assert not uncovered(tokens, sentences)
    assert not wrong_surfaces(tokens, sentences)
    assert tokens["start"].groupby(tokens["sentence_id"]).is_monotonic_increasing.all()


def test_kiwi_reads_the_same_whether_or_not_it_read_without_the_dictionary_before():
    sentences = sentence_table(*SENTENCES, "달빛 서점은 마을연구조직을 돕는다.")
    analyzers._kiwis.clear()
    at_once = tokenize(sentences, "kiwi", WORDS)
    analyzers._kiwis.clear()
    plain = tokenize(sentences, "kiwi")
    pd.testing.assert_frame_equal(tokenize(sentences, "kiwi", WORDS), at_once)
    assert plain["lemma"].tolist() != at_once["lemma"].tolist()
    pd.testing.assert_frame_equal(tokenize(sentences, "kiwi"), plain)


def test_with_and_without_dictionary_is_each_analyzer_by_itself_in_the_order_given():
    sentences = sentence_table(*SENTENCES, "달빛 서점은 마을연구조직을 돕는다.")
    names = [*HERE[::-1], HERE[0]]
    tokens, plain = with_and_without_dictionary(sentences, analyzers=names, dictionary=WORDS)
    for together, words in ((tokens, WORDS), (plain, None)):
        alone = [tokenize(sentences, name, words) for name in HERE[::-1]]
        pd.testing.assert_frame_equal(together, pd.concat(alone, ignore_index=True))
        pd.testing.assert_frame_equal(together, tokenize_all(sentences, analyzers=names, dictionary=words))
    assert tokens["from_dictionary"].any() and not plain["from_dictionary"].any()
    assert [len(table) for table in with_and_without_dictionary(sentences, analyzers=[], dictionary=WORDS)] == [0, 0]


def test_an_analyzer_that_takes_no_words_reads_each_sentence_once(monkeypatch: pytest.MonkeyPatch) -> None:
    from helpers.tokenizing import analyzers, several
    from helpers.tokenizing.dictionary import Word
    from helpers.tokenizing.process import Morph

    read: list[str] = []

    def beside(analyzer: str, words, text: str) -> list[Morph]:
        read.append(text)
        return [Morph(word, "Noun", None, None, None) for word in text.split()]

    monkeypatch.setattr(analyzers, "_read_beside", beside)
    monkeypatch.setattr(several, "prepare", lambda *names: None)
    rows = [{"article_id": "a", "sentence_id": n, "start": 0, "end": 7, "text": f"책장 {n} 숲길", "section": "body", "paragraph": 1} for n in range(5000)]  # fmt: skip
    words = (Word("책장 1", "NNG"),)
    tokens, plain = several.with_and_without_dictionary(
        tables.SENTENCES.make(rows), analyzers=["okt"], dictionary=words
    )
    assert len(read) == 5000
    assert tokens["from_dictionary"].any() and not plain["from_dictionary"].any()
