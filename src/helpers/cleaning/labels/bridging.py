"""What stands between two paragraphs of an article and does not end it: buttons, links, a second headline."""

from __future__ import annotations

import re
from itertools import pairwise

from helpers.cleaning.evidence import evidence
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.forms import SENTENCE
from helpers.cleaning.pieces.second import between as between_articles
from helpers.cleaning.pieces.second import second_headline, solid_of

ENDS = re.compile(r"(?:[.?!…”\"'’)\]〉>】]|[다요까음함임됨])\s?\Z")
_INTERRUPTIONS = frozenset({"control", "counter", "talk", "talk?", "foreign", "fragment", "byline"})
_LINKED_TO = re.compile(r"\W{0,3}(?:관련|연관)\s?(?:기사|뉴스|글)\s?[:：>]")
_MOST_LINKS = 5  # of them between two paragraphs
_SEVERAL = 2  # sentences of a last paragraph
_MOST_OTHERS = 2  # short lines beside such links


def bridge(pieces: list[Piece], weights: list[float]) -> None:
    """Raise the weight of what only interrupts an article, so that the article goes on past it."""
    _bridge(pieces, weights)
    _bridge_links(pieces, weights)
    _join(pieces, weights)


def _bridge(pieces: list[Piece], weights: list[float]) -> None:
    """One or two controls or the like between two lines of prose interrupt an article, and do not end it."""
    solid = [i for i, piece in enumerate(pieces) if piece.kind != "blank"]
    for n, first in enumerate(solid[:-2]):
        if weights[first] <= 0 or pieces[first].kind not in ("prose", "turn"):
            continue
        for width in (1, 2):
            after = solid[n + width + 1] if n + width + 1 < len(solid) else None
            between = solid[n + 1 : n + 1 + width]
            if after is None or not all(pieces[i].kind in _INTERRUPTIONS for i in between):
                break
            if weights[after] > 0 and pieces[after].kind in ("prose", "turn"):
                for i in between:
                    weights[i] = max(weights[i], evidence().around["interrupts"])
                break


def _bridge_links(pieces: list[Piece], weights: list[float]) -> None:
    """Links to other articles with a word for them (관련기사: …) between two full paragraphs end no article."""
    if not any(piece.kind == "teaser" and _LINKED_TO.match(piece.text) for piece in pieces):
        return
    solid = [i for i, piece in enumerate(pieces) if piece.kind != "blank"]
    full = [n for n, i in enumerate(solid) if pieces[i].kind == "prose" and ENDS.search(pieces[i].text)]
    for before, after in pairwise(full):
        between = solid[before + 1 : after]
        links = [i for i in between if pieces[i].kind == "teaser" and _LINKED_TO.match(pieces[i].text)]
        others = [i for i in between if i not in links]
        few = 0 < len(links) <= _MOST_LINKS and len(others) <= _MOST_OTHERS
        goes_on = min(weights[solid[before]], weights[solid[after]]) > 0 and not is_linked(pieces[solid[after]])
        if few and goes_on and all(pieces[i].kind in _INTERRUPTIONS for i in others):
            for i in between:
                weights[i] = max(weights[i], evidence().around["interrupts"])


def _join(pieces: list[Piece], weights: list[float]) -> None:
    """Two articles of one file are read together, and what stands between them divides them no further."""
    head = second_headline(pieces)
    if head is not None:
        for way in (range(head, -1, -1), range(head, len(pieces))):
            for index in between_articles(pieces, solid_of(pieces, way)):
                weights[index] = max(weights[index], evidence().around["between articles"])


def is_linked(piece: Piece) -> bool:
    return bool(piece.mark and piece.mark.linked * 10 > piece.mark.characters * 6)


def ends_text(pieces: list[Piece], after: list[int], place: int) -> bool:
    """Is one of the pieces ``after`` the last of a plain text, and a paragraph of several sentences: the article's."""
    if (
        place + 1 != len(after)
        or pieces[after[place]].mark
        or any(p.kind != "blank" for p in pieces[after[place] + 1 :])
    ):
        return False
    text = pieces[after[place]].text
    return text.endswith("다.") and len(SENTENCE.findall(text)) >= _SEVERAL
