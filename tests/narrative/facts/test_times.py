"""Days that a sentence leaves open: told from what else it says, or left open."""

import pytest

from made.facts import days, read


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("조합은 2027년 5월까지 설계하고 8월부터 짓기로 했다.", "8월", "2027-08-01"),
        ("나루시는 2028년 11월까지 땅을 사고 2월부터 나무를 심는다.", "2월", "2029-02-01"),
        ("어촌계는 2024년 4월 배를 사고 6월 그물을 바꿨다.", "6월", "2024-06-01"),
        ("다리는 2027년 3월 놓기 시작해 12월에 다 놓인다.", "12월", "2027-12-01"),
        ("학교는 지난해 3월 문을 열어 9월에 닫았다.", "9월", "2025-09-01"),
        ("2021년 3월 문을 연 등대는 9월 축제를 연다.", "9월", "2026-09-01"),
        ("2021년 3월에 난 길은 오는 9월 넓어진다.", "9월", "2026-09-01"),
        ("2021년 3월 나루 12척→10월 8척", "10월", "2025-10-01"),
    ],
)
def test_a_month_goes_on_from_the_year_before_it_unless_another_matter_begins(text, words, first):
    table = read(text)
    assert days(next(row for found, row in table.iterrows() if str(found).endswith(words)))[0] == first


@pytest.mark.parametrize(
    ("text", "words", "year"),
    [
        ("그물값은 10월 이후 처음으로 내렸다.", "10월", 2025),
        ("그물값은 5월 이후 가장 높다.", "5월", 2025),
        ("섬은 6월 이래 줄곧 비었다.", "6월", 2025),
        ("어획량은 8월 이후 7개월 만에 늘었다.", "8월", 2025),
        ("조합은 5월 배를 잃었다.", "5월", 2025),
        ("그물값은 5월 이후 정하기로 했다.", "5월", 2026),
        ("나루시는 8월 축제를 연다고 밝혔다.", "8월", 2026),
        ("새 배는 8월 이후 들어올 예정이다.", "8월", 2026),
        ("축제는 7월 열린다.", "7월", 2026),
    ],
)
def test_a_month_lies_back_or_ahead_as_the_sentence_tells(text, words, year):
    assert days(read(text).loc[words])[0].startswith(str(year))


def test_time_since_is_not_what_a_month_of_last_year_is_counted_from():
    table = read(
        "나루시는 2026년 2월 어획량을 냈다.",
        "어획량은 지난해 6월 이후 여덟 달 만에 늘었다.",
        "전년 동월보다 3% 늘었다.",
    )
    assert days(table.loc["전년 동월"]) == ("2025-02-01", "2025-02-28")


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("한 선장이 18일 나루에서 열린 뱃노래 대회에서 손을 흔들고 있다.", "18일", "2026-02-18"),
        ("조합원들이 20일 나루를 찾은 시장에게 말하고 있다.", "20일", "2026-02-20"),
        ("조합이 14일 열리는 총회에서 배를 나눈다고 밝혔다.", "14일", "2026-03-14"),
        ("한 선장은 “14일 배를 띄울 것”이라고 말했다.", "14일", "2026-03-14"),
        ("조합은 15일까지 배를 고치기로 했다.", "15일", "2026-03-15"),
    ],
)
def test_a_day_is_over_where_what_was_held_on_it_is(text, words, day):
    assert days(read(text).loc[words])[0] == day


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("조합은 10일 총회를 열었다.", "9일 나루시에 따르면 한 선장은 이날 배를 띄웠다."), "2026-03-09"),
        (
            ("나루시는 오늘(11일) 길을 열었습니다.", "지난 7일 막힌 곳이다.", "시는 이날 안에 표지도 세운다."),
            "2026-03-11",
        ),
        (("어제 나루에 비가 왔습니다.", "이날 배는 뜨지 못했습니다."), "2026-03-10"),
        (("조합은 6일 총회를 열었다.", "이날 모인 이는 서른 명이다."), "2026-03-06"),
    ],
)
def test_this_day_is_that_of_the_sentence_or_the_one_reported_of(texts, day):
    assert days(read(*texts).loc["이날"])[0] == day


