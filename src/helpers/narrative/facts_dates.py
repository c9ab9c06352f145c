"""Dates and periods in a sentence of Korean news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from helpers.narrative import facts_calendar as cal
from helpers.narrative.facts_calendar import Clock, Days
from helpers.narrative.facts_found import END, TO, Found, Room, based_on, found_in, join_notes
from helpers.narrative.facts_lengths import LENGTHS, NATIVE_DAYS, STAYS, read_length, read_native_days, read_stay

_PART = r"초순|상순|중순|하순|초반|중반|후반|상반기|하반기|[1-4]분기|연초|연말|봄|여름|가을|겨울|초|말"
_TIME = r"(?:(?:오전|오후|새벽|밤|아침|저녁|낮)\s?)?\d{1,2}시(?![간기])(?:\s?\d{1,2}분|\s?반)?"
_PLACE = r"(?:\s?\((?:이하\s)?(?P<local>현지\s?시[간각]|한국\s?시[간각]|미국\s?시[간각])\))?"
_LEANING = r"전월(?!세)|전달(?=\s?(?:보다|대비|\())|직?전\s?분기"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"

_DOTTED = re.compile(
    rf"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[./-])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<day>{_DAY})(?!\d)\.?{_PLACE}"
)
_YEARS = re.compile(rf"(?<!\d)(?P<first>(?:1[5-9]|20)\d\d)년?{TO}(?P<last>(?:1[5-9]|20)?\d\d)년(?!대)")
_DECADE = re.compile(
    r"(?<!\d)(?P<year>(?:1[0-9]|20)\d0|[2-9]0)년대(?:\s?(?P<part>초반|중반|후반|초|중|말)" + END + ")?"
)
_CENTURY = re.compile(r"(?<!\d)(?P<number>[1-9]|1\d|2[0-2])세기(?:\s?(?P<part>초반|초|중반|중엽|후반|말)" + END + ")?")
_CALENDAR = re.compile(
    rf"(?=[\d'’‘지오이올금작재내전다상하연그같직])(?<!\d)(?<!\d[.,])(?<![가-힣A-Za-z])"
    rf"(?P<direction>지난(?!해|\s?달)|오는|이번(?!\s?달))?\s?"
    rf"(?:(?P<year>(?:1\d|20|21)\d\d)\s?년(?:도)?(?!대|간|\s?(?:동안|역사|넘|만에))|['’‘](?P<short>\d\d)\s?년(?!대)|"
    rf"(?P<near_year>올해|금년|지난해|작년|재작년|내년|내후년|전년(?!도)|이듬해|그해|(?:같은|다음)\s?해(?=$|[\s,에의는도])|올(?=\s?(?:\d|상반기|하반기|들어|[초말봄여가겨]))))?\s?"
    rf"(?:(?:(?P<first_month>1[0-2]|[1-9])월?{TO})?(?<![\d])(?P<month>1[0-2]|0?[1-9])월(?!드|\s?급)|(?P<near_month>이달|이번\s?달|지난\s?달|지지난\s?달|내달|다음\s?달)|(?P<leaning>{_LEANING}|(?(near_year)(?:동월|같은\s?달)|(?!))))?\s?"
    rf"(?:(?:(?P<first>{_DAY})일?{TO})?(?<!\d)(?<!주\s)(?P<day>{_DAY})일"
    rf"(?![간째]|반|본|대|부(?!터)|정|상|체|치|제|\s?(?:동안|만에|이내|내에|정도|가량|이상)|\s?(?:전|뒤|후|새|사이){END})"
    rf")?"
    rf"(?(day)|(?:\s?(?P<part>{_PART}){END})?)(?:\s?(?P<time>{_TIME}))?{_PLACE}"
)
_WEEK = re.compile(
    rf"(?<![가-힣])(?P<which>지난|이번|다음|지지난|다다음)\s?(?:주(?:\s?(?P<day>[월화수목금토일])요일|\s?(?P<end>주?말))?|(?P<only>주말)){END}"
)
_MONTH_WEEK = re.compile(rf"(?<!\d)(?P<month>1[0-2]|[1-9])월\s(?P<which>첫째|둘째|셋째|넷째|다섯째|첫)\s?주{END}")
_DAY_WORDS = {"오늘": 0, "어제": -1, "그제": -2, "그저께": -2, "내일": 1, "모레": 2, "전날": -1}
_WORDS = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(_DAY_WORDS)}|이날|같은\s날|이튿날|다음\s?날|최근|요즘|(?:지난해|작년|전년)\s(?:같은\s기간|동기)|같은\s기간)"
    r"(?=$|[^가-힣]|에|까지|부터|의|들어|은|밤|오전|오후|엔|보다|대비)"
)
# what a month or year stands in comparison with does not become what is spoken of: '지난해 4월(26척)보다'
_COMPARED = re.compile(r"\s?(?:\([^()]*\))?\s?(?:보다|대비|에 비|[와과] 비교|의 \d)")
_ALWAYS = re.compile(r"(?:역대|매년|매해|해마다)\s$")
_TIME_ONLY = re.compile(
    r"(?<![\d가-힣])(?:오전|오후|새벽|밤|아침|저녁|낮)\s?\d{1,2}시(?![간기])(?:\s?\d{1,2}분|\s?반)?"
)
_YEARS_AWAY = dict(올해=0, 금년=0, 올=0, 지난해=-1, 작년=-1, 재작년=-2, 내년=1, 내후년=2)  # noqa: C408
_YEARS_FROM_SPOKEN = {"전년": -1, "그해": 0, "같은해": 0, "이듬해": 1, "다음해": 1}
_MONTHS_AWAY = {"이달": 0, "이번달": 0, "지난달": -1, "지지난달": -2, "내달": 1, "다음달": 1}
_WEEKS_AWAY = {"지지난": -2, "지난": -1, "이번": 0, "다음": 1, "다다음": 2}


def find_dates(text: str, clock: Clock) -> list[Found]:
    """Dates and periods in one normalized sentence, by start; ``clock`` learns the days that it names."""
    room = Room(text)
    clock.begin_sentence()
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if match.end() > match.start() and room.is_free(match.start(), match.end()):
                room.take(read(match, clock))
    return room.in_order()


def _read_dotted(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = cal.same_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if days:
        clock.named.append(days[0])
        yield found_in(match, "date", days, match["local"] or "")


def _read_years(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if first <= last:
        yield found_in(match, "period", (date(first, 1, 1), date(last, 12, 31)))


def _read_decade(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    year, part = int(match["year"]), match["part"] or ""
    note = "" if year > 99 else "세기를 적지 않은 연대"
    yield found_in(match, "period", cal.decade_days(year if year > 99 else 1900 + year, part), note)


def _read_century(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield found_in(match, "period", cal.century_days(int(match["number"]), match["part"] or ""))


def _read_calendar(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    g = match.groupdict()
    has_year = g["year"] or g["short"] or g["near_year"]
    part = g["part"] or ""
    if g["leaning"]:
        yield _leaning(match, clock)
        return
    alone = not (has_year or g["month"] or g["near_month"] or g["day"])
    known = (
        part.endswith(("반기", "분기")) or part in ("연초", "연말") or (g["direction"] and part not in ("초", "말", ""))
    )
    if (alone and not known) or (not has_year and _ALWAYS.search(match.string[: match.start()])):
        return
    context = has_year or g["month"] or g["near_month"] or g["direction"]
    if g["first"] and not context and int(g["day"]) <= 7:
        return
    absolute = bool(g["year"] or g["short"])
    days = _same_month(match, clock) or _calendar_days(g, part, clock)
    if days and g["day"]:
        clock.latest = days[1]
    if days and g["day"] and not g["first"]:
        (clock.named if context else clock.reported).append(days[1])
    kind = "period" if part or g["first"] or g["first_month"] else "date"
    note = "" if absolute else _basis(g, clock)
    if days and not g["day"] and not _COMPARED.match(match.string, match.end()):
        clock.speak_of(days)
    if not absolute and clock.published and days is None:
        note = "달력에 없는 날" if g["day"] else "풀지 못함"
    yield found_in(
        match, kind, days, join_notes(note, g["local"] or "", "달력에 없는 날" if absolute and not days else "")
    )


def _leaning(match: re.Match[str], clock: Clock) -> Found:
    """전월, 전분기 and 전년 동월: of the month or quarter that is spoken of."""
    word = re.sub(r"\s", "", match["leaning"])
    days = cal.before_spoken(clock.spoken, word)
    if match["near_year"] not in (None, "전년"):  # 지난해 같은 달 is a month of last year
        year = cal.shift_year(clock.published, _YEARS_AWAY[match["near_year"]]) if clock.published else None
        days = days if days and days[0].year == year else None
    note = f"앞에 나온 {clock.spoken[0]:%Y-%m} 기준" if days and clock.spoken else "앞에 나온 기간에 기댄 말"
    return found_in(match, "period" if word.endswith("분기") else "date", days, note)


def _same_month(match: re.Match[str], clock: Clock) -> Days | None:
    """The 7일 of '3일부터 7일까지': of the month of the first."""
    alone = match["day"] and not any(match[name] for name in ("year", "short", "near_year", "month", "near_month"))
    if not alone or not clock.latest or not match.string[: match.start()].endswith("부터 "):
        return None
    return cal.same_day(clock.latest.year, clock.latest.month, int(match["day"]))


def _calendar_days(g: dict[str, str | None], part: str, clock: Clock) -> Days | None:
    """Days of a match of _CALENDAR; what it leaves open is taken nearest to publication, heeding 지난 and 오는."""
    published, direction = clock.published, g["direction"] or ""
    year = int(g["year"]) if g["year"] else _full_year(g["short"], published)
    if year is None and published is None:
        return None
    if year is None and g["near_year"] and published:
        year = _near_year(g["near_year"], published, clock)
        if year is None:
            return None
    month = int(g["month"]) if g["month"] else None
    if g["near_month"] and published:
        year, month = cal.shift_month(published, _MONTHS_AWAY[re.sub(r"\s", "", g["near_month"])])
    of_year: Callable[[int], Days | None]
    if g["day"] and month is None and published:
        months = [cal.shift_month(published, n) for n in (-1, 0, 1)]
        return cal.nearest([d for y, m in months if (d := _day(g, y, m))], published, direction)
    if month is not None:
        fixed = month
        of_year = (lambda y: _day(g, y, fixed)) if g["day"] else (lambda y: _month(g, y, fixed, part))
    else:
        of_year = lambda y: cal.year_days(y, part)  # noqa: E731
    if year is not None:
        return of_year(year)
    return cal.nearest(cal.around(published, of_year), published, direction) if published else None


def _near_year(word: str, published: date, clock: Clock) -> int | None:
    """The year that 지난해 names from publication, or 전년 and 이듬해 from what is spoken of, if that is known."""
    word = re.sub(r"\s", "", word)
    if word not in _YEARS_FROM_SPOKEN:
        return cal.shift_year(published, _YEARS_AWAY[word])
    unspoken = word == "전년" and clock.year is None
    year = published.year if unspoken else _counted_from(word, clock)
    return year + _YEARS_FROM_SPOKEN[word] if year else None


def _counted_from(word: str, clock: Clock) -> int | None:
    """The year of which 전년 is the one before, or 이듬해 the one after; None if the article has named none."""
    if word == "전년":
        return clock.spoken[0].year if clock.spoken else None
    return clock.year


def _basis(g: dict[str, str | None], clock: Clock) -> str:
    """From what a year is counted: publication, or a year that was named before."""
    word = re.sub(r"\s", "", g["near_year"] or "")
    year = _counted_from(word, clock) if word in _YEARS_FROM_SPOKEN else None
    return f"앞에 나온 {year}년 기준" if year else based_on(clock)


def _day(g: dict[str, str | None], year: int, month: int) -> Days | None:
    last = cal.same_day(year, month, int(g["day"] or 0))
    first = cal.same_day(year, month, int(g["first"])) if g["first"] else last
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _month(g: dict[str, str | None], year: int, month: int, part: str) -> Days | None:
    last = cal.month_days(year, month, part)
    if not g["first_month"] or last is None:
        return last
    first = cal.month_days(year - (int(g["first_month"]) > month), int(g["first_month"]))
    return (first[0], last[1]) if first else None


def _full_year(short: str | None, published: date | None) -> int | None:
    if short is None:
        return None
    limit = published.year + 20 if published else 2045
    return 2000 + int(short) if 2000 + int(short) <= limit else 1900 + int(short)


def _read_month_week(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = None
    if clock.published:
        weeks = cal.around(clock.published, lambda year: cal.week_of_month(year, int(match["month"]), match["which"]))
        days = cal.nearest(weeks, clock.published)
    yield found_in(match, "period", days, join_notes(based_on(clock), "첫 목요일이 든 주를 첫째로 셈"))


def _read_week(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = None
    if clock.published:
        weekday = "월화수목금토일".index(match["day"]) if match["day"] else None
        weekend = bool(match["end"] or match["only"])
        days = cal.week_days(clock.published, _WEEKS_AWAY[match["which"]], weekday, weekend)
    yield found_in(match, "date" if match["day"] else "period", days, based_on(clock))


def _read_word(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    word = re.sub(r"\s", "", match["word"])
    if word in _DAY_WORDS:
        day = clock.published + timedelta(days=_DAY_WORDS[word]) if clock.published else None
        yield found_in(match, "date", (day, day) if day else None, based_on(clock))
    elif word in ("이날", "같은날", "이튿날", "다음날"):
        day = clock.last + timedelta(days=word in ("이튿날", "다음날")) if clock.last else None
        note = f"앞에 나온 {clock.last} 기준" if day else "앞에 나온 날이 없어 풀지 못함"
        yield found_in(match, "date", (day, day) if day else None, note)
    elif word in ("최근", "요즘"):
        yield found_in(match, "period", None, "때를 정해 말하지 않음")
    else:
        yield found_in(match, "period", None, "앞에 나온 기간에 기댄 말")


def _read_time(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield found_in(match, "date", None, "시각만 있음")


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Clock], Iterator[Found]]], ...] = (
    (_DOTTED, _read_dotted),
    (_YEARS, _read_years),
    (_DECADE, _read_decade),
    (_CENTURY, _read_century),
    (STAYS, read_stay),
    (LENGTHS, read_length),
    (NATIVE_DAYS, read_native_days),
    (_MONTH_WEEK, _read_month_week),
    (_WEEK, _read_week),
    (_WORDS, _read_word),
    (_CALENDAR, _read_calendar),
    (_TIME_ONLY, _read_time),
)
