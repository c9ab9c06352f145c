"""Is what a sentence tells of over by the time it is told: read from its words, without an analyzer."""

from __future__ import annotations

import re

from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times.pieces import TIMES

_ENDS = re.compile(r"(?P<last>[가-힣])(?:다|습니다|는데요|고요|지요|죠|어요)[.”\"'’\s]*$")
_TOLD = re.compile(r"(?P<last>[가-힣])다(?:고|며|면서|는|던)\s")
_ANY_QUOTE = re.compile(r"“[^“”]*”|‘[^‘’]*’|\"[^\"]*\"|'[^']*'")
_WORDS = re.compile(r"(?P<mark>[“\"])(?P<words>[^“”\"]*)[”\"]")
# 꺾일 수 있다: an ending in ㄹ before 수 있다 or 것
_RIEUL = "[" + "".join(chr(0xAC00 + n * 28 + 8) for n in range(19 * 21)) + "]"
_MAY_BE = re.compile(_RIEUL + r"\s(?:수\s?(?:도\s|는\s)?있|것(?:이다|으로|이라|$|[”\"])|전망)")
_TO_COME = re.compile(rf"{longest_first(TIMES['to_come'])}|오는\s|{_RIEUL}\s?(?:것|예정|계획|전망|수\s있)")
_HELD = re.compile(rf"(?:(?P<was>{longest_first(TIMES['was_held'])})|{longest_first(TIMES['is_to_be_held'])})(?=\s)")
_SINCE = re.compile(r"\s?(?:이후|이래)")
_COMPARES = re.compile(longest_first(TIMES["since_then"]))
_STORY = re.compile(longest_first(TIMES["stories"]))
_TELLING = re.compile(rf"(?:{longest_first(TIMES['told'])})[가-힣]*[.”\"'’\s]*$")
PLANNED = r"예정|계획|방침|[기키]로\s[했한결]|겠[다습]"  # words of what is to come
_PLANNED = re.compile(PLANNED)
_WAS_PLANNED = re.compile(r"(?:예정|계획|방침|구상)이었")
_IS_PLANNED = re.compile(r"(?:예정|계획|방침|구상)(?:이다|입니다|이라[고며는]|이며|이고|이지만)")
_TOLD_IN_WORDS = re.compile(r"(?P<last>[가-힣])(?:다|지만|으며|으나|는데|고(?=\s)|습니다|어요)(?=[\s.,]|$)")
_TO_COME_IN_WORDS = re.compile(rf"예정|계획|방침|전망|예상|목표|오는\s|겠|{_RIEUL}\s?(?:것|수\s있)")
_WHENEVER = re.compile(rf"{_RIEUL}\s(?:경우|때마다|때는\s항상)|[가-힣]을\s(?:경우|때마다)|때마다")
_AGAIN_AND_AGAIN = re.compile(r"매년|매해|해마다|매번|매일|날마다|그날그날|마다\s")
_SINCE_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d년(?:\s?\d{1,2}월)?부[터턴]")
_STOP = re.compile(r"(?<=다)[.]\s")  # where a sentence of several in somebody's words ends
_NIEUN = 4  # the place of ㄴ among final consonants
NEAR = 40  # characters after a day in which what is held on it may be named


def is_of_any(text: str, end: int) -> bool:
    """Does a rule, or what happens again and again, tell of a year or day: 전년보다 줄 경우, 매일 다음 날을."""
    return bool(_WHENEVER.search(text, end) or _AGAIN_AND_AGAIN.search(text, 0, end))


def is_over(text: str, end: int) -> bool:
    """Is what is told of a day past whose words end at ``end``: held by then, or told in the past with nothing to come.

    In somebody's words only what was held is: the tense of the sentence is that of speaking.
    """
    if held := _HELD.search(text, end, end + NEAR):
        return bool(held["was"])
    last = _last_told(text, end)
    plain = _SINCE_YEAR.sub("", _unquoted(text)).replace("까지의", "의")  # 20일까지의 판매는 줄었다
    return bool(last and is_past(last) and not _TO_COME.search(plain))


