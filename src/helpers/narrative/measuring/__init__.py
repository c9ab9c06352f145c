"""Every number that the report's narrative states, computed once.

| name | claim, stance | group | n | of total |
|---|---|---|---|---|
| stance | claim or *, each | * | sentences of the stance | sentences that bear on the claim (*: on any) |
| one_stance | *, each | * | sentences that take no other stance to any claim | sentences that bear on any |
| several_stances | *, stance or * | * | of those sentences, with another stance to another claim | all of them |
| voice | claim or *, stance or * | reporter, named, unnamed | of those sentences, in this voice | all of them |
| checkable | claim or *, stance or * | voice or * | of those, with a fact that can be looked up | all of them |
| section | claim or *, each | title, deck, subhead, body, caption | of those sentences, in this section | all of them |
| turned | claim or *, each | * | of those sentences, with a stance that a denial or concession turned | all of them |
| headline | claim, stance of the title | * | sentences of the title | sentences of the title that bear on the claim |
| headline_in_body | the same | * | body sentences with that stance | body sentences that bear on the claim |
| headline_checkable | the same | * | of those, with a fact that can be looked up | body sentences with that stance |
| without | *, supports | front, unchecked, * | support but for what the group names, or both | support |
| quotations | * | reporter, named, unnamed | quotations of this kind | all quotations (speech) |
| paraphrases | * | named, unnamed | reported without marks | all such |
| persons | * | named, unnamed | persons who speak (``person``, else speaker as written) | all persons |
| speakers | * | named, unnamed | persons whom the body gives words between marks | all such |
| speaker | * | a person | sentences of the body that give her such words | sentences that give any of them such |
| nobody | * | * | sentences with words of somebody who was not found | sentences with quotations or paraphrases |
| words | * | a person | words (eojeol) between marks | all words between marks |
| voice_certainty | * | stated, inferred, guessed | quotations and paraphrases decided so | all that have a source |
| facts | * | date, period, amount, count | facts of this kind | all facts |
| facts_checkable | * | * | facts that can be looked up | all facts |
| fact_certainty | * | stated, inferred, guessed | facts decided so | all facts |
| unsourced | * | * | evaluations that name no source | sentences of the body |
| contradictions | * | the thing counted | sentences that count it | sentences that count it |
| corrected | * | voices, facts, codings | rows that corrections.yml decided | rows of the table |

``claim`` is a claim of the codebook, '*' any of them; a sentence with two stances, each to another claim, counts for
both under '*', and once in the total: ``one_stance`` and ``several_stances`` together are the total. The matrix claim
x voice x checkable are the rows ``checkable`` of one claim. What is left of the support (``without``): sentences but
those of title, deck and subheads (front); but those that hold no fact; but both. ``speakers`` and ``speaker`` are about
words between marks that the text itself gives to somebody: it says who speaks, or has a verb of saying of whoever spoke
before; what was guessed, and what only stands near somebody, is left out. A measure of which there is nothing
(total 0) is left out, and what only Kiwi's morphemes show (unsourced, contradictions) where there are none, but for
``stance`` of each claim: there n = 0 says something.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from helpers import tables
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.contradictions import contradictions
from helpers.narrative.grammar.sentence import kiwi
from helpers.narrative.measuring.measure import measure, parts
from helpers.narrative.measuring.stances import ALL, divided, headline, on_what, stances, without
from helpers.narrative.measuring.voices import CERTAINTIES, of_voices
from helpers.narrative.rows import Row, rows_of
from helpers.narrative.unsourced import unsourced
from helpers.narrative.weighing import can_be_looked_up, key_of

__all__ = ["measures"]


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
        rows += (row | {"claim": claim} for row in (*stances(own), *on_what(own), *headline(claim, own)))
    rows += (*divided(found), *without(found)) if found else ()
    rows += of_voices(voices, sentences)
    rows += _facts(facts)
    rows += _of_text(sentences, kiwi(tokens), voices, facts)
    for name, table in (("voices", voices), ("facts", facts), ("codings", codings)):
        held = [row for row in rows_of(table) if row.get("corrected") is True]
        rows += [measure("corrected", held, len(table), group=name)] if len(table) else []
    return tables.MEASURES.make({"claim": ALL, "stance": ALL, "group": ALL} | row for row in rows)


def _facts(facts: pd.DataFrame) -> Iterator[Row]:
    rows = rows_of(facts)
    yield from parts("facts", rows, "kind", tables.FACT_KINDS)
    if rows:
        yield measure("facts_checkable", rows_of(facts[can_be_looked_up(facts)]), len(rows))
    yield from parts("fact_certainty", rows, "certainty", CERTAINTIES)


def _of_text(sentences: pd.DataFrame, tokens: pd.DataFrame, voices: pd.DataFrame, facts: pd.DataFrame) -> Iterator[Row]:
    body = int((sentences["section"] == "body").sum())
    if body and len(tokens):
        judged = [{"article_id": a, "sentence_id": n} for a, n in unsourced(sentences, tokens, voices)]
        yield measure("unsourced", judged, body)
    for thing, rows in contradictions(facts, tokens):
        yield measure("contradictions", rows, len({key_of(row) for row in rows}), group=thing)
