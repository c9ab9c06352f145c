"""Years and days by the text around a row: 3일부터 7일까지, 지난해 6월 … 이어 8월, 다음 날인 4일, a caption."""

from __future__ import annotations

import re
from datetime import timedelta

from helpers.narrative.facts.found import based_on
from helpers.narrative.facts.times.calendar import shift_month, year_days
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.dates.placing import days_after, days_in
from helpers.narrative.facts.times.dates.read import Read, no_such
from helpers.narrative.facts.times.pieces import Row
from helpers.narrative.facts.times.tense import is_over

_BREAKS = re.compile(r"[가-힣][은는]\s|→|…|;|\d\s?(?:년|개월)여?\s?(?:간|동안|만에|뒤|후)(?![가-힣])")
_SINCE = re.compile(r"부[터턴]\s$")
_MONTHS_AFTER = re.compile(r"(?<!\d)(?P<months>\d{1,2})개월\s(?:뒤|후)인\s$")
_NEXT_DAY = re.compile(r"(?:다음\s?날|이튿날)(?:인\s|\()$")
NEAR = 4  # sentences behind a day in which it may still be the one before 다음 날
_GOES_ON = re.compile(r"(?:이어|이후|그\s?뒤|그\s?후|그러다가?|또)\s")
_THEREUPON = re.compile(r"[가-힣]\s(?:뒤|후)\s$")  # 12월 3일 알린 뒤 15일 찾아갔다
_EARLIER_PART = re.compile(r"(?:상반기|[1-3]분기|년?\s?초)$")
_LATER_PART = re.compile(r"(?:하반기|[2-4]분기|연말)$")
_COMPARED = re.compile(r"\s?(?:\([^()]{0,40}\))?\s?(?:보다|대비|에 비|[와과] 비교)")
_SOON = 5  # words before the month with which such a sentence goes on
# a list of days goes on in the month of the first: 다음 달 12일 부산, 27일 광주
_LISTED = re.compile(r"[^고며서자지니]\s?,\s$|시작으로\s$")


def as_around(row: Row, clock: Clock) -> Read | None:
    """The days of a row without a year, by what the text named before; None where it says nothing of them."""
    return (
        _of_picture(row, clock)
        or _behind_another(row, clock)
        or _in_year_of_sentence(row, clock)
        or _part_in_year_of_sentence(row, clock)
        or _since_its_beginning(row, clock)
        or _in_year_told_on(row, clock)
        or _next_day(row, clock)
        or _so_long_after(row, clock)
    )


def month_again(row: Row, clock: Clock) -> Read | None:
    """The day of a month that the text has named before with the year of another than publication."""
    pieces, before = row.pieces, clock.month
    if not pieces["day"] or pieces["direction"] or before is None or before.month != row.month:
        return None
    if clock.today is None or before.year >= clock.today.year:
        return None
    days = days_in(pieces, before.year, before.month)
    return Read(days, "text", f"앞에 나온 {before:%Y-%m} 기준", "inferred")


def _of_picture(row: Row, clock: Clock) -> Read | None:
    """The 24일 of a caption that ends in 2031.10.24: of its month and year, unless it is later."""
    pieces, taken = row.pieces, clock.taken if clock.in_caption else None
    if taken is None or not pieces["day"] or pieces["direction"] or row.month not in (None, taken.month):
        return None
    days = days_in(pieces, taken.year, taken.month)
    told = days is not None and days[1] <= taken
    return Read(days, "text", f"사진 설명의 {taken} 기준", "inferred") if told else None


def _behind_another(row: Row, clock: Clock) -> Read | None:
    """The 7일 of 3일부터 7일까지, the 27일 of 다음 달 12일 부산, 27일 광주: in the month or year of the first."""
    start = row.start
    listed = _LISTED.search(row.text, max(0, start - 6), start) or _THEREUPON.search(row.text, max(0, start - 6), start)
    goes_on = _SINCE.search(row.text, max(0, start - 4), start) or (
        clock.in_sentence and listed and _is_later(row, clock)
    )
    first = clock.latest if goes_on else None
    days = days_after(row.pieces, row.month, first.day) if first else None
    if first is None or days is None:
        return None
    note = f"앞에 나온 {first.day:%Y-%m} 기준" if first.by == "text" else based_on(clock)
    return Read(days, first.by, note, "inferred")


def _is_later(row: Row, clock: Clock) -> bool:
    """Is a day by its number alone later in the month than the one named before it."""
    return bool(row.is_day_alone and clock.latest and int(row.pieces["day"] or 0) > clock.latest.day.day)


