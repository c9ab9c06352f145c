"""Whom a title that stands alone means: the one who bears it where no other does, 교수, 위원장, 주지 스님."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.naming import title_in
from helpers.narrative.voices.speakers.persons import Person
from helpers.narrative.voices.speakers.wording import Wording

_CALLS = ("씨", "군", "양", "여사")
_BEFORE = ("부", "원내", "차")  # 부회장 is no 회장, 원내대표 no 대표
_FORMER = frozenset(("전", "전직", "옛"))


def stands_alone(source: Wording) -> bool:
    """Is a phrase made of one title or two: 교수, '주지 스님', but not 전문가 or '박 교수'."""
    many = listed("voices", "of_many")
    alone = all(title_in(word) == word and word not in _CALLS for word in source.words)
    return 0 < len(source.words) < 3 and alone and source.last not in many


def bearer(
    source: Wording, persons: Iterable[Person], near: Sequence[Person], acted: Sequence[Person]
) -> Person | None:
    """The only one with a name who bears a title; of several the only one who acted, or whom the sentence before names.

    persons  in order of mention; one without a name who bears it too, '하늘대 교수', makes it unsure
    near     whom the sentence before names in full
    acted    who spoke so far, or of whom sentences were
    """
    able = [p for p in persons if any(_bears(form, source.words) for form in p.forms)]
    for among in (able, [p for p in able if _is_in(p, acted)], [p for p in able if _is_in(p, near)]):
        if len(among) == 1:
            return among[0] if among[0].full or among[0].kind == "named" else None
    return None


def _is_in(person: Person, persons: Sequence[Person]) -> bool:
    return any(person is one for one in persons)


def _bears(form: Wording, titles: Sequence[str]) -> bool:
    """Does a mention give somebody all the titles, and none of them as one of the past: '전 장관'."""
    words = form.words
    if form.joined or words == tuple(titles) or not form.title or _FORMER & set(words):
        return False
    return all(any(_ends(word, title) for word in (*words, *form.aliases)) for title in titles)


def _ends(word: str, title: str) -> bool:
    return word.endswith(title) and not word.removesuffix(title).endswith(_BEFORE)
