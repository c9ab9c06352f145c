"""Sentences -> tokens under one analyzer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd

from helpers import tables
from helpers.normalize import Normalized, normalize
from helpers.tokenizing.analyzers import native_words, read_sentences
from helpers.tokenizing.compounds import compounds
from helpers.tokenizing.consistency import consistent
from helpers.tokenizing.dictionary import Dictionary
from helpers.tokenizing.names import with_names
from helpers.tokenizing.process import Words
from helpers.tokenizing.readings import Reading, with_unread
from helpers.tokenizing.rejoin import rejoin, with_codes


def tokenize(sentences: pd.DataFrame, analyzer: str = "kiwi", dictionary: Dictionary | None = None) -> pd.DataFrame:
    """What an analyzer reads in the sentences: morphemes, and the compounds that readers see.

    sentences   tables.SENTENCES; the text may be anything
    analyzer    one of ANALYZERS
    dictionary  words to keep whole (``parse_dictionary``)
    returns     tables.TOKENS, in the order of the sentences, then by place; no rows for no sentences

    Every character that is no space stands in some token; what the analyzer could not read is in tokens of the part of
    speech ``unknown``. Spans are in the raw text. StudyError for an analyzer that there is not, or that this machine
    lacks.
    """
    return tokenize_each(sentences, analyzer, [dictionary])[0]


def tokenize_each(
    sentences: pd.DataFrame, analyzer: str, dictionaries: Sequence[Dictionary | None]
) -> list[pd.DataFrame]:
    """``tokenize`` under each dictionary. An analyzer that takes no words reads once, and only its pieces are joined
    under each; Kiwi takes words in, but not out: the dictionary with fewest words comes first.
    """
    normal = [normalize(text) for text in sentences["text"]]
    read: dict[Words, Iterable[list[Reading]]] = {}
    made = []
    several = len(dictionaries) > 1
    for dictionary in dictionaries:
        words = native_words(analyzer, dictionary)
        if words not in read:
            found = read_sentences((n.text for n in normal), analyzer=analyzer, dictionary=dictionary)
            read[words] = list(found) if several else found
        made.append(_table(_sentence_rows(sentences, normal, read[words], analyzer, dictionary)))
    return made


def _sentence_rows(
    sentences: pd.DataFrame,
    normal: Sequence[Normalized],
    read: Iterable[list[Reading]],
    analyzer: str,
    dictionary: Dictionary | None,
) -> list[tuple[Any, ...]]:
    texts = [normalized.text for normalized in normal]
    coded = [with_codes(readings, text, analyzer=analyzer) for readings, text in zip(read, texts, strict=True)]
    places = sentences[["article_id", "sentence_id", "start", "text"]].itertuples(index=False, name=None)
    whole = _by_article(sentences["article_id"].tolist(), coded, texts, analyzer)
    rows: list[tuple[Any, ...]] = []
    for (article, number, start, raw), normalized, readings in zip(places, normal, whole, strict=True):
        joined = rejoin(readings, normalized.text, analyzer=analyzer, dictionary=dictionary or ())
        for row in _rows(joined, normalized, raw):
            rows.append((article, number, analyzer, row[0], start + row[1], start + row[2], *row[3:]))
    return rows


def _by_article(articles: list[str], read: list[list[Reading]], texts: list[str], analyzer: str) -> list[list[Reading]]:
    """The readings, each word of an article read alike in all of it; the sentences of an article stand together."""
    made: list[list[Reading]] = []
    for _, group in groupby(range(len(articles)), key=articles.__getitem__):
        numbers = list(group)
        own = [texts[n] for n in numbers]
        made += consistent(with_names([read[n] for n in numbers], own, analyzer=analyzer), own)
    return made


def _rows(readings: list[Reading], normalized: Normalized, raw: str) -> Iterator[tuple[Any, ...]]:
    """unit, start, end, surface, lemma, tag, pos, from_dictionary; spans in the sentence's raw text."""
    units = [("morpheme", r) for r in with_unread(_in_raw(readings, normalized), raw)]
    units += [("compound", r) for r in _in_raw(compounds(readings, normalized.text), normalized)]
    for unit, r in sorted(units, key=lambda item: (item[1].start, item[1].end, item[0] == "compound")):
        yield unit, r.start, r.end, raw[r.start : r.end], r.lemma, r.tag, r.pos, r.from_dictionary


def _in_raw(readings: list[Reading], normalized: Normalized) -> list[Reading]:
    if isinstance(normalized.offsets, range):
        return readings
    return [r._replace(start=start, end=end) for r in readings for start, end in [_raw_span(r, normalized)]]


def _raw_span(reading: Reading, normalized: Normalized) -> tuple[int, int]:
    """The raw span of a reading; never empty, though several characters can come from one (an HTML reference)."""
    after = reading.end
    start, end = normalized.to_raw(reading.start, after)
    while start == end:
        after += 1
        end = normalized.offsets[after]
    return start, end


def _table(rows: list[tuple[Any, ...]]) -> pd.DataFrame:
    """TOKENS of the rows; of two that have the same key the first."""
    names = list(tables.TOKENS.columns)
    key = itemgetter(*(names.index(name) for name in tables.TOKENS.key))
    first: dict[Any, tuple[Any, ...]] = {}
    for row in rows:
        first.setdefault(key(row), row)
    columns = zip(*first.values(), strict=True) if rows else ((),) * len(names)
    return tables.TOKENS.of_columns(dict(zip(names, columns, strict=True)))
