"""Cite a sentence of the article: say whose words it holds, and choose the words between the marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import Any

from helpers.bylines import byline_end
from helpers.reporting.messages import Message, message
from helpers.reporting.prose.excerpts import excerpt
from helpers.reporting.prose.reading import Key, Reading, Row, is_given, person_of
from helpers.reporting.prose.rows import absent, key_of

_AS_SENTENCE = {"title": "cited.title", "article": "cited.article", "speaker": "cited.speaker"}
_AS_ITEM = {"title": "cited.item_title", "article": "cited.item_article", "speaker": "cited.item_speaker"}
MOST_AGAINST = 2
ROOM = 0.17  # of an article's characters that the narrative quotes: what is quoted is quoted whole, in every report


def cited(reading: Reading, row: Row) -> list[Message]:
    """A sentence of evidence as an example, in a sentence that says whose words it holds; [] if it is not quoted.

    A sentence that would only be named by its number says nothing: the table has them all.
    """
    if key_of(row) not in quotable(reading):
        return []
    kind, values = _whose(reading, row)
    return [message(_AS_SENTENCE[kind], where=reading.links([row]), **values)]


def listed(reading: Reading, rows: Sequence[Row]) -> list[Message]:
    """Those of some sentences that are quoted as the items of a list: "“…”(문장 3)."."""
    chosen = [(row, *_whose(reading, row)) for row in rows if key_of(row) in quotable(reading)]
    return [message(_AS_ITEM[kind], where=reading.links([row]), **values) for row, kind, values in chosen]


@lru_cache(maxsize=1)
def examples(reading: Reading) -> dict[str, Row]:
    """For each claim, the sentence that represents those of its first stance; no two claims share one if possible."""
    chosen: dict[str, Row] = {}
    for claim in reading.claims:
        stance = next((stance for stance, n in reading.counts(claim).items() if n), None)
        if stance:
            rows = reading.of_stance(stance, claim)
            chosen[claim] = _best(rows, reading, {key_of(row) for row in chosen.values()})
    return chosen


def opposing(reading: Reading, stance: str) -> list[Row]:
    """A few sentences of a stance, in the order of the article: of the body, that can be quoted.

    A sentence that also has another stance stands for this one only where none has it alone.
    """
    mixed = {key_of(coding) for coding in reading.coded if coding["stance"] not in (stance, "context")}
    rows = reading.of_stance(stance)
    rows = [row for row in rows if key_of(row) not in mixed] or rows

    def order(row: Row) -> tuple[bool, bool]:
        return row["section"] != "body", _whose(reading, row)[0] == "place"

    return sorted(sorted(rows, key=order)[:MOST_AGAINST], key=key_of)


@lru_cache(maxsize=1)
def quotable(reading: Reading) -> set[Key]:
    """The sentences that the narrative quotes: as many of its examples as there is room for, doubts first."""
    found: dict[Key, Row] = {}
    for row in (*opposing(reading, "opposes"), *opposing(reading, "qualifies"), *examples(reading).values()):
        found.setdefault(key_of(row), row)
    room = ROOM * reading.sentences.groupby("article_id")["text"].agg(lambda texts: texts.str.len().sum())
    chosen = set()
    for key, row in found.items():
        kind, values = _whose(reading, row)
        if kind != "place" and len(values["words"]) <= room[key[0]]:
            room[key[0]] -= len(values["words"])
            chosen.add(key)
    return chosen


def _whose(reading: Reading, row: Row) -> tuple[str, dict[str, Any]]:
    """Title, article or a speaker, as the evidence has it, and the words that are cited; else the place alone.

    If the text itself does not say whose the words are, the whole sentence is cited and nobody is named.
    """
    text = str(row["text"])
    begin = byline_end(text)
    if row["section"] == "title":
        return "title", {"words": text[begin:]}
    speech = next((v for v in _voices(reading, row) if v["use"] == "speech" and v["kind"] == row["voice"]), None)
    who = person_of(speech) if speech is not None and is_given(speech) else None
    if row["voice"] == "reporter" or speech is None or who is None:
        words = excerpt(text)
        return ("place", {}) if words is None else ("article", {"words": words})
    words = excerpt(str(speech["text"]))
    return ("place", {}) if words is None else ("speaker", {"words": words, "who": reading.called(who)})


def _best(rows: Iterable[Row], reading: Reading, used: Collection[Key]) -> Row:
    """The sentence that represents others: in the body, on one claim alone, quotable, and not one of ``used``."""
    claims = Counter(key_of(own) for own in reading.bearings)
    codes = Counter((key_of(coding), coding["stance"]) for coding in reading.coded)

    def order(row: Row) -> tuple[object, ...]:
        long = _whose(reading, row)[0] == "place"
        doubtful = claims[key_of(row)] > 1 or not absent(row["turned_by"])
        unlike = key_of(row) in used, row["section"] != "body", doubtful
        return (*unlike, long, -codes[key_of(row), row["stance"]], -len(spans_of(row)), key_of(row))

    return min(rows, key=order)


def _voices(reading: Reading, row: Row) -> list[dict[str, Any]]:
    """The voices of a sentence that hold the words coded on its claim, or all where no span is known; longest first."""
    here = [voice for voice in reading.attributed if key_of(voice) == key_of(row)]
    spans = spans_of(row)
    inside = [v for v in here if any(start < v["end"] and v["start"] < end for start, end in spans)]
    return sorted(inside if spans else here, key=lambda voice: voice["start"] - voice["end"])


def spans_of(coding: Row) -> list[tuple[int, int]]:
    """Where the matched words of a coding, or of evidence, stand."""
    spans = coding["matched_spans"]
    if not isinstance(spans, str):
        return [] if spans is None or (not isinstance(spans, Iterable) and absent(spans)) else [_pair(s) for s in spans]
    return [_pair(span) for span in spans.split()]


def _pair(span: Any) -> tuple[int, int]:
    start, end = span.split(":") if isinstance(span, str) else span
    return int(start), int(end)
