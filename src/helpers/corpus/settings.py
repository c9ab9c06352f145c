"""What the reading of each article of a corpus depends on, and the keys that say when one is to be read again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

_ENTRY = ("article_id", "file", "published_at", "sha256", "stratum", "reporter")


@dataclass(frozen=True)
class Settings:
    """What the reading of an article depends on, beside the article.

    leads                   read the headline and first characters of an article that has a noun list and no full text
    code_read, code_coded   digests of the program that reads, and of that which codes
    """

    study: str
    root: str
    folder: str
    analyzer: str
    dictionary: str
    stopwords: tuple[str, ...]
    parts_of_speech: tuple[str, ...]
    codebook: str
    min_syllables: int = 2
    leads: bool = False
    synonyms: tuple[tuple[str, str], ...] = ()
    code_read: str = ""
    code_coded: str = ""

    def read_key(self, entry: Mapping[str, str]) -> str:
        """What an article's sentences, tokens, voices and facts were made of."""
        return _digest([[entry.get(name, "") for name in _ENTRY], self._of_reading])

    def coded_key(self, entry: Mapping[str, str]) -> str:
        """What its codings were made of."""
        return _digest([self.read_key(entry), self._of_coding])

    @cached_property
    def _of_reading(self) -> str:
        counted = [self.stopwords, self.synonyms, self.parts_of_speech, self.min_syllables, self.leads]
        return _digest([self.analyzer, self.dictionary, *counted, self.code_read])

    @cached_property
    def _of_coding(self) -> str:
        return _digest([self.codebook, self.code_coded])


def _digest(made_of: Any) -> str:
    return hashlib.sha256(json.dumps(made_of, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()[:20]
