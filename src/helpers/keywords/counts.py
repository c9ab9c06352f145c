"""Terms counted by sentence, and the same counts in resampled texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

FEWEST_UNITS = 5


@dataclass(frozen=True)
class Counts:
    """What one text holds: ``by_sentence`` is sentences x terms (sparse), ``sizes`` the tokens of each sentence.

    ``unit`` is what each sentence is resampled with: itself, or its article. ``sequence`` and ``sentence`` are the
    occurrences in the order of the text: number of the term, of the sentence.
    """

    terms: np.ndarray
    by_sentence: Any
    sizes: np.ndarray
    unit: np.ndarray
    sequence: np.ndarray
    sentence: np.ndarray

    @property
    def sentences(self) -> int:
        return len(self.sizes)

    @property
    def units(self) -> int:
        return len(np.unique(self.unit))

    @cached_property
    def totals(self) -> np.ndarray:
        """Occurrences of each term."""
        return np.bincount(self.sequence, minlength=len(self.terms)).astype("int64")


@dataclass(frozen=True)
class Sample:
    """A text made of its own sentences: ``weights`` is draws x sentences, how often each draw has each sentence."""

    counts: Counts
    weights: np.ndarray

    @cached_property
    def occurrences(self) -> np.ndarray:
        """Occurrences of each term: draws x terms."""
        return np.ascontiguousarray((self.counts.by_sentence.T @ self.weights.T).T)

    @cached_property
    def tokens(self) -> np.ndarray:
        """Size of each draw in tokens."""
        return self.weights @ self.counts.sizes


def counts_of(terms: pd.DataFrame) -> Counts:
    """The counts of the terms of one analyzer, all articles together; terms in the order of their characters.

    Five articles or more are resampled whole, because sentences of one article are not independent; fewer allow too
    few different samples and are resampled by sentence.
    """
    from scipy.sparse import csr_array

    article = pd.factorize(terms["article_id"])[0].astype("int64")
    sentence, _ = pd.factorize(article * 2**32 + terms["sentence_id"].to_numpy())
    sizes = np.zeros(sentence.max() + 1 if len(sentence) else 0)
    sizes[sentence] = terms["sentence_tokens"].to_numpy(dtype=float)
    article_of = np.zeros(len(sizes), dtype="int64")
    article_of[sentence] = article
    unit = article_of if len(article) and article.max() + 1 >= FEWEST_UNITS else np.arange(len(sizes))
    codes, names = pd.factorize(terms["term"], sort=True)
    spoken = codes >= 0
    place = (sentence[spoken], codes[spoken])
    by_sentence = csr_array((np.ones(spoken.sum()), place), shape=(len(sizes), len(names)))
    by_sentence.sum_duplicates()
    return Counts(np.asarray(names, dtype=object), by_sentence, sizes, unit, codes[spoken], sentence[spoken])


def as_it_is(counts: Counts) -> Sample:
    """The text itself as a sample of one draw."""
    return Sample(counts, np.ones((1, counts.sentences)))


def resamples(unit: np.ndarray, *, draws: int, seed: int, width: int) -> Iterator[np.ndarray]:
    """Bootstrap weights, draws x sentences, in pieces that keep a table as wide as ``width`` small.

    unit  number of the unit that each sentence is drawn with, from 0
    """
    generator = np.random.default_rng(seed)
    units = int(unit.max()) + 1
    step = max(1, min(draws, 1_000_000 // max(width, len(unit))))
    for first in range(0, draws, step):
        size = min(step, draws - first)
        drawn = generator.integers(units, size=(size, units)) + np.arange(size)[:, None] * units
        counted = np.bincount(drawn.ravel(), minlength=size * units)
        yield counted.reshape(size, units).astype(float)[:, unit]
