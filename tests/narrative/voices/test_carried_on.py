"""Words without marks and a subject are his who spoke right before, and nobody's where that is not sure."""

from __future__ import annotations

import pytest

from made.voices import said

SPOKE = "오세라 이장은 3일 “둑이 낮다”고 말했다."


@pytest.mark.parametrize(
    "words",
    [
        "또 비가 오면 논이 잠긴다고 전했다.",
        "보름 안에 흙을 쌓아야 한다는 설명이다.",
        "물길부터 넓혀야 한다는 것이다.",
        "올해 안에 둑을 높이겠다는 계획이다.",
    ],
)
def test_words_without_a_subject_are_his_who_spoke_right_before(words: str) -> None:
    assert [person for *_, person, _ in said(SPOKE, words)] == ["오세라 이장"] * 2


@pytest.mark.parametrize(
    "words",
    [
        "보름 안에 흙을 쌓아야 한다는 설명이다.",
        "물길부터 넓혀야 한다는 것이다.",
        "올해 안에 둑을 높이겠다는 계획이다.",
        "농번기 전에 공사를 마친다는 방침이다.",
    ],
)
def test_words_by_a_noun_alone_do_not_reach_over_a_sentence_in_which_nobody_speaks(words: str) -> None:
    assert len(said(SPOKE, "마을 앞 냇물은 해마다 넘친다.", words)) == 1


def test_a_verb_of_saying_without_a_speaker_right_before_gives_words_to_nobody() -> None:
    found = said(SPOKE, "마을 앞 냇물은 해마다 넘친다.", "올여름에는 비가 더 온다고 내다봤다.")
    assert [person for *_, person, _ in found] == ["오세라 이장", None]


@pytest.mark.parametrize("who", ["하늘군도", "한강시는"])
def test_another_with_a_name_as_topic_stops_who_spoke(who: str) -> None:
    found = said(SPOKE, f"{who} 올해 안에 길을 낸다는 계획이다.")
    assert "오세라 이장" not in [row[2] for row in found[1:]]


def test_who_is_named_behind_words_without_a_subject_does_not_say_them() -> None:
    found = said("물살이 세다고 밝혔으나 오세라 이장은 “배를 띄운다”고 했다.")
    assert ("paraphrase", "named", "오세라 이장", "물살이 세다") not in found


def test_a_source_to_which_a_sentence_only_points_does_not_go_on() -> None:
    found = said("낚시업계에 따르면 어민들은 포구에 모여 항의했다.", "물고기가 줄었다는 주장이다.")
    assert "낚시업계" not in [person for *_, person, text in found if "물고기" in text]


def test_a_question_gives_its_words_to_nobody_before_it() -> None:
    assert len(said(SPOKE, "가장 큰 까닭은 무엇이라고 봐야 합니까?")) == 1


def test_a_reason_that_the_writer_gives_is_nobodys() -> None:
    assert len(said(SPOKE, "이웃이 손을 잡은 것은 물이 무섭다는 인식을 가졌기 때문이다.")) == 1


def test_a_body_with_too_asks_for_what_is_an_object() -> None:
    found = said(SPOKE, "하늘군도 이날 둑 보강과 물길 정비 등을 요구했다.")
    assert found[1][2] == "하늘군"
    assert said(SPOKE, "또 물길 정비도 요구했다.")[1][2] == "오세라 이장"
