"""The label of every piece, whether it is kept, and why, in words for a person to read."""

from __future__ import annotations

import re
from collections.abc import Collection

from helpers.cleaning.cutting import Piece
from helpers.cleaning.habits import squeeze

_DROPPED = {
    "control": ("boilerplate", "버튼·메뉴", 0.95),
    "counter": ("boilerplate", "숫자·기호만 있는 줄(반응·댓글·조회 수)", 0.9),
    "talk": ("boilerplate", "사이트가 이용자에게 하는 안내", 0.9),
    "talk?": ("boilerplate", "사이트 이용 안내로 보이는 줄", 0.7),
    "notice": ("boilerplate", "저작권·이용 고지", 0.98),
    "related head": ("boilerplate", "다른 기사 목록의 머리", 0.9),
    "summary head": ("boilerplate", "자동 요약의 머리", 0.9),
    "closing head": ("boilerplate", "댓글·로그인 영역의 머리", 0.9),
    "summary": ("boilerplate", "기사를 되풀이하는 자동 요약", 0.8),
    "date": ("date", "입력·수정 시각", 0.95),
    "byline": ("byline", "기자 이름", 0.9),
    "mail": ("byline", "기자 이름과 전자우편 주소", 0.95),
    "credit": ("byline", "제작진 표시", 0.8),
    "tags": ("boilerplate", "열쇠말·해시태그", 0.9),
    "teaser": ("boilerplate", "다른 기사를 소개하는 카드", 0.75),
    "blank": ("blank", "빈 줄", 1.0),
}
_KEPT = {
    "prose": ("body", "문장으로 이루어진 단락", 0.95),
    "caption": ("caption", "사진·그림 설명", 0.85),
    "turn": ("subhead", "방송 원고의 차례 표시", 0.9),
    "list line": ("body", "기사 안의 목록", 0.8),
    "item": ("body", "기사 안의 목록", 0.6),
    "fragment": ("subhead", "본문 사이의 짧은 제목", 0.75),
    "foreign": ("body", "본문 사이의 외국어·숫자 줄", 0.5),
    "talk?": ("body", "앞뒤가 모두 본문인 문장", 0.6),
}
_OUTSIDE = ("boilerplate", "기사 밖: 메뉴, 다른 기사의 제목 등", 0.85)


def label_pieces(pieces: list[Piece], start: int, end: int, title: int | None, deck: Collection[int] = ()) -> None:
    """Label each piece; ``[start, end)`` is the article, ``title`` the piece that is its headline.

    deck  pieces of the article that stand before its byline and date, and so before ``start``
    """
    headline = squeeze(pieces[title].text) if title is not None else ""
    inside = _inside(pieces, start, end) | set(deck)
    first_prose = next((i for i in range(start, end) if _is_lead(pieces[i])), end)
    seen = Seen()
    for index, piece in enumerate(pieces):
        if index == title:
            _set(piece, ("title", "기사 제목", 0.9), kept=False)
        elif headline and squeeze(piece.text) == headline:
            _set(piece, ("title", "되풀이된 기사 제목", 0.9), kept=False)
        elif index in inside:
            _label_inside(pieces, index, first_prose)
        else:
            _label_outside(piece)
        if piece.kept and len(piece.text) >= 6:
            _drop_repeated(piece, seen)


def _is_lead(piece: Piece) -> bool:
    """Is a piece the first of the body rather than the last of the deck: a full sentence, or long."""
    ends = piece.text.rstrip("\"”’')]").endswith((".", "?", "!"))
    return piece.kind in ("prose", "turn", "list line") and (ends or len(piece.text) >= 40 or piece.kind != "prose")


def _inside(pieces: list[Piece], start: int, end: int) -> set[int]:
    """The pieces of the article: those in its run, but for lists of other articles that stand in between."""
    inside: set[int] = set()
    skipping = False
    for index in range(start, end):
        piece = pieces[index]
        if piece.kind in ("related head", "closing head"):
            skipping = True
        elif piece.kind == "prose" or (skipping and piece.kind == "caption"):
            skipping = skipping and _is_linked(piece)
        if not skipping and not _is_linked(piece) and not _is_framed(piece):
            inside.add(index)
    return inside


