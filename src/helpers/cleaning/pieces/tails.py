"""Behind the last sentence of an article that shares its line: tags, credits, who wrote it, calls for tips."""

from __future__ import annotations

import re

from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.pieces.looks import look

_STOP = re.compile(r"[가-힣]{2}[\"”’')\]]{0,3}\.[\"”’')\]]{0,3}")
_WORDS = re.compile(r"제보|#|기자|https?:|[가-힣]{2}\s?[;:]|[가-힣]입니다\.\s*\Z")
# where one of such lines begins on the line of the one before: ※ …[카카오톡] …[전화] …
_NEXT = re.compile(r"(?<=\S)\s*(?=[※▶☞]|\[(?:카카오톡|카톡|전화|문자|메일|이메일|제보)\])")
_SIGNED = re.compile(r"(?<=[가-힣A-Za-z0-9])\s+(?=[가-힣]{2,4}\s기자\s*\Z)")  # #나루 #물레 박하늘 기자
# who asks for tips: a call of the police for them is what an article tells
_OWN = re.compile(
    r"[※\s'‘“\"\[]*(?:(?:당신|시청자|독자|여러분)(?:의|\s)|(?P<name>\S{2,12}(?:\s[A-Za-z가-힣]{1,8})?)[은는이가]\s)"
)
_LATIN = re.compile(r"[A-Z]{2,5}(?:\s?[A-Za-z가-힣]{1,8})?")
_NAMED = frozenset({"tip line", "tags", "credit", "byline", "mail", "record"})
_TAIL = 700  # characters at the end of a line among which it begins
_LONG = 200  # characters of a line that holds an article
_SENTENCES = 3  # of such a line


def tail_cuts(text: str) -> list[int]:
    """Where the lines of an outlet behind its article begin; [] where the article's last sentence ends the line."""
    base = max(len(text) - _TAIL, 0)
    if len(text) < _LONG or not _WORDS.search(text, base) or len(_STOP.findall(text)) < _SENTENCES:
        return []
    cuts: list[int] = []
    named, last = False, len(text)
    for end in reversed([found.end() for found in _STOP.finditer(text, base)]):
        starts = [end, *_starts(text, end, last)]
        kinds = [_kind(text[first:after]) for first, after in zip(starts, [*starts[1:], last], strict=True)]
        if not all(kinds):
            break
        named = named or any(kind in _NAMED for kind in kinds)
        cuts += [start for start, kind in zip(starts, kinds, strict=True) if kind != "blank"]
        last = end
    return sorted(cuts) if named else []


def _starts(text: str, start: int, end: int) -> list[int]:
    """Where, between two stops, further lines begin."""
    found = [*_NEXT.finditer(text, start + 1, end)]
    if text[start:end].lstrip().startswith("#"):
        found += _SIGNED.finditer(text, start + 1, end)
    return sorted(match.end() for match in found if text[start : match.end()].strip())


def _kind(text: str) -> str:
    """What a line behind an article looks like; "" for one that may be the article's."""
    line = " ".join(text.split())
    kind = look(line).kind
    if kind == "talk":
        own = _OWN.match(line)
        named = own["name"] if own else None
        asks = own is not None and (named is None or is_known(named) or _LATIN.fullmatch(named) is not None)
        return kind if asks or line.startswith("[") else ""
    return kind if kind in _NAMED or kind == "blank" else ""
