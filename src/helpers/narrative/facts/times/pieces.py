"""The pieces of an expression of time: direction, year, month, day, part, clock; each a small pattern of its own."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from helpers import lexicons
from helpers.narrative.facts.numbers.units import longest_first

TIMES: dict[str, Any] = lexicons.load("times")


TO = r"\s?[~∼〜–-]\s?"
# What may follow an expression of time: a particle, or no Hangul at all.
END = r"(?=$|[^가-힣]|에|부터|부턴|까지|까진|께|의|로|보다|는|은|이|가|을|를|쯤|와|과|만|도|중|인|엔|대비|안)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
PART_OF_DAY = longest_first(TIMES["parts_of_day"])
_FROM_HOUR = rf"(?:\d{{1,2}}시?(?:\s?\d{{1,2}}분)?{TO}(?:(?:{PART_OF_DAY})\s?)?)?"  # the 10시 of 오전 10시~밤 9시
FROM_MINUTE = rf"(?:\d{{1,2}}분?{TO})?"  # the 45분 of 8시 45∼48분
_MINUTES = rf"(?:\s?{FROM_MINUTE}\d{{1,2}}분(?:\s?\d{{1,2}}초)?|\s?반(?![가-힣]))?"
# 밤 11시에서 12시 사이
_UNTIL_HOUR = rf"(?:(?:에서|부[터턴]|[와과])\s(?:(?:{PART_OF_DAY})\s?)?\d{{1,2}}시{_MINUTES}(?=\s?사이))?"
CLOCK = rf"(?:(?:{PART_OF_DAY})\s?)?{_FROM_HOUR}\d{{1,2}}시(?![간기도민장군]){_MINUTES}{_UNTIL_HOUR}"
# the time of day after a day
THEN = rf"(?:\s(?:{CLOCK}|(?:{PART_OF_DAY})(?=$|[^가-힣]|에|부[터턴]|까[지진]|의|께|쯤|늦게)))?"

_PER_DAY = r"(?!\s(?:평균|최대|\d{1,2}\s?(?:식|회|끼|교대|번|정|포|캡슐|가구)))"
# 1일 1건, 1일 1행사: of each day; but 1일 1시, 1일 1차 회의, 1일 1명이 다쳤다
_SAYS_WHICH = longest_first(lexicons.load("units")["ordinals"])
_ONE_A_DAY = (
    rf"(?!(?<=(?<!\d)1일)\s1(?!(?:{_SAYS_WHICH}|[시심부월년명인층루번]|분기|개월|단계|[십백천만억조])"
    r"(?![가-힣]{2}))[가-힣])"
)
_NOT_A_DAY = (
    r"(?![간째]|차(?=$|[^가-힣]|[에의는가를인])|반|본|대|장(?![가-힣]{2}소)|부(?![터턴])|정|상|체|치|제|\s?(?:동안|만에|이내|내에|정도|가량|이상)|\s?(?:전|뒤|후|새|사이)"
    + END
    + ")"
)
_IN_MONTH = "(?:" + "|".join(f"(?<=월{space}{digits}일)" for space in ("", r"\s") for digits in (r"\d", r"\d\d")) + ")"
# 지난 3~7일 사이
_FROM_TO = (
    "(?:"
    + "|".join(
        rf"(?<={word}\s{first}{unit}[~∼〜–-]{last}일)"
        for word in ("지난", "오는")
        for first in (r"\d", r"\d\d")
        for unit in ("", "일")
        for last in (r"\d", r"\d\d")
    )
    + r")(?=\s사이)"
)
_PART = (
    r"초순|상순|중순|하순|초반|중반|후반|상반기|하반기"
    r"|(?:(?P<first_quarter>[1-4])(?:분기)?\s?[~∼〜·–-]\s?)?[1-4]분기"
    r"|연초|연말|연중|연내|봄|여름|가을|겨울|초|말"
)
_YEAR_WORD = (
    r"새해(?=\s(?:상반기|하반기|[1-4]분기|\d{1,2}월))|"
    r"올해|금년|지난해|작년|재작년|내년|내후년|전년(?!도)|이듬해|그해|(?:같은|다음)\s?해(?=$|[\s,에의는도])"
    r"|올(?=\s?(?:\d|상반기|하반기|들어|[초말봄여가겨연]))"
)

_WEEKDAY = r"[월화수목금토일](?:요일)?"
_PLACE = rf"\s?\((?:이하\s)?(?P<place>현지\s?시[간각]|한국\s?시[간각]|미국\s?시[간각]|{_WEEKDAY})\)"
_PIECES = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<direction>지난(?!해|\s?달)|오는|이번(?!\s?달))\s?",
        r"(?:(?P<year>(?:1\d|20|21)\d\d)\s?년(?:도)?(?!대|간|\s?(?:동안|역사|넘|만에))(?:\s한\s해(?=$|[\s,를의에동는]))?"
        rf"|['’‘](?P<short>\d\d)\s?년(?!대|간|째|\s?(?:만|동안|전))|(?P<near_year>{_YEAR_WORD}))\s?",
        rf"(?:(?:(?P<first_month>1[0-2]|[1-9])월?(?:{TO}|·))?(?<!\d)(?P<month>1[0-2]|0?[1-9])월(?!드|\s?급|\s?결산\s?(?:법인|기업|상장|회사|사(?![가-힣])))"
        r"|(?P<near_month>이달|이번\s?달|지난\s?달|지지난\s?달|내달|다음\s?달)|(?P<same_month>같은\s?달(?=\s?\d)|(?<![해년간전월]\s)같은\s?달(?=\s[가-힣]|,|에(?=\s)(?!\s비)))"
        r"|(?P<leaning>전월(?!세)|전달(?=\s?(?:보다|대비|\())|직?전\s?분기|동월|같은\s?달))\s?",
        rf"(?:(?P<first>{DAY_NUMBER})일?(?:{TO}|·))?(?<!\d)(?<!주\s)(?P<day>{DAY_NUMBER})일(?:{_NOT_A_DAY}|{_IN_MONTH}|{_FROM_TO}){_PER_DAY}{_ONE_A_DAY}",
        rf"\s?(?P<part>{_PART}){END}",
        _PLACE,
        rf"\s?(?P<time>{CLOCK}|(?:{PART_OF_DAY})(?=$|[^가-힣]|에|부터|부턴|까지|까진|의|께|쯤|늦게))",
        _PLACE,
    )
)
_ALWAYS = re.compile(r"(?:역대|매년|매해|해마다|예년)\s$")
_MONTHLY = re.compile(r"(?:매달|매월|다달이)\s(?:\d{1,2}일?(?:과|·|,|\s?[~∼])\s?){0,3}$")  # 매달 2일과 7일
_HOW_LONG = re.compile(
    r"\s?(?:간(?!담)|정도|걸|이면|씩|이내|안에|더(?![가-힣])|쯤|만에|[후뒤전](?![가-힣])|동안|가량|지나|치)"
)
_START = re.compile(r"(?=[\d'’‘지오이올금작재내전다상하연새그같직봄여가겨])(?<!\d)(?<!\d[.,])(?<![가-힣A-Za-z])")

Pieces = dict[str, str | None]
_NO_PIECES: Pieces = {name: None for piece in _PIECES for name in piece.groupindex}


class Row(NamedTuple):
    """The pieces of time that stand in a row in ``[start, end)`` of a sentence."""

    text: str
    start: int
    end: int
    pieces: Pieces

    @property
    def month(self) -> int | None:
        """The month by its number."""
        return int(self.pieces["month"]) if self.pieces["month"] else None

    @property
    def is_day_alone(self) -> bool:
        """Is it a day by its number alone: 7일, neither 3월 7일 nor 지난 7일."""
        return bool(self.pieces["day"] and not (self.pieces["month"] or self.pieces["direction"]))

    @property
    def names_a_time(self) -> bool:
        """Are the pieces enough for a time: not 초 alone, nor 매년 3월, nor 2~3일 as a length."""
        pieces = self.pieces
        has_year = pieces["year"] or pieces["short"] or pieces["near_year"]
        has_month = pieces["month"] or pieces["near_month"] or pieces["same_month"]
        part = pieces["part"] or ""
        if word := pieces["leaning"]:
            return not word.endswith(("동월", "달")) or word == "전달" or bool(pieces["near_year"])
        if not has_year and _ALWAYS.search(self.text, max(0, self.start - 6), self.start):
            return False
        if not (has_year or has_month or pieces["day"]):
            known = part.endswith(("반기", "분기")) or part in ("연초", "연말", "연내")
            return known or bool(pieces["direction"] and part not in ("초", "말", ""))
        if has_year or has_month or pieces["direction"]:
            return True
        if _MONTHLY.search(self.text, max(0, self.start - 30), self.start):
            return False
        return not (pieces["first"] and (_HOW_LONG.match(self.text, self.end) or int(pieces["day"] or 0) <= 3))


def row_at(text: str, at: int) -> Row:
    """The pieces of time that stand in a row from ``at`` on; an empty row where none does."""
    found, end = dict(_NO_PIECES), at
    for piece in _PIECES:
        named = piece.groupindex
        if (
            ("part" in named and found["day"])
            or ("time" in named and not found["day"])
            or ("place" in named and found["place"])
        ):
            continue
        if match := piece.match(text, end):
            found.update(match.groupdict())
            end = match.end()
    return Row(text, at, at + len(text[at:end].rstrip()), found)


def starts(text: str) -> list[int]:
    """Where an expression of time may start."""
    return [match.start() for match in _START.finditer(text)]
