"""Cut what may not be quoted out of texts and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from helpers.quoting.allowance import ANYWHERE, IN_LINES, Allowance
from helpers.quoting.letters import RUN, only_letters
from helpers.quoting.omitting import LEFT_OUT, without
from helpers.tokenizing.rejoin import PARTICLE

CHANCE = 3  # letters that agree with the article by chance, or that are not worth hiding
MOST_PLACES = 64  # of one run that are looked at: a phrase that stands in an article more often is a formula
_AFTER_NAME = re.compile(rf"(?:씨|측|쪽)?(?:{PARTICLE.pattern})?")
_COMPUTED = re.compile(r"\b\d{4}-\d\d-\d\d(?:T[\d:+]+)?")  # a day as tables have it: worked out, and no quotation
LEFT, RIGHT = 0, 1
SIDES = {"left": LEFT, "right": RIGHT}  # columns of tables.KWIC
_OURS = "\0"  # stands for a letter that is none of the article's


def cut(texts: Sequence[str], allowance: Allowance, *, lines: bool = False) -> list[str]:
    """Cut from texts that are read one after the other what they quote of an article beyond what is allowed.

    lines    whether the texts are lines of a concordance
    returns  as many texts; each stretch that was left out is an ellipsis
    """
    letters = [(number, place) for number, text in enumerate(texts) for place, c in enumerate(text) if c.isalnum()]
    ours = {(n, place) for n, text in enumerate(texts) for m in _COMPUTED.finditer(text) for place in range(*m.span())}
    row = "".join(_OURS if (number, place) in ours else texts[number][place] for number, place in letters)
    opens = [not place or not texts[number][place - 1].isalnum() for number, place in letters]
    borders = {n for n, (number, _) in enumerate(letters) if not n or letters[n - 1][0] != number} | {len(row)}
    hidden = _hidden(row, opens, borders, allowance, lines=lines)
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


def beside(text: str, side: int) -> str:
    """What is left of one side of a concordance line: the words up to the keyword, or from it on, without a gap.

    side  LEFT or RIGHT of the keyword
    """
    if LEFT_OUT not in text:
        return text
    if side == LEFT:
        near = text.rpartition(LEFT_OUT)[2]
        return f"{LEFT_OUT}{near if only_letters(near) else ' '}"
    near = text.partition(LEFT_OUT)[0]
    return f"{near if only_letters(near) else ' '}{LEFT_OUT}"


def cut_table(frame: pd.DataFrame, allowance: Allowance, *, lines: bool = False) -> pd.DataFrame:
    """The table with its texts cut, row by row; spans of text that was left out become missing."""
    texts = [name for name in frame.columns if pd.api.types.is_string_dtype(frame[name])]
    made = frame.drop(columns=[name for name in ("start", "end", "matched_spans") if name in frame])
    if not texts or frame.empty:
        return made
    rows = [
        cut(["" if pd.isna(v) else str(v) for v in row], allowance, lines=lines)
        for row in frame[texts].itertuples(index=False)
    ]
    for place, name in enumerate(texts):
        if name in made:
            if lines and name in SIDES:
                rows = [[*row[:place], beside(row[place], SIDES[name]), *row[place + 1 :]] for row in rows]
            values = pd.Series([row[place] for row in rows], index=frame.index, dtype=frame[name].dtype)
            made[name] = values.where(frame[name].notna())
    return made


def _hidden(row: str, opens: Sequence[bool], borders: set[int], allowance: Allowance, *, lines: bool) -> bytearray:
    """For each letter of ``row``, whether it must be left out.

    opens    which letters begin a word: a quotation begins with a word, so that the last letter of our own sentence
             before it is not taken for a part of it
    borders  where texts begin and end: a phrase that is all of a text, or all of what is quoted, stands alone
    """
    hidden, runs, place = bytearray(len(row)), allowance.letters.runs, 0
    may = {ANYWHERE, IN_LINES} if lines else {ANYWHERE}
    alone = set(borders)
    while place <= len(row) - RUN:
        starts = runs.get(row[place : place + RUN])
        if starts is None:
            place += 1
            continue
        found = _quoted(row, place, starts[:MOST_PLACES], allowance)
        length = max(found.values())
        shown = next((step for step in range(min(length, CHANCE + 1)) if opens[place + step]), 0)
        for step in range(shown, length):  # what may be shown where it stands once may be shown where it stands again
            allowed = any(step < most and allowance.allowed[start + step] in may for start, most in found.items())
            hidden[place + step] = not allowed
        alone |= {edge for end in (place, place + length) for edge in range(end - CHANCE, end + CHANCE + 1)}
        place += length
    for phrase in allowance.phrases:
        for again in re.finditer(re.escape(phrase), row):
            if alone >= {*again.span()} and _is_words(row, opens, *again.span()):
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
