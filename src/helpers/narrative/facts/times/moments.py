"""Expressions of time that are no row of year, month and day: weeks, decades, 오늘, 이날, 8·17, a clock time."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from helpers.narrative.facts.found import Found, based_on, join_notes, span_of
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock, Named
from helpers.narrative.facts.times.pieces import CLOCK, DAY_NUMBER, END, PART_OF_DAY, TIMES, TO
from helpers.narrative.facts.times.tense import is_over

_PLACE = r"(?:\s?\((?P<local>현지\s?시[간각]|한국\s?시[간각]|미국\s?시[간각])\))?"
_THEN = rf"(?:\s(?:{CLOCK}|(?:{PART_OF_DAY})(?=$|[^가-힣]|에|부[터턴]|까[지진]|의|께|쯤|늦게)))?"
_WEEKDAY = "[월화수목금토일]요일"

_DOTTED = re.compile(
    rf"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[./-])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<day>{DAY_NUMBER})(?!\d)\.?{_PLACE}"
)
_YEARS = re.compile(
    rf"(?<!\d)(?P<first>(?:1[5-9]|20)\d\d)"
    rf"(?:년?{TO}|년(?:에서|과)\s(?=\d{{4}}년\s사이))(?P<last>(?:1[5-9]|20)?\d\d)년(?!대)"
)
_LIFE = re.compile(r"(?<=\()(?P<first>1\d{3}|20\d\d)\s?[~∼–-]\s?(?P<last>1\d{3}|20\d\d)(?=\))")
# ‘흰 파도’(1992), 《강》(이바다, 1998): when a work came out, someone was born
_IN_BRACKETS = re.compile(
    r"(?<=[가-힣A-Za-z’'”\"》〉」』>])\((?P<first>(?:18[5-9]|19\d|20\d)\d)(?=\)|[,·]\s?[가-힣])"
    r"|(?<=[,·]\s)(?P<last>(?:18[5-9]|19\d|20\d)\d)(?=\))"
)
_OF_REIGN = re.compile(r"(?<!\d)\d{1,2}년\s?\((?P<year>\d{3,4})년?\)")
_SEASON = re.compile(
    r"(?<![\d가-힣])(?:(?P<first>20\d\d[-/~∼])?(?P<year>(?:20)?\d\d)\s?|올\s|올해\s|지난\s?|이번\s|다음\s|새\s)시즌(?=$|[^가-힣]|[을를에의은는이까부])"
)
_DECADE = re.compile(rf"(?<!\d)(?P<year>(?:1[0-9]|20)\d0|[2-9]0)년대(?:\s?(?P<part>초반|중반|후반|초|중|말){END})?")
_CENTURY = re.compile(rf"(?<!\d)(?P<number>[1-9]|1\d|2[0-2])세기(?:\s?(?P<part>초반|초|중반|중엽|후반|말){END})?")
_WEEK = re.compile(
    r"(?<![가-힣])(?P<which>지난|이번|다음|지지난|다다음)\s?"
    rf"(?:주(?:\s?(?P<day>[월화수목금토일])요일|\s?(?P<end>주?말))?|(?P<only>주말)){END}"
)
_NEAR_WEEKDAY = re.compile(rf"(?<![가-힣])(?P<which>지난|오는)\s(?P<day>[월화수목금토일])요일{_THEN}")
_WEEKDAYS = re.compile(
    rf"(?<![가-힣]){_WEEKDAY}(?![가-힣]*요일)(?=$|[^가-힣]|에|까[지진]|부[터턴]|의|은|이|인|마다|과|로|밤|날)"
)
_MONTH_WEEK = re.compile(
    rf"(?:(?P<year>(?:19|20)\d\d)년\s?|(?P<near>{longest_first(TIMES['years'])})\s?)?"
    rf"(?<!\d)(?P<month>1[0-2]|[1-9])월\s(?:(?P<which>첫째|둘째|셋째|넷째|다섯째|마지막|첫)\s?주|(?P<number>[1-5])주\s?차){END}"
)
_TURN = re.compile(rf"(?<![\d.,·])(?P<month>1[0-2]|[1-9])말\s?[~∼·]?\s?(?P<next>1[0-2]|[1-9])초{END}")
_WORDS = re.compile(
    rf"(?<![가-힣])(?P<word>{longest_first(TIMES['days'])}|{longest_first(TIMES['days_from_text'])}|이\s날|같은\s날|다음\s?날"
    rf"|{longest_first(TIMES['vague'])}|(?:지난해|작년|전년)\s(?:같은\s기간|동기)|전년동기)"
    rf"(?=$|[^가-힣]|에|까지|까진|부터|부턴|의|들어|은|밤|오전|오후|엔|보다|대비|과|도|이){_THEN}"
)
# 어제도 오늘도 내일도 says always
_EVER = re.compile(
    r"(?:어제|오늘|내일)(?:도|이나|나|과|와)?[,·\s]\s?(?:어제|오늘|내일)(?:도|이나|나)?(?:[,·\s]\s?내일도?)?"
)
# 사고 당일, 당일 배송: the day of what stands before it, or a kind of service
_OF_EVENT = re.compile(
    rf"(?:{longest_first([*TIMES['events'], *TIMES['counted_from']])}|[가-힣](?<![은는이가을를에도서고며와과]))\s$"
)
_SAME_DAY = re.compile(
    r"\s?(?:배송|치기|여행|왕복|코스|예약|관광|출고|발송|판매|조리|도축|생산|접수|처리|결제|환불|매매|투표)"
)
_NEXT_DAY = ("이튿날", "다음날")
_OF_NEWS = ("이날", "전날")  # the day of the news or the one before it, where the text names none
_MOST_OF_YEAR = 200
_REPORTED = ("오늘", "어제")  # days that a broadcast reports of
_ASIDE = re.compile(r"\s?(?:보다|대비|에 비|도\s|과\s|와\s)")
_HELD = re.compile(
    rf"(?:(?<![가-힣])(?P<last>지난)\s?|(?<![\d.·]))(?P<month>1[0-2]|[1-9])[·.](?P<day>{DAY_NUMBER})(?![\d·.])\s?"
    rf"(?=(?P<planned>{longest_first(TIMES['planned'])})|{longest_first(TIMES['happened'])})"
)
_TIME_ONLY = re.compile(
    rf"(?<![\d가-힣])(?:{PART_OF_DAY})\s?(?:\d{{1,2}}시?{TO})?\d{{1,2}}시(?![간기])(?:\s?\d{{1,2}}분|\s?반(?![가-힣]))?"
)
_CLOCK_ONLY = re.compile(
    r"(?<![\d가-힣:.])(?:[01]?\d|2[0-4])시(?:\s?[0-5]?\d분|\s?반(?![가-힣])|(?=에|께|쯤|부[터턴]|까[지진]|[^가-힣간]))|(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:.])"
    r"|(?<![가-힣])(?:정오|자정)(?=$|[^가-힣]|에|께|쯤|무렵|부[터턴]|까[지진]|[을이의은])"
)


def _found(
    match: re.Match[str],
    kind: str,
    days: Days | None,
    note: str = "",
    by: str = "text",
    sure: str = "stated",
    lacks: str | None = None,
) -> Found:
    by_what = by if days else None
    return Found(*span_of(match), kind, days=days, note=note, resolved_by=by_what, certainty=sure, lacks=lacks)


def _read_dotted(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = cal.same_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if days:
        clock.hear(Named(days[0], "text"), alone=False)
        yield _found(match, "date", days, match["local"] or "")


def _read_years(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if first <= last:
        yield _found(match, "period", (date(first, 1, 1), date(last, 12, 31)))


def _read_in_brackets(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    part = "first" if match["first"] else "last"
    year = int(match[part])
    start, end = match.span(part)
    yield Found(start, end, "date", days=cal.year_days(year), resolved_by="text", certainty="inferred")


def _read_of_reign(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield _found(match, "date", cal.year_days(int(match["year"])))


def _read_season(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """2031시즌 lies in its year; one of two years, 올 시즌 and 지난 시즌 begin and end as the sport has it."""
    if match["year"] and not match["first"]:
        days = cal.year_days(2000 + int(match["year"]) % 100)
        yield _found(match, "period", days, "시즌을 그 해로 봄", sure="inferred")
    else:
        yield _found(match, "period", None, "시즌은 종목마다 다름", lacks="text")


def _read_decade(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    year, part = int(match["year"]), match["part"] or ""
    short = year <= 99
    note = "세기를 적지 않은 연대" if short else ""
    days = cal.decade_days(1900 + year if short else year, part)
    yield _found(match, "period", days, note, sure="inferred" if short else "stated")


def _read_century(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """A century is kept, but nobody could look it up: 21세기에는 배가 난다."""
    days = cal.century_days(int(match["number"]), match["part"] or "")
    yield replace(_found(match, "period", days), loose=True)


def _read_month_week(match: re.Match[str], clock: Clock) -> Iterator[Found]:
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
    yield _found(match, "period", days, note, by, "inferred")


def _read_turn(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """7말 8초 is from the end of one month to the beginning of the next."""
    month, days = int(match["month"]), None
    if clock.today and int(match["next"]) == month % 12 + 1:
        days = cal.nearest(cal.around(clock.today, lambda year: cal.turn_of_month(year, month)), clock.today)
    yield _found(match, "period", days, based_on(clock), "publication", "inferred")


def _read_week(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = None
    if clock.today:
        weekday = "월화수목금토일".index(match["day"]) if match["day"] else None
        weekend = bool(match["end"] or match["only"])
        days = cal.week_days(clock.today, TIMES["weeks"][match["which"]], weekday, weekend)
    yield _found(match, "date" if match["day"] else "period", days, based_on(clock), "publication")


def _read_near_weekday(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """지난 금요일 is the last one before publication, 오는 금요일 the first one after it."""
    days = None
    if clock.today:
        wanted, today = "월화수목금토일".index(match["day"]), clock.today.weekday()
        away = (wanted - today) % 7 or 7 if match["which"] == "오는" else -((today - wanted) % 7 or 7)
        day = clock.today + timedelta(days=away)
        days = (day, day)
    yield _found(match, "date", days, based_on(clock), "publication", "inferred")


def _read_weekday(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield _found(match, "date", None, "요일만 있음", lacks="text")


def _read_held(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """8·17 전당대회, 지난 8·17 사태: the nearest to publication; of what has become a name, with no 지난, nothing."""
    days, last = None, match["last"] or ""
    if clock.today and (match["planned"] or last):
        month, day = int(match["month"]), int(match["day"])
        days = cal.nearest(cal.around(clock.today, lambda year: cal.same_day(year, month, day)), clock.today, last)
    note = based_on(clock) if match["planned"] or last else "해를 적지 않은 이름"
    yield _found(match, "date", days, note, "publication", "guessed")


def _read_word(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    word = re.sub(r"\s", "", match["word"])
    if any(found.start() <= match.start() < found.end() for found in _EVER.finditer(match.string)):
        return
    of_other = _OF_EVENT.search(match.string, 0, match.start()) or _SAME_DAY.match(match.string, match.end())
    if word == "당일" and of_other:
        return
    if word in TIMES["days"]:
        today = clock.day_of_words()
        day = today + timedelta(days=TIMES["days"][word]) if today else None
        clock.day_here = day or clock.day_here
        if day and word in _REPORTED and not _ASIDE.match(match.string, match.end()):
            clock.hear(Named(day, "publication"), alone=True)
        by, note = ("publication", based_on(clock)) if today == clock.today else ("text", f"앞에 나온 {today} 기준")
        yield _found(match, "date", (day, day) if day else None, note, by)
    elif word in TIMES["days_from_text"]:
        away = TIMES["days_from_text"][word]
        if word == "같은날" and clock.day_here:  # 전날 거절했고 같은 날 떠났다
            same, note = (clock.day_here, clock.day_here), f"앞에 나온 {clock.day_here} 기준"
            yield replace(_found(match, "date", same, note, sure="inferred"), loose=True)
        elif word in _OF_NEWS and clock.is_left_behind:
            yield _of_publication(match, clock, away)
        else:
            yield _from_text(match, clock, away, news=word == "전날", next_day=word in _NEXT_DAY)
    elif word in TIMES["vague"]:
        yield _found(match, "period", None, "때를 정해 말하지 않음", lacks="vague")
    else:
        days = _year_before(clock, word)
        note = f"앞에 나온 {clock.spoken[0]:%Y-%m} 기준" if days and clock.spoken else "앞에 나온 기간에 기댄 말"
        yield _found(match, "period", days, note, "text", "inferred", None if days else "text")


def _year_before(clock: Clock, word: str) -> Days | None:
    """작년 동기, 전년 같은 기간: the part of a year that is spoken of, a year before; None where it is not known."""
    spoken = clock.spoken
    if spoken is None or spoken[0].year != spoken[1].year or (spoken[1] - spoken[0]).days > _MOST_OF_YEAR:
        return None
    if not word.startswith("전년") and clock.today and spoken[0].year != clock.today.year:
        return None
    first, last = (cal.month_days(day.year - 1, day.month) for day in spoken)
    return (first[0], last[1]) if first and last else None


def _from_text(match: re.Match[str], clock: Clock, away: int, *, news: bool, next_day: bool) -> Found:
    """이날 and 다음 날, counted from the day that the text reports of; where it names none, of the ``news`` itself.

    It says no more than that other day does: to look it up is to look up that one.
    The ``next_day`` is that after the one told of right before: 3월 3일 떠나 이튿날 돌아왔다.
    """
    last = clock.news if news else (clock.last_heard if next_day else None) or clock.last
    if news and clock.day_here and _ASIDE.match(match.string, match.end()):  # 3월 5일 값은 전날 대비 올랐다
        last = Named(clock.day_here, "text")
    if last is None and news and clock.today:
        clock.day_here = day = clock.today + timedelta(days=away)
        clock.here = Named(clock.today, "publication")  # 전날 밤부터 이날 새벽까지
        return _found(match, "date", (day, day), based_on(clock), "publication")
    if last is None and clock.undated:
        return _found(
            match, "date", None, "앞에 나온 날을 게재일을 몰라 풀지 못함", sure="inferred", lacks="publication"
        )
    if last is None:
        return _found(match, "date", None, "앞에 나온 날이 없어 풀지 못함", sure="inferred", lacks="text")
    day = last.day + timedelta(days=away)
    clock.day_here = day
    return replace(_found(match, "date", (day, day), f"앞에 나온 {last.day} 기준", "text", "inferred"), loose=True)


def _of_publication(match: re.Match[str], clock: Clock, away: int) -> Found:
    """이날 and 전날 behind days to come that are not meant: of the news, unless they may be of the one day to come.

    조합은 다음 달 5일, 9일 장을 연다. 조합장은 이날 떠났다; but 다음 달 5일 잔치를 연다. 값은 싸다. 이날 공연도 열린다.
    """
    if clock.today is None or (clock.ahead < 2 and not is_over(match.string, match.end())):
        return _found(match, "date", None, "어느 날인지 앞에서 정하지 못함", sure="inferred", lacks="text")
    clock.day_here = day = clock.today + timedelta(days=away)
    return _found(match, "date", (day, day), based_on(clock), "publication", "inferred")


def _read_time(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    day = clock.day_here
    if day is None and re.search(r"그날|당일", match.string[: match.start()]) and clock.last:
        day = clock.last.day
    if day is None:
        yield _found(match, "date", None, "시각만 있음", lacks="text")
    else:
        yield _found(match, "date", (day, day), f"{day} 하루의 시각만 있음", "text", "inferred")


Reader = Callable[[re.Match[str], Clock], Iterator[Found]]
# Tried in this order; what one has taken is closed to the next.
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_DOTTED, _read_dotted),
    (_SEASON, _read_season),
    (_OF_REIGN, _read_of_reign),
    (_YEARS, _read_years),
    (_LIFE, _read_years),
    (_IN_BRACKETS, _read_in_brackets),
    (_DECADE, _read_decade),
    (_CENTURY, _read_century),
    (_HELD, _read_held),
    (_MONTH_WEEK, _read_month_week),
    (_TURN, _read_turn),
    (_WEEK, _read_week),
    (_NEAR_WEEKDAY, _read_near_weekday),
    (_WORDS, _read_word),
)
# After the calendar: what is left of a time.
LEFT: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (_TIME_ONLY, _read_time),
    (_CLOCK_ONLY, _read_time),
    (_WEEKDAYS, _read_weekday),
)
