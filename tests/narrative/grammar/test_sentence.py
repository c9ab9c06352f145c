"""The grammar of a sentence, on what Kiwi reads; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import pytest

from helpers import tables
from helpers.narrative.grammar import Clause, Phrase, Sentence, sentences_of
from helpers.tokenizing import tokenize
from made.sentences import sentence_table
from made.timing import assert_proportional


def read(text: str) -> Sentence:
    sentences = sentence_table(text, start=7)
    return sentences_of(sentences, tokenize(sentences, "kiwi"))["a", 1]


def words(sentence: Sentence, phrase: Phrase | None) -> str | None:
    return sentence.text[phrase.start : phrase.end] if phrase else None


def clause(sentence: Sentence, lemma: str) -> Clause:
    return next(found for found in sentence.clauses if found.predicate.lemma == lemma)


@pytest.mark.parametrize(
    ("text", "lemma", "actor"),
    [
        ("토마스 베르거 호수대 교수는 “물이 줄었다”고 말했다.", "말하다", "토마스 베르거 호수대 교수"),
        ("피터 다바로 하늘궁 무역 담당 고문은 “늦었다”고 밝혔다.", "밝히다", "피터 다바로 하늘궁 무역 담당 고문"),
        ("누나는 소식을 듣고도 “달라지겠나”라고 말했다.", "말하다", "누나"),
        ("하늘전자가 인력이 줄어들 것이라고 예고했다.", "예고하다", "하늘전자"),
        ("하늘전자가 인력이 줄어들 것이라고 예고했다.", "줄어들다", "인력"),
        ("정부는 물을 검사했다는 입장을 밝혔다.", "밝히다", "정부"),
        ("이날 오전 최보리 민주당 원내대변인은 다시 오겠다고 말했다.", "말하다", "최보리 민주당 원내대변인"),
        ("중단하지 않을 경우 소송을 낼 것이라고 최보리 대변인은 말했다.", "말하다", "최보리 대변인"),
        ("대출이 늘어 손님이 줄었다.", "줄다", "손님"),
        ("대출이 늘어 손님이 줄었다.", "늘다", "대출"),
        ("서울시와 경기도, 인천시 등은 예산이 부족해 필터를 갈지 않았다.", "갈다", "서울시와 경기도, 인천시 등"),
        ("익명을 요구한 한 공무원은 “서류가 없다”고 털어놨다.", "털어놓다", "한 공무원"),
    ],
)
def test_a_predicate_has_its_own_subject(text, lemma, actor):
    sentence = read(text)
    assert words(sentence, clause(sentence, lemma).actor) == actor


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("이 약은 당장 상용화되기는 쉽지 않다.", ["쉽다"]),
        ("정부가 인력을 줄이지 않겠다고 밝혔다.", ["줄이다"]),
        ("예산이 부족해 필터를 갈지 않았다.", ["갈다"]),
        ("대출이 늘어 손님이 줄었다.", []),
        ("노조는 받아들일 수 없다는 입장이다.", ["받아들이다"]),
        ("학생들이 건의해도 답이 없었다.", ["없다"]),
        ("그는 안 갔고 동생은 못 먹었다.", ["가다", "먹다"]),
        ("이것은 우연이 아니다.", ["아니다"]),
    ],
)
def test_a_denial_governs_one_predicate(text, denied):
    assert [found.predicate.lemma for found in read(text).clauses if found.predicate.negated] == denied


@pytest.mark.parametrize(
    ("text", "lemma", "kind", "relation"),
    [
        ("학생들이 건의해도 답이 없었다.", "건의하다", "connective", "concession"),
        ("비가 왔지만 강은 말랐다.", "오다", "connective", "concession"),
        ("비가 오면 강이 찬다.", "오다", "connective", "condition"),
        ("비가 오니까 강이 찬다.", "오다", "connective", "cause"),
        ("물이 깨끗하다고 시는 말했다.", "깨끗하다", "quoting", ""),
        ("시가 지은 다리가 무너졌다.", "짓다", "adnominal", ""),
        ("비가 왔다.", "오다", "final", ""),
    ],
)
def test_a_clause_ends_as_its_ending_says(text, lemma, kind, relation):
    found = clause(read(text), lemma)
    assert (found.kind, found.relation) == (kind, relation)


def test_an_adnominal_clause_knows_what_it_modifies():
    sentence = read("물을 마신 아이를 도운 김하늘(34)씨는 고개를 저었다.")
    assert words(sentence, clause(sentence, "마시다").modifies) == "아이"
    assert words(sentence, clause(sentence, "돕다").modifies) == "김하늘(34)씨"
    assert words(sentence, clause(sentence, "젓다").actor) == "김하늘(34)씨"


def test_what_is_quoted_is_a_level_of_its_own():
    sentence = read("한강병원은 “조사단이 물을 가져갔다”고 말했다.")
    assert words(sentence, clause(sentence, "가져가다").actor) == "조사단"
    assert words(sentence, clause(sentence, "말하다").actor) == "한강병원"
    assert clause(sentence, "말하다").quote is not None
    assert sentence.clause_at(sentence.text.index("물을")) is clause(sentence, "가져가다")


def test_a_place_leads_back_to_the_raw_text():
    sentence = read("비가 왔다.")
    assert sentence.raw((0, 2)) == (7, 9)


@pytest.mark.long
def test_a_long_run_of_words_takes_time_in_proportion():
    def clauses(times: int) -> Callable[[], object]:
        sentence = read("물을 마신 아이가 " * times)
        return lambda: sentence.clauses

    assert_proportional(clauses, 200, times=4)


def test_no_sentences_no_readings():
    assert sentences_of(tables.SENTENCES.empty(), tables.TOKENS.empty()) == {}
    assert isinstance(tables.TOKENS.empty(), pd.DataFrame)
