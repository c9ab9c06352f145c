"""The headline against the body: is what it claims borne out below."""

from __future__ import annotations

from helpers.reporting.messages import Message, message
from helpers.reporting.prose.reading import STANCES, Reading

_DOING = {"supports": "headline.supports", "qualifies": "headline.qualifies", "opposes": "headline.opposes"}


def headline(reading: Reading) -> list[Message]:
    """For each claim on which the headline takes a stance, how much of the body takes the same.

    Of several articles, and of a text without a headline, nothing is said: headlines are compared one by one.
    """
    if reading.several or not (reading.sentences["section"] == "title").any():
        return []
    taken = [
        against_body(reading, claim, stance)
        for claim in reading.claims
        for stance in STANCES
        if reading.measure("headline", claim=claim, stance=stance).n
    ]
    return taken or [message("headline.uncoded")]


def against_body(reading: Reading, claim: str, stance: str) -> Message:
    """How many sentences of the body take the headline's stance to a claim, and how many of them hold a fact."""
    body = reading.measure("headline_in_body", claim=claim, stance=stance)
    facts = reading.measure("headline_checkable", claim=claim, stance=stance)
    takes = message(_DOING[stance])
    opening = message("headline.takes_on", claim=reading.claim(claim), stance=takes)
    if len(reading.claims) == 1:
        opening = message("headline.takes", stance=takes)
    if not body.n:
        return message("headline.alone", opening=opening)
    if not facts.n:
        return message("headline.no_facts", opening=opening, n=body.n, where=body.sentences)
    return message("headline.backed", opening=opening, n=body.n, facts=facts.n, where=facts.sentences)
