"""Where in the pieces of a page the article stands.

Each piece speaks for or against the article going through it; the article is the run of pieces with the largest sum
(Bentley 1984), widened by the headings, captions and list lines at its edges. Of an HTML page the run is looked for
inside the element whose text has the largest sum.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from helpers.cleaning.labels.weighing import HEADS, SITE
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.looks import GLOSS

_UNDER_PICTURES = frozenset({"control", "talk", "talk?", "credit", "notice"})
_DEPTH = 60
_SIGN = re.compile(r"[◇◆■□○●]\s?[가-힣A-Za-z0-9]")
_SIGNED = 4  # characters of a short line with such a sign
_PICTURE_NUMBER = re.compile(r"\d{1,2}\s?/\s?\d{1,2}")  # 2/3
_PICTURE_BUTTON = re.compile(r"(?:사진|이미지|그래픽)?\s?(?:확대|크게)\s?(?:보기)?")

_LISTED = re.compile(r"[■□◆●○▶-]\s?[가-힣]")  # a time in a list of the article's own: ■ 일자 : 2031년 3월 4일

Boxes = Sequence[tuple[int, bool]]


def find_window(pieces: list[Piece], weights: list[float], boxes: Boxes = ()) -> tuple[int, int]:
    """The first piece of the article and the piece after its last; (0, 0) where nothing speaks for an article.

    weights  of the pieces (``weigh``)
    boxes    those of an HTML page (``Page.boxes``)
    """
    start, end = _largest_run(weights)
    if end == start:
        return 0, 0
    home = _home(pieces, boxes, start, end)
    if home and boxes[min(home)][1]:
        while end > start + 1 and not _is_in(pieces[end - 1], home):
            end -= 1
    return _widen_back(pieces, start, home), _widen_on(pieces, end)


def _home(pieces: list[Piece], boxes: Boxes, start: int, end: int) -> frozenset[int]:
    """The smallest element that holds nearly all of the run's prose, with every element inside it."""
    totals: Counter[int] = Counter()
    for piece in pieces[start:end]:
        box = piece.mark.box if piece.mark and piece.kind == "prose" else -1
        for _ in range(_DEPTH):
            if box < 0:
                break
            totals[box] += len(piece.text)
            box = boxes[box][0]
    most = max(totals.values(), default=0)
    home = max((box for box, total in totals.items() if total * 10 >= most * 8), default=-1)
    held: set[int] = {home} if home >= 0 else set()
    for box in range(home + 1, len(boxes) if home >= 0 else 0):
        if boxes[box][0] in held:
            held.add(box)
    return frozenset(held)


def _largest_run(weights: list[float]) -> tuple[int, int]:
    best, best_run, total, start = 0.0, (0, 0), 0.0, 0
    for index, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, index
        total += weight
        if total > best:
            best, best_run = total, (start, index + 1)
    return best_run


def _widen_back(pieces: list[Piece], start: int, home: frozenset[int]) -> int:
    """Take in the deck and captions above the first prose: lines of words, up to what is the site's or a title.

    Past a control goes only a caption, or what stands in the same element as the article.
    """
    first, taken = start, 0
    for index in range(start - 1, -1, -1):
        piece = pieces[index]
        if piece.kind == "blank":
            continue
        dated = piece.kind == "date" and not (_is_in(piece, home) and _LISTED.match(piece.text))
        if piece.label == "title" or piece.kind in HEADS or dated or taken == 12:
            break
        if _is_matter(piece):
            first, taken = index, taken + 1
        elif not _goes_past(pieces, index, home):
            break
    return first


def _is_in(piece: Piece, home: frozenset[int]) -> bool:
    return bool(piece.mark and piece.mark.box in home)


def _goes_past(pieces: list[Piece], index: int, home: frozenset[int]) -> bool:
    """Is a line that is the site's one of the article's element, or a picture's button under a caption."""
    if _is_in(pieces[index], home) or _PICTURE_BUTTON.fullmatch(pieces[index].text):
        return True
    before = (p for p in reversed(pieces[max(index - 4, 0) : index]) if p.kind != "blank")
    above = next((p for p in before if not (p.kind == "notice" and p.line == pieces[index].line)), None)
    taken_by = pieces[index].kind in ("mail", "byline") and above is not None and above.line == pieces[index].line
    return bool(above and above.kind == "caption" and (taken_by or pieces[index].kind in _UNDER_PICTURES))


def _widen_on(pieces: list[Piece], end: int) -> int:
    """Take in captions, turns and lists right after the last prose."""
    last, gap = end, 0
    rest = [index for index in range(end, len(pieces)) if pieces[index].kind != "blank"]
    if len(rest) == 1 and _breaks_off(pieces[rest[0]]):
        return rest[0] + 1
    for index in range(end, min(end + 12, len(pieces))):
        piece = pieces[index]
        if piece.kind == "blank":
            gap += 1
            continue
        if _PICTURE_BUTTON.fullmatch(piece.text) or _PICTURE_NUMBER.fullmatch(piece.text):
            continue
        pointed = piece.text.startswith(("▶", "☞")) and not GLOSS.match(piece.text)
        if piece.kind not in ("caption", "list line") or gap > 2 or pointed:
            break
        last, gap = index + 1, 0
    return last


def _breaks_off(piece: Piece) -> bool:
    """Is the last line of a file the beginning of a sentence, so that the file was cut there."""
    plain = not any(mark in piece.text for mark in "▶☞★@©ⓒ|")
    return piece.kind in ("fragment", "item") and not piece.cut and plain and len(piece.text) >= 20


def _is_matter(piece: Piece) -> bool:
    """Could a line be a deck line, a subhead or a caption, rather than the name of a menu."""
    if piece.kind in SITE or piece.kind in HEADS or piece.kind in ("foreign", "summary", "teaser"):
        return False
    if piece.kind == "item" and not piece.text.startswith(("-", "·", "ㆍ")):
        return False
    if piece.mark and (piece.mark.linked * 2 > piece.mark.characters or piece.mark.place == "chrome"):
        return False
    if piece.kind in ("caption", "turn", "list line") or (len(piece.text) >= _SIGNED and _SIGN.match(piece.text)):
        return True
    return len(piece.text) >= 8 and " " in piece.text and len(piece.text) <= 160
