"""helpers.normalize: what it changes, and the way back."""

from __future__ import annotations

import unicodedata
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.normalize import normalize
from made.timing import assert_proportional

_TEXTS = st.text(
    st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("가나다 \u1112\u1161\u11ab\u00a0\u200b\u3000\u0301\ufeff&;amp#x41ltnbsp\t\r\n\u202e\x00"),
    )
)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\u1112\u1161\u11ab\u1100\u1173\u11af", "한글"),
        ("물\u00a0값\u3000인상", "물 값 인상"),
        ("보\u200b도\ufeff문", "보도문"),
        ("&quot;비가 온다&quot;", '"비가 온다"'),
        ("강&middot;산&nbsp;들", "강·산 들"),
        ("&amp;amp;lt;속보&amp;gt;", "<속보>"),
        ("R&D 투자와 &없음; &bogus;", "R&D 투자와 &없음; &bogus;"),
        ("왼쪽\u202e오른쪽\u200f", "왼쪽오른쪽"),
        ("줄\t하나\r\n줄 둘\n", "줄\t하나\r\n줄 둘\n"),
        ("\uf9e1 후보", "李 후보"),
        ("ＡＩ 예산 １２억 원．", "AI 예산 12억 원."),
        ("＂좋다＂고 했다！ （웃음） ￦3천", '"좋다"고 했다! (웃음) ₩3천'),
        ("", ""),
    ],
)
def test_normalize_gives_the_reading_text(raw: str, text: str) -> None:
    assert normalize(raw).text == text


def test_normalize_keeps_the_offsets_of_normal_text() -> None:
    assert normalize("이미 고른 글").offsets == range(8)


def test_to_raw_returns_the_span_of_a_composed_syllable_and_of_a_reference() -> None:
    normal = normalize("\u1112\u1161\u11ab &amp; 글")
    assert normal.text == "한 & 글"
    assert normal.to_raw(0, 1) == (0, 3)
    assert normal.to_raw(2, 3) == (4, 9)


@given(_TEXTS)
def test_normalize_offsets_are_monotone_and_cover_the_raw_text(raw: str) -> None:
    normal = normalize(raw)
    offsets = list(normal.offsets)
    assert len(offsets) == len(normal.text) + 1
    assert offsets == sorted(offsets)
    assert all(0 <= offset <= len(raw) for offset in offsets)
    assert offsets[-1] == len(raw)


@given(st.text(st.characters(codec="utf-8", exclude_characters="&")))
def test_normalize_leaves_no_odd_space_and_no_control_character(raw: str) -> None:
    text = normalize(raw).text
    assert all(character in "\t\n\r\u2028\u2029 " or not character.isspace() for character in text)
    assert all(character in "\t\n\r" or unicodedata.category(character) != "Cc" for character in text)


@given(st.text("가각\u1100\u1161\u11a8\u0301a ", max_size=30))
def test_normalize_composes_what_unicode_composes(raw: str) -> None:
    assert normalize(raw).text == unicodedata.normalize("NFC", raw)


def test_normalize_leads_from_plain_letters_back_to_full_width_ones() -> None:
    normal = normalize("올해 ＡＩ 예산")
    assert normal.to_raw(3, 5) == (3, 5) and normal.text[3:5] == "AI"


def test_normalize_takes_time_by_the_length_of_a_run_of_marks() -> None:
    assert_proportional(lambda size: partial(normalize, "\u0301\u0316" * size), 20_000, times=4)


@pytest.mark.parametrize("raw", ["그는 “”좋다“”고 했다.", '그는 ""좋다""고 했다.'])
def test_a_mark_that_was_written_twice_is_one(raw: str) -> None:
    normal = normalize(raw)
    assert normal.text == '그는 "좋다"고 했다.'
    start = normal.text.index("고 했다")
    assert raw[slice(*normal.to_raw(start, start + 4))] == "고 했다"


def test_the_marks_of_two_quotations_side_by_side_stay_two() -> None:
    assert normalize('그는 "좋다.""싫다"고 했다.').text == '그는 "좋다.""싫다"고 했다.'


def test_backticks_and_accents_are_straight_marks_in_their_place() -> None:
    found = normalize("`좋다´고")
    assert (found.text, tuple(found.offsets)) == ("'좋다'고", (0, 1, 2, 3, 4, 5))
