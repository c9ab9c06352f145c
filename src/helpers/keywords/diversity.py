"""How varied the words of an article are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from helpers import tables
from helpers.keywords.counts import FEWEST_UNITS
from helpers.keywords.scoring import INTERVAL

CONTENT = ("noun", "foreign", "verb", "adjective", "adverb")
THRESHOLD = 0.72
FEWEST_WORDS = 100
HDD_SAMPLE = 42
BLOCKS = 25
AT_ONCE = 100  # articles


def diversity(tokens: pd.DataFrame, *, analyzer: str, pos: Sequence[str] = CONTENT) -> pd.DataFrame:
    """Lexical diversity of each article: MTLD, HD-D and, for comparison, the type-token ratio.

    tokens    tables.TOKENS
    analyzer  the one whose morphemes are counted
    pos       coarse parts of speech that count as words; a word is its lemma
    returns   tables.DIVERSITY by article: ``mtld`` (words), ``hdd`` and ``ttr`` (0 to 1). What cannot be measured is
              missing: MTLD under 100 words or where none repeats, HD-D under 42 words. No words give no rows.

    MTLD: McCarthy & Jarvis (2010), threshold .72, read in both directions, texts of 100 words or more. HD-D: McCarthy &
    Jarvis (2007), sample of 42, mean share of types. Intervals: jackknife over at most 25 blocks of sentences, with
    Student's t; drawing with replacement would repeat words and so lower every value. They describe this article and
    say nothing about others.
    """
    counted = (tokens["analyzer"] == analyzer) & (tokens["unit"] == "morpheme") & tokens["pos"].isin(list(pos))
    words = tokens.loc[counted.to_numpy(), ["article_id", "sentence_id", "start", "end", "lemma"]]
    words = words.sort_values(["article_id", "sentence_id", "start", "end", "lemma"])
    cuts = np.flatnonzero(words["article_id"].ne(words["article_id"].shift()).to_numpy())
    articles = words["article_id"].to_numpy(dtype=object)[cuts]
    sentences = np.split(words["sentence_id"].to_numpy(), cuts[1:])
    lemmas = np.split(pd.factorize(words["lemma"])[0], cuts[1:])
    rows: list[dict] = []
    for first in range(0, len(articles), AT_ONCE):
        part = slice(first, first + AT_ONCE)
        texts = [pd.factorize(text)[0] for text in lemmas[part]]
        kept = [_leaving_out(numbers) for numbers in sentences[part]]
        for article, row in zip(articles[part], _rows(texts, kept), strict=True):
            rows += [measured | {"article_id": article, "analyzer": analyzer} for measured in row]
    return tables.DIVERSITY.make(rows)


def mtlds(texts: Sequence[np.ndarray], kept: Sequence[np.ndarray]) -> list[np.ndarray]:
    """MTLD: the mean length of runs whose type-token ratio stays above .72; NaN where it never falls to that.

    texts    words of each text, numbered from 0
    kept     for each text, readings x words: which words each reading has
    returns  for each text, the value of each reading

    All readings are computed side by side, word by word.
    """
    readings = [np.vstack([mask, mask[:, ::-1]]) for mask in kept]
    longest, many = max(map(len, texts)), [len(mask) for mask in readings]
    word = np.zeros((longest, sum(many)), dtype="int32")
    has = np.zeros(word.shape, dtype=bool)
    opening = np.cumsum([0, *many])
    for text, mask, start in zip(texts, readings, opening, strict=False):
        half = start + len(mask) // 2
        word[: len(text), start:half], word[: len(text), half : start + len(mask)] = text[:, None], text[::-1, None]
        has[: len(text), start : start + len(mask)] = mask.T
    factors = _factors(word, has)
    with np.errstate(divide="ignore", invalid="ignore"):
        lengths = has.sum(axis=0) / factors
    lengths[~np.isfinite(lengths)] = np.nan
    return [lengths[start : start + n].reshape(2, -1).mean(axis=0) for start, n in zip(opening, many, strict=False)]


def hdds(text: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """Expected type-token ratio of 42 words drawn without replacement, of each reading; NaN where it has fewer."""
    from scipy.special import binom

    sizes = _sizes(text, kept)
    words = sizes.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        drawn = 1 - binom(words - sizes, HDD_SAMPLE) / binom(words, HDD_SAMPLE)
    return np.where(words[:, 0] < HDD_SAMPLE, np.nan, drawn.sum(axis=1) / HDD_SAMPLE)


def jackknife(values: np.ndarray) -> tuple[float, float]:
    """95 % interval of the first value; each other value is that of the text without one of its blocks.

    Missing where there are too few blocks, or where leaving one out leaves something unmeasured.
    """
    from scipy.special import stdtrit

    value, without = values[0], values[1:]
    if len(without) < FEWEST_UNITS:
        return float("nan"), float("nan")
    error = np.sqrt((len(without) - 1) / len(without) * ((without - without.mean()) ** 2).sum())
    reach = stdtrit(len(without) - 1, INTERVAL[1]) * error
    return float(value - reach), float(value + reach)


def _factors(word: np.ndarray, has: np.ndarray) -> np.ndarray:
    """How many runs each column has, an unfinished one in part; ``seen``: in which run a word was met last."""
    readings = np.arange(word.shape[1])
    seen = np.zeros((len(readings), int(word.max(initial=0)) + 1), dtype="int32")
    run, types, length = (np.full(len(readings), first) for first in (1, 0, 0))
    for words, there in zip(word, has, strict=True):
        new = there & (seen[readings, words] != run)
        seen[readings[new], words[new]] = run[new]
        types += new
        length += there
        falls = there & (types <= THRESHOLD * length)
        run += falls
        types[falls] = length[falls] = 0
    return run - 1 + (1 - types / np.maximum(length, 1)) / (1 - THRESHOLD) * (length > 0)


def _sizes(text: np.ndarray, kept: np.ndarray) -> np.ndarray:
    """How often each reading has each word: readings x types."""
    reading, place = np.nonzero(kept)
    types = int(text.max(initial=0)) + 1
    return np.bincount(reading * types + text[place], minlength=len(kept) * types).reshape(len(kept), types)


def _leaving_out(sentences: np.ndarray) -> np.ndarray:
    """Which words each reading has: the first has all, each other one lacks one block of sentences."""
    sentence = np.cumsum(np.diff(sentences, prepend=sentences[:1]) != 0)
    blocks = min(BLOCKS, int(sentence[-1]) + 1)
    block = sentence * blocks // (sentence[-1] + 1)
    return np.vstack([np.ones(len(block), dtype=bool), block != np.arange(blocks)[:, None]])


def _rows(texts: Sequence[np.ndarray], kept: Sequence[np.ndarray]) -> Iterator[list[dict]]:
    for text, mask, runs in zip(texts, kept, mtlds(texts, kept), strict=True):
        sizes = _sizes(text, mask)
        long = len(text) >= FEWEST_WORDS
        values = {
            "mtld": runs if long else np.full(len(mask), np.nan),
            "hdd": hdds(text, mask),
            "ttr": (sizes > 0).sum(axis=1) / np.maximum(sizes.sum(axis=1), 1),
        }
        yield [
            {"measure": name, "value": float(value[0]), "tokens": len(text), "types": int((sizes[0] > 0).sum())}
            | dict(zip(("ci_low", "ci_high"), jackknife(value), strict=True))
            for name, value in values.items()
        ]
