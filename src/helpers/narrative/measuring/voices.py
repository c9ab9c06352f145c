"""Who speaks: quotations and reported words, persons, how sure the speakers are."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from helpers import tables
from helpers.lexicons import words
from helpers.narrative.measuring.measure import measure, parts
from helpers.narrative.measuring.stances import FRONT
from helpers.narrative.rows import Row, rows_of
from helpers.narrative.weighing import key_of

_ASKED = re.compile(r"\d\s?(?:[%％]|퍼센트)")  # 응답자의 71%는 ‘좋다’고 답했다
CERTAINTIES = ("stated", "inferred", "guessed")


def of_voices(voices: pd.DataFrame, sentences: pd.DataFrame) -> Iterator[Row]:
    """All measures of tables.VOICES, which stand in ``sentences``."""
    rows = rows_of(voices[voices["use"].isin(tables.GIVEN)])
    for name, use in (("quotations", "speech"), ("paraphrases", "paraphrase")):
        yield from parts(name, [row for row in rows if row["use"] == use], "kind", tables.VOICES_KINDS)
    sourced = [row for row in rows if isinstance(row["speaker"], str)]
    yield from parts("voice_certainty", sourced, "certainty", CERTAINTIES)
    yield from _persons(sourced, sum(_words([row]) for row in rows))
    beside = {key_of(row) for row in rows_of(sentences[sentences["section"].isin((*FRONT, "caption"))])}
    yield from _speakers([row for row in rows if key_of(row) not in beside])
    nobodys = [row for row in rows if somebody(row) is None and row["kind"] != "reporter"]
    if nobodys:
        yield measure("nobody", nobodys, len({key_of(row) for row in rows}), n=len({key_of(r) for r in nobodys}))


def _persons(sourced: list[Row], total_words: int) -> Iterator[Row]:
    persons: dict[str, list[Row]] = {}
    for row in sourced:
        persons.setdefault(person_of(row), []).append(row)
    for kind in ("named", "unnamed"):
        alike = [rows for rows in persons.values() if kind == _kind(rows)]
        if alike:
            yield measure("persons", [row for rows in alike for row in rows], len(persons), group=kind, n=len(alike))
    sizes = {name: _words(rows) for name, rows in persons.items()}
    for name in sorted(sizes, key=lambda name: -sizes[name]):
        if sizes[name]:
            yield measure("words", persons[name], total_words, group=name, n=sizes[name])


def _speakers(rows: list[Row]) -> Iterator[Row]:
    """Those to whom the body gives words between marks, who speaks most first; a share of those asked is no speaker."""
    sure = [row for row in rows if _is_given(row) and somebody(row) and not _ASKED.search(str(somebody(row)))]
    spoken = [row for row in sure if row["use"] == "speech"]
    places: dict[str, list[Row]] = {}
    for row in spoken:
        places.setdefault(str(somebody(row)), []).append(row)
    total = len({key_of(row) for row in spoken})
    sizes = {name: len({key_of(row) for row in own}) for name, own in places.items()}
    for name in sorted(places, key=lambda name: (-sizes[name], -len(places[name]), -_words(places[name]))):
        yield measure("speaker", places[name], total, group=name, n=sizes[name])
    named = {somebody(row) for row in sure if row["kind"] == "named"}
    for kind, names in (("named", places.keys() & named), ("unnamed", places.keys() - named)):
        if names:
            own = [row for row in spoken if somebody(row) in names]
            yield measure("speakers", own, len(places), group=kind, n=len(names))


def _is_given(voice: Row) -> bool:
    """Does the text say whose words these are, or go on with whoever spoke: (그는) 덧붙였다."""
    return voice["certainty"] == "stated" or (voice["certainty"] == "inferred" and isinstance(voice["verb"], str))


def person_of(voice: Row) -> str:
    """The one name of the person who speaks; as written, where the table has none."""
    person = voice.get("person")
    return person if isinstance(person, str) else str(voice["speaker"])


def somebody(voice: Row) -> str | None:
    """Who speaks, by the one name for all mentions where there is one; None of nobody, and of a mere pronoun."""
    names = [name for column in ("person", "speaker") if isinstance(name := voice.get(column), str)]
    return next((name for name in names if name not in words("pronouns", "pointing")), None)


def _kind(rows: list[Row]) -> str:
    return "named" if any(row["kind"] == "named" for row in rows) else "unnamed"


def _words(rows: list[Row]) -> int:
    return sum(len(str(row["text"]).split()) for row in rows if row["use"] == "speech")
