"""Cut what may not be quoted out of pages and executed notebooks."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from typing import Any

from helpers.bylines import byline_end
from helpers.quoting.allowance import Allowance
from helpers.quoting.cutting import LEFT, RIGHT, beside, cut
from helpers.quoting.letters import RUN, only_letters
from helpers.quoting.omitting import LEFT_OUT, NOTHING_LEFT

FEWEST_WORDS = 3  # of a table's cell that say something before they are cut: 하늘섬 … says nothing
_QUOTATION = re.compile(r"<q>(.*?)</q>", re.DOTALL)
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_PHRASE = re.compile(r"‘([^‘’]{2,40})’")
_KEYWORD = re.compile(r'<a href="#kwic-[^"]*">([^<]{2,40})</a>')
_BLOCK = re.compile(r"</?(?:p|li|ol|ul|div|t[dhr]|table|h\d|figcaption|blockquote|details|summary)\b")
_TAG = re.compile(r"(<[^<>]*>)")
# what says itself what stands in its place where it has to be cut: nothing, or words that are no quotation
_REPLACED = re.compile(
    r"<(?P<name>p|span)(?P<before>[^<>]*?) data-else=\"(?P<instead>[^\"]*)\"(?P<after>[^<>]*)>"
    r"(?P<inner>.*?)</(?P=name)>",
    re.DOTALL,
)
_EMPTY = re.compile(r"<(mark|u|i|q)></\1>")
# a block of our own sentences, or the words of one sentence of it
_SAID = re.compile(
    r"(?P<open><(?P<name>p|li|blockquote)(?: class=\"\w+\")?>)"
    r"(?P<inner>(?:(?!</?(?:p|li|blockquote)\b).)*)</(?P=name)>",
    re.DOTALL,
)
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")
_CONCORDANCE = 'class="kwic"'
_LINK = '<a href="#s-'  # what we call a sentence: 문장 12
_PLAIN, _MARKED = ("text/plain", "text/markdown"), ("text/html", "image/svg+xml")


def cut_html(page: str, allowance: Allowance) -> str:
    """Cut the text between the tags of a page, or of a part of one; the tags stay, and in a concordance the keyword.

    A sentence of evidence is shown as far as the allowance has it, else as its ``data-else`` says. Of our own sentences
    those go that quote what may not be shown whole: a fragment would say something else, or nothing. A table's cell
    ends at the first word that is left out; one of which nothing is left says so.
    """
    page = _SAID.sub(lambda said: _without_cut_quotations(said, allowance), page)
    made, last = [], 0
    for found in _REPLACED.finditer(page):
        made += [_cut_between(page[last : found.start()], allowance), _replaced(found, allowance)]
        last = found.end()
    return "".join([*made, _cut_between(page[last:], allowance)])


def _cut_between(page: str, allowance: Allowance) -> str:
    """Cut the texts between tags; what is left out on both sides of a tag within a line becomes one ellipsis."""
    lines = _CONCORDANCE in page
    pieces = _TAG.split(page)
    texts = [html.unescape(piece) for piece in pieces[::2]]
    last = ""
    for number, (before, after) in enumerate(zip(texts, cut(texts, allowance, lines=lines), strict=True)):
        tag = pieces[2 * number - 1] if number else ""
        ours = (
            tag == "</q>"
            or tag.startswith(_LINK)
            or (lines and tag == "<mark>" and sum(map(str.isalnum, before)) < RUN)
        )
        last = "" if _BLOCK.match(tag) else last
        if after != before and tag == "<td>":
            pieces[2 * number] = _cell(before, after)
        elif after != before and not ours:
            left = _beside(after, tag, "".join(pieces[2 * number + 1 : 2 * number + 2])) if lines else after
            if last.endswith(LEFT_OUT) and left.lstrip().startswith(LEFT_OUT):
                left = left.lstrip().removeprefix(LEFT_OUT)
            pieces[2 * number] = html.escape(left, quote=False)
            last = left.strip() or last
        else:
            last = before.strip() or last
    return _EMPTY.sub("", "".join(pieces)) if "".join(pieces) != page else page


def _cell(before: str, after: str) -> str:
    """A cell up to its first omission, or, where that says nothing, the word that says that it may not be quoted."""
    same = next(place for place, (a, b) in enumerate(zip(before, after + "\0", strict=False)) if a != b)
    left = after[:1] + after[1:same].rstrip(f" '\"‘“([,·{LEFT_OUT}")
    says = len(left.split()) >= FEWEST_WORDS
    return f"{html.escape(left, quote=False)} {LEFT_OUT}" if says else NOTHING_LEFT


def _beside(text: str, before: str, after: str) -> str:
    """A text between two tags, as a side of a concordance line if one of them marks its keyword."""
    if after == "<mark>":
        return beside(text, LEFT)
    return f"{beside(text, RIGHT).rstrip()} " if before == "</mark>" else text


def _replaced(found: re.Match[str], allowance: Allowance) -> str:
    """An element with ``data-else``: as it is, a part of it if it is a sentence of evidence, or what replaces it."""
    name, attributes, inner = found["name"], found["before"] + found["after"], found["inner"]
    text = html.unescape(_TAG.sub("", inner))
    key = only_letters(text)
    if key in allowance.sentences:
        span = allowance.sentences[key]
        if span is not None:
            return f"<{name}{attributes}>{_part(inner, *span)}</{name}>"
    elif cut([text], allowance) == [text]:
        return f"<{name}{attributes}>{inner}</{name}>"
    instead = found["instead"]
    return f'<{name} class="elsewhere">{instead}</{name}>' if instead else ""


def _part(inner: str, start: int, end: int) -> str:
    """The characters ``[start, end)`` of the text between tags, with the tags around them.

    What goes after it is the credit of a picture, and a byline before it is no loss either: nothing stands for them.
    """
    made, place = [], 0
    for piece in _TAG.split(inner):
        if piece.startswith("<"):
            made.append(piece)
            continue
        text = html.unescape(piece)
        made.append(html.escape(text[max(start - place, 0) : max(end - place, 0)], quote=False))
        place += len(text)
    text = html.unescape(_TAG.sub("", inner))
    before = f"{LEFT_OUT} " if start > byline_end(text) else ""
    shown = "".join(made)
    while (less := _EMPTY.sub("", shown)) != shown:
        shown = less
    return before + shown


def _without_cut_quotations(said: re.Match[str], allowance: Allowance) -> str:
    """A block without those of its sentences that quote what may not be shown whole; nothing where none is left."""
    inner = said["inner"]
    cut_off = [
        found.span()
        for found in _QUOTATION.finditer(inner)
        for text in [html.unescape(_TAG.sub("", found[1]))]
        if cut([text], allowance) != [text]
    ]
    if not cut_off:
        return said[0]
    quoted = [found.span() for found in _QUOTATION.finditer(inner)]
    ends = [m.span() for m in _SENTENCE_END.finditer(inner) if not any(a < m.start() < b for a, b in quoted)]
    starts, stops = [0, *(b for _, b in ends)], [*(a for a, _ in ends), len(inner)]
    kept = [inner[a:b] for a, b in zip(starts, stops, strict=True) if not any(a <= first < b for first, _ in cut_off)]
    return f"{said['open']}{' '.join(kept)}</{said['name']}>" if any(kept) else ""


def cut_notebook(notebook: Mapping[str, Any], allowance: Allowance) -> dict[str, Any]:
    """An executed notebook, its outputs cut; the sources of its cells stay."""
    cells = [
        {**cell, "outputs": [_output(output, allowance) for output in cell["outputs"]]} if cell.get("outputs") else cell
        for cell in notebook["cells"]
    ]
    return {**notebook, "cells": cells}


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
    lines = _CONCORDANCE in _joined(data.get("text/html", ""))
    for kind in data:
        if kind in _PLAIN:
            data[kind] = _as_before(data[kind], cut([_joined(data[kind])], allowance, lines=lines)[0])
        elif kind in _MARKED:
            data[kind] = _as_before(data[kind], cut_html(_joined(data[kind]), allowance))
    return {**output, "data": data}


def _joined(text: str | list[str]) -> str:
    return text if isinstance(text, str) else "".join(text)


def _as_before(before: str | list[str], text: str) -> str | list[str]:
    """``text`` as one string or as lines, as it was written before."""
    return text if isinstance(before, str) else text.splitlines(keepends=True)
