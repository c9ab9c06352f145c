"""Try many rules in one pass over the sentences, by a codebook in which each rule is a code of its own."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from helpers.narrative import Codebook, code_sentences
from helpers.narrative.coding.codebook import Code, Rule


def try_variants(
    variants: Mapping[str, tuple[Code, Rule]],
    sentences: pd.DataFrame,
    tokens: pd.DataFrame,
    codebook: Codebook,
    *,
    analyzer: str,
) -> pd.DataFrame:
    """Which sentences each rule would code: tables.CODINGS, the variant's name as ``code``.

    variants  for each name of a variant, the code that the rule is tried for, and the rule
    """
    codes = tuple(
        code.model_copy(update={"name": name, "rules": (rule,), "examples": (), "counter_examples": ()})
        for name, (code, rule) in variants.items()
    )
    return code_sentences(sentences, tokens, codebook.model_copy(update={"codes": codes}), analyzer=analyzer)
