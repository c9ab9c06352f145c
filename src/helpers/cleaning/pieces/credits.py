"""Captions whose credit was cut from them, as a notice or a date of its own: 나루교 [나루시 제공. 재판매 DB 금지]."""

from __future__ import annotations

import re
from itertools import pairwise

from helpers.cleaning.pieces.agency import is_seen
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.forms import DATELINE, PLAIN_END, SENTENCE
from helpers.cleaning.pieces.looks import plain_look

_OF_PICTURE = re.compile(
    r"[\[(<][^\[\]\n]{0,40}?(?:재판매|DB\s?(?:및\s)?금지|자료\s?사진)|[^가-힣\n]{0,120}재판매\s?(?:및|,)?\s?DB"
)
_TAKEN_ON = re.compile(r"20\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?\s?(?:[A-Za-z0-9._+-]{2,40}@|[가-힣]{2,4}\s?기자|/|[ⓒ©])")
_SIGNED = re.compile(r"[▲△▼▽◀▶]\s?[가-힣A-Za-z\d]")
_SHOWS = re.compile(r"(?:고|어|아)\s있(?:다|는)\.?\Z")  # what is seen on a picture: 걷고 있다
# an agency's picture below its article: (나루=하늘통신) 이솔빛 기자 = 배가 서 있다. 2031.10.24
_DATED = re.compile(r"(?P<shown>.{12,320}?)\s20\d\d\.\s?\d{1,2}\.\s?\d{1,2}\.?\Z")
_BODY = 2  # paragraphs of an article, at least, above such a picture
_MOST_SHOWN = 2  # sentences of what it shows
_CANDIDATES = ("prose", "fragment", "item", "foreign", "teaser")
_LONGEST = 220
_AFTER = 2  # paragraphs right after a picture's reporter: an article that he ends has none


def hear_credits(pieces: list[Piece]) -> None:
    """Take for a caption what stands before the credit of a picture, on its line or on the line above it.

    The first words of a page are its title's, even where a picture's credit is glued to them.
    """
    solid = [piece for piece in pieces if piece.kind not in ("blank", "markup")]
    titled = False
    if solid and _SIGNED.match(solid[0].text) and _SHOWS.search(solid[0].text) and _may_be_caption(solid[0], True):
        solid[0].take_for(plain_look("caption"))  # ▲ … 걷고 있다: no headline ends so
    for place, (before, credit) in enumerate(pairwise(solid)):
        same_line = credit.cut and credit.line == before.line
        credited = _is_credit(credit, same_line) or (
            same_line and credit.kind == "mail" and _is_taken(before, solid[place + 2 : place + 2 + _AFTER])
        )
        if credited and (titled or _SHOWS.search(before.text)) and _may_be_caption(before, same_line):
            before.take_for(plain_look("caption"))
            credit.take_for(plain_look("credit") if credit.kind != "notice" else credit.seen)
        titled = titled or before.kind in _CANDIDATES


def hear_dated(pieces: list[Piece]) -> None:
    """Take for a caption what an agency prints of its picture below the article, and the title before it."""
    solid = [piece for piece in pieces if piece.kind not in ("blank", "markup")]
    told = 0
    for number, piece in enumerate(solid):
        before = solid[number - 1] if number else None
        if told >= _BODY and piece.kind in ("prose", "caption") and _is_dated_picture(piece.text):
            piece.take_for(plain_look("caption"))
            if before and piece.cut and before.line == piece.line and before.kind in _CANDIDATES:
                before.take_for(plain_look("caption"))
        told += piece.kind == "prose"


def _is_dated_picture(text: str) -> bool:
    """Does a line open with an agency's place and end with what is seen and a full date."""
    line = DATELINE.match(text)
    found = _DATED.fullmatch(text, line.end()) if line else None
    shown = found["shown"] if found else ""
    return bool(_SHOWS.search(shown)) and len(SENTENCE.findall(shown)) <= _MOST_SHOWN


def _is_credit(piece: Piece, same_line: bool) -> bool:
    if piece.kind == "notice":
        return _OF_PICTURE.match(piece.text) is not None
    return same_line and piece.kind in ("date", "mail", "byline") and _TAKEN_ON.match(piece.text) is not None


def _is_taken(before: Piece, after: list[Piece]) -> bool:
    """Does a reporter's mail follow the one sentence that says what is seen, and the article after it."""
    seen = _SHOWS.search(before.text) is not None and len(SENTENCE.findall(before.text)) == 1
    return seen and sum(piece.kind == "prose" for piece in after) == _AFTER


def _may_be_caption(piece: Piece, same_line: bool) -> bool:
    """Is a line short enough for one; above its credit only if it is no sentence, or says what is seen."""
    if same_line and piece.kind in _CANDIDATES and is_seen(piece.text):
        return True
    if piece.kind not in _CANDIDATES or len(piece.text) > _LONGEST or len(SENTENCE.findall(piece.text)) > 2:
        return False
    return same_line or not PLAIN_END.search(piece.text) or bool(_SHOWS.search(piece.text))
