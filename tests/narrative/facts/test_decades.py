"""Several decades named at once, and what never closes."""

import pytest

from made.facts import days, read


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("부두는 60~70년대에 붐볐다.", "60~70년대", ("1960-01-01", "1979-12-31")),
        ("1980∼90년대 나루에는 배가 많았다.", "1980∼90년대", ("1980-01-01", "1999-12-31")),
        ("70·80년대 초반 등대가 늘었다.", "70·80년대 초반", ("1970-01-01", "1983-12-31")),
        ("1990~2000년대에 다리가 놓였다.", "1990~2000년대", ("1990-01-01", "2009-12-31")),
        ("부두는 70년대에 붐볐다.", "70년대", ("1970-01-01", "1979-12-31")),
    ],
)
def test_decades_reach_from_the_first_to_the_last(text, words, expected):
    assert days(read(text).loc[words]) == expected


def test_ages_are_no_decades():
    assert read("60~70대 어민이 그물을 손봤다.").loc["60~70대", "kind"] == "count"


@pytest.mark.parametrize(
    "text",
    [
        "조합은 등대를 24시간 운영한다.",
        "나루 매표소는 24시간 영업에 들어갔다.",
        "구조대는 24시간 대기한다.",
        "부두 경비를 24시간 하기로 했다.",
    ],
)
def test_what_never_closes_is_no_length_to_look_up(text):
    assert not read(text).loc["24시간", "checkable"]


def test_a_length_of_24_hours_is_one():
    assert read("구조대는 24시간 걸었다.").loc["24시간", "checkable"]
