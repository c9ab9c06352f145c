"""The ids of sentences, keywords, tables and figures on a page, which links lead to."""

from __future__ import annotations

import re
import zlib


def slug(text: str) -> str:
    """``text`` as a part of an id: letters (Hangul too), digits and hyphens; different texts give different slugs."""
    kept = re.sub(r"[^\w.-]+", "-", text).strip("-")
    return kept if kept == text else f"{kept[:60]}-{zlib.crc32(text.encode('utf-8', 'surrogatepass')):08x}".lstrip("-")


def sentence_anchor(article_id: str, sentence_id: int) -> str:
    """The id of a sentence in the close reading."""
    return f"s-{slug(article_id)}-{sentence_id}"


def keyword_anchor(term: str) -> str:
    """The id of a keyword's concordance lines."""
    return f"kwic-{slug(term)}"


def keyword_address(term: str) -> str:
    """The address of a keyword's concordance lines on the same page."""
    return f"#{keyword_anchor(term)}"


def figure_anchor(name: str) -> str:
    """The id of a figure."""
    return f"fig-{slug(name)}"


def table_anchor(name: str) -> str:
    """The id of a table."""
    return f"tab-{slug(name)}"
