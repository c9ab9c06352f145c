import numpy as np
import pandas as pd
import pytest
import scipy  # its stats are loaded when they are asked for
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.errors import StudyError
from helpers.keywords import keyness, reference_frequencies, reference_from_articles
from helpers.keywords.keyness import log_likelihood, log_ratio
from helpers.keywords.reference import corpora, counts_in, rarest_part
from made.terms import make_terms, values_of


def make_reference(counts: dict[str, float], *, tokens: float, floor: float = 0.0, name: str = "섬") -> pd.DataFrame:
    rows = [
        {"reference": name, "term": term, "count": count, "corpus_tokens": tokens, "floor": floor}
        for term, count in counts.items()
    ]
    return tables.TERM_COUNTS.make(rows)


def test_the_reference_frequencies_are_those_that_wordfreq_gives():
    from wordfreq import get_frequency_dict  # which takes a second to load

    reference, shares = reference_frequencies("wordfreq"), get_frequency_dict("ko")
    assert dict(zip(reference["term"], reference["count"] / 1e9, strict=True)) == pytest.approx(shares, rel=1e-12)


@given(st.integers(1, 500), st.integers(0, 5000), st.integers(500, 10_000), st.integers(5000, 10**6))
def test_log_likelihood_is_the_power_divergence_of_scipy(here, there, size_here, size_there):
    total = here + there
    expected = [total * size_here / (size_here + size_there), total * size_there / (size_here + size_there)]
    g2 = scipy.stats.power_divergence([here, there], expected, lambda_="log-likelihood").statistic
    measured = log_likelihood(np.array(here), np.array(there), np.array(size_here), size_there)
    assert abs(float(measured)) == pytest.approx(g2, abs=1e-6)
    assert (measured < 0) == (here < expected[0] and g2 > 0)


def test_log_likelihood_of_two_cells_is_near_that_of_four_for_rare_terms():
    """Rayson & Garside (2000) use two cells; four (Dunning 1993, by scipy) add almost nothing for a rare term."""
    four = scipy.stats.chi2_contingency([[12, 30], [988, 99_970]], correction=False, lambda_="log-likelihood").statistic
    assert float(log_likelihood(np.array(12), np.array(30), np.array(1000), 100_000)) == pytest.approx(four, rel=0.02)


def test_log_ratio_is_one_for_twice_the_share():
    """Hardie (2014): each point of Log Ratio is a doubling."""
    assert float(log_ratio(np.array(4), np.array(20), np.array(100), 1000)) == pytest.approx(1)
    assert float(log_ratio(np.array(1), np.array(0), np.array(100), 50)) == pytest.approx(0)


def test_keyness_measures_against_each_reference_by_its_name():
    terms = make_terms("어부 어부 어부 바다", "어부 바다 배")
    both = pd.concat(
        [make_reference({"어부": 2, "바다": 90}, tokens=1000), make_reference({"배": 5}, tokens=50, name="뭍")]
    )
    table = keyness(terms, reference=both)
    tables.KEYWORDS.check(table)
    assert set(table["measure"]) == {"keyness_섬", "log_ratio_섬", "keyness_뭍", "log_ratio_뭍"}
    assert values_of(table, "log_ratio_섬")["어부"] == pytest.approx(np.log2((4 / 7) / (2 / 1000)))
    assert next(iter(values_of(table, "keyness_섬"))) == "어부"
    absent = table[(table["measure"] == "keyness_섬") & (table["term"] == "배")]
    assert absent["floored"].tolist() == [True]


def test_keyness_is_negative_for_a_term_rarer_than_in_the_reference():
    table = keyness(make_terms("어부 " * 99 + "바다"), reference=make_reference({"바다": 900}, tokens=1000))
    assert values_of(table, "keyness_섬")["바다"] < 0


def test_keyness_without_a_reference_text_has_no_rows():
    assert keyness(make_terms("어부"), reference=tables.TERM_COUNTS.empty()).empty
    assert keyness(tables.TERMS.empty(), reference=make_reference({"바다": 1}, tokens=9)).empty


def test_reference_frequencies_are_shares_of_a_thousand_million():
    table = reference_frequencies()
    tables.TERM_COUNTS.check(table)
    assert 29_000 < len(table) < 31_000
    assert 0.9 < table["count"].sum() / table["corpus_tokens"].iloc[0] < 1
    assert table["floor"].unique().tolist() == [table["count"].min()]


def test_reference_frequencies_names_a_corpus_that_is_not_there():
    with pytest.raises(StudyError, match="'brown'") as error:
        reference_frequencies("brown")
    assert "wordfreq" in error.value.remedy


def test_reference_from_articles_counts_terms_and_all_tokens():
    terms = pd.concat([make_terms("바다 배 가/particle", "넓다/adjective"), make_terms("배", article="나")])
    table = reference_from_articles(terms, name="섬")
    tables.TERM_COUNTS.check(table)
    assert dict(zip(table["term"], table["count"], strict=True)) == {"바다": 1, "배": 2}
    assert table["corpus_tokens"].unique().tolist() == [5]


def test_reference_from_no_articles_is_empty():
    table = reference_from_articles(tables.TERMS.empty(), name="섬")
    tables.TERM_COUNTS.check(table)
    assert table.empty


def test_counts_in_reads_foreign_words_in_any_case():
    counts, floored = counts_in(corpora(make_reference({"ai": 7}, tokens=1000))[0], ["AI", "VC"])
    assert counts.tolist() == [7, 0]
    assert floored.tolist() == [False, True]


LISTED = {"연구": 300.0, "조직": 200.0, "소": 900.0, "신": 800.0, "기술": 500.0, "우븐": 20.0, "시티": 30.0}


@pytest.mark.parametrize(
    ("term", "bound"),
    [
        ("연구조직", 200),
        ("연구소", 300),
        ("신기술", 500),
        ("우븐 시티", 20),
        ("연구·조직", 200),
        ("소신", 10),
        ("파도", 10),
        ("연구파도", 10),
    ],
)
def test_a_term_that_a_list_lacks_cannot_be_more_frequent_than_its_rarest_part(term, bound):
    counts, floored = counts_in(corpora(make_reference(LISTED, tokens=1e6, floor=10))[0], [term])
    assert counts.tolist() == [bound]
    assert floored.tolist() == [True]


@given(st.text("연구조직소신기술", min_size=1, max_size=12))
def test_the_bound_is_at_least_the_floor(term):
    assert rarest_part(term, LISTED, 10) >= 10


def test_a_verb_that_the_reference_does_not_list_is_bounded_by_its_stem():
    listed = {"겪": 40.0, "바": 9.0, "바다": 70.0}
    assert rarest_part("겪다", listed, 1.0) == 40.0
    assert rarest_part("부서지다", listed, 1.0) == 1.0
    (known,) = corpora(make_reference(listed, tokens=1000, floor=1.0))
    there, floored = counts_in(known, ["바다", "겪다"])
    assert there.tolist() == [70.0, 40.0]
    assert floored.tolist() == [False, True]
