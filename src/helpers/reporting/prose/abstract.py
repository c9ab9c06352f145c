"""The abstract in English, of the same counts as the findings."""

from __future__ import annotations

from markupsafe import Markup

from helpers.reporting.messages import Message, message, plain
from helpers.reporting.prose.reading import Reading
from helpers.reporting.prose.status import status
from helpers.reporting.saying import Displayable


def abstract_en(reading: Reading) -> Displayable:
    """What was read and how, how much bears on the thesis, and what the figures do not say."""
    text = plain([*_what(reading), *_weight(reading), message("abstract.caveat")], language="en")
    return Displayable(str(Markup('<p lang="en">{}</p>').format(text)), text)


def _what(reading: Reading) -> list[Message]:
    outlets = list(dict.fromkeys(reading.articles["outlet"].dropna()))[:3]
    days = sorted({str(day)[:10] for day in reading.articles["published_at"].dropna()})
    about = [*outlets, " to ".join(dict.fromkeys([days[0], days[-1]]))] if days else outlets
    n, thesis = len(reading.articles), " ".join(reading.study.thesis.split())
    opening = message("abstract.reads_from", n=n, about=", ".join(about)) if about else message("abstract.reads", n=n)
    if status(reading):
        return [opening, message("abstract.unfinished")]
    return [opening, message("abstract.asks", thesis=thesis), message("abstract.rules", n=len(reading.codebook.codes))]


def _weight(reading: Reading) -> list[Message]:
    everything, n = len(reading.sentences), reading.bearing()
    if status(reading):
        return []
    if not n:
        return [message("abstract.none", all=everything)]
    return [message("abstract.weight", all=everything, n=n)]
