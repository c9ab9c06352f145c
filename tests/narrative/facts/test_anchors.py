"""From which day 이날, a month and 한 달 뒤 are counted, and where they name no day at all."""

import pytest

from made.facts import days, read


def _days(*texts: str, of: str, published: str = "2026-03-11"):
    return days(read(*texts, published=published).loc[of])


def test_a_day_for_which_something_is_planned_is_not_that_of_the_news() -> None:
    said = "조합은 11일에도 배를 보낼 계획이라고 밝혔다."
    assert _days("어부들이 10일 돌아왔다.", said, "이날 항구에 배가 닿았다.", of="이날") == ("2026-03-10", "2026-03-10")
    done = "조합은 11일 배를 보냈다고 밝혔다."
    assert _days("어부들이 10일 돌아왔다.", done, "이날 항구에 배가 닿았다.", of="이날") == ("2026-03-11", "2026-03-11")


def test_a_day_with_which_a_span_begins_is_not_that_of_the_news() -> None:
    assert _days("이장은 5일부터 말을 골랐다.", "이날 잔치는 방송된다.", of="이날") is None
    assert _days("이장은 5일 말을 골랐다.", "이날 잔치는 방송됐다.", of="이날") == ("2026-03-05", "2026-03-05")


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("조합은 지난해 8월 배를 샀고, 한 달 뒤 팔았다", "한 달 뒤", ("2025-09-01", "2025-09-30")),
        ("조합은 지난해 5월 배를 샀고 7개월 뒤 팔았다", "7개월 뒤", ("2025-12-01", "2025-12-31")),
        ("그는 지난 3일 떠났고 이틀 뒤 돌아왔다", "지난 3일", ("2026-03-03", "2026-03-03")),
        ("조합은 지난해 12월 3일 알린 뒤 15일 섬을 찾았다", "15일", ("2025-12-15", "2025-12-15")),
        ("조합은 2023년부터 2년간 다듬은 끝에 2월 배를 띄웠다", "2월", ("2026-02-01", "2026-02-28")),
        ("조합은 2024년 5월 배를 사고 7월 팔았다", "7월", ("2024-07-01", "2024-07-31")),
    ],
)
def test_a_time_behind_another_of_the_same_sentence(text: str, words: str, found: tuple[str, str]) -> None:
    assert _days(text, of=words) == found


def test_so_many_months_after_the_month_named_before() -> None:
    said = "어부는 “판 것은 6개월 뒤인 10월 3일이다”라고 말했다."
    found = read("배는 2024년 4월 샀다.", said, published=None)
    assert days(found.loc["10월 3일"]) == ("2024-10-03", "2024-10-03")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("어획량이 전년보다 줄어들 경우 조합이 메운다", "전년"),
        ("어부는 그날 일을 적고, 다음 날 일을 꾀하며 잔다", "다음 날"),
        ("조합장은 12월 값 인상을 내비치는 말을 했다", "12월"),
    ],
)
def test_what_is_of_no_one_day_or_year(text: str, words: str) -> None:
    assert _days("배는 3일 떠났다.", text, of=words, published="2026-10-20") is None


def test_a_month_just_over_is_that_of_the_year_before() -> None:
    assert _days("조합장은 12월 값을 올렸다", of="12월", published="2026-01-20") == ("2025-12-01", "2025-12-31")
    assert _days("배는 3일 떠났다.", "다음 날 배가 돌아왔다.", of="다음 날") == ("2026-03-04", "2026-03-04")


def test_a_month_in_a_quotation_of_several_sentences_goes_by_its_own() -> None:
    said = "그는 “조합은 4월 말부터 매주 값을 알리고 있다. 손님을 지킨다”고 말했다."
    assert _days(said, of="4월 말", published="2024-05-20") == ("2024-04-21", "2024-04-30")
