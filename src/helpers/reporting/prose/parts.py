"""Say how large a part of the whole is, in words that stay true if one sentence was misread.

Rules misread a sentence now and then. The tables give every count with the sentences behind it; prose says only what
would still hold if one of them were counted wrongly.
"""

from __future__ import annotations

from collections.abc import Mapping

from helpers.reporting.messages import Message, message

MANY = 6  # of fewer sentences it says nothing how large a part some of them are
_MOST = 0.75  # of the whole, without one sentence
_NEAR = 0.1  # below the half, of the whole


def part_of(n: int, total: int) -> str:
    """Which part of ``total`` the ``n`` are: "most", "over", "half" or "some"; of a few sentences always "some"."""
    if total < MANY:
        return "some"
    if n - 1 >= _MOST * total:
        return "most"
    if n - 1 > total / 2:
        return "over"
    return "half" if n >= (0.5 - _NEAR) * total else "some"


def shares_of(sizes: Mapping[str, int]) -> Message:
    """Say how several sorts of sentences divide the whole: one prevails, or they are mixed.

    sizes    for each key of the catalogue (a noun: 지지하는 것) how many there are; at least two sorts, of at least one
    returns  "지지하는 것이 대부분이고, 한정하는 것도 있다", "지지하는 것과 반대하는 것이 섞여 있다"
    """
    lead = max(sizes, key=lambda key: sizes[key])
    part = part_of(sizes[lead], sum(sizes.values()))
    rest = [message(key) for key in sizes if key != lead]
    if part in ("most", "over"):
        return message("shares.most" if part == "most" else "shares.over", lead=message(lead), rest=rest)
    return message("shares.mixed", parts=[message(key) for key in sizes])
