"""Dates, periods, amounts and counts: what a fact-checker could look up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd

from helpers import tables
from helpers.narrative.facts_actors import Morpheme, find_actor, find_quotes, find_subjects
from helpers.narrative.facts_calendar import Clock
from helpers.narrative.facts_dates import find_dates
from helpers.narrative.facts_found import Found
from helpers.narrative.facts_quantities import find_quantities
from helpers.normalize import normalize

# A longer "sentence" is a table or a list that lost its line breaks: it has no one subject.
_LONGEST = 2000
_Tokens = Mapping[tuple[str, int], list[Morpheme]]


def find_facts(
    sentences: pd.DataFrame, *, published_at: Mapping[str, str | None], tokens: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Every date, period, amount and count of the sentences, with what it stands for.

    sentences     tables.SENTENCES of one or more articles
    published_at  for each article_id its day of publication (ISO 8601, a time may follow), or None
    tokens        tables.TOKENS; without Kiwi's reading of the sentences in it they are read here
    returns       tables.FACTS, by article and place; no rows for no sentences

    ``date`` is a day, month or year, ``period`` a part of one, a span or a length of time. A date without a year, a
    month or both is taken nearest to the day of publication, 지난 before it and 오는 after it; the note says so.
    초, 중반 and 말 are read by convention (초반 of a decade: its years 0 to 3). What names no time (최근) or no number
    (수십) has none. ``value`` is the number written out, or the lower end of a range up to ``value_to``.
    The actor is the subject or topic of the clause as written, missing where the sentence shows none.
    """
    read = _morphemes(sentences, tokens)
    rows: list[dict[str, Any]] = []
    ordered = sentences.sort_values(["article_id", "sentence_id"])
    by_article: Any = groupby(ordered.itertuples(index=False), key=lambda row: str(row.article_id))
    for article_id, article in by_article:
        clock = Clock(_day(published_at.get(article_id)))
        for sentence in article:
            rows += _sentence_rows(sentence, clock, read.get((article_id, sentence.sentence_id), []))
    return tables.FACTS.make(rows)


def _day(published_at: object) -> date | None:
    """The day of an ISO 8601 text, or None for what is no such text."""
    try:
        day = date.fromisoformat(str(published_at)[:10])
    except ValueError:
        return None
    return day if 1800 <= day.year <= 2200 else None


def _morphemes(sentences: pd.DataFrame, tokens: pd.DataFrame | None) -> _Tokens:
    """Kiwi's morphemes of each sentence, their spans in the raw text."""
    if tokens is None or not (tokens["analyzer"] == "kiwi").any():
        from helpers.tokenizing import tokenize

        tokens = tokenize(sentences, analyzer="kiwi")
    chosen = tokens[(tokens["analyzer"] == "kiwi") & (tokens["unit"] == "morpheme")]
    by_sentence: dict[tuple[str, int], list[Morpheme]] = {}
    columns = ["article_id", "sentence_id", "start", "end", "surface", "tag"]
    for article_id, number, *rest in chosen[columns].itertuples(index=False, name=None):
        by_sentence.setdefault((str(article_id), int(number)), []).append(Morpheme(*rest))
    return by_sentence


def _sentence_rows(sentence: Any, clock: Clock, morphemes: list[Morpheme]) -> Iterator[dict[str, Any]]:
    raw, offset = str(sentence.text), int(sentence.start)
    normal = normalize(raw)
    dates = find_dates(normal.text, clock)
    found = sorted([*dates, *find_quantities(normal.text, dates)], key=lambda f: f.start)
    spans = [normal.to_raw(f.start, f.end) for f in found]
    here = [Morpheme(m.start - offset, m.end - offset, m.surface, m.tag) for m in morphemes]
    subjects = find_subjects(raw, here, spans) if len(raw) <= _LONGEST else []
    quotes = find_quotes(raw) if subjects else []
    for fact, (start, end) in zip(found, spans, strict=True):
        place = {"article_id": sentence.article_id, "sentence_id": sentence.sentence_id, "start": offset + start}
        between = [m for m in here if not any(a <= m.start and m.end <= b for a, b in spans)]
        actor = find_actor(raw, between, subjects, quotes, start, end)
        yield place | {"end": offset + end, "text": raw[start:end], "actor": actor} | _values(fact)


def _values(fact: Found) -> dict[str, Any]:
    return {
        "kind": fact.kind,
        "value": fact.number.low,
        "value_to": fact.number.high,
        "unit": fact.unit,
        "resolved_from": fact.days[0].isoformat() if fact.days else None,
        "resolved_to": fact.days[1].isoformat() if fact.days else None,
        "note": fact.note or None,
    }
