import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.errors import StudyError
from helpers.keywords import kwic
from made.terms import make_sentences, make_terms

TEXTS = ("큰 배 그물 실었다", "작은 배 항구 왔다", "섬 배")


def lines(**options):
    return kwic(make_terms(*TEXTS), make_sentences(*TEXTS), **options)


def test_kwic_shows_a_term_between_its_neighbours():
    table = lines(keywords=["배"])
    tables.KWIC.check(table)
    assert table[["left", "keyword", "right"]].to_numpy().tolist() == [
        ["큰 ", "배", " 그물 실었다"],
        ["작은 ", "배", " 항구 왔다"],
        ["섬 ", "배", ""],
    ]
    assert table["sentence_id"].tolist() == [1, 2, 3]


def test_kwic_spans_are_those_of_the_raw_text():
    raw = " ".join(TEXTS)
    assert [raw[row.start : row.end] for row in lines().itertuples()] == lines()["keyword"].tolist()


def test_kwic_sorts_by_what_follows_and_by_what_stands_before():
    assert lines(keywords=["배"], sort="right")["sentence_id"].tolist() == [3, 1, 2]
    assert lines(keywords=["배"], sort="left")["left"].tolist() == ["섬 ", "작은 ", "큰 "]


def test_kwic_cuts_long_contexts_to_the_width():
    table = lines(keywords=["배"], width=2)
    assert table["left"].tolist() == ["큰 ", "은 ", "섬 "]
    assert table["right"].tolist() == [" 그", " 항", ""]
    assert lines(keywords=["배"], width=0)["left"].tolist() == ["", "", ""]


def test_kwic_makes_runs_of_spaces_and_line_ends_single():
    table = kwic(make_terms("큰 배"), make_sentences("큰 배\n\t 와  섬"), keywords=["배"])
    assert table["right"].tolist() == [" 와 섬"]


def test_kwic_of_a_term_that_does_not_occur_is_an_empty_table():
    table = lines(keywords=["등대"])
    tables.KWIC.check(table)
    assert table.empty
    assert kwic(tables.TERMS.empty(), tables.SENTENCES.empty()).empty


def test_kwic_names_a_sorting_that_there_is_not():
    with pytest.raises(StudyError, match="'random'"):
        lines(sort="random")


@given(st.sampled_from(["position", "left", "right"]))
def test_kwic_has_the_same_lines_in_every_sorting(sort):
    assert sorted(map(tuple, lines(sort=sort).to_numpy())) == sorted(map(tuple, lines().to_numpy()))