def _in_year_of_sentence(row: Row, clock: Clock) -> Read | None:
    """A month that goes on from one dated in the same sentence: 2027년 8월까지 설계하고 9월부터 짓는다.

    A topic or a break between the two begins another matter, unless that year is yet to come.
    """
    dated, month = clock.dated, row.month
    if dated is None or month is None or row.pieces["direction"]:
        return None
    ahead = clock.today is not None and dated.day.year > clock.today.year
    if not ahead and (month < dated.day.month or _BREAKS.search(row.text, clock.dated_end, row.start)):
        return None
    year = dated.day.year + (month < dated.day.month)
    days = days_in(row.pieces, year, month)
    note = f"앞에 나온 {year}년 기준" if dated.by == "text" else based_on(clock)
    return Read(days, dated.by, note if days else no_such(row.pieces), "inferred")


def _part_in_year_of_sentence(row: Row, clock: Clock) -> Read | None:
    """The 하반기 of 새해 상반기에는 내리고 하반기로 갈수록 오른다: of the year whose earlier part was named."""
    pieces, dated = row.pieces, clock.dated
    alone = not (row.month or pieces["near_month"] or pieces["day"] or pieces["direction"])
    if dated is None or not alone or not _LATER_PART.search(row.text, 0, row.end):
        return None
    if not _EARLIER_PART.search(row.text, 0, clock.dated_end) or _COMPARED.match(row.text, clock.dated_end):
        return None
    days = days_in(pieces, dated.day.year, None)
    if days is None or days[0] <= dated.day:
        return None
    note = f"앞에 나온 {dated.day.year}년 기준" if dated.by == "text" else based_on(clock)
    return Read(days, dated.by, note, "inferred")


def _since_its_beginning(row: Row, clock: Clock) -> Read | None:
    """2030년은 한 해가 길었다. 값은 연초보다 내렸다: in the first weeks of a year, of the one looked back upon."""
    told, today = clock.spoken, clock.today
    if row.pieces["part"] != "연초" or row.pieces["direction"] or told is None or today is None:
        return None
    back = told == year_days(today.year - 1) and today.month <= 2 and clock.months_ago <= 2
    if not back or not _COMPARED.match(row.text, row.end) or not is_over(row.text, row.end):
        return None
    return Read(days_in(row.pieces, told[0].year, None), "text", f"앞에 나온 {told[0].year}년 기준", "inferred")


def _in_year_told_on(row: Row, clock: Clock) -> Read | None:
    """A month with which the text goes on: 지난해 6월 배를 샀다. 이어 8월 그물을 샀다."""
    before, month = clock.month, row.month
    if before is None or month is None or row.pieces["direction"] or clock.months_ago > 2:
        return None
    own = clock.today is not None and before.year < clock.today.year
    soon = len(row.text[: row.start].split()) < _SOON
    if not (own and soon and month > before.month and _GOES_ON.match(row.text)):
        return None
    days = days_in(row.pieces, before.year, month)
    note = f"앞에 나온 {before.year}년 기준" if days else no_such(row.pieces)
    return Read(days, "text", note, "inferred")


def _so_long_after(row: Row, clock: Clock) -> Read | None:
    """The 10월 of 여섯 달 told as such: 2031년 4월 배를 샀다. 6개월 뒤인 10월 팔았다."""
    after = _MONTHS_AFTER.search(row.text, max(0, row.start - 9), row.start)
    if after is None or clock.month is None or row.month is None:
        return None
    year, month = shift_month(clock.month, int(after["months"]))
    if month != row.month:
        return None
    days = days_in(row.pieces, year, month)
    return Read(days, "text", f"앞에 나온 {clock.month:%Y-%m} 기준" if days else no_such(row.pieces), "inferred")


def _next_day(row: Row, clock: Clock) -> Read | None:
    """The day named right before, if this is the next one and called so: 3일 값이 뛰었다. 다음 날인 4일 …."""
    before = clock.named_last.day if clock.named_last and clock.silent < NEAR else None
    alone = row.is_day_alone and not (row.pieces["near_month"] or row.pieces["first"])
    if before is None or not alone or not _NEXT_DAY.search(row.text, 0, row.start):
        return None
    after = before + timedelta(days=1)
    if after.day != int(row.pieces["day"] or 0):
        return None
    note = f"앞에 나온 {clock.latest.day} 기준" if clock.latest else ""
    return Read((after, after), "text", note, "inferred")
