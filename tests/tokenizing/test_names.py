"""A name that the article itself shows to be one is read whole; every name is invented."""

from __future__ import annotations

import pytest

from helpers.tokenizing.names import with_names
from helpers.tokenizing.readings import Reading
from made.pieces import sentence


def read(*sentences: tuple[list[Reading], str], analyzer: str = "kiwi") -> list[str]:
    """The words and particles of the last sentence."""
    made = with_names([own for own, _ in sentences], [text for _, text in sentences], analyzer=analyzer)
    text = sentences[-1][1]
    return [text[r.start : r.end] for r in made[-1] if r.pos != "symbol"]


LAST = sentence("박솔/NNP", "이/JKS", "는/JX", "_", "웃/VV", "었/EP")


@pytest.mark.parametrize(
    "shown",
    [
        sentence("박솔/NNG", "이/MAG", "(", "34", ")", "가/JKS", "_", "말/NNG"),
        sentence("박솔/NNG", "이/MAG", "_", "씨/NNB", "의/JKG", "_", "말/NNG"),
        sentence("박솔/NNG", "이/MAG", "_", "감독/NNG", "은/JX", "_", "말/NNG"),
        sentence("박솔/NNG", "이/MAG", "_", "주민/NNG", "들/XSN"),
        sentence("[", "박솔/NNG", "이/JKS", "|", "이장/NNG", "]"),
        sentence("배우/NNG", "_", "박솔/NNG", "이/NR", "가/JKS", "_", "왔/VV"),
        sentence("민보라/NNP", ",", "_", "박솔/NNG", "이/NR", ",", "_", "노재은/NNP", "이/JKS", "_", "왔/VV"),
    ],
)
def test_an_age_a_title_or_an_office_beside_a_person_keeps_the_name_whole_everywhere(shown):
    assert read(shown, LAST) == ["박솔이", "는", "웃", "었"]
    assert read(LAST) == ["박솔", "이", "는", "웃", "었"]


@pytest.mark.parametrize(
    "shown",
    [
        sentence("배우/NNG", "_", "박솔/NNG", "이/JKS", "_", "왔/VV"),  # 이 as a particle: whose name is 박솔
        sentence("민보라/NNP", ",", "_", "박솔/NNG", "이/NR", "_", "왔/VV"),  # two are no list
        sentence("민보라/NNP", ",", "_", "박솔/NNG", "이/NR", ",", "_", "운동장/NNG", "이/JKS"),
    ],
)
def test_what_may_be_another_word_beside_names_stays_in_pieces(shown):
    assert read(shown, LAST) == ["박솔", "이", "는", "웃", "었"]


def test_what_is_formed_as_a_name_but_inflected_is_none():
    assert read(sentence("우승/NNG", "한/ETM", "_", "감독/NNG", "은/JX")) == ["우승", "한", "감독", "은"]


def test_a_noun_that_is_formed_as_a_name_is_none():
    assert read(sentence("공무/NNG", "원/XSN", "_", "씨/NNB")) == ["공무", "원", "씨"]


@pytest.mark.parametrize(
    "shown",
    [
        sentence("'", "그/MM", "랑/NNG", "(", "Grang/SL", ")", "'", "을/JKO"),
        sentence("'", "그/MM", "랑/NNG", "'", "은/JX"),
    ],
)
def test_a_word_with_a_gloss_or_in_marks_is_whole_where_it_was_torn(shown):
    assert read(shown, sentence("그/MM", "랑/NNG", "은/JX", "_", "앱/NNG", "이다/VCP")) == ["그랑", "은", "앱", "이다"]


def test_words_of_two_syllables_each_in_marks_stay_as_they_were_read():
    marked = sentence("‘", "물빛/NNG", "나루/NNG", "’", "는/JX")
    assert read(marked, sentence("물빛/NNG", "나루/NNG", "가/JKS")) == ["물빛", "나루", "가"]


def test_a_phrase_in_marks_is_no_name():
    marked = sentence("‘", "나/NP", "의/JKG", "’", "_", "말/NNG")
    assert read(marked, marked)[:2] == ["나", "의"]


def test_a_party_with_a_particle_in_its_name_is_one_word_though_named_once():
    party = sentence("국민/NNG", "의/JKG", "힘/NNG", "은/JX", "_", "말/NNG")
    assert read(party) == ["국민의힘", "은", "말"]
    assert read(sentence("국민/NNG", "의/JKG", "_", "힘/NNG")) == ["국민", "의", "힘"]


def test_villages_that_stand_side_by_side_are_whole():
    listed = sentence("맑/VA", "은/ETM", "리/NNB", "와/JC", "_", "샘골리/NNP", "에/JKB")
    assert read(listed) == ["맑은리", "와", "샘골리", "에"]
    assert read(sentence("그러/VA", "ㄹ/ETM", "_", "리/NNB", "가/JKS"))[-2:] == ["리", "가"]


def test_what_the_analyzer_drew_into_a_name_is_set_apart():
    drawn = sentence("박솔/NNP", "이가/NNG", "_", "말/NNG")
    shown = sentence("박솔/NNG", "이/MAG", "_", "씨/NNB")
    assert read(shown, drawn) == ["박솔이", "가", "말"]


def test_a_name_within_another_word_is_left_alone():
    shown = sentence("박솔/NNG", "이/MAG", "_", "씨/NNB")
    assert read(shown, sentence("박솔/NNG", "이웃/NNG")) == ["박솔", "이웃"]
    assert read(shown, sentence("큰/NNG", "박솔/NNG", "이/JKS")) == ["큰", "박솔", "이"]


def test_the_tag_is_that_of_each_analyzer():
    readings, text = sentence("박솔/NNG", "이/JKS", "_", "씨/NNB")
    made = {name: with_names([readings], [text], analyzer=name)[0][0] for name in ("kiwi", "okt", "hannanum")}
    assert {name: reading.tag for name, reading in made.items()} == {"kiwi": "NNP", "okt": "Noun", "hannanum": "NQ"}
    assert {reading.pos for reading in made.values()} == {"noun"}


def test_no_sentences_give_none():
    assert with_names([], [], analyzer="kiwi") == []
