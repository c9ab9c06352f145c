"""Korean forms of date and time, as ISO 8601."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

_KOREA = timezone(timedelta(hours=9))
_DATE = re.compile(
    r"(?:(?<=:\d\d)|(?<![\d.]))(?P<year>(?:19|20)\d\d)\s?(?P<separator>[-./]|년)\s?(?P<month>\d{1,2})\s?(?:[-./]|월)\s?(?P<day>\d{1,2})(?!\d)"
    r"(?:\s?[.일])?,?"
    r"(?:\s?[(（]?[월화수목금토일](?:요일)?[)）])?"
    r"(?:[\sT,|]{0,3}\(?(?P<half>오전|오후|AM|PM|am|pm)?\s?(?P<hour>[0-2]?\d)\s?(?::|시)\s?(?P<minute>[0-5]\d)(?:\s?분)?"
    r"(?:(?:(?<=분)|:)\s?(?P<second>[0-5]\d)(?:\.\d+)?초?)?\s?(?P<half_after>AM|PM|am|pm)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?\)?)?"
)


@dataclass(frozen=True)
class Moment:
    """A date with or without a time, where it stands in the text, and its ISO form."""

    start: int
    end: int
    iso: str
    has_time: bool


def moments(text: str) -> list[Moment]:
    """The dates of a text with their times, in order; 13 o'clock PM and the 31st of June are none."""
    found = (_moment(match) for match in _DATE.finditer(text))
    return [moment for moment in found if moment is not None]


def in_korea(iso: str, *, mislabelled: bool = False) -> str:
    """A time in UTC as Korea's clocks show it (``mislabelled``: they showed just this); any other as it is."""
    if not iso.endswith("+00:00"):
        return iso
    if mislabelled:
        return iso.removesuffix("+00:00") + "+09:00"
    seconds = len(iso) > len("2031-02-03T04:05+00:00")
    return datetime.fromisoformat(iso).astimezone(_KOREA).isoformat(timespec="seconds" if seconds else "minutes")


def _moment(match: re.Match[str]) -> Moment | None:
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    if match["hour"] is None:
        return Moment(match.start(), match.end(), day.isoformat(), False)
    hour, half = int(match["hour"]), (match["half"] or match["half_after"] or "").lower()
    if half in ("오후", "pm") and hour < 12:
        hour += 12
    if half in ("오전", "am") and hour == 12:
        hour = 0
    if hour > 23:
        return Moment(match.start(), match.end(), day.isoformat(), False)
    second = f":{match['second']}" if match["second"] else ""
    zone = match["zone"] or "+09:00"
    zone = "+00:00" if zone == "Z" else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}"
    return Moment(match.start(), match.end(), f"{day.isoformat()}T{hour:02d}:{match['minute']}{second}{zone}", True)
