"""What stands around a number or a date to say that it is not exact, or where it begins or ends."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from helpers import lexicons
from helpers.narrative.facts.numbers.units import longest_first

_WORDS: dict[str, Any] = lexicons.load("bounds")
_VERBS: dict[str, str] = _WORDS["verbs"]

BEFORE = longest_first(_WORDS["before"])
AFTER = longest_first(_WORDS["after"])
FOLLOW = rf"(?=$|[^가-힣A-Za-z]|{'|'.join(_WORDS['followers'])})"

# Bounds that make a quantity of a number without a unit: 140 이상.
STRONG = frozenset([*_WORDS["after"], *_VERBS.values(), "약", "최소", "최대", "평균"])

# of 2관왕 이상연 the 이상 is no bound: behind a blank such a word ends, or has a particle
_ENDS = "$|[^가-힣]|[의을를이가은는인으에과와도만씩일였부까라면하짜급보로]"
_AHEAD = re.compile(rf"(?<![가-힣])(?:{BEFORE})\s?$")
_EACH_AHEAD = re.compile(rf"(?<![가-힣])(?P<word>{BEFORE})\s[\d가-힣]{{1,4}}당\s?$")  # 최소 1인당 3만원
_FURTHEST = 8
_ABOUT = re.compile(
    rf"(?:\([A-Za-z%]{{1,6}}\))?(?:\s(?:조금|약간|훌쩍)(?=\s넘게))?(?:(?P<apart>\s)|)(?P<word>{AFTER})(?(apart)(?={_ENDS}))"
)
_ROUNDED = re.compile(
    r"(?P<word>대)(?:\s(?:초반|중반|후반))?(?![가-힣])"
    r"|(?P<of>대)(?=[를의로에까은는도가였이인]|다(?!수)|라[는고며]|\s(?:초반|중반|후반))"
    r"|\s?(?P<line>선)(?=[을의으에까은이 ]|$)"
)
_SIDE = re.compile(r"(?:\([^()]{1,40}\))?\s(?P<word>아래|위|밑)(?=(?:으로|로|에서?|까지)(?=[\s,.]))")  # 3만원 아래로
_WORTH = re.compile(r"\s(?P<word>상당)(?=의\s|$)")  # 3억원 상당의 그물
_PLUS = re.compile(r"\+(?=$|[.,)’”\"']|[을를이가은는의도에]\s)")  # 10점+: so much or more
_EACH = re.compile(r"씩(?![가-힣])")
_PASSING = re.compile(
    rf"(?:\([^()]{{1,40}}\))?\s?(?:이|가|을|를|도|은|는|에|에도|조차|까지)?\s?(?:훌쩍\s|크게\s|약간\s|조금\s|채\s)?(?P<words>(?P<verb>{longest_first(_VERBS)})[가-힣]*)"
)
# 1992년(3.2대 1) 이후: a bracket may stand between
_DIRECTION = re.compile(
    r"(?:\s?\([^()]{1,40}\)(?=\s?(?:까[지진]|부[터턴]|이후|이전|이래|들어|안)))?\s?(?:(?P<about>쯤|무렵|경|께)(?=부[터턴]|까[지진]))?(?P<word>까[지진]|부[터턴]|이후|이전|이래|쯤|무렵|(?:경|께)(?![가-힣])|들어(?![가-힣])|안으로|안에|이내"
    r"|(?!전\s(?:세계|국민|직원|구간|노선|종목|지역|국|산업|품목|계층|연령|과정|경기)[가-힣]?)"  # all of it
    r"[전후뒤](?=$|[^가-힣]|에|까[지진]|부[터턴]))"
)
_PLAIN = {"까진": "까지", "부턴": "부터"}
# 2010년대에 들어선 뒤, 올해에 들어서며: since it began
_ENTERED = re.compile(r"(?:에)?\s들어(?:선\s(?:이?후|뒤)|서(?:면서|며|자|고)?(?=[\s,.])|오면서)|에\s들어(?=[\s,.])")


class Bound(NamedTuple):
    """The words around a number: where they end, and what they say."""

    end: int
    words: tuple[str, ...] = ()
    passing: str = ""


def before(text: str, start: int) -> tuple[int, str]:
    """Where a word such as 약 or 최소 starts that stands before ``start``, and the word; apart in 최소 1인당 3만원."""
    found = _AHEAD.search(text, max(0, start - _FURTHEST), start)
    if found:
        return found.start(), found.group().strip()
    each = _EACH_AHEAD.search(text, max(0, start - 2 * _FURTHEST), start)
    return start, each["word"] if each else ""


def after(text: str, end: int, *, rounded: bool) -> Bound:
    """The words of approximation right after ``end``, which they move on, and those that pass over or direct it.

    rounded  may 대 or 선 follow: after money, percent and points, not after every counter
    """
    words: list[str] = []
    if rounded and (found := _ROUNDED.match(text, end)):
        words.append(found["word"] or found["of"] or found["line"])
        end = found.end()
    if found := _ABOUT.match(text, end):
        words.append(found["word"])
        end = found.end()
    if found := _PLUS.match(text, end):
        words.append("이상")
        end = found.end()
    if rounded and (found := _WORTH.match(text, end)):
        words.append(found["word"])
        end = found.end()
    if rounded and (found := _SIDE.match(text, end)):
        words.append(found["word"])
    if found := _EACH.match(text, end):
        words.append("씩")
    passing = ""
    if found := _PASSING.match(text, end):
        words.append(_VERBS[found["verb"]])
        passing = found["words"]
    else:
        words += towards(text, end)
    return Bound(end, tuple(words), passing)


def towards(text: str, end: int) -> tuple[str, ...]:
    """The words that say to which side of a time or number the text means: 까지, 이후, 께 and 부터; () if none do."""
    if _ENTERED.match(text, end):
        return ("이후",)
    found = _DIRECTION.match(text, end)
    return once(found["about"], _PLAIN.get(found["word"], found["word"])) if found else ()


def once(*words: str | None) -> tuple[str, ...]:
    """Words of approximation, each once."""
    return tuple(dict.fromkeys(word for word in words if word))


def noted(*words: str | None) -> str:
    """Words of approximation as a note has them, for people."""
    return " · ".join(once(*words))
