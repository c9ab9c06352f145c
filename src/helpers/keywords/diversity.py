"""How varied the words of an article are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from helpers import tables
from helpers.keywords.counts import FEWEST_UNITS
from helpers.keywords.scoring import INTERVAL

CONTENT = ("noun", "foreign", "verb", "adjective", "adverb")
THRESHOLD = 0.72
HDD_SAMPLE = 42
BLOCKS = 25


def diversity(tokens: pd.DataFrame, *, analyzer: str, pos: Sequence[str] = CONTENT) -> pd.DataFrame:
    """Lexical diversity of each article: MTLD, HD-D and, for comparison, the type-token ratio.

    tokens    tables.TOKENS
    analyzer  the one whose morphemes are counted
    pos       coarse parts of speech that count as words; a word is its lemma
    returns   tables.DIVERSITY by article: ``mtld`` (words), ``hdd`` and ``ttr`` (0 to 1). What cannot be measured is
              missing: MTLD where no word repeats, HD-D under 42 words. No words give no rows.

    MTLD: McCarthy & Jarvis (2010), threshold .72 reached, both directions. HD-D: McCarthy & Jarvis (2007), sample of
    42, mean share of types. Intervals: jackknife over at most 25 blocks of sentences, with Student's t; drawing with
    replacement would repeat words and so lower every value. One article: they describe, they do not infer.
    """
    counted = (tokens["analyzer"] == analyzer) & (tokens["unit"] == "morpheme") & tokens["pos"].isin(list(pos))
    words = tokens[counted.to_numpy()].sort_values(["article_id", "sentence_id", "start", "end", "lemma"])
    rows = [
        row | {"article_id": article, "analyzer": analyzer}
        for article, part in words.groupby("article_id", sort=True)
        for row in _article(part)
    ]
    return tables.DIVERSITY.make(rows)


def mtld(words: np.ndarray) -> float:
    """Mean length of runs that keep a type-token ratio above .72, of both directions; NaN where none ever falls."""
    with np.errstate(divide="ignore"):
        lengths = [np.divide(float(len(words)), _factors(way)) for way in (words.tolist(), words.tolist()[::-1])]
    return float(np.mean(lengths)) if np.isfinite(lengths).all() else float("nan")


def hdd(words: np.ndarray) -> float:
    """Expected type-token ratio of 42 words drawn without replacement; NaN where there are fewer."""
    from scipy.special import binom

    if len(words) < HDD_SAMPLE:
        return float("nan")
    sizes, types = np.unique(np.unique(words, return_counts=True)[1], return_counts=True)
    drawn = 1 - binom(len(words) - sizes, HDD_SAMPLE) / binom(len(words), HDD_SAMPLE)
    return float((drawn * types).sum() / HDD_SAMPLE)


def ttr(words: np.ndarray) -> float:
    """Types among tokens; NaN where there are no tokens."""
    return len(np.unique(words)) / len(words) if len(words) else float("nan")


MEASURES: dict[str, Callable[[np.ndarray], float]] = {"mtld": mtld, "hdd": hdd, "ttr": ttr}


def _factors(words: Sequence[int]) -> np.float64:
    full, seen, length = 0, set(), 0
    for word in words:
        seen.add(word)
        length += 1
        if len(seen) / length <= THRESHOLD:
            full, seen, length = full + 1, set(), 0
    rest = (1 - len(seen) / length) / (1 - THRESHOLD) if length else 0.0
    return np.float64(full + rest)


def _article(rows: pd.DataFrame) -> list[dict]:
    words, names = pd.factorize(rows["lemma"])
    sentence, _ = pd.factorize(rows["sentence_id"])
    blocks = min(BLOCKS, sentence.max() + 1)
    block = sentence * blocks // (sentence.max() + 1)
    made = []
    for name, measure in MEASURES.items():
        value = measure(words)
        low, high = jackknife(measure, words, block, blocks, value)
        made.append(
            {"measure": name, "value": value, "ci_low": low, "ci_high": high, "tokens": len(words), "types": len(names)}
        )
    return made


def jackknife(
    measure: Callable[[np.ndarray], float], words: np.ndarray, block: np.ndarray, blocks: int, value: float
) -> tuple[float, float]:
    """95 % interval from leaving out one block after the other; missing where that leaves something unmeasured."""
    from scipy.special import stdtrit

    if blocks < FEWEST_UNITS:
        return float("nan"), float("nan")
    without = np.array([measure(words[block != number]) for number in range(blocks)])
    error = np.sqrt((blocks - 1) / blocks * ((without - without.mean()) ** 2).sum())
    reach = stdtrit(blocks - 1, INTERVAL[1]) * error
    return float(value - reach), float(value + reach)
