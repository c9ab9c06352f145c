"""How far apart the words of a rule stand in a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from helpers.narrative.coding.codebook import Rule
from helpers.narrative.coding.matching import match, sentence_of
from helpers.narrative.rows import rows_by_sentence, rows_of

FARTHEST = 50  # words: what stands farther apart stands in no common sentence
Place = tuple[str, int]


def with_reach(rule: Rule, within: int) -> Rule:
    """The rule with its words allowed as far apart as ``within``."""
    return rule.model_copy(update={"near": rule.near and rule.near.model_copy(update={"within": within})})


def reaches(sentences: pd.DataFrame, tokens: pd.DataFrame, *, analyzer: str) -> Callable[[Rule, Place], int | None]:
    """Says for a rule and a sentence how far apart (``within``) the words of its ``near`` stand; None: not all there.

    sentences, tokens  tables.SENTENCES, tables.TOKENS; only the rows of ``analyzer`` count
    """
    own = tokens[(tokens["analyzer"] == analyzer) & (tokens["unit"] == "morpheme")]
    parts = rows_by_sentence(own.sort_values("start", kind="stable"))
    rows = {(row["article_id"], int(row["sentence_id"])): row for row in rows_of(sentences)}

    def reach(rule: Rule, place: Place) -> int | None:
        sentence = sentence_of(rows[place]["text"], int(rows[place]["start"]), parts.get(place, []))
        return next((n for n in range(1, FARTHEST + 1) if match(with_reach(rule, n), sentence)), None)

    return reach