@pytest.mark.parametrize(
    ("text", "words", "resolved"),
    [
        ("섬을 떠난 소년이 20년 후 돌아온다는 줄거리다.", "20년 후", None),
        ("영화 속 마을은 10년 뒤 물에 잠긴다.", "10년 뒤", None),
        ("주인공은 3년 전 잃은 배를 찾는다.", "3년 전", None),
        ("그는 배를 탔고 5년 뒤 선장이 됐다.", "5년 뒤", None),
        ("등대는 1987년 섰고 12년 뒤 헐렸다.", "12년 뒤", "1999-01-01"),
        ("10년 뒤 섬에는 다리가 놓인다고 시는 밝혔다.", "10년 뒤", "2036-01-01"),
        ("3년 후 항구를 넓힌다.", "3년 후", "2029-01-01"),
        ("선장은 5년 전 섬을 떠났다.", "5년 전", "2021-01-01"),
    ],
)
def test_a_time_of_a_story_or_counted_from_the_past_is_not_one_counted_from_publication(text, words, resolved):
    found = days(read(text).loc[words])
    assert (found and found[0]) == resolved


@pytest.mark.parametrize(
    ("text", "words", "resolved"),
    [
        ("축제는 3월 4일과 3월 11일 사이 열린다.", "3월 11일", ("2026-03-11", "2026-03-11")),
        ("배는 4월 2일 전에 뜬다.", "4월 2일", ("2026-04-02", "2026-04-02")),
        ("조합은 2019년 한 해를 쉬었다.", "2019년 한 해", ("2019-01-01", "2019-12-31")),
        ("1963년 10월 가을에 났다.", "1963년 10월 가을", ("1963-10-01", "1963-10-31")),
        ("축제는 내년 8월께부터 연다.", "내년 8월", ("2027-08-01", "2027-08-31")),
    ],
)
def test_one_time_is_one_fact(text, words, resolved):
    assert days(read(text).loc[words]) == resolved


def test_words_of_about_and_of_direction_are_both_kept():
    assert read("축제는 내년 8월께부터 연다.").loc["내년 8월", "bound"] == ["께", "부터"]
    assert read("섬에는 11일 사이 세 번 비가 왔다.").loc["11일 사이", "unit"] == "일"


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("비가 닷새 내렸다.", "닷새", 5),
        ("농성은 일주일째다.", "일주일째", 7),
        ("수색은 이틀째를 맞았다.", "이틀째", 2),
        ("파업은 엿새째 이어졌다.", "엿새째", 6),
        ("가게는 사흘 만에 문을 열었다.", "사흘 만에", 3),
        ("수색은 5일째 계속됐다.", "5일째", 5),
        ("가뭄이 보름을 넘겼다.", "보름", 15),
    ],
)
def test_days_counted_in_words_are_lengths(text, words, length):
    found = read(text).loc[words]
    assert (found["kind"], found["value"], found["unit"]) == ("period", length, "일")


@pytest.mark.parametrize("text", ["일주일에 두 번 배가 뜬다.", "연일 비가 왔다.", "하루 종일 바람이 불었다."])
def test_a_rate_and_every_day_are_no_lengths(text):
    assert not (read(text)["kind"] == "period").any()


def test_a_day_counted_from_one_of_the_text_rests_on_the_text():
    texts = "경찰은 지난 5일 선장을 붙잡았다.", "그는 전날 배를 훔쳤다.", "이튿날 풀려났고 다음 날 사라졌다."
    found = read(*texts)
    assert days(found.loc["전날"])[0] == "2026-03-04"
    assert days(found.loc["이튿날"])[0] == days(found.loc["다음 날"])[0] == "2026-03-06"
    for words in ("전날", "이튿날", "다음 날"):
        assert found.loc[words, "resolved_by"] == "text"
        assert "게재일" not in found.loc[words, "note"]


