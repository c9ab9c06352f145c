"""Choose what of a sentence can be quoted without changing what the sentence says: all of it, or nothing."""

from __future__ import annotations

from helpers.bylines import byline_end

LONGEST = 110  # characters of what is quoted
_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【"}


def excerpt(text: str) -> str | None:
    """A sentence, or somebody's words, whole and without the byline before it.

    returns  None if it is too long, or if it is a piece: a quotation or a bracket in it has no beginning or no end.
             Half a sentence may say the opposite of the whole
    """
    whole = text[byline_end(text) :].strip()
    return whole if whole and len(whole) <= LONGEST and _is_closed(whole) else None


def _is_closed(text: str) -> bool:
    open_: list[str] = []
    for letter in text:
        if letter in _BRACKETS.values():
            open_.append(letter)
        elif letter in _BRACKETS and (not open_ or open_.pop() != _BRACKETS[letter]):
            return False
    pairs = all(text.count(opening) == text.count(closing) for opening, closing in ("“”", "‘’"))
    return not open_ and pairs and all(text.count(mark) % 2 == 0 for mark in "\"'")
