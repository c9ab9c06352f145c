"""The part of a sentence that is quoted for some of its words."""

from __future__ import annotations

import re
from collections.abc import Iterable

WHOLE = 50  # characters of a text that is quoted whole
AROUND = 2  # words on each side of the words that are quoted
REST = 12  # characters before or after: with fewer left out an ellipsis saves nothing
CLAUSE = 4  # words after a concession, which alone says the opposite of its sentence
LEFT_OUT = "…"
_CONCESSION = re.compile(r"(?:지만|으나|는데도?|은데도?|인데도?|더라도|면서도),?$")


def excerpt(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The words of a text at some spans with what stands around them, and ellipses for what was left out.

    spans    (start, end) in ``text``; those outside it count for nothing
    returns  a short text whole, and so one without a span in it; else from two words before the first span to two after
             the last: a reader sees for which words the text is quoted, which its opening alone may not hold
    """
    words = [found.span() for found in re.finditer(r"\S+", text)]
    touched = [
        place for place, (a, b) in enumerate(words) for start, end in spans if a < min(end, len(text)) and start < b
    ]
    if len(text) <= WHOLE or not touched:
        return text
    first, last = max(min(touched) - AROUND, 0), min(max(touched) + AROUND, len(words) - 1)
    if any(_CONCESSION.search(text[slice(*word)]) for word in words[max(touched) : last + 1]):
        last = min(last + CLAUSE, len(words) - 1)
    start, end = words[first][0], words[last][1]
    start, end = (0 if start <= REST else start), (len(text) if len(text) - end <= REST else end)
    before, after = f"{LEFT_OUT} " if start else "", f" {LEFT_OUT}" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"
