"""Figures and times of many beats: scores and rates, names with numbers, days counted from another than publication."""

from __future__ import annotations

import pandas as pd
import pytest

from made.facts import days, read


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("경쟁률은 7.3대 1로 지난해보다 높아졌다.", "7.3대 1", "비"),
        ("한빛은 나루에 3-1로 졌다.", "3-1", "점수"),
        ("2m31을 넘어 은메달을 땄다.", "2m31", "m"),
        ("이 불로 창고 3동이 탔다.", "3동", "동"),
        ("8회 말 한빛이 3점을 뽑았다.", "8회 말", "회말"),
        ("회삿돈 5억 횡령한 경리 구속", "5억", "KRW"),
        ("나루시, 청년몰에 13억 투자", "13억", "KRW"),
        ("조회수 2억 돌파한 영상", "2억", None),
    ],
)
def test_a_figure_has_the_unit_that_its_words_give_it(text, words, unit):
    found = read(text).loc[words, "unit"]
    assert found == unit if unit else pd.isna(found)


@pytest.mark.parametrize(
    "text",
    [
        "정상들은 6자 회담을 다시 열기로 했다.",
        "2차 전지 업체들이 공장을 짓는다.",
        "직장인은 4대 보험에 든다.",
        "5일장은 매달 2일과 7일 열린다.",
    ],
)
def test_a_number_within_a_name_is_no_fact(text):
    assert read(text).empty


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2차 공판이 열렸다.", "2차"),
        ("글자 6자를 새겼다.", "6자"),
        ("배 4대를 샀다.", "4대"),
        ("매달 2척을 산다.", "2척"),
    ],
)
def test_the_same_words_count_before_another_noun(text, words):
    assert words in read(text).index


def test_a_large_number_is_the_sum_that_the_article_gives_in_won():
    assert read("나루시, 13억으로 장터 연다", "나루시는 13억원을 들인다고 밝혔다.").loc["13억", "kind"] == "amount"
    assert read("나루시, 13억으로 장터 연다", "나루시는 12억원을 들인다고 밝혔다.").loc["13억", "kind"] == "count"


def test_hours_and_some_minutes_are_one_length():
    found = read("불은 1시간 40여분 만에 꺼졌다.")
    assert list(found["unit"]) == ["시간"] and found["bound"].iloc[0] == ["여"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("4년 전 2019년 선거에서 그는 졌다.", "4년 전", "2019-01-01"),
        ("조합은 4년 전 배를 샀고 2019년 팔았다.", "4년 전", "2022-01-01"),
        ("경찰은 사고 3일 전 정비를 마쳤다고 밝혔다.", "3일 전", None),
        ("경찰은 3일 전 정비를 마쳤다고 밝혔다.", "3일 전", "2026-03-08"),
        ("개막 이틀 뒤 관객이 몰린다.", "이틀 뒤", None),
        ("2023년 6월 그는 “다음 달 공장을 닫겠다”고 말했다.", "다음 달", "2023-07-01"),
        ("조합은 지난해 값이 내렸지만 “내년에는 오른다”고 내다봤다.", "내년", "2027-01-01"),
        ("그는 2020년 회견에서 “다음 달 문을 닫는다”고 했다.", "다음 달", None),
        ("올해 1분기 이익은 작년 동기 대비 23% 줄었다.", "작년 동기", "2025-01-01"),
        ("올해 이익은 작년 동기 대비 23% 줄었다.", "작년 동기", None),
    ],
)
def test_a_time_is_counted_from_what_the_text_counts_it_from(text, words, expected):
    found = days(read(text).loc[words])
    assert (found and found[0]) == expected


def test_the_same_day_and_month_are_those_named_before():
    found = read("2018년 7월 4일 둑이 무너졌다.", "당일 주민 40명이 대피했다.", "같은 달 보상이 시작됐다.")
    assert days(found.loc["당일"]) == ("2018-07-04", "2018-07-04")
    assert days(found.loc["같은 달"]) == ("2018-07-01", "2018-07-31")
    assert "당일" not in read("2018년 7월 4일 둑이 무너졌다.", "조합은 당일 배송을 시작했다.").index
