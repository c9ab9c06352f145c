"""Words of the dictionary made whole, and what that changed."""

from __future__ import annotations

import pytest

from helpers import tables
from helpers.tokenizing import Word, changed_by_dictionary
from helpers.tokenizing.readings import Reading
from helpers.tokenizing.rejoin import rejoin

WORDS = (Word("달빛 서점", "NNP"), Word("서점", "NNG"), Word("되살림", "NNG"))


def reading(start: int, end: int, pos: str = "noun") -> Reading:
    return Reading(start, end, "", "NNG", pos)


def whole(text: str, *readings: Reading, analyzer: str = "okt") -> list[str]:
    made = rejoin(readings, text, analyzer=analyzer, dictionary=WORDS)
    return [text[r.start : r.end] for r in made if r.from_dictionary]


def test_rejoin_makes_the_longest_word_one_reading():
    assert whole("달빛 서점은", reading(0, 2), reading(3, 5), reading(5, 6, "particle")) == ["달빛 서점"]


def test_rejoin_takes_any_space_within_a_word():
    assert whole("달빛  서점", reading(0, 2), reading(4, 6)) == ["달빛  서점"]


def test_rejoin_knows_a_word_without_its_spaces_under_its_name():
    made = rejoin([reading(0, 4), reading(4, 5)], "달빛서점은", analyzer="okt", dictionary=WORDS)
    assert made[0] == Reading(0, 4, "달빛 서점", "Noun", "noun", True)
    both = (*WORDS, Word("달빛서점", "NNP"))
    made = rejoin([reading(0, 4), reading(4, 5)], "달빛서점은", analyzer="okt", dictionary=both)
    assert made[0].lemma == "달빛서점"


def test_rejoin_leaves_a_longer_word_alone():
    assert whole("큰서점가", reading(0, 4)) == []
    assert whole("서점가", reading(0, 3, "verb")) == ["서점"]
    assert whole("서점거리", reading(0, 4)) == []


def test_rejoin_sets_particles_apart_that_were_drawn_in():
    made = rejoin([reading(0, 2), reading(2, 4)], "되살림은", analyzer="hannanum", dictionary=WORDS)
    assert [(r.start, r.end, r.tag, r.pos, r.from_dictionary) for r in made] == [
        (0, 3, "NC", "noun", True),
        (3, 4, "JX", "particle", False),
    ]


def test_rejoin_sets_marks_and_brackets_apart_that_were_drawn_in():
    text = "‘달빛 서점(書店)’"
    made = rejoin([reading(0, 3), reading(4, 11)], text, analyzer="komoran", dictionary=WORDS)
    assert [(text[r.start : r.end], r.pos) for r in made] == [
        ("‘", "symbol"),
        ("달빛 서점", "noun"),
        ("(書店)’", "noun"),
    ]


@pytest.mark.parametrize(("analyzer", "tag"), [("okt", "Noun"), ("hannanum", "NQ"), ("kkma", "NNP"), ("kiwi", "NNP")])
def test_rejoin_tags_a_word_as_the_analyzer_would(analyzer: str, tag: str):
    made = rejoin([reading(0, 2), reading(3, 5)], "달빛 서점", analyzer=analyzer, dictionary=WORDS)
    assert made == [Reading(0, 5, "달빛 서점", tag, "noun", True)]


def test_rejoin_without_a_dictionary_changes_nothing():
    assert rejoin([reading(0, 2)], "서점", analyzer="okt", dictionary=()) == [reading(0, 2)]


def token(start: int, surface: str, *, made: bool, analyzer: str = "okt") -> dict[str, object]:
    place = {"article_id": "a", "sentence_id": 1, "start": start, "end": start + len(surface)}
    rest = {"surface": surface, "lemma": surface, "tag": "Noun", "pos": "noun", "from_dictionary": made}
    return {**place, "analyzer": analyzer, "unit": "morpheme", **rest}


def test_changed_by_dictionary_counts_how_each_word_was_read_before():
    without = tables.TOKENS.make(
        [token(0, "되", made=False), token(1, "살림", made=False), token(4, "서점", made=False)]
    )
    tokens = tables.TOKENS.make([token(0, "되살림", made=True), token(4, "서점", made=True)])
    changed = changed_by_dictionary(tokens, without=without)
    assert changed.to_dict("records") == [{"analyzer": "okt", "form": "되살림", "before": "되 + 살림", "n": 1}]


def test_changed_by_dictionary_of_nothing_has_no_rows():
    changed = changed_by_dictionary(tables.TOKENS.empty(), without=tables.TOKENS.empty())
    assert changed.empty
    assert list(changed.columns) == ["analyzer", "form", "before", "n"]
