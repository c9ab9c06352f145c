"""Lengths of time, and moments so long before or after publication: 9시간, 십여 년 전, 최근 3년."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from helpers.narrative import facts_calendar as cal
from helpers.narrative.facts_calendar import Clock, Days
from helpers.narrative.facts_found import TO, Found, approximation, based_on, found_in, join_notes
from helpers.narrative.facts_numbers import ARABIC, BEFORE, HANGUL, NATIVE, VAGUE, Number, parse_number, parse_range

_LENGTH = rf"(?P<number>{ARABIC}|{HANGUL}|{NATIVE}|{VAGUE})"
LENGTHS = re.compile(
    rf"(?<![\d.,'’‘])(?<!시)(?<!시\s)(?<![가-힣](?=[가-힣]))(?:(?P<since>최근|지난|향후|앞으로|과거)\s?)?(?:(?P<before>{BEFORE})\s?)?{_LENGTH}"
    rf"(?:{TO}(?P<upper>{ARABIC}))?(?P<more>여)?\s?"
    r"(?P<unit>개월|시간|년|달|주일|주|일|해|분기(?=\s?(?:째|연속|만에|동안))|분|초)(?:여\s?)?(?P<half>\s?반(?=$|[\s을이은만씩에의]|동안|가량|정도|쯤|짜리))?(?:\s(?P<rest>\d{1,2})\s?(?P<rest_unit>개월|분|초)(?![의가-힣]*의))?(?P<about>가량|정도|\s?남짓|여|\s?이상|\s?안팎)?"
    r"(?:\s?(?P<role>전|뒤|후|간|동안|만에|째|새|사이|이내|내|넘게)(?=$|[^가-힣]|에|부터|까지|보다|인|의|만|과|쯤|으로|께|엔|이))?"
)
STAYS = re.compile(r"(?<!\d)\d{1,2}박\s?(?P<days>\d{1,2})일(?!\d)")
_CALENDAR_UNITS = ("년", "개월", "주", "일")
_DAYS_LONG = {"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5, "엿새": 6, "이레": 7, "여드레": 8, "아흐레": 9,
              "열흘": 10, "보름": 15, "일주일": 7}  # fmt: skip
NATIVE_DAYS = re.compile(
    rf"(?<![가-힣])(?P<word>{'|'.join(_DAYS_LONG)})\s?(?P<role>간|동안|만에|만|째|전|뒤|후|앞|새|사이)(?=$|[^가-힣]|에|의|인|으로|부터|보다)"
)


def read_length(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """A length of time, or a moment so long before or after publication."""
    g, unit = match.groupdict(), match["unit"]
    role, low = g["role"] or "", g["number"]
    native = re.fullmatch(NATIVE, low) is not None
    if _not_a_length(match, unit, role, native):
        return
    number = parse_range(low, g["upper"]) if g["upper"] else parse_number(low)
    if g["half"] and number.low is not None:
        number = Number(number.low + 0.5)
    if g["rest"] and number.low is not None:
        number = Number(number.low + int(g["rest"]) / (12 if g["rest_unit"] == "개월" else 60))
    more = "여" if g["more"] or f"{unit}여" in match.group() else None
    note = approximation(g["before"], more, g["about"]) or ("어림" if number.low is None else "")
    unit = {"달": "개월", "해": "년", "주일": "주"}.get(unit, unit)
    if role in ("전", "뒤", "후") and unit in _CALENDAR_UNITS:
        days = _moment(number, unit, 1 if role != "전" else -1, bool(more), clock)
        basis = based_on(clock) if days or (clock.published is None and number.low is not None) else ""
        yield found_in(match, "date", days, join_notes(note, basis), number, unit)
    else:
        days = _since(g["since"] or "", number, unit, clock)
        basis = based_on(clock) if days or (g["since"] and clock.published is None and number.low is not None) else ""
        yield found_in(match, "period", days, join_notes(note, basis), number, unit)


def _not_a_length(match: re.Match[str], unit: str, role: str, native: bool) -> bool:
    """Words that look like a length of time and are none: 두 분, 3일 (a day), 100주, 3년차, 2016년."""
    after = match.string[match.end() : match.end() + 2]
    plain = not role and not match["half"] and not match["about"] and not match["rest"]
    if match["rest"] and (unit, match["rest_unit"]) not in (("년", "개월"), ("시간", "분"), ("분", "초")):
        return True
    value = parse_number(match["number"]).low
    if unit in ("달", "해"):
        apart = re.search(r"\s해", match.group()) is not None or unit == "달"
        goes_on = plain and re.match(r"[가-힣]", after) is not None and after[0] not in "이을를은는의에도"
        return not apart or goes_on or not (native or match["number"] in ("몇", "수"))
    if unit in ("분", "초"):
        return native or (plain and re.match(r"[의기야위]", after) is not None)
    if unit in ("일", "주"):
        return (native and unit == "일") or (
            not role and not (unit == "일" and (match["more"] or (value and value > 31)))
        )
    if unit == "년" and plain:
        named = value is not None and 1000 <= value < 2200 and re.fullmatch(r"\d{4}", match["number"])
        return bool(named) or native or re.match(r"\s?[대생차산형물제전]|\s?도(?!\s)", after) is not None
    return False


def _moment(number: Number, unit: str, sign: int, more: bool, clock: Clock) -> Days | None:
    """So many years, months, weeks or days from publication; with 여 up to the next round number."""
    if clock.published is None or number.low is None or number.low > 3000:
        return None
    odd = unit == "년" and number.low % 1 > 0
    unit = "개월" if odd else unit
    low = int(number.low * (12 if odd else 1))
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
    if not word or clock.published is None or number.low is None or number.low > 3000 or unit not in _CALENDAR_UNITS:
        return None
    sign = 1 if word in ("향후", "앞으로") else -1
    count = sign * int(number.low * (12 if unit == "년" else 1))
    if unit in ("년", "개월"):
        year, month = cal.shift_month(clock.published, count)
        last = (cal.month_days(year, month) or (clock.published,) * 2)[1].day
        other = date(year, month, min(clock.published.day, last))
    else:
        other = clock.published + timedelta(days=count * (7 if unit == "주" else 1))
    return min(other, clock.published), max(other, clock.published)


def read_stay(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """3박4일 lasts four days."""
    yield found_in(match, "period", None, "", Number(float(match["days"])), "일")


def read_native_days(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    number = Number(float(_DAYS_LONG[match["word"]]))
    if match["role"] in ("전", "뒤", "후"):
        days = _moment(number, "일", -1 if match["role"] == "전" else 1, False, clock)
        yield found_in(match, "date", days, based_on(clock), number, "일")
    else:
        yield found_in(match, "period", None, "", number, "일")
