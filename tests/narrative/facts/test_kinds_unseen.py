"""Kinds of facts that were misread on articles nobody had prepared for; the sentences are invented."""

import pytest

from made.facts import days, read


def test_so_many_days_of_a_period_are_a_length():
    for text in (
        "계약서에는 휴무일수 24일이 적혔다.",
        "조업일수는 12일로 줄었다.",
        "대기 기간이 12일까지 길어졌다.",
        "휴가가 10일까지 늘었다.",
    ):
        assert read(text)["kind"].tolist() == ["period"], text
    assert read("접수 기간은 12일까지다.").loc["12일", "kind"] == "date"


@pytest.mark.parametrize(
    "text",
    [
        "나루시 1일 1행사 논란",
        "2일차 총회는 강당에서 열린다.",
        "나루 팀은 전반 8분 역습에 나섰다.",
        "연장 후반 3분 교체된 선수가 웃었다.",
        "12월 결산법인의 형편이 나아졌다.",
        "굳이 그렇게 한 건 실수였다.",
        "그 말을 한 건 잘못이었다.",
        "시장에서는 ‘5만 나루’라는 말까지 나왔다.",
    ],
)
def test_what_only_looks_like_a_day_a_length_or_a_count_is_none(text):
    assert read(text).empty


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("나루시는 1일 1차 회의를 열었다.", ["1일", "1차"]),
        ("지난 1일 1명이 다쳤다.", ["지난 1일", "1명"]),
        ("선수들은 전반 10분 동안 공을 잡았다.", ["10분 동안"]),
        ("경찰은 사고를 한 건 처리했다.", ["한 건"]),
        ("‘5만 명’이라는 말까지 나왔다.", ["5만 명"]),
    ],
)
def test_what_looks_like_none_and_is_one_stays(text, words):
    assert list(read(text).index) == words


@pytest.mark.parametrize(
    ("text", "words", "unit"),
    [
        ("경찰은 소총 117정과 탄약 200발을 거뒀다.", "117정", "정"),
        ("어민은 고등어 두 두름을 팔았다.", "두 두름", "두름"),
        ("쌀 두 섬을 나눴다.", "두 섬", "섬"),
        ("배율은 0.59배포인트 나아졌다.", "0.59배포인트", "배포인트"),
        ("두 기술은 서로 다르다.", "두 기술", "기술"),
    ],
)
def test_counters_of_arms_fish_rice_and_things(text, words, unit):
    assert read(text).loc[words, "unit"] == unit


@pytest.mark.parametrize("text", ["한 기술이 떴다.", "회사는 구조조정을 미뤘다.", "3정당 체제가 굳었다."])
def test_a_thing_or_a_word_is_no_counter(text):
    assert read(text).empty


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("공은 시속 130㎞대 후반까지 나왔다.", "대"),
        ("이익은 9조 원대라는 전망이 나왔다.", "대"),
        ("뱃값이 9만원에 근접했다.", "가까이"),
        ("뱃값이 9만원 턱밑까지 올랐다.", "가까이"),
        ("지원금은 최소한 1인당 9만원은 돼야 한다.", "최소한"),
    ],
)
def test_bounds_behind_a_measure_and_before_each_person(text, bound):
    assert [word for words in read(text)["bound"] for word in words] == [bound]


def test_a_depth_keeps_its_bound_to_itself():
    assert [list(words) for words in read("배는 수심 3m 아래로 갔다.")["bound"]] == [[]]


def test_a_share_for_one_is_one_ratio():
    assert read("합병 비율은 1대 0.35로 정했다.").loc["1대 0.35", ["value", "value_to"]].tolist() == [1.0, 0.35]
    assert list(read("40대가 27.3%로 많고 30대 24.1%, 20대 19.8% 순이다.").index)[3] == "24.1%"


