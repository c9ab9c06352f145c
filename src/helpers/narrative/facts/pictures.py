"""When the pictures of an article were taken: the day in full at the end of a caption, or behind one in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from helpers.narrative.facts.times.calendar import same_day
from helpers.narrative.rows import rows_of

_DAY = r"(?<!\d)(20\d\d)\.\s?(\d{1,2})\.\s?(\d{1,2})(?!\d)\.?"
# at the end of a caption: 2031.10.24, 2031. 10. 24. hana@…
_AT_END = re.compile(rf"{_DAY}[^가-힣]{{0,60}}\Z")
# at the head of a sentence behind one: 2031.10.24., 2031.10.24 hana@…
_AT_HEAD = re.compile(rf"\s*{_DAY}(?:\s*\Z|\s*[\w.+-]+@[\w.-]+)")
# [나루=물결통신] 한하늘 기자 = : how the caption of an agency's picture begins
_BEGINS = re.compile(
    r"\s*(?:[\[(【<][^\[\]()【】<>]{1,15}=[^\[\]()【】<>]{1,12}[\])】>])\s?(?:[가-힣]{2,5}\s){1,3}?기자\s?="
)
_LONGEST = 4  # sentences of a caption that was left in the text


def days_of_pictures(sentences: pd.DataFrame) -> dict[tuple[str, int], date]:
    """Of each sentence of a caption, by article and number, the day that the caption gives in full at its end.

    sentences  tables.SENTENCES; in the body a caption is what begins as an agency's does and has the day behind it
    """
    ordered = sentences.sort_values(["article_id", "sentence_id"])
    found: dict[tuple[str, int], date] = {}
    for _, own in ordered.groupby("article_id", observed=True, sort=False):
        rows = list(rows_of(own[["article_id", "sentence_id", "section", "paragraph", "text"]]))
        for caption, day in (*_in_captions(rows), *_in_body(rows)):
            found |= {(row["article_id"], int(row["sentence_id"])): day for row in caption}
    return found


def _in_captions(rows: list[dict[str, Any]]) -> Iterator[tuple[list[dict[str, Any]], date]]:
    """The captions with their days."""
    captions = [row for row in rows if row["section"] == "caption"]
    for row in captions:
        if day := _day(_AT_END.search(str(row["text"])[-90:])):
            yield [other for other in captions if other["paragraph"] == row["paragraph"]], day


def _in_body(rows: list[dict[str, Any]]) -> Iterator[tuple[list[dict[str, Any]], date]]:
    """What stands from the byline of a picture in the text to its day."""
    for last, row in enumerate(rows):
        day = _day(_AT_HEAD.match(str(row["text"]))) if row["section"] != "caption" else None
        before = rows[max(0, last - _LONGEST) : last]
        first = next((n for n in range(len(before) - 1, -1, -1) if _BEGINS.match(str(before[n]["text"]))), None)
        if day and first is not None:
            alone = _AT_HEAD.fullmatch(str(row["text"]).strip()) is not None
            yield [*before[first:], *([row] if alone else [])], day


def _day(written: re.Match[str] | None) -> date | None:
    days = same_day(*(int(part) for part in written.groups())) if written else None
    return days[0] if days else None
