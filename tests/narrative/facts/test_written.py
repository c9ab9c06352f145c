"""Times, numbers and bounds as they are written: contracted, apart, across two months, in an address."""

import pytest

from helpers import store
from made.facts import days, read


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("상반기까진 그물값이 내렸다.", "상반기", "까지"),
        ("그물값은 지난해 하반기부턴 올랐다.", "지난해 하반기", "부터"),
        ("그물값은 3월 2일부턴 올랐다.", "3월 2일", "부터"),
        ("뱃삯은 3만원 아래로 내렸다.", "3만원", "아래"),
        ("환율은 1400원선 위로 올랐다.", "1400원선", "선 · 위"),
        ("조업 지수는 2021년 6월(111.1) 이후 가장 낮다.", "2021년 6월", "이후"),
    ],
)
def test_a_bound_is_known_contracted_or_as_a_side_of_an_amount(text, words, bound):
    assert store.joined(read(text).loc[words, "bound"]) == bound


def test_a_depth_is_not_below_itself():
    assert read("배는 30m 아래로 가라앉았다.").loc["30m", "bound"] == []


@pytest.mark.parametrize(
    ("text", "words"), [("조합은 5개항을 시에 물었다.", "5개항"), ("시는 3개 분야에 돈을 댔다.", "3개")]
)
def test_what_so_many_things_are_may_be_part_of_the_counter(text, words):
    assert list(read(text).index) == [words]


def test_this_day_may_be_written_apart():
    assert days(read("조합은 4일 총회를 열었다.", "이 날 총회에서 배를 사기로 했다.").loc["이 날"])[0] == "2026-03-04"


@pytest.mark.parametrize("published", [None, "2026-03-11"])
def test_two_days_of_two_months_are_one_span(published):
    found = read("6월 28일∼7월 4일 그물값이 올랐다.", published=published)
    assert list(found.index) == ["6월 28일∼7월 4일"]
    assert found["kind"].iloc[0] == "period"


def test_brackets_say_which_days_a_week_has_and_are_no_part_of_a_name():
    found = read("7월 첫째 주(6월 28일∼7월 4일) 어획량은 30t이었다.")
    assert days(found.loc["7월 첫째 주"]) == ("2025-06-28", "2025-07-04")
    assert set(found["actor"]) == {"어획량"}


def test_an_address_has_no_day_and_no_number():
    assert list(read("사진은 https://naru.example/2025/02/24/a.jpg?w=1,200 에 3장 있다.").index) == ["3장"]


def test_what_is_foreseen_of_half_a_year_lies_ahead():
    assert days(read("조합은 하반기엔 그물값이 오를 것으로 봤다.").loc["하반기"])[0] == "2026-07-01"


@pytest.mark.parametrize(
    ("text", "words", "resolved"),
    [
        ("전시는 20일부턴 무료다.", "20일", ("2026-03-20", "2026-03-20")),
        ("다리는 올 연말 놓인다.", "올 연말", ("2026-11-01", "2026-12-31")),
        ("시는 연내 다리를 놓는다.", "연내", ("2026-01-01", "2026-12-31")),
        ("손님은 7말 8초에 몰린다.", "7말 8초", ("2026-07-21", "2026-08-10")),
        ("2월 2주차 어획량이 줄었다.", "2월 2주차", ("2026-02-09", "2026-02-15")),
        ("2월 마지막 주 어획량이 줄었다.", "2월 마지막 주", ("2026-02-23", "2026-03-01")),
    ],
)
def test_a_time_is_known_however_it_is_shortened(text, words, resolved):
    assert days(read(text).loc[words]) == resolved


@pytest.mark.parametrize(("text", "count"), [("오늘의 섬이 내일의 뭍이 된다.", 0), ("오늘의 날씨는 맑다.", 1)])
def test_today_is_a_day_only_of_what_is_of_one_day(text, count):
    assert len(read(text)) == count


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("나루팀은 2승 1무 3패다.", [2, 1, 3]),
        ("그물값은 갑절로 뛰었다.", [2]),
        ("뱃삯은 만 5천원이다.", [15000]),
        ("만18세 이상이 탄다.", [18]),
        ("두어 달 배를 못 탔다.", [2]),
        ("티끌은 머리카락의 5000분의 1이다.", [0.0002]),
        ("걸릴 확률은 1만분의 1이다.", [0.0001]),
        ("1달러당 1380원을 넘었다.", [1380]),
        ("질량은 9.1×10의 -31제곱이다.", []),
    ],
)
def test_a_number_is_read_as_it_is_meant(text, values):
    assert list(read(text)["value"]) == values


