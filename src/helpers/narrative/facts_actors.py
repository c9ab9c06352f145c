"""Who a fact is about: the subject or topic of its clause, as written."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from helpers.tokenizing.sentence_pairs import find_pairs

_PHRASE = {"NNG", "NNP", "NNB", "NR", "NP", "SL", "SN", "SH", "XPN", "XSN", "SB", "MM", "XR"}
_INSIDE = {"JKG", "JC", "SSO", "SSC", "SS", "SP", "SSQ", "SY"}
_TOPICS = {"은", "는", "도"}
_BREAKS = ("면", "자", "니", "니까", "는데", "은데", "인데", "한데", "지만", "어도", "아도")
_MOMENTS = ("때", "뒤", "후", "가운데", "동안", "직후", "즉시")
_WHEN = (*_MOMENTS, "전")
_SINCE = ("기준", "현재", "당시", "무렵", "오전", "오후", "새벽", "아침", "낮", "저녁", "밤")
_CONJUNCTIONS = ("반면", "한편", "다만", "결국")
_ABSTRACT = frozenset(
    [
        "것",
        "수",
        "점",
        "바",
        "때",
        "곳",
        "이",
        "그것",
        "이것",
        "여기",
        "데",
        "줄",
        "뿐",
        "터",
        "만큼",
        "지",
        "목소리",
        "평가",
        "지적",
        "분석",
        "전망",
        "관측",
        "우려",
        "가능성",
        "필요",
        "필요성",
        "설명",
        "주장",
        "의견",
        "생각",
        "이유",
        "배경",
        "결과",
        "영향",
        "여파",
        "경우",
        "때문",
        "사실",
        "상황",
        "문제",
        "목적",
        "규모",
        "이후",
        "이전",
        "당시",
        "지금",
        "이제",
        "오늘날",
        "현재",
        "다음",
        "가운데",
        "중",
        "앞서",
        "여전",
    ]
)


class Morpheme(NamedTuple):
    """One morpheme of Kiwi's with its span in the raw text."""

    start: int
    end: int
    surface: str
    tag: str


@dataclass(frozen=True)
class Subject:
    """A noun phrase with its subject or topic particle."""

    start: int
    end: int
    topic: bool
    particle: int
    also: bool = False


def find_subjects(text: str, morphemes: list[Morpheme], taken: list[tuple[int, int]]) -> list[Subject]:
    """Subjects and topics of a sentence in order, those within ``taken`` (the spans of facts) left out.

    text       the sentence; spans of ``morphemes`` and ``taken`` count from its start
    """
    subjects = []
    for i, m in enumerate(morphemes):
        topic = (m.tag == "JX" and m.surface in _TOPICS) or (m.tag == "MAG" and m.surface == "역시")
        if not (topic or m.tag == "JKS") or i == 0:
            continue
        last = _before_bracket(morphemes, i - 1)
        head = morphemes[last]
        start = _phrase_start(morphemes, last, taken)
        if start is None or head.surface in _ABSTRACT or any(a < head.end and head.start < b for a, b in taken):
            continue
        start = _without_stray_mark(text, start, head.end)
        subjects.append(Subject(start, head.end, topic, m.end, m.surface == "도"))
    return subjects


def _before_bracket(morphemes: list[Morpheme], last: int) -> int:
    """The noun before a bracket that ends at ``last``: 양파(15kg)는 is about 양파."""
    if morphemes[last].tag != "SSC" or morphemes[last].surface not in ")]":
        return last
    i = last
    while i > 0 and morphemes[i].tag != "SSO":
        i -= 1
    return max(i - 1, 0)


def _without_stray_mark(text: str, start: int, end: int) -> int:
    """``start`` after a quotation mark or bracket that the phrase opens and does not close."""
    closing = {"“": "”", "‘": "’", '"': '"', "'": "'", "(": ")", "[": "]", "「": "」", "『": "』", "<": ">"}
    mark = closing.get(text[start : start + 1])
    return start + 1 if mark and mark not in text[start + 1 : end] else start


def find_quotes(text: str) -> list[tuple[int, int]]:
    """Start and end of each quotation in a sentence."""
    return [(pair.start, pair.end) for pair in find_pairs(text, 0, len(text)) if pair.quote]