def test_the_day_before_rests_on_publication_where_the_text_names_no_day():
    found = read("생선값은 전날보다 올랐다.").loc["전날"]
    assert (days(found)[0], found["resolved_by"]) == ("2026-03-10", "publication")


@pytest.mark.parametrize(
    ("text", "words", "resolved"),
    [
        ("조합은 두 달 전인 지난 2월 배를 샀다.", "두 달 전인 지난 2월", ("2026-02-01", "2026-02-28")),
        ("10월 하순∼11월 초 축제로 먼지가 일었다.", "10월 하순∼11월 초", ("2025-10-21", "2025-11-10")),
        ("조합은 지난해 배를 샀고 창업 이듬해 섬으로 옮겼다.", "이듬해", None),
        ("등대는 1987년 섰고 이듬해 헐렸다.", "이듬해", ("1988-01-01", "1988-12-31")),
    ],
)
def test_times_that_stand_together_agree(text, words, resolved):
    assert days(read(text).loc[words]) == resolved


def test_the_last_of_february_that_lies_before_january_is_of_a_year_without_it():
    found = read("공연은 2월 29일∼1월 3일에 열렸다.", published="2024-02-20")
    assert days(found.iloc[0]) == ("2023-02-28", "2024-01-03")


@pytest.mark.parametrize(
    "text", ["그는 ‘오늘의 식탁’을 냈다.", "‘내일의 바다’라는 책을 냈다.", "[[내일의나루] 손님 줄었다"]
)
def test_a_time_in_the_name_of_a_series_is_none(text):
    assert not (read(text)["kind"] == "date").any()


def test_a_clock_time_is_of_the_day_that_its_sentence_names():
    table = read("시는 오는 20일 오전 11시부터 오후 3시까지 길을 막는다.")
    assert days(table.loc["오후 3시"])[0] == "2026-03-20"
    assert list(table["bound"]) == [["부터"], ["까지"]]
    assert days(read("5일 배가 떴다.", "그날 배는 오전 6시에 떴다.").loc["오전 6시"])[0] == "2026-03-05"
    assert list(read("7월 2일 오전 5~6시 배가 떴다.").index) == ["7월 2일 오전 5~6시"]
    assert days(read("배는 오전 6시에 떴다.").loc["오전 6시"]) is None


@pytest.mark.parametrize(
    ("text", "words", "resolved"),
    [
        ("시는 “4분기부터는 손님이 줄 수 있다”고 밝혔다.", "4분기", ("2026-10-01", "2026-12-31")),
        ("올해 겨울에도 그물값이 떨어졌다.", "올해 겨울", ("2025-12-01", "2026-02-28")),
        ("올해 겨울 축제를 연다.", "올해 겨울", ("2026-12-01", "2027-02-28")),
        ("2001년에서 2004년 사이 배가 줄었다.", "2001년에서 2004년", ("2001-01-01", "2004-12-31")),
        ("그젯밤 배가 떴다.", "그젯밤", ("2026-03-09", "2026-03-09")),
    ],
)
def test_a_time_lies_where_its_sentence_puts_it(text, words, resolved):
    assert days(read(text).loc[words]) == resolved


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("배를 이번 주 안으로 판다.", "이번 주", "안으로"),
        ("손님은 2020년(10척) 이후 줄었다.", "2020년", "이후"),
        ("경쟁률은 2016년(22대 1) 이후 가장 낮다.", "2016년", "이후"),
        ("금리는 0.5%포인트(p) 정도 올랐다.", "0.5%포인트(p) 정도", "정도"),
        ("값이 3만원(약 20달러)을 넘었다.", "3만원", "넘게"),
    ],
)
def test_a_bound_behind_a_bracket_is_heard(text, words, bound):
    assert read(text).loc[words, "bound"] == [bound]


