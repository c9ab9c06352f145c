"""Tokens to countable terms: the one place where that is decided."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import pandas as pd

from helpers import tables
from helpers.errors import StudyError

COUNTED_POS = ("noun", "foreign")
READ = ("article_id", "sentence_id", "analyzer", "unit", "start", "end", "lemma", "pos")
ORDER = ("start", "end")


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
    min_length  shortest term, in characters
    returns     tables.TERMS by article, sentence and place; no tokens give no rows

    A compound of a counted part of speech replaces its parts; R&D is one term. A sentence with nothing to count keeps
    one row whose term is missing, so that shares and resampling still know its size; ``groupby("term")`` passes it.

    StudyError: an analyzer that the tokens lack, or a part of speech that is none.
    """
    _check_options(tokens, analyzer, pos)
    rows = _of_analyzer(tokens, analyzer)
    if rows.empty:
        return tables.TERMS.empty()
    chosen = _outermost(rows[rows["pos"].isin(list(pos)).to_numpy()])
    chosen = chosen[~chosen["lemma"].isin(_uncounted(chosen["lemma"], stopwords, min_length)).to_numpy()]
    return _with_silent_sentences(chosen.drop_duplicates(["sentence", *ORDER, "lemma"]), rows)


def _check_options(tokens: pd.DataFrame, analyzer: str, pos: Sequence[str]) -> None:
    strange = [name for name in pos if name not in tables.POS]
    if strange:
        raise StudyError(f"{strange[0]!r} is no part of speech.", f"Choose from {', '.join(tables.POS)}.")
    known = sorted(tokens["analyzer"].unique())
    if known and analyzer not in known:
        raise StudyError(f"The tokens hold nothing of the analyzer {analyzer!r}.", f"Choose from {', '.join(known)}.")


def _of_analyzer(tokens: pd.DataFrame, analyzer: str) -> pd.DataFrame:
    """The analyzer's rows by sentence, numbered from 0; ``place`` and ``ending`` order spans over all articles."""
    rows = tokens.loc[(tokens["analyzer"] == analyzer).to_numpy(), list(READ)]
    article = pd.factorize(rows["article_id"], sort=True)[0].astype("int64") * 2**32
    _, sentence = np.unique(article + rows["sentence_id"].to_numpy(), return_inverse=True)
    rows = rows.assign(sentence=sentence, place=article + rows["start"], ending=article + rows["end"])
    return _with_ampersands(rows.sort_values(["sentence", *ORDER], kind="stable"))


def _with_ampersands(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows and, as compounds, what analyzers cut at an ampersand and readers do not: R&D, M&A."""
    morphemes = rows[(rows["unit"] == "morpheme").to_numpy()]
    foreign = (morphemes["pos"] == "foreign").to_numpy()
    place, ending = morphemes["place"].to_numpy(), morphemes["ending"].to_numpy()
    middle = np.flatnonzero((morphemes["lemma"] == "&").to_numpy()[1:-1]) + 1
    joined = foreign[middle - 1] & foreign[middle + 1]
    joined &= (ending[middle - 1] == place[middle]) & (ending[middle] == place[middle + 1])
    first, last = morphemes.iloc[middle[joined] - 1], morphemes.iloc[middle[joined] + 1]
    if first.empty:
        return rows
    lemmas = [f"{left}&{right}" for left, right in zip(first["lemma"], last["lemma"], strict=True)]
    whole = first.assign(unit="compound", end=last["end"].array, ending=last["ending"].array, lemma=lemmas)
    return pd.concat([rows, whole]).sort_values(["sentence", *ORDER], kind="stable")


def _outermost(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows without the parts of a compound; of compounds that overlap, the first and longest stays."""
    is_compound = (rows["unit"] == "compound").to_numpy()
    if not is_compound.any():
        return rows
    compounds = rows[is_compound].sort_values(["place", "ending"], ascending=[True, False], kind="stable")
    kept: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for number, start, end in zip(range(len(compounds)), compounds["place"], compounds["ending"], strict=True):
        if not ends or start >= ends[-1]:
            kept.append(number)
            starts.append(start)
            ends.append(end)
    cover = np.searchsorted(starts, rows["place"].to_numpy(), side="right") - 1
    inside = (cover >= 0) & (rows["ending"].to_numpy() <= np.array(ends)[np.maximum(cover, 0)])
    whole = pd.concat([rows[~is_compound & ~inside], compounds.iloc[kept]])
    return whole.sort_values(["sentence", *ORDER], kind="stable")


def _uncounted(lemmas: pd.Series, stopwords: Collection[str], min_length: int) -> list[str]:
    stopped = {word.strip().casefold() for word in stopwords}
    return [lemma for lemma in lemmas.unique() if len(lemma) < min_length or lemma.casefold() in stopped]


def _with_silent_sentences(chosen: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """TERMS from the counted rows, with one row for each sentence that none of them is in."""
    first = rows[~rows["sentence"].duplicated().to_numpy()]
    silent = first[~np.isin(first["sentence"], chosen["sentence"])]
    terms = chosen.rename(columns={"lemma": "term"})
    if len(silent):
        silent = silent.assign(term=None, pos=None, end=silent["start"])
        terms = pd.concat([terms, silent[terms.columns]]).sort_values("sentence", kind="stable")
    terms = terms.assign(sentence_tokens=_sentence_tokens(rows)[terms["sentence"]])
    columns = tables.TERMS.columns
    typed = terms[list(columns)].astype({name: column.dtype for name, column in columns.items()})
    return typed.reset_index(drop=True)


def _sentence_tokens(rows: pd.DataFrame) -> np.ndarray:
    """Tokens of each sentence as MeCab-ko's lists count them: no symbols, and morphemes contracted in one span once."""
    spoken = (rows["unit"] == "morpheme") & (rows["pos"] != "symbol") & (rows["end"] > rows["start"])
    words = rows[spoken.to_numpy()]
    reached = np.maximum.accumulate(words["ending"].to_numpy(dtype="int64"))
    begins = np.ones(len(words), dtype=bool)
    begins[1:] = words["place"].to_numpy()[1:] >= reached[:-1]
    sentences = int(rows["sentence"].max()) + 1
    return np.bincount(words["sentence"].to_numpy()[begins], minlength=sentences)
