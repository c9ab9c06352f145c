"""The days to which a row of pieces comes, from what they are counted, and how sure that is."""

from __future__ import annotations

from typing import NamedTuple

from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.pieces import Pieces


class Read(NamedTuple):
    """Days, by what they are resolved (text, publication), the note that says so, and how sure they are."""

    days: Days | None
    by: str | None = None
    note: str = ""
    certainty: str = "stated"


def no_such(pieces: Pieces) -> str:
    """The note on pieces that come to no days."""
    return "달력에 없는 날" if pieces["day"] else "풀지 못함"
