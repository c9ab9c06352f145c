import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.errors import StudyError
from helpers.keywords import dispersion, positions
from made.examples import examples
from made.terms import HARBOUR, make_sentences, make_terms

GRIES = (
    "b a m n i b e u p",
    "b a s a t b e w q n",
    "b c a g a b e s t a",
    "b a g h a b e a a t",
    "b a h a a b e a x a t",
)


def dp(table: pd.DataFrame, column: str = "dp") -> dict[str, float]:
    return dict(zip(table["term"], table[column], strict=True))


def test_dispersion_is_that_of_the_worked_example():
    """Gries (2008), section 3: DP of "a" in five parts of 9, 10, 10, 10 and 11 letters is .18."""
    table = dispersion(make_terms(*GRIES))
    tables.DISPERSION.check(table)
    assert dp(table)["a"] == pytest.approx(0.18)
    assert table.set_index("term").loc["a", ["n", "parts", "parts_with"]].tolist() == [15, 5, 5]


def test_dispersion_norm_is_one_for_a_term_of_the_smallest_part_alone():
    """Lijffijt & Gries (2012)."""
    table = dispersion(make_terms("섬 섬", "바다 배 항구", "바다 배 항구 등대"))
    assert dp(table, "dp_norm")["섬"] == pytest.approx(1)
    assert dp(table)["섬"] == pytest.approx(1 - 2 / 9)


def test_dispersion_counts_paragraphs_by_their_tokens():
    sentences = make_sentences("바다 배", "바다 섬", "섬 항구 등대 밭", paragraphs=(1, 1, 2))
    table = dispersion(make_terms("바다 배", "바다 섬", "섬 항구 등대 밭"), parts="paragraph", sentences=sentences)
    assert dp(table)["바다"] == pytest.approx(0.5)
    assert dp(table)["섬"] == pytest.approx(0)
    assert table["parts"].unique().tolist() == [2]


def test_dispersion_over_articles_is_that_of_all_together():
    terms = pd.concat([make_terms("바다 배"), make_terms("바다 섬", article="나")])
    table = dispersion(terms, parts="article")
    together = table[table["article_id"] == "*"]
    assert dp(together) == pytest.approx({"바다": 0, "배": 0.5, "섬": 0.5})


def test_dispersion_of_one_sentence_is_missing():
    table = dispersion(make_terms("바다 배"))
    assert table[["dp", "dp_norm"]].isna().all(axis=None)


@examples(20)
@given(st.permutations(HARBOUR))
def test_dispersion_does_not_depend_on_the_order_of_parts(sentences):
    assert dp(dispersion(make_terms(*sentences))) == pytest.approx(dp(dispersion(make_terms(*HARBOUR))))


@given(st.lists(st.lists(st.sampled_from(["바다", "배", "섬"]), min_size=1, max_size=5), min_size=2, max_size=6))
@examples(25)
def test_dispersion_lies_between_zero_and_one(sentences):
    table = dispersion(make_terms(*(" ".join(sentence) for sentence in sentences)))
    assert table["dp_norm"].between(0, 1 + 1e-9).all()


def test_dispersion_of_nothing_is_an_empty_table():
    table = dispersion(tables.TERMS.empty())
    tables.DISPERSION.check(table)
    assert table.empty


def test_dispersion_names_parts_that_there_are_not():
    with pytest.raises(StudyError, match="'page'"):
        dispersion(make_terms("바다"), parts="page")
    with pytest.raises(StudyError, match="sentences"):
        dispersion(make_terms("바다"), parts="paragraph")


def test_positions_are_shares_of_the_sentences_characters():
    sentences = make_sentences("바다 배", "섬 항구")
    table = positions(make_terms("바다 배", "섬 항구"), sentences=sentences)
    tables.POSITIONS.check(table)
    assert dict(zip(table["term"], table["share"], strict=True)) == pytest.approx(
        {"바다": 0, "배": 3 / 8, "섬": 4 / 8, "항구": 6 / 8}
    )


def test_positions_of_nothing_are_an_empty_table():
    table = positions(tables.TERMS.empty(), sentences=tables.SENTENCES.empty())
    tables.POSITIONS.check(table)
    assert table.empty
