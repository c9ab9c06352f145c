"""Count terms by sentence, in the text and in resampled texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from helpers.keywords.encoding import Encoded

FEWEST_UNITS = 5


@dataclass(frozen=True)
class Counts:
    """The counts of one text: ``by_sentence`` is sentences x terms (sparse), ``sizes`` the tokens of each sentence.

    ``unit`` numbers the unit that is drawn when the text is resampled: the sentence itself, or its article. For each
    occurrence in the order of the text ``sequence`` is the number of its term, ``sentence`` that of its sentence.
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

    def without(self, stopwords: Collection[str]) -> Counts:
        """The same text with these terms not counted, whether in capitals or not."""
        stopped = {word.strip().casefold() for word in stopwords}
        kept = np.array([term.casefold() not in stopped for term in self.terms], dtype=bool)
        if kept.all():
            return self
        spoken = kept[self.sequence]
        return replace(
            self,
            terms=self.terms[kept],
            by_sentence=self.by_sentence[:, kept],
            sequence=(np.cumsum(kept) - 1)[self.sequence[spoken]],
            sentence=self.sentence[spoken],
        )


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
    """The counts of the terms of one analyzer, all articles together; terms in the order of their characters."""
    article = pd.factorize(terms["article_id"])[0].astype("int64")
    sentence, _ = pd.factorize(article * 2**32 + terms["sentence_id"].to_numpy())
    sizes = np.zeros(sentence.max() + 1 if len(sentence) else 0)
    sizes[sentence] = terms["sentence_tokens"].to_numpy(dtype=float)
    article_of = np.zeros(len(sizes), dtype="int64")
    article_of[sentence] = article
    codes, names = pd.factorize(terms["term"], sort=True)
    spoken = codes >= 0
    return _counts(np.asarray(names, dtype=object), codes[spoken], sentence[spoken], sizes, article_of)


def counts_of_rows(rows: Encoded, chosen: np.ndarray) -> Counts:
    """The counts of the chosen rows of coded tokens, as ``counts_of`` has them."""
    seen, codes = np.unique(rows.lemma[chosen], return_inverse=True)
    order = np.argsort(rows.lemmas[seen])
    place = np.empty(len(order), dtype="int64")
    place[order] = np.arange(len(order))
    article_of = rows.article[rows.first_rows].astype("int64")
    return _counts(rows.lemmas[seen][order], place[codes], rows.sentence[chosen], rows.sizes.astype(float), article_of)


def _counts(
    names: np.ndarray, sequence: np.ndarray, sentence: np.ndarray, sizes: np.ndarray, article_of: np.ndarray
) -> Counts:
    """Five articles or more are resampled whole, because sentences of one article are not independent; fewer allow too
    few different samples and are resampled by sentence.
    """
    from scipy.sparse import csr_array

    by_sentence = csr_array((np.ones(len(sequence)), (sentence, sequence)), shape=(len(sizes), len(names)))
    by_sentence.sum_duplicates()
    whole_articles = len(article_of) and article_of.max() + 1 >= FEWEST_UNITS
    return Counts(
        names, by_sentence, sizes, article_of if whole_articles else np.arange(len(sizes)), sequence, sentence
    )


def as_it_is(counts: Counts) -> Sample:
    """The text itself as a Sample with one draw, in which each sentence occurs once."""
    return Sample(counts, np.ones((1, counts.sentences)))


def resamples(unit: np.ndarray, *, draws: int, seed: int, width: int) -> Iterator[np.ndarray]:
    """Bootstrap weights (draws x sentences), in pieces so small that draws x ``width`` fits in memory.

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
