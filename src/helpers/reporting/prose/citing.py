"""How a sentence of the article is cited: whose words it holds, and which of its words stand between marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from helpers.bylines import byline_end
from helpers.reporting.messages import Message, message
from helpers.reporting.prose.excerpts import excerpt
from helpers.reporting.prose.reading import Key, Reading, Row, is_given, person_of
from helpers.reporting.prose.rows import absent, key_of

LONGEST = 90  # characters of a sentence that is quoted whole


_AS_SENTENCE = {"title": "cited.title", "article": "cited.article", "speaker": "cited.speaker"}
_AS_ITEM = {"title": "cited.item_title", "article": "cited.item_article", "speaker": "cited.item_speaker"}


def cited(reading: Reading, row: Row) -> Message:
    """A sentence of evidence as an example, in a sentence that says whose words it holds."""
    kind, values = _whose(reading, row)
    return message(_AS_SENTENCE[kind], **values)


def listed(reading: Reading, row: Row) -> Message:
    """The same as one item of a list: "“…”(문장 3)."."""
    kind, values = _whose(reading, row)
    return message(_AS_ITEM[kind], **values)


def _whose(reading: Reading, row: Row) -> tuple[str, dict[str, Any]]:
    """Title, article or a speaker, as the evidence has it, and the words that are cited.

    Of words that the text does not give to anybody itself, the whole sentence is cited, and nobody named.
    """
    text, where = str(row["text"]), reading.links([row])
    begin = byline_end(text)
    title, own = {"words": text[begin:], "where": where}, {"words": _around(row, text[begin:], begin), "where": where}
    if row["section"] == "title":
        return "title", title
    speech = next((v for v in _voices(reading, row) if v["use"] == "speech" and v["kind"] == row["voice"]), None)
    who = person_of(speech) if speech is not None and is_given(speech) else None
    if row["voice"] == "reporter" or speech is None or who is None:
        return "article", own
    said = str(speech["text"])
    return "speaker", {"words": _around(row, said, max(text.find(said), 0)), "where": where, "who": reading.called(who)}


def _around(row: Row, text: str, begin: int) -> str:
    """The part of ``text``, which begins at ``begin`` of the sentence, that holds the words that were coded."""
    offset = int(row["start"]) + begin
    return excerpt(text, [(start - offset, end - offset) for start, end in spans_of(row)])


def best(rows: Iterable[Row], reading: Reading, used: Collection[Key] = ()) -> Row | None:
    """The sentence that stands for others: not one of ``used``, of the body, on one claim alone, with most codes."""
    claims = Counter(key_of(own) for own in reading.bearings)

    def order(row: Row) -> tuple[object, ...]:
        codes = sum(key_of(coding) == key_of(row) and coding["stance"] == row["stance"] for coding in reading.coded)
        long = len(str(row["text"])) > LONGEST and row["voice"] == "reporter"
        doubtful = claims[key_of(row)] > 1 or not absent(row["turned_by"])
        unlike = key_of(row) in used, row["section"] != "body", doubtful
        return (*unlike, -codes, long, not row["checkable"], key_of(row))

    return min(rows, key=order, default=None)


def _voices(reading: Reading, row: Row) -> list[dict[str, Any]]:
    """The voices of a sentence that hold the words coded on its claim, or all where no span is known; longest first."""
    here = [voice for voice in reading.attributed if key_of(voice) == key_of(row)]
    spans = spans_of(row)
    inside = [v for v in here if any(start < v["end"] and v["start"] < end for start, end in spans)]
    return sorted(inside if spans else here, key=lambda voice: voice["start"] - voice["end"])


def spans_of(coding: Row) -> list[tuple[int, int]]:
    """Where the matched words of a coding, or of evidence, stand."""
    spans = coding["matched_spans"]
    if not isinstance(spans, str):
        return [] if spans is None or (not isinstance(spans, Iterable) and absent(spans)) else [_pair(s) for s in spans]
    return [_pair(span) for span in spans.split()]


def _pair(span: Any) -> tuple[int, int]:
    start, end = span.split(":") if isinstance(span, str) else span
    return int(start), int(end)
