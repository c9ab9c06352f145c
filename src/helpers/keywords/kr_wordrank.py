"""Keywords of Korean without a morphological analyzer: the beginnings of words that carry the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from helpers.keywords.counts import Counts, Sample
from helpers.keywords.scoring import Columns, Measure, keywords_table, score
from helpers.keywords.walk import Graph, spread
from helpers.normalize import normalize

NO_ANALYZER = "none"
MIN_COUNT = 3
LONGEST = 10
ROUNDS = 10
ENOUGH = 0.001

Part = tuple[str, str]


@dataclass(frozen=True)
class _Text:
    """Parts of words that occur often enough, with their counts, and the links between them by sentence."""

    parts: list[Part]
    n: list[int]
    graph: Graph
    by_sentence: Any


def kr_wordrank(
    sentences: pd.DataFrame, *, min_count: int = MIN_COUNT, beta: float = 0.85, draws: int = 0, seed: int = 0
) -> pd.DataFrame:
    """KR-WordRank of the beginnings of words, in each article.

    sentences  tables.SENTENCES
    min_count  a part of a word takes part when it occurs so often
    beta       weight of the links
    draws      resamplings of sentences for the intervals; 0 for none
    returns    tables.KEYWORDS, measure ``kr_wordrank`` (1 is the mean), analyzer ``none``: it knows words between
               spaces alone. An article in which no word repeats gives no rows.

    Kim, Cho & Kang (2014), as in lovit/KR-WordRank 1.0.3. The parts are those of the whole text in every resampling.
    """
    ranked = [
        part
        for article, rows in sentences.groupby("article_id", sort=True)
        for part in _rank(str(article), _words(rows["text"]), min_count=min_count, beta=beta, draws=draws, seed=seed)
    ]
    return keywords_table(ranked)


def _rank(article: str, words: list[list[str]], *, min_count: int, beta: float, draws: int, seed: int) -> list[Columns]:
    text = _text(words, min_count=min_count)
    if not len(text.graph.a):
        return []
    ranks = _ranks(text, np.ones((1, len(words))), beta)[0]
    chosen = _keywords(text.parts, ranks)
    columns = np.array([text.parts.index((word, "L")) for word in chosen], dtype="int64")
    times = np.repeat(np.arange(len(chosen)), [text.n[column] for column in columns])
    every = np.arange(len(words))
    counts = Counts(np.array(chosen, dtype=object), None, np.ones(len(words)), every, times, np.zeros_like(times))

    def values(sample: Sample) -> np.ndarray:
        return _ranks(text, sample.weights, beta)[:, columns]

    measure = Measure("kr_wordrank", values, width=2 * len(text.graph.a))
    return score(counts, [measure], article_id=article, analyzer=NO_ANALYZER, draws=draws, seed=seed)


def _words(texts: Iterable[str]) -> list[list[str]]:
    """The words of each sentence: runs of letters and digits."""
    return [
        "".join(character if character.isalnum() else " " for character in normalize(text).text).split()
        for text in texts
    ]


def _text(words: list[list[str]], *, min_count: int) -> _Text:
    from scipy.sparse import csr_array

    seen = Counter(part for sentence in words for word in sentence for part in _parts(word))
    parts = sorted(part for part, n in seen.items() if n >= min_count)
    number = {part: place for place, part in enumerate(parts)}
    rows: list[int] = []
    links: list[int] = []
    for place, sentence in enumerate(words):
        known = [(number[a], number[b]) for a, b in _links(sentence) if a in number and b in number]
        links.extend(min(link) * len(parts) + max(link) for link in known)
        rows.extend([place] * len(known))
    pairs, column = np.unique(np.array(links, dtype="int64"), return_inverse=True)
    by_sentence = csr_array((np.ones(len(rows)), (rows, column)), shape=(len(words), len(pairs)))
    by_sentence.sum_duplicates()
    width = max(len(parts), 1)
    return _Text(parts, [seen[part] for part in parts], Graph(len(parts), pairs // width, pairs % width), by_sentence)


def _parts(word: str) -> Iterator[Part]:
    """The word itself, and its beginnings (L) and endings (R)."""
    yield word, "L"
    for cut in _cuts(word):
        yield word[:cut], "L"
        yield word[cut:], "R"


def _cuts(word: str) -> range:
    return range(max(1, len(word) - LONGEST), min(len(word), LONGEST))


def _links(words: list[str]) -> Iterator[tuple[Part, Part]]:
    """Beginning and ending of one word; a word with the endings of the one before and the beginnings of the next."""
    for word in words:
        for cut in _cuts(word):
            yield (word[:cut], "L"), (word[cut:], "R")
    if len(words) > 1:
        around = [words[-1], *words, words[0]]
        for before, word, after in zip(around, words, around[2:], strict=False):
            for length in range(1, min(LONGEST, len(before))):
                yield (before[-length:], "R"), (word, "L")
            for length in range(1, min(LONGEST, len(after))):
                yield (word, "L"), (after[:length], "L")


def _ranks(text: _Text, weights: np.ndarray, beta: float) -> np.ndarray:
    """Rank of each part in each draw; 0 where a draw has no link to it."""
    linked = np.ascontiguousarray((text.by_sentence.T @ weights.T).T)
    start = ((text.graph.arrivals @ np.concatenate([linked.T, linked.T])) > 0).astype(float)
    enough = ENOUGH * text.graph.nodes
    return spread(text.graph, linked, start, damping=beta, rounds=ROUNDS, enough=enough, idle=False).T


def _keywords(parts: list[Part], ranks: np.ndarray) -> list[str]:
    """Beginnings by rank, without keyword + ending, keyword + keyword, and what a better keyword begins."""
    ordered = sorted((part for part in zip(parts, ranks, strict=True) if part[1] > 0), key=lambda part: -part[1])
    endings = {text for (text, side), _ in ordered if side == "R"}
    chosen: dict[str, None] = {}
    for (word, side), _ in ordered:
        both = (word[:cut] for cut in range(2, len(word)) if word[:cut] in chosen)
        if side == "L" and len(word) > 1 and endings.isdisjoint(both):
            chosen[word] = None
    return _without_begun(_without_compounds(list(chosen)))


def _without_compounds(words: list[str]) -> list[str]:
    known = set(words)
    kept: dict[str, None] = {}
    for word in words:
        joined = any(word[:cut] in known and word[cut:] in known for cut in range(2, len(word) - 1))
        if not joined and not (len(word) == 3 and word[:2] in kept):
            kept[word] = None
    return list(kept)


def _without_begun(words: list[str]) -> list[str]:
    begun: set[str] = set()
    kept = []
    for word in words:
        beginnings = {word[:length] for length in range(2, len(word) + 1)}
        if not beginnings & begun:
            kept.append(word)
            begun |= beginnings
    return kept
