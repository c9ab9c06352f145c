"""Forms of date and time that Korean pages print, as ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

_KOREA = timezone(timedelta(hours=9))
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<name>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_CLOCK = (
    r"[\sT,|–-]{0,3}[(\[]?(?P<half>오전|오후|AM|PM|am|pm)?\s?(?P<hour>[0-2]?\d)\s?(?::|시)\s?(?P<minute>[0-5]\d)(?:\s?분)?"
    r"(?:(?:(?<=분)|:)\s?(?P<second>[0-5]\d)(?:\.\d+)?초?)?\s?(?P<half_after>AM|PM|am|pm)?"
    r"\s?(?P<zone>Z|GMT|UTC|[+-]\d\d:?\d\d)?[)\]]?"
)
_FORMS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:(?<=:\d\d)|(?<![\d.])){_YEAR}\s?(?:[-./]|년)\s?(?P<month>\d{{1,2}})\s?(?:[-./]|월)\s?"
        r"(?P<day>\d{1,2}(?!\d)|\d\d(?=\d\d:\d\d))(?:\s?[.일])?,?(?:\s?[(（]?[월화수목금토일](?:요일)?[)）])?"
        rf"(?:\s?[월화수목금토일]요일)?(?:{_CLOCK})?",
        rf"(?<![\d./-])(?P<year>[0-4]\d)(?P<mark>[.-])(?P<month>[01]\d)(?P=mark)(?P<day>[0-3]\d)\.?\s{_CLOCK}",
        rf"\b{_MONTH}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[.,]?\s{_YEAR}(?!\d)(?:{_CLOCK})?",
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{_MONTH},?\s{_YEAR}(?!\d)(?:{_CLOCK})?",
        rf"(?<![\d./-])(?P<month>\d{{1,2}})(?P<mark>[./-])(?P<day>\d{{1,2}})(?P=mark){_YEAR}\s{_CLOCK}",
    )
)
_ANY = re.compile(r"(?:19|20)\d\d|\d\d[.-]\d\d[.-]\d\d\.?\s")
_SHORT = 200  # characters of a line that is asked for its times again and again
_STAMP = re.compile(r"\s*((?:19|20)\d\d)([01]\d)([0-3]\d)(?:T?([0-2]\d)([0-5]\d)([0-5]\d)?)?\s*\Z")
_SECONDS = re.compile(r"\s*(1\d{9})(?:\d{3})?\s*\Z")


@dataclass(frozen=True)
class Moment:
    """A date with or without a time, where it stands in the text, and its ISO form."""

    start: int
    end: int
    iso: str
    has_time: bool


def moments(text: str) -> list[Moment]:
    """The dates of a text with their times, in order; 13 o'clock PM and the 31st of June are none.

    A year of two digits, and a month before its day in figures, are read only where a time follows.
    """
    if not _ANY.search(text):
        return []
    return list(_remembered(text) if len(text) <= _SHORT else _moments(text))


@lru_cache(maxsize=1024)
def _remembered(text: str) -> tuple[Moment, ...]:
    return _moments(text)


def _moments(text: str) -> tuple[Moment, ...]:
    found = sorted(
        (moment for form in _FORMS for match in form.finditer(text) if (moment := _moment(match))),
        key=lambda moment: (moment.start, -moment.end),
    )
    apart: list[Moment] = []
    for moment in found:
        if not apart or moment.start >= apart[-1].end:
            apart.append(moment)
    return tuple(apart)


def told(text: str) -> Moment | None:
    """The moment that a page's own data names: as ``moments`` does, as digits alone, or as seconds since 1970."""
    found = moments(text)
    if found:
        return found[0]
    if seconds := _SECONDS.match(text):
        moment = datetime.fromtimestamp(int(seconds[1]), UTC).astimezone(_KOREA)
        return Moment(0, len(text), moment.isoformat(timespec="minutes"), True)
    if stamp := _STAMP.match(text):
        year, month, day, hour, minute, _ = stamp.groups()
        written = f"{year}-{month}-{day}" + (f" {hour}:{minute}" if hour else "")
        return next(iter(moments(written)), None)
    return None


def in_korea(iso: str, *, mislabelled: bool = False) -> str:
    """A time in UTC as Korea's clocks show it (``mislabelled``: they showed just this); any other as it is."""
    if not iso.endswith("+00:00"):
        return iso
    if mislabelled:
        return iso.removesuffix("+00:00") + "+09:00"
    seconds = len(iso) > len("2031-02-03T04:05+00:00")
    return datetime.fromisoformat(iso).astimezone(_KOREA).isoformat(timespec="seconds" if seconds else "minutes")


def _moment(match: re.Match[str]) -> Moment | None:
    said = match.groupdict()
    month = _MONTHS.index(said["name"].lower()) + 1 if said.get("name") else int(said["month"])
    year = int(said["year"])
    try:
        day = date(year if year > 99 else 2000 + year, month, int(said["day"]))
    except ValueError:
        return None
    if said["hour"] is None:
        return Moment(match.start(), match.end(), day.isoformat(), False)
    hour, half = int(said["hour"]), (said["half"] or said["half_after"] or "").lower()
    if half in ("오후", "pm") and hour < 12:
        hour += 12
    if half in ("오전", "am") and hour == 12:
        hour = 0
    if hour > 23:
        return Moment(match.start(), match.end(), day.isoformat(), False)
    second = f":{said['second']}" if said["second"] else ""
    iso = f"{day.isoformat()}T{hour:02d}:{said['minute']}{second}{_zone(said['zone'])}"
    return Moment(match.start(), match.end(), iso, True)


def _zone(written: str | None) -> str:
    if written is None:
        return "+09:00"
    if written in ("Z", "GMT", "UTC"):
        return "+00:00"
    return written if ":" in written else f"{written[:3]}:{written[3:]}"
