"""The findings of the whole reading: what a reader sees first."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.reporting.messages import Message, Sentences, message, plain
from helpers.reporting.prose.claims import parted
from helpers.reporting.prose.facts import unresolved
from helpers.reporting.prose.headline import headline
from helpers.reporting.prose.reading import NOWHERE, Reading
from helpers.reporting.prose.rows import records
from helpers.reporting.prose.status import status
from helpers.reporting.prose.voices import named_speakers, speaking

Finding = tuple[str, Message, str, Sentences]  # name, sentence, table that it is worded from, what it rests on


def findings(reading: Reading) -> pd.DataFrame:
    """At most five findings, each a sentence, with the sentences of the article that they rest on.

    returns  tables.FINDINGS; of a study whose codebook or thesis nobody filled in, that first and nothing on the thesis
    """
    unfinished = status(reading)
    if unfinished:
        chosen = [("status", unfinished[0], "sentences", NOWHERE), *quoted(reading), *checkable(reading)]
    else:
        chosen = [*balanced(reading), *titled(reading), *quoted(reading), *checkable(reading), *doubts(reading)]
    return tables.FINDINGS.make(_row(*one) for one in chosen)


def balanced(reading: Reading) -> list[Finding]:
    """How many sentences bear on the thesis and with which stance, or that none does."""
    everything, n = len(reading.sentences), reading.bearing()
    if not n:
        return [("balance", message("findings.none", all=everything), "measures", NOWHERE)]
    chosen = message("findings.balance", all=everything, n=n, balance=parted(reading))
    return [("balance", chosen, "measures", reading.measure("stance", stance="supports").sentences)]


def titled(reading: Reading) -> list[Finding]:
    """A claim of the headline that the body supports with no sentence, or with no fact."""
    unborne = [one for one in headline(reading) if one.key in ("headline.alone", "headline.no_facts")]
    title = reading.links(records(reading.sentences[reading.sentences["section"] == "title"]))
    return [("headline", one, "measures", title) for one in unborne[:1]]


def quoted(reading: Reading) -> list[Finding]:
    """Whose words stand between marks; guesses are left out."""
    speakers, named = speaking(reading), named_speakers(reading)
    if not speakers:
        return []
    places = tuple(dict.fromkeys(place for own in speakers.values() for place in own.sentences.places))
    people, n = len(speakers), next(iter(speakers.values())).total
    key = {people: "findings.all_named", 0: "findings.all_unnamed"}.get(named, "findings.some_named")
    chosen = message(key, n=n, people=people, named=named)
    if people == 1:
        chosen = message("findings.one", n=n, who=next(iter(speakers)))
    return [("voices", chosen, "measures", Sentences(places, reading.several))]


def checkable(reading: Reading) -> list[Finding]:
    """How many of the sentences that bear on the thesis hold a fact; without such, how many facts there are."""
    held, n = reading.measure("checkable"), reading.measure("facts_checkable").n
    if not held.total or status(reading):
        return [("facts", message("findings.facts", n=n), "facts", NOWHERE)] if n else []
    if not held.n:
        key = "findings.no_facts_undated" if unresolved(reading) else "findings.no_facts"
        return [("facts", message(key, n=held.total), "measures", held.sentences)]
    return [("facts", message("findings.facts_in_evidence", n=held.total, held=held.n), "measures", held.sentences)]


def doubts(reading: Reading) -> list[Finding]:
    """How many sentences oppose and qualify a claim, or that none was found."""
    found = {stance: reading.measure("stance", stance=stance) for stance in ("opposes", "qualifies")}
    if not reading.bearing():
        return []
    sizes = {stance: measure.n for stance, measure in found.items()}
    key = {
        (False, False): "findings.no_doubt", (True, False): "findings.opposed", (False, True): "findings.qualified",
        (True, True): "findings.opposed_and_qualified",
    }[bool(sizes["opposes"]), bool(sizes["qualifies"])]  # fmt: skip
    where = found["opposes" if sizes["opposes"] else "qualifies"].sentences
    chosen = message(key, **sizes)
    both = {place for stance in found for place in reading.measure("several_stances", stance=stance).sentences.places}
    if both:
        chosen = message("findings.overlap", doubts=chosen, n=len(both))
    return [("doubts", chosen, "measures", where)]


def _row(name: str, chosen: Message, table: str, where: Sentences) -> dict[str, str | None]:
    places = [f"{article}:{number}" for article, number in where.places]
    return {"finding": name, "text": plain([chosen]), "table": table, "sentences": " ".join(places) or None}
