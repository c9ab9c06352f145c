"""Whom 이들 and 자신들 mean, and how many of them speak."""

from __future__ import annotations

import pytest

from made.voices import persons, said


def test_they_are_the_many_whom_the_text_told_of_and_no_single_one() -> None:
    mayor = "구은솔 시장은 “대화의 문은 열려 있다”고 말했다."
    answer = "이들은 “문이 열린 적이 없다”고 반박했다."
    found = persons("상인 열두 명이 지난달 시청 앞에 천막을 쳤다.", mayor, answer)
    assert found == ["구은솔 시장", "상인 열두 명"]
    assert persons(mayor, answer) == ["구은솔 시장", None]


def test_their_own_selves_are_those_who_spoke_right_before() -> None:
    words = "“둑은 우리가 쌓았다”고 말했다."
    own = "자신들은 한 푼도 받지 않았다고 주장했다."
    assert persons(f"변라온 이장은 {words}", own) == ["변라온 이장", "변라온 이장"]
    assert persons(f"변라온 이장은 {words}", "둑은 석 달 만에 섰다.", "여름에는 물도 막았다.", own)[1] is None


@pytest.mark.parametrize("who", ["주민 다수는", "주민 대다수는", "주민 절반 이상은", "주민 상당수는"])
def test_most_of_some_are_they(who: str) -> None:
    assert said("나경수 이장은 웃었다.", f"{who} 도로가 급하다고 본다.")[0][1:3] == ("unnamed", "주민")


def test_a_team_makes_its_leader_known() -> None:
    team = "새봄대병원 민소율 교수팀은 환자 2000명을 조사한 결과를 15일 공개했다."
    assert persons(team, "민 교수는 “열흘 넘게 먹지 말라”고 당부했다.") == ["새봄대병원 민소율 교수"]
    assert persons("새봄대병원 연구팀은 결과를 공개했다.", "민 교수는 “먹지 말라”고 당부했다.") == ["민 교수"]


def test_words_behind_a_sentence_on_many_are_theirs() -> None:
    keeper = "관리소장 표세륜 씨는 “부품은 내일 온다”고 했다."
    assert persons(keeper, "그러나 입주민들은 믿지 않는다.", "“벌써 세 번째 약속이에요.”")[1] == "입주민들"
    assert persons(keeper, "부품은 오지 않았다.", "“벌써 세 번째 약속이에요.”")[1] == "관리소장 표세륜 씨"
