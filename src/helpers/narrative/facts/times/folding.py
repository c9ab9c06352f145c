"""What the pieces of an expression of time come to: the days, from what they are counted, and how sure that is."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from helpers.narrative.facts.found import Found, based_on, join_notes
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock, Named
from helpers.narrative.facts.times.pieces import TIMES, Pieces
from helpers.narrative.facts.times.placing import Told, days_after, days_in, full_year, nearest_days
from helpers.narrative.facts.times.tense import (
    ends_in_telling,
    is_ahead,
    is_going_on,
    is_over,
    is_planned,
    is_since,
    is_to_come,
    is_told_within,
    over_in_words,
    was_planned,
)

# what a month or year stands in comparison with does not become what is spoken of: '지난해 4월(26척)보다'
_COMPARED = re.compile(r"\s?(?:\([^()]{0,40}\))?\s?(?:보다|대비|에 비|[와과] 비교|의 \d|이후|이래)")
_BREAKS = re.compile(r"[가-힣][은는]\s|→|…|;")
_ALWAYS = re.compile(r"(?:역대|매년|매해|해마다|예년)\s$")
_MONTHLY = re.compile(r"(?:매달|매월|다달이)\s(?:\d{1,2}일?(?:과|·|,|\s?[~∼])\s?){0,3}$")  # 매달 2일과 7일
_SINCE = re.compile(r"부[터턴]\s$")
_NEXT_DAY = re.compile(r"(?:다음\s?날|이튿날)(?:인\s|\()$")
NEAR = 4  # sentences behind a day in which it may still be the one before 다음 날
_GOODS = re.compile(r"\s?(?:인도분|인도물|물(?![가-힣])|만기|결제분)")  # 9월 인도분: to be handed over then
_GOES_ON = re.compile(r"(?:이어|이후|그\s?뒤|그\s?후|그러다가?|또)\s")
_SOON = 5  # words before the month with which such a sentence goes on
# a list of days goes on in the month of the first: 다음 달 12일 부산, 27일 광주
_LISTED = re.compile(r"[^고며서자지니]\s?,\s$|시작으로\s$")
_AFTER_EVENT = re.compile(rf"(?<![가-힣])(?:{longest_first(TIMES['events'])})한?\s$")  # 창업 이듬해: of which year?
_PAST_DAYS = re.compile(r"지난\s?(?:\d|달)")
_IS_SO = re.compile(r"(?:이다|였다|이었다)\W*$")
_ACTS = re.compile(longest_first([*TIMES["told"], *TIMES["acts"]]))
_HOW_LONG = re.compile(
    r"\s?(?:간(?!담)|정도|걸|이면|씩|이내|안에|더(?![가-힣])|쯤|만에|[후뒤전](?![가-힣])|동안|가량|지나|치)"
)


class Read(NamedTuple):
    """Days, by what they are resolved (text, publication), the note that says so, and how sure they are."""

    days: Days | None
    by: str | None = None
    note: str = ""
    certainty: str = "stated"


def read_calendar(text: str, start: int, end: int, pieces: Pieces, clock: Clock) -> Found:
    """The date or period that the pieces in ``[start, end)`` name; ``clock`` learns it."""
    if _AFTER_EVENT.search(text, max(start - 8, 0), start) and pieces["near_year"] in TIMES["years_after_event"]:
        read = Read(None, None, "앞에 나온 일에서 셈")
    else:
        read = _leaning(pieces, clock) if pieces["leaning"] else _resolve(text, start, end, pieces, clock)
    if read.days and not pieces["leaning"]:
        _remember(text, start, end, pieces, read, clock)
    elif clock.today is None and (pieces["month"] or pieces["near_month"] or pieces["near_year"] in TIMES["years"]):
        clock.spoken = None  # 2022년 … 지난 3월 … 전년: that of a month of which nobody knows the year
    clock.undated = clock.undated or bool(pieces["day"] and read.days is None and clock.today is None)
    part = pieces["part"] or ""
    period = part or pieces["first"] or pieces["first_month"] or (pieces["leaning"] or "").endswith("분기")
    place = pieces["place"] if len(pieces["place"] or "") > 3 else ""
    note = join_notes(read.note, place or "")
    return Found(
        start,
        end,
        "period" if period else "date",
        days=read.days,
        note=note,
        resolved_by=read.by if read.days else None,
        certainty=read.certainty,
    )


def names_a_time(text: str, start: int, end: int, pieces: Pieces) -> bool:
    """Are the pieces enough for a time: not 초 alone, nor 매년 3월, nor 2~3일 as a length."""
    has_year = pieces["year"] or pieces["short"] or pieces["near_year"]
    has_month = pieces["month"] or pieces["near_month"] or pieces["same_month"]
    part = pieces["part"] or ""
    if pieces["leaning"]:
        return (
            not pieces["leaning"].endswith(("동월", "달")) or pieces["leaning"] == "전달" or bool(pieces["near_year"])
        )
    if not has_year and _ALWAYS.search(text, max(0, start - 6), start):
        return False
    if not (has_year or has_month or pieces["day"]):
        known = part.endswith(("반기", "분기")) or part in ("연초", "연말", "연내")
        return known or bool(pieces["direction"] and part not in ("초", "말", ""))
    alone = not (has_year or has_month or pieces["direction"])
    if alone and _MONTHLY.search(text, max(0, start - 30), start):
        return False
    if alone and pieces["first"] and _HOW_LONG.match(text, end):
        return False
    return not (alone and pieces["first"] and int(pieces["day"] or 0) <= 3)


def _resolve(text: str, start: int, end: int, pieces: Pieces, clock: Clock) -> Read:
    """Days of the pieces; what they leave open is taken from a span that has begun, else nearest to publication."""
    year, by, note, sure = _year(pieces, clock)
    if year is None and pieces["near_year"]:
        return Read(None, None, note)
    month = int(pieces["month"]) if pieces["month"] else None
    if pieces["near_month"] or pieces["same_month"]:
        year, month, by, note = _near_month(pieces, clock)
        sure = "stated" if pieces["near_month"] else "inferred"
        if month is None:
            return Read(None, None, note)
    if year is not None:
        days = days_in(pieces, year, month)
        if days and pieces["near_year"] in ("올해", "올") and pieces["part"] == "겨울":
            days = _winter_told_of(text, end, days, clock)
        return Read(days, by, note if days else join_notes(_no_such(pieces)), sure)
    if clock.in_caption and (days := _day_of_picture(pieces, month, clock.taken)):
        return Read(days, "text", f"사진 설명의 {clock.taken} 기준", "inferred")
    goes_on = _SINCE.search(text, max(0, start - 4), start) or (
        clock.in_sentence and _LISTED.search(text, max(0, start - 6), start) and _later(pieces, clock)
    )
    since = clock.latest if goes_on else None
    if since and (days := days_after(pieces, month, since.day)):
        return Read(
            days, since.by, f"앞에 나온 {since.day:%Y-%m} 기준" if since.by == "text" else based_on(clock), "inferred"
        )
    if (within := _year_of_sentence(text, start, pieces, month, clock)) and clock.dated:
        days = days_in(pieces, within, month)
        note = f"앞에 나온 {within}년 기준" if clock.dated.by == "text" else based_on(clock)
        return Read(days, clock.dated.by, note if days else _no_such(pieces), "inferred")
    if (year := _year_told_on(text, start, pieces, month, clock)) and clock.month:
        days = days_in(pieces, year, month)
        return Read(days, "text", f"앞에 나온 {year}년 기준" if days else _no_such(pieces), "inferred")
    if (after := _day_after(text, start, pieces, clock)) is not None:
        return Read((after, after), "text", f"앞에 나온 {clock.latest.day} 기준" if clock.latest else "", "inferred")
    if clock.today is None:
        return Read(None, None, based_on(clock))
    again = clock.month if pieces["day"] and clock.month and clock.month.month == month else None
    if again and again.year < clock.today.year and not pieces["direction"]:
        days = days_in(pieces, again.year, again.month)
        return Read(days, "text", f"앞에 나온 {again:%Y-%m} 기준", "inferred")
    over = not _GOODS.match(text, end) and _lies_back(text, end, pieces)
    planned = bool(pieces["day"] and month) and is_planned(text, end)
    ahead = not over and (planned or (not pieces["day"] and (is_ahead(text, end) or bool(_GOODS.match(text, end)))))
    if pieces["day"] and month is None:
        ahead = not over and is_to_come(text, end)
    going_on = over and is_going_on(text, end)
    days = nearest_days(pieces, month, clock.today, Told(over, going_on, ahead))
    sure = "stated" if pieces["direction"] else "inferred"
    return Read(days, "publication", based_on(clock) if days else _no_such(pieces), sure)


def _day_of_picture(pieces: Pieces, month: int | None, taken: date | None) -> Days | None:
    """The 24일 of a caption that ends in 2031.10.24: of its month and year, unless it is later."""
    if taken is None or not pieces["day"] or pieces["direction"] or month not in (None, taken.month):
        return None
    days = days_in(pieces, taken.year, taken.month)
    return days if days and days[1] <= taken else None


def _winter_told_of(text: str, end: int, days: Days, clock: Clock) -> Days:
    """올해 겨울에도 값이 내렸다: the winter that is over or going on by then, which begins before 12월 if it must."""
    if clock.today is None or days[0] <= clock.today or not is_over(text, end):
        return days
    if clock.today.month >= 9:
        return clock.today.replace(day=1), days[1]
    return cal.year_days(clock.today.year - 1, "겨울") or days


def _lies_back(text: str, end: int, pieces: Pieces) -> bool:
    """Does the sentence tell of a day or month without a year as of something over."""
    if pieces["day"]:
        return was_planned(text, end) or (
            is_over(text, end) and (not text.startswith("까지", end) or text.startswith("까지의", end))
        )
    over = is_over(text, end) and (is_told_within(text, end) or not ends_in_telling(text))
    return over_in_words(text, end) or is_since(text, end) or over


def _year_of_sentence(text: str, start: int, pieces: Pieces, month: int | None, clock: Clock) -> int | None:
    """The year of a month that goes on from one dated in the same sentence: 2027년 8월까지 설계하고 9월부터 짓는다.

    A topic or a break between the two begins another matter, unless that year is yet to come.
    """
    dated = clock.dated
    if dated is None or month is None or pieces["direction"]:
        return None
    ahead = clock.today is not None and dated.day.year > clock.today.year
    if not ahead and (month < dated.day.month or _BREAKS.search(text, clock.dated_end, start)):
        return None
    return dated.day.year + (month < dated.day.month)


def _day_after(text: str, start: int, pieces: Pieces, clock: Clock) -> date | None:
    """The day named right before, if this is the next one and called so: 3일 값이 뛰었다. 다음 날인 4일 …."""
    before = clock.last_heard.day if clock.last_heard and clock.silent < NEAR else None
    alone = pieces["day"] and not (pieces["month"] or pieces["direction"] or pieces["near_month"] or pieces["first"])
    if before is None or not alone or not _NEXT_DAY.search(text, 0, start):
        return None
    after = before + timedelta(days=1)
    return after if after.day == int(pieces["day"] or 0) else None


def _year_told_on(text: str, start: int, pieces: Pieces, month: int | None, clock: Clock) -> int | None:
    """The year of a month with which the text goes on: 지난해 6월 배를 샀다. 이어 8월 그물을 샀다."""
    before = clock.month
    if before is None or month is None or pieces["direction"] or clock.months_ago > 2 or not _GOES_ON.match(text):
        return None
    own = clock.today is not None and before.year < clock.today.year
    return before.year if own and month > before.month and len(text[:start].split()) < _SOON else None


def _later(pieces: Pieces, clock: Clock) -> bool:
    """Is a day by its number alone later in the month than the one named before it."""
    alone = pieces["day"] and not (pieces["month"] or pieces["direction"])
    return bool(alone and clock.latest and int(pieces["day"] or 0) > clock.latest.day.day)


def _no_such(pieces: Pieces) -> str:
    return "달력에 없는 날" if pieces["day"] else "풀지 못함"


def _year(pieces: Pieces, clock: Clock) -> tuple[int | None, str, str, str]:
    """The year, by what it is known, the note, and how sure it is."""
    if pieces["year"]:
        return int(pieces["year"]), "text", "", "stated"
    if pieces["short"]:
        return full_year(pieces["short"], clock.published), "text", "", "stated"
    word = (pieces["near_year"] or "").replace(" ", "")
    if word in TIMES["years_from_text"]:
        base = clock.spoken[0].year if word == "전년" and clock.spoken else None if word == "전년" else clock.year
        if base:
            return base + TIMES["years_from_text"][word], "text", f"앞에 나온 {base}년 기준", "inferred"
        unspoken = word == "전년" and clock.year is None and clock.today is not None
        year = clock.today.year - 1 if unspoken and clock.today else None
        note = based_on(clock) if year or clock.today is None else "앞에 나온 해에 기댄 말"
        return year, "publication", note, "inferred"
    if word and clock.today:
        return cal.shift_year(clock.today, TIMES["years"][word]), "publication", based_on(clock), "stated"
    return None, "", based_on(clock) if word else "", "stated"


def _near_month(pieces: Pieces, clock: Clock) -> tuple[int | None, int | None, str, str]:
    """Year and month of 지난달, counted from publication, or of 같은 달, the month that the text speaks of."""
    if pieces["same_month"]:
        first = clock.month
        if first is None:
            return None, None, "", "앞에 나온 기간에 기댄 말"
        return first.year, first.month, "text", f"앞에 나온 {first:%Y-%m} 기준"
    if clock.today is None:
        return None, None, "", based_on(clock)
    away = TIMES["months"][(pieces["near_month"] or "").replace(" ", "")]
    return *cal.shift_month(clock.today, away), "publication", based_on(clock)


def _leaning(pieces: Pieces, clock: Clock) -> Read:
    """전월, 전분기 and 전년 동월: of the month or quarter that is spoken of."""
    word = re.sub(r"\s", "", pieces["leaning"] or "")
    days, base = cal.before_spoken(clock.spoken, word), clock.spoken
    if pieces["near_year"] not in (None, "전년"):  # 지난해 같은 달 is a month of last year
        away = TIMES["years"].get(pieces["near_year"])
        year = cal.shift_year(clock.today, away) if clock.today and away is not None else None
        if days is None or days[0].year != year:  # of the month told of before another time came between
            days, base = cal.before_spoken(clock.monthly, word), clock.monthly
        days = days if days and days[0].year == year else None
    note = f"앞에 나온 {base[0]:%Y-%m} 기준" if days and base else "앞에 나온 기간에 기댄 말"
    return Read(days, "text", note, "inferred")


def _is_aside(text: str, position: int) -> bool:
    """Does a place stand in brackets or in a quotation."""
    before = text[:position]
    opened = any(before.count(one) > before.count(other) for one, other in ("()", "“”", "‘’"))
    return opened or before.count('"') % 2 == 1


def _moves_to(text: str, start: int, pieces: Pieces, clock: Clock) -> bool:
    """Does what is told move to a day named with 지난, so that 이날 points to it: 지난 3일 총회를 열었다.

    What only happened or was got then (지난달 3일 허가를 받았다) leaves 이날 with the news, unless it opens a sentence.
    """
    near = pieces["direction"] == "지난" or pieces["near_month"] == "지난달"
    back = any(word in text[:start] for word in TIMES["looking_back"])
    alone = len(_PAST_DAYS.findall(text)) < 2  # 지난 4일 30척에서 지난 9일 50척으로 moves to neither
    opens = not text[:start].strip() and not _IS_SO.search(text)
    told = opens or _ACTS.search(text, start)
    return bool(near and alone and told and not back and clock.says_which and not clock.says_which(start))


def _remember(text: str, start: int, end: int, pieces: Pieces, read: Read, clock: Clock) -> None:
    """Let ``clock`` know the days: what 이날, 이듬해, 전월 and the end of a span are counted from."""
    days = read.days
    if days is None:
        return
    by = read.by
    clock.latest = Named(days[1] if pieces["day"] else days[0], by)
    clock.in_sentence = bool(pieces["day"])
    clock.day_here = days[1] if pieces["day"] else clock.day_here
    if pieces["year"] or pieces["short"] or pieces["near_year"]:
        clock.dated, clock.dated_end = Named(days[0], by), end
    if pieces["day"]:
        context = ("year", "short", "near_year", "month", "near_month", "same_month", "direction")
        if not pieces["first"]:
            alone = not any(pieces[name] for name in context)
            moves = _moves_to(text, start, pieces, clock)
            clock.hear(Named(days[1], by), alone=alone, aside=_is_aside(text, start), moves=moves)
    elif not _COMPARED.match(text, end):
        clock.speak_of(days)
