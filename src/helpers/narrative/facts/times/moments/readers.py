"""The kinds of expressions that are no row of year, month and day, in the order in which they are tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from helpers.narrative.facts.found import Found
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.moments import figures, weeks, words, years

Reader = Callable[[re.Match[str], Clock], Iterator[Found]]
# Tried in this order; what one has taken is closed to the next.
READERS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (figures.DOTTED, figures.read_dotted),
    (years.SEASON, years.read_season),
    (years.OF_REIGN, years.read_of_reign),
    (years.YEARS, years.read_years),
    (years.LIFE, years.read_years),
    (years.IN_BRACKETS, years.read_in_brackets),
    (years.LISTED, years.read_listed),
    (years.DECADE, years.read_decade),
    (years.CENTURY, years.read_century),
    (figures.HELD, figures.read_held),
    (weeks.MONTH_WEEK, weeks.read_month_week),
    (weeks.TURN, weeks.read_turn),
    (weeks.WEEK, weeks.read_week),
    (weeks.NEAR_WEEKDAY, weeks.read_near_weekday),
    (words.WORDS, words.read_word),
)
# After the calendar: what is left of a time.
LEFT: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (figures.TIME_ONLY, figures.read_time),
    (figures.CLOCK_ONLY, figures.read_time),
    (weeks.WEEKDAYS, weeks.read_weekday),
)
