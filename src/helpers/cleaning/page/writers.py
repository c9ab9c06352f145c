"""A line right below the headline that holds but the names of who wrote the article: 박하늘, 박하늘·이솔빛."""

from __future__ import annotations

import re

from helpers.cleaning.evidence import evidence
from helpers.cleaning.habits import habits
from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.looks import plain_look

_NAME = re.compile(r"(?:남궁|황보|제갈|선우|독고|사공|서문|동방)[가-힣]{1,2}|[가-힣]{3}")
_APART = re.compile(r"\s?[·ㆍ,/]\s?|\s")
_MOST = 3  # of them
_HEADLINE = 8  # characters of the line above
_SIGNED = r"(?!(?:[·ㆍ,]\s?[가-힣]{2,4}){0,3}\s?(?:\S{1,4}\s)?(?:기자|특파원|PD))"


def hear_writers(pieces: list[Piece]) -> None:
    """Take for a byline the second line of a file where it is but names, set apart from an article that names them not.

    Whom the article tells of is shown on a picture, or heads a list.
    """
    line = writers_line(pieces)
    if line is None:
        return
    names = _APART.split(pieces[line].text)
    told = re.compile(rf"(?<![가-힣])(?:{'|'.join(names)}){_SIGNED}")
    if not any(piece.kind in ("prose", "turn") and told.search(piece.text) for piece in pieces[line + 1 :]):
        pieces[line].take_for(plain_look("byline"))


def writers_line(pieces: list[Piece]) -> int | None:
    """The second line of a file, right below its first, if it is formed as names are and a blank line is below it."""
    solid = [index for index, piece in enumerate(pieces[:6]) if piece.kind != "blank"]
    if len(solid) < 3 or solid[1] != solid[0] + 1 or solid[2] == solid[1] + 1:
        return None
    head, line = pieces[solid[0]], pieces[solid[1]]
    headed = head.kind == "fragment" and len(head.text) >= _HEADLINE and not line.cut
    return solid[1] if headed and line.kind == "fragment" and _are_names(line.text) else None


def _are_names(text: str) -> bool:
    names = _APART.split(text)
    return len(names) <= _MOST and all(map(_is_name, names))


def _is_name(word: str) -> bool:
    """Is a word three letters that begin with a family name, or a family name of two and one or two more."""
    formed = _NAME.fullmatch(word) is not None and re.match(evidence().surname, word) is not None
    return formed and not is_known(word) and word not in habits().sections
