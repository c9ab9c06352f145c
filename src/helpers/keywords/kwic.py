"""Key words in context: every place where a number came from."""

from __future__ import annotations

from collections.abc import Collection

import pandas as pd

from helpers import tables
from helpers.errors import StudyError

SORTS = ("position", "left", "right")


def kwic(
    terms: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    keywords: Collection[str] | None = None,
    width: int | None = None,
    sort: str = "position",
) -> pd.DataFrame:
    """The concordance lines of terms.

    terms      tables.TERMS of one analyzer
    sentences  tables.SENTENCES of the same articles
    keywords   the terms that are looked up; all of them without it
    width      most characters of context on a side; the whole sentence without it
    sort       within each term: "position", "right" (by the text after it) or "left" (by the words before it, the
               nearest first)
    returns    tables.KWIC by term; what does not occur has no line

    StudyError: a sorting that is none of these.
    """
    if sort not in SORTS:
        raise StudyError(f"Concordance lines cannot be sorted by {sort!r}.", f"Choose from {', '.join(SORTS)}.")
    wanted = terms["term"].notna() if keywords is None else terms["term"].isin(list(keywords))
    found = terms[wanted.to_numpy()].drop_duplicates(["article_id", "term", "start", "end"])
    texts = sentences[["article_id", "sentence_id", "start", "text"]].rename(columns={"start": "opening"})
    found = found.merge(texts, on=["article_id", "sentence_id"])
    lines = [_line(row, width) for row in found.to_dict("records")]
    frame = tables.KWIC.make(lines)
    order = sorted(range(len(lines)), key=lambda number: _key(lines[number], sort))
    return frame.iloc[order].reset_index(drop=True)


def _line(row: dict, width: int | None) -> dict:
    start, end = row["start"] - row["opening"], row["end"] - row["opening"]
    left = _single(row["text"][:start])
    right = _single(row["text"][end:])
    if width is not None:
        left, right = left[max(0, len(left) - width) :], right[:width]
    return row | {"left": left, "keyword": row["text"][start:end], "right": right}


def _single(text: str) -> str:
    """``text`` with every run of white space as one space; a space at an end stays one."""
    inner = " ".join(text.split())
    return (" " if text[:1].isspace() else "") + inner + (" " if inner and text[-1:].isspace() else "")


def _key(line: dict, sort: str) -> tuple:
    place = (line["article_id"], line["start"], line["end"])
    if sort == "left":
        return (line["term"], line["left"].split()[::-1], place)
    if sort == "right":
        return (line["term"], line["right"].split(), place)
    return (line["term"], place)
