"""The same sentences read by several analyzers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pandas as pd

from helpers import tables
from helpers.tokenizing.analyzers import prepare
from helpers.tokenizing.dictionary import Dictionary
from helpers.tokenizing.tokens import tokenize_each


def tokenize_all(
    sentences: pd.DataFrame, *, analyzers: Sequence[str], dictionary: Dictionary | None = None
) -> pd.DataFrame:
    """``tokenize`` under each analyzer, side by side: those that run in processes of their own keep the others busy.

    sentences   tables.SENTENCES
    analyzers   names from ANALYZERS; one named twice is read once
    dictionary  from ``parse_dictionary``
    returns     tables.TOKENS, analyzer by analyzer in the order given; no analyzer gives no rows
    """
    return _side_by_side(sentences, analyzers, [dictionary])[0]


def with_and_without_dictionary(
    sentences: pd.DataFrame, *, analyzers: Sequence[str], dictionary: Dictionary
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """``tokenize_all`` with the dictionary and without it, in the time of one of them, as none waits for another."""
    plain, tokens = _side_by_side(sentences, analyzers, [None, dictionary])
    return tokens, plain


def _side_by_side(
    sentences: pd.DataFrame, analyzers: Sequence[str], dictionaries: Sequence[Dictionary | None]
) -> list[pd.DataFrame]:
    """TOKENS under each dictionary. Each analyzer reads with one after the other: Kiwi takes words in, but not out."""
    names = list(dict.fromkeys(analyzers))
    if not names:
        return [tables.TOKENS.empty() for _ in dictionaries]
    prepare(*names)
    with ThreadPoolExecutor(len(names)) as threads:
        read = list(threads.map(lambda name: tokenize_each(sentences, name, dictionaries), names))
    return [pd.concat(of_one, ignore_index=True) for of_one in zip(*read, strict=True)]


def token_counts(tokens: pd.DataFrame) -> pd.DataFrame:
    """How much each analyzer read.

    tokens   tables.TOKENS
    returns  analyzer, morphemes, nouns, compounds, unknown (tokens of each kind), in the order of the table
    """
    morpheme = tokens["unit"] == "morpheme"
    kinds = pd.DataFrame(
        {
            "analyzer": tokens["analyzer"],
            "morphemes": morpheme,
            "nouns": morpheme & (tokens["pos"] == "noun"),
            "compounds": ~morpheme,
            "unknown": morpheme & (tokens["pos"] == "unknown"),
        }
    )
    return kinds.groupby("analyzer", sort=False).sum().astype("int64").reset_index()
