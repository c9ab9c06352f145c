"""The study's own words, and codes such as P2P, made whole where an analyzer cut them, and what that changed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

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
_CODE = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]+\d+[A-Za-z]*(?![A-Za-z0-9])")  # P2P, G20; not 5km, which measures
PARTICLE = re.compile(
    "(?:에게서|께서|에서|에게|한테|으로|부터|까지|마다|조차|마저|처럼|보다|이나|라는|이라는|이란|은|는|이|가|을|를|의|에|와|과|도|만|로|나|란|들)+"
)


def rejoin(readings: Sequence[Reading], text: str, *, analyzer: str, dictionary: Dictionary) -> list[Reading]:
    """The readings of a sentence, with each word of the dictionary that stands in it as one reading.

    A word counts where it begins with a word or with a reading, and ends with one or before particles alone: 삼성 is
    not cut out of a reading 삼성전자. What the analyzer had drawn into the word is set apart: a particle (시티는),
    marks, what stands in brackets after it. A word of several parts is the same word written without its spaces, unless
    the dictionary has that too.
    """
    if not dictionary:
        return list(readings)
    words = {word.form.replace(" ", ""): word for word in dictionary} | {word.form: word for word in dictionary}
    result = list(readings)
    for match in _pattern(dictionary).finditer(text):
        start, end = match.span()
        crossing = [r for r in result if r.start < end and r.end > start and not start <= r.start < r.end <= end]
        before, after = min([start, *(r.start for r in crossing)]), max([end, *(r.end for r in crossing)])
        if not (_begins(result, text, start, before) and _ends(result, text, end, after)):
            continue
        parts = match.group().split()
        entry = words.get(" ".join(parts)) or words["".join(parts)]
        tag = own_tag(entry.tag, analyzer)
        word = Reading(start, end, entry.form, tag, coarse(analyzer, tag), True)
        left = piece_of(text, before, start, crossing[:1], analyzer)
        right = piece_of(text, end, after, crossing[-1:], analyzer)
        result = [r for r in result if r.end <= before or r.start >= after] + [*left, word, *right]
        result.sort(key=lambda reading: (reading.start, reading.end))
    return result


def stands_alone(text: str, start: int, end: int) -> bool:
    """Does ``[start, end)`` begin a word, and end it but for particles."""
    rest = re.match(r"\w*", text[end:])
    begins = start == 0 or not text[start - 1].isalnum()
    return begins and rest is not None and (not rest.group() or PARTICLE.fullmatch(rest.group()) is not None)


def with_codes(readings: Sequence[Reading], text: str, *, analyzer: str) -> list[Reading]:
    """The readings of a sentence, with each code (P2P, G20) and name with a number (누리21) as one where it was cut.

    A number counts that stands right behind a proper noun and is followed by particles or a mark, and by no unit.
    """
    result = list(readings)
    for match in _CODE.finditer(text):
        start, end = match.span()
        parts = [r for r in result if start <= r.start and r.end <= end]
        if len(parts) > 1 and (parts[0].start, parts[-1].end) == (start, end):
            tag = own_tag("SL", analyzer)
            result = [r for r in result if r not in parts]
            result.append(Reading(start, end, match.group(), tag, coarse(analyzer, tag)))
    for name, number in pairwise(readings):
        numbered = name.tag == "NNP" and number.tag == "SN" and name.end == number.start
        if numbered and stands_alone(text, name.start, number.end):
            result = [r for r in result if r not in (name, number)]
            result.append(name._replace(end=number.end, lemma=text[name.start : number.end]))
    return sorted(result, key=lambda reading: (reading.start, reading.end))


def _begins(readings: Sequence[Reading], text: str, start: int, before: int) -> bool:
    """Does a word begin here: after a mark or a space, or where a reading does."""
    at_mark = start == 0 or not text[start - 1].isalnum()
    return at_mark or (before == start and any(r.start == start for r in readings))


def _ends(readings: Sequence[Reading], text: str, end: int, after: int) -> bool:
    """Does a word end here: before a mark or a space, before particles alone, or where a reading does."""
    at_mark = end == len(text) or not text[end].isalnum()
    return at_mark or after == end or PARTICLE.fullmatch(text, end, after) is not None


def piece_of(text: str, start: int, end: int, crossing: Sequence[Reading], analyzer: str) -> list[Reading]:
    """What is left of a reading beside the word, if anything."""
    piece = text[start:end]
    if not piece.strip():
        return []
    if PARTICLE.fullmatch(piece):
        tag = "Josa" if analyzer == "okt" else "JX"
    elif any(character.isalnum() for character in piece):
        tag = crossing[0].tag
    else:
        tag = "Punctuation" if analyzer == "okt" else "SW"
    return [Reading(start, end, piece, tag, coarse(analyzer, tag))]


def _pattern(dictionary: Dictionary) -> re.Pattern[str]:
    forms = sorted((word.form for word in dictionary), key=lambda form: (-len(form), form))
    return re.compile("|".join(r"\s*".join(map(re.escape, form.split(" "))) for form in forms))


def own_tag(tag: str, analyzer: str) -> str:
    return _OWN_TAGS.get(analyzer, {}).get(tag, "Noun" if analyzer == "okt" else tag)


def changed_by_dictionary(tokens: pd.DataFrame, *, without: pd.DataFrame) -> pd.DataFrame:
    """Which words the dictionary changed, and how they were read before.

    tokens   tables.TOKENS, made with the dictionary
    without  tables.TOKENS of the same sentences and analyzers, made without it
    returns  analyzer, form, before (the readings that stood in its place, joined by ' + '), n: one row for each way
             that a word was read before, most frequent first; a word that was whole before with the same part of
             speech is not in it. No rows if nothing changed.
    """
    columns = ["analyzer", "form", "before", "n"]
    older = _by_sentence(without)
    changes = []
    for sentence, words in _by_sentence(tokens[tokens["from_dictionary"]]).items():
        for word in words:
            there = [old for old in older.get(sentence, []) if old.start < word.end and old.end > word.start]
            if [(old.start, old.end, old.pos) for old in there] != [(word.start, word.end, word.pos)]:
                changes.append((sentence[0], word.lemma, " + ".join(old.surface for old in there)))
    frame = pd.DataFrame(changes, columns=columns[:3]).astype("str")
    counted = frame.groupby(columns[:3]).size().rename("n").astype("int64").reset_index()
    order = ["analyzer", "n", "form", "before"]
    return counted.sort_values(order, ascending=[True, False, True, True], ignore_index=True)


class _Token(NamedTuple):
    start: int
    end: int
    surface: str
    lemma: str
    pos: str


def _by_sentence(tokens: pd.DataFrame) -> dict[tuple[str, str, int], list[_Token]]:
    """The morphemes of each sentence under each analyzer."""
    morphemes = tokens[tokens["unit"] == "morpheme"]
    found: dict[tuple[str, str, int], list[_Token]] = {}
    columns = ["analyzer", "article_id", "sentence_id", *_Token._fields]
    for analyzer, article, number, *rest in morphemes[columns].itertuples(index=False, name=None):
        found.setdefault((analyzer, article, number), []).append(_Token(*rest))
    return found
