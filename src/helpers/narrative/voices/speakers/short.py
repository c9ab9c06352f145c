"""Short forms by a family name: 김씨, 김 과장, 정 전 부총장, 박 대표 권한대행."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.naming import title_in

_FORM = re.compile(
    r"(?P<surname>[가-힣])(?:(?P<called>씨|군|양)|\s(?:(?:전|현|신임)\s)?(?P<title>\S+?)(?:\s(?P<holding>\S+))?)"
)


@dataclass(frozen=True)
class Short:
    """A family name with what its bearer is called; ``holding`` tells how he holds the office: 직무대행, 내정자."""

    surname: str
    title: str
    holding: str = ""


def short_form(phrase: str) -> Short | None:
    """The family name and the title of a phrase that is made of nothing else; None of any other phrase."""
    found = _FORM.fullmatch(phrase)
    if found is None or found["surname"] not in listed("voices", "surnames"):
        return None
    if found["called"]:
        return Short(found["surname"], found["called"])
    title, holding = found["title"], found["holding"] or ""
    to_hold = listed("voices", "to_hold")
    known = title_in(title) or (title in to_hold and not holding)
    held = not holding or holding in to_hold | listed("voices", "stand_ins")
    return Short(found["surname"], title, holding) if known and held else None
