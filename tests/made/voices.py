"""The voices of a few invented sentences, read as the stages read them."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers import tables
from helpers.narrative import find_voices
from helpers.tokenizing import tokenize
from made.sentences import sentence_table

SPEECH, SCARE, TITLE, PARAPHRASE, TERM, TEXT = tables.QUOTE_USES  # TITLE: a name


def voices_of(sentences: pd.DataFrame) -> pd.DataFrame:
    """The voices of sentences, read with Kiwi as stage 2 reads them."""
    return tables.VOICES.check(find_voices(sentences, tokens=tokenize(sentences, "kiwi")))


def heard(*texts: str, **place: Any) -> list[tuple[str, str, str | None, str | None, str]]:
    """use, kind, speaker, verb and words of each voice; ``place``: as for ``sentence_table``."""
    voices = voices_of(sentence_table(*texts, **place))
    columns = ["use", "kind", "speaker", "verb", "text"]
    return [tuple(None if pd.isna(v) else v for v in row) for row in voices[columns].itertuples(index=False)]


def said(*texts: str, paragraphs: tuple[int, ...] = ()) -> list[tuple[str, str, str | None, str]]:
    """use, kind, person and words of what is spoken or reported, each sentence in a paragraph of its own."""
    voices = voices_of(sentence_table(*texts, paragraphs=paragraphs or tuple(range(1, len(texts) + 1))))
    voices = voices[voices["use"].isin([SPEECH, PARAPHRASE])]
    rows = voices[["use", "kind", "person", "text"]].itertuples(index=False)
    return [tuple(None if pd.isna(value) else value for value in row) for row in rows]


def persons(*texts: str) -> list[str | None]:
    """The person of each of these."""
    return [person for _, _, person, _ in said(*texts)]
