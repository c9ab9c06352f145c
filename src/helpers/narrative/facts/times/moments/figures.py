"""Days in figures, and times of a day alone: 2031.3.5, 8·17 전당대회, 오후 3시, 15:30."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.narrative.facts.found import Found, based_on, of_match
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.clock import Clock, Named
from helpers.narrative.facts.times.pieces import DAY_NUMBER, FROM_MINUTE, PART_OF_DAY, TIMES, TO

_PLACE = r"(?:\s?\((?P<local>현지\s?시[간각]|한국\s?시[간각]|미국\s?시[간각])\))?"
DOTTED = re.compile(
    rf"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[./-])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<day>{DAY_NUMBER})(?!\d)\.?{_PLACE}"
)
_BYLINE = re.compile(r"(?:[가-힣A-Za-z@.]{2,12}\s){1,4}(?:입력\s|등록\s|수정\s)?")  # 한나루 물결일보 2031-03-05
HELD = re.compile(
    rf"(?:(?<![가-힣])(?:(?P<last>지난)|(?P<near>{longest_first(TIMES['years'])}))\s?|(?<![\d.·]))(?P<month>1[0-2]|[1-9])[·.](?P<day>{DAY_NUMBER})(?![\d·.])\s?"
    rf"(?=(?P<planned>{longest_first(TIMES['planned'])})|{longest_first(TIMES['happened'])})"
)
TIME_ONLY = re.compile(
    rf"(?<![\d가-힣])(?:{PART_OF_DAY})\s?(?:\d{{1,2}}시?{TO})?\d{{1,2}}시(?![간기])(?:\s?{FROM_MINUTE}\d{{1,2}}분(?:\s?\d{{1,2}}초)?|\s?반(?![가-힣]))?"
)
CLOCK_ONLY = re.compile(
    rf"(?<![\d가-힣:.])(?:[01]?\d|2[0-4])시(?:\s?{FROM_MINUTE}[0-5]?\d분(?:\s?[0-5]?\d초)?|\s?반(?![가-힣])|(?=에|께|쯤|부[터턴]|까[지진]|[^가-힣간]))|(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:.])"
    r"|(?<![가-힣])(?:정오|자정)(?=$|[^가-힣]|에|께|쯤|무렵|부[터턴]|까[지진]|[을이의은])"
)


def read_dotted(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = cal.same_day(int(match["year"]), int(match["month"]), int(match["day"]))
    text = match.string
    if match.end() == len(text.rstrip()) and _BYLINE.fullmatch(text, 0, match.start()):
        return
    if days:
        clock.learn(Named(days[0], "text"), alone=False)
        yield of_match(match, "date", days, match["local"] or "")


def read_held(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """8·17 전당대회, 지난 8·17 사태: the nearest to publication; of what has become a name, with no 지난, nothing."""
    days, last = None, match["last"] or ""
    month, day = int(match["month"]), int(match["day"])
    if clock.today and match["near"]:
        days = cal.same_day(cal.shift_year(clock.today, TIMES["years"][match["near"]]), month, day)
        yield of_match(match, "date", days, based_on(clock), "publication")
        return
    if clock.today and (match["planned"] or last):
        days = cal.nearest(cal.around(clock.today, lambda year: cal.same_day(year, month, day)), clock.today, last)
    note = based_on(clock) if match["planned"] or last else "해를 적지 않은 이름"
    yield of_match(match, "date", days, note, "publication", "guessed")


def read_time(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    day = clock.day_here
    if day is None and re.search(r"그날|당일", match.string[: match.start()]) and clock.last:
        day = clock.last.day
    if day is None:
        yield replace(of_match(match, "date", None, "시각만 있음", lacks="text"), hour=True)
    else:
        found = of_match(match, "date", (day, day), f"{day} 하루의 시각만 있음", "text", "inferred")
        yield replace(found, hour=True)
