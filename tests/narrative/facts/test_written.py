"""Times, numbers and bounds as they are written: contracted, apart, across two months, in an address."""

import pytest

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
    assert read(text).loc[words, "bound"] == bound


def test_a_depth_is_not_below_itself():
    assert read("배는 30m 아래로 가라앉았다.").loc["30m"].isna()["bound"]


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
