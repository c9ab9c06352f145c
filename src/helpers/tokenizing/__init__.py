"""From the text of articles to sentences, and to the tokens that each morphological analyzer reads in them.

``split_sentences`` and ``sentences`` cut an article; ``tokenize`` reads its sentences with one of ``ANALYZERS`` (Kiwi,
MeCab-ko, and Komoran, Okt, Hannanum, Kkma through KoNLPy) into one table, whatever the analyzer; ``own_words``
reads the study's own words; ``compare_analyzers``, ``changed_by_dictionary`` and ``accuracy`` show how far the readings
can be trusted. An analyzer, and Java, are loaded only when they are used.
"""

from __future__ import annotations

from helpers.tokenizing.accuracy import accuracy
from helpers.tokenizing.analyzers import ANALYZERS, available_analyzers, prepare
from helpers.tokenizing.compare import compare_analyzers
from helpers.tokenizing.dictionary import Word, own_words, parse_dictionary
from helpers.tokenizing.known import known_words
from helpers.tokenizing.rejoin import changed_by_dictionary
from helpers.tokenizing.several import token_counts, tokenize_all, with_and_without_dictionary
from helpers.tokenizing.splitting import sentences, split_sentences, without_headlines
from helpers.tokenizing.tags import tagset
from helpers.tokenizing.tokens import tokenize

__all__ = [
    "ANALYZERS",
    "Word",
    "accuracy",
    "available_analyzers",
    "changed_by_dictionary",
    "compare_analyzers",
    "known_words",
    "own_words",
    "parse_dictionary",
    "prepare",
    "sentences",
    "split_sentences",
    "tagset",
    "token_counts",
    "tokenize",
    "tokenize_all",
    "with_and_without_dictionary",
    "without_headlines",
]


def __dir__() -> list[str]:  # what Tab lists: no rooms, which nobody uses by hand
    return __all__
