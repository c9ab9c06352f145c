"""Lines that hold nothing but a name beside the headline or the time: whose article it is, and who wrote it."""

from __future__ import annotations

import re

from helpers.cleaning.evidence import evidence
from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.outlet_names import is_known, is_programme
from helpers.cleaning.pieces.cutting import Piece

_WRITER = re.compile(r"[가-힣]{3,4}")
_PERSON = re.compile(r"[가-힣]{2,4}(?:\s[가-힣]{1,10}){0,2}")
_BRACKETS = "[]【】 "
_ABOVE = 12  # pieces before the article among which its outlet and reporter are named


def label_names(pieces: list[Piece], title: int | None, start: int) -> None:
    """Say of lines outside of the article that they are the outlet's name alone, or the reporter's.

    title, start  the headline's piece and the article's first; a reporter's bare name stands beside the time, and on
                  its other side the headline or the outlet; an outlet's stands beside the headline, or last
    """
    solid = [index for index, piece in enumerate(pieces) if piece.kind not in ("blank", "counter", "control")]
    head = title if title is not None else start
    for place, index in enumerate(solid):
        piece = pieces[index]
        at_edge = head - _ABOVE <= index < start or place == len(solid) - 1
        if piece.rule == "outside" and at_edge and piece.kind != "item":
            if is_programme(piece.text):
                piece.judge(evidence().places["programme_name"])
            elif is_known(piece.text):
                piece.judge(evidence().places["outlet_name"])
    for piece in pieces[max(head - _ABOVE, 0) : start]:
        if piece.rule == "control" and squeeze(piece.text) in habits().outlets and is_known(piece.text):
            piece.judge(evidence().places["outlet_name"])  # a name with a number, as buttons are (뉴스1)
    _label_mark(pieces, title)
    for place, index in enumerate(solid):
        piece = pieces[index]
        if piece.rule != "outside" or not is_name(piece.text.strip(" •·-")) or index < start - _ABOVE or index > start:
            continue
        beside = [solid[at] for at in (place - 1, place + 1) if 0 <= at < len(solid)]
        timed = [i for i in beside if pieces[i].kind == "date"]
        known = [i for i in beside if pieces[i].rule in ("title", "title_again", "outlet_name")]
        if timed and (known or len(timed) == 2):
            piece.judge(evidence().places["reporter_name"])


def _label_mark(pieces: list[Piece], title: int | None) -> None:
    """Say of an outlet's name in brackets, with no picture above it, that it is the article's.

    It stands right below the headline, the time and the reporter.
    """
    if title is None:
        return
    for piece in pieces[title + 1 : title + 1 + _ABOVE]:
        if piece.rule == "picture_credit" and is_known(piece.text.strip(_BRACKETS)):
            piece.judge(evidence().places["outlet_name"])
        elif piece.kind != "blank" and piece.label not in ("date", "byline"):
            return


def show_pictured(pieces: list[Piece], title: int | None, start: int) -> None:
    """A line above the article that holds but the name of somebody of whom it tells is what a picture shows."""
    body = " ".join(piece.text for piece in pieces if piece.kept and piece.label == "body")
    first = start - _ABOVE if title is None else title + 1
    for piece in pieces[max(first, 0) : start]:
        named = piece.rule == "outside" and _PERSON.fullmatch(piece.text) and is_name(piece.text.split()[0])
        if named and re.search(rf"(?<![가-힣]){piece.text}(?!\s?(?:기자|특파원|앵커))", body):
            piece.judge(evidence().places["caption_name"])


def is_name(text: str) -> bool:
    """Is a line a Korean name: a word of three or four letters that begins with a family name."""
    formed = _WRITER.fullmatch(text) is not None and re.match(evidence().surname, text) is not None
    return formed and not is_known(text)
