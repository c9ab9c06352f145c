"""Search a sentence's text for patterns that a researcher wrote, within a time limit.

They are written as Python's ``re`` reads them. ``regex`` runs them, because it can be stopped.
"""

from __future__ import annotations

import re
from functools import lru_cache

import regex

SECONDS = 0.5  # for one pattern on one sentence; a pattern of any use takes a thousandth

_NO_COUNT = re.compile(r"(\\N\{[^}]*\}|\\.)|\{(?!\d+\}|\d*,\d*\})", re.DOTALL)


class TooSlow(Exception):
    """A pattern that took longer than SECONDS on a sentence."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern)
        self.pattern = pattern


def places(pattern: str, text: str) -> list[tuple[int, int]]:
    """Where ``pattern`` stands in ``text``, in order, empty places left out; raises TooSlow if that takes too long."""
    try:
        found = [place.span() for place in _compiled(pattern).finditer(text, timeout=SECONDS)]
    except TimeoutError as error:
        raise TooSlow(pattern) from error
    return [span for span in found if span[0] < span[1]]


@lru_cache(maxsize=2048)
def _compiled(pattern: str) -> regex.Pattern[str]:
    """``pattern`` compiled by regex; '{e<=1}', an operator of regex alone, is escaped, so that it means its letters."""
    plain = _NO_COUNT.sub(lambda found: found[1] or r"\{", pattern)
    return regex.compile(plain, regex.VERSION0)
