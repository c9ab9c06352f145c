"""Invented texts as the tables that the keyword tests need."""

from __future__ import annotations

import pandas as pd

from helpers import tables
from helpers.keywords import count_terms
from made.sentences import sentence_table

HARBOUR = (
    "어부 바다 그물 배",
    "바다 배 항구",
    "어부 항구 그물 그물",
    "바다 등대",
    "등대 항구 배 바다 어부",
    "그물 어부 배",
    "항구 시장 생선",
    "생선 시장 어부",
)


def make_tokens(*sentences: str, article: str = "가", analyzer: str = "kiwi") -> pd.DataFrame:
    """TOKENS of sentences of words: ``word`` is a noun, ``word/pos`` something else; words stand a space apart."""
    rows, start = [], 0
    for number, sentence in enumerate(sentences, 1):
        for word in sentence.split():
            lemma, _, pos = word.partition("/")
            rows.append(token(lemma, start, sentence=number, pos=pos or "noun", article=article, analyzer=analyzer))
            start += len(lemma) + 1
    return tables.TOKENS.make(rows)


def token(
    lemma: str,
    start: int,
    *,
    end: int | None = None,
    sentence: int = 1,
    pos: str = "noun",
    unit: str = "morpheme",
    article: str = "가",
    analyzer: str = "kiwi",
) -> dict:
    """One row of TOKENS, as long as its lemma unless ``end`` says otherwise."""
    return {
        "article_id": article, "sentence_id": sentence, "analyzer": analyzer, "unit": unit, "start": start,
        "end": start + len(lemma) if end is None else end, "surface": lemma, "lemma": lemma, "tag": "X", "pos": pos,
        "from_dictionary": False,
    }  # fmt: skip


def make_terms(*sentences: str, article: str = "가", analyzer: str = "kiwi", min_length: int = 1) -> pd.DataFrame:
    """TERMS of sentences of words."""
    tokens = make_tokens(*sentences, article=article, analyzer=analyzer)
    return count_terms(tokens, analyzer=analyzer, min_length=min_length)


def make_sentences(*texts: str, article: str = "가", paragraphs: tuple[int, ...] = ()) -> pd.DataFrame:
    """SENTENCES that stand a space apart, as in ``make_tokens``."""
    return sentence_table(*texts, article=article, paragraphs=paragraphs)


def values_of(keywords: pd.DataFrame, measure: str, article: str = "가") -> dict[str, float]:
    """term -> value under one measure."""
    rows = keywords[(keywords["measure"] == measure) & (keywords["article_id"] == article)]
    return dict(zip(rows["term"], rows["value"], strict=True))