def find_actor(
    text: str, morphemes: list[Morpheme], subjects: list[Subject], quotes: list[tuple[int, int]], start: int, end: int
) -> str | None:
    """The subject or topic of the clause around ``[start, end)``, as written; None if the sentence shows none."""
    for subject in subjects:
        if subject.end <= start and end <= subject.particle:
            return text[subject.start : subject.end]
    if named := _before_own_bracket(text, morphemes, start, end):
        return named
    own = _quote_of(quotes, start)
    within = own is not None and any(_quote_of(quotes, s.start) == own for s in subjects)
    reach = (own,) if own is not None and (within or _has_subject(morphemes, quotes, own)) else (own, None)
    before = [s for s in subjects if s.particle <= start and _quote_of(quotes, s.start) in reach]
    for subject in reversed(before):
        around = _quote_of(quotes, subject.start)
        level = [m for m in morphemes if _quote_of(quotes, m.start) == around]
        if _reaches(subject, level, start if around == own or own is None else own):
            return text[subject.start : subject.end]
    after = [s for s in subjects if s.start >= end and not s.also and _quote_of(quotes, s.start) == own]
    if not before and after and not _parted(morphemes, end, after[0].start):
        return text[after[0].start : after[0].end]
    return None


def _before_own_bracket(text: str, morphemes: list[Morpheme], start: int, end: int) -> str | None:
    """The noun that a fact follows in brackets of its own: 찬성이 52%로 반대(41%)보다 많다."""
    if text[start - 1 : start] != "(" or text[end : end + 1] != ")":
        return None
    last = next((i for i, m in enumerate(morphemes) if m.end == start - 1), None)
    first = None if last is None else _phrase_start(morphemes, last, [])
    if last is None or first is None:
        return None
    phrase = text[first : morphemes[last].end]
    whole = first == 0 or text[first - 1].isspace()  # else it begins with what is left of the word before: 52%로
    return phrase if whole else phrase.partition(" ")[2] or None


def _has_subject(morphemes: list[Morpheme], quotes: list[tuple[int, int]], own: int) -> bool:
    """Does the quotation ``own`` have a subject, if only one that acts upon nothing: then the speaker is not meant."""
    return any(m.tag == "JKS" and _quote_of(quotes, m.start) == own for m in morphemes)


def _phrase_start(morphemes: list[Morpheme], last: int, taken: list[tuple[int, int]]) -> int | None:
    """Where the noun phrase that ends with morpheme ``last`` starts; None if that is no noun."""
    if morphemes[last].tag not in _PHRASE | {"SSC"}:
        return None
    first, i, clipped = None, last, False
    while i >= 0 and (morphemes[i].tag in _PHRASE or (morphemes[i].tag in _INSIDE and first is not None) or i == last):
        m = morphemes[i]
        clipped = any(a < m.end and m.start < b for a, b in taken)
        if clipped or (m.surface == "," and (i == 0 or morphemes[i - 1].tag not in ("NNG", "NNP", "SL"))):
            break
        if m.tag not in _INSIDE or m.tag == "SSO":
            first = i
        i -= 1
    if first is None:
        return None
    if clipped:
        # What stands between a fact and the noun ("1억 원 규모의") belongs to the fact.
        first = max((k + 1 for k in range(first, last) if morphemes[k].tag == "JKG"), default=first)
    while first < last and (
        morphemes[first].tag in ("NNB", "XSN")
        or (morphemes[first].surface in _MOMENTS and first > 0 and morphemes[first - 1].tag == "ETM")
        or morphemes[first].surface in _CONJUNCTIONS
        or (clipped and morphemes[first].surface in _SINCE)
    ):
        first += 1
    return morphemes[first].start


def _quote_of(quotes: list[tuple[int, int]], at: int) -> int | None:
    """The innermost quotation around a place, by its start."""
    return max((a for a, b in quotes if a < at < b), default=None)


def _reaches(subject: Subject, morphemes: list[Morpheme], start: int) -> bool:
    """Does the clause of ``subject`` still run at ``start``?

    A subject (not a topic) ends with its relative clause once that clause's noun has its own particle, and with a
    clause that ends in 면, 는데, 지만 and the like; a topic runs on.
    """
    closed = False
    for m in morphemes:
        if m.start < subject.particle or m.end > start:
            continue
        if m.tag == "EF":
            return False
        if not subject.topic and m.tag == "EC" and m.surface.endswith(_BREAKS):
            return False
        if closed and (m.tag in ("JKO", "JKB", "JKS", "JKC", "JX") or m.surface in _WHEN):
            return subject.topic
        closed = closed or m.tag == "ETM"
    return True


def _parted(morphemes: list[Morpheme], end: int, start: int) -> bool:
    """Does a clause end between ``end`` and ``start``: with its verb's ending, or with the 때 that it modifies?"""
    between = [m for m in morphemes if end <= m.start and m.end <= start]
    moments = any(a.tag == "ETM" and b.surface in _MOMENTS for a, b in pairwise(between))
    return moments or any(m.tag in ("EC", "EF") for m in between)