def _is_linked(piece: Piece) -> bool:
    return bool(piece.mark and piece.mark.linked * 10 > piece.mark.characters * 6)


def _is_framed(piece: Piece) -> bool:
    """Does a short line stand in what the page's own names call a menu, a layer, a byline or the like."""
    return bool(piece.mark and piece.mark.place == "chrome") and (piece.kind != "prose" or len(piece.text) < 60)


def _label_outside(piece: Piece) -> None:
    _set(piece, _DROPPED.get(piece.kind, _OUTSIDE), kept=False)


def _label_inside(pieces: list[Piece], index: int, first_prose: int) -> None:
    piece = pieces[index]
    if (
        piece.mark
        and piece.mark.place == "caption"
        and piece.kind not in ("control", "counter", "talk", "notice", "blank")
    ):
        _set(piece, ("caption", "사진·그림 설명(문서 구조)", 0.95), kept=True)
    elif piece.kind == "talk?" and _between_prose(pieces, index):
        _set(piece, _KEPT["talk?"], kept=True)
    elif piece.kind in _DROPPED:
        _set(piece, _DROPPED[piece.kind], kept=False)
    elif index < first_prose and piece.kind in ("fragment", "prose", "item") and len(piece.text) <= 120:
        _set(piece, ("deck", "첫 단락 앞의 부제", 0.8), kept=True)
    elif piece.kind == "fragment" and len(piece.text) > 60:
        _set(piece, ("body", "본문 사이의 줄", 0.7), kept=True)
    else:
        _set(piece, _KEPT.get(piece.kind, _KEPT["prose"]), kept=True)


def _between_prose(pieces: list[Piece], index: int) -> bool:
    """Are the nearest lines before and after both prose."""
    before = next((p for p in reversed(pieces[max(index - 4, 0) : index]) if p.kind != "blank"), None)
    after = next((p for p in pieces[index + 1 : index + 5] if p.kind != "blank"), None)
    return bool(before and after and before.kind in ("prose", "turn") and after.kind in ("prose", "turn"))


class Seen:
    """What has been kept so far, to know what is printed again: whole lines, or the sentences of a long line."""

    def __init__(self) -> None:
        self.lines: set[str] = set()
        self.sentences: set[str] = set()

    def has(self, piece: Piece) -> bool:
        """Is a piece printed again: the same line, or a line of several sentences that nearly all stood before."""
        key = _bare(piece.text)
        if key in self.lines:
            return len(key) >= 20 or piece.label == "caption"
        sentences = _sentences(piece.text)
        return len(sentences) >= 4 and sum(s in self.sentences for s in sentences) * 10 >= 8 * len(sentences)

    def add(self, piece: Piece) -> None:
        """Remember a kept piece."""
        self.lines.add(_bare(piece.text))
        self.sentences.update(_sentences(piece.text))


def _bare(text: str) -> str:
    return "".join(text.split())


def _sentences(text: str) -> list[str]:
    """The longer sentences of a text, bare of white space."""
    parts = (_bare(part) for part in re.split(r"(?<=[가-힣][.?!])\s+", text[:20_000]))
    return [part for part in parts if len(part) >= 8]


def _drop_repeated(piece: Piece, seen: Seen) -> None:
    if seen.has(piece):
        again = "두 번 인쇄된 사진 설명" if piece.label == "caption" else "이미 나온 줄을 되풀이함"
        _set(piece, (piece.label if piece.label == "caption" else "boilerplate", again, 0.95), kept=False)
    else:
        seen.add(piece)


def _set(piece: Piece, label: tuple[str, str, float], *, kept: bool) -> None:
    piece.label, piece.reason, piece.confidence = label
    piece.kept = kept
