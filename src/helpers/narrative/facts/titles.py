"""What a work is called, if it is a number: the 69세 of 영화 ‘69세’, and wherever the article names it again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed, longest_first

_IN_MARKS = r"[‘'《〈<「『](?P<title>[^‘’'《》〈〉<>「」『』]{1,20})[’'》〉>」』]"
_MARKED = re.compile(_IN_MARKS)
_OF_WORK = re.compile(
    rf"(?<![가-힣])(?:{longest_first(listed('titled'))})\s?{_IN_MARKS}(?!\s?(?:이?라?고|이?라?며|이?라?면서)\s)"
)
_NUMBER = re.compile(r"\d")


def titles_of(texts: Iterable[str]) -> frozenset[str]:
    """The titles with figures that the sentences of an article give to works."""
    return frozenset(
        found["title"] for text in texts for found in _OF_WORK.finditer(text) if _NUMBER.search(found["title"])
    )


def without_titles(facts: Sequence[Found], text: str, titles: frozenset[str]) -> list[Found]:
    """The facts that are no part of a title in marks."""
    named = [found.span() for found in _MARKED.finditer(text) if found["title"] in titles] if titles else []
    return [fact for fact in facts if not any(start < fact.start and fact.end < end for start, end in named)]
