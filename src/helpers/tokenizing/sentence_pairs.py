"""Where quotations and brackets open and close in one line of Korean news text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_OPENS = {"“": "double", "‘": "single", "「": "corner", "『": "white", "《": "angle", "〈": "thin",
          "(": "round", "（": "round", "[": "square", "【": "lens", "{": "curly", "<": "less"}  # fmt: skip
_CLOSES = {"”": "double", "’": "single", "」": "corner", "』": "white", "》": "angle", "〉": "thin",
           ")": "round", "）": "round", "]": "square", "】": "lens", "}": "curly", ">": "less"}  # fmt: skip
_STRAIGHT = {'"': "double", "＂": "double", "'": "single", "`": "single"}
_QUOTES = {"double", "single", "corner", "white"}
# The longest span that can be meant: beyond it the opening mark is a stray one.
_REACH = {"double": 2000, "single": 400, "corner": 1000, "white": 1000, "less": 60}
_MARKS = re.compile("[" + re.escape("".join([*_OPENS, *_CLOSES, *_STRAIGHT])) + "]")
_CONTINUES_GLUED = re.compile(r"\s?(?:이?라고|이?라며|이?라는|이?라면서|고|며|면서)(?![가-힣])")
_YEAR = re.compile(r"['’‘]\d\d\s?(?:년|학번|[.~∼-])")


@dataclass(frozen=True)
class Pair:
    """An opening mark at ``start`` and its closing mark at ``end``; ``quote`` or else a bracket."""

    start: int
    end: int
    quote: bool


def find_pairs(text: str, start: int, end: int) -> list[Pair]:
    """Pairs of quotation marks and brackets in ``text[start:end]``, by start, none crossing another.

    A mark without a partner, an inch sign, an apostrophe and a year written '24 are left out.
    """
    open_marks: dict[str, list[int]] = {}
    found: list[Pair] = []
    for match in _MARKS.finditer(text, start, end):
        at, mark = match.start(), match.group()
        kind = _OPENS.get(mark) or _CLOSES.get(mark) or _STRAIGHT[mark]
        if kind == "single" and _is_apostrophe(text, at):
            continue
        waiting = open_marks.setdefault(kind, [])
        if _is_opening(text, at, mark, waiting, end):
            if mark in _STRAIGHT:
                waiting.clear()
            waiting.append(at)
        elif waiting:
            opened = waiting.pop()
            if at - opened <= _REACH.get(kind, 300):
                found.append(Pair(opened, at, kind in _QUOTES))
    return _without_crossing(sorted(found, key=lambda pair: (pair.start, -pair.end)))


def _is_opening(text: str, at: int, mark: str, waiting: list[int], end: int) -> bool:
    if mark in _OPENS:
        return True
    if mark in _CLOSES:
        return False
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    looks_open = (before.isspace() or before in "([“‘\"'…·") and not after.isspace()
    if waiting:
        return looks_open and not _CONTINUES_GLUED.match(text, at + 1, end)
    looks_closed = not before.isspace() and (after.isspace() or after in ".,)")
    return not looks_closed and not (before.isdigit() and not looks_open)


def _is_apostrophe(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    in_word = before.isascii() and before.isalnum() and after.isascii() and after.isalpha()
    return in_word or _YEAR.match(text, at) is not None


def _without_crossing(pairs: list[Pair]) -> list[Pair]:
    kept: list[Pair] = []
    around: list[Pair] = []
    for pair in pairs:
        while around and around[-1].end < pair.start:
            around.pop()
        if not around or pair.end < around[-1].end:
            kept.append(pair)
            around.append(pair)
    return kept
