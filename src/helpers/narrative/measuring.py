"""Every number that the report's narrative states, computed once.

| name | claim, stance | group | n | of total |
|---|---|---|---|---|
| stance | claim or *, each | * | sentences of the stance | sentences that bear on the claim (*: on any) |
| voice | claim or *, stance or * | reporter, named, unnamed | of those sentences, in this voice | all of them |
| checkable | claim or *, stance or * | voice or * | of those, with a fact that can be looked up | all of them |
| section | claim or *, each | title, deck, subhead, body, caption | of those sentences, in this section | all of them |
| turned | claim or *, each | * | of those sentences, with a stance that a denial or concession turned | all of them |
| headline | claim, stance of the title | * | sentences of the title | sentences of the title that bear on the claim |
| headline_in_body | the same | * | body sentences with that stance | body sentences that bear on the claim |
| headline_checkable | the same | * | of those, with a fact that can be looked up | body sentences with that stance |
| quotations | * | reporter, named, unnamed | quotations of this kind | all quotations (speech) |
| paraphrases | * | named, unnamed | reported without marks | all such |
| persons | * | named, unnamed | persons heard (``person``, else speaker as written) | all persons |
| words | * | a person | words (eojeol) between marks | all words between marks |
| voice_certainty | * | stated, inferred, guessed | quotations and paraphrases decided so | all that have a source |
| facts | * | date, period, amount, count | facts of this kind | all facts |
| facts_checkable | * | * | facts that can be looked up | all facts |
| fact_certainty | * | stated, inferred, guessed | facts decided so | all facts |
| unsourced | * | * | evaluations that name no source | sentences of the body |
| contradictions | * | the thing counted | sentences that count it | sentences that count it |
| corrected | * | voices, facts, codings | rows that corrections.yml decided | rows of the table |

``claim`` is a claim of the codebook, '*' any of them; a sentence with two stances, each to another claim, counts for
both under '*', and once in the total. The matrix claim x voice x checkable are the rows ``checkable`` of one claim. A
measure of which there is nothing (total 0) is left out, and what only Kiwi's morphemes show (unsourced, contradictions)
where there are none, but for ``stance`` of each claim: there n = 0 says something.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

import pandas as pd

from helpers import tables
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.contradictions import contradictions
from helpers.narrative.grammar.sentence import kiwi
from helpers.narrative.rows import Row, rows_of
from helpers.narrative.unsourced import unsourced
from helpers.narrative.weighing import HEARD, WEIGHED, can_be_looked_up, key_of, once, wilson

ALL = tables.WHOLE
CERTAINTIES = ("stated", "inferred", "guessed")


def measures(
    evidence: pd.DataFrame,
    codebook: Codebook,
    *,
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    voices: pd.DataFrame,
    facts: pd.DataFrame,
    codings: pd.DataFrame,
) -> pd.DataFrame:
    """All measures of one reading; the table above says what each name counts.

    evidence   tables.EVIDENCE of one coder
    sentences, tokens, voices, facts, codings  the tables that it was made from
    returns    tables.MEASURES; no evidence gives the measures of voices, facts and sentences alone
    """
    rows: list[Row] = []
    found = rows_of(evidence)
    for claim in (ALL, *codebook.claims):
        own = [row for row in found if claim in (ALL, row["claim"])]
        rows += (row | {"claim": claim} for row in (*_stances(own), *_on_what(own), *_headline(claim, own)))
    rows += _voices(voices)
    rows += _facts(facts)
    rows += _whole(sentences, kiwi(tokens), voices, facts)
    for name, table in (("voices", voices), ("facts", facts), ("codings", codings)):
        held = [row for row in rows_of(table) if row.get("corrected") is True]
        rows += [_measure("corrected", held, len(table), group=name)] if len(table) else []
    return tables.MEASURES.make({"claim": ALL, "stance": ALL, "group": ALL} | row for row in rows)


def _stances(rows: list[Row]) -> Iterator[Row]:
    total = len({key_of(row) for row in rows})
    for stance in WEIGHED:
        yield _measure("stance", once(r for r in rows if r["stance"] == stance), total, stance=stance)


def _on_what(rows: list[Row]) -> Iterator[Row]:
    """In whose voice, where, how checkable and how turned the sentences of each stance, and of all, are."""
    for stance in (*WEIGHED, ALL):
        own = once(row for row in rows if stance in (ALL, row["stance"]))
        if not own:
            continue
        yield _measure("checkable", [row for row in own if row["checkable"]], len(own), stance=stance)
        yield _measure("turned", [r for r in own if isinstance(r["turned_by"], str)], len(own), stance=stance)
        for voice in tables.VOICES_KINDS:
            heard = [row for row in own if row["voice"] == voice]
            yield _measure("voice", heard, len(own), stance=stance, group=voice)
            if heard:
                held = [row for row in heard if row["checkable"]]
                yield _measure("checkable", held, len(heard), stance=stance, group=voice)
        for section in dict.fromkeys(row["section"] for row in own):
            there = [row for row in own if row["section"] == section]
            yield _measure("section", there, len(own), stance=stance, group=section)


def _headline(claim: str, rows: list[Row]) -> Iterator[Row]:
    """What the title claims, held against the body."""
    title, body = ([row for row in rows if row["section"] == section] for section in ("title", "body"))
    for stance in WEIGHED if claim != ALL else ():
        if said := [row for row in title if row["stance"] == stance]:
            held = [row for row in body if row["stance"] == stance]
            yield _measure("headline", said, len(title), stance=stance)
            yield _measure("headline_in_body", held, len(body), stance=stance)
            yield _measure("headline_checkable", [r for r in held if r["checkable"]], len(held), stance=stance)


def _voices(voices: pd.DataFrame) -> Iterator[Row]:
    heard = rows_of(voices[voices["use"].isin(HEARD)])
    for name, use in (("quotations", "speech"), ("paraphrases", "paraphrase")):
        own = [row for row in heard if row["use"] == use]
        yield from _parts(name, own, "kind", tables.VOICES_KINDS)
    sourced = [row for row in heard if isinstance(row["speaker"], str)]
    yield from _parts("voice_certainty", sourced, "certainty", CERTAINTIES)
    persons: dict[str, list[Row]] = {}
    for row in sourced:
        persons.setdefault(person_of(row), []).append(row)
    for kind in ("named", "unnamed"):
        alike = [rows for rows in persons.values() if kind == _kind(rows)]
        if alike:
            yield _measure("persons", [row for rows in alike for row in rows], len(persons), group=kind, n=len(alike))
    words = {name: _words(rows) for name, rows in persons.items()}
    total = sum(_words([row]) for row in heard)
    for name in sorted(words, key=lambda name: -words[name]):
        if words[name]:
            yield _measure("words", persons[name], total, group=name, n=words[name])


def person_of(voice: Row) -> str:
    """The one name of the person who is heard; as written, where the table has none."""
    person = voice.get("person")
    return person if isinstance(person, str) else str(voice["speaker"])


def _kind(rows: list[Row]) -> str:
    return "named" if any(row["kind"] == "named" for row in rows) else "unnamed"


def _words(rows: list[Row]) -> int:
    return sum(len(str(row["text"]).split()) for row in rows if row["use"] == "speech")


def _facts(facts: pd.DataFrame) -> Iterator[Row]:
    rows = rows_of(facts)
    yield from _parts("facts", rows, "kind", tables.FACT_KINDS)
    if rows:
        yield _measure("facts_checkable", rows_of(facts[can_be_looked_up(facts)]), len(rows))
    yield from _parts("fact_certainty", rows, "certainty", CERTAINTIES)


def _whole(sentences: pd.DataFrame, tokens: pd.DataFrame, voices: pd.DataFrame, facts: pd.DataFrame) -> Iterator[Row]:
    body = int((sentences["section"] == "body").sum())
    if body and len(tokens):
        judged = [{"article_id": a, "sentence_id": n} for a, n in unsourced(sentences, tokens, voices)]
        yield _measure("unsourced", judged, body)
    for thing, rows in contradictions(facts, tokens):
        yield _measure("contradictions", rows, len({key_of(row) for row in rows}), group=thing)


def _parts(name: str, rows: list[Row], column: str, values: Iterable[str]) -> Iterator[Row]:
    """How many rows hold each value that occurs."""
    for value in values:
        if own := [row for row in rows if row.get(column) == value]:
            yield _measure(name, own, len(rows), group=value, n=len(own))


def _measure(name: str, rows: list[Row], total: int, *, n: int | None = None, **more: str) -> Row:
    """One measure: ``n`` is the number of rows, unless it counts something else."""
    n = len(rows) if n is None else n
    low, high = wilson(n, total)
    places = dict.fromkeys(f"{row['article_id']}:{row['sentence_id']}" for row in rows)
    shares = {"share": n / total if total else math.nan, "ci_low": low, "ci_high": high}
    return {"name": name, "n": n, "total": total, "sentences": list(places)} | shares | more
