"""A title that stands alone, names of the ordained, and offices held for another; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import persons, said


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (
            ("오하늘 나루대 교수는 “강바닥이 낮아졌다”고 설명했다.", "교수는 “모래가 쓸려 갔다”고 덧붙였다."),
            "오하늘 나루대 교수",
        ),
        (("나루전자 민보라 대표는 공장을 옮기기로 했다.", "대표는 “함께 가겠다”고 말했다."), "나루전자 민보라 대표"),
        (("하늘팀 박바다 감독은 3연승을 이끌었다.", "경기 뒤 감독은 “다들 잘 버텼다”고 말했다."), "하늘팀 박바다 감독"),
        (
            ("한바다 등대보존위원회 위원장은 10일 등대에 올랐다.", "위원장은 등대를 허물지 않겠다고 말했다."),
            "한바다 등대보존위원회 위원장",
        ),
        (
            ("나루사 주지 보현 스님은 “숲길을 열겠다”고 말했다.", "물길도 튼다.", "주지 스님은 “봄에 튼다”고 했다."),
            "나루사 주지 보현 스님",
        ),
        # whom others only own or meet is not meant
        (
            (
                "오하늘 교수는 “강이 얕다”고 했다.",
                "그의 책은 민보라 교수의 연구를 잇는다.",
                "교수는 “더 재겠다”고 말했다.",
            ),
            "오하늘 교수",
        ),
        # two bear it: who was just named is meant
        (("오하늘 교수는 강을 쟀다.", "민보라 교수는 둑을 쟀다.", "교수는 “둑이 낮다”고 말했다."), "민보라 교수"),
    ],
)
def test_a_title_alone_is_the_one_who_bears_it(texts, person):
    assert set(persons(*texts)) == {person}
    assert {row[1] for row in said(*texts)} == {"named"}


@pytest.mark.parametrize(
    "texts",
    [
        (
            "오하늘 하늘팀 감독은 “이기겠다”고 했다.",
            "민보라 나루팀 감독은 “비기겠다”고 했다.",
            "관중석이 찼다.",
            "감독은 “다시 오겠다”고 말했다.",
        ),
        ("오하늘 나루대 교수는 “강이 얕다”고 했다.", "하늘대 교수는 “둑이 낮다”고 했다.", "교수는 “늦었다”고 했다."),
        ("오하늘 전 산림부 장관은 “숲이 줄었다”고 했다.", "장관은 “나무를 심겠다”고 말했다."),
        ("오하늘 부회장은 “숲이 줄었다”고 했다.", "회장은 “나무를 심겠다”고 말했다."),
        ("오하늘 교수는 “숲이 줄었다”고 했다.", "전문가는 “나무를 심어야 한다”고 말했다."),
        ("오하늘 교수는 “숲이 줄었다”고 했다.", "교수들은 “나무를 심어야 한다”고 말했다."),
        ("보현 스님은 “종을 치겠다”고 했다.", "나루사의 한 스님은 “새벽마다 친다”고 했다."),
    ],
)
def test_a_title_that_another_may_bear_points_to_nobody(texts):
    found = persons(*texts)
    assert found[-1] not in found[:-1]


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (
            ("달맞이종 총무원장 보현 스님은 “숲길을 연다”고 했다.", "보현 스님은 “나무를 심겠다”고 밝혔다."),
            "달맞이종 총무원장 보현 스님",
        ),
        (("총무원장 진각 스님이 절을 찾았다.", "진각스님은 “물길을 트겠다”고 했다."), "총무원장 진각 스님"),
        (
            ("나루사 주지 혜담 스님은 “종을 치겠다”고 말했다.", "혜담 주지는 “멀리 간다”고 했다."),
            "나루사 주지 혜담 스님",
        ),
        (("산을 내려온 정허 스님은 “길을 내겠다”고 했다.", "정허 스님은 “함께 걷자”고 했다."), "정허 스님"),
    ],
)
def test_an_ordained_person_is_known_by_a_name_of_two_letters(texts, person):
    assert set(persons(*texts)) == {person}
    assert {row[1] for row in said(*texts)} == {"named"}


@pytest.mark.parametrize("who", ["주지 스님", "이웃 스님", "태국 스님", "노스님", "비구니 스님"])
def test_who_is_only_some_monk_has_no_name(who):
    assert [row[1] for row in said(f"{who}은 “종을 치겠다”고 말했다.")] == ["unnamed"]


def test_an_order_is_not_who_leads_it():
    texts = ("조계종 총무원장 보현스님은 “함께하겠다”고 말했다.", "조계종은 종을 더 만들 것이라고 밝혔다.")
    assert len(set(persons(*texts))) == 2


@pytest.mark.parametrize(
    ("texts", "person"),
    [
        (
            ("김하늘 위원장 직무대행은 “회의를 연다”고 했다.", "김 위원장 직무대행은 “표결하겠다”고 밝혔다."),
            "김하늘 위원장 직무대행",
        ),
        (
            ("박보라 나루당 대표 권한대행은 “묻겠다”고 했다.", "박 대표 권한대행은 “따르겠다”고 밝혔다."),
            "박보라 나루당 대표 권한대행",
        ),
        (
            ("안노을 한강상회 회장 내정자는 “늘리겠다”고 했다.", "안 회장 내정자는 “지키겠다”고 했다."),
            "안노을 한강상회 회장 내정자",
        ),
        (
            ("최가람 산림부 장관 후보자는 “심겠다”고 했다.", "최 장관 후보자는 “살피겠다”고 했다."),
            "최가람 산림부 장관 후보자",
        ),
        (("정바다 나루대 부총장은 “달라졌다”고 했다.", "정 전 부총장은 “모자란다”고 말했다."), "정바다 나루대 부총장"),
        (("김하늘 위원장은 “회의를 연다”고 했다.", "김 위원장 직무대행은 “표결하겠다”고 했다."), "김하늘 위원장"),
    ],
)
def test_an_office_held_for_another_is_one_person_with_it_and_without(texts, person):
    assert set(persons(*texts)) == {person}


def test_of_two_of_one_family_name_each_is_called_by_how_he_holds_the_office():
    found = persons(
        "김하늘 위원장은 “회의를 연다”고 했다.",
        "김보라 위원장 직무대행은 “표결을 한다”고 했다.",
        "비가 내렸다.",
        "김 위원장 직무대행은 “표결을 미룬다”고 했다.",
        "김 위원장은 “회의를 닫는다”고 말했다.",
    )
    assert found[2:] == [found[1], found[0]]


@pytest.mark.parametrize(
    "text",
    [
        "김 위원장 직무대행은 “표결하겠다”고 밝혔다.",
        "박 대표 권한대행은 “투표한다”고 했다.",
        "정 전 부총장은 “늦었다”고 했다.",
    ],
)
def test_a_family_name_and_an_office_name_somebody_however_he_holds_it(text):
    assert [row[1] for row in said(text)] == ["named"]


def test_a_family_name_alone_with_another_office_is_another():
    texts = ("김하늘 나루대 교수는 “강이 얕다”고 했다.", "김 위원장 직무대행은 “표결하겠다”고 했다.")
    assert len(set(persons(*texts))) == 2


def test_a_title_alone_within_anothers_words_is_anybodys():
    found = persons(
        "김나래 간호사는 노인들을 찾아갔다.",
        "오하늘 팀장은 “집을 다녀온 간호사가 ‘걷기 힘들다’고 알리면 난간을 단다”고 했다.",
    )
    assert "김나래 간호사" not in found