def is_going_on(text: str, end: int) -> bool:
    """Is what is told of a day only going on by then, so that the day itself may be yet to come: 배를 고치고 있다."""
    return not _HELD.search(text, end, end + NEAR) and _last_told(text, end) == "있"


def is_to_come(text: str, end: int) -> bool:
    """Is what is told of a day yet to be held or planned, or does something begin or end with it: 15일부터."""
    held = _HELD.search(text, end, end + NEAR)
    return bool(held and not held["was"]) or is_planned(text, end) or text.startswith(("부터", "까지"), end)


def _last_told(text: str, end: int) -> str:
    """The syllable before 다 of what is told of a day whose words end at ``end``; '' for a day in somebody's words."""
    plain = _unquoted(text)
    if plain[end - 1 : end].isspace():
        return ""
    last = _TOLD.search(plain, min(end, len(plain))) or _ENDS.search(plain)
    return last["last"] if last else ""


def was_planned(text: str, end: int) -> bool:
    """Was something planned for a day, so that it is past by now: 4월 17일까지 마칠 계획이었다."""
    return _WAS_PLANNED.search(_unquoted(text), end, end + NEAR) is not None


def is_planned(text: str, end: int) -> bool:
    """Is something planned for a day, so that it is yet to come: 9월 17일까지 마칠 계획이다."""
    return _IS_PLANNED.search(_unquoted(text), end, end + NEAR) is not None


def over_in_words(text: str, end: int) -> bool:
    """Do somebody's words tell of a month or half of a year as over: “상반기까지 배를 모아 3분기부터는 줄었다”."""
    own = next((q for q in _WORDS.finditer(text) if q.start("words") < end <= q.end("words")), None)
    if own is None:
        return False
    rest = text[end : own.end("words")]
    told = _TOLD_IN_WORDS.search(rest)
    return bool(told and is_past(told["last"]) and not _TO_COME_IN_WORDS.search(rest, 0, told.end()))


def is_since(text: str, end: int) -> bool:
    """Does a month or year whose words end at ``end`` begin the time up to now: 3월 이후 처음으로."""
    if not _SINCE.match(text, end):
        return False
    return bool(_COMPARES.search(text, end)) or is_over(text, end)


def is_ahead(text: str, end: int) -> bool:
    """Is what is told of a month, whose words end at ``end``, planned or told in the present: 9월 문을 연다."""
    if own := next((q for q in _WORDS.finditer(text) if q.start() < end <= q.end()), None):
        text, end = own.group("words"), end - own.start("words")
        text = text[: stop.start()] if (stop := _STOP.search(text, max(end, 0))) else text
    plain = _unquoted(text)
    if plain[end - 1 : end].isspace() or _SINCE.match(text, end):
        return False
    if _MAY_BE.search(text, end):
        return True
    last = _TOLD.search(plain, min(end, len(plain))) or _ENDS.search(plain)
    present = last is not None and (ord(last["last"]) - 0xAC00) % 28 == _NIEUN
    if any(is_past(letter) and letter not in "있겠" for letter in plain[end : last.start() if last else end]):
        return False
    return present or _PLANNED.search(plain, min(end, len(plain))) is not None


def is_told_within(text: str, end: int) -> bool:
    """Has what is told of a time its own tense before the verb of telling: 3분기에 배를 팔았다고 밝혔다."""
    plain = _unquoted(text)
    return _TOLD.search(plain, min(end, len(plain))) is not None


def ends_in_telling(text: str) -> bool:
    """Does a sentence end in a verb of telling, so that what is told may lie ahead: 9월에 문을 연다고 밝혔다."""
    return _TELLING.search(text) is not None


def tells_a_story(text: str) -> bool:
    """Does a sentence speak of a film, a novel or the like, whose times are its own."""
    return _STORY.search(text) is not None


def is_past(syllable: str) -> bool:
    """Does a syllable end in ㅆ: 했, 갔, 었, and 있 of what is going on and has begun."""
    return "가" <= syllable <= "힣" and (ord(syllable) - 0xAC00) % 28 == 20


def _unquoted(text: str) -> str:
    """The text with its quotations blanked, each place as it was."""
    return _ANY_QUOTE.sub(lambda found: " " * len(found.group()), text)
