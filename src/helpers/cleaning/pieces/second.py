"""Two articles in one saved text, one after the other: where the headline of the second stands."""

from __future__ import annotations

import re
from itertools import takewhile

from helpers.cleaning.evidence import evidence
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.forms import DATELINE

_BETWEEN = frozenset({"fragment", "control", "counter", "talk?", "talk", "date", "item"})
_ENDED = re.compile(r"[가-힣][.]\Z")
_SHORTEST, _LONGEST = 8, 80  # characters of a headline
_MOST = 30  # lines between the prose of the two


def second_headline(pieces: list[Piece]) -> int | None:
    """The headline of the second of two articles; None where there is one article.

    It stands right above a time, and each of the two begins with its place and agency (나루=하늘통신). Where something
    that ends a page is between them, the second is one that the site offers. An HTML page says where its article is.
    """
    solid = solid_of(pieces, range(len(pieces)))
    begun = next((place for place, index in enumerate(solid) if _opens(pieces[index])), len(solid))
    for place in range(begun + 2, len(solid)):
        head, time = pieces[solid[place - 1]], pieces[solid[place]]
        if time.kind == "date" and time.mark is None and _is_headline(head) and _has_time(time):
            last = place - 1 - len(between(pieces, solid[max(place - _MOST, 0) : place][::-1]))
            first = place + len(between(pieces, solid[place : place + _MOST]))
            goes_on = first < len(solid) and _opens(pieces[solid[first]])
            if goes_on and last >= begun and pieces[solid[last]].kind == "prose":
                return solid[place - 1]
    return None


def solid_of(pieces: list[Piece], way: range) -> list[int]:
    """The indexes of a way through the pieces without those of blank lines and of markup alone."""
    return [index for index in way if pieces[index].kind not in ("blank", "markup")]


def between(pieces: list[Piece], indexes: list[int]) -> list[int]:
    """The first of the pieces that are neither prose nor end a page."""
    return list(takewhile(lambda index: pieces[index].kind in _BETWEEN, indexes))


def show_second(pieces: list[Piece], title: int) -> None:
    """Say of the second headline that it is one, of the first that it is another article's, and drop what stands
    between the prose of the first and the second headline: a subhead has prose below it."""
    pieces[title].judge(evidence().places["second_title"])
    solid = solid_of(pieces, range(title))
    for index in between(pieces, solid[::-1]):
        if pieces[index].kept:
            pieces[index].judge(evidence().places["outside"])
    begun = next(place for place, index in enumerate(solid) if _opens(pieces[index]))
    above = pieces[solid[begun - 1]] if begun else None
    if above and above.kept and _is_headline(above):
        above.judge(evidence().places["other_title"])


def _is_headline(piece: Piece) -> bool:
    size = len(piece.text)
    return piece.kind in ("fragment", "item") and _SHORTEST <= size <= _LONGEST and not _ENDED.search(piece.text)


def _has_time(piece: Piece) -> bool:
    return any(moment.has_time for moment in moments(piece.text))


def _opens(piece: Piece) -> bool:
    """Is a piece the first paragraph of an article, with its place and agency."""
    return piece.kind == "prose" and DATELINE.match(piece.text) is not None
