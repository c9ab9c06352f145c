"""Entries of a study's word lists that match nothing in its articles."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from helpers.normalize import normalize
from helpers.study import Study
from helpers.tokenizing import parse_dictionary


def dead_entries(study: Study, sentences: pd.DataFrame, tokens: pd.DataFrame) -> dict[str, list[str]]:
    """For each file the entries that match nothing, in the file's order; files without such an entry are left out.

    A stopword matches nothing if no analyzer has it as a lemma; a word of the dictionary or a synonym, if no sentence
    has it, whatever its spaces and case. Without sentences the result is empty, since nothing is known.
    """
    if sentences.empty:
        return {}
    lemmas = set(tokens["lemma"].dropna().str.casefold())
    text = "\n".join(_plain(sentence) for sentence in sentences["text"])
    words = [word.form for word in parse_dictionary(study.dictionary, name="dictionary.tsv")]
    forms = dict.fromkeys(form for pair in study.synonyms.items() for form in reversed(pair))
    dead = {
        "stopwords.txt": [word for word in study.stopwords if word.strip().casefold() not in lemmas],
        "dictionary.tsv": _absent(words, text),
        "synonyms.tsv": _absent(forms, text),
    }
    return {file: entries for file, entries in dead.items() if entries}


def _absent(forms: Iterable[str], text: str) -> list[str]:
    return [form for form in forms if _plain(form) not in text]


def _plain(text: str) -> str:
    return "".join(normalize(text).text.split()).casefold()
