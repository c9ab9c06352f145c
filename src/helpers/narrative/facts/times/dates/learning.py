"""What the clock learns from a row of pieces: from which days 이날, 이듬해, 전월 and the end of a span are counted."""

from __future__ import annotations

import re

from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.facts.times.calendar import Days
from helpers.narrative.facts.times.clock import Clock, Named
from helpers.narrative.facts.times.dates.read import Read
from helpers.narrative.facts.times.pieces import TIMES, Row
from helpers.narrative.facts.times.tense import is_planned

# what a month or year stands in comparison with does not become what is spoken of: '지난해 4월(26척)보다'
_COMPARED = re.compile(r"\s?(?:\([^()]{0,40}\))?\s?(?:보다|대비|에 비|[와과] 비교|의 \d|이후|이래)")
_PAST_DAYS = re.compile(r"지난\s?(?:\d|달)")
_SPAN = re.compile(r"부[터턴]|까[지진]")
_CONTEXT = ("year", "short", "near_year", "month", "near_month", "same_month", "direction")
_IS_SO = re.compile(r"(?:이다|였다|이었다)\W*$")
_ACTS = re.compile(longest_first([*TIMES["told"], *TIMES["acts"]]))


def learn(row: Row, read: Read, clock: Clock) -> None:
    """Let ``clock`` know the days to which a row has come."""
    days, pieces = read.days, row.pieces
    if days is None:
        return
    clock.latest = Named(days[1] if pieces["day"] else days[0], read.by)
    clock.in_sentence = bool(pieces["day"])
    clock.day_here = days[1] if pieces["day"] else clock.day_here
    if pieces["year"] or pieces["short"] or pieces["near_year"]:
        clock.dated, clock.dated_end = Named(days[0], read.by), row.end
    alone = not any(pieces[name] for name in _CONTEXT)
    if pieces["day"] and alone and _SPAN.match(row.text, row.end):
        clock.month, clock.months_ago = days[1].replace(day=1), 0  # 22일부터: no day of the news
    elif pieces["day"] and not pieces["first"]:
        alone = alone and not _is_planned_today(row, days, clock)
        aside, moves = _is_aside(row.text, row.start), _moves_to(row, clock)
        clock.learn(Named(days[1], read.by), alone=alone, aside=aside, moves=moves)
    elif not pieces["day"] and not _COMPARED.match(row.text, row.end):
        clock.speak_of(days)


def _is_planned_today(row: Row, days: Days, clock: Clock) -> bool:
    """Is it the day of publication, for which something is planned, so that it is not what is reported of."""
    return clock.published == days[1] and is_planned(row.text, row.end)


def _is_aside(text: str, position: int) -> bool:
    """Does a place stand in brackets or in a quotation."""
    before = text[:position]
    opened = any(before.count(one) > before.count(other) for one, other in ("()", "“”", "‘’"))
    return opened or before.count('"') % 2 == 1


def _moves_to(row: Row, clock: Clock) -> bool:
    """Does what is told move to a day named with 지난, so that 이날 points to it: 지난 3일 총회를 열었다.

    What only happened or was got then (지난달 3일 허가를 받았다) leaves 이날 with the news, unless it opens a sentence.
    """
    text, start = row.text, row.start
    near = row.pieces["direction"] == "지난" or row.pieces["near_month"] == "지난달"
    back = any(word in text[:start] for word in TIMES["looking_back"])
    alone = len(_PAST_DAYS.findall(text)) < 2  # 지난 4일 30척에서 지난 9일 50척으로 moves to neither
    opens = not text[:start].strip() and not _IS_SO.search(text)
    told = opens or _ACTS.search(text, start)
    return bool(near and alone and told and not back and clock.says_which and not clock.says_which(start))
