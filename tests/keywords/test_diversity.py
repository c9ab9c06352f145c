import math

import numpy as np
import pandas as pd
import pytest
import scipy
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.keywords import diversity
from helpers.keywords.diversity import hdds, jackknife, mtlds
from made.terms import HARBOUR, make_tokens

MIXED = [f"w{(i * i + 3 * i) % 97 if i % 3 else i % 7}" for i in range(150)]


def mtld(words: np.ndarray) -> float:
    return float(mtlds([words], [np.ones((1, len(words)), dtype=bool)])[0][0])


def hdd(words: np.ndarray) -> float:
    return float(hdds(words, np.ones((1, len(words)), dtype=bool))[0])


def mtld_by_hand(words: list[int]) -> float:
    """McCarthy & Jarvis (2010), word by word, as the vectorised walk must have it."""
    lengths = []
    for way in (words, words[::-1]):
        factors, seen, length = 0.0, set(), 0
        for word in way:
            seen.add(word)
            length += 1
            if len(seen) / length <= 0.72:
                factors, seen, length = factors + 1, set(), 0
        factors += (1 - len(seen) / length) / (1 - 0.72) if length else 0
        lengths.append(len(words) / factors if factors else math.nan)
    return sum(lengths) / 2


@given(st.lists(st.lists(st.integers(0, 9), min_size=2, max_size=40), min_size=1, max_size=4), st.integers(0, 39))
def test_mtld_of_many_texts_and_readings_at_once_is_that_of_each_alone(texts, left_out):
    masks = [
        np.vstack([np.ones(len(text), dtype=bool), np.arange(len(text)) != left_out % len(text)]) for text in texts
    ]
    found = mtlds([np.array(text) for text in texts], masks)
    for text, mask, values in zip(texts, masks, found, strict=True):
        alone = [mtld_by_hand([word for word, kept in zip(text, row, strict=True) if kept]) for row in mask]
        np.testing.assert_allclose(values, alone)


def encode(words: list[str]) -> np.ndarray:
    return pd.factorize(np.array(words, dtype=object))[0]


def test_mtld_counts_a_factor_when_the_ratio_reaches_the_threshold():
    """McCarthy & Jarvis (2010), p. 384: "of the people by the people" ends a factor, "for the people" is no part of
    one; backwards likewise."""
    assert mtld(encode(["of", "the", "people", "by", "the", "people", "for", "the", "people"])) == pytest.approx(9)


def test_mtld_and_hdd_are_those_of_the_package():
    """lexicalrichness 0.5: mtld(threshold=.72), hdd(draws=42)."""
    assert mtld(encode(MIXED)) == pytest.approx(46.207815721973546)
    assert hdd(encode(MIXED)) == pytest.approx(0.6878621301698861)


@given(st.lists(st.integers(1, 12), min_size=8, max_size=20))
def test_hdd_is_the_expected_share_of_types(sizes):
    words = np.repeat(np.arange(len(sizes)), sizes)
    expected = sum(
        (1 - math.comb(len(words) - size, 42) / math.comb(len(words), 42)) / 42 for size in sizes if len(words) >= 42
    )
    measured = hdd(words)
    assert math.isnan(measured) if len(words) < 42 else measured == pytest.approx(expected)


def test_diversity_measures_each_article_with_an_interval():
    words = " ".join(HARBOUR).split()
    sentences = [" ".join(words[start : start + 4]) for start in range(0, len(words), 4)] * 4
    tokens = pd.concat([make_tokens(*sentences), make_tokens("바다 바다", article="나")])
    table = diversity(tokens, analyzer="kiwi")
    tables.DIVERSITY.check(table)
    assert table["article_id"].tolist() == ["가"] * 3 + ["나"] * 3
    first = table[table["article_id"] == "가"]
    assert first["tokens"].unique().tolist() == [len(words) * 4]
    assert first["types"].unique().tolist() == [8]
    assert (first["ci_low"] < first["value"]).all()
    assert (first["value"] < first["ci_high"]).all()


def test_the_interval_of_a_mean_is_the_textbook_one():
    """For a mean the jackknife error is the standard error; Efron & Tibshirani (1993), 11.1. Interval by scipy."""
    values = np.array([3.0, 5.0, 4.0, 9.0, 6.0, 2.0])
    without = [np.delete(values, place).mean() for place in range(6)]
    low, high = jackknife(np.array([values.mean(), *without]))
    stats = scipy.stats
    assert (low, high) == pytest.approx(stats.t.interval(0.95, 5, loc=values.mean(), scale=stats.sem(values)))


def test_mtld_of_fewer_than_a_hundred_words_is_missing():
    few, enough = (make_tokens(*["바다 배 바다 항구 섬"] * sentences) for sentences in (19, 20))
    assert math.isnan(diversity(few, analyzer="kiwi").set_index("measure").loc["mtld", "value"])
    assert diversity(enough, analyzer="kiwi").set_index("measure").loc["mtld", "value"] > 0


def test_diversity_of_too_few_words_is_missing():
    table = diversity(make_tokens("바다 배 항구"), analyzer="kiwi").set_index("measure")
    assert table.loc[["mtld", "hdd"], "value"].isna().all()
    assert table.loc["ttr", "value"] == 1
    assert table["ci_low"].isna().all()


@pytest.mark.parametrize("sentences", [(), ("은/particle 다/ending",)])
def test_diversity_without_words_is_an_empty_table(sentences):
    table = diversity(make_tokens(*sentences), analyzer="kiwi")
    tables.DIVERSITY.check(table)
    assert table.empty
