"""The days to which a moment comes that lies so long before or after another: 십여 년 전, 5년 뒤, 최근 3년."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.numerals import Number
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.pieces import TIMES
from helpers.narrative.facts.times.tense import is_over, is_past, tells_a_story

CALENDAR_UNITS = ("년", "개월", "주", "일")
# 통증이 시작되고 일주일 뒤, 장마가 지난 6개월 뒤: after what is told right before
_AFTER = re.compile(r"(?:[가-힣](?:되고|하고|나고|되면|하면)|나면|[가-힣]\s지|[가-힣]로부터|[이가]\s지난)\s(?:약\s)?\Z")
_OF_EVENT = re.compile(
    rf"(?:{longest_first([*TIMES['events'], *TIMES['counted_from']])}|[가-힣](?<![소방형공])식"
    r"|(?:선거|개막|상장|만기|발표|기준|예정|투표|마감|출시|시행|기념)일|결승전|개막전)\s(?:약\s|불과\s|바로\s)?$"
)
_COMPARED = re.compile(r"(?:\s?\([^()]{1,40}\))?\s?(?:보다|대비|에 비|[와과] 비교)")
_IF = re.compile(
    r"(?<![가-힣])만약(?:에)?[\s,]|[가-힣](?<![측장화전반정국후방표양단])(?<!따르)(?<!의하)(?<!려하)(?<!안하)(?<!교하)(?<!말하)(?<!보)(?<!지)면,?\s"
    r"|[할될은는을한]\s경우(?:에[는도]?|엔)?[,\s]|[을할될]\s?시(?:에는)?[,\s]"
)
IN_STORY = "이야기나 이름 속의 때"
# what a rule or a condition wants done: 받아야 한다, but not 받았어야 했다
_MUST = re.compile(r"[가-힣]야(?:만)?\s(?=한[다데]|하[는며고지기]|할|합니|해(?:요|서)|된[다데]|되[는며고지]|될|됩니)")
_IN_ORDER_TO = re.compile(r"[가-힣]려면[\s,]")
_FROM_THEN = re.compile(r"부[터턴]")
_OPENING, _CLOSING = tuple("‘'“\"《〈「『<"), tuple("’'”\"》〉」』>")


def is_of_rule(text: str, start: int, end: int, clock: Clock) -> bool:
    """Is it how long before something a rule wants it done: 배를 띄우려면 보름 전 승인을 받아야 한다."""
    if _FROM_THEN.match(text, end) or (clock.says_which and clock.says_which(start)):
        return False
    must = _MUST.search(text, end)
    until = must.start() if must else len(text)
    if any(is_past(letter) and letter not in "있겠" for letter in text[end:until]):
        return False
    return must is not None or _IN_ORDER_TO.search(text, 0, start) is not None


def counted_from_elsewhere(match: re.Match[str], role: str) -> str:
    """Why a moment is counted from no day of publication: it stands in a story or a title, or is later and yet past."""
    text, end = match.string, match.start() + len(match.group().rstrip())
    before = text[max(match.start() - 1, 0) : match.start()]
    titled = before in _OPENING and text[end : end + 1] in _CLOSING
    if titled or tells_a_story(text):
        return IN_STORY
    if _OF_EVENT.search(text, max(match.start() - 10, 0), match.start()):
        return "그 일이 있던 때에서 셈"
    told = role in ("뒤", "후") and (
        is_over(text, end) or _AFTER.search(text, max(match.start() - 12, 0), match.start())
    )
    return "앞에 나온 때에서 셈" if told else ""


def from_sentence(found: Found, clock: Clock, sign: int) -> Found:
    """1999년 창업해 5년 뒤: counted from the year that the same sentence names; else it stays open."""
    years = found.number.low
    if found.unit in ("개월", "주", "일") and not found.loose and sign > 0 and (days := _after_named(found, clock)):
        return replace(found, days=days, resolved_by="text", certainty="inferred")
    if found.unit != "년" or years is None or years % 1 or clock.dated is None or found.loose:
        return replace(found, lacks="text" if years is not None else None)
    year = cal.shift_year(clock.dated.day, sign * int(years))
    return replace(found, days=cal.year_days(year), resolved_by=clock.dated.by, certainty="inferred")


def _after_named(found: Found, clock: Clock) -> Days | None:
    """지난해 8월 배를 샀고 한 달 뒤 팔았다: so long after the month or the day that the sentence named."""
    count = found.number.low
    if count is None or count % 1 or found.number.high or found.bound:
        return None
    if found.unit == "개월":
        here = clock.month if clock.months_ago == 0 else None
        return cal.month_days(*cal.shift_month(here, int(count))) if here else None
    return _away(clock.day_here, int(count), found.unit or "") if clock.day_here else None


def days_away(number: Number, unit: str, role: str, more: bool, clock: Clock) -> Days | None:
    """So many years, months, weeks or days from publication; with 여 up to the next round number."""
    if clock.today is None or number.low is None or number.low > 3000:
        return None
    sign = -1 if role == "전" else 1
    odd = unit == "년" and number.low % 1 > 0
    unit = "개월" if odd else unit
    low = int(number.low * (12 if odd else 1))
    high = int(number.high) if number.high else (low + 10 ** (len(str(low)) - 1) - 1 if more else low)
    ends = [_away(clock.today, sign * n, unit) for n in (low, high)]
    return min(e[0] for e in ends), max(e[1] for e in ends)


def _away(published: date, count: int, unit: str) -> Days:
    if unit == "년":
        year = cal.shift_year(published, count)
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "개월":
        return cal.month_days(*cal.shift_month(published, count)) or (published, published)
    day = published + timedelta(days=count * (7 if unit == "주" else 1))
    return day, day


def is_of_condition(text: str, start: int) -> bool:
    """Does a time begin whenever a condition is met: 규칙을 어기면 향후 3년간 배를 몰 수 없다."""
    return _IF.search(text, 0, start) is not None


def compared_with(number: Number, unit: str, more: bool, clock: Clock) -> Days | None:
    """1년 전보다: the part of a year that is spoken of, so many years before; None where it is not known."""
    spoken, years = clock.spoken, number.low
    if spoken is None or years is None or years % 1 or number.high or more or unit != "년":
        return None
    if (clock.in_sentence and clock.day_here) or spoken[0].year != spoken[1].year or spoken[0].year <= years:
        return None
    first, last = (cal.month_days(day.year - int(years), day.month) for day in spoken)
    return (first[0], last[1]) if first and last else None


def is_compared(text: str, end: int) -> bool:
    """Does a comparison follow: 1년 전보다, 1년 전과 비교해."""
    return _COMPARED.match(text, end) is not None


def days_since(word: str, number: Number, unit: str, clock: Clock) -> Days | None:
    """최근 3년: from three years before publication to publication; 향후 5년: from publication on."""
    if not word or clock.today is None or number.low is None or number.low > 3000 or unit not in CALENDAR_UNITS:
        return None
    sign = 1 if word in ("향후", "앞으로") else -1
    count = sign * int(number.low * (12 if unit == "년" else 1))
    if unit in ("년", "개월"):
        year, month = cal.shift_month(clock.today, count)
        last = (cal.month_days(year, month) or (clock.today,) * 2)[1].day
        other = date(year, month, min(clock.today.day, last))
    else:
        other = clock.today + timedelta(days=count * (7 if unit == "주" else 1))
    return min(other, clock.today), max(other, clock.today)
