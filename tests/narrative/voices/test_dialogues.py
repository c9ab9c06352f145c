"""Voices of invented passages, read as a careful reader hears them: tests/made/dialogues.txt says how."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pandas as pd
import pytest

from helpers import tables
from helpers.narrative import find_voices
from helpers.tokenizing import split_sentences, tokenize
from made.village import CHECKOUT

SECTIONS = {"T": "title", "D": "deck", "S": "subhead"}
MARKS = re.compile(r"[\s“”‘’\"'…]")


def passages() -> Iterator[tuple[list[str], list[str]]]:
    """The lines of each passage, and what is heard in it."""
    text = (CHECKOUT / "tests" / "made" / "dialogues.txt").read_text("utf-8")
    for block in re.split(r"\n\s*\n", text):
        lines = [line for line in block.split("\n") if line.strip() and not line.startswith("#")]
        if lines:
            yield (
                [line for line in lines if not line.startswith(">")],
                [line[1:].strip() for line in lines if line[0] == ">"],
            )


PASSAGES = list(passages())


def sentences_of(lines: list[str], article: str) -> pd.DataFrame:
    rows: list[dict[str, object]] = []
    place = 0
    for paragraph, line in enumerate(lines, 1):
        head = re.match(r"([TDS]): ", line)
        section, text = (SECTIONS[head[1]], line[3:]) if head else ("body", line)
        for start, end in split_sentences(text):
            row = {"article_id": article, "sentence_id": len(rows) + 1, "start": place + start, "end": place + end}
            rows.append(row | {"text": text[start:end], "section": section, "paragraph": paragraph})
        place += len(text) + 1
    return tables.SENTENCES.make(rows)


@cache
def voices() -> pd.DataFrame:
    """All passages as one table: one reading of all is quicker than a reading of each."""
    sentences = pd.concat([sentences_of(lines, f"a{n}") for n, (lines, _) in enumerate(PASSAGES)], ignore_index=True)
    return tables.VOICES.check(find_voices(sentences, tokenize(sentences, "kiwi")))


def flat(text: object) -> str:
    return "" if text is None or pd.isna(text) else MARKS.sub("", str(text))


@pytest.mark.parametrize("number", range(len(PASSAGES)), ids=lambda number: f"passage{number}")
def test_a_passage_is_heard_as_a_reader_hears_it(number):
    table = voices()
    told = table[
        table["use"].isin(("speech", "paraphrase")) & (table["article_id"] == f"a{number}") & ~table["continues"]
    ]
    found = [(row.use, flat(row.text), row.kind, flat(row.person)) for row in told.itertuples(index=False)]
    expected = [line for line in PASSAGES[number][1] if not line.startswith("없음")]
    assert len(found) == len(expected), (PASSAGES[number][0], found)
    for line in expected:
        words, kind, person = (part.strip() for part in line.split("|"))
        nth, words = (int(words[1]) - 1, words[3:]) if words.startswith("@") else (0, words)
        use = "paraphrase" if words.startswith("p:") else "speech"
        words = flat(words.removeprefix("p:"))
        alike = [row for row in found if row[0] == use and (row[1].startswith(words) or use == "paraphrase")]
        alike = [row for row in alike if use == "speech" or len(alike) == 1 or flat(person.strip("-")) in row[3]]
        assert len(alike) > nth, (line, found)
        assert alike[nth][2] == kind, (line, found)
        assert (alike[nth][3] == "") if person == "-" else flat(person) in alike[nth][3], (line, found)
