"""The study's own words made whole where an analyzer cut them, and what that changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from helpers.tokenizing.dictionary import Dictionary
from helpers.tokenizing.readings import Reading
from helpers.tokenizing.tags import coarse

_OWN_TAGS = {
    "kkma": {"SL": "OL", "MM": "MDT"},
    "okt": {"MAG": "Adverb", "MM": "Determiner", "IC": "Exclamation", "SL": "Alpha"},
    "hannanum": {
        "NNG": "NC", "NNP": "NQ", "NNB": "NB", "NR": "NN", "MAG": "MA", "IC": "II", "SL": "F",
    },
}  # fmt: skip
_PARTICLE = re.compile(
    "(?:에게서|께서|에서|에게|한테|으로|부터|까지|마다|조차|마저|처럼|보다|이나|라는|이라는|이란|은|는|이|가|을|를|의|에|와|과|도|만|로|나|란|들)+"
)
_PARTICLE_TAGS = {"okt": "Josa"}


def rejoin(readings: Sequence[Reading], text: str, *, analyzer: str, dictionary: Dictionary) -> list[Reading]:
    """The readings of a sentence, with each word of the dictionary that stands in it as one reading.

    A word counts where it begins with a word or with a reading, and ends with one or before particles alone: 삼성 is
    not cut out of a reading 삼성전자. Where the analyzer had drawn a particle into the word (시티는), it is set apart.
    """
    if not dictionary:
        return list(readings)
    tags = {word.form: _own_tag(word.tag, analyzer) for word in dictionary}
    result = list(readings)
    for match in _pattern(dictionary).finditer(text):
        start, end = match.span()
        particle = _end_of_word(result, text, start, end)
        if particle is None:
            continue
        form = " ".join(match.group().split())
        tag = tags[form]
        word = [Reading(start, end, form, tag, coarse(analyzer, tag), True)]
        if particle > end:
            josa = _PARTICLE_TAGS.get(analyzer, "JX")
            word.append(Reading(end, particle, text[end:particle], josa, coarse(analyzer, josa)))
        result = [r for r in result if r.end <= start or r.start >= particle] + word
    return sorted(result, key=lambda reading: (reading.start, reading.end))


def _pattern(dictionary: Dictionary) -> re.Pattern[str]:
    forms = sorted((word.form for word in dictionary), key=lambda form: (-len(form), form))
    return re.compile("|".join(r"\s+".join(map(re.escape, form.split(" "))) for form in forms))


def _own_tag(tag: str, analyzer: str) -> str:
    return _OWN_TAGS.get(analyzer, {}).get(tag, "Noun" if analyzer == "okt" else tag)


def _end_of_word(readings: Sequence[Reading], text: str, start: int, end: int) -> int | None:
    """Where the word and the particles that were drawn into it end; None if it is only a piece of another word."""
    if any(r.start < start < r.end for r in readings):
        return None
    if start and text[start - 1].isalnum() and not any(r.start == start for r in readings):
        return None
    crossing = [r for r in readings if r.start < end < r.end]
    if not crossing:
        return end
    last = max(r.end for r in crossing)
    return last if _PARTICLE.fullmatch(text, end, last) else None


def changed_by_dictionary(tokens: pd.DataFrame, *, without: pd.DataFrame) -> pd.DataFrame:
    """Which words the dictionary changed, and how they were read before.

    tokens   tables.TOKENS, made with the dictionary
    without  tables.TOKENS of the same sentences and analyzers, made without it
    returns  analyzer, form, before (the readings that stood in its place, joined by ' + '), n: one row for each way
             that a word was read before, most frequent first; a word that was whole before with the same part of
             speech is not in it. No rows if nothing changed.
    """
    columns = ["analyzer", "form", "before", "n"]
    place = ["article_id", "sentence_id", "analyzer"]
    made = tokens[tokens["from_dictionary"] & (tokens["unit"] == "morpheme")]
    older = dict(list(without[without["unit"] == "morpheme"].groupby(place)))
    changes = []
    for key, words in made.groupby(place):
        before = older.get(key, without.iloc[:0])
        for word in words.itertuples():
            there = before[(before["start"] < word.end) & (before["end"] > word.start)]
            whole = len(there) == 1 and tuple(there.iloc[0][["start", "end", "pos"]]) == (
                word.start,
                word.end,
                word.pos,
            )
            if not whole:
                changes.append((key[2], word.lemma, " + ".join(there["surface"])))
    frame = pd.DataFrame(changes, columns=columns[:3]).astype("str")
    counted = frame.groupby(columns[:3]).size().rename("n").astype("int64").reset_index()
    order = ["analyzer", "n", "form", "before"]
    return counted.sort_values(order, ascending=[True, False, True, True], ignore_index=True)
