"""Currencies, measures and counters of Korean news, made ready to match from ``units.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from helpers import lexicons


def lexicon() -> dict[str, Any]:
    """The lists of ``units.yml``."""
    return lexicons.load("units")


@cache
def listed(name: str) -> frozenset[str]:
    """One list of ``units.yml`` as a set."""
    return frozenset(lexicon()[name])


def longest_first(words: Iterable[str]) -> str:
    """The words as one alternation, a longer word before one that it begins with: 경기 before 경."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def _of_match() -> re.Pattern[str]:
    """The words of a match, each with what must not stand around it."""
    alone = longest_first(listed("match_words_alone"))
    other = lexicon()["match_words_not"]
    words = [rf"{word}(?!{longest_first(other[word])})" if word in other else word for word in listed("match_words")]
    return re.compile(rf"(?<![가-힣])(?:{alone})|{'|'.join(sorted(words, key=len, reverse=True))}")


def names_a_match(text: str) -> bool:
    """Does a sentence speak of a match by a word of it: 이겼다, 결승; not 골목, 높아졌다."""
    return _of_match().search(text) is not None


def currency(word: str, country: str = "") -> str:
    """The ISO 4217 code of a word for money, or the word where it does not say whose money it is."""
    codes: dict[str, str] = lexicon()["currencies"]
    return codes.get(country + word, codes[word])
