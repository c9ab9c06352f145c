"""What an analyzer is shown, and the way back to the sentence."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from helpers.tokenizing.analyzers import LIMITS
from helpers.tokenizing.readable import Limits, readable

SHORT = Limits(longest_word=6, piece=4, longest_run=20, part=12)


def test_readable_leaves_an_ordinary_sentence_as_it_is():
    shown = readable("책이 많다.", SHORT)
    assert shown.text == "책이 많다."
    assert shown.places == tuple(range(6))


def test_readable_hides_what_breaks_analyzers_and_keeps_places():
    shown = readable("책😀이\x00 ㅋㅋㅋㅋ \ue000다", SHORT)
    assert shown.text == "책 이" + 8 * " " + "다"
    assert shown.to_sentence(2, 3) == (2, 3)


def test_readable_shows_jamo_runs_and_emoji_where_they_do_no_harm():
    assert readable("ㅋㅋㅋㅋ😀", LIMITS["kiwi"]).text == "ㅋㅋㅋㅋ😀"


def test_readable_shows_marks_as_analyzers_know_them():
    assert readable("“책ㆍ빵”", SHORT).text == '"책·빵"'
    assert readable("“책ㆍ빵”", LIMITS["kiwi"]).text == "“책·빵”"
    assert readable("책/빵+", LIMITS["hannanum"]).text == "책,빵,"


def test_readable_cuts_long_words_after_marks_or_by_length():
    shown = readable("도서관을열었다고", SHORT)
    assert shown.text == "도서관을 열었다고"
    assert shown.to_sentence(5, 9) == (4, 8)
    assert readable("책,빵을열었다", SHORT).text == "책, 빵을열었 다"


def test_readable_does_not_show_runs_that_no_one_writes():
    assert not readable("가" * 21, SHORT).text.strip()


def test_parts_are_cut_at_spaces():
    parts = readable("책이 많은 곳이 좋다 그래", SHORT).parts(8)
    assert [part.text for part in parts] == ["책이 많은 곳이", "좋다 그래"]


@given(st.text(max_size=80), st.sampled_from([*LIMITS.values(), SHORT]))
def test_readable_keeps_every_character_that_it_shows(sentence: str, limits: Limits):
    shown = readable(sentence, limits)
    assert len(shown.text) == len(shown.places)
    kept = [(c, p) for c, p in zip(shown.text, shown.places, strict=True) if not c.isspace()]
    assert all(character in {sentence[place], *"\"'·,"} for character, place in kept)
    assert [place for _, place in kept] == sorted({place for _, place in kept})
    assert all(len(word) <= limits.longest_word for word in shown.text.split())
    assert all(limits.astral or character <= "\uffff" for character in shown.text)


@given(st.text("가 \t", max_size=60), st.integers(3, 20))
def test_parts_hold_every_word_once(sentence: str, longest: int):
    shown = readable(sentence, LIMITS["kiwi"])
    parts = [part.text for part in shown.parts(longest)]
    assert " ".join(parts).split() == shown.text.split()
    assert all(len(part) <= longest or " " not in part for part in parts)
