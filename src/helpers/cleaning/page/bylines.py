"""A byline in brackets: [하늘일보 박하늘 기자], [하늘POP=박하늘 기자], [나루시 공동취재단·하늘경제 박하늘 기자]."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from helpers.cleaning.evidence import evidence
from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.page.beside import is_name

_WORDS = re.compile(r"[\s=/|ㅣ·ㆍ,]+")


class Byline(NamedTuple):
    """What a byline in brackets names; None for what it does not."""

    outlet: str | None
    reporter: str | None


def read_byline(text: str) -> Byline:
    """The outlet and the first reporter, with his or her office, of the byline in brackets that opens a text.

    A word before the reporter is the outlet where it is one's name. Behind it, and behind a place and '=', the first
    word that is formed as a name is the reporter.
    """
    found = _bracketed().match(text)
    if found is None:
        return Byline(None, None)
    inside = found["inside"]
    words = [word for word in _WORDS.split(inside) if word]
    outlet = next((word for word in words if is_known(word)), None)
    behind = inside[inside.find("=") + 1 :]
    if outlet and outlet in behind and behind.strip() != outlet:
        behind = behind[behind.find(outlet) + len(outlet) :] or behind
    names = [word for word in _WORDS.split(behind) if is_name(word) and not is_known(word)]
    names = names or [word for word in words if is_name(word) and not is_known(word)]
    return Byline(outlet, f"{names[0]} {found['job']}" if names else None)


@lru_cache(maxsize=1)
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"\s?[(\[【](?P<inside>[^()\[\]【】\n“”\"]{{4,60}}?)\s?(?P<job>{evidence().job})\s?[)\]】]")
