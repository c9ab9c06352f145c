"""Lists that an article makes itself: lines numbered one after another, with its prose on both sides."""

from __future__ import annotations

import re

from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.looks import plain_look

_NUMBERED = re.compile(r"(?:[(\[]?(\d{1,2})[.)\]]|([①-⑳]))\s?(?=\S)")
_ORDER = re.compile(r"(?:글|기사)\s?싣는\s?(?:순서|차례)[\])>〉】]?\s?\Z")
# the number of a part: ① (1) 1회 <상>
_PART = re.compile(
    r"\W{0,2}(?:[①-⑳❶-❿]|\d{1,2}\s?(?:회|부|편|화)?(?=[\W])|제?\d{1,2}\s?(?:회|부|편|화)|[상중하上中下](?=\W)|프롤로그|에필로그)"
)
_HEAD = 40  # characters of the head of such an index
_SPOKEN = ("prose", "turn")
_LEAST = 3  # lines of a list
_MOST = 400  # characters of one of them


def hear_lists(pieces: list[Piece]) -> None:
    """Take for the article's own the lines of a list that is numbered without a gap and stands between its prose.

    A list of the most read is numbered too: it has links, or no prose right after it.
    """
    solid = [piece for piece in pieces if piece.kind not in ("blank", "markup")]
    at = 1
    while at < len(solid):
        end = _end_of_list(solid, at)
        if end - at >= _LEAST and solid[at - 1].kind in _SPOKEN and end < len(solid) and solid[end].kind in _SPOKEN:
            for piece in solid[at:end]:
                if piece.kind not in _SPOKEN:
                    piece.take_for(plain_look("list line"))
        at = max(end, at + 1)


def hear_series(pieces: list[Piece]) -> None:
    """Take for the index of a series the head that announces the order of its parts, and the short lines below it."""
    within = False
    for piece in pieces:
        if piece.kind in ("blank", "markup"):
            continue
        headed = len(piece.text) <= _HEAD and _ORDER.search(piece.text) is not None
        part = within and piece.kind in ("fragment", "item", "list line") and _PART.match(piece.text)
        within = headed or bool(part)
        if within:
            piece.take_for(plain_look("series index"))


def _end_of_list(solid: list[Piece], at: int) -> int:
    """The place after the last of the lines from ``at`` on that are numbered 1, 2, 3 …; ``at`` where none are."""
    end = at
    while end < len(solid) and _number(solid[end]) == end - at + 1:
        end += 1
    return end


def _number(piece: Piece) -> int | None:
    """The number that a line begins with, if it is no link."""
    found = _NUMBERED.match(piece.text) if len(piece.text) <= _MOST else None
    linked = piece.mark is not None and piece.mark.linked * 2 > piece.mark.characters
    if found is None or linked or piece.kind in ("date", "notice", "mail"):
        return None
    return int(found[1]) if found[1] else ord(found[2]) - ord("①") + 1
