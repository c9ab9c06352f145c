"""Who wrote an article: by its byline, the words it opens or ends with, a name beside the time, the page's head."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helpers.cleaning.evidence import evidence
from helpers.cleaning.habits import habits
from helpers.cleaning.outlet_names import is_known
from helpers.cleaning.page.beside import is_name
from helpers.cleaning.page.bylines import read_byline
from helpers.cleaning.pieces.cutting import Piece
from helpers.cleaning.pieces.dates import moments
from helpers.cleaning.pieces.forms import EMAIL

_REPORTER = re.compile(
    r"(?<![가-힣一-龥])(?:[Bb]y\s?)?([가-힣一-龥]{2,4})(?:\s?\([一-龥]{2,4}\))?"
    r"(?:\s[가-힣]{1,4}전문|\s[가-힣]{2,6}(?:닷컴|일보|신문|경제|뉴스|방송)|\s?(?:선임|전문|인턴|수습|객원|시민|명예))?\s?(기자|특파원|논설위원|앵커)(?![가-힣]{2}(?<!입니))"
)
_NO_NAME = frozenset(
    ["취재", "전문", "선임", "기자", "다른", "담당", "시민", "본지", "인턴", "수습", "많은", "연합", "편집장", "관리자"]
)
# who opens the article, with the paper or the place in brackets: [하늘일보 박하늘 기자], (나루=하늘통신) 박하늘 기자
_OPENS = re.compile(
    r"\s?(?:[(\[【]\s?(?:[가-힣A-Za-z0-9]{2,12}\s?[ =/ㅣ|]\s?){0,2}"
    r"|[(\[【][^()\[\]【】=]{1,20}=[^()\[\]【】]{0,20}[)\]】]\s?)([가-힣]{2,4})(?:[\s·,]{1,2}[가-힣]{2,4}){0,3}?\s?(기자|특파원)"
)
_WITH_DESK = re.compile(
    r"(?<![가-힣])([가-힣]{2,4})\s?[(\[][가-힣A-Za-z·\s]{1,14}\s(기자|특파원)\s?[)\]]"
)  # 박하늘(나루팀 기자)
# how a broadcaster's reporter ends: 지금까지 나루에서 나루방송 박하늘입니다.
_SIGN_OFF = re.compile(
    r"(?:(?:지금까지|이상)[^.]{0,30}?\s|\A)([가-힣A-Za-z0-9]{2,12})(?:\s?뉴스)?,?\s([가-힣]{2,4})(?:\s?(기자|특파원))?"
    r"(?:입니다|이었습니다|였습니다)\.?\s*\(?\s*\Z"
)
_LABEL = re.compile(r"기자명\s?(?=[가-힣]{2,4}\s)")  # 기자명박하늘 기자
# names alone on a byline, with or without what they did: 박하늘, 글·사진 박하늘
_ALONE = re.compile(
    r"(?:(?:글|취재|사진|그림)[\s·ㆍ,/&+:：=|ㅣ]{0,3}){0,2}([가-힣]{3,4})"
    r"(?:(?:\s?[·ㆍ,/]\s?|\s)(?:사진\s)?[가-힣]{3,4}){0,2}"
)
_COLUMN = re.compile(r"[\[(【][^\[\]()]{2,20}[=|/ㅣ]\s?([가-힣]{3,4})\s?[\])】]")  # [골목의 눈/박하늘]
_LATIN = re.compile(r"[A-Z]{2,5}|[a-z]{3,4}")  # a broadcaster's letters
_LONGEST = 30  # characters of a name with its office
_LAST = 3  # pieces at the end of an article among which its reporter signs off
_HEAD_AUTHORS = ("ld:author", "dable:author", "article:author", "author", "og:article:author")


def find_reporter(pieces: list[Piece], start: int) -> str | None:
    """The first reporter that the lines around the article's first piece ``start`` name, with the office if one is."""
    near = sorted(
        (p for p in enumerate(pieces) if p[1].kind in ("byline", "mail", "date")), key=lambda p: abs(p[0] - start)
    )
    for _, piece in near:
        text = _LABEL.sub(" ", EMAIL.sub(" ", piece.text))
        bracketed = read_byline(text).reporter
        if bracketed:
            return bracketed
        found = _WITH_DESK.search(text) or _REPORTER.search(text)
        if found and _may_be_named(found[1]):
            return f"{found[1]} {found[2]}"
        column = _COLUMN.fullmatch(text.strip()) if piece.kind == "byline" else None
        if column and is_name(column[1]):
            return column[1]
        alone = _ALONE.fullmatch(text.strip()) if piece.kind == "byline" else None
        if alone and is_name(alone[1]):
            return alone[1]
    around = [p for p in (*pieces[start:], *pieces[:start]) if p.kept]
    around.sort(key=lambda p: p.label == "caption")  # who took a picture comes after who wrote
    bylines = (read_byline(p.text).reporter for p in around)
    bracketed = next(filter(None, bylines), None)
    if bracketed:
        return bracketed
    openings = (_OPENS.match(p.text[:120]) for p in around)
    opening = next((found for found in openings if found and _may_be_named(found[1])), None)
    if opening:
        return f"{opening[1]} {opening[2]}"
    signed = _signed_off(pieces)
    if signed:
        return signed
    named = next((piece.text for piece in pieces if piece.rule == "reporter_name"), None)
    return named.strip(" •·-") if named else next((name for _, piece in near if (name := _bare_name(piece))), None)


def reporter_of_head(head: Mapping[str, str]) -> str | None:
    """Who wrote it by a page's head: a name, with the office if one is; no outlet's name and no address."""
    for name in _HEAD_AUTHORS:
        told = head.get(name, "").strip()
        person = told.split(" ", 1)[0]
        if is_name(person) and len(told) <= _LONGEST:
            return told
    told = head.get("ld:author", "").strip()
    return told if told and not is_known(told) and "http" not in told and len(told) <= _LONGEST else None


def _may_be_named(name: str) -> bool:
    """Could the word before an office be a name: it begins as family names do, or is written in Chinese letters."""
    if name in _NO_NAME or is_known(name):
        return False
    return not re.match(r"[가-힣]", name) or re.match(evidence().surname, name) is not None


def _signed_off(pieces: list[Piece]) -> str | None:
    """The reporter by the words with which he or she ends: 지금까지 나루에서 나루방송 박하늘입니다."""
    last = max((index for index, piece in enumerate(pieces) if piece.kept), default=-1)
    ends = [piece for piece in pieces[: last + 1] if piece.kept][-_LAST:]
    for piece in (*(p for p in pieces if p.kind in ("mail", "byline")), *reversed(ends)):
        found = _SIGN_OFF.search(EMAIL.sub("", piece.text[-80:]).rstrip(" )"))
        if found and is_name(found[2]) and (is_known(found[1]) or _LATIN.fullmatch(found[1])):
            return f"{found[2]} {found[3] or '기자'}"
    return None


def _bare_name(piece: Piece) -> str | None:
    """A name without an office that begins a line with a time or with the writer's mail."""
    if piece.kind == "date":
        inside = moments(piece.text)
        before = piece.text[: inside[0].start] if inside else ""
        before = habits().modified_words.sub("", habits().published_words.sub("", before.strip()))
    else:
        mail = EMAIL.search(piece.text)
        before = piece.text[: mail.start()] if mail else ""
    name = before.strip(" •·|/-=(<[")
    name = name.split()[0] if piece.kind == "date" and name.count(" ") == 1 else name  # 박하늘 나루저널 2031-02-03
    return name if is_name(name) and not habits().controls.fullmatch(name) else None
