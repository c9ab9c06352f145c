"""What seems to begin a noun phrase and only says when, or on what account: 지난 3일 시장은, 연설 직후 시장은."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.grammar.words import Morpheme

_DATE = re.compile(
    r"(?:(?:19|20)?\d\d년|\d{1,2}월|\d{1,2}일|\d{1,2}시|\d{1,2}분|지난|오는|\(현지시간\)|\(현지시각\))+$"
)
_STAMP = re.compile(r"\d{1,2}일\s?\(현지\s?시[각간]\)\s+")


def without_time(level: Sequence[Morpheme], first: int, last: int, text: str) -> int | None:
    """``first`` moved over the words of time and the conjunctions with which the phrase seems to begin.

    The same for nouns that a clause turns into a time or a condition: the 경우 of '그럴 경우 시장은'.
    """
    times = words("grammar", "times")
    first = _past_lead(level, _past_moment(level, first, last), last)
    if first < last and first and level[first - 1].tag == "ETM" and is_moment(level, first):
        first += level[first + 1].start > level[first].end
    if first < last and level[first].surface == "결과" and level[first + 1].tag == "SN":
        first += 1  # '물은 결과 68%가'
    if stamp := _STAMP.match(text, level[first].start):  # '31일(현지 시각) 하늘저널'
        first = next((n for n in range(first, last + 1) if level[n].start >= stamp.end()), first)
    while first < last:
        end = next((n for n in range(first + 1, last + 1) if level[n].start > level[n - 1].end), None)
        if end is None or level[end - 1].tag in ("JKG", "JC"):
            return first
        word = text[level[first].start : level[end - 1].end]
        if not (word in times or _DATE.match(word)):
            return first
        first = end
    return first


def is_moment(level: Sequence[Morpheme], number: int) -> bool:
    """Does a noun turn the clause before it into a time or a cause: 김 of '마친 김에', not of '마친 김 의장'?"""
    if level[number].surface not in words("grammar", "moments"):
        return False
    after = "".join(m.surface for m in level[number + 1 : number + 4] if m.is_noun)
    titled = any(after.startswith(title) or after.endswith(title) for title in words("voices", "titles"))
    return not (level[number].surface in words("voices", "surnames") and titled)


def _past_moment(level: Sequence[Morpheme], first: int, last: int) -> int:
    """``first`` moved over what only says when: '연설 직후 시장은', '이런 가운데 시장은'."""
    for number in range(last - 1, max(first, 1) - 1, -1):
        apart = level[number - 1].end < level[number].start and level[number].end < level[number + 1].start
        pointed = level[number].surface == "가운데" and level[number - 1].tag in ("MM", "ETM")
        when = level[number].surface in words("grammar", "when")
        if level[number].surface == "당시":  # '실패 당시 시는', but '김하늘 당시 시장'
            when = level[number - 1].tag in ("NNG", "NNB")
        if apart and (pointed or when):
            return number + 1
    return first


def _past_lead(level: Sequence[Morpheme], first: int, last: int) -> int:
    """``first`` moved over what only leads in: '<하늘일보> 취재 결과 시장은', '이와 관련 한 변호사는'."""
    if level[last].surface in words("grammar", "of_results"):
        return first
    for number in range(last - 1, max(first, 1) - 1, -1):
        apart = level[number - 1].end < level[number].start and level[number].end < level[number + 1].start
        found_out = level[number].surface == "결과" and level[number - 1].surface in words("grammar", "found_out")
        related = level[number].surface == "관련" and level[number - 1].tag in ("JKB", "JC")
        if apart and (found_out or related):
            return number + 1
    return first
