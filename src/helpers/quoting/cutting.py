"""Cut what may not be quoted out of texts, pages, executed notebooks and tables."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd

from helpers.quoting.allowance import Allowance
from helpers.quoting.letters import RUN
from helpers.quoting.omitting import LEFT_OUT, NOTHING_LEFT, without
from helpers.tokenizing.rejoin import PARTICLE

CHANCE = 3  # letters that agree with the article by chance, or that are not worth hiding
MOST_PLACES = 64  # of one run that are looked at: a phrase that stands in an article more often is a formula
_QUOTATION = re.compile(r"<q>(.*?)</q>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_PHRASE = re.compile(r"‘([^‘’]{2,40})’")
_KEYWORD = re.compile(r'<a href="#kwic-[^"]*">([^<]{2,40})</a>')
_AFTER_NAME = re.compile(rf"(?:씨|측|쪽)?(?:{PARTICLE.pattern})?")
_BLOCK = re.compile(r"</?(?:p|li|ol|ul|div|t[dhr]|table|h\d|figcaption|blockquote|details|summary)\b")
_TAG = re.compile(r"(<[^<>]*>)")
_PLAIN, _MARKED = ("text/plain", "text/markdown"), ("text/html", "image/svg+xml")


def cut(texts: Sequence[str], allowance: Allowance) -> list[str]:
    """Cut from texts that are read one after the other what they quote of an article beyond what is allowed.

    returns  as many texts; each stretch that was left out is an ellipsis
    """
    letters = [(number, place) for number, text in enumerate(texts) for place, c in enumerate(text) if c.isalnum()]
    row = "".join(texts[number][place] for number, place in letters)
    opens = [not place or not texts[number][place - 1].isalnum() for number, place in letters]
    hidden = _hidden(row, opens, allowance)
    if not any(hidden):
        return list(texts)
    by_text: dict[int, set[int]] = {}
    for (number, place), hide in zip(letters, hidden, strict=True):
        if hide:
            by_text.setdefault(number, set()).add(place)
    made = list(texts)
    for number, places in by_text.items():
        made[number] = without(texts[number], places, before="".join(texts[max(number - 1, 0) : number]))
    return made


def cut_html(page: str, allowance: Allowance) -> str:
    """Cut the text between the tags of a page, or of a part of one; the tags and marked words stay.

    A quotation and a table's cell end at the first word that is left out, since shreds of the rest would say nothing;
    a cell of which nothing is left says so. The text after a quotation is ours and stays. What is left out on both
    sides of a tag within a line becomes one ellipsis.
    """
    pieces = _TAG.split(page)
    texts = [html.unescape(piece) for piece in pieces[::2]]
    last = ""
    for number, (before, after) in enumerate(zip(texts, cut(texts, allowance), strict=True)):
        tag = pieces[2 * number - 1] if number else ""
        ours = tag == "</q>" or (tag == "<mark>" and sum(map(str.isalnum, before)) < RUN)
        last = "" if _BLOCK.match(tag) else last
        if after != before and tag == "<td>":
            pieces[2 * number] = _cell(before, after)
        elif after != before and not ours:
            left = _ended(before, after) if tag == "<q>" else after
            if last.endswith(LEFT_OUT) and left.lstrip().startswith(LEFT_OUT):
                left = left.lstrip().removeprefix(LEFT_OUT)
            pieces[2 * number] = html.escape(left, quote=False)
            last = left.strip() or last
        else:
            last = before.strip() or last
    return "".join(pieces)


def _ended(before: str, after: str) -> str:
    """A quotation up to its first omission, with its closing mark."""
    left = _before_omission(before, after)[1:]
    return before[:1] + left + (f" {LEFT_OUT}" if left else LEFT_OUT) + before[-1:]


def _cell(before: str, after: str) -> str:
    """A cell up to its first omission, or the word that says that nothing of it may be quoted."""
    left = _before_omission(before, after)
    return f"{html.escape(left, quote=False)} {LEFT_OUT}" if any(map(str.isalnum, left)) else NOTHING_LEFT


def _before_omission(before: str, after: str) -> str:
    same = next(place for place, (a, b) in enumerate(zip(before, after + "\0", strict=False)) if a != b)
    return after[:1] + after[1:same].rstrip(f" '\"‘“([,·{LEFT_OUT}")


def cut_notebook(notebook: Mapping[str, Any], allowance: Allowance) -> dict[str, Any]:
    """An executed notebook, its outputs cut; the sources of its cells stay."""
    cells = [
        {**cell, "outputs": [_output(output, allowance) for output in cell["outputs"]]} if cell.get("outputs") else cell
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells}


def cut_table(frame: pd.DataFrame, allowance: Allowance) -> pd.DataFrame:
    """The table with its texts cut, row by row; spans of text that was left out become missing."""
    texts = [name for name in frame.columns if pd.api.types.is_string_dtype(frame[name])]
    made = frame.drop(columns=[name for name in ("start", "end", "matched_spans") if name in frame])
    if not texts or frame.empty:
        return made
    rows = [cut(["" if pd.isna(v) else str(v) for v in row], allowance) for row in frame[texts].itertuples(index=False)]
    for place, name in enumerate(texts):
        if name in made:
            values = pd.Series([row[place] for row in rows], index=frame.index, dtype=frame[name].dtype)
            made[name] = values.where(frame[name].notna())
    return made


def texts_of(notebook: Mapping[str, Any]) -> list[str]:
    """What a reader of an executed notebook can read in its outputs, without tags."""
    texts = []
    for output in (output for cell in notebook["cells"] for output in cell.get("outputs", ())):
        texts += [_joined(output["text"])] if "text" in output else []
        for kind, value in output.get("data", {}).items():
            if kind in _PLAIN:
                texts.append(_joined(value))
            elif kind in _MARKED:
                texts.append(html.unescape(_TAG.sub("", _joined(value))))
    return texts


def phrases_of(notebook: Mapping[str, Any]) -> list[str]:
    """The short texts that an executed notebook names in its paragraphs, between ‘ and ’, and its keywords."""
    paragraphs = [text for page in _pages(notebook) for text in _PARAGRAPH.findall(page)]
    named = [found for text in paragraphs for found in _PHRASE.findall(html.unescape(_TAG.sub("", text)))]
    return [*named, *(html.unescape(found) for text in paragraphs for found in _KEYWORD.findall(text))]


def quotations_of(notebook: Mapping[str, Any]) -> list[str]:
    """What an executed notebook quotes in its sentences, in order."""
    return [html.unescape(_TAG.sub("", found)) for page in _pages(notebook) for found in _QUOTATION.findall(page)]


def _pages(notebook: Mapping[str, Any]) -> list[str]:
    return [
        _joined(output["data"]["text/html"])
        for cell in notebook["cells"]
        for output in cell.get("outputs", ())
        if "text/html" in output.get("data", {})
    ]


def _output(output: Mapping[str, Any], allowance: Allowance) -> dict[str, Any]:
    if "text" in output:
        return {**output, "text": _as_before(output["text"], cut([_joined(output["text"])], allowance)[0])}
    if "data" not in output:
        return dict(output)
    data = dict(output["data"])
    for kind in data:
        if kind in _PLAIN:
            data[kind] = _as_before(data[kind], cut([_joined(data[kind])], allowance)[0])
        elif kind in _MARKED:
            data[kind] = _as_before(data[kind], cut_html(_joined(data[kind]), allowance))
    return {**output, "data": data}


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)


def _as_before(before: str | list[str], text: str) -> str | list[str]:
    """``text`` as one string or as lines, as it was written before."""
    return text if isinstance(before, str) else text.splitlines(keepends=True)


def _hidden(row: str, opens: Sequence[bool], allowance: Allowance) -> bytearray:
    """For each letter of ``row``, whether it must be left out; ``opens`` says which letters begin a word.

    A quotation begins with a word, so that the last letter of our own sentence before it is not taken for a part of it.
    """
    hidden, runs, place = bytearray(len(row)), allowance.letters.runs, 0
    while place <= len(row) - RUN:
        starts = runs.get(row[place : place + RUN])
        if starts is None:
            place += 1
            continue
        found = _quoted(row, place, starts[:MOST_PLACES], allowance)
        length = max(found.values())
        shown = next((step for step in range(min(length, CHANCE + 1)) if opens[place + step]), 0)
        for step in range(shown, length):  # what may be shown where it stands once may be shown where it stands again
            allowed = any(step < most and allowance.allowed[start + step] for start, most in found.items())
            hidden[place + step] = not allowed
        place += length
    for phrase in allowance.phrases:
        for again in re.finditer(re.escape(phrase), row):
            if _is_words(row, opens, *again.span()):
                hidden[again.start() : again.end()] = bytes(len(phrase))
    for start, end in _stretches(hidden):
        if end - start <= CHANCE:  # a particle or an ending between words that are shown
            hidden[start:end] = bytes(end - start)
    return hidden


def _is_words(row: str, opens: Sequence[bool], start: int, end: int) -> bool:
    """Does ``[start, end)`` hold whole words, particles aside: 시청 in 시청은, but not in 시청각실?"""
    rest = row[end : next((place for place in range(end, len(row)) if opens[place]), len(row))]
    return opens[start] and (not rest or _AFTER_NAME.fullmatch(rest) is not None)


def _stretches(marks: bytearray) -> list[tuple[int, int]]:
    """The runs of consecutive marks, as ``[start, end)``."""
    return [found.span() for found in re.finditer(rb"\x01+", marks)]


def _quoted(row: str, place: int, starts: Sequence[int], allowance: Allowance) -> dict[int, int]:
    """The places of the articles that ``row`` may quote here, and how many letters it quotes from each."""
    text = allowance.letters.text
    found = {}
    for start in starts:
        length, most = RUN, min(len(row) - place, len(text) - start)
        while length < most and row[place + length] == text[start + length]:
            length += 1
        found[start] = length
    return found
