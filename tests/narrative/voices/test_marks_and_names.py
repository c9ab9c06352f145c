"""Marks that are typed apart, quotations over two lines of a deck, names in single marks; every sentence is invented."""

from __future__ import annotations

import pytest
from tests.narrative.voices.test_find import SPEECH, heard, sentences_of, voices_of


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_quotation_over_two_lines_of_a_deck_is_one(marks):
    lines = (f"진행자 김하늘 {marks[0]}출연자들 덕에", f"더 높은 인기 얻어{marks[1]}", "가수 박바다는 떠나")
    found = voices_of(sentences_of(*lines, section="deck", paragraphs=(1, 2, 3)))
    assert found["text"].tolist() == ["출연자들 덕에", "더 높은 인기 얻어"]
    assert found["continues"].tolist() == [False, True]
    assert set(found["person"]) == {"진행자 김하늘"}


def test_a_mark_with_a_space_after_it_opens_if_the_next_one_closes_what_is_said():
    found = heard('윗마을은 이번 일이 " 약속을 어기는 노골적인 행위"라고 비난했다.')
    assert [(row[0], row[2], row[4]) for row in found] == [(SPEECH, "윗마을", "약속을 어기는 노골적인 행위")]
    assert heard('자는 3" 짜리와 5" 짜리가 있다고 했다.') == []
