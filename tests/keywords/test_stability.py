import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.keywords import (
    analyzer_agreement,
    count_terms,
    frequency,
    keywords,
    of_study,
    rbo,
    rbo_matrix,
    reference_frequencies,
    stability,
    term_stability,
)
from helpers.keywords.stability import POS_FILTERS
from made.terms import HARBOUR, make_terms, make_tokens

LISTS = st.lists(st.sampled_from("가나다라마바사아자차"), min_size=1, max_size=10, unique=True)


def two_analyzers() -> pd.DataFrame:
    """One analyzer reads 바다 + 가, the other 바다가."""
    seen = [sentence.replace("바다", "바다가") for sentence in HARBOUR]
    foreign = "AI/foreign AI/foreign"
    return pd.concat([make_tokens(*HARBOUR, foreign), make_tokens(*seen, foreign, analyzer="okt")])


def test_stability_has_a_list_for_every_variant():
    table = stability(
        two_analyzers(),
        stopwords={"none": (), "sea": ("항구",)},
        reference=reference_frequencies(),
        top_n=3,
    )
    tables.STABILITY.check(table)
    assert table["variant"].nunique() == 2 * 2 * 3 * 3
    assert table.groupby("variant")["rank"].apply(list).map(lambda ranks: ranks == [1, 2, 3]).all()
    assert "항구" not in set(table.loc[table["stopwords"] == "sea", "term"])


def test_stability_lists_what_the_same_options_list_directly():
    table = stability(two_analyzers(), analyzers=["okt"], pos={"nouns": ["noun"]}, top_n=2, min_length=1)
    frequent = table[table["measure"] == "frequency"]
    assert frequent[["term", "value"]].to_numpy().tolist() == [["어부", 5.0], ["그물", 4.0]]


@pytest.mark.long
@pytest.mark.parametrize("stopwords", [(), ("바다가", "AI")])
def test_stability_lists_the_terms_that_keywords_ranks_under_the_same_options(stopwords):
    """The short way, from coded tokens, and the long way, through tables of terms, are one."""
    tokens, reference = two_analyzers(), reference_frequencies()
    lists = stability(tokens, stopwords={"own": stopwords}, reference=reference, top_n=4, min_length=1)
    for (analyzer, kept, measure), found in lists.groupby(["analyzer", "pos", "measure"]):
        terms = count_terms(tokens, analyzer=analyzer, pos=POS_FILTERS[kept], stopwords=stopwords, min_length=1)
        ranked = keywords(terms, reference=reference, draws=0)
        ranked = ranked[(ranked["measure"] == measure) & (ranked["rank"] <= 4)]
        assert found["term"].tolist() == ranked["term"].tolist()
        assert found["value"].tolist() == ranked["value"].tolist()


def test_stability_of_several_articles_reads_them_as_one_text():
    tokens = pd.concat([make_tokens(*HARBOUR), make_tokens(*HARBOUR, article="나")])
    assert stability(tokens)["article_id"].unique().tolist() == ["*"]


def test_stability_of_nothing_is_an_empty_table():
    table = stability(tables.TOKENS.empty())
    tables.STABILITY.check(table)
    assert table.empty
    assert rbo_matrix(table).empty
    shares = term_stability(table)
    tables.TERM_STABILITY.check(shares)
    assert shares.empty


def test_term_stability_names_the_choice_that_a_term_hangs_on():
    shares = term_stability(stability(two_analyzers(), top_n=20)).set_index("term")
    tables.TERM_STABILITY.check(shares.reset_index()[list(tables.TERM_STABILITY.columns)])
    assert shares.loc["어부", "share"] == 1
    assert shares.loc["어부", "hangs_on"] == []
    assert shares.loc["바다가", "hangs_on"] == [{"dimension": "analyzer", "value": "okt"}]
    assert shares.loc["바다가", "share"] == 0.5
    assert shares.loc["AI", "never_with"] == [{"dimension": "pos", "value": "nouns"}]
    assert shares.loc["AI", "n"] == 8


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("abcdefg", "zcavwxy", 0.28821728571428573),
        ("abcde", "bac", 0.9),
        (["일본", "로봇", "투자", "인재"], ["일본", "인재", "기술", "투자", "공장", "로봇"], 0.81716499999999995),
    ],
)
def test_rbo_is_that_of_the_package(a, b, expected):
    """rbo 0.1.3: RankingSimilarity(a, b).rbo_ext(p=0.9)."""
    assert rbo(list(a), list(b)) == pytest.approx(expected)


@given(LISTS, LISTS)
def test_rbo_is_symmetric_and_between_zero_and_one(a, b):
    assert rbo(a, b) == pytest.approx(rbo(b, a))
    assert -1e-9 <= rbo(a, b) <= 1 + 1e-9


@given(LISTS)
def test_rbo_of_a_list_with_itself_is_one(a):
    assert rbo(a, a) == pytest.approx(1)


@given(st.permutations("가나다라마"), st.permutations("가나다라마"))
def test_rbo_of_lists_of_one_length_is_the_sum_of_the_paper(a, b):
    """Webber et al. (2010), equation 30, summed by hand."""
    p, depth = 0.9, len(a)
    agreements = [len(set(a[:d]) & set(b[:d])) / d for d in range(1, depth + 1)]
    total = (1 - p) / p * sum(agreement * p**d for d, agreement in enumerate(agreements, 1))
    assert rbo(a, b) == pytest.approx(total + agreements[-1] * p**depth)


def test_rbo_of_an_empty_list_is_missing():
    assert np.isnan(rbo([], ["바다"]))


def test_rbo_matrix_compares_all_variants():
    matrix = rbo_matrix(stability(two_analyzers(), pos={"nouns": ["noun"]}))
    assert matrix.index.tolist() == matrix.columns.tolist()
    np.testing.assert_allclose(np.diag(matrix), 1)
    np.testing.assert_allclose(matrix, matrix.T)
    assert matrix.to_numpy().min() < 1


def test_analyzer_agreement_is_the_mean_over_the_other_choices():
    lists = stability(two_analyzers(), pos={"nouns": ["noun"]})
    agreement = analyzer_agreement(lists)
    measured = [
        rbo(*(rows.loc[rows["analyzer"] == name, "term"].tolist() for name in ("kiwi", "okt")))
        for _, rows in lists.groupby("measure")
    ]
    assert agreement.index.tolist() == agreement.columns.tolist() == ["kiwi", "okt"]
    assert agreement.loc["kiwi", "okt"] == pytest.approx(np.mean(measured))
    assert analyzer_agreement(tables.STABILITY.empty()).empty


def test_of_study_takes_all_articles_together_where_there_are_several():
    one = frequency(make_terms(*HARBOUR))
    assert of_study(one).equals(one)
    several = frequency(pd.concat([make_terms("바다"), make_terms("배", article="나")]))
    together = of_study(several, measure="document_frequency")
    assert together[["article_id", "term"]].to_numpy().tolist() == [["*", "바다"], ["*", "배"]]
