"""Stage 1: raw bytes to labelled lines, metadata and the text of an article.

``read_raw`` decodes a saved file, ``clean`` labels every line of it and keeps the article, ``clean_files`` does both
for any number of files. What sites print around an article is data: ``habits.yml``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.cleaning.article import CleanArticle, NoArticle, clean
    from helpers.cleaning.batch import clean_files
    from helpers.cleaning.reading import RawText, UnreadableText, read_raw

__all__ = ["CleanArticle", "NoArticle", "RawText", "UnreadableText", "clean", "clean_files", "read_raw"]

_HOMES = {
    "CleanArticle": "article",
    "NoArticle": "article",
    "clean": "article",
    "clean_files": "batch",
    "RawText": "reading",
    "UnreadableText": "reading",
    "read_raw": "reading",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
