"""Years, decades, centuries and seasons: 2021~2024년, 1990년대 후반, 21세기, (1992), 2031시즌."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from helpers.narrative.facts.found import Found, of_match
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.pieces import END, TO

YEARS = re.compile(
    rf"(?<!\d)(?P<first>(?:1[5-9]|20)\d\d)"
    rf"(?:년?{TO}|년(?:에서|과)\s(?=\d{{4}}년\s사이))(?P<last>(?:1[5-9]|20)?\d\d)년(?!대)"
)
LIFE = re.compile(r"(?<=\()(?P<first>1\d{3}|20\d\d)\s?[~∼–-]\s?(?P<last>1\d{3}|20\d\d)(?=\))")
# ‘흰 파도’(1992), 《강》(이바다, 1998): when a work came out, someone was born
IN_BRACKETS = re.compile(
    r"(?<=[가-힣A-Za-z’'”\"》〉」』>])\((?P<first>(?:18[5-9]|19\d|20\d)\d)(?=\)|[,·]\s?[가-힣])"
    r"|(?<=[,·]\s)(?P<last>(?:18[5-9]|19\d|20\d)\d)(?=\))"
)
# the 2027 of 2027, 2029년
LISTED = re.compile(r"(?<![\d.])(?P<year>(?:19|20)\d\d)(?=[,·]\s?(?:(?:19|20)\d\d[,·]\s?){0,5}(?:19|20)\d\d년)")
OF_REIGN = re.compile(r"(?<!\d)\d{1,2}년\s?\((?P<year>\d{3,4})년?\)")
SEASON = re.compile(
    r"(?<![\d가-힣])(?:(?P<first>20\d\d[-/~∼])?(?P<year>(?:20)?\d\d)\s?|올\s|올해\s|지난\s?|이번\s|다음\s|새\s)시즌(?=$|[^가-힣]|[을를에의은는이까부])"
)
# 60~70년대, 1960·70년대: from the first of one to the last of the other
DECADE = re.compile(
    rf"(?<![\d.])(?:(?P<from>(?:1[0-9]|20)\d0|[2-9]0)(?:년대)?\s?[~∼〜–·-]\s?)?(?<!\d)(?P<year>(?:1[0-9]|20)\d0|[2-9]0)년대(?:\s?(?P<part>초반|중반|후반|초|중|말){END})?"
)
CENTURY = re.compile(rf"(?<!\d)(?P<number>[1-9]|1\d|2[0-2])세기(?:\s?(?P<part>초반|초|중반|중엽|후반|말){END})?")


def read_years(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if first <= last:
        yield of_match(match, "period", (date(first, 1, 1), date(last, 12, 31)))


def read_in_brackets(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    part = "first" if match["first"] else "last"
    year = int(match[part])
    start, end = match.span(part)
    yield Found(start, end, "date", days=cal.year_days(year), resolved_by="text", certainty="inferred")


def read_listed(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield of_match(match, "date", cal.year_days(int(match["year"])))


def read_of_reign(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield of_match(match, "date", cal.year_days(int(match["year"])))


def read_season(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """2031시즌 lies in its year; one of two years, 올 시즌 and 지난 시즌 begin and end as the sport has it."""
    if match["year"] and not match["first"]:
        days = cal.year_days(2000 + int(match["year"]) % 100)
        yield of_match(match, "period", days, "시즌을 그 해로 봄", sure="inferred")
    else:
        yield of_match(match, "period", None, "시즌은 종목마다 다름", lacks="text")


def read_decade(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    year, part, first = int(match["year"]), match["part"] or "", int(match["from"] or 0)
    short = year <= 99 and first <= 99
    note = "세기를 적지 않은 연대" if short else ""
    if year <= 99:
        year += first // 100 * 100 or 1900
    days = cal.decade_days(year, part)
    if first:
        days = cal.decade_days(first if first > 99 else year // 100 * 100 + first)[0], days[1]
    if days[0] > days[1]:
        return
    yield of_match(match, "period", days, note, sure="inferred" if short else "stated")


def read_century(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """A century is kept, but nobody could look it up: 21세기에는 배가 난다."""
    days = cal.century_days(int(match["number"]), match["part"] or "")
    yield replace(of_match(match, "period", days), loose=True)
