"""The tokens of one analyzer as numbers: articles, lemmas and parts of speech by code, in the order of the text."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cached_property

import numpy as np
import pandas as pd

from helpers import tables

ARTICLE = 2**32  # places of different articles are that far apart
AUXILIARY = ("VX", "VC", "PX", "JP")  # how the tags of auxiliaries and copulas begin, whichever the analyzer
SYMBOL, FOREIGN = tables.POS.index("symbol"), tables.POS.index("foreign")


@dataclass(frozen=True)
class Encoded:
    """One analyzer's rows of tables.TOKENS; all but the names are arrays with an entry a row.

    ``article``, ``lemma`` and ``pos`` are places in ``articles``, ``lemmas`` and tables.POS; ``sentence`` numbers the
    sentences of all articles from 0; ``auxiliary`` rows are auxiliary verbs and copulas by their tag;
    ``own`` rows are words of the study's dictionary.
    """

    articles: np.ndarray
    lemmas: np.ndarray
    article: np.ndarray
    sentence_id: np.ndarray
    sentence: np.ndarray
    start: np.ndarray
    end: np.ndarray
    lemma: np.ndarray
    pos: np.ndarray
    compound: np.ndarray
    auxiliary: np.ndarray
    own: np.ndarray

    def take(self, rows: np.ndarray) -> Encoded:
        """These rows alone."""
        return self._rows(lambda name: getattr(self, name)[rows])

    def with_rows(self, more: Encoded) -> Encoded:
        """These rows and others of the same names, in the order of the text."""
        both = self._rows(lambda name: np.concatenate([getattr(self, name), getattr(more, name)]))
        return both.take(np.lexsort((both.end, both.start, both.sentence)))

    @cached_property
    def place(self) -> np.ndarray:
        """Where each row begins, over all articles."""
        return self.article.astype("int64") * ARTICLE + self.start

    @cached_property
    def ending(self) -> np.ndarray:
        """Where each row ends, over all articles."""
        return self.article.astype("int64") * ARTICLE + self.end

    @cached_property
    def first_rows(self) -> np.ndarray:
        """The first row of each sentence."""
        return np.flatnonzero(np.diff(self.sentence, prepend=-1))

    @cached_property
    def sizes(self) -> np.ndarray:
        """Tokens of each sentence as MeCab-ko's lists count them: no symbols, morphemes contracted in one span once."""
        spoken = ~self.compound & (self.pos != SYMBOL) & (self.end > self.start)
        reached = np.maximum.accumulate(self.ending[spoken])
        begins = np.ones(len(reached), dtype=bool)
        begins[1:] = self.place[spoken][1:] >= reached[:-1]
        return np.bincount(self.sentence[spoken][begins], minlength=len(self.first_rows))

    def _rows(self, column) -> Encoded:
        names = [field.name for field in fields(self)[2:]]
        return replace(self, **{name: column(name) for name in names})


def encode(tokens: pd.DataFrame, *, analyzer: str) -> Encoded:
    """The rows of one analyzer in tables.TOKENS, and as compounds what analyzers cut at an ampersand: R&D, M&A."""
    own = (tokens["analyzer"] == analyzer).to_numpy()
    article, articles = pd.factorize(tokens["article_id"].array[own], sort=True)
    lemma, lemmas = pd.factorize(tokens["lemma"].array[own])
    sentence_id, start, end = (tokens[name].to_numpy()[own] for name in ("sentence_id", "start", "end"))
    order = np.lexsort((end, start, sentence_id, article))
    key = (article * ARTICLE + sentence_id)[order]
    rows = Encoded(
        articles=np.asarray(articles, dtype=object),
        lemmas=np.asarray(lemmas, dtype=object),
        article=article[order].astype("int32"),
        sentence_id=sentence_id[order],
        sentence=np.cumsum(np.diff(key, prepend=key[:1]) != 0),
        start=start[order],
        end=end[order],
        lemma=lemma[order].astype("int32"),
        pos=pd.Categorical(tokens["pos"].array[own], categories=tables.POS).codes[order],
        compound=(tokens["unit"] == "compound").to_numpy()[own][order],
        auxiliary=_begin_with(tokens["tag"][own], AUXILIARY)[order],
        own=tokens["from_dictionary"].to_numpy(dtype=bool)[own][order],
    )
    return _with_ampersands(rows)


def _begin_with(tags: pd.Series, openings: tuple[str, ...]) -> np.ndarray:
    number, names = pd.factorize(tags)
    return np.array([name.startswith(openings) for name in names], dtype=bool)[number]


def _with_ampersands(rows: Encoded) -> Encoded:
    """Rows and, as compounds, the foreign words around an ampersand that touches both: readers do not cut there."""
    (ampersand,) = np.nonzero(rows.lemmas == "&")
    if not len(ampersand):
        return rows
    words = rows.take(~rows.compound)
    middle = np.flatnonzero(words.lemma[1:-1] == ampersand[0]) + 1
    joined = (words.pos[middle - 1] == FOREIGN) & (words.pos[middle + 1] == FOREIGN)
    joined &= (words.ending[middle - 1] == words.place[middle]) & (words.ending[middle] == words.place[middle + 1])
    middle = middle[joined]
    names = [
        f"{rows.lemmas[a]}&{rows.lemmas[b]}"
        for a, b in zip(words.lemma[middle - 1], words.lemma[middle + 1], strict=True)
    ]
    lemma, lemmas = pd.factorize(np.array([*rows.lemmas, *names], dtype=object))
    first = replace(words.take(middle - 1), lemmas=lemmas, lemma=lemma[len(rows.lemmas) :].astype("int32"))
    whole = replace(first, end=words.end[middle + 1], compound=np.ones(len(middle), dtype=bool))
    return replace(rows, lemmas=lemmas).with_rows(whole)
