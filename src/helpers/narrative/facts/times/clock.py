"""What day it is for a text: its publication, and the days, months and years that it has named so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from typing import NamedTuple

from helpers.narrative.facts.times.calendar import Days

# Korean news tells time as Korea does.
_KST = timezone(timedelta(hours=9))
_JUST_NOW = 3  # days before publication on which what is reported was said


class Named(NamedTuple):
    """A day, and by what it was resolved: "text" or "publication"."""

    day: date
    by: str | None


@dataclass
class Clock:
    """The day of publication, if it is known, and the days that the article has named so far.

    ``reported`` are days named by their number alone, as news names the day that it reports of; 이날 points to them.
    ``latest`` is the day that was named last; in '3일부터 7일까지' the second takes its month. ``spoken`` is the month,
    quarter or year that the article speaks of, from which 전월 and 전년 동월 are counted; what lies years back is
    spoken of for one sentence only. ``year`` is the year named last, from which 이듬해 is counted, ``month`` the first
    day of the month named last, which 같은 달 means. ``in_sentence``: was a day named in this sentence. ``aside`` is a
    day named in brackets or in a quotation, ``undated``: was one named that only the day of publication would resolve.
    ``dated`` is the day, month or year of this sentence that was named last with its year, ``dated_end`` where it ends;
    ``here`` the day that this sentence reports of; ``in_caption``: the days of a picture are not those of the text.
    ``day_here`` is the day that this sentence named last, of which a clock time in it is. ``said`` is the day on which
    the words in marks that are being read were said, where it is known; ``quoted``: are such words being read.
    ``of_words`` is the day of those that were read last, ``silent`` how many sentences lie between this one and the
    last day named outside of quotations. ``says_which`` asks whether a time at a place of this sentence only says which
    noun is meant. ``named_last`` is the day named last outside of quotations, ``monthly`` the month spoken of last,
    ``months_ago`` how many sentences lie between this one and the month named last. ``ahead`` is how many days to come
    the sentence named that named one last, ``aside_ago`` how many sentences lie between this one and ``aside``.
    ``taken`` is the day of the picture whose caption is read, where that gives it in full at its end.
    """

    published: date | None
    reported: list[Named] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    latest: Named | None = None
    spoken: Days | None = None
    year: int | None = None
    month: date | None = None
    in_sentence: bool = False
    aside: Named | None = None
    undated: bool = False
    dated: Named | None = None
    dated_end: int = 0
    here: Named | None = None
    in_caption: bool = False
    day_here: date | None = None
    said: date | None = None
    quoted: bool = False
    of_words: date | None = None
    silent: int = 0
    says_which: Callable[[int], bool] | None = None
    named_last: Named | None = None
    monthly: Days | None = None
    months_ago: int = 0
    ahead: int = 0
    aside_ago: int = 0
    taken: date | None = None

    @property
    def today(self) -> date | None:
        """The day from which 내일 and 지난달 are counted: in a quotation that of the saying, else of publication."""
        return self.said or self.published

    @property
    def news(self) -> Named | None:
        """The day from which 전날 is counted, if the text names one outside of its captions and quotations."""
        return self.last if self.here or self.reported or self.named else None

    @property
    def last(self) -> Named | None:
        """The day that 이날 points to, if any: that of this sentence, the latest reported of, the one named last."""
        if self.here:
            return self.here
        named = self.named[-1] if self.named else self.aside
        return max(self.reported, default=named, key=lambda named: named.day)

    @property
    def is_left_behind(self) -> bool:
        """Is the day named last yet to come, but one of several or named before the last sentence: 이날 is not it."""
        last = self.last
        if last is None or self.published is None or last.day <= self.published:
            return False
        ago, several = (self.silent, self.ahead > 1) if self.named else (self.aside_ago, False)
        return several or ago > 1

    def day_of_words(self) -> date | None:
        """The day from which 오늘 is counted: in words in marks with no day of their own that of what is reported.

        Who played on the 31st and says 오늘 in a paper of the 1st means the 31st.
        """
        told = max((named.day for named in self.reported), default=None)
        if not self.quoted or self.said or told is None or self.published is None or self.here:
            return self.today
        return told if 0 <= (self.published - told).days <= _JUST_NOW else self.today

    def speak_of(self, days: Days) -> None:
        """Learn of a month, quarter or year, not of a day."""
        self.spoken, self.year = days, days[0].year
        self.month, self.months_ago = days[0].replace(day=1), 0
        if (days[0].year, days[0].month) == (days[1].year, days[1].month):
            self.monthly = days

    def copy(self) -> Clock:
        """A clock to read ahead with."""
        return replace(self, reported=list(self.reported), named=list(self.named))

    def begin_sentence(self) -> None:
        """Speak no longer of what lies years before publication: a record of old, a crisis."""
        self.in_sentence, self.dated, self.here, self.day_here = False, None, None, None
        self.silent += 1
        self.months_ago += 1
        self.aside_ago += 1
        if self.spoken and self.published and self.spoken[1].year < self.published.year - 1:
            self.spoken = None

    def learn(self, day: Named, *, alone: bool, aside: bool = False, moves: bool = False) -> None:
        """Learn of a day; one named by its number ``alone`` is reported of, unless it is yet to come.

        aside  does it stand in brackets or in somebody's words
        moves  does what is told move to it: 지난 3일 총회를 열었다
        """
        if aside or self.quoted or self.in_caption:
            self.aside, self.aside_ago = day, 0
            return
        to_come = self.published is not None and day.day > self.published
        if self.silent:
            self.ahead = 0
        self.ahead += to_come and day != self.named_last
        self.silent, self.named_last = 0, day
        if moves:
            self.reported = []
        reported = (alone or moves) and not to_come
        (self.reported if reported else self.named).append(day)
        self.here = day if reported else self.here
        self.year, self.month, self.months_ago = day.day.year, day.day.replace(day=1), 0


def day_of(published_at: object) -> date | None:
    """The day in Korea of an ISO 8601 text, or None for what is no such text: 22:30 UTC is the next morning there."""
    try:
        moment = datetime.fromisoformat(str(published_at))
        day = (moment.astimezone(_KST) if moment.tzinfo else moment).date()
    except (ValueError, OverflowError):
        return _plain_day(str(published_at))
    return day if 1800 <= day.year <= 2200 else None


def _plain_day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text[:10])
    except ValueError:
        return None
    return day if 1800 <= day.year <= 2200 else None
