"""The tables from which sections of the narrative take their sentences."""

import pandas as pd

from helpers.reporting import prose
from made.readings import reading

MADE = pd.DataFrame({"part": ["codings", "voices", "facts"], "found": 9, "corrected": 0, "added": 0, "struck": 0})


def test_doubts_stand_in_a_table_with_what_was_turned() -> None:
    rows = prose.rows_against(reading())
    assert set(rows["stance"]) <= {"qualifies", "opposes"}
    assert rows["sentence_id"].tolist() == [4, 5] and rows["codes"].map(list).tolist() == [["cost"], ["pupils"]]
    assert "article_id" not in rows and "denied_by" not in rows  # one article, and no word denies another


def test_what_is_left_of_the_support_is_what_the_sentence_says() -> None:
    read = reading()
    left = prose.what_is_left(read).set_index("without")
    assert list(left.index) == ["front", "unchecked", "both"]
    assert left["total"].eq(read.counts()["supports"]).all()
    assert left.loc["both", "n"] == len(read.measure("without", stance="supports").sentences.places)
    assert (left.loc["both", "n"] <= left["n"]).all()


def test_facts_to_look_up_are_those_that_the_sentence_names() -> None:
    read = reading()
    said, rows = str(prose.what_to_look_up(read)), prose.facts_to_look_up(read)
    assert list(rows) == list(read.facts)
    assert bool(said) == bool(len(rows)) and all(text in said for text in rows["text"])


def test_that_nobody_corrected_anything_is_said() -> None:
    assert str(prose.about_corrections(MADE)) == "규칙이 찾은 것을 사람이 고친 데는 없다."
    some = MADE.assign(struck=[0, 1, 0], added=[0, 0, 2])
    assert str(prose.about_corrections(some)) == "연구자가 고친 것은 말한 이 하나, 사실 둘이다."
