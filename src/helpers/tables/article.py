"""Tables of stages 1 and 2: an article's lines, sentences and tokens, and the terms that are counted."""

from __future__ import annotations

from helpers.schema import Column, Table
from helpers.tables.columns import (
    ANALYZER,
    ARTICLE,
    END,
    LABELS,
    PLACE,
    POS,
    SECTIONS,
    SENTENCE,
    START,
    TEXT,
    UNITS,
    maybe,
)

LINES = Table(
    "lines",
    "one line of the raw text with its line end, or a part of one where body and boilerplate share it",
    {
        "article_id": ARTICLE,
        "line": Column("int64", "number of the line in the raw text, from 1"),
        "start": START,
        "end": END,
        "text": TEXT,
        "label": Column("str", "what the line is", LABELS),
        "kept": Column("bool", "does it belong to the article's text"),
        "rule": Column(
            "str", "the rule that decided, a category of lexicons/evidence.yml; code reads this, never the reason"
        ),
        "reason": Column("str", "the rule in words, for a person to read"),
        "confidence": Column("float64", "0 to 1"),
    },
    ("article_id", "start"),
)

ARTICLES = Table(
    "articles",
    "one article",
    {
        "article_id": ARTICLE,
        "source_file": Column("str", "path below the study's folder"),
        "sha256": Column("str", "of the raw bytes"),
        "encoding": Column("str", "that the raw bytes were decoded from"),
        "repairs": maybe("what was mended while decoding"),
        "title": maybe("headline without the site's name and the series tag"),
        "title_from": maybe("where the title was found: in the text, in the page's head, in the file's name"),
        "series": maybe("series tag as printed, without its brackets"),
        "published_at": maybe("ISO 8601 with zone; a date alone where no time is given"),
        "modified_at": maybe("ISO 8601 with zone"),
        "outlet": maybe("the publisher"),
        "section": maybe("the publisher's section"),
        "reporter": maybe("byline"),
        "address": maybe("URL"),
        "characters": Column("int64", "of the raw text"),
        "kept_characters": Column("int64", "in spans that were kept"),
        "removed_characters": Column("int64", "in spans that were not"),
    },
    ("article_id",),
)

SENTENCES = Table(
    "sentences",
    "one sentence; headlines, captions and list lines are units of their own",
    PLACE
    | {
        "section": Column("str", "where in the article", SECTIONS),
        "paragraph": Column("int64", "number of the paragraph in the article, from 1; 0 is the headline"),
    },
    ("article_id", "sentence_id"),
)

TOKENS = Table(
    "tokens",
    "one morpheme under one analyzer, or one compound of several",
    {
        "article_id": ARTICLE,
        "sentence_id": SENTENCE,
        "analyzer": ANALYZER,
        "unit": Column("str", "a morpheme, or a compound whose parts stand in the table too", UNITS),
        "start": START,
        "end": END,
        "surface": Column("str", "the raw text of the span"),
        "lemma": Column("str", "dictionary form, normalized; verbs and adjectives with 다"),
        "tag": Column("str", "the analyzer's own tag"),
        "pos": Column("str", "coarse part of speech, comparable across analyzers", POS),
        "from_dictionary": Column("bool", "did the study's dictionary.tsv make this token"),
    },
    ("article_id", "sentence_id", "analyzer", "unit", "start", "end", "lemma", "tag"),
)

TERMS = Table(
    "terms",
    "one occurrence of a term; a sentence with nothing to count keeps one row without a term",
    {
        "article_id": ARTICLE,
        "sentence_id": SENTENCE,
        "analyzer": ANALYZER,
        "term": maybe("the lemma as readers count it, compounds whole"),
        "pos": maybe("coarse part of speech"),
        "start": START,
        "end": END,
        "sentence_tokens": Column("int64", "tokens in the sentence, symbols left out, contracted morphemes as one"),
    },
    ("article_id", "sentence_id", "analyzer", "start", "end", "term"),
)
