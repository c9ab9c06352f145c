"""The same sentences read by several analyzers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pandas as pd

from helpers import tables
from helpers.tokenizing.analyzers import prepare
from helpers.tokenizing.dictionary import Word
from helpers.tokenizing.tokens import tokenize


def tokenize_all(
    sentences: pd.DataFrame, *, analyzers: Sequence[str], dictionary: tuple[Word, ...] | None = None
) -> pd.DataFrame:
    """``tokenize`` under each analyzer, side by side: those that run in processes of their own keep the others busy.

    sentences   tables.SENTENCES
    analyzers   names from ANALYZERS; one named twice is read once
    dictionary  from ``parse_dictionary``
    returns     tables.TOKENS, analyzer by analyzer in the order given; no analyzer gives no rows
    """
    names = list(dict.fromkeys(analyzers))
    prepare(*names, dictionary=dictionary)
    if not names:
        return tables.TOKENS.empty()
    with ThreadPoolExecutor(len(names)) as threads:
        read = list(threads.map(lambda name: tokenize(sentences, name, dictionary), names))
    return pd.concat(read, ignore_index=True)


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
