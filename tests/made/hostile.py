"""Invented sentences as the table that the tokenizing tests need."""

from __future__ import annotations

import pandas as pd

# The first holds 투자 + 가, which some analyzers read as 투자가 (investor).
SENTENCES = (
    "올해 투자가 늘었고, 마을은 새 도서관을 지었다.",
    "달빛 서점은 마을연구조직을 만들었다고 했다.",
    "“책이 학교다”라며 이장은 웃었습니다.",
)
HOSTILE = {
    "blanks": "  \t  ",
    "line end": "\n",
    "emoji": "😀가😀 책이 많다👩‍👩‍👧",
    "jamo": "ㅋ" * 3000,
    "no space": "책방골목" * 100,
    "one syllable": "가" * 400,
    "control": "책\x00이\x1b 많\x7f\u202e다",
    "private": "\ue000\U0010ffff\uffff",
    "marks": "책" + "\u0301" * 300,
    "decomposed": "책이 많다",
    "zero width": "\u200b책\u200b이 \ufeff",
    "stops": "." * 600,
    "references": "&amp;책&#51060; &fjlig;",
}


def uncovered(tokens: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Characters that are no space and stand in no token."""
    covered = {place for token in tokens.itertuples() for place in range(token.start, token.end)}
    return [
        character
        for sentence in sentences.itertuples()
        for place, character in enumerate(sentence.text, sentence.start)
        if not character.isspace() and place not in covered
    ]


def wrong_surfaces(tokens: pd.DataFrame, sentences: pd.DataFrame) -> list[str]:
    """Surfaces that are not the raw text of their span."""
    texts = {s.sentence_id: (s.start, s.text) for s in sentences.itertuples()}
    return [
        token.surface
        for token in tokens.itertuples()
        for start, text in [texts[token.sentence_id]]
        if not token.surface or text[token.start - start : token.end - start] != token.surface
    ]
