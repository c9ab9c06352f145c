"""Frequency, TF-IDF, TextRank, and the intervals and ranks of every measure."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
import scipy
from hypothesis import given
from hypothesis import strategies as st
from nltk.text import TextCollection

from helpers import tables
from helpers.keywords import bands, frequency, keywords, reference_frequencies, textrank, tf_idf
from helpers.keywords.counts import Sample, counts_of, resamples
from helpers.keywords.scoring import shared_ranks
from helpers.keywords.textrank import textrank_measures
from made.examples import examples
from made.terms import HARBOUR, make_terms, values_of

REFERENCE = reference_frequencies("wordfreq")


def networkx_pagerank(sentences, *, window):
    graph = nx.Graph()
    for sentence in sentences:
        words = sentence.split()
        graph.add_nodes_from(words)
        for place, word in enumerate(words):
            for other in words[place + 1 : place + 1 + window]:
                if other != word:
                    weight = graph.get_edge_data(word, other, {"weight": 0})["weight"]
                    graph.add_edge(word, other, weight=weight + 1)
    return nx.pagerank(graph, alpha=0.85, weight="weight", tol=1e-6)


def test_frequency_counts_occurrences_sentences_and_articles():
    terms = pd.concat([make_terms("바다 배 배", "바다"), make_terms("배 항구", article="나")])
    table = frequency(terms)
    tables.KEYWORDS.check(table)
    assert values_of(table, "frequency") == {"바다": 2, "배": 2}
    assert values_of(table, "sentence_frequency") == {"바다": 2, "배": 1}
    assert values_of(table, "document_frequency", "*") == {"배": 2, "바다": 1, "항구": 1}


def test_ranks_go_by_value_and_ties_by_term():
    table = frequency(make_terms("항구 배 바다 배"))
    ranked = table[table["measure"] == "frequency"]
    assert ranked["term"].tolist() == ["배", "바다", "항구"]
    assert ranked["rank"].tolist() == [1, 2, 3]


def test_tf_idf_is_that_of_nltk():
    articles = {"가": ["배", "배", "바다", "항구"], "나": ["바다", "등대"], "다": ["등대", "배"]}
    terms = pd.concat([make_terms(" ".join(words), article=name) for name, words in articles.items()])
    collection = TextCollection(list(articles.values()))
    for name, words in articles.items():
        measured = values_of(tf_idf(terms), "tf_idf", name)
        assert measured == pytest.approx({word: collection.tf_idf(word, words) for word in set(words)})


def test_tf_idf_of_one_article_has_no_rows():
    assert tf_idf(make_terms(*HARBOUR)).empty


@pytest.mark.parametrize("window", [1, 3])
def test_textrank_is_the_pagerank_of_networkx(window):
    measured = values_of(textrank(make_terms(*HARBOUR, "섬"), window=window), "textrank")
    assert measured == pytest.approx(networkx_pagerank([*HARBOUR, "섬"], window=window), abs=1e-5)


def test_textrank_of_a_resampled_text_is_the_pagerank_of_that_text():
    counts = counts_of(make_terms(*HARBOUR))
    weights = next(resamples(np.arange(len(HARBOUR)), draws=5, seed=1, width=1))
    drawn = textrank_measures(counts, window=3)[0].values(Sample(counts, weights))
    for draw, values in zip(weights.astype(int), drawn, strict=True):
        text = [sentence for sentence, times in zip(HARBOUR, draw, strict=True) for _ in range(times)]
        expected = networkx_pagerank(text, window=3)
        measured = {term: value for term, value in zip(counts.terms, values, strict=True) if value > 0}
        assert measured == pytest.approx(expected, abs=1e-5)


def test_resampled_frequencies_are_those_of_the_text_written_out():
    counts = counts_of(make_terms(*HARBOUR))
    weights = next(resamples(np.arange(len(HARBOUR)), draws=3, seed=1, width=1))
    for draw, found in zip(weights.astype(int), Sample(counts, weights).occurrences, strict=True):
        words = " ".join(sentence for sentence, n in zip(HARBOUR, draw, strict=True) for _ in range(n)).split()
        assert found.tolist() == [words.count(term) for term in counts.terms]


def test_resampling_draws_as_many_sentences_as_there_are_whatever_the_piece():
    whole = np.concatenate(list(resamples(np.arange(7), draws=20, seed=3, width=1)))
    pieces = list(resamples(np.arange(7), draws=20, seed=3, width=400_000))
    assert (whole.sum(axis=1) == 7).all()
    assert len(pieces) == 10
    np.testing.assert_array_equal(np.concatenate(pieces), whole)


def test_five_articles_are_resampled_whole_and_four_by_sentence():
    articles = [make_terms("바다 배", "섬", article=name) for name in "가나다라마"]
    whole = counts_of(pd.concat(articles))
    weights = next(resamples(whole.unit, draws=50, seed=0, width=1))
    assert (weights[:, 0::2] == weights[:, 1::2]).all()
    assert (weights.sum(axis=1) == 10).all()
    assert counts_of(pd.concat(articles[:4])).units == 8


def test_bootstrap_error_of_a_frequency_is_the_textbook_one():
    """The bootstrap variance of a sum over n sentences is n times their population variance (Efron 1979)."""
    counts = counts_of(make_terms(*HARBOUR))
    weights = np.concatenate(list(resamples(np.arange(len(HARBOUR)), draws=20_000, seed=0, width=1)))
    drawn = Sample(counts, weights).occurrences
    expected = len(HARBOUR) * counts.by_sentence.toarray().var(axis=0)
    np.testing.assert_allclose(drawn.var(axis=0), expected, rtol=0.05)


def test_keywords_hold_every_measure_with_its_interval():
    table = keywords(make_terms(*HARBOUR), reference=REFERENCE, draws=200, seed=1)
    tables.KEYWORDS.check(table)
    assert set(table["measure"]) == {
        "frequency", "sentence_frequency", "keyness_wordfreq", "log_ratio_wordfreq", "textrank",
    }  # fmt: skip
    measured = table.dropna(subset=["ci_low", "ci_high"])
    assert (measured["ci_low"] <= measured["value"]).all()
    assert (measured["value"] <= measured["ci_high"]).all()
    assert (table["rank_low"] <= table["rank"]).all()
    assert (table["rank"] <= table["rank_high"]).all()


def test_keywords_are_the_same_again_with_the_same_seed_and_differ_with_another():
    terms = make_terms(*HARBOUR)
    first, again = (keywords(terms, draws=50, seed=4) for _ in range(2))
    pd.testing.assert_frame_equal(first, again)
    assert not first.equals(keywords(terms, draws=50, seed=5))


def test_keywords_of_several_articles_are_measured_together_and_each():
    terms = pd.concat([make_terms(*HARBOUR), make_terms(*HARBOUR[:5], "섬 섬", article="나")])
    table = keywords(terms, draws=20, seed=0)
    assert table["article_id"].unique().tolist() == ["*", "가", "나"]
    assert values_of(table, "tf_idf", "나")["섬"] > 0
    assert keywords(terms, draws=20, seed=0, each=False)["article_id"].unique().tolist() == ["*"]


def test_five_sentences_have_intervals_and_four_have_none():
    assert keywords(make_terms(*HARBOUR[:5]), draws=50)["ci_low"].notna().all()
    assert keywords(make_terms(*HARBOUR[:4]), draws=50)["ci_low"].isna().all()


def test_keywords_of_one_sentence_count_without_intervals():
    table = keywords(make_terms("바다 배 바다"), reference=REFERENCE, draws=50)
    tables.KEYWORDS.check(table)
    assert values_of(table, "frequency") == {"바다": 2, "배": 1}
    assert table[["ci_low", "ci_high", "rank_low", "rank_high"]].isna().all(axis=None)


@pytest.mark.parametrize("sentences", [(), ("넓다/adjective 다/ending", "가다/verb")])
def test_keywords_of_no_noun_are_an_empty_table(sentences):
    table = keywords(make_terms(*sentences), reference=REFERENCE, draws=50)
    tables.KEYWORDS.check(table)
    assert table.empty


@examples(15)
@given(st.permutations(HARBOUR))
def test_values_do_not_depend_on_the_order_of_sentences(sentences):
    measured = keywords(make_terms(*sentences), reference=REFERENCE, draws=0)
    usual = keywords(make_terms(*HARBOUR), reference=REFERENCE, draws=0)
    for measure in usual["measure"].unique():
        assert values_of(measured, measure) == pytest.approx(values_of(usual, measure))


def ranking(*intervals):
    rows = [
        {
            "article_id": "가", "analyzer": "kiwi", "measure": "frequency", "term": f"낱말{rank}", "value": (low + high) / 2,
            "ci_low": low, "ci_high": high, "rank": rank, "rank_low": None, "rank_high": None, "n": 1, "floored": False,
        }
        for rank, (low, high) in enumerate(intervals, 1)
    ]  # fmt: skip
    return tables.KEYWORDS.make(rows)


def test_parted_says_where_intervals_part():
    table = bands(ranking((8, 10), (7, 9), (4, 6), (1, 5), (0, 3)))
    tables.BANDS.check(table)
    assert table["apart"].tolist()[:4] == [False, True, False, False]
    assert pd.isna(table["apart"].iloc[4])
    assert table["above_from"].tolist()[:3] == [3, 3, 5]
    assert table["above_from"].isna().tolist() == [False, False, False, True, True]
    assert table["band"].tolist() == [1, 1, 2, 2, 2]


def test_parted_holds_back_where_a_lower_term_reaches_up():
    table = bands(ranking((8, 9), (5, 6), (1, 12)))
    assert table["apart"].tolist()[:2] == [True, False]
    assert table["band"].tolist() == [1, 1, 1]
    assert table["above_from"].isna().all()


def test_parted_without_intervals_says_nothing():
    table = bands(keywords(make_terms("바다 배"), draws=0))
    tables.BANDS.check(table)
    assert table[["apart", "above_from", "band"]].isna().all(axis=None)
    assert bands(tables.KEYWORDS.empty()).empty


@given(st.lists(st.lists(st.integers(-2, 2), min_size=4, max_size=4), min_size=1, max_size=5))
def test_shared_ranks_are_those_of_scipy(rows):
    values = np.array(rows, dtype=float)
    first, last = shared_ranks(values)
    np.testing.assert_array_equal(first, scipy.stats.rankdata(-values, method="min", axis=1))
    np.testing.assert_array_equal(last, scipy.stats.rankdata(-values, method="max", axis=1))


def test_shared_ranks_order_infinities_and_leave_a_row_with_a_missing_value_out():
    first, last = shared_ranks(np.array([[1.0, -np.inf, -np.inf], [np.nan, 1.0, 2.0]]))
    assert first[0].tolist() == [1, 2, 2]
    assert last[0].tolist() == [1, 3, 3]
    assert np.isnan([first[1], last[1]]).all()
