"""Whose a figure is where several are told of: each his own punishment, a part of a sum, what a clause describes."""

import pytest

from made.facts import read


def actors(text: str) -> list[str | None]:
    return [None if actor != actor else actor for actor in read(text)["actor"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("재판부는 선장에게 징역 3년, 어민에게 벌금 100만원을 선고했다.", ["선장", "어민"]),
        ("나씨는 징역 4년, 도씨의 경우 징역 1년에 집행유예 2년을 받았다.", ["나씨", "도씨", "도씨"]),
        ("선장에게는 벌금 300만원이, 회사에는 과징금 2억원이 부과됐다.", ["선장", "회사"]),
        ("재판부는 선장에게 징역 3년을 선고했다.", ["재판부"]),
        ("재판부는 선장에게 징역 3년과 벌금 100만원을 선고했다.", ["재판부", "재판부"]),
    ],
)
def test_of_several_each_has_the_punishment_that_is_given_to_him(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("부두 공사비는 90억원(국비 50억원, 시비 40억원)이다.", ["부두 공사비", "국비", "시비"]),
        ("배값은 10만 달러(한화 1억 3천만원)다.", ["배값", "배값"]),
    ],
)
def test_in_brackets_a_part_of_a_sum_has_its_own_name_but_the_sum_in_other_money_has_none(text, expected):
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("주인이 한 명도 없는 배는 12척으로, 한 해 전보다 30% 늘었다.", "30%", "배"),
        ("선장도 낡은 배 2척을 팔았다.", "2척", "선장"),
        ("가장 많이 오른 것은 고등어로, 한 달 전보다 32% 비싸졌다.", "32%", "고등어"),
        ("어획량은 태풍 뒤로 32% 줄었다.", "32%", "어획량"),
        ("조합은 해안에서 30㎞ 떨어진 어장을 샀다.", "30㎞", "어장"),
        ("조합은 30년간 모은 돈으로 어장을 샀다.", "30년간", "조합"),
        ("나루시가 창고 12곳을 살핀 결과 9곳이 비어 있었다.", "9곳", "창고"),
        ("나루시가 창고 12곳을 살핀 결과 배 9척이 비어 있었다.", "9척", "배"),
        ("물결팀이 딴 9점은 창단 이후 최다로, 2011년 딴 8점을 넘었다.", "2011년", "물결팀"),
        ("주민은 300명이고, 이 중 60세 이상이 140명이다.", "140명", "60세 이상"),
        ("고등어값은 같은 요일 3만원 대비 12% 내렸다.", "3만원", "고등어값"),
        ("이 안건은 대의원 50명 가운데 32명이 찬성해 통과됐다.", "32명", "대의원"),
        ("조합은 50명 가운데 32명이 남았다.", "32명", "조합"),
        ("공사는 길어도 그 기간은 40일이다.", "40일", "그 기간"),
    ],
)
def test_a_figure_is_of_what_its_clause_describes_calls_or_counts(text, words, actor):
    assert read(text).loc[words, "actor"] == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("조합은 2017년 오씨가 선장으로 일하던 배를 샀다.", "2017년", "조합"),
        ("조합은 지난달 오씨가 판 배를 찾았다.", "지난달", "오씨"),
        ("새 그물은 지난달 조합이 골랐다.", "지난달", "조합"),
        ("선장의 첫 일정은 지난 5일 부두 청소 참석이 전부다.", "지난 5일", "선장의 첫 일정"),
        ("어획량은 1200t으로 태풍이 시작되기 전주보다 적다.", "1200t", "어획량"),
        ("어획량은 태풍이 1200t을 휩쓸기 전보다 적다.", "1200t", "태풍"),
    ],
)
def test_what_stands_before_the_subject_of_a_clause_within_is_of_the_clause_around_it(text, words, actor):
    assert read(text).loc[words, "actor"] == actor


def test_days_of_last_month_are_no_length_of_time():
    assert read("어획량은 지난달 4~10일 줄었다.").loc["지난달 4~10일", "resolved_to"] == "2026-02-10"
    assert read("올해 장마는 4~10일 늘었다.").loc["4~10일", "kind"] == "period"


@pytest.mark.parametrize(
    ("texts", "words", "actor"),
    [
        (("조합은 그물 파손 사례 41건을 살폈다.", "이 중 12건은 낡은 배가 원인이었다."), "12건", "그물 파손 사례"),
        (("조합은 그물 파손 사례 41건을 살폈다.", "7건은 폭풍과 관련이 있었다."), "7건", "그물 파손 사례"),
        (("조합은 그물 파손 사례 41건을 살폈다.", "이 중 사고 12건은 낡은 배가 원인이었다."), "12건", "사고"),
        (("조합은 그물 41장을 살폈다.", "어선이 7척을 샀다."), "7척", "어선"),
    ],
)
def test_a_number_without_a_noun_is_of_those_that_a_sentence_before_counted(texts, words, actor):
    assert read(*texts).loc[words, "actor"] == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("2018년 시청에서 뱃삯을 900원으로 올리고 부두도 닫았다.", "900원", "시청"),
        ("조합은 창고에서 그물 900장을 꺼냈다.", "900장", "조합"),
        ("조합은 이번 주 그물을 나눌 방법을 논의하는 총회를 연다.", "이번 주", "조합"),
        ("조합은 오는 12일 열리는 총회에 간다.", "12일", "조합"),
        ("2019년 문을 열어 새로 출범한 물결시장에는 점포 80곳이 있다.", "80곳", "점포"),
        ("2019년 출범한 물결시장에는 점포 80곳이 있다.", "2019년", "물결시장"),
        ("2019년 물결시장에는 점포가 늘었다.", "2019년", "점포"),
        ("선장은 빚 4억원에 이자가 붙었다고 했다.", "4억원", "빚"),
        ("조합은 4억원에 이자가 붙었다고 했다.", "4억원", "조합"),
        ("나루펀드는 물결증권(478억원), 모래증권(71억원) 등 약 549억원이 묶였다.", "약 549억원", "나루펀드"),
        ("물결증권, 모래증권 등 2곳이 문을 닫았다.", "2곳", "물결증권, 모래증권 등"),
    ],
)
def test_offices_act_dates_stand_apart_and_a_sum_is_of_the_whole(text, words, actor):
    found = read(text)
    assert next(row for told, row in found.iterrows() if words in told)["actor"] == actor


def test_what_can_be_in_spite_of_another_thing_is_not_that_things():
    assert "바람" not in set(read("하루 30명이 탈 수 있지만, 바람이 거세지면서 배가 묶였다.")["actor"])
    assert read("값은 3만원으로 올랐지만 어획량은 줄었다.").loc["3만원", "actor"] == "값"