@pytest.mark.parametrize(
    ("texts", "words", "expected"),
    [
        (("조합의 지난해 3분기 매출은 1년 전보다 4배 늘었다.",), "1년 전", ("2024-07-01", "2024-09-30")),
        (("지난해 매출은 3억원이다.", "1년 전과 비교해 4배 많다."), "1년 전", ("2024-01-01", "2024-12-31")),
        (("매출은 1년 전보다 4배 늘었다.",), "1년 전", None),
        (("뱃삯은 2년 전보다 3% 올랐다.",), "2년 전", None),
        (("조합은 1년 전 배를 샀다.",), "1년 전", ("2025-01-01", "2025-12-31")),
    ],
)
def test_what_a_figure_is_compared_with_is_the_same_part_of_a_year_before(texts, words, expected):
    assert days(read(*texts).loc[words]) == expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("오늘(12일)부터 장을 연다.", "오늘(12일)", ("2026-03-12", "2026-03-12")),
        ("나루시는 연초 ‘2026년 전망’에서 목표를 세웠다.", "연초", ("2026-01-01", "2026-03-11")),
        ("조합은 오는 25일 4분기 실적을 발표한다.", "4분기", ("2025-10-01", "2025-12-31")),
        ("조합은 4분기 배를 산다.", "4분기", ("2026-10-01", "2026-12-31")),
        ("5일 밤 11시에서 12시 사이 배가 떠났다.", "5일 밤 11시에서 12시", ("2026-03-05", "2026-03-05")),
        ("규칙을 어기면 향후 3년간 배를 몰 수 없다.", "향후 3년간", None),
        ("조합은 향후 3년간 배를 산다.", "향후 3년간", ("2026-03-11", "2029-03-11")),
    ],
)
def test_days_that_the_words_around_them_give(text, words, expected):
    assert days(read(text).loc[words]) == expected


def test_this_week_of_a_sunday_may_be_the_next_one():
    assert days(read("조합은 이번 주에 계획을 내놓기로 했다.", published="2026-03-15").loc["이번 주"]) is None
    assert days(read("조합은 이번 주에 배를 샀다.", published="2026-03-15").loc["이번 주"]) is not None


def test_this_day_told_in_the_present_is_the_day_to_come_that_was_named():
    told = "10일 조합에 따르면 나루시는 오는 19일 잔치를 연다."
    assert days(read(told, "이날 나루시는 새 길도 연다.").loc["이날"]) == ("2026-03-19", "2026-03-19")
    assert days(read(told, "이날 나루시는 새 길을 열었다.").loc["이날"]) == ("2026-03-10", "2026-03-10")
    assert days(read(told, "표는 싸다.", "배도 뜬다.", "이날 나루시는 새 길도 연다.").loc["이날"]) is None


def test_a_caption_left_in_the_text_has_the_day_that_stands_behind_it():
    begins = "[나루=물결통신] 한하늘 기자 = 조합장이 4일 배를 살피고 있다."
    found = read(begins, "사진은 28일 부두의 모습.", "2025.07.28.", "조합은 지난 2일 배를 샀다.")
    assert days(found.loc["4일"]) == ("2025-07-04", "2025-07-04")
    assert days(found.loc["28일"]) == ("2025-07-28", "2025-07-28")
    assert days(found.loc["지난 2일"]) == ("2026-03-02", "2026-03-02")
    glued = read(begins, "2025.7.28 hana@mulgyeol.kr 조합은 지난 2일 배를 샀다.")
    assert days(glued.loc["4일"]) == ("2025-07-04", "2025-07-04")
    alone = read("조합장이 4일 배를 살피고 있다.", "2025.07.28.")
    assert days(alone.loc["4일"]) == ("2026-03-04", "2026-03-04")


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("항구에는 어선 지원 3억원, 그물·노 보강 4억원 등을 썼다.", "4억원", "그물·노 보강"),
        ("어선 인기 순위(사진=나루일보) 나래호는 15.3%를 기록했다.", "15.3%", "나래호"),
        ("━뱃삯은 10년간 올랐다.", "10년간", "뱃삯"),
        ("당장 2차 예산안을 고쳐야 한다.", "2차", None),
        ("나루FC, 물결FC 3-1 꺾고 웃었다", "3-1", None),
        ("회의 구역 내 3억원 초과 배를 사면 빚을 갚아야 한다.", "3억원 초과", None),
        ("10일 나루일보, 물결일보 등 외지에 따르면 경찰은 배를 멈췄다.", "10일", "나루일보, 물결일보 등 외지"),
        ("20대는 62.8%가 웃었다.", "62.8%", "20대"),
        ("나루·물결 조합은 배 30척을 샀다.", "30척", "나루·물결 조합"),
    ],
)
def test_an_actor_is_whole_and_sure_or_none(text, words, actor):
    found = read(text).loc[words, "actor"]
    assert (found == actor) if actor else (found != found or found is None)
