"""What a search in one sentence hands on: a fact with its span in the sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.narrative.facts_calendar import Days
from helpers.narrative.facts_numbers import AFTER, BEFORE, Number

_BEFORE = re.compile(rf"(?:{BEFORE})")
_AFTER = re.compile(rf"(?:{AFTER}|여)")


@dataclass(frozen=True)
class Found:
    """A fact in ``[start, end)`` of a sentence, its number and its days, as far as they are known."""

    start: int
    end: int
    kind: str
    number: Number = Number(None)  # noqa: RUF009 - frozen
    unit: str | None = None
    days: Days | None = None
    note: str = ""


def approximation(*parts: str | None) -> str:
    """What the words around a number say about it: '약', '여', '이상' ..., joined by a dot; '' if nothing."""
    words = [word.strip() for word in parts if word and word.strip()]
    return " · ".join(dict.fromkeys(word for word in words if _BEFORE.fullmatch(word) or _AFTER.fullmatch(word)))


def join_notes(*notes: str) -> str:
    """Notes that say something, joined by a semicolon."""
    return "; ".join(note for note in notes if note)
