"""Terms of several words."""

from __future__ import annotations

from itertools import count

import numpy as np
import pandas as pd

from helpers import tables

LONGEST = 5


def ngrams(terms: pd.DataFrame, sentences: pd.DataFrame, *, n: int = 2) -> pd.DataFrame:
    """Runs of ``n`` terms with nothing but spaces between them: 규칙 기반, 장기 투자.

    terms      tables.TERMS of one analyzer
    sentences  tables.SENTENCES of the same articles
    n          terms in a run, 2 or more
    returns    tables.TERMS whose terms are the runs, a space between the words, so that every measure takes them;
               a sentence without one keeps a row without a term. No terms give no rows.
    """
    ordered = _ordered(terms)
    first = _runs(_touching(ordered, sentences), n)
    last = ordered.iloc[first + n - 1]
    found = last.assign(term=_words(ordered, first, n), start=ordered["start"].to_numpy()[first])
    place = ["article_id", "sentence_id"]
    opening = ordered.drop_duplicates(place)
    silent = opening[~pd.MultiIndex.from_frame(opening[place]).isin(pd.MultiIndex.from_frame(last[place]))]
    silent = silent.assign(term=None, pos=None, end=silent["start"])
    whole = pd.concat([found, silent]).sort_values(place, kind="stable", ignore_index=True)
    return whole.astype({name: column.dtype for name, column in tables.TERMS.columns.items()})


def recurrent(terms: pd.DataFrame, sentences: pd.DataFrame, *, min_count: int = 2) -> pd.DataFrame:
    """The runs of two to five terms that come again, in all articles together.

    terms, sentences  as in ``ngrams``
    min_count         fewest occurrences, 2 or more
    returns           columns term, words (in the run), n, the most frequent first; a run that only occurs as a part
                      of a longer one is left out. No run gives no rows.
    """
    ordered = _ordered(terms)
    touching = _touching(ordered, sentences)
    found: list[tuple[str, int, int]] = []
    for words in range(LONGEST, 1, -1):
        runs = pd.Series(_words(ordered, _runs(touching, words), words), dtype="str").value_counts()
        often = [(str(run), words, int(n)) for run, n in runs.items() if n >= max(min_count, 2)]
        found += [row for row in often if not any(f" {row[0]} " in f" {run} " and n == row[2] for run, _, n in found)]
    found.sort(key=lambda row: (-row[2], -row[1], row[0]))
    return pd.DataFrame(found, columns=["term", "words", "n"]).astype({"term": "str", "words": "int64", "n": "int64"})


def _ordered(terms: pd.DataFrame) -> pd.DataFrame:
    return terms.sort_values(["article_id", "sentence_id", "start", "end"], kind="stable", ignore_index=True)


def _touching(ordered: pd.DataFrame, sentences: pd.DataFrame) -> np.ndarray:
    """Whether each term and the next one stand in one sentence with nothing but spaces between."""
    keys = zip(sentences["article_id"], sentences["sentence_id"], strict=True)
    texts = dict(zip(keys, zip(sentences["start"], sentences["text"], strict=True), strict=True))
    places = list(zip(ordered["article_id"], ordered["sentence_id"], strict=True))
    spoken, starts, ends = (ordered[name].tolist() for name in ("term", "start", "end"))
    touching = np.zeros(max(len(ordered) - 1, 0), dtype=bool)
    for number, place, following in zip(count(), places, places[1:]):
        if place == following and not pd.isna(spoken[number]):
            opening, text = texts[place]
            touching[number] = text[ends[number] - opening : starts[number + 1] - opening].isspace()
    return touching


def _runs(touching: np.ndarray, n: int) -> np.ndarray:
    """The first term of each run of ``n`` that touch."""
    if len(touching) < n - 1:
        return np.empty(0, dtype="int64")
    return np.flatnonzero(np.lib.stride_tricks.sliding_window_view(touching, n - 1).all(axis=1))


def _words(ordered: pd.DataFrame, first: np.ndarray, n: int) -> list[str]:
    words = ordered["term"].to_numpy(dtype=object)
    return [" ".join(words[start : start + n]) for start in first]