def test_large_sums_and_round_counts_need_no_unit_or_figure():
    table = read("대출액 373억→6.2조", "카드 천 개를 나눴다.")
    assert list(table.loc[["373억", "6.2조"], "unit"]) == ["KRW", "KRW"]
    assert table.loc["천 개", "value"] == 1000


@pytest.mark.parametrize(
    ("texts", "words", "day"),
    [
        (
            ("조합은 9일 총회를 열었다.", "한 선장은 지난해 3월 2일 밤 나루를 떠나 이튿날 돌아온 혐의를 받는다."),
            "이튿날",
            "2025-03-03",
        ),
        (("조합은 9일 총회를 열었다.", "배는 지난해 5월 7일 떠났다.", "다음 날 폭풍이 왔다."), "다음 날", "2025-05-08"),
        (("조합은 9일 총회를 열었다.", "배가 떴다.", "값이 올랐다.", "이튿날 비가 왔다."), "이튿날", "2026-03-10"),
    ],
)
def test_the_next_day_is_that_after_the_day_told_of_right_before(texts, words, day):
    assert days(read(*texts).loc[words])[0] == day


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("배는 10일 열린 대회에서 이겼다.", "선장은 “오늘은 바람이 좋았다”고 말했다."), "2026-03-10"),
        (
            ("배는 10일 열린 대회에서 이겼다.", "11일 나루시가 상을 줬다.", "선장은 “오늘은 기쁘다”고 말했다."),
            "2026-03-11",
        ),
        (("배는 지난 1월 3일 떠났다.", "선장은 “오늘은 바람이 좋다”고 말했다."), "2026-03-11"),
        (("배는 10일 떠났다.", "오늘은 바람이 세다."), "2026-03-11"),
    ],
)
def test_today_in_somebodys_words_is_the_day_just_reported_of(texts, day):
    table = read(*texts)
    found = next(row for words, row in table.iterrows() if str(words).startswith("오늘"))
    assert days(found)[0] == day


@pytest.mark.parametrize(
    ("text", "words", "first"),
    [
        ("지지율은 지난해 10월 첫째 주 이후 가장 낮다.", "지난해 10월 첫째 주", "2025-09-29"),
        ("2024년 7월 둘째 주부터 배가 줄었다.", "2024년 7월 둘째 주", "2024-07-08"),
        ("조합은 9월 17일까지 그물을 고칠 계획이었다.", "9월 17일", "2025-09-17"),
        ("조합은 9월 17일까지 그물을 고칠 계획이다.", "9월 17일", "2026-09-17"),
        ("등유 9월 인도분은 어제보다 2달러 내린 채 거래를 마쳤다.", "9월", "2026-09-01"),
        ("선장은 “하반기까지 그물을 모아 4분기부터는 손해가 줄었다”고 했다.", "하반기", "2025-07-01"),
        ("선장은 “하반기까지 그물을 모아 손해가 줄 것이다”라고 했다.", "하반기", "2026-07-01"),
    ],
)
def test_a_time_without_its_year_is_that_of_which_the_sentence_tells(text, words, first):
    assert days(read(text).loc[words])[0] == first


def test_a_month_with_which_the_text_goes_on_is_of_the_year_before_it():
    table = read(
        "작년 6월 나루시가 표를 모았다.", "가장 많은 표를 받았다.", "이어 8월 조합이 배를 뽑고 12월 그물을 나눴다."
    )
    assert days(table.loc["8월"])[0] == "2025-08-01"
    assert days(table.loc["12월"])[0] == "2025-12-01"


def test_the_same_month_of_last_year_is_counted_from_the_month_told_of_before_another_time():
    table = read(
        "지난달 생선값이 올랐다.",
        "지난해 말 줄곧 낮았으나 지난해 5월 이후 가장 높다.",
        "조개는 지난해 같은 달보다 5% 올랐다.",
    )
    assert days(table.loc["지난해 같은 달"]) == ("2025-02-01", "2025-02-28")


