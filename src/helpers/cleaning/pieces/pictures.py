"""An agency's picture between paragraphs of its article: what it is called, what is seen, who took it, (끝).

'온새항 등대 둘러보는 군수(온새=하늘통신) 박하늘 기자 = 군수가 등대를 둘러보고 있다. / naru@… / (끝)':
the article opened in the same words, and goes on below.
"""

from __future__ import annotations

import re

from helpers.cleaning.pieces.agency import is_agency_opening, is_named, is_seen
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.forms import SENTENCE
from helpers.cleaning.pieces.looks import plain_look

_END = re.compile(r"[(<\[]\s?끝\s?[)>\]]")
_TOLD = 2  # sentences of the article, at least, above such a picture
_NAMES = ("fragment", "item")
_LONGEST = 60  # characters of what a picture is called
_OWNED = re.compile(r"[가-힣]\s?[©ⓒ]\s?[가-힣A-Za-z0-9]{2,12}\Z")  # 물레 서비스 화면 © 하늘통신: no word of the site's
_LAST_SEEN = re.compile(r"[고어아]\s있다\.?\Z")


def hear_pictures(pieces: list[Piece]) -> None:
    """Take for a caption such a picture with what it is called, for its credit the mail, and (끝) for no end;
    for one, too, a line of a site's words that was cut and ends in whose picture it is."""
    solid = [piece for piece in pieces if piece.kind not in ("blank", "markup")]
    for piece in solid:
        if piece.kind == "talk?" and piece.cut and _OWNED.search(piece.text):
            piece.take_for(plain_look("caption"))
    told = 0
    for number, piece in enumerate(solid):
        below = solid[number + 1 : number + 3]
        seen = is_seen(piece.text) and _LAST_SEEN.search(piece.text)
        shown = piece.kind == "caption" or seen or (piece.cut and is_named(piece.text))
        if told >= _TOLD and shown and is_agency_opening(piece.text):
            if piece.kind == "prose" and below and _is_credit(below[0]):
                piece.take_for(plain_look("caption"))
                below[0].take_for(plain_look("credit"))
                if len(below) > 1 and _END.fullmatch(below[1].text):
                    below[1].take_for(plain_look("mark"))
            _name(solid, number)
        told += len(SENTENCE.findall(piece.text)) if piece.kind == "prose" else 0


def _is_credit(piece: Piece) -> bool:
    """Is a line the address of who took a picture, with or without the day."""
    return piece.kind in ("mail", "credit") or (piece.kind == "date" and "@" in piece.text)


def _name(solid: list[Piece], number: int) -> None:
    """Take for a caption what a picture is called: a few words before it on its line."""
    piece, before = solid[number], solid[number - 1]
    same = piece.cut and before.line == piece.line and before.kind in _NAMES
    if piece.kind == "caption" and same and len(before.text) <= _LONGEST:
        before.take_for(plain_look("caption"))
