"""The findings of the whole reading: what a reader sees first."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers import tables
from helpers.reporting.messages import Message, Sentences, message, plain
from helpers.reporting.prose.claims import balance_of_all
from helpers.reporting.prose.facts import undated
from helpers.reporting.prose.headline import headline, taken_by_title
from helpers.reporting.prose.parts import MANY, part_of
from helpers.reporting.prose.reading import NOWHERE, Reading
from helpers.reporting.prose.rows import key_of, records
from helpers.reporting.prose.status import status
from helpers.reporting.prose.voices import of_evidence, quoted_people, speaking, whose

_PARTS = {"most": "findings.most", "over": "findings.over", "half": "findings.half", "some": "findings.some"}

Finding = tuple[str, list[Message], str, Sentences]  # name, sentences, table that it is worded from, what it rests on


def findings(reading: Reading) -> pd.DataFrame:
    """At most five findings, each a sentence, with the sentences of the article that they rest on.

    returns  tables.FINDINGS; of a study whose codebook or thesis nobody filled in, that first and nothing on the thesis
    """
    unfinished = status(reading)
    if unfinished:
        chosen = [("status", unfinished[:1], "sentences", NOWHERE), *quoted(reading), *checkable(reading)]
    else:
        chosen = [*balanced(reading), *titled(reading), *voiced(reading), *checkable(reading), *doubts(reading)]
    return tables.FINDINGS.make(_row(*one) for one in chosen)


def balanced(reading: Reading) -> list[Finding]:
    """How many sentences bear on the thesis and with which stance, or that none does."""
    everything, n = len(reading.sentences), reading.bearing()
    if not n:
        return [("balance", [message("findings.none", all=everything)], "measures", NOWHERE)]
    key = "findings.balance_of_all" if n == everything else "findings.balance"
    chosen = message(key, all=everything, n=n, balance=balance_of_all(reading))
    return [("balance", [chosen], "measures", reading.links(reading.bearings))]


def titled(reading: Reading) -> list[Finding]:
    """A claim of the headline of which the body says nothing, or that the body takes up without a fact.

    The latter only where the headline takes up all that the codebook claims: of a part of it a reader would not know
    which.
    """
    title = reading.links(records(reading.sentences[reading.sentences["section"] == "title"]))
    whole = {claim for claim, _ in taken_by_title(reading)} == set(reading.claims)
    told = {"headline.alone", *(("headline.no_facts", "headline.no_facts_dated") if whole else ())}
    return [("headline", [one], "measures", title) for one in headline(reading) if one.key in told]


def voiced(reading: Reading) -> list[Finding]:
    """How far the evidence is the article's own words; who is quoted, the section on voices says with its doubts."""
    told = of_evidence(reading)[:1]
    reporter, sources = whose(reading)
    nameless = reading.measure("voice", group="unnamed").n and not reading.measure("voice", group="named").n
    told = [*told, message("voices.no_name")] if nameless else told
    told = [*told, message("voices.sourced")] if reporter and sources else told
    places = {place for kind in ("named", "unnamed") for place in reading.measure("voice", group=kind).sentences.places}
    return [("voices", told, "measures", Sentences(tuple(sorted(places)), reading.several))] if told else []


def quoted(reading: Reading) -> list[Finding]:
    """To whom the body gives words between marks."""
    speakers = speaking(reading)
    places = tuple(sorted({place for own in speakers.values() for place in own.sentences.places}))
    told = quoted_people(reading)
    return [("voices", told, "measures", Sentences(places, reading.several))] if told else []


def checkable(reading: Reading) -> list[Finding]:
    """How large a part of what bears on the thesis holds a fact; without such, how many facts there are."""
    held, n = reading.measure("checkable"), reading.measure("facts_checkable").n
    if not held.total or status(reading):
        return [("facts", [message("findings.facts", n=n)], "facts", NOWHERE)] if n else []
    if not held.n:
        open_ = _undated_evidence(reading)
        key = "findings.no_facts_undated" if open_ else "findings.no_facts"
        return [("facts", [message(key), *(() if open_ else _left_out(reading))], "measures", held.sentences)]
    if held.n == 1 < held.total:
        told = message("findings.facts_in_one")
    elif held.total < MANY:
        told = message("findings.facts_in_few")
    else:
        told = message("findings.facts_in_evidence", part=message(_PARTS[part_of(held.n, held.total)]))
    return [("facts", [told, *_left_out(reading)], "measures", held.sentences)]


def _undated_evidence(reading: Reading) -> bool:
    """Does a sentence that bears on the thesis hold a time that only the missing day of publication would resolve?"""
    return bool({key_of(fact) for fact in undated(reading)} & {key_of(row) for row in reading.bearings})


def _left_out(reading: Reading) -> list[Message]:
    """Which times are not counted: those of the news itself, and those that wait for the day of publication."""
    dated = reading.articles["published_at"].notna().any()
    return [
        *([message("findings.news_days")] if dated else []),
        *([message("findings.undated")] if _undated_evidence(reading) else []),
    ]


def doubts(reading: Reading) -> list[Finding]:
    """Say that no code asks for what opposes the thesis, or that nothing opposes or qualifies it; what does is told."""
    counts = reading.counts()
    if not reading.bearing() or counts["opposes"]:
        return []
    if not reading.asks_for(stance="opposes"):
        neither = not reading.asks_for(stance="qualifies")
        key = "findings.neither_asked" if neither else "findings.unasked"
        return [("doubts", [message(key)], "measures", NOWHERE)]
    return [] if counts["qualifies"] else [("doubts", [message("findings.no_doubt")], "measures", NOWHERE)]


def _row(name: str, chosen: list[Message], table: str, where: Sentences) -> dict[str, Any]:
    return {"finding": name, "text": plain(chosen), "table": table, "sentences": tables.places(where.places)}
