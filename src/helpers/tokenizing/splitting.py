"""Sentences of Korean news text, each with its span."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import itemgetter

import pandas as pd

from helpers import tables
from helpers.bylines import byline_end
from helpers.normalize import normalize
from helpers.tokenizing.sentence_cuts import find_cuts

_LINE_END = re.compile(r"[\r\n\u2028\u2029]")
# at the end of a caption: whose picture it is, which is no sentence
_CREDIT = re.compile(
    r"(?:20\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?)?[/ⓒ©\[(<【][^.?!]{0,60}\Z"
    r"|[^\n]{0,90}재판매\s?(?:및|,)?\s?DB\s?(?:및\s)?금지\Z"
    r"|사진\s[^.?!]{2,24}\Z"
    r"|20\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?(?:\s\S{2,40}@\S*)?\Z"
    r"|[^.?!]{0,20}(?:제공|기자|자료사진|뉴스1?|뉴시스|연합|통신|신문|일보|기자단|취재단)\.?\Z"
)
_TURN = re.compile(r"\s*[\[(【]\s?기자\s?[\])】]")  # who speaks next in a broadcast
_HEADED = ("body", "deck")  # sections whose first sentence a paper heads with place, name and reporter
_OPEN = re.compile(r"[가-힣],\s*\Z")  # a paragraph that breaks off in its sentence
# a long line that breaks off in its sentence, right above the next line: … 물레를 돌리는 / 사람들은 …
_RUNNING = frozenset({"prose", "half_sentence"})
_BROKEN = re.compile(
    r"[가-힣](?:은|는|을|를|의|에서|에게|으로|하고|하며|면서|지만)[ \t]{0,9}(?:\r\n|[\r\n\u2028\u2029])\Z"
)
_LONG = 42  # characters of such a line
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text``, in order, without outer white space.

    text     any text; a line break always ends a sentence, so join lines first that a page has folded
    returns  ``[start, end)`` in ``text``; white space and invisible characters alone lie between them; ``[]`` if empty

    A quotation with its verb of saying is one sentence, however many the quotation holds; one that stands alone
    is split inside. Headlines, captions, credits and list lines are units of their own.
    """
    normal = normalize(text)
    spans = []
    for line in _LINE.finditer(normal.text):
        cuts = [line.start(), *find_cuts(normal.text, line.start(), line.end()), line.end()]
        for start, end in pairwise(cuts):
            sentence = normal.text[start:end]
            if sentence.strip():
                left, right = len(sentence) - len(sentence.lstrip()), len(sentence.rstrip())
                spans.append(_strip(text, *normal.to_raw(start + left, start + right)))
    return spans


def sentences(lines: pd.DataFrame) -> pd.DataFrame:
    """The headline, and the sentences of the deck, subheads, body and captions that were kept.

    lines    tables.LINES of one or more articles
    returns  tables.SENTENCES: spans in the raw text, numbered from 1 in each article; paragraph from 1 in each article.
             The headline, where a line holds it, is sentence 0 of paragraph 0: one, however often a page repeats it

    Parts of one line that were kept, stand side by side and have one label are read as one paragraph, but for a deck's,
    and so are lines of the body where the one before ends in a comma or names who speaks in it ([박하늘/이장]); a line
    end inside a row is one at which a paragraph was folded or one sentence goes on.
    """
    kept = lines[lines["kept"] & lines["label"].isin(tables.KEPT)].sort_values(["article_id", "start"])
    blank = lines[lines["label"] == "blank"]
    gaps = {
        (str(name), start): str(text)
        for name, start, text in zip(blank["article_id"], blank["start"], blank["text"], strict=True)
    }
    rows: list[dict[str, object]] = []
    headlines = _headlines(lines, kept)
    for article_id, article in groupby(kept.itertuples(index=False), key=lambda row: str(row.article_id)):
        rows += headlines.get(article_id, ())
        rows += _article_rows(article_id, _paragraphs(article, gaps))
    return tables.SENTENCES.make(rows)


