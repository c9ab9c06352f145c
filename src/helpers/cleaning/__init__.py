"""Stage 1: raw bytes to labelled lines, metadata and the text of an article.

``read_raw`` decodes a saved file, ``clean`` labels every line of it and keeps the article, ``clean_files`` does both
for any number of files. What sites print around an article is data: ``habits.yml``.
"""

from helpers.cleaning.article import CleanArticle, clean
from helpers.cleaning.audit import longest_removed, reasons
from helpers.cleaning.batch import clean_files
from helpers.cleaning.collection import clean_articles
from helpers.cleaning.failures import NoArticle, UnreadableText
from helpers.cleaning.files.reading import RawText, read_raw

__all__ = [
    "CleanArticle",
    "NoArticle",
    "RawText",
    "UnreadableText",
    "clean",
    "clean_articles",
    "clean_files",
    "longest_removed",
    "read_raw",
    "reasons",
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
