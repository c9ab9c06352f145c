"""On what day words were said, and which day 이날 points to."""

import pytest

from made.facts import days, read


@pytest.mark.parametrize(
    ("texts", "words", "day"),
    [
        (("한 선장은 지난 5일에는 “내일 배를 띄울 것”이라고 말했다.",), "내일", "2026-03-06"),
        (("한 선장은 “내일 배를 띄운다”고 지난 5일 말했다.",), "내일", "2026-03-06"),
        (("지난 5일 열린 회견에서 시장은 “내일 길을 연다”고 말했다.",), "내일", "2026-03-06"),
        (("시장은 9일 회견을 열었다.", "시장은 이날 “내일 길을 연다”고 말했다."), "내일", "2026-03-10"),
        (("시장은 지난달 3일 “지난달 표를 12만장 팔았다”고 밝혔다.",), "지난달", "2026-01-01"),
        (("한 선장은 지난 5일 “배를 띄운다”고 말했다.", "이어 “내일은 꼭 띄운다”고 덧붙였다."), "내일", "2026-03-06"),
        (
            ("나루시가 지난달 25일 다리를 닫았다.", "시는 “다음달 4일까지 닫힐 예정”이라고 했다."),
            "다음달 4일",
            "2026-03-04",
        ),
    ],
)
def test_a_day_in_somebodys_words_is_counted_from_when_they_were_said(texts, words, day):
    table = read(*texts)
    assert days(table.loc[words])[0] == day
    assert ("말한 날" in table.loc[words, "note"], table.loc[words, "resolved_by"]) == (True, "text")


@pytest.mark.parametrize(
    ("texts", "words", "day"),
    [
        (("한 선장은 “내일 배를 띄울 것”이라고 말했다.",), "내일", "2026-03-12"),
        (("지난 5일 배를 산 선장은 “내일 배를 띄운다”고 말했다.",), "내일", "2026-03-12"),
        (("조합은 지난 5일부터 “내일 닫는다”고 알렸다.",), "내일", "2026-03-12"),
        (("나루시가 지난달 25일 다리를 닫았다.", "시는 “다음달 4일 연다”고 했다."), "다음달 4일", "2026-04-04"),
    ],
)
def test_a_day_in_words_of_no_known_day_is_counted_from_publication(texts, words, day):
    assert days(read(*texts).loc[words])[0] == day


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (("나루시는 9일 표를 팔았다.", "지난 3일 시는 설명회를 열었다.", "시는 이날 회의도 열었다."), "2026-03-03"),
        (("나루시는 9일 표를 팔았다.", "시가 지난달 3일 발표했다.", "시장은 이날 웃었다."), "2026-02-03"),
        (("나루시는 9일 표를 팔았다.", "앞서 시는 지난 3일 총회를 열었다.", "시장은 이날 웃었다."), "2026-03-09"),
        (("나루시는 9일 표를 팔았다.", "지난 3일 막힌 길을 시가 열었다.", "시장은 이날 웃었다."), "2026-03-09"),
        (("나루시는 9일 표를 팔았다.", "조합은 지난 3일 허가를 받았다.", "시장은 이날 웃었다."), "2026-03-09"),
        (
            ("나루시는 9일 표를 팔았다.", "지난 3일 30척에서 지난 7일 50척으로 늘었다.", "시장은 이날 웃었다."),
            "2026-03-09",
        ),
    ],
)
def test_this_day_goes_on_with_a_day_that_the_text_moves_to(texts, day):
    assert days(read(*texts).loc["이날"])[0] == day


def test_today_in_somebodys_words_is_no_day_that_is_reported_of():
    texts = "조합은 9일 총회를 열었다.", "한 선장은 “오늘 늦었다”고 말했다.", "배는 이날 떴다."
    assert days(read(*texts).loc["이날"])[0] == "2026-03-09"


@pytest.mark.parametrize(
    ("texts", "day"),
    [
        (
            ("조합은 3월 2일 외에 4월 3일, 4월 7일, 4월 9일 장을 열기로 했다.", "조합장은 이날 낮 항의 집회를 한다."),
            "2026-03-11",
        ),
        (("조합은 4월 3일 장을 연다.", "표는 싸다.", "배도 뜬다.", "조합장은 이날 웃었다."), "2026-03-11"),
        (("조합은 4월 3일 장을 연다.", "이날 배도 뜬다."), "2026-04-03"),
        (("조합은 4월 3일 장을 연다.", "표는 싸다.", "배도 많다.", "이날 노래도 부른다."), None),
    ],
)
def test_this_day_is_no_day_to_come_of_several_or_named_long_before(texts, day):
    found = days(next(row for words, row in read(*texts).iterrows() if words.startswith("이날")))
    assert found == ((day, day) if day else None)
