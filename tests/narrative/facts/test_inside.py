"""Whose a figure is that stands in a clause before a noun, right before a topic, or before what somebody left out does."""

import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("올해 어획량은 우선 수온으로 인한 변수가 크다는 것이 조합의 설명이다.", "올해", "어획량"),
        ("처음 열린 지난해 대회에서는 어려운 코스도 여럿 나왔다.", "지난해", "대회"),
        ("지난해 나루에서는 조합이 배를 샀다.", "지난해", "조합"),
        ("지난해 배는 조합이 샀다.", "지난해", "조합"),
        ("전문가들은 자료를 토대로 올해 대회 또한 높은 파도가 나올 것 같다고 입을 모았다.", "올해", "대회"),
        (
            "참돔 또한 지난해 경매 때 최고값(148점)보다 올해 2월 경매 최고값이 152점으로 열기가 더욱 올랐다.",
            "올해 2월",
            "경매 최고값",
        ),
    ],
)
def test_a_time_is_of_the_noun_that_it_stands_right_before(text, words, actor):
    assert read(text).loc[words, "actor"] == actor


def test_a_time_with_a_particle_of_topics_names_nobody():
    found = read("참돔 또한 상급 비율이 지난해 경매 때는 4.71%였는데 올랐다.")
    assert found.loc["4.71%", "actor"] == "상급 비율"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("7명으로 구성된 심사위원 중 어민 쪽에서 2명을 추천하는 과정에서 동의를 받는다.", "7명", "심사위원"),
        ("7명으로 구성된 심사위원 중 어민 쪽에서 2명을 추천하는 과정에서 동의를 받는다.", "2명", "어민"),
        ("조합은 12명으로 꾸려진 구조대를 보냈다.", "12명", "구조대"),
        ("조합은 12명으로 붐빈 배를 보냈다.", "12명", "조합"),
        ("시는 선주의 면허를 최대 4년간 정지하는 내용의 선원법 개정안을 냈다.", "최대 4년간", "선원법 개정안"),
        ("시는 배를 2년간 묶는 내용의 항만법 개정안 등 8개 법안과 결의안을 냈다.", "2년간", "항만법 개정안"),
        ("새 배를 댄 부두는 960여개로 전체의 37% 수준이다.", "37%", "부두"),
    ],
)
def test_a_figure_in_a_clause_before_a_noun_is_of_that_noun(text, words, actor):
    assert read(text).loc[words, "actor"] == actor


def test_what_happens_is_not_who_acts_upon_it():
    found = read("선장 한바다씨는 그물을 던졌다.", "허리병이 악화되면서 2015년부터는 고기잡이에서 손을 뗐다.")
    assert found.loc["2015년", "actor"] == "선장 한바다씨"
    assert read("허리병이 악화되면서 조합은 2015년부터 일을 줄였다.").loc["2015년", "actor"] == "조합"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("경찰은 지난 2일 나루동에서 그물 3장을 훔친 혐의로 한씨를 붙잡았다고 4일 밝혔다.", ["한씨", "한씨", "경찰"]),
        ("조합돈 2억원을 빼돌린 혐의로 한씨가 붙잡혔다.", ["한씨"]),
        ("경찰은 2일 그물을 훔친 혐의로 한씨를 붙잡았다.", ["경찰"]),
        ("경찰은 한씨가 그물 3장을 훔친 혐의로 오씨를 붙잡은 2일 배를 찾았다.", ["한씨", "경찰"]),
    ],
)
def test_what_somebody_is_charged_with_is_of_who_is_charged(text, expected):
    assert list(read(text)["actor"]) == expected
