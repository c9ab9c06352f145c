"""How often each analyzer is right, as ``tests/bench/analyzers.py`` measured it and accuracy.csv holds it."""

from __future__ import annotations

from importlib.resources import files

import pandas as pd


def accuracy() -> pd.DataFrame:
    """The measured accuracy of each analyzer, best first (by noun forms, which is what keywords count).

    returns  analyzer, corpus, unit (``noun characters``: those that common and proper nouns cover, however a corpus
             cuts them; ``noun forms``: the nouns themselves), layer (``tokenize``, or the analyzer ``bare``),
             precision, recall, f1 (0 to 1), n (units in the gold), sentences, characters_per_second (warm),
             cold_seconds (to the first sentence), megabytes (at most), source
    """
    with files("helpers.tokenizing").joinpath("accuracy.csv").open(encoding="utf-8") as stream:
        return pd.read_csv(stream)
