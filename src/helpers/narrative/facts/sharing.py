"""The limit behind the last of several numbers of one unit is that of each: 8주·12주 이상."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.narrative.facts.found import Found, join_notes

_LIMITS = {"이상", "이하", "미만", "초과", "이내"}
_MARKS = ("·", "∙", " 또는 ", " 혹은 ")


def with_shared_limits(text: str, found: Sequence[Found]) -> list[Found]:
    """The facts of a sentence by place; one with no bound takes the limit of the next of its row."""
    shared = list(found)
    for n in range(len(shared) - 2, -1, -1):
        fact, behind = shared[n], shared[n + 1]
        limits = tuple(word for word in behind.bound if word in _LIMITS)
        if limits and _are_alike(fact, behind) and text[fact.end : behind.start] in _MARKS:
            shared[n] = replace(fact, bound=limits, note=join_notes(*limits, fact.note))
    return shared


def _are_alike(fact: Found, behind: Found) -> bool:
    return (fact.kind, fact.unit) == (behind.kind, behind.unit) and not fact.bound and not fact.days and not fact.loose
