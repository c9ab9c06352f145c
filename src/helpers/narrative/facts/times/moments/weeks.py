"""Weeks, weekdays and the turn of a month: 지난주 금요일, 오는 화요일, 7월 첫째 주, 7말 8초."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from helpers.narrative.facts.found import Found, based_on, join_notes, of_match
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.pieces import END, THEN, TIMES, TO
from helpers.narrative.facts.times.tense import PLANNED, is_ahead

_SUNDAY = 6
_PLANNED = re.compile(PLANNED)
_WEEKDAY = "[월화수목금토일]요일"
WEEK = re.compile(
    r"(?<![가-힣])(?P<which>지난|이번|다음|지지난|다다음)\s?"
    rf"(?:주(?:\s?(?P<day>[월화수목금토일])요일|\s?(?P<end>주?말))?|(?P<only>주말)){END}"
)
NEAR_WEEKDAY = re.compile(rf"(?<![가-힣])(?P<which>지난|오는)\s(?P<day>[월화수목금토일])요일{THEN}")
WEEKDAYS = re.compile(
    rf"(?<![가-힣])(?:(?P<first>[월화수목금토일])(?:요일)?{TO})?{_WEEKDAY}(?![가-힣]*요일)(?=$|[^가-힣]|에|까[지진]|부[터턴]|의|은|이|인|마다|과|로|밤|날)"
)
MONTH_WEEK = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)년\s?|(?P<near>{longest_first(TIMES['years'])})\s?)?"
    rf"(?<!\d)(?P<month>1[0-2]|[1-9])월\s(?:(?P<which>첫째|둘째|셋째|넷째|다섯째|마지막|첫)\s?주|(?P<number>[1-5])주\s?차){END}"
)
TURN = re.compile(rf"(?<![\d.,·])(?P<month>1[0-2]|[1-9])말\s?[~∼·]?\s?(?P<next>1[0-2]|[1-9])초{END}")


def read_month_week(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    which = match["which"] or int(match["number"])
    days, by = None, "publication"
    if match["year"]:
        days, by = cal.week_of_month(int(match["year"]), int(match["month"]), which), "text"
    elif clock.today and match["near"]:
        year = cal.shift_year(clock.today, TIMES["years"][match["near"]])
        days = cal.week_of_month(year, int(match["month"]), which)
    elif clock.today:
        weeks = cal.around(clock.today, lambda year: cal.week_of_month(year, int(match["month"]), which))
        days = cal.nearest(weeks, clock.today)
    note = join_notes("" if by == "text" else based_on(clock), "첫 목요일이 든 주를 첫째로 셈")
    yield of_match(match, "period", days, note, by, "inferred")


def read_turn(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """7말 8초 is from the end of one month to the beginning of the next."""
    month, days = int(match["month"]), None
    if clock.today and int(match["next"]) == month % 12 + 1:
        days = cal.nearest(cal.around(clock.today, lambda year: cal.turn_of_month(year, month)), clock.today)
    yield of_match(match, "period", days, based_on(clock), "publication", "inferred")


def read_week(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = None
    if clock.today:
        weekday = "월화수목금토일".index(match["day"]) if match["day"] else None
        weekend = bool(match["end"] or match["only"])
        days = cal.week_days(clock.today, TIMES["weeks"][match["which"]], weekday, weekend)
        if match["which"] == "이번" and _is_next(match, clock.today):
            yield of_match(match, "period", None, "일요일에 쓴 이번 주", lacks="text")
            return
    yield of_match(match, "date" if match["day"] else "period", days, based_on(clock), "publication")


def _is_next(match: re.Match[str], today: date) -> bool:
    """이번 주 of a Sunday, of what is yet to come: may well be the one that begins the next day."""
    alone = not (match["day"] or match["end"] or match["only"])
    text, end = match.string, match.end()
    return alone and today.weekday() == _SUNDAY and (is_ahead(text, end) or bool(_PLANNED.search(text, end)))


def read_near_weekday(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """지난 금요일 is the last one before publication, 오는 금요일 the first one after it."""
    days = None
    if clock.today:
        wanted, today = "월화수목금토일".index(match["day"]), clock.today.weekday()
        away = (wanted - today) % 7 or 7 if match["which"] == "오는" else -((today - wanted) % 7 or 7)
        day = clock.today + timedelta(days=away)
        days = (day, day)
    yield of_match(match, "date", days, based_on(clock), "publication", "inferred")


def read_weekday(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield of_match(match, "period" if match["first"] else "date", None, "요일만 있음", lacks="text")
