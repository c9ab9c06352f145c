"""Which keywords remain if the analyst chooses another method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd

from helpers.reporting.korean.names import analyzer_name, measure_name
from helpers.reporting.messages import Message, message, paragraph
from helpers.reporting.prose.rows import all_together, records
from helpers.reporting.saying import Displayable

Choice = tuple[str, str]  # a dimension of the method, and its value

FIRM = 0.8  # of the lists; the catalogue says 80%
_SHOWN = 6
_BEST = 10
_HANGING = 4
_FILTERS = {
    "nouns": ("stability.nouns_and", "stability.nouns"),
    "nouns+foreign": ("stability.foreign_and", "stability.foreign"),
    "content": ("stability.content_and", "stability.content"),
}
_CHOICES = {
    "analyzer": ("stability.read_and", "stability.read"),
    "measure": ("stability.rank_and", "stability.rank"),
    "stopwords": ("stability.stopwords_and", "stability.stopwords"),
}
_ALL_WORDS = ("stability.all_words_and", "stability.all_words")
_NAMES = {"analyzer": analyzer_name, "measure": measure_name}


def about_stability(term_stability: pd.DataFrame) -> Displayable:
    """Which keywords occur in most variants of the method, and which depend on one choice.

    term_stability  tables.TERM_STABILITY; no rows give an empty displayable
    """
    return paragraph(on_stability(term_stability))


def on_stability(term_stability: pd.DataFrame) -> list[Message]:
    """How many variants there are, which words remain, which depend on one choice; [] for no rows."""
    rows = all_together(term_stability)
    if rows.empty:
        return []
    variants = int(rows["variants"].iloc[0])
    if variants < 2:
        return [message("stability.untried")]
    return [message("stability.variants", n=variants), _firm(rows), *_hanging(rows)]


def _firm(rows: pd.DataFrame) -> Message:
    always = rows[rows["share"] == 1]
    if len(always) == len(rows):
        return message("stability.all_alike")
    if len(always):
        key = "stability.always" if len(always) <= _SHOWN else "stability.always_more"
        return message(key, words=_words(always["term"].head(_SHOWN)), n=len(always))
    firm = rows[rows["share"] >= FIRM]
    if len(firm):
        return message("stability.mostly", words=_words(firm["term"].head(_SHOWN)))
    return message("stability.none")


def _words(terms: Iterable[str]) -> list[Message]:
    return [message("words.term", term=term) for term in terms]


def _hanging(rows: pd.DataFrame) -> list[Message]:
    """Words that are high in some list and in no list without one choice, grouped by that choice."""
    hanging = rows[rows["hangs_on"].map(bool) & (rows["best_rank"] <= _BEST)].head(_HANGING)
    choices: dict[tuple[Choice, ...], list[Message]] = {}
    for row in records(hanging):
        needed = tuple((choice["dimension"], choice["value"]) for choice in row["hangs_on"])
        choices.setdefault(needed, []).append(message("words.quoted", term=row["term"]))
    parts = [message("stability.part", words=words, choice=_choice(choice)) for choice, words in choices.items()]
    return [message("stability.hanging", parts=parts)] if parts else []


def _choice(needed: Sequence[Choice]) -> Message:
    """The analyzer komoran and the measure frequency as what has to be done: "Komoran으로 읽고 횟수로 재야"."""
    *before, last = needed
    said = _done(*last, is_last=True)
    for choice in reversed(before):
        said = message("stability.choices", first=_done(*choice, is_last=False), rest=said)
    return said


def _done(dimension: str, level: str, *, is_last: bool) -> Message:
    """One choice as a verb that ends in -고, or the last in -야."""
    if dimension == "pos" and level in _FILTERS:
        return message(_FILTERS[level][is_last])
    if dimension == "stopwords" and level == "none":
        return message(_ALL_WORDS[is_last])
    keys = _CHOICES.get(dimension, _CHOICES["stopwords"])
    return message(keys[is_last], name=_NAMES.get(dimension, str)(level))
