"""The same sentences read by several analyzers."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers import tables
from helpers.tokenizing.analyzers import prepare
from helpers.tokenizing.dictionary import Word
from helpers.tokenizing.tokens import tokenize


def tokenize_all(
    sentences: pd.DataFrame, *, analyzers: Sequence[str], dictionary: tuple[Word, ...] | None = None
) -> pd.DataFrame:
    """``tokenize`` under each analyzer, those that start slowly started side by side.

    sentences   tables.SENTENCES
    analyzers   names from ANALYZERS; one named twice is read once
    dictionary  from ``parse_dictionary``
    returns     tables.TOKENS, analyzer by analyzer in the order given; no analyzer gives no rows
    """
    names = list(dict.fromkeys(analyzers))
    prepare(*names, dictionary=dictionary)
    read = [tokenize(sentences, name, dictionary) for name in names]
    return pd.concat(read, ignore_index=True) if read else tables.TOKENS.empty()
