"""A quoted part of a sentence shows the words that it is quoted for."""

from __future__ import annotations

import pytest

from helpers.reporting.prose.excerpts import excerpt

LONG = "섬마을 선착장에 새로 들어온 배는 지난봄부터 하루 두 번 뭍을 오가며 아이들과 노인들을 실어 나르고 있지만 겨울에는 멈춘다."


def spans(*words: str) -> list[tuple[int, int]]:
    return [(LONG.index(word), LONG.index(word) + len(word)) for word in words]


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (("아이들",), "… 뭍을 오가며 아이들과 노인들을 실어 …"),
        (("선착장",), "섬마을 선착장에 새로 들어온 …"),
        (("나르",), "… 노인들을 실어 나르고 있지만 겨울에는 멈춘다."),
        (("하루", "노인들"), "… 배는 지난봄부터 하루 두 번 뭍을 오가며 아이들과 노인들을 실어 나르고 …"),
        (("실어",), "… 아이들과 노인들을 실어 나르고 있지만 겨울에는 멈춘다."),  # a concession does not stand alone
        ((), LONG),
    ],
)
def test_an_excerpt_goes_from_two_words_before_to_two_words_after(words: tuple[str, ...], shown: str) -> None:
    assert excerpt(LONG, spans(*words)) == shown


def test_a_short_text_stays_whole_and_a_span_outside_counts_for_nothing() -> None:
    assert excerpt("배가 다시 떴다.", [(0, 1)]) == "배가 다시 떴다."
    assert excerpt(LONG, [(900, 910), (-5, 0)]) == LONG
