"""What is found in sentences, and how much of it a person decided otherwise."""

from dataclasses import replace

import pandas as pd

from helpers import narrative, tables
from helpers.narrative.found import Found, corrections_made
from made.readings import reading


def _found() -> Found:
    read = reading()
    return Found(codings=read.codings, voices=read.voices, facts=read.facts)


def test_nothing_corrected_is_counted_as_nothing() -> None:
    found = _found()
    made = corrections_made(found, found)
    assert list(made) == ["part", "found", "corrected", "added", "struck"]
    assert made["found"].tolist() == [len(found.codings), len(found.voices), len(found.facts)]
    assert not made[["corrected", "added", "struck"]].to_numpy().any()


def test_rows_that_a_person_corrected_added_and_struck_are_told_apart() -> None:
    found = _found()
    first = found.voices.head(1).assign(corrected=True)
    added = first.assign(start=first["start"] + 1)
    kept = replace(found, voices=pd.concat([first, added]), facts=found.facts.iloc[1:])
    made = corrections_made(found, kept).set_index("part")
    assert made.loc["voices", ["corrected", "added", "struck"]].tolist() == [1, 1, len(found.voices) - 1]
    assert made.loc["facts", ["corrected", "added", "struck"]].tolist() == [0, 0, 1]


def test_empty_tables_have_nothing_to_correct() -> None:
    nothing = narrative.Found(codings=tables.CODINGS.empty(), voices=tables.VOICES.empty(), facts=tables.FACTS.empty())
    assert corrections_made(nothing, nothing)["found"].tolist() == [0, 0, 0]
