"""Choose the part of a sentence that can be quoted without changing what the sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 80  # characters of what is quoted
LEFT_OUT = "…"
_CLAUSE_END = re.compile(r"(?:[,;]|지만|는데|으며|면서|했고|하고|되고|이고|으나)$")


def excerpt(text: str, spans: Iterable[tuple[int, int]]) -> str | None:
    """The words of a text at some spans with the rest of the sentence that they stand in, up to its end.

    spans    (start, end) in ``text``; those outside it count for nothing
    returns  a short text whole. Of a long one, the part that begins after the clause before the first span and goes to
             the end, where the verb says what is claimed, denied or asked. None if that is still too long or there is
             no span: half a sentence may say the opposite of the whole
    """
    if len(text) <= LONGEST:
        return text
    first = min((start for start, end in spans if 0 <= start < len(text) and end > 0), default=0)
    words = [found.span() for found in re.finditer(r"\S+", text)]
    ends = [place for place, (a, b) in enumerate(words[:-1]) if b <= first and _CLAUSE_END.search(text[a:b])]
    if not ends:
        return None
    rest = text[words[ends[-1] + 1][0] :]
    return f"{LEFT_OUT} {rest}" if len(rest) <= LONGEST else None
