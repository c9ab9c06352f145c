"""A text without some of its letters: an ellipsis for each stretch, and no quotation that runs into another."""

from __future__ import annotations

from collections.abc import Iterable

LEFT_OUT = "…"
_MARKS = '“”"'


def without(text: str, hidden: set[int], *, before: str) -> str:
    """``text``, which follows ``before``, without its hidden letters and what stands between them.

    A quotation that ends or begins in what is left out still ends and begins: two never run into one.
    """
    made, shown = [], 0
    opening = _opening_marks(text, before)
    for start, end in _gaps(text, hidden):
        marks = [(text[place], place in opening) for place in range(start, end) if text[place] in _MARKS]
        made += [text[shown:start], _left_out(marks)]
        shown = end
    return "".join([*made, text[shown:]])


def _gaps(text: str, hidden: set[int]) -> list[tuple[int, int]]:
    """From each first hidden letter to the last before a letter that is shown."""
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
    """Where quotations begin: a mark that looks alike on both sides begins one behind a blank or a bracket."""
    behind = f"{before[-1:] or ' '}{text}"
    return {
        place
        for place, letter in enumerate(text)
        if letter == "“" or (letter == '"' and (behind[place].isspace() or behind[place] in "([‘“"))
    }


def _left_out(marks: Iterable[tuple[str, bool]]) -> str:
    """What stands for a stretch with these quotation marks, (mark, does it open): those without their other mark."""
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
