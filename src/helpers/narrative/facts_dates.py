"""Dates and periods in a sentence of Korean news."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from helpers.narrative import facts_calendar as cal
from helpers.narrative.facts_calendar import Clock, Days
from helpers.narrative.facts_found import Found, approximation, join_notes
from helpers.narrative.facts_numbers import ARABIC, BEFORE, HANGUL, NATIVE, VAGUE, Number, parse_number

_END = r"(?=$|[^가-힣]|에|부터|까지|께|의|로|보다|는|은|이|가|을|를|쯤|와|과|만|도|중|인|엔|대비|안)"
_TO = r"\s?[~∼〜–-]\s?"
_PART = r"초순|상순|중순|하순|초반|중반|후반|상반기|하반기|[1-4]분기|연초|연말|봄|여름|가을|겨울|초|말"
_TIME = r"(?:(?:오전|오후|새벽|밤|아침|저녁|낮)\s?)?\d{1,2}시(?![간기])(?:\s?\d{1,2}분|\s?반)?"
_PLACE = r"(?:\s?\((?:이하\s)?(?P<local>현지\s?시[간각]|한국\s?시[간각]|미국\s?시[간각])\))?"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"

_DOTTED = re.compile(
    rf"(?<![\d.])(?P<year>(?:19|20)\d\d)(?P<mark>[./-])\s?(?P<month>\d{{1,2}})(?P=mark)\s?(?P<day>{_DAY})(?!\d)\.?{_PLACE}"
)
_YEARS = re.compile(rf"(?<!\d)(?P<first>(?:1[5-9]|20)\d\d)년?{_TO}(?P<last>(?:1[5-9]|20)?\d\d)년(?!대)")
_DECADE = re.compile(
    r"(?<!\d)(?P<year>(?:1[0-9]|20)\d0|[2-9]0)년대(?:\s?(?P<part>초반|중반|후반|초|중|말)" + _END + ")?"
)
_CENTURY = re.compile(r"(?<!\d)(?P<number>[1-9]|1\d|2[0-2])세기(?:\s?(?P<part>초반|초|중반|중엽|후반|말)" + _END + ")?")
_CALENDAR = re.compile(
    rf"(?=[\d'’‘지오이올금작재내전다상하연])(?<!\d)(?<!\d[.,])(?<![가-힣A-Za-z])"
    rf"(?P<direction>지난(?!해|\s?달)|오는|이번(?!\s?달))?\s?"
    rf"(?:(?P<year>(?:1[5-9]|20|21)\d\d)\s?년(?:도)?(?!대|간|\s?(?:동안|역사|넘|만에))|['’‘](?P<short>\d\d)\s?년(?!대)|"
    rf"(?P<near_year>올해|금년|지난해|작년|재작년|내년|내후년|전년(?!도)|올(?=\s?(?:\d|상반기|하반기|들어|[초말봄여가겨]))))?\s?"
    rf"(?:(?<![\d])(?P<month>1[0-2]|0?[1-9])월(?!드|\s?급)|(?P<near_month>이달|이번\s?달|지난\s?달|지지난\s?달|내달|다음\s?달|전월))?\s?"
    rf"(?:(?:(?P<first>{_DAY})일?{_TO})?(?<![\d])(?P<day>{_DAY})일"
    rf"(?![간째]|반|본|대|부|정|상|체|치|\s?(?:동안|만에|이내|내에|정도|가량|이상)|\s?(?:전|뒤|후|새|사이){_END})"
    rf")?"
    rf"(?(day)|(?:\s?(?P<part>{_PART}){_END})?)(?:\s?(?P<time>{_TIME}))?{_PLACE}"
)
_LENGTH = rf"(?P<number>{ARABIC}|{HANGUL}|{NATIVE}|{VAGUE})"
_SPANS = re.compile(
    rf"(?<![\d.,'’‘])(?<!시)(?<!시\s)(?<![가-힣](?=[가-힣]))(?:(?P<since>최근|지난|향후|앞으로|과거)\s?)?(?:(?P<before>{BEFORE})\s?)?{_LENGTH}"
    rf"(?:{_TO}(?P<upper>{ARABIC}))?(?P<more>여)?\s?"
    r"(?P<unit>개월|시간|년|달|주일|주|일|해|분|초)(?:여\s?)?(?P<half>\s?반(?=\s|$))?(?P<about>가량|정도|\s?남짓|여|\s?이상|\s?안팎)?"
    r"(?:\s?(?P<role>전|뒤|후|간|동안|만에|째|새|사이|이내|내|넘게)(?=$|[^가-힣]|에|부터|까지|보다|인|의|만|과|쯤|으로|께|엔|이))?"
)
_DAYS_LONG = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9,
              "열흘": 10, "보름": 15}  # fmt: skip
_NATIVE_DAYS = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(_DAYS_LONG)})\s?(?P<role>간|동안|만에|만|째|전|뒤|후|앞|새|사이)(?=$|[^가-힣]|에|의|인|으로|부터|보다)"
)
_WEEK = re.compile(
    rf"(?<![가-힣])(?P<which>지난|이번|다음|지지난|다다음)\s?(?:주(?:\s?(?P<day>[월화수목금토일])요일|\s?(?P<end>주?말))?|(?P<only>주말)){_END}"
)
_DAY_WORDS = {"오늘": 0, "어제": -1, "그제": -2, "그저께": -2, "내일": 1, "모레": 2, "전날": -1}
_WORDS = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(_DAY_WORDS)}|이날|이튿날|다음\s?날|최근|요즘|같은\s기간|전년\s동기|지난해\s같은\s기간)"
    r"(?=$|[^가-힣]|에|까지|부터|의|들어|은|밤|오전|오후|엔|보다|대비)"
)
_TIME_ONLY = re.compile(
    r"(?<![\d가-힣])(?:오전|오후|새벽|밤|아침|저녁|낮)\s?\d{1,2}시(?![간기])(?:\s?\d{1,2}분|\s?반)?"
)
_YEARS_AWAY = {
    "올해": 0,
    "금년": 0,
    "올": 0,
    "지난해": -1,
    "작년": -1,
    "전년": -1,
    "재작년": -2,
    "내년": 1,
    "내후년": 2,
}
_MONTHS_AWAY = {"이달": 0, "이번달": 0, "지난달": -1, "전월": -1, "지지난달": -2, "내달": 1, "다음달": 1}
_WEEKS_AWAY = {"지지난": -2, "지난": -1, "이번": 0, "다음": 1, "다다음": 2}


def find_dates(text: str, clock: Clock) -> list[Found]:
    """Dates and periods in one normalized sentence, by start; ``clock`` learns the days that it names."""
    taken: list[Found] = []
    for pattern, read in _READERS:
        for match in pattern.finditer(text):
            if match.end() > match.start() and all(f.end <= match.start() or match.end() <= f.start for f in taken):
                taken += read(match, clock)
    return sorted(taken, key=lambda found: found.start)


def _based(clock: Clock) -> str:
    return f"게재일 {clock.published} 기준" if clock.published else "게재일을 몰라 풀지 못함"


def _found(match: re.Match[str], kind: str, days: Days | None, note: str = "", **more: object) -> Found:
    end = match.start() + len(match.group().rstrip())
    return Found(match.start(), end, kind, days=days, note=note, **more)  # type: ignore[arg-type]


def _read_dotted(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = cal.same_day(int(match["year"]), int(match["month"]), int(match["day"]))
    if days:
        clock.named.append(days[0])
        yield _found(match, "date", days, match["local"] or "")


def _read_years(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    first = int(match["first"])
    last = int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    if first <= last:
        yield _found(match, "period", (date(first, 1, 1), date(last, 12, 31)))


def _read_decade(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    year, part = int(match["year"]), match["part"] or ""
    note = "" if year > 99 else "세기를 적지 않은 연대"
    yield _found(match, "period", cal.decade_days(year if year > 99 else 1900 + year, part), note)


def _read_century(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield _found(match, "period", cal.century_days(int(match["number"]), match["part"] or ""))


def _read_calendar(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    g = match.groupdict()
    has_year = g["year"] or g["short"] or g["near_year"]
    part = g["part"] or ""
    alone = not (has_year or g["month"] or g["near_month"] or g["day"])
    if alone and not (
        part.endswith(("반기", "분기")) or part in ("연초", "연말") or (g["direction"] and len(part) > 1)
    ):
        return
    context = has_year or g["month"] or g["near_month"] or g["direction"]
    if g["first"] and not context and int(g["day"]) <= 7:
        return
    absolute = bool(g["year"] or g["short"])
    days = _calendar_days(g, part, clock)
    if days and g["day"] and not g["first"]:
        clock.named.append(days[1])
    kind = "period" if part or g["first"] else "date"
    note = "" if absolute else _based(clock)
    if not absolute and clock.published and days is None:
        note = "달력에 없는 날" if g["day"] else "풀지 못함"
    yield _found(
        match, kind, days, join_notes(note, g["local"] or "", "" if days or not absolute else "달력에 없는 날")
    )


def _calendar_days(g: dict[str, str | None], part: str, clock: Clock) -> Days | None:
    """Days of a match of _CALENDAR; what it leaves open is taken nearest to publication, heeding 지난 and 오는."""
    published, direction = clock.published, g["direction"] or ""
    year = int(g["year"]) if g["year"] else _full_year(g["short"], published)
    if year is None and published is None:
        return None
    if year is None and g["near_year"] and published:
        year = cal.shift_year(published, _YEARS_AWAY[g["near_year"]])
    month = int(g["month"]) if g["month"] else None
    if g["near_month"] and published:
        year, month = cal.shift_month(published, _MONTHS_AWAY[re.sub(r"\s", "", g["near_month"])])
    of_year: Callable[[int], Days | None]
    if g["day"] and month is None and published:
        months = [cal.shift_month(published, n) for n in (-1, 0, 1)]
        return cal.nearest([d for y, m in months if (d := _day(g, y, m))], published, direction)
    if month is not None:
        fixed = month
        of_year = (lambda y: _day(g, y, fixed)) if g["day"] else (lambda y: cal.month_days(y, fixed, part))
    else:
        of_year = lambda y: cal.year_days(y, part)  # noqa: E731
    if year is not None:
        return of_year(year)
    return cal.nearest(cal.around(published, of_year), published, direction) if published else None


def _day(g: dict[str, str | None], year: int, month: int) -> Days | None:
    last = cal.same_day(year, month, int(g["day"] or 0))
    first = cal.same_day(year, month, int(g["first"])) if g["first"] else last
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _full_year(short: str | None, published: date | None) -> int | None:
    if short is None:
        return None
    limit = published.year + 20 if published else 2045
    return 2000 + int(short) if 2000 + int(short) <= limit else 1900 + int(short)


def _read_span(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """A length of time, or a moment so long before or after publication."""
    g, unit = match.groupdict(), match["unit"]
    role, low = g["role"] or "", g["number"]
    native = re.fullmatch(NATIVE, low) is not None
    if _not_a_length(match, unit, role, native):
        return
    number = parse_number(low)
    if g["upper"]:
        number = Number(number.low, parse_number(g["upper"]).low)
    if g["half"] and number.low is not None:
        number = Number(number.low + 0.5)
    more = "여" if g["more"] or f"{unit}여" in match.group() else None
    note = approximation(g["before"], more, g["about"]) or ("어림" if number.low is None else "")
    unit = {"달": "개월", "해": "년", "주일": "주"}.get(unit, unit)
    if role in ("전", "뒤", "후") and unit in ("년", "개월", "주", "일"):
        days = _moment(number, unit, 1 if role != "전" else -1, bool(more), clock)
        yield _found(
            match,
            "date",
            days,
            join_notes(note, _based(clock) if number.low is not None else ""),
            number=number,
            unit=unit,
        )
    else:
        days = _since(g["since"] or "", number, unit, clock)
        yield _found(match, "period", days, join_notes(note, _based(clock) if days else ""), number=number, unit=unit)


def _not_a_length(match: re.Match[str], unit: str, role: str, native: bool) -> bool:
    """Words that look like a length of time and are none: 두 분, 3일 (a day), 100주, 3년차, 2016년."""
    after = match.string[match.end() : match.end() + 2]
    plain = not role and not match["half"] and not match["about"]
    if unit == "해" and re.search(r"\s해", match.group()) is None:
        return True
    if unit in ("달", "해"):
        return (not native and match["number"] not in ("몇", "수")) or (
            plain and re.match(r"[가-힣]", after) is not None and after[0] not in "이을를은는의에도"
        )
    if unit in ("분", "초"):
        return native or (plain and re.match(r"[의기야위]", after) is not None)
    if unit in ("일", "주"):
        value = parse_number(match["number"]).low
        return (not role and not (unit == "일" and value and value > 31)) or (native and unit == "일")
    if unit == "년" and plain:
        value = parse_number(match["number"]).low
        named = value is not None and 1500 <= value < 2200 and re.fullmatch(r"\d{4}", match["number"])
        return (
            bool(named)
            or (native and match["number"] not in ("몇",))
            or re.match(r"\s?[대생차도산형물제]|\s?전", after) is not None
        )
    return False


def _moment(number: Number, unit: str, sign: int, more: bool, clock: Clock) -> Days | None:
    """So many years, months, weeks or days from publication; with 여 up to the next round number."""
    if clock.published is None or number.low is None or number.low > 3000:
        return None
    low = int(number.low)
    high = int(number.high) if number.high else (low + 10 ** (len(str(low)) - 1) - 1 if more else low)
    ends = [_away(clock.published, sign * n, unit) for n in (low, high)]
    return min(e[0] for e in ends), max(e[1] for e in ends)


def _away(published: date, count: int, unit: str) -> Days:
    if unit == "년":
        year = cal.shift_year(published, count)
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "개월":
        return cal.month_days(*cal.shift_month(published, count)) or (published, published)
    day = published + timedelta(days=count * (7 if unit == "주" else 1))
    return day, day


def _since(word: str, number: Number, unit: str, clock: Clock) -> Days | None:
    """최근 3년: from three years before publication to publication; 향후 5년: from publication on."""
    if (
        not word
        or clock.published is None
        or number.low is None
        or unit not in ("년", "개월", "주", "일")
        or number.low > 3000
    ):
        return None
    sign = 1 if word in ("향후", "앞으로") else -1
    count = sign * int(number.low)
    if unit in ("년", "개월"):
        year, month = cal.shift_month(clock.published, count * (12 if unit == "년" else 1))
        last = (cal.month_days(year, month) or (clock.published,) * 2)[1].day
        other = date(year, month, min(clock.published.day, last))
    else:
        other = clock.published + timedelta(days=count * (7 if unit == "주" else 1))
    return min(other, clock.published), max(other, clock.published)


def _read_native_days(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    number = Number(float(_DAYS_LONG[match["word"]]))
    if match["role"] in ("전", "뒤", "후") and clock.published:
        days = _moment(number, "일", -1 if match["role"] == "전" else 1, False, clock)
        yield _found(match, "date", days, _based(clock), number=number, unit="일")
    else:
        yield _found(match, "period", None, number=number, unit="일")


def _read_week(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    days = None
    if clock.published:
        weekday = "월화수목금토일".index(match["day"]) if match["day"] else None
        weekend = bool(match["end"] or match["only"])
        days = cal.week_days(clock.published, _WEEKS_AWAY[match["which"]], weekday, weekend)
    yield _found(match, "date" if match["day"] else "period", days, _based(clock))


def _read_word(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    word = re.sub(r"\s", "", match["word"])
    if word in _DAY_WORDS:
        day = clock.published + timedelta(days=_DAY_WORDS[word]) if clock.published else None
        yield _found(match, "date", (day, day) if day else None, _based(clock))
    elif word in ("이날", "이튿날", "다음날"):
        day = clock.named[-1] + timedelta(days=word != "이날") if clock.named else None
        yield _found(
            match, "date", (day, day) if day else None, "앞에 나온 날 기준" if day else "앞에 나온 날이 없어 풀지 못함"
        )
    elif word in ("최근", "요즘"):
        yield _found(match, "period", None, "때를 정해 말하지 않음")
    else:
        yield _found(match, "period", None, "앞에 나온 기간에 기댄 말")


def _read_time(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield _found(match, "date", None, "시각만 있음")


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Clock], Iterator[Found]]], ...] = (
    (_DOTTED, _read_dotted),
    (_YEARS, _read_years),
    (_DECADE, _read_decade),
    (_CENTURY, _read_century),
    (_SPANS, _read_span),
    (_NATIVE_DAYS, _read_native_days),
    (_WEEK, _read_week),
    (_WORDS, _read_word),
    (_CALENDAR, _read_calendar),
    (_TIME_ONLY, _read_time),
)
