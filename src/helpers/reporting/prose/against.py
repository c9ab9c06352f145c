"""Section 4 of the narrative: what opposes the thesis, what qualifies it, and which stances were turned."""

from __future__ import annotations

from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.citing import listed
from helpers.reporting.prose.reading import Reading
from helpers.reporting.prose.rows import absent, key_of
from helpers.reporting.saying import Displayable

_MOST_QUOTED = 3
_NONE = {"opposes": "against.none_opposes", "qualifies": "against.none_qualifies"}


def what_stands_against(reading: Reading) -> Displayable:
    """The sentences that oppose and qualify the thesis, and those whose stance was turned.

    No evidence gives an empty displayable.
    """
    if not reading.bearing():
        return paragraphs()
    return paragraphs(doubting(reading, "opposes"), doubting(reading, "qualifies"), turned(reading))


def doubting(reading: Reading, stance: str) -> list[Message]:
    """How many sentences oppose (or qualify) the thesis on which claims, some of them; that no code asks for such."""
    found = reading.measure("stance", stance=stance)
    if not found.n and not reading.asks_for(stance=stance):
        return [message("against.unasked")] if stance == "opposes" else []
    if not found.n:
        return [message(_NONE[stance])]
    read = reading.read_as(stance, *(claim for claim in reading.claims if reading.counts(claim)[stance]))
    rows = reading.of_stance(stance)
    shown = [row for row in rows if row["section"] == "body"][:_MOST_QUOTED] or rows[:_MOST_QUOTED]
    opening = message("against.some", read=read, n=found.n)
    if len(shown) < found.n:
        opening = message("against.more", read=read, n=found.n, where=found.sentences, shown=len(shown))
    return [opening, *(listed(reading, row) for row in shown)]


def turned(reading: Reading) -> list[Message]:
    """Sentences with a stance that a denial or a concession turned, because the codebook asks for it."""
    rows = [coding for coding in reading.coded if not absent(coding["turned_by"])]
    return [message("against.turned", n=len({key_of(row) for row in rows}), where=reading.links(rows))] if rows else []
