"""Leave letters out of a text: each stretch becomes an ellipsis, and two quotations never run into one."""

from __future__ import annotations

from collections.abc import Iterable

LEFT_OUT = "…"
NOTHING_LEFT = '<small title="인용할 수 있는 한도를 넘어 뺐다">생략</small>'  # in a table's cell
_MARKS = '“”"'


def without(text: str, hidden: set[int], *, before: str) -> str:
    """``text`` (which follows ``before``) without its hidden letters and whatever stands between those.

    Where a quotation begins or ends in a stretch that is left out, its mark stays.
    """
    made, shown = [], 0
    opening = _opening_marks(text, before)
    for start, end in _gaps(text, hidden):
        marks = [(text[place], place in opening) for place in range(start, end) if text[place] in _MARKS]
        apart = " " if text[shown:start].endswith(LEFT_OUT) else ""  # the article's own … is not taken for a cut
        made += [text[shown:start], apart + _left_out(marks) + (" " if text[end : end + 1] == LEFT_OUT else "")]
        shown = end
    return "".join([*made, text[shown:]])


def _gaps(text: str, hidden: set[int]) -> list[tuple[int, int]]:
    """Each stretch of hidden letters, from its first to its last."""
    gaps: list[tuple[int, int]] = []
    cutting = False
    for place, letter in enumerate(text):
        if place in hidden:
            gaps = [*gaps[:-1], (gaps[-1][0], place + 1)] if cutting else [*gaps, (place, place + 1)]
            cutting = True
        elif letter.isalnum():
            cutting = False
    return gaps


def _opening_marks(text: str, before: str) -> set[int]:
    """Where quotations begin. A mark with only one form begins one if it follows a blank or a bracket."""
    behind = f"{before[-1:] or ' '}{text}"
    return {
        place
        for place, letter in enumerate(text)
        if letter == "“" or (letter == '"' and (behind[place].isspace() or behind[place] in "([‘“"))
    }


def _left_out(marks: Iterable[tuple[str, bool]]) -> str:
    """The text that replaces a stretch: an ellipsis and those quotation marks whose partner lies outside of it."""
    open_: list[str] = []
    closed = ""
    for mark, opens in marks:
        if opens:
            open_.append(mark)
        elif open_:
            open_.pop()
        else:
            closed = mark
    end = f"{LEFT_OUT}{closed}"
    return f"{end} {LEFT_OUT if closed else ''}".rstrip() + f" {open_[-1]}{LEFT_OUT}" if open_ else end
