"""How often each analyzer is right: figures that ``tests/bench/analyzers.py`` measured, as they are in accuracy.csv."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd


def accuracy() -> pd.DataFrame:
    """The measured accuracy of each analyzer, best first.

    returns  analyzer, corpus, unit (what was compared), layer (bare, or through ``tokenize``), precision, recall, f1
             (0 to 1), n (units in the gold), sentences, characters_per_second, source
    """
    with files("helpers.tokenizing").joinpath("accuracy.csv").open(encoding="utf-8") as stream:
        return pd.read_csv(stream)
