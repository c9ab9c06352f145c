"""An agency's picture on the line of its article: place and reporter, what is seen, the day; what is glued to it.

'[나루=하늘통신] 박하늘 기자 = 새 배가 서 있다. 2031.02.03. naru@…뱃길 예산 통과[나루=하늘통신] …': the article opens
in the same words, so that the full day behind the last sentence tells the picture.
"""

from __future__ import annotations

import re

from helpers.cleaning.pieces.captions import PLACED
from helpers.cleaning.pieces.forms import DATELINE, EMAIL, SENTENCE

_DATED = re.compile(
    rf"{PLACED}(?P<shown>(?:(?!{PLACED})[^\n]){{12,420}}?[.])\s{{0,4}}20\d\d[.-]\s?\d{{1,2}}[.-]\s?\d{{1,2}}[.]?"
    rf"(?P<credit>\s{{0,3}}[(\[]\s?(?:사진|제공|자료)[^()\[\]\n]{{1,40}}[)\]])?"
    rf"\s{{0,8}}(?=(?:{EMAIL.pattern}|{PLACED}|\Z))"
)
_DAY = re.compile(r"[.]\s{0,4}20\d\d[.-]\s?\d{1,2}[.-]\s?\d{1,2}")
_MAIL = re.compile(rf"\s{{0,4}}(?:{EMAIL.pattern})\s{{0,4}}")
_NEXT = re.compile(PLACED)
_SEEN = re.compile(r"(?:[고어아]\s있다|모습(?:이다)?|장면|전경)[.]")
_TOLD = re.compile(r"[다요][”\"’']?[.]")
_LONGEST_NAMED = 60  # characters that name what is seen
_SHORTEST_TITLE, _LONGEST_TITLE = 8, 70  # characters of what a picture is called, from the sentence before it
_MOST_SHOWN = 4  # sentences of such a caption
_LONGEST = 460
_LONGEST_DECK = 120  # characters of what is glued between it and the article, with the opening of that


def dated_captions(text: str) -> list[tuple[int, int]]:
    """Spans of captions that open with place and agency and end in a full day, whose picture it is with them.

    One says what is seen, or whose picture it is: a short report may end in its day, too.
    """
    return [match.span() for match in _found(text)]


def dated_spans(text: str) -> list[tuple[int, int]]:
    """The same, and where only an address follows the day, both of them as the picture's credit, apart from it."""
    spans: list[tuple[int, int]] = []
    for match in _found(text):
        mail = None if match["credit"] else _MAIL.match(text, match.end())
        spans += [(match.start(), match.end("shown")), (match.end("shown"), mail.end())] if mail else [match.span()]
    return spans


def cuts_behind(text: str, spans: list[tuple[int, int]]) -> list[int]:
    """Before each of such spans where the title of its picture begins, behind it the edges of an address and of a deck
    glued between picture and article."""
    cuts: list[int] = []
    for start, end in spans:
        cuts += _title_before(text, start)
        mail = _MAIL.match(text, end)
        after = mail.end() if mail else end
        opening = _NEXT.search(text, after, after + _LONGEST_DECK)
        cuts += [after] if mail else []
        if opening and not SENTENCE.search(text, after, opening.start()):
            cuts.append(opening.start())
    return cuts


def _title_before(text: str, start: int) -> list[int]:
    """Where what a picture is called begins between the last sentence and its caption, if it is there."""
    if not _NEXT.match(text, start):
        return []
    at = max(start - _LONGEST_TITLE, 0)
    ends = [found.end() for found in SENTENCE.finditer(text, at, start)]
    title = text[ends[-1] : start] if ends else ""
    return [ends[-1] + len(title) - len(title.lstrip())] if len(title.strip()) >= _SHORTEST_TITLE else []


def is_seen(text: str) -> bool:
    """Does a text of few sentences open with an agency's place and its reporter, and say what a picture shows."""
    few = len(text) <= _LONGEST and len(SENTENCE.findall(text)) <= _MOST_SHOWN
    return few and is_agency_opening(text) and _SEEN.search(text) is not None


def _found(text: str) -> list[re.Match[str]]:
    if "=" not in text or not _DAY.search(text):
        return []
    found = (match for match in _DATED.finditer(text) if len(SENTENCE.findall(match["shown"])) <= _MOST_SHOWN)
    return [match for match in found if match["credit"] or _SEEN.search(match["shown"]) or _is_mailed(match)]


def _is_mailed(match: re.Match[str]) -> bool:
    shown = match.string[match.start() : match.end("shown")]
    return is_named(shown) and _MAIL.match(match.string, match.end()) is not None


def is_named(text: str) -> bool:
    """Does a text open with an agency's place and its reporter, and name what is seen with no sentence: 물길의 배들."""
    opening = DATELINE.match(text) if is_agency_opening(text) else None
    named = text[opening.end() :].strip() if opening else ""
    return 0 < len(named) <= _LONGEST_NAMED and not _TOLD.search(named)


def is_agency_opening(text: str) -> bool:
    """Does a line open with an agency's place and its reporter: (나루=하늘통신) 박하늘 기자 =."""
    found = DATELINE.match(text)
    return found is not None and found.group().endswith("=")
