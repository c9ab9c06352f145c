"""What an article has named once is the same when it is named again in short."""

from __future__ import annotations

import pytest

from made.facts import read


def test_an_event_is_one_when_it_is_named_again_in_short() -> None:
    found = read("섬의 4.3 사건을 다룬 시가 나왔다.", "시인은 4.3은 아직 이름이 없다고 말했다.")
    assert list(found.index) == ["4.3", "4.3"]
    assert set(found["kind"]) == {"date"} and not found["checkable"].any() and found["value"].isna().all()
    assert set(read("지수는 4.3 올랐다.")["kind"]) == {"count"}


def test_an_article_of_a_law_is_no_sum() -> None:
    found = read("검찰은 어업법 제7조 5항과 7조 2항을 어겼다고 보았다.", "올해 예산은 7조 원이다.")
    assert found.loc["7조", "value"] == 7 and not found.loc["7조", "checkable"]
    assert found.loc["7조 원", "value"] == 7e12


@pytest.mark.parametrize(("text", "checkable"), [("그의 태도가 180도 달라졌다.", False), ("문은 180도 열린다.", True)])
def test_a_turn_is_a_figure_of_speech(text: str, checkable: bool) -> None:
    assert list(read(text)["checkable"]) == [checkable]


def test_a_week_has_the_days_that_brackets_give_it_wherever_it_is_named() -> None:
    found = read("7월 첫째 주 손님이 늘었다.", "배는 7월 첫째 주(6월 28일∼7월 4일)에 떴다.", published="2026-07-06")
    week = found.loc["7월 첫째 주"]
    assert list(week["resolved_from"]) == ["2026-06-28"] * 2 and list(week["resolved_to"]) == ["2026-07-04"] * 2
