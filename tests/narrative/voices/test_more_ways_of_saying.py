"""Views that become known, names in marks, lists of bodies, and quotations to which another answers."""

from __future__ import annotations

import pytest

from made.voices import said


@pytest.mark.parametrize("who", ["하늘군 역시", "하늘군은", "한강당은"])
def test_a_view_that_becomes_known_is_his_who_holds_it(who: str) -> None:
    ((use, _, person, words),) = said(f"{who} 새 둑이 논을 가릴 우려가 있다고 보는 것으로 알려졌다.")
    assert (use, person, words) == ("paraphrase", who.split()[0].rstrip("은"), "새 둑이 논을 가릴 우려가 있다")


@pytest.mark.parametrize(
    "who",
    [
        "오정민 '하늘의 나루' 통합관리단 간사",
        "오정민 ‘나루의 숲’ 조직위원회 대표",
        "이경민 ‘한강의 나루’ 보존관리단 간사",
    ],
)
def test_a_name_before_a_body_in_marks_names_the_person(who: str) -> None:
    assert said(f"{who}는 “물이 맑다”고 말했다.")[0][1] == "named"


def test_a_body_in_marks_before_a_title_names_nobody() -> None:
    assert said("단체 ‘하늘의 나루’ 대표는 “물이 맑다”고 말했다.")[0][1] == "unnamed"


def test_bodies_that_a_list_and_a_number_tell_are_one() -> None:
    found = said(
        "벼협회와 콩협회, 밀협회, 감협회 등 농업4단체는 3일 “물이 모자란다”고 밝혔다.",
        "이들 단체는 “둑을 쌓아 달라”고 했다.",
        "농업4단체는 “길도 넓혀 달라”고 했다.",
        "빚을 지면 농민들은 떠날 것이라고 농업4단체는 경고했다.",
    )
    assert {person for *_, person, _ in found} == {"농업4단체"}


def test_they_are_the_ones_told_of_where_no_bodies_spoke() -> None:
    found = said("어민들은 포구에 모였다.", "이들은 “그물이 비었다”고 했다.")
    assert [person for *_, person, _ in found] == ["어민들"]


def test_who_answers_did_not_say_to_what_he_answers() -> None:
    found = said("오세라 이장은 3일 군청을 찾았다.", "“둑을 쌓아 달라”고 하자, 민보라 군수가 바로 “돈이 없다”고 했다.")
    assert [person for *_, person, _ in found] == ["오세라 이장", "민보라 군수"]


def test_words_in_single_marks_of_which_one_is_a_sentence_are_said() -> None:
    assert len(said("오세라 이장은 ‘아직은 아니다’ ‘먼 훗날 과제’라고 했다.")) == 2
    assert all(row[0] != "speech" for row in said("오세라 이장은 이 길을 ‘하늘길’, ‘바람길’이라고 했다."))


def test_what_is_to_be_is_foreseen_by_nobody_named() -> None:
    assert said("올해는 배가 늘어나리란 전망이다.")[0][2:] == (None, "올해는 배가 늘어나리")
    assert said("하늘전자는 새 기술이 빛을 보리란 전망이다.")[0][2] is None


def test_a_camp_speaks() -> None:
    assert said("개발진영은 둑 공사에 대해 “낡은 생각”이라고 비난해왔다.")[0][2] == "개발진영"
