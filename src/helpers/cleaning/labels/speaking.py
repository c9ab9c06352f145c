"""Who speaks in a polite line: the site to its visitor, or a broadcast, whose prose is polite throughout.

One everyday word of a site (설치, 회원, 서비스) and a polite ending decide nothing: its neighbours and the page do. A
line of a broadcast that is only a name and a title says who speaks in the quotation below it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.looks import Look, plain_look, service_words
from helpers.lexicons import load

_POLITE = re.compile(r"(?:니다|[가-힣]요|니까|죠)[.?!\"”’')\]]{0,3}\Z")
_SENTENCE = re.compile(r"[가-힣][.?!][\"”’')\]]{0,2}\Z")
_TO_VISITOR = re.compile(
    r"(?:하세요|해\s?주세요|보세요|바랍니다|하시겠습니까|하실\s수\s있습니다|주시기|누르세요|드립니다|환영합니다|부탁드)[.?!]?"
)
_ITSELF = re.compile(
    r"이\s기사|본\s기사|기사\s?(?:제보|추천)|언론사|구독|로그인|댓글|네이버|카카오톡|뉴스레터|이용약관"
)
_SPOKEN = ("prose", "turn")
_AD = ("광고", "AD", "Advertisement")
_NAMED = re.compile(r"[가-힣]{1,4}(?:\s[가-힣A-Za-z·]{1,12}){0,3}\s(?P<title>[가-힣A-Za-z]{1,8})")
# a name and an office parted by a stroke: 박하늘 / 나루시장 상인
_OF_OFFICE = re.compile(
    r"(?!사진|자료|출처|그래픽|영상|화면|제공|취재|편집|촬영)[가-힣]{2,4}\s?/\s?[가-힣A-Za-z0-9][^/.?!“”\"]{1,30}(?<!기자)(?<!앵커)"
)
_ONLY_QUOTED = re.compile(r"[“\"][^“”\"]{20,200}[”\"]")  # in a broadcast what somebody says on tape
_UNENDED = re.compile(r".{12}[가-힣]니다\Z")  # a sentence whose stop was lost
_REPORTS = frozenset({"기자", "앵커", "특파원", "아나운서"})
_TURNS = 2  # marks of who speaks that make a text a broadcast
_LEAST = 3  # polite lines that make a page's prose polite


def hear_polite_prose(pieces: list[Piece]) -> None:
    """Take lines that only might be a site's for prose where the lines beside them and the page speak for it."""
    prose = [piece for piece in pieces if piece.kind == "prose" and len(piece.text) >= 8]
    polite = sum(bool(_POLITE.search(piece.text)) for piece in prose)
    doubtful = sum(piece.kind == "talk?" and _is_telling(piece.text) for piece in pieces)
    if polite * 2 < max(len(prose), 1) or polite + doubtful < _LEAST:
        return
    solid = [index for index, piece in enumerate(pieces) if piece.kind not in ("blank", "markup")]
    at = 0
    while at < len(solid):
        end = at
        while end < len(solid) and pieces[solid[end]].kind == "talk?":
            end += 1
        if end > at:
            _judge(pieces, solid, at, end)
        at = end + 1


def hear_speakers(pieces: list[Piece]) -> None:
    """Take a name with a title above a quotation, in a broadcast that marks its turns, for who says it.

    A line that is only a quotation, or a sentence whose stop was lost, is what is said; above the turns is the deck.
    """
    if sum(piece.kind == "turn" for piece in pieces) < _TURNS:
        return
    solid = [piece for piece in pieces if piece.kind not in ("blank", "markup")]
    first = next(place for place, piece in enumerate(solid) if piece.kind == "turn")
    for piece, below in pairwise(solid[first:]):
        if piece.kind != "fragment" or piece.cut:
            continue
        named = _NAMED.fullmatch(piece.text)
        spoken = below.text[:1] in '“"' or below.kind in _SPOKEN
        titled = named is not None and named["title"] in _titles() and below.text[:1] in '“"'
        if titled or (_OF_OFFICE.fullmatch(piece.text) and spoken):
            piece.take_for(plain_look("speaker"))
        elif _ONLY_QUOTED.fullmatch(piece.text) or _UNENDED.search(piece.text):
            piece.take_for(Look("prose", min(len(piece.text), 260) + 10.0))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    """Titles after a name, without those of who reports."""
    return frozenset(str(load("voices")["titles"]).split()) - _REPORTS


def _is_telling(text: str) -> bool:
    """Is a line a whole sentence that speaks neither to the visitor nor of the site itself."""
    whole = bool(_SENTENCE.search(text)) and text.count(" ") >= 2
    return whole and not _ITSELF.search(text) and not _TO_VISITOR.search(text)


def _judge(pieces: list[Piece], solid: list[int], at: int, end: int) -> None:
    """One run of doubtful lines: whole sentences beside prose are the broadcast's; at an end only few site's words."""
    before = _is_spoken([pieces[i] for i in reversed(solid[max(at - 3, 0) : at])])
    after = _is_spoken([pieces[i] for i in solid[end : end + 3]])
    if not (before or after):
        return
    run = solid[at:end] if before else solid[at:end][::-1]
    for index in run:
        piece = pieces[index]
        quoted = piece.text[:1] in "“\"‘'"
        sentence = bool(_SENTENCE.search(piece.text)) and piece.text.count(" ") >= 2
        own = bool(_ITSELF.search(piece.text)) or (bool(_TO_VISITOR.search(piece.text)) and not quoted)
        few = len(service_words(piece.text)) <= max(2, piece.text.count(" ") // 3)
        if not sentence or (own and not (before and after)) or not (few or (before and after)):
            if before and after:
                continue
            return
        piece.take_for(Look("prose", min(len(piece.text), 260) + 10.0))


def _is_spoken(beside: list[Piece]) -> bool:
    """Is the nearest line prose, past half sentences, captions and the mark of an advertisement."""
    passed = (piece for piece in beside if piece.kind not in ("fragment", "caption") and piece.text not in _AD)
    nearest = next(passed, None)
    return nearest is not None and nearest.kind in _SPOKEN
