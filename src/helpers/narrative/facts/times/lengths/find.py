"""Lengths of time, and moments so long before or after publication: 9시간, 십여 년 전, 최근 3년."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from helpers.narrative.facts.found import Found, based_on, join_notes, span_of
from helpers.narrative.facts.numbers import bounds
from helpers.narrative.facts.numbers.bounds import AFTER, BEFORE
from helpers.narrative.facts.numbers.numerals import ARABIC, HANGUL, NATIVE, VAGUE, Number, parse_number, parse_range
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.lengths.mistaken import PARTS, is_all_day, is_mistaken
from helpers.narrative.facts.times.lengths.reckoning import (
    CALENDAR_UNITS,
    IN_STORY,
    compared_with,
    counted_from_elsewhere,
    days_away,
    days_since,
    from_sentence,
    is_compared,
    is_of_condition,
    is_of_rule,
)
from helpers.narrative.facts.times.pieces import TIMES, TO
from helpers.spans import Span

Reader = Callable[[Clock], Iterator[Found]]
_OR = r"(?<=(?<!\d)\d)(?P<next>,)(?=\d[^\d,.])"  # 7,8년
_NUMBER = rf"(?P<number>{ARABIC}|{HANGUL}|{NATIVE}|{VAGUE})(?:(?:{TO}|{_OR})(?P<upper>{ARABIC}))?(?P<more>여)?\s?"
_UNIT = (
    r"(?P<unit>개월|시간|년|달|주일|주|일|해|분기(?=\s?(?:째|연속|만에|동안))|분|초(?!\d)|거래일)(?:(?P<more_after>여)\s?)?"
    r"(?P<half>\s?반(?=$|[\s을이은만씩에의]|동안|가량|정도|쯤|짜리))?"
    r"(?:\s?(?P<rest>\d{1,2})\s?(?P<rest_more>여\s?)?(?P<rest_unit>개월|분|초)(?!의\s?\d)(?:(?<=분)\s?(?P<seconds>\d{1,2})초(?!\d)|(?<=개월)\s?(?P<days>\d{1,2})일)?)?"
    r"(?:(?<=\d개월)\s?(?P<and_days>\d{1,2})일(?=$|[^가-힣]|[만에이을간]))?"
)
_ROLE = (
    r"(?:\s?(?P<role>전|뒤|후|간|동안|만에|째|새|사이|이내|내|넘게|연속)"
    r"(?=$|[^가-힣]|에|부[터턴]|까[지진]|보다|인|의|만|과|쯤|으로|께|엔|이|은|도|을|면))?"
)
_LENGTHS = re.compile(
    r"(?<![\d.,])(?<!\d시)(?<!\d시\s)(?<![가-힣](?=[가-힣]))(?:(?P<since>최근|(?<![이가]\s)지난|향후|앞으로|과거)\s?)?"
    rf"(?:(?P<before>{BEFORE})\s?)?{_NUMBER}{_UNIT}(?P<about>\s?(?:{AFTER})|여)?{_ROLE}"
)
_STAYS = re.compile(r"(?<!\d)\d{1,2}박\s?(?P<days>\d{1,2})일(?!\d)(?:\s?(?:간|동안))?")
# 징역 3년6월, 금고 8월: months, and no month of a year
_TERM = re.compile(
    r"(?:(?<=징역|금고|실형)|(?<=징역\s|금고\s|실형\s))(?:(?P<years>\d{1,2})년\s?)?(?P<months>\d{1,2})월(?!\s?\d|부[터턴]|까[지진])"
)
_HALF_YEAR = re.compile(r"(?<![가-힣])반년(?:\s?(?:만에|간|동안|째|가량|넘게|새))?(?=$|[^가-힣]|[이을은의도에])")
_RECORD = re.compile(r"(?<![\d.,])(?:(?P<minutes>\d{1,2})분\s?)?(?P<seconds>\d{1,2})초(?P<part>\d{2})(?!\d)")
_NATIVE_DAYS = re.compile(
    rf"(?<![가-힣])(?:(?P<word>{longest_first(TIMES['lengths'])})\s?(?P<role>간|동안|만에|만|째|전|뒤|후|앞|새|사이|연속|내내)"
    r"(?=$|[^가-힣]|에|의|인|으로|부[터턴]|보다|입|이(?=[\s다었라며고])|다|를|로|였|[은도과](?![가-힣])|만(?=\s)|까[지진]|엔)"
    rf"|(?P<alone>{longest_first(TIMES['lengths_alone'])})(?=$|[\s.,](?!에\s)|[을이가은도](?![가-힣])|이나\s|씩|밖에))"
)
# 4년 전 2019년: the year stands beside it
_BESIDE = re.compile(r"(?:인|이던)?\s?[(,]?\s?(?P<year>(?:19|20)\d\d)년(?!\s?(?:만|간|이후|까지))")


_OF_MONTH = 30  # days, by convention: 3년 1개월 6일
MOMENT = ("전", "뒤", "후")  # so long before or after something
_FEW_YEARS = (1.0, 2.0)  # so long ago the same part of a year is compared with: 1년 전보다
_BOUNDING = ("넘게", "이내", "내")
_UNITS = {"달": "개월", "해": "년", "주일": "주"}


def length_claims(text: str, names: Sequence[Span] = ()) -> Iterator[tuple[int, int, Reader]]:
    """Where lengths of time stand in a sentence, and how to read each; none ends within one of ``names``."""
    readers = ((_TERM, _read_term), (_STAYS, _read_stay), (_RECORD, _read_record), (_HALF_YEAR, _read_half_year))
    for pattern, read in (*readers, (_LENGTHS, _read_length), (_NATIVE_DAYS, _read_native_days)):
        for found in pattern.finditer(text):
            match = _whole(found, names)
            if match and (pattern is not _LENGTHS or not is_mistaken(match)):
                start, end = span_of(match)
                yield start, end, partial(_one, read, match)


def _whole(match: re.Match[str], names: Sequence[Span]) -> re.Match[str] | None:
    """A match without the beginning of a noun in which it ends: 6개월 이상 전이성, 39조 분단비용."""
    end = span_of(match)[1]
    start, stop = names[max(bisect_left(names, (end, 0)) - 1, 0)] if names else (0, 0)
    inside = match.start() < start < end < stop
    return match.re.match(match.string, match.start(), start) if inside else match


def _one(read: Callable[[re.Match[str], Clock], Found], match: re.Match[str], clock: Clock) -> Iterator[Found]:
    yield read(match, clock)


def _read_length(match: re.Match[str], clock: Clock) -> Found:
    """A length of time, or a moment so long before or after publication."""
    number, role, said = _number(match), match["role"] or "", _said_around(match)
    unit = "개월" if match["rest_unit"] == "개월" else _UNITS.get(match["unit"], match["unit"])
    start, end = span_of(match)
    note = said.note or ("어림" if number.low is None else "")
    found = Found(start, end, "period", number, unit, bound=said.bound, note=note, loose=is_all_day(match))
    moment = role in MOMENT and unit in CALENDAR_UNITS
    moment = moment and not (role == "전" and is_of_rule(match.string, start, end, clock))
    if moment and (elsewhere := counted_from_elsewhere(match, role)):
        found = replace(found, kind="date", note=join_notes(note, elsewhere), loose=elsewhere == IN_STORY)
        return from_sentence(found, clock, -1 if role == "전" else 1)
    if moment and unit == "년" and (beside := _BESIDE.match(match.string, end)):
        return replace(found, kind="date", days=cal.year_days(int(beside["year"])), resolved_by="text")
    if moment and unit == "년" and number.low in _FEW_YEARS and is_compared(match.string, end):
        days = compared_with(number, unit, said.more, clock)
        note = join_notes(
            note, f"앞에 나온 {clock.spoken[0]:%Y-%m} 기준" if days and clock.spoken else "견주는 때를 몰라 풀지 못함"
        )
        by = "text" if days else None
        lacks = None if days else "text"
        return replace(found, kind="date", days=days, note=note, resolved_by=by, certainty="inferred", lacks=lacks)
    if moment:
        found, days = replace(found, kind="date"), days_away(number, unit, role, said.more, clock)
    elif is_of_condition(match.string, start) and match["since"] in ("향후", "앞으로"):
        days = None
    else:
        days = days_since(match["since"] or "", number, unit, clock)
    if days:
        note = join_notes(note, based_on(clock))
        return replace(found, days=days, note=note, resolved_by="publication", certainty="inferred")
    lacks_today = clock.today is None and number.low is not None and (moment or match["since"])
    return replace(found, note=join_notes(note, based_on(clock))) if lacks_today else found


class _Said(NamedTuple):
    """What the words around a length make of it: is it so much and more (여), its bound, the note that says so."""

    more: bool
    bound: tuple[str, ...]
    note: str


def _said_around(match: re.Match[str]) -> _Said:
    g, role = match.groupdict(), match["role"] or ""
    more = bool(g["more"] or g["more_after"] or g["rest_more"] or g["about"] == "여")
    around = bounds.after(match.string, span_of(match)[1], rounded=False)
    passing = around.words if role not in (*MOMENT, "만에", "째") else ()
    own = (g["before"], "여" if more else None, (g["about"] or "").strip(), role if role in _BOUNDING else None)
    bound = bounds.once(*(word if word != "내" else "이내" for word in own if word), *passing)
    return _Said(more, bound, bounds.noted(*bound, around.passing))


def _number(match: re.Match[str]) -> Number:
    number = parse_range(match["number"], match["upper"]) if match["upper"] else parse_number(match["number"])
    if number.low is None:
        return number
    if match["half"]:
        return Number(number.low + 0.5)
    if match["and_days"]:
        return Number(number.low + round(int(match["and_days"]) / _OF_MONTH, 2))
    if match["rest_unit"] == "개월":
        days = int(match["days"] or 0) / _OF_MONTH
        return Number(PARTS["년", "개월"] * number.low + int(match["rest"]) + round(days, 2))
    if match["rest"]:
        seconds = int(match["seconds"] or 0) / 3600
        return Number(number.low + int(match["rest"]) / PARTS.get((match["unit"], match["rest_unit"]), 60) + seconds)
    return number


def _read_term(match: re.Match[str], clock: Clock) -> Found:
    return Found(*span_of(match), "period", Number(12.0 * int(match["years"] or 0) + int(match["months"])), "개월")


def _read_stay(match: re.Match[str], clock: Clock) -> Found:
    """3박4일 lasts four days."""
    return Found(*span_of(match), "period", Number(float(match["days"])), "일")


def _read_record(match: re.Match[str], clock: Clock) -> Found:
    """9초98 and 2분03초45 as seconds."""
    seconds = 60 * int(match["minutes"] or 0) + float(f"{match['seconds']}.{match['part']}")
    return Found(*span_of(match), "period", Number(seconds), "초")


def _read_half_year(match: re.Match[str], clock: Clock) -> Found:
    return Found(*span_of(match), "period", Number(0.5), "년")


def _read_native_days(match: re.Match[str], clock: Clock) -> Found:
    length = TIMES["lengths"][match["word"] or match["alone"]]
    found = Found(*span_of(match), "period", Number(float(length)), "일")
    if not match["role"]:
        around = bounds.after(match.string, found.end, rounded=False)
        note = bounds.noted(*around.words, around.passing)
        return replace(found, end=around.end, bound=bounds.once(*around.words), note=note)
    if match["role"] not in MOMENT:
        return found
    if match["role"] == "전" and is_of_rule(match.string, found.start, found.end, clock):
        return found
    if elsewhere := counted_from_elsewhere(match, match["role"]):
        return replace(found, kind="date", note=elsewhere, loose=elsewhere == IN_STORY, lacks="text")
    days = days_away(found.number, "일", match["role"], False, clock)
    by = "publication" if days else None
    return replace(found, kind="date", days=days, note=based_on(clock), resolved_by=by, certainty="inferred")
