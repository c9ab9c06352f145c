"""The schema of every table: column, dtype, meaning.

Spans are ``[start, end)`` in the decoded raw text of the article, in characters. ``text`` beside a span is the raw
text of that span, always: ``text == raw[start:end]``. What could not be measured is missing, never 0.
"""

from __future__ import annotations

from helpers.schema import Column, Table
from helpers.tables.article import ARTICLES, LINES, SENTENCES, TERMS, TOKENS
from helpers.tables.coders import AGREEMENT, CONFUSION, DISAGREEMENTS
from helpers.tables.columns import (
    CERTAINTY,
    FACT_KINDS,
    GIVEN,
    KEPT,
    LABELS,
    POS,
    QUOTE_USES,
    RESOLVED_BY,
    SECTIONS,
    STANCES,
    UNITS,
    VOICES_KINDS,
    WHOLE,
    places,
)
from helpers.tables.comparing import CHANGES, COOCCURRENCE, COVERAGE, DRAWN, GROUP_KEYNESS, SHARES, SPEAKERS
from helpers.tables.corpus import ARTICLE_TERMS, MEMBERS, SHINGLES, STORIES, UNREADABLE
from helpers.tables.keywords import (
    BANDS,
    COLLOCATIONS,
    DISPERSION,
    DIVERSITY,
    KEYWORDS,
    KWIC,
    NETWORK,
    POSITIONS,
    STABILITY,
    TERM_COUNTS,
    TERM_STABILITY,
)
from helpers.tables.narrative import CODINGS, EVIDENCE, FACTS, FINDINGS, MEASURES, VOICES, WEIGHING

TABLES = {
    table.name: table
    for table in (
        LINES, ARTICLES, SENTENCES, TOKENS, TERMS, TERM_COUNTS, KEYWORDS, BANDS, DISPERSION, POSITIONS, KWIC,
        DIVERSITY, STABILITY, TERM_STABILITY, NETWORK, COLLOCATIONS, CODINGS, VOICES, FACTS, FINDINGS,
        EVIDENCE, MEASURES, WEIGHING, AGREEMENT, CONFUSION, DISAGREEMENTS,
        MEMBERS, ARTICLE_TERMS, SHINGLES, STORIES,
        UNREADABLE, COVERAGE, SHARES, CHANGES, GROUP_KEYNESS, COOCCURRENCE, SPEAKERS, DRAWN,
    )
}  # fmt: skip

__all__ = [
    "AGREEMENT",
    "ARTICLES",
    "ARTICLE_TERMS",
    "BANDS",
    "CERTAINTY",
    "CHANGES",
    "CODINGS",
    "COLLOCATIONS",
    "CONFUSION",
    "COOCCURRENCE",
    "COVERAGE",
    "DISAGREEMENTS",
    "DISPERSION",
    "DIVERSITY",
    "DRAWN",
    "EVIDENCE",
    "FACTS",
    "FACT_KINDS",
    "FINDINGS",
    "GIVEN",
    "GROUP_KEYNESS",
    "KEPT",
    "KEYWORDS",
    "KWIC",
    "LABELS",
    "LINES",
    "MEASURES",
    "MEMBERS",
    "NETWORK",
    "POS",
    "POSITIONS",
    "QUOTE_USES",
    "RESOLVED_BY",
    "SECTIONS",
    "SENTENCES",
    "SHARES",
    "SHINGLES",
    "SPEAKERS",
    "STABILITY",
    "STANCES",
    "STORIES",
    "TABLES",
    "TERMS",
    "TERM_COUNTS",
    "TERM_STABILITY",
    "TOKENS",
    "UNITS",
    "UNREADABLE",
    "VOICES",
    "VOICES_KINDS",
    "WEIGHING",
    "WHOLE",
    "Column",
    "Table",
    "places",
]
