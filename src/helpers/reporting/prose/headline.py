"""Compare the headline with the body: does the body deal with what the headline claims, and with which stance?"""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.reporting.messages import Message, message
from helpers.reporting.prose.parts import shares_of
from helpers.reporting.prose.reading import STANCES, Reading

_QUESTION = re.compile(r"(?:까|\?)[\s”’\"'.…]*\Z")
_DOING = {"supports": "headline.supports", "qualifies": "headline.qualifies", "opposes": "headline.opposes"}
_SOME = 3  # sentences of which it is worth saying that none holds a fact
BALANCE = {"supports": "balance.supports", "qualifies": "balance.qualifies", "opposes": "balance.opposes"}


def headline(reading: Reading) -> list[Message]:
    """For each claim on which the headline takes a stance, what the body says of it.

    Nothing is said of a study of several articles, and of a text without a headline.
    """
    if reading.several or not (reading.sentences["section"] == "title").any():
        return []
    taken = [
        against_body(reading, claim, stance, again=place > 0)
        for place, (claim, stance) in enumerate(taken_by_title(reading))
    ]
    return [*taken, *asking(reading, taken), *without_facts(reading)] or [message("headline.uncoded")]


def asking(reading: Reading, taken: Sequence[Message]) -> list[Message]:
    """Say it if a headline that takes a stance is a question: 값이 내릴까, 왜 늘었나?"""
    title = reading.sentences.loc[reading.sentences["section"] == "title", "text"].iloc[0]
    return [message("headline.asks")] if taken and _QUESTION.search(str(title)) else []


def taken_by_title(reading: Reading) -> list[tuple[str, str]]:
    """The claims on which the headline takes a stance, with it."""
    return [
        (claim, stance)
        for claim in reading.claims
        for stance in STANCES
        if reading.measure("headline", claim=claim, stance=stance).n
    ]


def against_body(reading: Reading, claim: str, stance: str, *, again: bool = False) -> Message:
    """Whether the sentences of the body that bear on a claim of the headline take the same stance.

    again  another claim of the headline was told of before
    """
    opening = _takes(reading, claim, stance, again=again)
    body = {own: reading.measure("section", claim=claim, stance=own, group="body").n for own in STANCES}
    taken = [own for own, n in body.items() if n]
    if not taken:
        return message("headline.alone", opening=opening)
    if taken == [stance]:
        return message("headline.with_body", opening=opening)
    if len(taken) == 1:
        return message("headline.other_body", opening=opening, stance=message(_DOING[taken[0]]))
    return message(
        "headline.against_body", opening=opening, shares=shares_of({BALANCE[own]: body[own] for own in taken})
    )


def without_facts(reading: Reading) -> list[Message]:
    """Say it if the body has sentences on the headline's side and none of them holds a fact."""
    taken = taken_by_title(reading)
    sides = [
        reading.measure("headline_in_body", claim=claim, stance=stance).sentences.places for claim, stance in taken
    ]
    held = any(reading.measure("headline_checkable", claim=claim, stance=stance).n for claim, stance in taken)
    places = {place for side in sides for place in side}
    if held or len(places) < _SOME or not reading.measure("checkable").n:
        return []
    dated = reading.articles["published_at"].notna().any()
    return [message("headline.no_facts_dated" if dated else "headline.no_facts")]


def _takes(reading: Reading, claim: str, stance: str, *, again: bool) -> Message:
    key = "headline.takes_also" if again else "headline.takes"
    return message(key, claim=reading.claim(claim), stance=message(_DOING[stance]))