def test_the_year_before_is_not_that_of_an_older_year_where_nobody_knows_the_month_told_of():
    table = read("2022년 3분기 배가 많았다.", "지난 3월 배는 전년 대비 줄었다.", published=None)
    assert days(table.loc["전년"]) is None


@pytest.mark.parametrize(
    "text",
    [
        "휴일을 제외한 6일을 반복하면 72시간이다.",
        "그는 6일을 꼬박 걸었다.",
        "선원은 5일을 쉬고 배를 탔다.",
        "선원에게는 해마다 4일의 휴가가 있다.",
        "선장은 쉬는 날을 4일에서 7일로 늘렸다.",
        "배가 멈춘 지 13일 만인 이날 다시 떴다.",
        "아이의 입학 시 2일간 유급휴가를 준다.",
        "마을은 잔치를 20일 앞두고 붐빈다.",
    ],
)
def test_days_that_somebody_spends_are_no_day_of_a_month(text):
    row = read(text).iloc[0]
    assert (row["kind"], row["unit"]) == ("period", "일")


def test_what_is_put_off_or_begins_at_an_hour_is_no_length():
    assert read("선장은 잔치를 4일에서 7일로 미뤘다.")["kind"].tolist() == ["date", "date"]
    assert read("배는 오전 9시 2분에 떴다.")["kind"].tolist() == ["date"]


def test_a_season_of_one_year_lies_in_it_and_one_of_two_years_stays_open():
    table = read("나루팀은 2031시즌에 이겼고 2032-33시즌에 졌다.")
    assert days(table.loc["2031시즌"]) == ("2031-01-01", "2031-12-31")
    assert days(table.loc["2032-33시즌"]) is None


def test_the_same_day_is_the_one_that_the_sentence_counted_from_the_news():
    table = read("조합은 전날 안을 받아들이겠다고 했으나 군수는 같은 날 방송에서 거절했다.", published="2031-05-06")
    assert days(table.loc["같은 날"]) == days(table.loc["전날"]) == ("2031-05-05", "2031-05-05")


def test_months_written_in_figures_are_a_length():
    row = read("구청은 2달간 배를 살폈다.").loc["2달간"]
    assert (row["value"], row["unit"]) == (2, "개월")


def test_a_century_is_nothing_to_look_up():
    assert not read("21세기에는 배가 하늘을 난다.").loc["21세기", "checkable"]


def test_the_day_before_is_that_before_the_day_just_named_where_it_only_compares():
    table = read("1일 시장에 따르면 2월 20일 나루에서 배값은 전날 대비 1.7% 내렸다.")
    assert days(table.loc["전날"])[0] == "2026-02-19"


def test_the_next_day_by_its_number_follows_the_day_before_it():
    table = read("배값은 지난달 3일 뛰었다.", "조합은 값이 뛴 다음 날인 4일 회의를 열었다.")
    assert days(table.loc["4일"])[0] == "2026-02-04"


@pytest.mark.parametrize(
    ("text", "words", "resolved"),
    [
        ("지난 11.8 참사 뒤 뱃길이 닫혔다.", "지난 11.8", "2025-11-08"),
        ("지난 2·14 합의로 뱃길이 열렸다.", "지난 2·14", "2026-02-14"),
        ("11.8 참사 뒤 뱃길이 닫혔다.", "11.8", None),
    ],
)
def test_a_dotted_day_of_an_event_with_the_last_before_it_is_the_last_one(text, words, resolved):
    found = days(read(text).loc[words])
    assert (found and found[0]) == resolved


def test_a_decimal_behind_the_last_is_no_day():
    assert "date" not in set(read("물값은 지난 11.8 지수보다 올랐다.")["kind"])
