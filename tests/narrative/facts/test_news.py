"""Facts of 150 invented sentences of every beat, written down before the rules; see made/news.txt."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import store, tables
from helpers.narrative import find_facts
from made.news import Expected, Made, made_news

NEWS = made_news()
BEATS = {beat: [made for made in NEWS if made.beat == beat] for beat in dict.fromkeys(made.beat for made in NEWS)}
of_each_beat = pytest.mark.parametrize("beat", BEATS)
# Of these sentences the actor is known to be missed: Kiwi reads the name as an adverb, or a label as part of a list.
MISSED_ACTORS = {"5언더파", "67타", "23표", "17표", "1조2000억원"}


@pytest.fixture(scope="module")
def found() -> dict[str, pd.DataFrame]:
    """The facts of each sentence, every one an article of its own."""
    places = [
        {"article_id": f"a{i:03}", "sentence_id": 1, "start": 0, "end": len(made.text)} for i, made in enumerate(NEWS)
    ]
    rest = {"section": "body", "paragraph": 1}
    sentences = tables.SENTENCES.make(p | rest | {"text": made.text} for p, made in zip(places, NEWS, strict=True))
    published = dict.fromkeys(sentences["article_id"], "2026-01-07T05:00+09:00")
    facts = tables.FACTS.check(find_facts(sentences, published_at=published))
    return {made.text: facts[facts["article_id"] == p["article_id"]] for p, made in zip(places, NEWS, strict=True)}


def pairs(made: Made, rows: pd.DataFrame):
    """Each expected fact with the row that stands where it stands."""
    at = 0
    for expected in made.facts:
        start = made.text.index(expected.text, at)
        at = start + 1
        here = rows[(rows["start"] < start + len(expected.text)) & (start < rows["end"])]
        assert len(here) == 1, f"{expected.text}: {list(here['text'])}"
        yield expected, here.iloc[0]


def of_beat(beat: str, found: dict[str, pd.DataFrame]):
    """The pairs of all sentences of a beat."""
    for made in BEATS[beat]:
        yield from pairs(made, found[made.text])


@of_each_beat
def test_every_fact_is_found_and_none_is_made_up(beat, found):
    for made in BEATS[beat]:
        rows = found[made.text]
        assert [row["start"] for _, row in pairs(made, rows)] == list(rows["start"]), made.text


@of_each_beat
def test_facts_have_kind_number_unit_and_days(beat, found):
    for expected, row in of_beat(beat, found):
        assert row["kind"] == expected.kind, expected
        assert expected.unit in (None, row["unit"]), expected
        for wanted, name in ((expected.value, "value"), (expected.value_to, "value_to")):
            assert wanted is None or row[name] == pytest.approx(wanted), expected
        assert expected.days in (None, (row["resolved_from"], row["resolved_to"])), expected


@of_each_beat
def test_facts_have_the_words_that_bound_them_and_no_other(beat, found):
    for expected, row in of_beat(beat, found):
        assert (expected.bound or "") in store.joined(row["bound"]), expected
        assert expected.bound or not row["bound"], expected
        assert not row["bound"] or row["bound"][0] in row["note"], expected


@of_each_beat
def test_what_nobody_can_look_up_is_not_called_checkable(beat, found):
    for expected, row in of_beat(beat, found):
        if expected.loose or _tells(expected):
            assert row["checkable"] != expected.loose, expected.text


def _tells(expected: Expected) -> bool:
    return expected.days is not None or expected.kind in ("amount", "count", "period")


@of_each_beat
def test_facts_are_about_the_subject_of_their_clause(beat, found):
    for expected, row in of_beat(beat, found):
        if expected.actor and expected.text not in MISSED_ACTORS:
            assert isinstance(row["actor"], str), expected
            assert expected.actor in row["actor"], expected
