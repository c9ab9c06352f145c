import math

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.keywords import collocations, network
from helpers.keywords.collocations import MEASURES, associations
from made.terms import HARBOUR, make_terms


def value(table: pd.DataFrame, a: str, b: str, measure: str) -> float:
    rows = table[(table["term_a"] == a) & (table["term_b"] == b) & (table["measure"] == measure)]
    return float(rows["value"].iloc[0])


@given(st.integers(1, 40), st.integers(0, 60), st.integers(0, 60), st.integers(1, 500))
def test_associations_are_those_of_nltk(together, rest_a, rest_b, elsewhere):
    from nltk.metrics.association import BigramAssocMeasures

    first, second, total = together + rest_a, together + rest_b, together + rest_a + rest_b + elsewhere
    measured = associations(np.array(together), np.array(first), np.array(second), total)
    marginals = (together, (first, second), total)
    assert float(measured["pmi"]) == pytest.approx(BigramAssocMeasures.pmi(*marginals))
    assert float(measured["t_score"]) == pytest.approx(BigramAssocMeasures.student_t(*marginals), abs=1e-9)
    g2 = BigramAssocMeasures.likelihood_ratio(*marginals)
    assert abs(float(measured["log_likelihood"])) == pytest.approx(g2, abs=1e-6)
    dice = BigramAssocMeasures.dice(*marginals)
    assert float(measured["log_dice"]) == pytest.approx(14 + math.log2(dice))


def test_npmi_is_one_for_terms_that_only_stand_together():
    """Bouma (2009): 1 for complete co-occurrence, 0 for independence."""
    assert float(associations(np.array(5), np.array(5), np.array(5), 50)["npmi"]) == pytest.approx(1)
    assert float(associations(np.array(2), np.array(10), np.array(10), 50)["npmi"]) == pytest.approx(0)


def test_npmi_is_missing_where_every_observation_is_the_pair():
    assert np.isnan(associations(np.array(5), np.array(5), np.array(5), 5)["npmi"])


def test_log_dice_is_fourteen_at_most():
    """Rychly (2008): the theoretical maximum is 14, when all occurrences are together."""
    assert float(associations(np.array(7), np.array(7), np.array(7), 50)["log_dice"]) == pytest.approx(14)


def test_collocations_in_a_window_count_pairs_of_near_terms():
    table = collocations(make_terms("바다 배 항구 바다", "바다 배"), window=1, min_count=1)
    tables.COLLOCATIONS.check(table)
    pairs = table[table["measure"] == "pmi"].set_index(["term_a", "term_b"])
    assert pairs["n"].to_dict() == {("바다", "배"): 2, ("바다", "항구"): 1, ("배", "항구"): 1}
    assert pairs.loc[("바다", "배"), ["n_a", "n_b"]].tolist() == [3, 3]
    assert value(table, "바다", "배", "pmi") == pytest.approx(math.log2((2 / 8) / (3 / 8 * 3 / 8)))


def test_collocations_without_a_window_count_sentences():
    table = collocations(make_terms("바다 배 배", "배 바다", "배 항구", "섬"), window=None, min_count=1)
    pairs = table[table["measure"] == "npmi"].set_index(["term_a", "term_b"])
    assert pairs["n"].to_dict() == {("바다", "배"): 2, ("배", "항구"): 1}
    assert pairs.loc[("바다", "배"), ["n_a", "n_b"]].tolist() == [2, 3]
    assert value(table, "바다", "배", "pmi") == pytest.approx(math.log2(2 * 4 / (2 * 3)))


def test_collocations_never_cross_a_sentence():
    assert collocations(make_terms("바다", "배", "바다", "배"), window=4, min_count=1).empty


def test_collocations_leave_rare_pairs_out():
    table = collocations(make_terms("바다 배", "바다 배", "배 항구"), window=4, min_count=2)
    assert table["n"].min() == 2


def test_a_word_that_one_sentence_repeats_keeps_no_company_by_that_alone():
    sentences = ("배 바다 배 항구 배", "바다 항구", "바다 섬 항구")
    table = collocations(make_terms(*sentences), window=4, min_count=2)
    assert set(zip(table["term_a"], table["term_b"], strict=True)) == {("바다", "항구")}
    every = collocations(make_terms(*sentences), window=4, min_count=1).set_index(["term_a", "term_b"])
    assert every.loc[("바다", "배"), ["n", "sentences"]].drop_duplicates().to_numpy().tolist() == [[3, 1]]


def test_collocations_have_every_measure_by_value():
    table = collocations(make_terms(*HARBOUR), min_count=1)
    assert table["measure"].drop_duplicates().tolist() == list(MEASURES)
    for _, rows in table.groupby("measure"):
        assert rows["value"].is_monotonic_decreasing


@pytest.mark.parametrize("window", [2, None])
@pytest.mark.parametrize("sentences", [(), ("바다",), ("넓다/adjective",)])
def test_collocations_without_a_pair_are_an_empty_table(sentences, window):
    table = collocations(make_terms(*sentences), window=window, min_count=1)
    tables.COLLOCATIONS.check(table)
    assert table.empty
    links = network(table)
    tables.NETWORK.check(links)
    assert links.empty


TWO_HARBOURS = ("바다 배 항구", "배 항구 바다", "항구 바다 배", "밭 소 마을", "소 마을 밭", "마을 밭 소", "배 소")


def test_network_finds_two_communities_that_modularity_finds_too():
    links = network(collocations(make_terms(*TWO_HARBOURS), window=3, min_count=1))
    tables.NETWORK.check(links)
    graph = nx.Graph()
    for row in links.itertuples():
        graph.add_edge(row.term_a, row.term_b, weight=row.n)
    expected = {frozenset(found) for found in nx.community.greedy_modularity_communities(graph, weight="weight")}
    community = dict(zip(links["term_a"], links["community_a"], strict=True))
    community |= dict(zip(links["term_b"], links["community_b"], strict=True))
    found = {frozenset(t for t, c in community.items() if c == number) for number in set(community.values())}
    assert found == expected == {frozenset({"바다", "배", "항구"}), frozenset({"밭", "소", "마을"})}


def test_network_keeps_the_strongest_links_alone():
    pairs = collocations(make_terms(*HARBOUR), min_count=1)
    links = network(pairs, links=3)
    strongest = pairs[pairs["measure"] == "log_likelihood"].head(3)
    assert links["weight"].tolist() == strongest["value"].tolist()


def test_network_is_the_same_again():
    pairs = collocations(make_terms(*HARBOUR), min_count=1)
    pd.testing.assert_frame_equal(network(pairs, seed=3), network(pairs, seed=3))
