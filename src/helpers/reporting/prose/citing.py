"""How a sentence of the article is cited: whose words it holds, and which of its words stand between marks."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from helpers.reporting.messages import Message, message
from helpers.reporting.prose.reading import Key, Reading, Row, is_guess, person_of
from helpers.reporting.prose.rows import absent, key_of

LONGEST = 90  # characters of a sentence that is quoted whole


def cited(reading: Reading, row: Row) -> Message:
    """Who says it, and what: "기사는 “…”라고 쓴다(문장 3)", "박하늘 씨는 “…”라고 말한다(문장 4)"."""
    where, voices = reading.links([row]), _voices(reading, row)
    speech = next((voice for voice in voices if voice["use"] == "speech"), None)
    if row["section"] == "title":
        return message("cited.title", words=row["text"], where=where)
    if row["voice"] == "reporter" or not voices:
        return message("cited.article", words=row["text"], where=where)
    if speech is None:
        return message("cited.reported", words=row["text"], where=where)
    who = person_of(speech)
    if who is None or is_guess(speech):
        return message("cited.nobody", words=speech["text"], where=where)
    return message("cited.speaker", who=who, words=speech["text"], where=where)


def best(rows: Iterable[Row], reading: Reading, used: Collection[Key] = ()) -> Row | None:
    """The sentence that stands for others: not one of ``used``, from the body, with most codes, short, checkable."""

    def order(row: Row) -> tuple[object, ...]:
        codes = sum(key_of(coding) == key_of(row) and coding["stance"] == row["stance"] for coding in reading.coded)
        long = len(str(row["text"])) > LONGEST and row["voice"] == "reporter"
        return (key_of(row) in used, row["section"] != "body", -codes, long, not row["checkable"], key_of(row))

    return min(rows, key=order, default=None)


def _voices(reading: Reading, row: Row) -> list[dict[str, Any]]:
    """The voices of a sentence that hold coded words, or all where no span is known; the longest first."""
    here = [voice for voice in reading.heard if key_of(voice) == key_of(row)]
    spans = [span for coding in reading.coded if key_of(coding) == key_of(row) for span in spans_of(coding)]
    inside = [v for v in here if any(start < v["end"] and v["start"] < end for start, end in spans)]
    return sorted(inside if spans else here, key=lambda voice: voice["start"] - voice["end"])


def spans_of(coding: Row) -> list[tuple[int, int]]:
    """Where the matched words of a coding stand."""
    spans = coding["matched_spans"]
    if not isinstance(spans, str):
        return [] if spans is None or (not isinstance(spans, Iterable) and absent(spans)) else [_pair(s) for s in spans]
    return [_pair(span) for span in spans.split()]


def _pair(span: Any) -> tuple[int, int]:
    start, end = span.split(":") if isinstance(span, str) else span
    return int(start), int(end)
