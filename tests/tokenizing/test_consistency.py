"""A word that is read whole in an article is read whole in all of it."""

from __future__ import annotations

import pytest

from helpers.tokenizing.consistency import consistent
from helpers.tokenizing.readings import Reading
from made.pieces import sentence


def read(*sentences: tuple[list[Reading], str]) -> list[list[str]]:
    made = consistent([readings for readings, _ in sentences], [text for _, text in sentences])
    return [[text[r.start : r.end] for r in own] for own, (_, text) in zip(made, sentences, strict=True)]


WHOLE = sentence("물빛샘/NNP", "은/JX", "_", "시인/NNG")
AGAIN = sentence("물빛샘/NNP", "의/JKG", "_", "시/NNG")
CUT = sentence("물빛/NNG", "샘/NNG", "이/JKS", "_", "웃음/NNG")


def test_a_noun_that_is_whole_twice_is_joined_where_it_was_cut():
    assert read(WHOLE, AGAIN, CUT)[2] == ["물빛샘", "이", "웃음"]


@pytest.mark.parametrize(
    ("sentences", "last"),
    [
        ((WHOLE, CUT), ["물빛", "샘", "이", "웃음"]),  # whole only once
        ((WHOLE, AGAIN, CUT, CUT), ["물빛", "샘", "이", "웃음"]),  # as often cut as whole
        ((WHOLE, AGAIN, sentence("물빛/NNG", "샘/NNG", "물/NNG")), ["물빛", "샘", "물"]),  # part of another word
        ((WHOLE, AGAIN, sentence("맑은물빛/NNG", "샘/NNG")), ["맑은물빛", "샘"]),
    ],
)
def test_what_is_seldom_whole_or_part_of_another_word_stays_cut(sentences, last):
    assert read(*sentences)[-1] == last


def test_a_word_that_swallowed_its_particle_is_none():
    swallowed = sentence("누리봄가/NNP", "_", "말/NNG")
    bare = sentence("누리봄/NNP", "는/JX")
    cut = sentence("누리봄/NNP", "가/JKS")
    assert read(swallowed, swallowed, bare, cut)[-1] == ["누리봄", "가"]


def test_two_nouns_with_a_particle_between_them_that_are_always_written_as_one_word_are_a_name():
    name = sentence("누리/NNG", "의/JKG", "봄/NNG", "은/JX", "_", "말/NNG")
    apart = sentence("누리/NNG", "의/JKG", "_", "봄/NNG")
    assert read(name, name) == [["누리의봄", "은", "말"]] * 2
    assert read(name) == [["누리", "의", "봄", "은", "말"]]
    assert read(apart, apart) == [["누리", "의", "봄"]] * 2


def test_no_sentences_give_none():
    assert consistent([], []) == []
