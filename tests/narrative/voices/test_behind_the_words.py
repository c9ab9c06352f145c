"""Who stands between reported words and the verb that takes them says them; who stands within them never does."""

from __future__ import annotations

import pytest

from made.voices import said

SPOKE = "오세라 이장은 3일 “둑이 낮다”고 말했다."


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("그 가운데 여섯 명은 배앓이를 한 것으로 보건소는 파악했다.", "보건소"),
        ("법이 바뀌면 농민들은 빚을 질 것이라고 농업9단체는 경고했다.", "농업9단체"),
        ("강으로 떠내려간 배는 없는 것으로 당국은 보고 있다고 밝혔다.", "당국"),
        ("어민들은 그물을 걷은 것으로 하늘해경이 확인했다.", "하늘해경"),
    ],
)
def test_who_stands_right_before_the_verb_speaks(text: str, person: str) -> None:
    assert [row[2] for row in said(text)] == [person]


@pytest.mark.parametrize(
    "text",
    [
        "늦어서 미안하다면서, 직원들이 나서 새 배를 짓겠다고 말했다.",
        "길이 좁다며, 일꾼들이 힘을 모아 다리를 놓겠다고 약속했다.",
    ],
)
def test_a_subject_without_a_name_within_the_words_does_not_speak(text: str) -> None:
    assert {row[2] for row in said(SPOKE, text)} == {"오세라 이장"}


def test_a_subject_with_a_name_between_them_may_speak() -> None:
    assert said("늦어서 미안하다며 민보라 군수가 나서 다리를 놓겠다고 약속했다.")[-1][2] == "민보라 군수"


def test_two_told_of_against_each_other_do_not_explain() -> None:
    assert "하늘군" not in [row[2] for row in said("한강군은 길을 넓혔지만 하늘군은 돈이 적다는 설명이다.")]
    found = said("노조는 파업을 선언했지만 하늘건설은 법대로 하겠다는 입장이다.")
    assert found[-1][2] == "하늘건설"


def test_the_topic_of_the_sentence_speaks_over_a_subject_of_what_is_made() -> None:
    found = said("하늘군은 책을 내고 주민이 책을 빌려 읽을 수 있는 집을 짓겠다고 발표했다.")
    assert found[-1][2] == "하늘군"


@pytest.mark.parametrize("day", ["어제는", "오늘은", "지난해는", "요즘은"])
def test_a_day_says_nothing(day: str) -> None:
    found = said("민보라 군수는 군청에서 회의를 열었다.", f"{day} 다리를 놓겠다고 밝혔다.")
    assert found[-1][2] == "민보라 군수"


def test_a_claim_takes_its_owner_without_the_noun() -> None:
    assert said("“배를 띄우지 말라는 건 굶으라는 소리”라는 한 어부의 항변이 들린다.")[0][2] == "한 어부"


def test_what_follows_from_something_is_not_within_the_words() -> None:
    assert said("이에 따라 마을마다 둑을 쌓을 것이라는 전망이 나온다.")[0][3] == "마을마다 둑을 쌓을 것"


def test_a_worry_that_is_not_rare_is_nobodys() -> None:
    found = said("어부들은 배를 사들였다.", "물값이 오를 것이란 우려도 적지 않다.")
    assert [row[2] for row in found] == [None]
