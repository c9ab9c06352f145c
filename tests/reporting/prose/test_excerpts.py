"""A quoted part of a sentence says nothing else than the sentence."""

from __future__ import annotations

import pytest

from helpers.reporting.prose.excerpts import LONGEST, excerpt

LONG = (
    "섬마을 선착장에 새로 들어온 배는 지난봄부터 하루 두 번 뭍을 오가며 아이들과 노인들을 실어 나르고 있지만, "
    "파도가 높아지는 겨울에는 한 달에 열흘 넘게 뜨지 못하는 것으로 나타났다."
)


def spans(*words: str) -> list[tuple[int, int]]:
    return [(LONG.index(word), LONG.index(word) + len(word)) for word in words]


def test_a_text_that_is_not_long_stays_whole() -> None:
    assert excerpt("배가 다시 떴다.", [(0, 1)]) == "배가 다시 떴다."
    assert excerpt("가" * LONGEST, []) == "가" * LONGEST


def test_of_a_long_one_the_last_clauses_are_quoted_up_to_the_verb() -> None:
    assert excerpt(LONG, spans("겨울")) == ("… 파도가 높아지는 겨울에는 한 달에 열흘 넘게 뜨지 못하는 것으로 나타났다.")


@pytest.mark.parametrize("words", [("선착장",), ("아이들",), ("아이들", "겨울"), ()])
def test_what_its_end_may_turn_is_not_quoted(words: tuple[str, ...]) -> None:
    assert excerpt(LONG, spans(*words)) is None


def test_a_span_outside_counts_for_nothing() -> None:
    assert excerpt(LONG, [(900, 910), (-5, 0)]) is None
