"""Sections 7 and 8 of the narrative: what the reading cannot show, and what is left without the weak parts."""

from __future__ import annotations

from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.reading import Reading
from helpers.reporting.saying import Displayable

_FEW = 3
FRONT = ("title", "deck", "subhead")  # what repeats the body in other places


def what_it_cannot_show(reading: Reading) -> Displayable:
    """What no number here can say: of the world, of other articles, of what an article leaves out."""
    key = "limits.articles" if reading.several else "limits.article"
    codes = len(reading.codebook.codes)
    return paragraphs([message("limits.argues"), message(key), message("limits.unasked", codes=codes)])


def what_would_weaken(reading: Reading) -> Displayable:
    """What is left of the support without its weakest parts, and which claims rest on least.

    No support gives an empty displayable.
    """
    return paragraphs(without_weak_parts(reading), thin_claims(reading))


def without_weak_parts(reading: Reading) -> list[Message]:
    """How the support shrinks when a part that a doubter would not accept is left out."""
    n = reading.counts()["supports"]
    fronts = [reading.measure("section", stance="supports", group=section).n for section in FRONT]
    left = {
        "weaken.front": n - sum(fronts),
        "weaken.unnamed": n - reading.measure("voice", stance="supports", group="unnamed").n,
        "weaken.unchecked": reading.measure("checkable", stance="supports").n,
    }
    weak = {key: rest for key, rest in left.items() if rest < n}
    if n < _FEW or not weak:
        return []
    said = [
        message("weaken.left", what=message(key), n=rest) if rest else message("weaken.nothing_left", what=message(key))
        for key, rest in weak.items()
    ]
    return [message("weaken.support", n=n), *said]


def thin_claims(reading: Reading) -> list[Message]:
    """The claims that rest on one sentence, and those that are doubted as often as they are supported."""
    counts = {claim: reading.counts(claim) for claim in reading.claims}
    if len(counts) < 2:
        return []
    thin = [reading.claim(claim) for claim, n in counts.items() if n["supports"] == 1]
    chosen = [message("weaken.one_sentence", claims=thin)] if thin else []
    for claim, n in counts.items():
        supports, against = n["supports"], n["qualifies"] + n["opposes"]
        if supports and against >= supports:
            chosen.append(message("weaken.doubted", claim=reading.claim(claim), supports=supports, against=against))
    return chosen
