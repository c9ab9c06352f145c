"""Tokens to terms: what is counted, and how often."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from helpers import tables
from helpers.errors import StudyError
from helpers.keywords.encoding import Encoded, encode

COUNTED_POS = ("noun", "foreign")
INFLECTED = (tables.POS.index("verb"), tables.POS.index("adjective"))
# verbs and adjectives that say nothing of their own: the copulas, being and not being, and the light verbs that make
# a predicate of a noun; under Okt, which has no tag for auxiliaries, those that are mostly auxiliaries, too
LIGHT = ("이다", "아니다", "있다", "없다", "하다", "되다", "돼다", "않다", "못하다")


def count_terms(
    tokens: pd.DataFrame,
    *,
    analyzer: str,
    pos: Sequence[str] = COUNTED_POS,
    stopwords: Collection[str] = (),
    min_length: int = 2,
) -> pd.DataFrame:
    """Every occurrence of a term, as a reader counts terms.

    tokens      tables.TOKENS, of any articles and analyzers
    analyzer    the one whose tokens are counted
    pos         coarse parts of speech that count
    stopwords   lemmas that do not count, in any case
    min_length  shortest term, in characters; a word of the study's dictionary may be shorter
    returns     tables.TERMS by article, sentence and place; no tokens give no rows

    A compound of a counted part of speech replaces its parts; R&D is one term. Of verbs and adjectives, auxiliaries,
    copulas and light verbs (``LIGHT``: 있다, 하다, 되다 …) do not count: they stand in any text.

    A sentence with nothing to count keeps one row whose term is missing, so that shares and resampling still know its
    size; ``groupby("term")`` passes it.

    StudyError: an analyzer that the tokens lack, or a part of speech that is none.
    """
    check_options(tokens, analyzers=[analyzer], pos=pos)
    rows = encode(tokens, analyzer=analyzer)
    return _terms(rows, counted(rows, pos=pos, stopwords=stopwords, min_length=min_length), analyzer)


def check_options(tokens: pd.DataFrame, *, analyzers: Sequence[str], pos: Sequence[str]) -> None:
    """StudyError: an analyzer that the tokens lack, or a part of speech that is none."""
    strange = [name for name in pos if name not in tables.POS]
    if strange:
        raise StudyError(f"{strange[0]!r} is no part of speech.", f"Choose from {', '.join(tables.POS)}.")
    known = sorted(tokens["analyzer"].unique())
    lacking = [name for name in analyzers if known and name not in known]
    if lacking:
        raise StudyError(f"The tokens hold nothing of the analyzer {lacking[0]!r}.", f"Choose from {', '.join(known)}.")


def counted(rows: Encoded, *, pos: Sequence[str], stopwords: Collection[str] = (), min_length: int = 2) -> np.ndarray:
    """The rows that count as terms, as ``count_terms`` says, in the order of the text."""
    chosen = _outermost(rows, np.flatnonzero(np.isin(rows.pos, [tables.POS.index(name) for name in pos])))
    stopped = {word.strip().casefold() for word in stopwords}
    passes = np.array([name.casefold() not in stopped for name in rows.lemmas], dtype=bool)[rows.lemma[chosen]]
    longs = np.array([len(name) >= min_length for name in rows.lemmas], dtype=bool)[rows.lemma[chosen]]
    chosen = chosen[passes & (longs | rows.own[chosen]) & ~_light(rows, chosen)]
    spans = pd.DataFrame({name: getattr(rows, name)[chosen] for name in ("sentence", "start", "end", "lemma")})
    return chosen[~spans.duplicated().to_numpy()]


def _light(rows: Encoded, chosen: np.ndarray) -> np.ndarray:
    light = np.isin(rows.lemmas, LIGHT)[rows.lemma[chosen]]
    return np.isin(rows.pos[chosen], INFLECTED) & (light | rows.auxiliary[chosen])


def _outermost(rows: Encoded, chosen: np.ndarray) -> np.ndarray:
    """``chosen`` without the parts of a compound; of compounds that overlap, the first and longest stays."""
    compounds, words = chosen[rows.compound[chosen]], chosen[~rows.compound[chosen]]
    if not len(compounds):
        return chosen
    compounds = compounds[np.lexsort((-rows.ending[compounds], rows.place[compounds]))]
    kept: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    spans = zip(compounds.tolist(), rows.place[compounds].tolist(), rows.ending[compounds].tolist(), strict=True)
    for number, start, end in spans:
        if not ends or start >= ends[-1]:
            kept.append(number)
            starts.append(start)
            ends.append(end)
    cover = np.searchsorted(starts, rows.place[words], side="right") - 1
    inside = (cover >= 0) & (rows.ending[words] <= np.array(ends)[np.maximum(cover, 0)])
    return np.sort(np.concatenate([words[~inside], np.array(kept, dtype=words.dtype)]))


def _terms(rows: Encoded, chosen: np.ndarray, analyzer: str) -> pd.DataFrame:
    """TERMS of the counted rows, with one row for each sentence that none of them is in."""
    silent = rows.first_rows[~np.isin(rows.sentence[rows.first_rows], rows.sentence[chosen])]
    every = np.concatenate([chosen, silent])
    nothing = np.arange(len(every)) >= len(chosen)
    order = np.argsort(rows.sentence[every], kind="stable")
    every, nothing = every[order], nothing[order]
    columns = {
        "article_id": _texts(rows.articles, rows.article[every]),
        "sentence_id": rows.sentence_id[every],
        "analyzer": analyzer,
        "term": _texts(rows.lemmas, np.where(nothing, -1, rows.lemma[every])),
        "pos": _texts(np.array(tables.POS, dtype=object), np.where(nothing, -1, rows.pos[every])),
        "start": rows.start[every],
        "end": np.where(nothing, rows.start[every], rows.end[every]),
        "sentence_tokens": rows.sizes[rows.sentence[every]],
    }
    return pd.DataFrame(columns).astype({name: column.dtype for name, column in tables.TERMS.columns.items()})


def _texts(names: np.ndarray, numbers: np.ndarray) -> pd.api.extensions.ExtensionArray:
    """The names with these numbers; -1 is a missing one."""
    return pd.array(names, dtype="str").take(numbers, allow_fill=True)
