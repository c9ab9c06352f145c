"""What tables share: the words that certain columns may hold, and columns that mean the same everywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from helpers.schema import Column

# in article_id: all articles of a study of several together; in claim: the thesis as a whole
WHOLE = "*"
UNKNOWN = "(모름)"  # the outlet or period of articles that tell none
FEW = 10  # articles below which a group is too small to be spoken of, and only part of the rest of the others

LABELS = ("title", "date", "byline", "deck", "subhead", "body", "caption", "turn", "boilerplate", "blank")
SECTIONS = ("title", "deck", "body", "subhead", "caption")
KEPT = SECTIONS[1:]  # what cleaning keeps as the text of an article
POS = (
    "noun", "bound_noun", "pronoun", "numeral", "verb", "adjective", "adverb", "determiner", "interjection",
    "particle", "ending", "affix", "foreign", "number", "symbol", "unknown",
)  # fmt: skip
UNITS = ("morpheme", "compound")
STANCES = ("supports", "qualifies", "opposes", "context")
QUOTE_USES = ("speech", "scare", "name", "paraphrase", "term", "text")
GIVEN = ("speech", "paraphrase")  # of QUOTE_USES: words that are given to somebody
VOICES_KINDS = ("reporter", "named", "unnamed")
FACT_KINDS = ("date", "period", "amount", "count")
GIVES = ("order", "age", "age_group")
CERTAINTY = ("stated", "inferred", "guessed")
RESOLVED_BY = ("text", "publication")
LACKS = ("publication", "text", "vague")
CODER_KINDS = ("person", "language_model")
KNEW_RULES = ("unseen", "seen", "wrote")

ARTICLE = Column("str", "the article, as named in study.yml")
SENTENCE = Column("int64", "the sentence's number in its article, from 1; 0 is the headline")
START = Column("int64", "first character of the span")
END = Column("int64", "character after the span")
TEXT = Column("str", "the raw text of the span")
ANALYZER = Column("str", "the morphological analyzer")
PLACE = {"article_id": ARTICLE, "sentence_id": SENTENCE, "start": START, "end": END, "text": TEXT}


def maybe(meaning: str, dtype: str = "str") -> Column:
    return Column(dtype, meaning, missing=True)


def flag(meaning: str) -> Column:
    return Column("bool", meaning, default=False)


def places(sentences: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    """Sentences, by article and number, as a column of lists names them."""
    return [{"article_id": article_id, "sentence_id": number} for article_id, number in sentences]


def list_of(meaning: str) -> Column:
    """A column of lists. An empty list is a value; missing says that there can be no list."""
    return Column("object", meaning, missing=True)
