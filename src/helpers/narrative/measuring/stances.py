"""What bears on the claims: how much of each stance, in whose voice, how checkable, and what is left of the support."""

from __future__ import annotations

from collections.abc import Iterator

from helpers import tables
from helpers.narrative.measuring.measure import measure
from helpers.narrative.rows import Row
from helpers.narrative.weighing import WEIGHED, key_of, once

ALL = tables.WHOLE
FRONT = ("title", "deck", "subhead")  # what repeats the body in other places


def stances(rows: list[Row]) -> Iterator[Row]:
    """How many sentences take each stance."""
    total = len({key_of(row) for row in rows})
    for stance in WEIGHED:
        yield measure("stance", once(row for row in rows if row["stance"] == stance), total, stance=stance)


def divided(rows: list[Row]) -> Iterator[Row]:
    """How many sentences take one stance alone, and how many take several, each to another claim."""
    taken: dict[tuple[str, int], set[str]] = {}
    for row in rows:
        taken.setdefault(key_of(row), set()).add(row["stance"])
    every = once(rows)
    for stance in WEIGHED:
        own = [row for row in every if stance in taken[key_of(row)]]
        yield measure("one_stance", [row for row in own if len(taken[key_of(row)]) == 1], len(every), stance=stance)
        yield measure("several_stances", [r for r in own if len(taken[key_of(r)]) > 1], len(own), stance=stance)
    yield measure("several_stances", [row for row in every if len(taken[key_of(row)]) > 1], len(every))


def on_what(rows: list[Row]) -> Iterator[Row]:
    """In whose voice, where, how checkable and how turned the sentences of each stance, and of all, are."""
    for stance in (*WEIGHED, ALL):
        these = [row for row in rows if stance in (ALL, row["stance"])]
        own = once(these)
        if not own:
            continue
        turned = {key_of(row) for row in these if isinstance(row["turned_by"], str)}
        checked = {key_of(row) for row in these if row["checkable"]}
        yield measure("checkable", [row for row in own if key_of(row) in checked], len(own), stance=stance)
        yield measure("turned", [row for row in own if key_of(row) in turned], len(own), stance=stance)
        for voice in tables.VOICES_KINDS:
            said = [row for row in own if row["voice"] == voice]
            yield measure("voice", said, len(own), stance=stance, group=voice)
            if said:
                held = [row for row in said if key_of(row) in checked]
                yield measure("checkable", held, len(said), stance=stance, group=voice)
        for section in dict.fromkeys(row["section"] for row in own):
            there = [row for row in own if row["section"] == section]
            yield measure("section", there, len(own), stance=stance, group=section)


def without(rows: list[Row]) -> Iterator[Row]:
    """What is left of the support without each part that a doubter would not accept, and without all of them."""
    support = once(row for row in rows if row["stance"] == "supports")
    checked = {key_of(row) for row in rows if row["stance"] == "supports" and row["checkable"]}
    accepted = {
        "front": [row for row in support if row["section"] not in FRONT],
        "unchecked": [row for row in support if key_of(row) in checked],
    }
    for weakness, left in accepted.items():
        yield measure("without", left, len(support), stance="supports", group=weakness)
    kept = [row for row in support if all(row in left for left in accepted.values())]
    yield measure("without", kept, len(support), stance="supports")


def headline(claim: str, rows: list[Row]) -> Iterator[Row]:
    """What the title claims, held against the body."""
    title, body = ([row for row in rows if row["section"] == section] for section in ("title", "body"))
    for stance in WEIGHED if claim != ALL else ():
        if said := [row for row in title if row["stance"] == stance]:
            held = [row for row in body if row["stance"] == stance]
            yield measure("headline", said, len(title), stance=stance)
            yield measure("headline_in_body", held, len(body), stance=stance)
            yield measure("headline_checkable", [r for r in held if r["checkable"]], len(held), stance=stance)
