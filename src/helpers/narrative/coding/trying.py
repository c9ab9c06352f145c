"""Try a changed codebook: a wider window, another stance, a rule of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.coding.parsing import parse_codebook
from helpers.narrative.coding.rules import code_sentences
from helpers.narrative.rows import Row, rows_by_sentence, rows_of

LONGEST = 90  # characters of a sentence that is taken apart word by word


def with_window(codebook: Codebook, within: int) -> Codebook:
    """The codebook with the window of every ``near`` rule set to ``within`` words."""
    codes = []
    for code in codebook.codes:
        rules = [
            rule.model_copy(update={"near": rule.near.model_copy(update={"within": within})}) if rule.near else rule
            for rule in code.rules
        ]
        codes.append(code.model_copy(update={"rules": tuple(rules)}))
    return codebook.model_copy(update={"codes": tuple(codes)})


def with_stance(codebook: Codebook, name: str, stance: str) -> Codebook:
    """The codebook with another stance for the code ``name``; rules that have one of their own keep it."""
    codes = [code.model_copy(update={"stance": stance}) if code.name == name else code for code in codebook.codes]
    return codebook.model_copy(update={"codes": tuple(codes)})


def try_rule(rule: Mapping[str, Any], sentences: pd.DataFrame, tokens: pd.DataFrame, *, analyzer: str) -> pd.DataFrame:
    """The sentences that one rule finds, and the words that it matched in them.

    rule       as the codebook writes it: {"near": {"words": ["투자", "이어지다|꾸준히"], "within": 6}}
    sentences  tables.SENTENCES
    tokens     tables.TOKENS
    returns    tables.CODINGS of a code named trial; no sentence gives no rows
    """
    trial = {"label": "trial", "definition": "trial", "stance": "supports", "rules": [dict(rule)]}
    codebook = parse_codebook({"codes": {"trial": trial}}, name="the rule")
    return code_sentences(sentences, tokens, codebook, analyzer=analyzer)


def gained(codings: pd.DataFrame, *, over: pd.DataFrame) -> pd.DataFrame:
    """The codings of ``codings`` whose pair of sentence and code does not occur in ``over``.

    codings, over  tables.CODINGS
    """
    held = {_key(row) for row in rows_of(over)}
    new = [place for place, row in enumerate(rows_of(codings)) if _key(row) not in held]
    return codings.iloc[new].reset_index(drop=True)


def clearest(codings: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """The sentence that shows the method best: not too long, of one stance, the first with the most matched words.

    codings    tables.CODINGS of the rules
    sentences  tables.SENTENCES
    returns    its row of ``sentences``; no coding gives no row
    """
    coded = rows_by_sentence(codings)
    sizes = {key: sum(len(row["matched"]) for row in rows) for key, rows in coded.items()}
    mixed = {key for key, rows in coded.items() if len({row["stance"] for row in rows}) > 1}

    def order(row: Row) -> tuple[object, ...]:
        key = (row["article_id"], int(row["sentence_id"]))
        wanted = key in sizes, row["section"] == "body", len(row["text"]) <= LONGEST, key not in mixed
        return *(not good for good in wanted), -sizes.get(key, 0), key

    ordered = sorted(range(len(sentences)), key=dict(enumerate(map(order, rows_of(sentences)))).__getitem__)
    return sentences.iloc[ordered[:1] if sizes else []].reset_index(drop=True)


def _key(row: Row) -> tuple[str, int, str]:
    return row["article_id"], int(row["sentence_id"]), row["code"]
