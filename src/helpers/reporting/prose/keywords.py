"""Which words are most important, and which of them may be called more important than others."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

import pandas as pd

from helpers import tables
from helpers.reporting.korean.names import measure_name
from helpers.reporting.messages import Message, message, paragraph, plain
from helpers.reporting.prose.rows import absent, first, records
from helpers.reporting.prose.stability import on_stability
from helpers.reporting.saying import Displayable

_SHOWN, _MOST = 5, 7


def about_frequency(keywords: pd.DataFrame) -> Displayable:
    """Which words occur most often, or that none occurs twice.

    keywords  tables.KEYWORDS; none of the measure frequency gives an empty displayable
    """
    return paragraph(_frequency(keywords))


def _frequency(keywords: pd.DataFrame) -> list[Message]:
    rows = records(_ranking(keywords, "frequency"))
    if not rows:
        return []
    often = _most([row for row in rows if row["n"] > 1])
    if not often:
        return [message("words.once", n=len(rows))]
    words = _words(row["term"] for row in often)
    if len(words) > _MOST:
        return [message("words.often_more", words=words[:_SHOWN])]
    return [message("words.often", words=words)]


def _most(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The first few rows; of words that occur equally often all or none are named."""
    chosen: list[dict[str, Any]] = []
    for _, group in groupby(rows, key=lambda row: row["n"]):
        alike = list(group)
        if chosen and len(chosen) + len(alike) > _MOST:
            break
        chosen += alike
        if len(chosen) >= _SHOWN:
            break
    return chosen


def about_keyness(keywords: pd.DataFrame) -> Displayable:
    """Which words are more frequent here than in the reference, and which of them the reference does not list.

    keywords  tables.KEYWORDS; no keyness gives an empty displayable
    """
    return paragraph(_keyness(keywords))


def _keyness(keywords: pd.DataFrame) -> list[Message]:
    rows = _ranking(keywords, "keyness")
    rows = rows[rows["value"] > 0]
    if rows.empty:
        return []
    reference = str(rows["measure"].iloc[0]).removeprefix("keyness_")
    general = reference == "wordfreq"
    against = message("keyness.general") if general else message("keyness.reference", name=reference)
    opening = message("keyness.unusual", against=against, words=_words(rows["term"].head(_SHOWN)))
    return [opening, *_floored(rows.head(_SHOWN))]


def _floored(rows: pd.DataFrame) -> list[Message]:
    """Words that the reference does not list: their keyness is a lower bound."""
    words = rows.loc[rows["floored"], "term"]
    return [message("keyness.floored", words=_quoted(words))] if len(words) else []


def about_ranks(bands: pd.DataFrame) -> Displayable:
    """Which keywords may be called higher than those below them, and which may not.

    bands  tables.BANDS; its keyness speaks, else its first measure; no intervals give a sentence that says so, no
            words an empty displayable
    """
    chosen, descriptive = _ranks(bands), [message("ranks.descriptive")]
    return paragraph([*chosen, *(descriptive if chosen and chosen[0].key != "ranks.no_intervals" else [])])


def _ranks(bands: pd.DataFrame) -> list[Message]:
    rows = _ranking(bands, "keyness")
    rows = rows if len(rows) or bands.empty else _ranking(bands, str(bands["measure"].iloc[0]))
    if rows.empty:
        return []
    known = rows.dropna(subset=["band"])
    name = measure_name(str(rows["measure"].iloc[0]))
    if known.empty:
        return [message("ranks.no_intervals", measure=name)]
    if len(known) < 2:
        return []
    top = list(known.loc[known["band"] == 1, "term"].astype(str))
    if len(top) == len(known):
        return [message("ranks.alike", measure=name, n=len(known)), *_above(records(known))]
    if len(top) == 1:
        return [message("ranks.first", term=top[0], measure=name)]
    key = "ranks.as_one" if len(top) <= _SHOWN else "ranks.as_one_more"
    return [message("ranks.band", n=len(top)), message(key, words=_quoted(top[:_SHOWN]))]


def _above(rows: list[dict[str, Any]]) -> list[Message]:
    """How many words there are at the end whose intervals lie below that of the first one."""
    leading = rows[0]
    if absent(leading["above_from"]):
        return []
    n = sum(row["rank"] >= leading["above_from"] for row in rows)
    return [message("ranks.above", term=leading["term"], n=n)]


def keyword_findings(keywords: pd.DataFrame, bands: pd.DataFrame, term_stability: pd.DataFrame) -> pd.DataFrame:
    """What keywords show, as rows of tables.FINDINGS: which words, how sure their ranks are, which of them hold.

    keywords        tables.KEYWORDS, its keyness, else its first measure
    bands          tables.BANDS of the same
    term_stability  tables.TERM_STABILITY; where it has words and the keywords have none, that is all there is to say
    """
    if keywords.empty and len(term_stability):
        nothing = plain([message("words.nothing")])
        return tables.FINDINGS.make([{"finding": "keywords", "text": nothing, "table": "keywords"}])
    which = _keyness(keywords) if len(_ranking(keywords, "keyness")) else _frequency(keywords)
    rows = [
        {"finding": "keywords", "text": plain(which[:1]), "table": "keywords"},
        {"finding": "ranks", "text": plain(_ranks(bands)), "table": "keywords"},
        {"finding": "stability", "text": plain(on_stability(term_stability)[:2]), "table": "term_stability"},
    ]
    return tables.FINDINGS.make(row for row in rows if row["text"])


def _words(terms: Iterable[str]) -> list[Message]:
    return [message("words.term", term=term) for term in terms]


def _quoted(terms: Iterable[str]) -> list[Message]:
    return [message("words.quoted", term=term) for term in terms]


def _ranking(frame: pd.DataFrame, measure: str) -> pd.DataFrame:
    """One ranking of one measure (of the first reference, where there are several), by rank."""
    rows = first(frame[frame["measure"].str.startswith(measure)])
    return rows[rows["measure"] == rows["measure"].iloc[0]].sort_values("rank") if len(rows) else rows
