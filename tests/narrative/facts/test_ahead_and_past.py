"""Days yet to come for which something is planned, parts of a time that is going on, and spans named by both ends."""

import pandas as pd
import pytest

from made.facts import days, read


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("조합은 28일 예정된 총회에서 규약을 고친다.", "28일", "2026-03-28"),
        ("마을 축제는 7월18일로 예정된 상태다.", "7월18일", "2026-07-18"),
        ("다음 달 3일 열릴 음악회를 앞두고 합창단이 모였다.", "다음 달 3일", "2026-04-03"),
        ("극장은 오는 15일까지 신청을 받기로 했다.", "오는 15일", "2026-03-15"),
        ("도서관은 20일 건물을 옮기겠다고 밝혔다.", "20일", "2026-03-20"),
    ],
)
def test_a_day_for_which_something_is_planned_can_be_looked_up(text, words, day):
    found = read(text)
    assert days(found.loc[words]) == (day, day)
    assert found.loc[words, "checkable"]


@pytest.mark.parametrize(
    ("text", "words"), [("20일 비가 내릴 전망이다.", "20일"), ("내년 가을 새 극장을 지을 계획이다.", "내년 가을")]
)
def test_a_day_of_which_something_is_only_expected_or_a_far_season_cannot(text, words):
    assert not read(text).loc[words, "checkable"]


@pytest.mark.parametrize(
    ("text", "words", "span", "published"),
    [
        ("연구진의 논문은 이달 초 학술지에 실렸다.", "이달 초", ("2026-03-01", "2026-03-05"), "2026-03-05"),
        ("보고서는 올 상반기 관람객이 늘었다고 적었다.", "올 상반기", ("2026-01-01", "2026-05-20"), "2026-05-20"),
        ("이번 주 배춧값이 크게 떨어졌다.", "이번 주", ("2026-03-09", "2026-03-11"), "2026-03-11"),
        ("올가을 거둔 사과가 지난해보다 작다.", "올가을", ("2026-09-01", "2026-11-20"), "2026-11-20"),
        ("이번 주엔 열기가 한풀 꺾였다.", "이번 주", ("2026-03-09", "2026-03-11"), "2026-03-11"),
    ],
)
def test_a_part_of_a_time_going_on_ends_with_publication_where_it_is_told_in_the_past(text, words, span, published):
    assert days(read(text, published=published).loc[words]) == span


@pytest.mark.parametrize(
    ("text", "words", "end"),
    [
        ("극장은 이달 말 음악회를 예고했다.", "이달 말", "2026-03-31"),
        ("극장은 이번 주 음악회를 연다.", "이번 주", "2026-03-29"),
        ("극장은 이달 말까지 표를 팔았다.", "이달 말", "2026-03-31"),
        ("극장은 이달 말 문을 닫을 것으로 알려졌다.", "이달 말", "2026-03-31"),
        ("관람객이 올해 5만 명을 넘었다.", "올해", "2026-12-31"),
    ],
)
def test_what_may_lie_ahead_or_names_a_whole_year_keeps_its_end(text, words, end):
    assert read(text, published="2026-03-25").loc[words, "resolved_to"] == end


@pytest.mark.parametrize(
    ("text", "words", "span"),
    [
        ("감사는 지난해 10월 7일부터 27일까지 열렸다.", "지난해 10월 7일부터 27일까지", ("2025-10-07", "2025-10-27")),
        ("극장은 2027년부터 2030년까지 지어진다.", "2027년부터 2030년까지", ("2027-01-01", "2030-12-31")),
        ("눈은 5일 오전부터 6일 밤까지 내렸다.", "5일 오전부터 6일 밤까지", ("2026-03-05", "2026-03-06")),
        ("배는 2019년 11월부터 2월까지 다녔다.", "2019년 11월부터 2월까지", ("2019-11-01", "2020-02-29")),
        ("1월 말부터 지난달까지 문을 닫았다.", "1월 말부터 지난달까지", ("2026-01-21", "2026-02-28")),
    ],
)
def test_a_span_named_by_both_its_ends_is_one_fact(text, words, span):
    found = read(text)
    assert days(found.loc[words]) == span
    assert list(found["kind"]) == ["period"] and found["checkable"].all()


def test_hours_of_one_day_and_two_times_apart_are_no_span_of_days():
    assert list(read("극장은 20일 오전 11시부터 오후 3시까지 문을 닫는다.").index) == ["20일 오전 11시", "오후 3시"]
    assert list(read("극장은 10월부터 문을 닫았고 이달까지 열지 않았다.").index) == ["10월", "이달"]


def test_of_a_month_in_which_something_falls_due_the_nearest_is_meant():
    due = read("조합은 4월 만기 어음을 막지 못하고 문을 닫았다.", published="2026-06-30")
    assert due.loc["4월", "resolved_from"] == "2026-04-01"
    goods = read("12월 인도분 고등어 값이 올랐다.", published="2026-11-30")
    assert goods.loc["12월", "resolved_from"] == "2026-12-01"


@pytest.mark.parametrize(
    "texts",
    [
        ("영화 ‘81세’가 개봉했다.", "‘81세’는 늙은 어부를 그렸다."),
        ("드라마 <1988>이 끝났다.", "손님들은 <1988>을 다시 봤다."),
        ("가수는 앨범 '21'을 냈다.", "'21'은 널리 불렸다."),
        ("‘100일’은 섬을 그린다.", "작가는 소설 ‘100일’을 고쳐 썼다."),
    ],
)
def test_a_number_that_a_work_is_called_is_no_fact(texts):
    assert read(*texts).empty


def test_the_same_number_outside_of_the_marks_and_one_called_so_in_marks_counts():
    assert list(read("영화 ‘81세’가 개봉했다.", "어부는 81세에 배를 샀다.")["value"]) == [81]
    assert list(read("어부는 ‘81세’라고 적었다.")["value"]) == [81]
    assert pd.isna(read("드라마 <1988>이 끝났다.", "배는 1988년 떴다.").loc["1988년", "value"])
