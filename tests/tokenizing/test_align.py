"""Where morphemes stand: exact, contracted, and against what an analyzer may invent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.tokenizing.align import align, letters


def placed(text: str, *forms: str) -> list[str]:
    spans = align(text, forms)
    assert spans is not None
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "forms", "surfaces"),
    [
        ("책이 많다", ["책", "이", "많", "다"], ["책", "이", "많", "다"]),
        ("했다", ["하", "았", "다"], ["했", "했", "다"]),
        ("예뻐서", ["예쁘", "어서"], ["예뻐", "뻐서"]),
        ("갔습니다", ["가", "았", "습니다"], ["갔", "갔", "습니다"]),
        ("학교다", ["학교", "이", "다"], ["학교", "다", "다"]),
        ("간 사람", ["가", "ㄴ", "사람"], ["간", "간", "사람"]),
        ("도와 준다", ["돕", "아", "주", "ㄴ다"], ["도", "와", "준", "준다"]),
        ("집에 가", ["집", "에", "가", "아"], ["집", "에", "가", "가"]),
        ("했다. 했다", ["하", "았", "다", ".", "하", "았", "다"], ["했", "했", "다", ".", "했", "했", "다"]),
    ],
)
def test_align_places_contracted_forms_on_the_syllables_they_share(text: str, forms: list[str], surfaces: list[str]):
    assert placed(text, *forms) == surfaces


def test_align_refuses_forms_of_another_text():
    assert align("도서관 앞", ["12345", "abc"]) is None


def test_align_of_nothing_is_nothing():
    assert align("책", []) == []


def test_letters_take_syllables_apart_and_leave_spaces_out():
    assert letters("값 A") == [("ㄱ", 0), ("ㅏ", 0), ("ㅄ", 0), ("A", 2)]


WORDS = st.lists(st.text("가각갔했예쁘뻐어서았다이ab.", min_size=1, max_size=6), min_size=1, max_size=6)


@given(WORDS)
def test_align_gives_forms_that_stand_in_the_text_exactly_their_place(words: list[str]):
    assert placed(" ".join(words), *words) == words


@given(WORDS, st.lists(st.text("가각갔했예쁘뻐어서았다ㄴㅂ이ab.", max_size=4), max_size=8))
def test_align_spans_are_inside_not_empty_and_in_order(words: list[str], forms: list[str]):
    text = " ".join(words)
    spans = align(text, forms)
    if spans is not None:
        assert len(spans) == len(forms)
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert [start for start, _ in spans] == sorted(start for start, _ in spans)