def without_headlines(table: pd.DataFrame) -> pd.DataFrame:
    """A table of sentences, or of what was read in them, without the headlines: words of the body are counted alone."""
    return table[table["sentence_id"] > 0].reset_index(drop=True)


def _headlines(lines: pd.DataFrame, kept: pd.DataFrame) -> dict[str, list[dict[str, object]]]:
    """The headline of each article as a sentence: of its repetitions the last above the text, else the first."""
    titles = lines[(lines["label"] == "title") & ~lines["kept"]].sort_values(["article_id", "start"])
    begins: dict[str, int] = {}
    for name, start in zip(kept["article_id"].tolist(), kept["start"].tolist(), strict=True):
        begins.setdefault(str(name), start)
    found: dict[str, list[dict[str, object]]] = {}
    lines_of = zip(*(titles[name].tolist() for name in ("article_id", "start", "text")), strict=True)
    for article_id, own in groupby(lines_of, key=itemgetter(0)):
        every = list(own)
        above = [line for line in every if line[1] < begins.get(article_id, 0)]
        _, at, text = above[-1] if above else every[0]
        start, end = _strip(text, 0, len(text))
        if start < end:
            place = {"article_id": article_id, "sentence_id": 0, "start": at + start, "end": at + end}
            found[article_id] = [place | {"text": text[start:end], "section": "title", "paragraph": 0}]
    return found


def _paragraphs(article, gaps: dict[tuple[str, int], str]) -> list[tuple[int, str, str]]:
    """Start, section and text of each run of touching rows of one line, and of the lines that a comma leads on to.

    gaps  the blank lines: of each its article and start, and its text
    """
    found: list[tuple[int, str, str]] = []
    last = None
    for row in article:
        between = _between(last, row, gaps) if last is not None and last.label == row.label else None
        if between is None:
            found.append((row.start, row.label, row.text))
        else:
            start, section, text = found[-1]
            found[-1] = (start, section, text + between + row.text)
        last = row
    return found


def _between(last, row, gaps: dict[tuple[str, int], str]) -> str | None:
    """The text between two rows of one paragraph: none on a line or where a long one breaks off right above the next,
    blank lines after a comma or after a line that names whose words the next are; None if they are apart."""
    if last.line == row.line:
        listed = "list_line" in (last.rule, row.rule) and last.rule != row.rule
        return "" if last.end == row.start and row.label != "deck" and not listed else None
    named = last.rule == "speaker" and row.rule != "speaker"
    running = last.label == "body" and {last.rule, row.rule} <= _RUNNING
    if running and len(last.text) > _LONG and last.end == row.start and _BROKEN.search(last.text[-20:]):
        return ""
    if last.label != "body" or not (named or _OPEN.search(last.text)):
        return None
    at, between = last.end, ""
    while blank := gaps.get((str(row.article_id), at)):
        at, between = at + len(blank), between + blank
    return between if at == row.start else None


def _article_rows(article_id: str, paragraphs: list[tuple[int, str, str]]) -> list[dict[str, object]]:
    rows: list[dict[str, object]] = []
    paragraph = 0
    for offset, section, text in paragraphs:
        spans = split_sentences(_LINE_END.sub(" ", text))
        while section == "caption" and len(spans) > 1 and _CREDIT.match(text[slice(*spans[-1])]):
            spans[-2:] = [(spans[-2][0], spans[-1][1])]
        paragraph += bool(spans)
        for start, end in spans:
            head = byline_end(text[start:end]) if section in _HEADED else 0
            start += head if head < end - start and not _TURN.match(text, start) else 0
            place = {"article_id": article_id, "sentence_id": len(rows) + 1, "start": offset + start}
            rows.append(
                place | {"end": offset + end, "text": text[start:end], "section": section, "paragraph": paragraph}
            )
    return rows


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the blank and invisible characters at its ends, which normalizing leaves in."""
    while start < end and not normalize(text[start]).text.strip():
        start += 1
    while start < end and not normalize(text[end - 1]).text.strip():
        end -= 1
    return start, end