@pytest.mark.parametrize("text", ["열두어 명이 남았다.", "여남은 명이 남았다."])
def test_about_so_many_names_no_number(text):
    found = read(text)
    assert found["value"].isna().all() and not found["checkable"].any() and len(found) == 1


def test_what_a_number_is_close_to_stays_with_it():
    found = read("100명 가까이 남고 50명 넘게 떠났다.")
    assert list(found.index) == ["100명 가까이", "50명 넘게"] and list(found["bound"]) == [["가까이"], ["넘게"]]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("오전 9시 30분쯤 불이 났다.", "불"),
        ("배값은 시세의 두 배에 이른다.", "배값"),
        ("지원자는 정원의 80%에 그쳤다.", "지원자"),
        ("주민의 30%가 떠났다.", "주민"),
    ],
)
def test_whose_a_number_is_is_no_rest_of_a_time_nor_what_it_is_held_against(text, actor):
    assert read(text)["actor"].iloc[0] == actor


@pytest.mark.parametrize(
    ("text", "words", "kind", "value"),
    [
        ("첫 배는 지난해보다 12일, 평년보다 6일 늦었다.", "6일", "period", 6),
        ("첫 배는 지난해보다 12일, 평년보다 6일 늦었다.", "12일", "period", 12),
        ("개장은 3일 늦춰졌다.", "3일", "period", 3),
        ("그는 뱃길을 2시간 8분 36초에 건넜다.", "2시간 8분 36초", "period", 2 + 8 / 60 + 0.01),
        ("피해자 A씨(27)는 배를 떠났다.", "27", "count", 27),
        ("오차는 100만분의 1초다.", "100만분의 1", "count", 1e-6),
        ("티끌 농도는 85마이크로그램이다.", "85마이크로그램", "count", 85),
        ("나루팀은 승점 42로 선두다.", "42", "count", 42),
    ],
)
def test_how_much_apart_how_long_and_how_many(text, words, kind, value):
    row = read(text).loc[words]
    assert row["kind"] == kind and row["value"] == pytest.approx(value)


def test_a_late_night_is_of_a_day_and_a_year_of_a_reign_is_a_year():
    assert days(read("결승은 13일 늦은 밤에 열린다.").loc["13일"]) == ("2026-03-13", "2026-03-13")
    reign = read("절은 진흥왕 15년(554년)에 지어졌다.")
    assert list(reign.index) == ["15년(554년)"] and days(reign.iloc[0]) == ("0554-01-01", "0554-12-31")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("배를 들이받아 50대 선원과 8살 딸이 다쳤다.", "8살", "딸"),
        ("차를 들이받아 50대 운전자와 8살 딸이 다쳤다.", "50대", "운전자"),
        ("시청률은 전국 12.4%, 순간 최고 15.1%였다.", "최고 15.1%", "시청률"),
        ("나루시, 어민 2만명에 기름값 월 3만원", "3만원", "기름값"),
        ("시는 쓰레기를 2018년보다 40% 줄인다는 목표를 세웠다.", "40%", "시"),
        ("선수단은 21개 종목 144명이다.", "144명", "선수단"),
        ("나루원은 18세 이상 어민 381명의 피를 모았다.", "381명", "어민"),
        ("선원 680명 중 여성은 46.8%인 318명이다.", "318명", "여성"),
        ("그 집은 방 3칸에 마당이 50평이다.", "3칸", "그 집"),
        ("그 집은 방 3칸에 마당이 50평이다.", "50평", "마당"),
    ],
)
def test_whose_a_number_is_in_print(text, words, actor):
    assert read(text)["actor"][words] == actor


@pytest.mark.parametrize(
    ("text", "words", "checkable"),
    [
        ("배는 이제 12척뿐이다.", "12척", True),
        ("어제 3명이 배를 탔다.", "3명", True),
        ("제3차 회의가 열렸다.", "3차", False),
        ("제 3차 회의가 열렸다.", "3차", False),
    ],
)
def test_only_a_je_of_its_own_says_which_one_it_is(text, words, checkable):
    assert read(text).filter(like=words, axis="index")["checkable"].iloc[0] == checkable


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("40대가 27.3%로 가장 많고 30대 24.1%, 20대 19.8% 순이다.", "24.1%", "30대"),
        ("시장은 임기 4년의 절반을 넘긴 지난 1일 인사를 냈다.", "4년", "시장"),
    ],
)
def test_whose_a_share_of_an_age_and_a_time_before_a_date_is(text, words, actor):
    assert read(text)["actor"][words] == actor
