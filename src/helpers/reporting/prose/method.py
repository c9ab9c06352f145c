"""How the rules work, on one sentence and on all: what was matched, what was coded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from helpers.reporting.messages import Message, message, paragraph
from helpers.reporting.prose.rows import absent, records
from helpers.reporting.saying import Displayable

if TYPE_CHECKING:
    from helpers.narrative import Codebook

_TAKES = {
    "supports": "method.supports", "qualifies": "method.qualifies", "opposes": "method.opposes",
    "context": "method.context",
}  # fmt: skip


def how_it_was_coded(codings: pd.DataFrame, codebook: Codebook) -> Displayable:
    """For each code of one sentence which words a rule found, and the stance that follows.

    codings  tables.CODINGS of the rules, of one sentence; none gives a sentence that says so
    """
    rows = records(codings)
    return paragraph([_coded(row, codebook) for row in rows] if rows else [message("method.nothing")])


def about_codings(codings: pd.DataFrame, sentences: pd.DataFrame, codebook: Codebook) -> Displayable:
    """How many sentences have a code, and which code most of them have.

    codings    tables.CODINGS of the rules
    sentences  tables.SENTENCES; none gives an empty displayable
    """
    if sentences.empty:
        return paragraph([])
    coded = len(codings.drop_duplicates(["article_id", "sentence_id"]))
    values = {"all": len(sentences), "n": coded, "codings": len(codings)}
    if codings.empty:
        return paragraph([message("method.none_coded", all=len(sentences))])
    sizes = codings["code"].value_counts()
    most = [message("method.word", text=code.label) for code in codebook.codes if sizes.get(code.name) == sizes.max()]
    key = "method.all_coded" if coded == len(sentences) else "method.coded"
    return paragraph([message(key, **values), message("method.most", codes=most)])


def _coded(row: dict[str, object], codebook: Codebook) -> Message:
    values = {
        "label": codebook[str(row["code"])].label,
        "words": [message("method.word", text=word) for word in dict.fromkeys(row["matched"] or [])],  # type: ignore[call-overload]
        "takes": message(_TAKES[str(row["stance"])]),
    }
    if absent(row["turned_by"]):
        return message("method.fired", **values)
    return message("method.turned", **values, by=row["turned_by"])
