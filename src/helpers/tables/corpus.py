"""Tables of a corpus: its articles, their terms, and which tell the same text."""

from __future__ import annotations

from helpers.schema import Column, Table
from helpers.tables.columns import ARTICLE, maybe

MEMBERS = Table(
    "members",
    "one article of a corpus and how far it could be read",
    {
        "article_id": ARTICLE,
        "status": Column("str", "could it be read", ("read", "unreadable")),
        "reason": maybe("why it could not"),
        "read_key": Column("str", "of all that its sentences and tokens were made of"),
        "coded_key": Column("str", "of all that its codings were made of"),
        "published_at": maybe("ISO 8601: as articles.csv has it, or where that says nothing, as the page does"),
        "characters": Column("int64", "of the raw text"),
        "kept_characters": Column("int64", "in lines that were kept"),
        "sentences": Column("int64", "that were read"),
        "words": Column("int64", "occurrences of terms in its text"),
        "nouns": Column("int64", "nouns in the list that its export gives"),
    },
    ("article_id",),
)

ARTICLE_TERMS = Table(
    "article_terms",
    "one term in one article of a corpus",
    {
        "article_id": ARTICLE,
        "of": Column("str", "counted in the text, or in the noun list of an export", ("text", "nouns")),
        "term": Column("str", "the lemma, or the noun as the list has it"),
        "n": Column("int64", "occurrences"),
    },
    ("article_id", "of", "term"),
)

SHINGLES = Table(
    "shingles",
    "what an article of a corpus is known by, to find copies of it",
    {
        "article_id": ARTICLE,
        "of": Column("str", "runs of words of its text, or of nouns of its export's list", ("text", "nouns")),
        "shingles": Column("object", "hashes of the runs, each once, in order (a list of numbers)"),
    },
    ("article_id",),
)

STORIES = Table(
    "stories",
    "one article of a corpus that tells the text of another",
    {
        "article_id": ARTICLE,
        "story": Column("str", "the story, named after its earliest article"),
        "similarity": Column(
            "float64", "Jaccard index with the most similar other article of the story, counted exactly"
        ),
        "first": Column("bool", "is it the earliest of the story"),
        "outlet": maybe("who published it"),
        "title": maybe("its headline"),
    },
    ("article_id",),
)

UNREADABLE = Table(
    "unreadable",
    "one article of a corpus that could not be read and counts nowhere",
    {
        "article_id": ARTICLE,
        "file": Column("str", "where it lies: a page, or a row of a source"),
        "reason": Column("str", "why"),
    },
    ("article_id",),
)
