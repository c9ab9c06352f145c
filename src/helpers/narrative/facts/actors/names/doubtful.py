"""What no actor can be, or be only in part: a byline, a subhead run into a sentence, half of a name joined by a dot."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.found import Found
from helpers.spans import Span

_DOT = "·‧∙・ㆍ"
_BYLINE = re.compile(r"\s?(?:기자|특파원)\s?(?:=|[\])】])")
_RUN_IN = re.compile(r"[━◇■▶▷▲△●○□◆※©]|\([^()]*=[^()]*\)")  # a subhead's sign, (사진=나루일보)
_CREDIT = re.compile(r"(?:사진|자료|그래픽)\s\S+\s\S")  # 사진 물결뱅크 나루 등 어촌
_COUNTED = re.compile(r"(?:약|최소한?|최대|총)?\s?\d[\d,]*\s?(?:인|명|일)")
_WITHIN = re.compile(r"\s(?:내|안|밖|간)$")
_BEATEN = re.compile(r"(?:으로|로)?\s(?:\S{1,6}\s)?(?:꺾|이기|이긴|이겼|눌러|누르|눌렀|제압|완파|격파|대파)")
_LETTER = re.compile(r"[가-힣A-Za-z]")
_TO = re.compile(r"[가-힣]에$")


def sure(text: str, fact: Found, actor: Span | None) -> Span | None:
    """The actor as far as it is sure to be one; None where it is not."""
    if actor is None:
        return None
    start, end = actor
    if run_in := list(_RUN_IN.finditer(text, start, end)):
        start = run_in[-1].end()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    start = _whole_beginning(text, start)
    name = text[start:end]
    nobody = (
        not name
        or (text[end : end + 1] in _DOT and end < len(text))
        or _BYLINE.match(text, end)
        or _CREDIT.match(name)
        or _COUNTED.fullmatch(name)
        or (name == "그" and text.startswith("중", end))
        or _WITHIN.search(name)
        or (run_in and name in words("actors", "abstract"))
        or (end < fact.start and text[end : fact.start] == " " and _TO.search(name))
        or (fact.unit == "점수" and end + 1 >= fact.start > start and _BEATEN.match(text, fact.end))
    )
    return None if nobody else (start, end)


def _whole_beginning(text: str, start: int) -> int:
    """Where the names begin that are joined by dots to the one at ``start``: 그물·노 값."""
    while start > 1 and text[start - 1] in _DOT and _LETTER.match(text[start - 2]):
        start -= 2
        while start > 0 and _LETTER.match(text[start - 1]):
            start -= 1
    return start
