"""What a page prints twice: a video's description and then the body, a caption, a summary."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from helpers.cleaning.evidence import evidence
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.looks import Look

_SENTENCE_END = re.compile(r"(?<=[가-힣][.?!])\s+|(?<=다\.)(?=[가-힣“\"])")
_MOST = 20_000
_SHORT = 1000  # characters of a paragraph that is asked for its sentences again and again
_LEAST = 3  # sentences printed twice that make a second print of a text

_BELOW = 5  # pieces between the head of a summary and its text

Boxes = Sequence[tuple[int, bool]]


def forget_other_print(pieces: list[Piece], boxes: Boxes = ()) -> None:
    """Where a page prints a text twice, mark the print that is not the article's; the article keeps its own order.

    The print with more prose around it is the article's; of two alike, the one that the page's names do not call a
    menu or a layer, that they call the article, and that is divided into more paragraphs.
    """
    found = _prints(pieces)
    if found is None:
        return
    first, second = found
    summed_up = any(piece.kind == "summary head" for piece in pieces[max(first[0] - _BELOW, 0) : first[0]])
    loser = first if summed_up or _rank(pieces, second, boxes) > _rank(pieces, first, boxes) else second
    for index in loser:
        pieces[index].take_for(Look("again", evidence().weights["again"]))


def _prints(pieces: list[Piece]) -> tuple[list[int], list[int]] | None:
    """The lines of the first and of the second print of a text; None where nothing of some length is printed twice."""
    places: dict[str, list[int]] = {}
    own: dict[int, list[str]] = {}
    for index, piece in enumerate(pieces):
        if piece.kind in ("prose", "talk?", "teaser") and len(piece.text) >= 20:
            own[index] = [sentence for sentence in sentences_of(piece.text) if len(sentence) >= 15]
            for sentence in own[index]:
                places.setdefault(sentence, []).append(index)
    twice = {sentence: at for sentence, at in places.items() if at[0] != at[-1]}
    if len(twice) < _LEAST:
        return None
    border = min(at[-1] for at in twice.values())
    if any(at[0] >= border for at in twice.values()):
        return None
    whole = [i for i, said in own.items() if said and sum(s in twice for s in said) * 10 >= 8 * len(said)]
    first, second = [i for i in whole if i < border], [i for i in whole if i >= border]
    return (first, second) if first and second else None


def _rank(pieces: list[Piece], lines: list[int], boxes: Boxes) -> tuple[int, int, int, int]:
    around = range(lines[0], lines[-1] + 1)
    prose = sum(len(pieces[i].text) for i in around if pieces[i].kind == "prose")
    marks = [mark for i in lines if (mark := pieces[i].mark)]
    free = sum(mark.place not in ("chrome", "caption") for mark in marks)
    named = sum(_is_named(mark.box, boxes) for mark in marks)
    return prose // max(200, prose // 5), int(free * 2 > len(marks)), int(named * 2 > len(marks)), len(lines)


def _is_named(box: int, boxes: Boxes) -> bool:
    for _ in range(60):
        if box < 0 or box >= len(boxes):
            return False
        if boxes[box][1]:
            return True
        box = boxes[box][0]
    return False


class Seen:
    """What has been kept so far, to know what is printed again: whole lines, or the sentences of a long line."""

    def __init__(self) -> None:
        self.lines: set[str] = set()
        self.sentences: set[str] = set()

    def has(self, piece: Piece) -> bool:
        """Is a piece printed again: the same line, or a line of several sentences that nearly all stood before."""
        key = _bare(piece.text)
        if key in self.lines:
            return len(key) >= 20 or piece.label == "caption"
        sentences = sentences_of(piece.text)
        return len(sentences) >= 4 and sum(s in self.sentences for s in sentences) * 10 >= 8 * len(sentences)

    def add(self, piece: Piece) -> None:
        """Remember a kept piece."""
        self.lines.add(_bare(piece.text))
        self.sentences.update(sentences_of(piece.text))


def sentences_of(text: str) -> tuple[str, ...]:
    """The longer sentences of a text, bare of white space."""
    return _remembered(text) if len(text) <= _SHORT else _sentences(text)


@lru_cache(maxsize=512)
def _remembered(text: str) -> tuple[str, ...]:
    return _sentences(text)


def _sentences(text: str) -> tuple[str, ...]:
    parts = (_bare(part) for part in _SENTENCE_END.split(text[:_MOST]))
    return tuple(part for part in parts if len(part) >= 8)


def _bare(text: str) -> str:
    return "".join(text.split())
