"""A name before a school or behind a party, and offices in which something is done; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import PARAPHRASE, SPEECH, said


def spoken(*texts: str) -> list[tuple[str, str | None]]:
    """Kind and person of what is said in marks."""
    return [(kind, who) for use, kind, who, _ in said(*texts) if use == SPEECH]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("김용대 나루과학기술원(NIST) 교수는 “보안이 문제”라고 말했다.", "김용대 나루과학기술원 교수"),
        ("오순대 나루대 명예교수는 “둑이 낮다”고 말했다.", "오순대 나루대 명예교수"),
        ("박영대 한강대학교 교수는 “물이 줄었다”고 했다.", "박영대 한강대학교 교수"),
        ("이상대 하늘대 연구교수는 “섬이 가라앉는다”고 설명했다.", "이상대 하늘대 연구교수"),
    ],
)
def test_a_given_name_may_end_as_a_university_does_before_another_school(text, speaker):
    assert spoken(text) == [("named", speaker)]


@pytest.mark.parametrize("faculty", ["의과대학", "의과대", "법대"])
def test_a_university_before_its_faculty_is_no_name(faculty):
    assert spoken(f"조선대 {faculty} 교수는 “둑이 낮다”고 말했다.")[0][0] == "unnamed"


@pytest.mark.parametrize(
    ("first", "again", "person"),
    [
        ("하늘당 허영 의원은", "허 의원은", "하늘당 허영 의원"),
        ("나루당 민심 대표는", "민 대표는", "나루당 민심 대표"),
        ("바다당 강산 대표는", "강 대표는", "바다당 강산 대표"),
        ("한강당 고대 의원은", "고 의원은", "한강당 고대 의원"),
    ],
)
def test_two_letters_behind_a_body_are_a_name_where_the_surname_comes_again(first, again, person):
    found = spoken(f"{first} “법안이 급하다”고 말했다.", f"{again} 또 “올해 안에 처리하겠다”고 밝혔다.")
    assert found == [("named", person), ("named", person)]


def test_they_are_none_where_the_surname_is_that_of_another():
    found = spoken("하늘당 소속 의원은 “급하다”고 말했다.", "소하늘 의원이 왔다.", "소 의원은 “늦었다”고 했다.")
    assert found == [("unnamed", "하늘당 소속 의원"), ("named", "소하늘 의원")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("교육청에서 시험 방식을 바꿔야 한다는 목소리가 나온다.", None),
        ("소방서에서 장비를 새로 사야 한다는 지적이 나온다.", None),
        ("시청에서 둑을 높여야 한다는 의견이 많다.", None),
        ("환경부에서 강물을 다시 재야 한다는 지적이 이어졌다.", None),
        ("업계에서 값을 내려야 한다는 지적이 나온다.", "업계"),
        ("상인들 사이에서 길을 넓혀야 한다는 목소리가 나온다.", "상인들"),
        ("하늘당에서 법안을 고쳐야 한다는 목소리가 나온다.", "하늘당"),
    ],
)
def test_an_office_in_which_something_is_to_be_done_says_nothing(text, who):
    assert [(use, person) for use, _, person, _ in said(text)] == [(PARAPHRASE, who)]


@pytest.mark.parametrize(
    "speaker",
    [
        "미라 보르 글라스노어 대변인",
        "서린사 자판 하늘노어 대변인",
        "미라 러너 트위터 대변인",
        "노아 하디 버들넷 대변인",
    ],
)
def test_the_firm_for_which_somebody_speaks_is_not_he(speaker):
    firm = speaker.split()[2]
    found = spoken(f"{speaker}은 “이용자가 늘었다”고 말했다.", f"{firm} 측은 “광고를 줄이겠다”고 밝혔다.")
    assert found[0][1] == speaker
    assert found[1][1] != speaker


def test_a_family_name_before_a_title_is_he():
    found = spoken("제임스 하워드 대변인은 “이용자가 늘었다”고 말했다.", "하워드는 “곧 준다”고 밝혔다.")
    assert found[0][1] == found[1][1]
