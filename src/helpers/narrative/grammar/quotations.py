"""Pair quotation marks in a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass

DOUBLE, SINGLE, CORNER = "double", "single", "corner"
_FAMILY = {
    **dict.fromkeys('“”„‟"＂', DOUBLE),
    **dict.fromkeys("‘’‚‛'＇", SINGLE),
    **dict.fromkeys("「」『』《》〈〉", CORNER),
}
_MARK = re.compile(f"[{re.escape(''.join(_FAMILY))}]")
_OPENS = set("“„‘‚「『《〈")
_CLOSES = set("”’」』》〉")
_TURNED = set("“”‘’")  # which are often typed the wrong way round
_TAKEN = re.compile(r"\s?(?:이?라고|고|이?라며|며|면서|는)\s")  # what takes a quotation
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])['’](?=[A-Za-z])|(?<!\S)['’‘](?=\d\d(?:년|학번|[-~∼]))")


@dataclass(frozen=True)
class Quote:
    """The text between two marks: ``[start, end)`` without them; ``depth`` is the number of quotations around it."""

    start: int
    end: int
    family: str
    depth: int
    closed: bool = True


def pair_quotes(text: str) -> list[Quote]:
    """Every quotation in ``text``, in order; one inside another after it.

    Whether a straight or wrongly turned mark opens or closes is decided by the characters around it; an apostrophe is
    no mark. A double mark that is never closed quotes to the end (``closed`` False); other marks that are never closed
    are ignored. The time is linear in the length of ``text``.
    """
    marks = [(found.start(), found[0]) for found in _MARK.finditer(text)]
    if not marks:
        return []
    apostrophes = {found.start() for found in _APOSTROPHE.finditer(text)}
    open_marks: list[tuple[int, str]] = []
    found: list[Quote] = []
    for place, mark in marks:
        if place in apostrophes:
            continue
        family = _FAMILY[mark]
        level = next((n for n in reversed(range(len(open_marks))) if open_marks[n][1] == family), None)
        if level is not None and _closes(text, place, mark, open_marks[level][0]):
            found.append(Quote(open_marks[level][0] + 1, place, family, level))
            del open_marks[level:]
        elif (mark not in _CLOSES or mark in _TURNED) and _can_open(text, place, mark) and len(open_marks) < 6:
            open_marks.append((place, family))
    if open_marks and open_marks[0][1] == DOUBLE and text[open_marks[0][0]] in '“"':
        found.append(Quote(open_marks[0][0] + 1, len(text.rstrip()), DOUBLE, 0, closed=False))
    return sorted((q for q in found if text[q.start : q.end].strip()), key=lambda q: (q.start, -q.end))


def _closes(text: str, place: int, mark: str, opened: int) -> bool:
    """Does the mark close the one that was opened? Its form decides, or else the characters beside it."""
    if mark in _CLOSES:
        return True
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if mark in _OPENS:  # turned the wrong way round: where no quotation could begin
        return mark in _TURNED and bool(before.strip()) and place - opened > 1 and before not in "(["
    return (bool(before.strip()) and place > opened + 1) or not after.strip()


def _can_open(text: str, place: int, mark: str) -> bool:
    """May a quotation begin here: after a space or a bracket, or, for a mark that opens by its form, anywhere."""
    if not text[place + 1 : place + 2].strip():
        return _is_spaced(text, place, mark)
    if mark in _OPENS:
        return True
    before = text[place - 1 : place] if place else ""
    dots = text[max(place - 2, 0) : place] == ".." and bool(text[place + 1 : place + 2].strip())  # '대상..."수를'
    return dots or not before.strip() or before in "([{<])】·,…:ㆍ=‘“'\"" or ("가" <= before <= "힣" and mark == '"')


def _is_spaced(text: str, place: int, mark: str) -> bool:
    """Does a straight mark open though a space follows it: '그는 " 좋다"고 했다', by the mark that closes."""
    closes = text.find(mark, place + 1) if mark in '"＂' else -1
    opens = text[place - 1 : place].isspace() and not text[place + 2 : place + 3].isspace()
    return opens and closes > 0 and not text[closes - 1].isspace() and bool(_TAKEN.match(text, closes + 1))
