"""Section 4 of the narrative: what opposes the thesis, what qualifies it, and which stances were turned."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.citing import listed, opposing
from helpers.reporting.prose.reading import Reading, Row
from helpers.reporting.prose.rows import absent, key_of
from helpers.reporting.saying import Displayable

_SHOWN = ["sentence_id", "claim", "stance", "codes", "turned_by", "denied_by"]
_NONE = {"opposes": "against.none_opposes", "qualifies": "against.none_qualifies"}


def rows_against(reading: Reading) -> pd.DataFrame:
    """The evidence that opposes or qualifies a claim, that was turned, or that denies its own words, for a table.

    returns  article_id (where there are several), sentence_id, claim, stance, codes; turned_by and denied_by where any
             words turned a stance or deny what was coded
    """
    rows = [row | {"denied_by": _denials(reading, row)} for row in reading.bearings]
    doubting = (row["stance"] != "supports" or row["denied_by"] or not absent(row["turned_by"]) for row in rows)
    shown = [row for row, is_shown in zip(rows, doubting, strict=True) if is_shown]
    columns = ["article_id", *_SHOWN] if reading.several else _SHOWN
    return pd.DataFrame(shown, columns=columns).dropna(axis="columns", how="all")


def _denials(reading: Reading, row: Row) -> list[str] | None:
    """The words that deny what was coded in a sentence on this claim; None if none do."""
    own = (c for c in reading.coded if key_of(c) == key_of(row) and c["code"] in set(row["codes"]))
    return list(dict.fromkeys(str(c["denied_by"]) for c in own if not absent(c["denied_by"]))) or None


def what_stands_against(reading: Reading) -> Displayable:
    """The sentences that oppose and qualify the thesis, those whose stance was turned, and those that are denied.

    No evidence gives an empty displayable.
    """
    if not reading.bearing():
        return paragraphs()
    doubts = (doubting(reading, stance) for stance in ("opposes", "qualifies"))
    return paragraphs(*doubts, turned(reading), denied(reading))


def doubting(reading: Reading, stance: str) -> list[Message]:
    """On which claims sentences oppose (or qualify) the thesis, some of them; that no code asks for such."""
    codings = [coding for coding in reading.coded if coding["stance"] == stance]
    if not codings and not reading.asks_for(stance=stance):
        key = "against.unasked" if reading.asks_for(stance="qualifies") else "against.neither_asked"
        return [message(key)] if stance == "opposes" else []
    if not codings:
        return [message(_NONE[stance])]
    coded = {key_of(coding) for coding in codings}
    every = _by_claims(reading, [row for row in reading.of_stance(stance) if key_of(row) in coded], stance)
    if not every:
        return [message("against.among_others", where=reading.links(codings))] if stance == "opposes" else []
    told = [
        message(
            "against.all" if len(shown) == len(every[claims]) else "against.some",
            read=reading.read_as(stance, *claims),
            items=shown,
        )
        for claims, own in _by_claims(reading, opposing(reading, stance), stance).items()
        if (shown := listed(reading, own))
    ]
    return told or [
        message("against.places", read=reading.read_as(stance, *claims), where=reading.links(rows))
        for claims, rows in every.items()
    ]


def _by_claims(reading: Reading, rows: Sequence[Row], stance: str) -> dict[tuple[str, ...], list[Row]]:
    """Sentences of a stance by the claims on which they have it, so that none is said to bear on another."""
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        own = (one["claim"] for one in reading.bearings if key_of(one) == key_of(row) and one["stance"] == stance)
        found.setdefault(tuple(dict.fromkeys(own)), []).append(row)
    return found


def turned(reading: Reading) -> list[Message]:
    """Sentences with a stance that a denial or a concession turned, because the codebook asks for it."""
    rows = [coding for coding in reading.coded if not absent(coding["turned_by"])]
    return [message("against.turned", where=reading.links(rows))] if rows else []


def denied(reading: Reading) -> list[Message]:
    """How many sentences of evidence deny the very words for which they were coded, which turned no stance."""
    where = reading.links(c for c in reading.coded if not absent(c["denied_by"]) and c["stance"] != "context")
    return [message("against.denied", n=len(where.places), where=where)] if where.places else []
