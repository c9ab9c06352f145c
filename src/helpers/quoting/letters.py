"""The text of articles as letters and digits only, so that quotations are found even if blanks and marks changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

RUN = 10  # letters on end that count as a quotation; fewer are words that any text may hold
_SEPARATOR = "\0"  # between articles: no run reaches from one into the next


def only_letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(filter(str.isalnum, text))


@dataclass(frozen=True)
class Letters:
    """The letters and digits of several articles, one after the other.

    text      the letters
    places    for each letter, its place in the raw text of its article
    articles  for each article, where its letters begin and end in ``text``
    """

    text: str
    places: Sequence[int]
    articles: dict[str, tuple[int, int]]

    @classmethod
    def of(cls, lines: pd.DataFrame) -> Letters:
        """The letters of the text that cleaning kept.

        lines  tables.LINES
        """
        letters: list[str] = []
        places: list[int] = []
        articles: dict[str, tuple[int, int]] = {}
        for article, own in lines[lines["kept"]].groupby("article_id", sort=False):
            first = len(letters)
            for start, text in zip(own["start"], own["text"], strict=True):
                for place, letter in enumerate(text, start=int(start)):
                    if letter.isalnum():
                        letters.append(letter)
                        places.append(place)
            articles[str(article)] = (first, len(letters))
            letters.append(_SEPARATOR)
            places.append(-1)
        return cls("".join(letters), places, articles)

    def within(self, article: str, start: int, end: int) -> range:
        """The letters of an article that stand in ``[start, end)`` of its raw text."""
        first, last = self.articles.get(article, (0, 0))
        return range(bisect_left(self.places, start, first, last), bisect_left(self.places, end, first, last))

    @cached_property
    def runs(self) -> dict[str, list[int]]:
        """Where each run of RUN letters begins."""
        found: dict[str, list[int]] = {}
        for place in range(len(self.text) - RUN + 1):
            run = self.text[place : place + RUN]
            if _SEPARATOR not in run:
                found.setdefault(run, []).append(place)
        return found
