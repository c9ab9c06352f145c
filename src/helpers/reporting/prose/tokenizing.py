"""What stage 2 read, how well, and where the analyzers part, in sentences."""

from __future__ import annotations

from typing import Any

import pandas as pd

from helpers.reporting.korean.names import POS, analyzer_name
from helpers.reporting.messages import Message, message, paragraph
from helpers.reporting.prose.rows import records
from helpers.reporting.saying import Displayable

_UNITS = {"noun forms": "accuracy.forms", "noun characters": "accuracy.characters"}
_LAYER = "tokenize"
_MOST_WORDS = 5


def about_sentences(sentences: pd.DataFrame) -> Displayable:
    """How many sentences there are.

    sentences  tables.SENTENCES; none gives an empty displayable
    """
    return paragraph([] if sentences.empty else [message("split.sentences", n=len(sentences))])


def about_accuracy(accuracy: pd.DataFrame, analyzer: str) -> Displayable:
    """How often the primary analyzer and the next best are right, on what.

    accuracy  helpers.tokenizing.accuracy(); its rows of the layer ``tokenize`` count, where there are such
    returns   an analyzer that was not measured gives a sentence that says so; no measurement, an empty displayable
    """
    if accuracy.empty:
        return paragraph([])
    layered = accuracy[accuracy["layer"] == _LAYER]
    measured = layered if len(layered) else accuracy
    unit = next(unit for unit in _UNITS if unit in set(measured["unit"]))
    rows = measured[measured["unit"] == unit]
    own = rows[rows["analyzer"] == analyzer]
    if own.empty:
        return paragraph([message("accuracy.unmeasured", analyzer=analyzer_name(analyzer))])
    corpora = list(dict.fromkeys(own["corpus"]))
    return paragraph(one for corpus in corpora for one in _corpus(rows[rows["corpus"] == corpus], analyzer, unit))


def _corpus(rows: pd.DataFrame, analyzer: str, unit: str) -> list[Message]:
    own = records(rows[rows["analyzer"] == analyzer])[0]
    others = records(rows[rows["analyzer"] != analyzer].sort_values(["f1", "analyzer"], ascending=[False, True]))
    chosen = [
        message(_UNITS[unit], analyzer=analyzer_name(analyzer), value=own["f1"]),
        message("accuracy.corpus", corpus=own["corpus"], size=int(own["sentences"])),
    ]
    if not others:
        return chosen
    best = others[0]
    key = "accuracy.better" if best["f1"] > own["f1"] else "accuracy.next"
    return [*chosen, message(key, analyzer=analyzer_name(best["analyzer"]), value=best["f1"])]


def about_dictionary(changed: pd.DataFrame) -> Displayable:
    """Which words the study's dictionary made whole, and what an analyzer reads without it.

    changed  helpers.tokenizing.changed_by_dictionary(); no rows give an empty displayable
    """
    if changed.empty:
        return paragraph([])
    words = changed.groupby("form", sort=True)["n"].sum().sort_values(ascending=False, kind="stable")
    names = [message("dictionary.word", text=word) for word in words.index[:_MOST_WORDS]]
    key = "dictionary.joined" if len(words) <= _MOST_WORDS else "dictionary.joined_more"
    row = records(changed.sort_values(["n", "form", "analyzer"], ascending=[False, True, True]))[0]
    parts = [message("dictionary.word", text=part) for part in str(row["before"]).split(" + ")]
    values = {"analyzer": analyzer_name(row["analyzer"]), "form": row["form"]}
    without = message("dictionary.cut", parts=parts, **values)
    return paragraph(
        [
            message(key, words=names, n=len(words)),
            without if len(parts) > 1 else message("dictionary.other", **values),
        ]
    )


def about_disagreements(comparison: pd.DataFrame) -> Displayable:
    """Where analyzers read other nouns than the primary one, and how much it matters.

    comparison  helpers.tokenizing.compare_analyzers(); no rows give an empty displayable
    """
    if comparison.empty:
        return paragraph([])
    places = len(comparison.drop_duplicates(["article_id", "start", "end"]))
    analyzers = comparison["analyzer"].value_counts().sort_index().sort_values(ascending=False, kind="stable")
    chosen = [message("readings.places", n=places)]
    if analyzers.iloc[0] > analyzers.iloc[-1]:
        most, least = (
            message("readings.analyzer", name=analyzer_name(str(analyzers.index[place])), n=int(analyzers.iloc[place]))
            for place in (0, -1)
        )
        chosen.append(message("readings.often", most=most, least=least))
    return paragraph([*chosen, *_worst(records(comparison)[0])])


def _worst(row: dict[str, Any]) -> list[Message]:
    """One reading that differs, of a noun whose counts the analyzers' readings move most."""
    mine, other = _reading(row["primary_reading"]), _reading(row["reading"])
    if not mine or not other:
        return []
    values = {"surface": row["surface"], "mine": mine, "other": other, "analyzer": analyzer_name(row["analyzer"])}
    return [message("readings.worst", **values)]


def _reading(written: str) -> list[Message]:
    """ "투자/noun + 가/particle" as "‘투자’(명사)와 ‘가’(조사)"."""
    parts = [part.rpartition("/") for part in str(written).split(" + ") if part]
    return [message("readings.reading", lemma=lemma, pos=POS.get(pos, pos)) for lemma, _, pos in parts if lemma]
