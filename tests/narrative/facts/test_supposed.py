"""Figures that nobody could look up: supposed, aimed at, hoped for, or part of a definition."""

import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("그물값이 5% 오른다고 가정하면 배는 20만원을 더 낸다.", "5%"),
        ("그물값이 5% 오른다고 가정하면 배는 20만원을 더 낸다.", "20만원"),
        ("배를 10년 탄다면 20억원을 버는 셈이 된다.", "20억원"),
        ("그는 올해 3승 이상을 노린다.", "3승 이상"),
        ("올해 배 세 척 중 2척이 팔릴 것이라는 자신감을 드러냈다.", "2척"),
        ("선장은 “3척을 더 사겠다”고 말했다.", "3척"),
        ("손님 3명이 탈 수 있도록 배를 고쳤다.", "3명"),
        ("그는 값이 10억원 이상인 큰고래를 찾는다.", "10억원 이상"),
        ("큰고래는 값이 10억원 이상의 배를 말한다.", "10억원 이상"),
        ("그는 후보 5명 중 한 명이다.", "한 명"),
        ("나루동 2통 주민이 모였다.", "2통"),
        ("조합은 배 30척이 팔릴 것으로 전망했다.", "30척"),
        ("내년 어획량은 30t으로 늘어날 전망이다.", "30t"),
        ("올해 어획량은 30t으로 예상된다.", "30t"),
        ("값은 3만원을 웃돌 것이라고 내다봤다.", "3만원"),
        ("배는 5월 3일 뜰 예정이다.", "5월 3일"),
        ("나는 그 말에 100% 동의한다.", "100%"),
        ("내년에도 같은 배를 타고 싶다.", "내년"),
    ],
)
def test_what_is_supposed_or_aimed_at_is_not_checkable(text, words):
    assert not read(text).loc[words, "checkable"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("배 30척 이상을 판 조합은 3억원을 벌었다.", "30척 이상"),
        ("조합은 배 30척이 팔릴 것으로 전망한 보고서를 냈다.", "30척"),
        ("값은 5만원보다 오를 것으로 예상된다.", "5만원"),
        ("3만원을 낸 손님이 많을 것으로 예상된다.", "3만원"),
        ("배 30척이 팔린 것으로 전망했다.", "30척"),
        ("나루시는 오는 20일 총회가 열린다고 발표했다.", "오는 20일"),
        ("올해 어획량은 30t으로 예상된다.", "올해"),
        ("배는 5월 3일 뜬다.", "5월 3일"),
        ("새 법은 내년부터 시행한다.", "내년"),
        ("지난해에도 같은 배를 탔다.", "지난해"),
        ("조합은 내년 8월 배 30척을 사기로 했다.", "30척"),
        ("5만원을 내면 배를 탄다.", "5만원"),
        ("그는 후보 5명 중 한 명이다.", "5명"),
        ("편지 2통을 받았다.", "2통"),
    ],
)
def test_what_was_done_planned_or_published_is_checkable(text, words):
    assert read(text).loc[words, "checkable"]


def test_never_is_no_number():
    assert read("그는 단 한 번도 배를 탄 적이 없다.").empty
    assert read("손님은 한 명도 오지 않았다.").empty


@pytest.mark.parametrize("text", ["연말까지 배 30척이 팔릴 전망이다.", "연말엔 뱃값이 내릴 것으로 보인다."])
def test_the_end_of_the_year_that_is_foreseen_is_the_coming_one(text):
    assert read(text, published="2026-01-20").loc["연말", "resolved_to"] == "2026-12-31"
