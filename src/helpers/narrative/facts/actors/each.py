"""Whose each of several figures is behind 각각: 개인과 기관이 각각 6억원, 3억원을."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.narrative.facts.found import Found
from helpers.spans import Span

# 20대와 30대에서는 각각
_BEFORE_EACH = re.compile(
    r"(?:^|[,.”]\s|[은는]\s)(?P<list>[^\s,.“”]+(?:와|과)\s[^\s,.“”]+?)(?:에서는?|에게는?|에는?|은|는|이|가)\s$"
)
_ONE = re.compile(r"(?<!\S)[^\s,·](?:(?!(?:와|과)\s)[^,·])*")
_FAR = 40  # characters behind 각각 in which a figure is one of each


def of_each(text: str, figures: Sequence[Found], fact: Found, actor: Span | None) -> Span | None:
    """The one of several whose the figure is; ``actor``, all of them, where it is no figure behind 각각.

    figures  those of the sentence that are no dates or periods
    """
    place = text.rfind("각각", 0, fact.start)
    group = [other for other in figures if other.start >= place >= 0]
    if fact not in group or fact.start - place > _FAR:
        return actor
    if listed_before := _BEFORE_EACH.search(text, 0, place):
        named = _parts(text, listed_before.span("list"))
        if len(named) == len(group) > 1:
            return named[group.index(fact)]
    if actor is None or actor[1] > place:
        return actor
    parts = _parts(text, actor)
    return parts[group.index(fact)] if len(parts) == len(group) > 1 else actor


def _parts(text: str, several: Span) -> list[Span]:
    """Each of those whom a phrase names together."""
    return [found.span() for found in _ONE.finditer(text, *several)]
