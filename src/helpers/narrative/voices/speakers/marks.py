"""Quotation marks and brackets of a noun phrase: none around it, none without its fellow."""

from __future__ import annotations

_PAIRS = {"‘": "’", "“": "”", "[": "]", "<": ">", "《": "》", "〈": "〉", "「": "」", "『": "』", "(": ")", "{": "}"}
_MARKS = frozenset([*_PAIRS.keys(), *_PAIRS.values(), "'", '"'])


def whole_marks(text: str) -> str:
    """A noun phrase as written, but for a mark that has no fellow in it."""
    pairs = [*_PAIRS.items(), ("'", "'"), ('"', '"')]
    whole = all(_alone(text, opening, closing) is None for opening, closing in pairs)
    return text if whole else within_marks(text)


def within_marks(text: str) -> str:
    """A noun phrase without marks around it, and without a mark that has no fellow: what follows that is taken.

    Marks that open and close around a word of it stay: "‘하늘닷컴’ 기자 톰 하디".
    """
    text = text.strip(" ,·")
    if _MARKS.isdisjoint(text):
        return text
    for opening, closing in [*_PAIRS.items(), ("'", "'"), ('"', '"')]:
        inside = text[1:-1]
        if text.startswith(opening) and text.endswith(closing) and opening not in inside and closing not in inside:
            return within_marks(inside)
        alone = _alone(text, opening, closing)
        if alone is not None:
            return within_marks(text[alone + 1 :].strip() or text[:alone])
    return text


def _alone(text: str, opening: str, closing: str) -> int | None:
    """Where a mark stands that has no fellow, the last of them; None if each has one."""
    if opening == closing:
        return text.rfind(opening) if text.count(opening) % 2 else None
    waiting: list[int] = []
    alone: list[int] = []
    for place, letter in enumerate(text):
        if letter == opening:
            waiting.append(place)
        elif letter == closing and waiting:
            waiting.pop()
        elif letter == closing:
            alone.append(place)
    return max([*waiting, *alone], default=None)
