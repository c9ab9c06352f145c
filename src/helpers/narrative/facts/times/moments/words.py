"""Days and spans by words: 오늘 and 어제, 이날 and 전날 of the day that the text reports of, 전년 동기, 최근."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from helpers.narrative.facts.found import Found, based_on, of_match
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times import calendar as cal
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock, Named
from helpers.narrative.facts.times.pieces import THEN, TIMES
from helpers.narrative.facts.times.tense import is_ahead, is_of_any, is_over

WORDS = re.compile(
    rf"(?<![가-힣])(?P<word>{longest_first(TIMES['days'])}|{longest_first(TIMES['days_from_text'])}|이\s날|같은\s날|다음\s?날"
    rf"|{longest_first(TIMES['vague'])}|(?:지난해|작년|전년)\s(?:같은\s기간|동기)|전년동기)"
    rf"(?=$|[^가-힣]|에|까지|까진|부터|부턴|의|들어|은|밤|오전|오후|엔|보다|대비|과|도|이){THEN}"
)
# 어제도 오늘도 내일도 says always
_EVER = re.compile(
    r"(?:어제|오늘|내일)(?:도|이나|나|과|와)?[,·\s]\s?(?:어제|오늘|내일)(?:도|이나|나)?(?:[,·\s]\s?내일도?)?"
)
# 사고 당일, 당일 배송: the day of what stands before it, or a kind of service
_OF_EVENT = re.compile(
    rf"(?:{longest_first([*TIMES['events'], *TIMES['counted_from']])}|[가-힣](?<![은는이가을를에도서고며와과]))\s$"
)
_SAME_DAY = re.compile(rf"\s?(?:{longest_first(TIMES['of_the_same_day'])})")
_NEXT_DAY = ("이튿날", "다음날")
_OF_NEWS = ("이날", "전날")  # the day of the news or the one before it, where the text names none
_HABIT = re.compile(r"(?:[가-힣]는다|[^가-힣]다|[가-힣](?<![었았했였])다)[.”\"’'\s]*$")
_NEAR = 4  # sentences after a day to come in which it may still be 이날
_MOST_OF_YEAR = 200
_REPORTED = ("오늘", "어제")  # days that a broadcast reports of
_ASIDE = re.compile(r"\s?(?:보다|대비|에 비|도\s|과\s|와\s)")


def read_word(match: re.Match[str], clock: Clock) -> Iterator[Found]:
    """A day or span by its word; none where the words say always, 어제도 오늘도, or name a service, 당일 배송."""
    word = re.sub(r"\s", "", match["word"])
    if any(found.start() <= match.start() < found.end() for found in _EVER.finditer(match.string)):
        return
    of_other = _OF_EVENT.search(match.string, 0, match.start()) or _SAME_DAY.match(match.string, match.end())
    if word == "당일" and of_other:
        return
    if word in TIMES["days"]:
        yield _from_today(match, clock, word)
    elif word in TIMES["days_from_text"]:
        yield _from_other_day(match, clock, word)
    elif word in TIMES["vague"]:
        yield of_match(match, "period", None, "때를 정해 말하지 않음", lacks="vague")
    else:
        days = _year_before(clock, word)
        note = f"앞에 나온 {clock.spoken[0]:%Y-%m} 기준" if days and clock.spoken else "앞에 나온 기간에 기댄 말"
        yield of_match(match, "period", days, note, "text", "inferred", None if days else "text")


def _from_today(match: re.Match[str], clock: Clock, word: str) -> Found:
    """오늘, 어제 and 내일, counted from the day on which they were written or said."""
    today = clock.day_of_words()
    day = today + timedelta(days=TIMES["days"][word]) if today else None
    clock.day_here = day or clock.day_here
    if day and word in _REPORTED and not _ASIDE.match(match.string, match.end()):
        clock.learn(Named(day, "publication"), alone=True)
    by, note = ("publication", based_on(clock)) if today == clock.today else ("text", f"앞에 나온 {today} 기준")
    return of_match(match, "date", (day, day) if day else None, note, by)


def _from_other_day(match: re.Match[str], clock: Clock, word: str) -> Found:
    """같은 날, 이날, 전날 and 이튿날, counted from a day that was named, or from the news."""
    away = TIMES["days_from_text"][word]
    if word == "같은날" and clock.day_here:  # 전날 거절했고 같은 날 떠났다
        same, note = (clock.day_here, clock.day_here), f"앞에 나온 {clock.day_here} 기준"
        return replace(of_match(match, "date", same, note, sure="inferred"), loose=True)
    if word in _NEXT_DAY and _is_of_no_day(match, clock):
        return of_match(match, "date", None, "어느 날에나 해당하는 말", sure="inferred", lacks="text")
    if word == "이날" and (coming := _one_to_come(match, clock)):
        if clock.silent > 1:
            return of_match(match, "date", None, "어느 날인지 앞에서 정하지 못함", sure="inferred", lacks="text")
        clock.day_here = coming
        note = f"앞에 나온 {coming} 기준"
        return replace(of_match(match, "date", (coming, coming), note, "text", "inferred"), loose=True)
    if word in _OF_NEWS and clock.is_left_behind:
        return _of_publication(match, clock, away)
    return _from_text(match, clock, away, news=word == "전날", next_day=word in _NEXT_DAY)


def _one_to_come(match: re.Match[str], clock: Clock) -> date | None:
    """The one day to come of which 이날 tells in the present: 오는 9일 총회를 연다. 이날 배도 띄운다."""
    last = clock.named_last.day if clock.named_last else None
    if last is None or clock.published is None or last <= clock.published or clock.ahead != 1:
        return None
    if clock.here or clock.quoted or clock.silent > _NEAR:
        return None
    return last if is_ahead(match.string, match.end()) else None


def _is_of_no_day(match: re.Match[str], clock: Clock) -> bool:
    """Is 다음 날 one after any day: of what goes on as a habit, with no day named in the same sentence."""
    if clock.day_here or clock.in_sentence:
        return False
    text, end = match.string, match.end()
    habit = _HABIT.search(text) and not is_over(text, end)
    return is_of_any(text, end) or bool(habit and "그날" in text[: match.start()])


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
    last = clock.news if news else (clock.named_last if next_day else None) or clock.last
    if news and clock.day_here and _ASIDE.match(match.string, match.end()):  # 3월 5일 값은 전날 대비 올랐다
        last = Named(clock.day_here, "text")
    if last is None and news and clock.today:
        clock.day_here = day = clock.today + timedelta(days=away)
        clock.here = Named(clock.today, "publication")  # 전날 밤부터 이날 새벽까지
        return of_match(match, "date", (day, day), based_on(clock), "publication")
    if last is None and clock.undated:
        return of_match(
            match, "date", None, "앞에 나온 날을 게재일을 몰라 풀지 못함", sure="inferred", lacks="publication"
        )
    if last is None:
        return of_match(match, "date", None, "앞에 나온 날이 없어 풀지 못함", sure="inferred", lacks="text")
    day = last.day + timedelta(days=away)
    clock.day_here = day
    return replace(of_match(match, "date", (day, day), f"앞에 나온 {last.day} 기준", "text", "inferred"), loose=True)


def _of_publication(match: re.Match[str], clock: Clock, away: int) -> Found:
    """이날 and 전날 behind days to come that are not meant: of the news, unless they may be of the one day to come.

    조합은 다음 달 5일, 9일 장을 연다. 조합장은 이날 떠났다; but 다음 달 5일 잔치를 연다. 값은 싸다. 이날 공연도 열린다.
    """
    if clock.today is None or (clock.ahead < 2 and not is_over(match.string, match.end())):
        return of_match(match, "date", None, "어느 날인지 앞에서 정하지 못함", sure="inferred", lacks="text")
    clock.day_here = day = clock.today + timedelta(days=away)
    return of_match(match, "date", (day, day), based_on(clock), "publication", "inferred")
