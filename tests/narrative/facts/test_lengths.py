"""What looks like a day or a month and is so many days or months, and the other way round."""

import pytest

from made.facts import days, read


@pytest.mark.parametrize(
    ("text", "words", "months"),
    [
        ("재판부는 선장에게 징역 7월을 선고했다.", "7월", 7),
        ("그물을 훔친 어민은 금고 4월에 집행유예 1년을 받았다.", "4월", 4),
        ("재판부는 징역 2년4월을 선고했다.", "2년4월", 28),
    ],
)
def test_months_behind_a_punishment_are_its_length(text, words, months):
    row = read(text).loc[words]
    assert (row["kind"], row["value"], row["unit"], days(row)) == ("period", months, "개월", None)


@pytest.mark.parametrize(
    ("text", "words"), [("선장의 징역은 7월 끝난다.", "7월"), ("선장은 징역 7월 4일 재판에서 알았다.", "7월 4일")]
)
def test_a_month_in_which_a_punishment_ends_stays_one(text, words):
    assert "-07-" in days(read(text).loc[words])[0]


@pytest.mark.parametrize(
    ("text", "words", "resolved"),
    [
        ("지난 3~7일 사이 섬에 눈이 왔다.", "지난 3~7일", ("2026-03-03", "2026-03-07")),
        ("오는 23∼26일 사이 배를 고친다.", "오는 23∼26일", ("2026-03-23", "2026-03-26")),
    ],
)
def test_between_two_days_with_the_last_or_next_before_them_is_from_day_to_day(text, words, resolved):
    assert days(read(text).loc[words]) == resolved


def test_so_many_days_long_is_no_span_of_the_calendar():
    row = read("지난 5일 사이 섬에 눈이 왔다.").loc["지난 5일 사이"]
    assert (row["kind"], row["value"], row["unit"]) == ("period", 5, "일")


@pytest.mark.parametrize(
    ("text", "words", "length"),
    [
        ("그물을 깁는 데 4일이면 넉넉하다.", "4일", 4),
        ("이 배로는 6일이면 섬에 닿는다.", "6일", 6),
        ("어민들은 한 달에 2.5일 더 쉬었다.", "2.5일", 2.5),
    ],
)
def test_days_that_are_enough_or_no_whole_number_are_a_length(text, words, length):
    row = read(text).loc[words]
    assert (row["kind"], row["value"], row["unit"]) == ("period", length, "일")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("오는 24일이면 섬에 다리가 놓인다.", "오는 24일"),
        ("3월 24일이면 다리가 놓인다.", "3월 24일"),
        ("장터가 열리는 24일이면 배가 모자란다.", "24일"),
    ],
)
def test_a_day_that_comes_is_no_length(text, words):
    assert days(read(text).loc[words]) == ("2026-03-24", "2026-03-24")


def test_what_stands_behind_after_so_long_is_no_bound_of_it():
    table = read("6주 만에 전 세계에서 배가 팔렸다.", "2년 만에 30척을 넘어섰다.")
    assert list(table.loc[["6주 만에", "2년 만에"], "bound"]) == [[], []]
    assert table.loc["30척", "bound"] == ["넘게"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("배를 띄우려면 보름 전 조합장의 승인을 받아야 한다.", "보름 전"),
        ("선장은 떠나기에 앞서 7일 전까지 신고해야 한다고 규정은 적었다.", "7일 전"),
        ("배를 고치려면 두 달 전 신청이 필요하다.", "두 달 전"),
    ],
)
def test_how_long_before_a_rule_wants_something_done_is_no_day(text, words):
    row = read(text).loc[words]
    assert (row["kind"], days(row)) == ("period", None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("조합장은 보름 전 승인을 받았다.", "보름 전"),
        ("조합은 사흘 전 이 일을 알렸어야 했다.", "사흘 전"),
        ("조합은 7일 전 산 배를 고쳐야 한다.", "7일 전"),
    ],
)
def test_what_was_done_so_long_ago_has_its_day(text, words):
    row = read(text).loc[words]
    assert row["kind"] == "date" and days(row) is not None


def test_two_years_with_a_comma_are_one_length_where_the_second_follows_the_first():
    row = read("배는 7,8년 전 2척이었다.").loc["7,8년 전"]
    assert (row["value"], row["value_to"], row["unit"]) == (7, 8, "년")
    assert "3,8년 전" not in read("배는 3,8년 전 2척이었다.").index


@pytest.mark.parametrize("entered", ["들어선 후로는", "들어선 뒤", "들어"])
def test_a_time_that_has_been_entered_is_since_then(entered):
    assert read(f"2010년대에 {entered} 배가 줄었다.").loc["2010년대", "bound"] == ["이후"]


def test_a_time_in_which_something_came_is_since_nothing():
    assert read("2010년대에 들어온 배가 많다.")["bound"].tolist() == [[]]
