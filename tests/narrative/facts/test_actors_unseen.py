"""Whose a figure is, in headlines, lists, bylines and sentences that leave it out."""

from __future__ import annotations

import pandas as pd
import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("(나루=새물결뉴스) 박하늘 기자 나루시는 배 30척을 산다고 밝혔다.", "30척", "나루시"),
        ("기준금리를 3.5%에서 3.25%로 내렸다.", "3.25%", "기준금리"),
        ("조합은 회비를 3만원으로 내렸다.", "3만원", "조합"),
        ("신규 등록은 전날보다 14척 줄어든 32척이었다.", "32척", "신규 등록"),
        ("신규 확진자는 전날보다 14명 줄어든 32명이었다.", "32명", "신규 확진자"),
        ("20대와 30대에서는 각각 41%, 38%가 지지했다.", "38%", "30대"),
        ("경기는 나루가 1점을 더해 7-5로 이기며 6연승 행진을 이어갔다.", "6연승", "나루"),
        ("경기는 2-2로 끝났다.", "2-2", "경기"),
        ("K-9 자주포 48문을 수출한다.", "48문", "K-9 자주포"),
        ("불은 소방대원 74명과 장비 22대에 의해 꺼졌다.", "22대", "장비"),
        ("연간 28조원의 생산 감소와 4조원의 인건비 부담이 생겼다.", "28조원", "생산 감소"),
        ("어민이 신고한 ‘2023년 어획량’은 총 1만톤으로 나타났다.", "1만톤", "어획량"),
        ("키 185㎝, 몸무게 82㎏인 그는 발 크기가 300㎜다.", "185㎝", "그"),
        ("이재민 350가구 712명이 대피소에 머문다.", "712명", "이재민"),
        ("조합, 새해 첫 시위…대치 14시간 만에 해산", "14시간 만에", "조합"),
        ("나루지법은 지난달 19일 조합이 상인을 상대로 낸 소송에서 배상하라고 판결했다.", "지난달 19일", "나루지법"),
        ("작업은 지난달 19일 조합이 살핀 곳에서 이뤄졌다.", "지난달 19일", "조합"),
        ("조합은 배 60척을 팔았으며, 그중 40%는 낡은 것이다.", "40%", "조합"),
        ("조합은 1월 새우 부문에서 20명, 5월 김 부문에서 추가로 10명을 줄였다.", "10명", "김 부문"),
        ("법은 추천위가 2명의 후보를 추천하면 대통령이 이 중 1명을 임명하도록 했다.", "2명", "후보"),
        ("회사는 △상여금 연 9%(현재 7%) △격려금 40만원 등을 내걸었다.", "7%", "상여금"),
        ("1인 가구 비율은 35.5%다.", "35.5%", "1인 가구 비율"),
        ("운전자 A(42)씨가 숨졌다.", "42", "운전자 A"),
    ],
)
def test_a_figure_is_of_whom_a_careful_reader_names(text, words, actor):
    assert read(text).loc[words, "actor"] == actor


def test_the_sum_of_a_list_is_not_of_its_last_part():
    found = read("전국에 학교 7곳, 도서관 3곳, 경로당 12곳 등 모두 22곳이 지정됐다.")
    assert found.loc["12곳", "actor"] == "경로당" and pd.isna(found.loc["22곳", "actor"])


@pytest.mark.parametrize(
    ("text", "words", "checkable"),
    [
        ("5대 은행의 금리 차는 1.2%포인트였다.", "5대", False),
        ("조합은 배 5대를 샀다.", "5대", True),
        ("안보리 결의 2397호를 어겼다.", "2397호", False),
        ("그는 7번 유니폼을 입었다.", "7번", False),
        ("신분당선 2단계 구간이 열린다.", "2단계", False),
    ],
)
def test_a_number_that_says_which_is_not_checkable(text, words, checkable):
    assert read(text).loc[words, "checkable"] == checkable


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("경쟁률은 1천211대 1이었다.", "1천211대 1", 1211),
        ("아파트는 8억원대다.", "8억원대", 8e8),
        ("70달러대이던 유가가 뛰었다.", "70달러대", 70),
        ("영상은 500만뷰를 넘겼다.", "500만뷰", 5e6),
        ("출시 28일 만에 다 팔렸다.", "28일 만에", 28),
        ("네 식구가 산다.", "네 식구", 4),
        ("한국은 전반을 0-0으로 마쳤다.", "0-0", 0),
    ],
)
def test_figures_of_many_beats_are_found(text, words, value):
    assert read(text).loc[words, "value"] == value


def test_a_kind_of_shop_or_a_generation_is_no_figure():
    assert read("24시간 편의점과 586세대를 다룬다.").empty
    assert read("24시간 문을 연다.").loc["24시간", "value"] == 24


def test_a_weekday_that_begins_a_title_is_no_day():
    assert read("‘화요일은 밤이 좋아’에 한아름이 나왔다.").empty
    assert "화요일" in read("시장은 화요일은 쉰다고 했다.").index


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("민주당은 170석을 얻었고 나머지 22석은 군소정당이 나눠 가졌다.", "22석", "군소정당"),
        ("통계청이 3일 발표한 자료에 따르면 값이 올랐다.", "3일", "통계청"),
        ("3일 나루협회에 따르면 값이 올랐다.", "3일", "나루협회"),
        ("여야는 나루당 몫 3자리와 여당 몫인 위원장을 뽑기로 했다.", "3자리", "나루당 몫"),
        ("조합은 배 3척과 큰 그물을 샀다.", "3척", "조합"),
        ("임금은 연평균 3.2% 올랐다.", "3.2%", "임금"),
        ("나루서 규모 4.1 지진…인명피해 없어", "4.1", "지진"),
        ("배추 한 포기 1만원, 작년의 2배", "1만원", "배추"),
        ("선박(22억달러·-10.8%) 수출이 줄었다.", "-10.8%", "선박"),
    ],
)
def test_a_rest_a_mean_a_measure_and_a_price_are_of_their_nouns(text, words, actor):
    assert read(text).loc[words, "actor"] == actor


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("조합은 3분기에 배 30척을 팔았다고 밝혔다.", "3분기", "2025-07-01"),
        ("조합은 3분기에 배 30척을 판다고 밝혔다.", "3분기", "2026-07-01"),
        ("20일까지의 수출은 338억달러로 줄었다.", "20일", "2026-02-20"),
        ("20일까지 배를 고치기로 했다.", "20일", "2026-03-20"),
        ("그는 전날 밤부터 이날 오전 1시까지 조사받았다.", "이날 오전 1시", "2026-03-11"),
    ],
)
def test_what_was_told_of_a_time_says_on_which_side_of_publication_it_lies(text, words, first):
    assert read(text).loc[words, "resolved_from"] == first


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [("나루는 78-72로 이겨 연패를 끊었다.", "78-72", "점수"), ("하루 200그릇을 판다.", "200그릇", "그릇")],
)
def test_a_score_and_a_bowl_are_found(text, words, unit):
    assert read(text).loc[words, "unit"] == unit
