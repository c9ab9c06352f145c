"""Which times of a text have days that can be shown."""

from __future__ import annotations

import pytest

from helpers.reporting.korean.days import has_days, leans_on_a_day, on_a_timeline

MARCH = {"resolved_from": "2019-03-01", "resolved_to": "2019-03-31"}


@pytest.mark.parametrize(
    ("fact", "days", "drawn"),
    [
        ({"kind": "date", "text": "2019년 3월", "value": None} | MARCH, True, True),
        ({"kind": "date", "text": "1년 전", "value": 1.0} | MARCH, True, True),
        ({"kind": "period", "text": "1분기", "value": None} | MARCH, True, True),
        ({"kind": "period", "text": "지난 5년간", "value": 5.0} | MARCH, False, False),
        ({"kind": "date", "text": "이날 오후", "value": None} | MARCH, True, False),
        (
            {"kind": "date", "text": "내년까지", "value": None, "resolved_from": None, "resolved_to": "2020-12-31"},
            True,
            False,
        ),
        ({"kind": "date", "text": "1년 전", "value": 1.0, "resolved_from": None, "resolved_to": None}, False, False),
    ],
)
def test_a_length_of_time_has_no_days(fact: dict[str, object], days: bool, drawn: bool) -> None:
    assert (has_days(fact), on_a_timeline(fact)) == (days, drawn)


def test_words_that_lean_on_a_day_told_before() -> None:
    assert leans_on_a_day("이 날 밤") and not leans_on_a_day("3월 1일")
