"""Has a speaker a name: of whom there is one, or of whom nobody is to be known; and who speaks of himself."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.bodies import ends_as_body, is_institute
from helpers.narrative.voices.speakers.hidden import BACK, MANY, SOME, WITHIN, I
from helpers.narrative.voices.speakers.naming import FOREIGN_END, Naming, title_in
from helpers.narrative.voices.speakers.short import short_form
from helpers.narrative.voices.speakers.wording import Wording

TOGETHER = re.compile(r"(?:[가-힣]진|팀|일행)$")  # 연구진, 의료진
_IN_MARKS = re.compile(
    r"(?<![가-힣])(?P<what>[가-힣]{1,12})\s?[‘“'\"《<「『][^‘’“”]{2,20}[’”'\"》>」』]"
    r"(?:[와과,·]\s?[‘“'\"《<「『][^‘’“”]{2,20}[’”'\"》>」』]){0,4}$"
)  # 시민단체 ‘맑은물’, 전문 매체 ‘나루’와 ‘하늘소식’


def kind_of(source: Wording) -> str:
    """'named', 'unnamed', or 'reporter' for 나 and 필자."""
    if I.match(source.bare):
        return "reporter"
    if source.anonymous or source.described:
        return "unnamed"
    if source.listed and MANY.search(source.last):
        return "named" if _lists_named(source) else "unnamed"
    if source.name or source.joined:
        return "named"
    if source.last in WITHIN:
        return "unnamed"
    if _is_called_so(source) or _joins_named(source):
        return "named"
    if source.circle:
        return "named" if _has_named_beside(source) else "unnamed"
    if source.text.endswith(" 쪽") or MANY.search(source.last) or SOME.search(source.text) or BACK.match(source.text):
        return "unnamed"
    if _is_office(source) or is_institute(source.last):
        return "named"
    if source.role or source.title:
        return "named" if source.title and _has_name_before(source) else "unnamed"
    if source.last == "당국":  # 한강시 당국 is named, 당국 and 공항 당국 are not
        return "named" if _is_of_named(source) else "unnamed"
    if source.last in listed("voices", "outlets") and any(kind_of(one) == "named" for one in source.listed):
        return "named"  # '나루신문 등 외신'
    if source.last in listed("voices", "anybody") | listed("voices", "outlets"):
        return "named" if _has_own_name(source) else "unnamed"
    return "named" if source.is_body or _is_compound(source) or _is_site(source) else "unnamed"


def _lists_named(source: Wording) -> bool:
    """Are they of the class that stands behind them: '한강당 등 야당들', but not '한강당 등 야당 의원들'."""
    if sum(bool(one.name) for one in source.listed) > 1:
        return True  # '김하늘과 오세라 등 역대 수장들'
    persons = source.role or bool(title_in(MANY.sub("", source.last)))
    return any(kind_of(one) == "named" and bool(one.name) == persons for one in source.listed)


def _is_called_so(source: Wording) -> bool:
    """Is it a body with its name in marks: 시민단체 ‘맑은물’, but not 비서 ‘모아’."""
    called = _IN_MARKS.search(source.written)
    known = listed("voices", "anybody") | listed("voices", "bodies")
    return called is not None and (called["what"] in known or ends_as_body(called["what"]))


def _joins_named(source: Wording) -> bool:
    """Is the first of some who speak together a person by name: '김하늘 대표와 활동가들', '박하늘 교수와 연구진'."""
    cut = next((m.start for m in source.morphemes if m.tag == "JC"), None)
    together = MANY.search(source.last) or source.role or ends_as_body(source.last) or TOGETHER.search(source.last)
    if cut is None or not together:
        return False
    before = [m for m in source.morphemes if m.end <= cut]
    words = source.text.split()
    first = next((words[: n + 1] for n, word in enumerate(words) if re.search("[과와]$", word)), [])
    return bool(first) and Naming([*first[:-1], first[-1][:-1]], before).name is not None


def _has_named_beside(source: Wording) -> bool:
    """'하늘부와 학계': one of them has a name."""
    beside = [m for m in source.morphemes if m.tag == "JC"]
    return bool(beside) and ends_as_body(source.text.split(beside[0].surface + " ")[0])


def _has_own_name(source: Wording) -> bool:
    """Is a body told from others of its sort: '하늘 병원', but not '한국 기업' or '현지 매체'."""
    places = listed("voices", "countries") | listed("voices", "short_countries")
    if source.last in ("통신", "방송", "신문") and re.fullmatch("[A-Z]+", "".join(source.words[-2:-1])):
        return True  # 'AP 통신', but not 'IT 매체'
    return any(m.tag == "NNP" and m.surface not in places | {source.last} for m in source.morphemes)


def _is_of_named(source: Wording) -> bool:
    """Is it told whose or of what place: '드니프로 구조 당국', but not '소방 당국', '지역 보건 당국'."""
    return any(re.sub("의$", "", word) not in listed("voices", "of_authorities") for word in source.words[:-1])


def _is_office(source: Wording) -> bool:
    """Of whom there is one, or who is called by his family name: 나루시장, 하늘부 장관, 김 과장."""
    offices, titles = listed("voices", "offices"), listed("voices", "titles")
    if source.title in offices and (len(source.words) > 1 or source.last not in titles):
        return True
    if source.bare in listed("voices", "only_ones"):
        return True
    return bool(" " in source.bare and short_form(source.bare) and (source.title or len(source.words) > 2))


def _has_name_before(source: Wording) -> bool:
    """Is the word before the title a proper noun, and no country or body."""
    before = source.words[-2] if len(source.words) > 1 else ""
    known = before in listed("voices", "countries") or ends_as_body(before) or FOREIGN_END.search(before)
    return len(before) > 2 and before in source.proper_nouns and not known


def _is_site(source: Wording) -> bool:
    """Is it a site or a network with a name or told whose it is: '나루시 부동산 포털', '입장권 통합전산망'."""
    site = next((word for word in listed("voices", "sites") if source.last.endswith(word)), None)
    whose = source.proper_nouns or any(ends_as_body(word) for word in source.words[:-1])
    return site is not None and bool(whose or source.last != site)


def _is_compound(source: Wording) -> bool:
    """Is the last word made of several nouns, as a firm's name is that no dictionary has: 하늘식품."""
    if source.is_thing_noun or (source.morphemes and source.morphemes[-1].surface in ("성", "적", "화")):
        return False  # 희소성
    last = source.morphemes[-1] if source.morphemes else None
    if last and last.tag == "XSN" and len(source.words) == 1 and last.surface in ("가", "자", "꾼", "인", "객", "민"):
        return False  # 역술가: what many are
    tags = ("NNG", "NNB", "XSN", "SL")
    return sum(source.last.find(m.surface) >= 0 and m.tag in tags for m in source.morphemes) > 1
