"""Amounts of money and counts in a sentence of Korean news."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.narrative.facts_found import Found, Room, approximation, join_notes
from helpers.narrative.facts_numbers import (
    AFTER,
    ARABIC,
    BEFORE,
    HANGUL,
    NATIVE,
    VAGUE,
    Number,
    parse_number,
    parse_range,
)  # fmt: skip
from helpers.narrative.facts_units import CURRENCIES, HANGUL_UNITS, LATIN_UNITS, NATIVE_UNITS, PERCENT, SIGNS

_NUMBER = rf"(?P<number>{ARABIC}|{HANGUL})"
_TO = r"(?P<low_unit>%|％|원|엔|달러|배|명|개|건|대|곳|만\s?원)?\s?[~∼〜–-]\s?"
_START = r"(?<![\d.,·])(?<![A-Za-z]-)(?<!제)(?<!제\s)"
_MINUS = r"(?P<minus>(?:영하|마이너스)\s?|(?<![\w)%])[-−])?"
_HEAD = rf"{_START}(?:(?P<before>{BEFORE})\s?)?{_MINUS}(?:(?P<low>(?:{ARABIC}))(?:{_TO}))?{_NUMBER}"
_MORE = r"\s?(?P<more>여)?\s?"
_ABOUT = rf"(?P<about>\s?(?:{AFTER})|대(?![가-힣])|대(?=[를의로에까은는가도]))?"
_BOUND = (
    r"(?=$|[^가-힣A-Za-z]|이나|이[ ,.었]|인(?=$|[ ,])|인데|이면|이지|이니|이던|면(?=$|[ ,])|이며|이고|이다|이라|"
    r"입니|으로|로|가|를|을|은|는|의|와|과|도|만|에|까지|부터|뿐|씩|당|꼴|쯤|가량|정도|이상|이하|미만|초과|여|남짓|안팎|내외|짜리|어치|중|밖|라|나|들|하|다|"
    r"대[를의로 에,.]|선[을의으에 ]|보다|뒤|높|낮|넘|급|짜|규모|엔|께서)"
)
_MONEY = re.compile(
    _HEAD + _MORE + rf"(?:(?P<country>미국|홍콩|싱가포르|호주|캐나다|대만|스위스)\s)?(?P<unit>{'|'.join(CURRENCIES)})"
    r"(?<!원(?=[칙장년래유탁형고론]))" + _BOUND + _ABOUT
)
_SIGNED = re.compile(rf"(?P<unit>US\$|[$＄€£¥₩￦])\s?{_NUMBER}" + _ABOUT)
_RATE = re.compile(
    _HEAD + r"\s?(?P<more>여)?(?P<unit>%포인트|%[pP](?![A-Za-z])|[%％]|퍼센트포인트|퍼센트|프로(?![가-힣]))" + _ABOUT
)
_PARTS = re.compile(
    _START + r"(?P<below>\d{1,4}|[두세네]|다섯|열|백|천)\s?분의\s?(?P<above>\d{1,4}|일|이|삼|한|두|세)(?![가-힣\d]{2})"
)
_LATIN = re.compile(_HEAD + _MORE + rf"(?P<unit>{LATIN_UNITS})(?![A-Za-z])" + _ABOUT)
_COUNT = re.compile(
    rf"(?<![A-Za-z])(?<![가-힣](?=[가-힣])){_HEAD}{_MORE}(?P<unit>{HANGUL_UNITS})(?!\s?인치){_BOUND}{_ABOUT}"
)
_NATIVE = re.compile(
    rf"(?<![가-힣\d])(?:(?P<before>{BEFORE})\s?)?(?P<number>{NATIVE}|{VAGUE})(?P<more>여)?\s?"
    rf"(?P<unit>{NATIVE_UNITS}){_BOUND}{_ABOUT}"
)
_ORDINAL_UNITS = ("위", "호")
_SURE = ("명", "개", "곳", "배", "살", "번", "가지", "차례", "마리", "군데", "사람")
_INDEFINITE = ("기업", "업체", "회사", "나라", "국가", "도시", "부처", "사람", "자리", "통")
_SINGLE = ("십", "조", "경", "일")
# Counters that are also parts of words: they count only where the number starts a word.
_LOOSE = frozenset("대도기호인위세주점장부문발통패타골판회번층석표평줄") | {"필지", "단계", "자리"}
_GLUED = re.compile(r"[가-힣]$")
_MAY_GLUE = re.compile(r"(?:약|총|연|각|만|전|매|단|불과|무려|평균|최대|최소|겨우|모두)$")


def find_quantities(text: str, taken: list[Found]) -> list[Found]:
    """Amounts and counts in one normalized sentence, by start, outside the spans of ``taken``."""
    room = Room(text, taken)
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            start, end = match.start(), match.start() + len(match.group().rstrip())
            if room.is_free(start, end):
                room.take(Found(start, end, *rest) for rest in read(match))
    return room.in_order()


_Rest = tuple[str, Number, str | None, None, str]


def _number(match: re.Match[str]) -> Number:
    g = match.groupdict()
    number = parse_range(g["low"], g["number"]) if g["low"] else parse_number(g["number"])
    return Number(-number.low) if g["minus"] and number.low and not g["low"] else number


def _note(match: re.Match[str], number: Number, *more: str) -> str:
    g = match.groupdict()
    return join_notes(
        approximation(g.get("before"), g.get("more"), g.get("about")) or ("어림" if number.low is None else ""), *more
    )


def _read_money(match: re.Match[str]) -> Iterator[_Rest]:
    number = _number(match)
    unit = CURRENCIES.get(re.sub(r"\s", "", (match["country"] or "") + match["unit"]), CURRENCIES[match["unit"]])
    small = number.low is not None and number.low < 1000
    if match["unit"] in ("동", "불", "리라") and (small or number.low is None):
        return
    if match["number"] in _SINGLE and match.end("number") == match.start("unit"):
        return
    unclear = "" if unit.isascii() else "어느 나라 화폐인지 적지 않음"
    yield "amount", number, unit, None, _note(match, number, unclear)


def _read_signed(match: re.Match[str]) -> Iterator[_Rest]:
    number = parse_number(match["number"])
    unclear = "엔인지 위안인지 표시만으로는 모름" if match["unit"] == "¥" else ""
    yield "amount", number, SIGNS[match["unit"]], None, _note(match, number, unclear)


def _read_rate(match: re.Match[str]) -> Iterator[_Rest]:
    number = _number(match)
    yield "count", number, PERCENT[match["unit"]], None, _note(match, number)


def _read_parts(match: re.Match[str]) -> Iterator[_Rest]:
    below = parse_number(match["below"]).low
    above = {"일": 1.0, "이": 2.0, "삼": 3.0}.get(match["above"]) or parse_number(match["above"]).low
    if below and above is not None:
        yield "count", Number(above / below), "분수", None, ""


def _read_count(match: re.Match[str]) -> Iterator[_Rest]:
    unit, number = match["unit"], _number(match)
    if unit == "부" and (number.low or 0) < 10:  # the second part, the second division
        return
    if unit == "사" and (number.low or 0) < 3:  # two out, in baseball
        return
    if unit == "세대" and re.fullmatch(r"[2-9]0[3-9]0", match["number"]):
        return
    glued = match.string[: match.start()]
    if _GLUED.search(glued) and not _MAY_GLUE.search(glued[-3:]) and unit in _LOOSE:
        return
    if re.match(r"[가-힣]", match["number"]) and (
        (len(match["number"]) == 1 and unit in _LOOSE) or match["number"] in _SINGLE
    ):
        return
    if number.low == 1 and match.string[match.end("unit") : match.end("unit") + 1] == "당":  # 1인당 500만 원
        return
    yield "count", number, unit, None, _note(match, number, _doubt(match, unit, number))


def _doubt(match: re.Match[str], unit: str, number: Number) -> str:
    """What a counter leaves open: 20대 may be an age, 3위 and 2호 say a place in an order."""
    if unit == "대" and number.low in range(10, 100, 10) and match["number"].isdigit():
        return "나이대일 수도 있음"
    if unit == "대" and number.low and number.low < 20 and re.match(r"\s[가-힣]{2}", match.string[match.end("unit") :]):
        return "손꼽은 가짓수일 수도 있음"
    if unit == "세대" and number.low and number.low < 10:
        return "차례나 이름을 나타냄"
    return "차례나 이름을 나타냄" if unit in _ORDINAL_UNITS else ""


def _read_native(match: re.Match[str]) -> Iterator[_Rest]:
    """A count such as 두 곳; 한 기업 is *a* company, and 한번 and 세척 are words of their own."""
    number, unit = parse_number(match["number"]), match["unit"]
    glued = match.end("number") == match.start("unit")
    if match["number"] == "한" and unit in _INDEFINITE:
        return
    if glued and len(match["number"]) == 1 and unit not in (_SURE[:3] if match["number"] == "한" else _SURE):
        return
    yield "count", number, unit, None, _note(match, number)


_READERS = (
    (_MONEY, _read_money),
    (_SIGNED, _read_signed),
    (_RATE, _read_rate),
    (_PARTS, _read_parts),
    (_LATIN, _read_count),
    (_COUNT, _read_count),
    (_NATIVE, _read_native),
)
