"""What stands together in a headline: two names beside a quotation, quotations side by side, letters."""

from __future__ import annotations

import re
from collections import Counter

from helpers.narrative.voices.passages import Passage

_TWO = r"(?P<both>(?P<one>[가-힣]{2,4})[·ㆍ‧&](?P<two>[가-힣]{2,4}?))"
_AFTER = re.compile(rf"[\s…·.,]*{_TWO}(?=의?(?:[\s,]|$))")
_BEFORE = re.compile(rf"(?:^|[\s,…]){_TWO}(?:(?:은|는|이|가)|\s(?:두|양)\s\S+)?[\s:,…]*$")


def two_beside(text: str, start: int, end: int) -> re.Match[str] | None:
    """Two words (``one``, ``two``, ``both``) with a dot between, right behind ``end`` or before ``start`` of a text.

    '“…” 김하늘·오바다 두 시장의 경고', '김하늘·오바다 “…”'. Whether they are names is not asked.
    """
    return _AFTER.match(text, end) or _BEFORE.search(text[: max(start, 0)])


def first_of_list(passage: Passage, start: int) -> int:
    """Where the first of the quotations begins that stand side by side up to one: '모임 “…”, “…”'."""
    for quote in reversed(passage.quotes):
        if quote.end < start and re.fullmatch(r"[”\"’']?\s?[,·]\s?[“\"‘']?", passage.text[quote.end : start]):
            start = quote.start
    return start


def letter_pairs(text: str) -> Counter[str]:
    """How often each two letters stand together in a text: what a headline and a body are likened by."""
    letters = re.sub(r"[\W_]", "", text)
    return Counter(letters[n : n + 2] for n in range(len(letters) - 1))
