"""One coarse part of speech for every tag of every analyzer: the table ``tags.csv``, and how it is looked up."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pandas as pd

UNKNOWN = "UNKNOWN"
_INFLECTED = {"verb", "adjective"}
_DERIVING = {"XSV", "XSA"}


@cache
def _table() -> pd.DataFrame:
    with files("helpers.tokenizing").joinpath("tags.csv").open(encoding="utf-8") as stream:
        return pd.read_csv(stream, dtype="str", keep_default_na=False)


def tagset() -> pd.DataFrame:
    """Every tag of every analyzer: analyzer, tag, pos (coarse, of ``tables.POS``), meaning (in Korean).

    The coarse parts of speech are what can be compared across analyzers: roots (XR, 가능 of 가능하다) and affixes of
    every kind count as affixes, auxiliaries and the copula as verbs, adverbs of every kind as one. Source: KoNLPy's tag
    sets, and Kiwi's documentation.
    """
    return _table().copy()


@cache
def _lookup() -> dict[tuple[str, str], str]:
    table = _table()
    return dict(zip(zip(table["analyzer"], table["tag"], strict=True), table["pos"], strict=True))


@cache
def coarse(analyzer: str, tag: str) -> str:
    """The coarse part of speech of an analyzer's tag; ``unknown`` for a tag that nobody has documented.

    A tag with a remark (VV-I) or of several parts (VV+EP) counts as its first part; otherwise the longest beginning of
    it that the table has.
    """
    first = tag.split("+")[0].split("-")[0]
    for length in range(len(first), 0, -1):
        if (analyzer, first[:length]) in _lookup():
            return _lookup()[analyzer, first[:length]]
    return "unknown"


def dictionary_form(form: str, tag: str, pos: str) -> str:
    """The form with 다 for verbs, adjectives and the suffixes that make them (하다 of 발전하다), else as it is."""
    inflected = pos in _INFLECTED or tag.split("-")[0] in _DERIVING
    return form + "다" if inflected and not form.endswith("다") else form
