"""Where words that a person quotes stand in an article."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from helpers.narrative.rows import Row
from helpers.normalize import normalize


def places_of(quote: str, sentence: Row) -> Iterator[Row]:
    """Every place of the quoted words in a sentence, whatever its spaces and however its letters are composed."""
    normal = normalize(sentence["text"])
    kept = [n for n, letter in enumerate(normal.text) if not letter.isspace()]
    text, wanted = "".join(normal.text[n] for n in kept), "".join(unicodedata.normalize("NFC", quote).split())
    at = text.find(wanted)
    while wanted and at >= 0:
        start, end = normal.to_raw(kept[at], kept[at + len(wanted) - 1] + 1)
        base = int(sentence["start"])
        yield {
            "article_id": sentence["article_id"], "sentence_id": int(sentence["sentence_id"]),
            "start": base + start, "end": base + end, "text": sentence["text"][start:end],
        }  # fmt: skip
        at = text.find(wanted, at + 1)


def likeness(quote: str, text: str) -> float:
    """How similar a text is to the quoted words, as a number to compare: long pieces in common count most."""
    matched = SequenceMatcher(None, quote, text, autojunk=False).get_matching_blocks()
    return sum(block.size**2 for block in matched)
