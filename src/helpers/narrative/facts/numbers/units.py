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


def currency(word: str, country: str = "") -> str:
    """The ISO 4217 code of a word for money, or the word where it does not say whose money it is."""
    codes: dict[str, str] = lexicon()["currencies"]
    return codes.get(country + word, codes[word])
