"""The pieces of an expression of time: direction, year, month, day, part, clock; each a small pattern of its own."""

from __future__ import annotations

import re
from typing import Any

from helpers import lexicons
from helpers.narrative.facts.numbers.units import longest_first

TIMES: dict[str, Any] = lexicons.load("times")


TO = r"\s?[~∼〜–-]\s?"
# What may follow an expression of time: a particle, or no Hangul at all.
END = r"(?=$|[^가-힣]|에|부터|부턴|까지|까진|께|의|로|보다|는|은|이|가|을|를|쯤|와|과|만|도|중|인|엔|대비|안)"
DAY_NUMBER = r"(?:3[01]|[12]\d|0?[1-9])"
PART_OF_DAY = longest_first(TIMES["parts_of_day"])
_FROM_HOUR = rf"(?:\d{{1,2}}시?(?:\s?\d{{1,2}}분)?{TO}(?:(?:{PART_OF_DAY})\s?)?)?"  # the 10시 of 오전 10시~밤 9시
CLOCK = rf"(?:(?:{PART_OF_DAY})\s?)?{_FROM_HOUR}\d{{1,2}}시(?![간기도민장군])(?:\s?\d{{1,2}}분|\s?반(?![가-힣]))?"
# the time of day after a day
THEN = rf"(?:\s(?:{CLOCK}|(?:{PART_OF_DAY})(?=$|[^가-힣]|에|부[터턴]|까[지진]|의|께|쯤|늦게)))?"

_PER_DAY = r"(?!\s(?:평균|최대|\d{1,2}\s?(?:식|회|끼|교대|번|정|포|캡슐|가구)))"
_NOT_A_DAY = (
    r"(?![간째]|반|본|대|장(?![가-힣]{2}소)|부(?![터턴])|정|상|체|치|제|\s?(?:동안|만에|이내|내에|정도|가량|이상)|\s?(?:전|뒤|후|새|사이)"
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
        rf"(?:(?:(?P<first_month>1[0-2]|[1-9])월?(?:{TO}|·))?(?<!\d)(?P<month>1[0-2]|0?[1-9])월(?!드|\s?급)"
        r"|(?P<near_month>이달|이번\s?달|지난\s?달|지지난\s?달|내달|다음\s?달)|(?P<same_month>같은\s?달(?=\s?\d)|(?<![해년간전월]\s)같은\s?달(?=\s[가-힣]|,|에(?=\s)(?!\s비)))"
        r"|(?P<leaning>전월(?!세)|전달(?=\s?(?:보다|대비|\())|직?전\s?분기|동월|같은\s?달))\s?",
        rf"(?:(?P<first>{DAY_NUMBER})일?(?:{TO}|·))?(?<!\d)(?<!주\s)(?P<day>{DAY_NUMBER})일(?:{_NOT_A_DAY}|{_IN_MONTH}|{_FROM_TO}){_PER_DAY}",
        rf"\s?(?P<part>{_PART}){END}",
        _PLACE,
        rf"\s?(?P<time>{CLOCK}|(?:{PART_OF_DAY})(?=$|[^가-힣]|에|부터|부턴|까지|까진|의|께|쯤|늦게))",
        _PLACE,
    )
)
_START = re.compile(r"(?=[\d'’‘지오이올금작재내전다상하연그같직봄여가겨])(?<!\d)(?<!\d[.,])(?<![가-힣A-Za-z])")

Pieces = dict[str, str | None]
_NO_PIECES: Pieces = {name: None for piece in _PIECES for name in piece.groupindex}


def read_pieces(text: str, at: int) -> tuple[Pieces, int]:
    """The pieces of time that stand in a row from ``at`` on, by name, and where the last one ends."""
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
    return found, at + len(text[at:end].rstrip())


def starts(text: str) -> list[int]:
    """Where an expression of time may start."""
    return [match.start() for match in _START.finditer(text)]
