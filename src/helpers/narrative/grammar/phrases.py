"""Noun phrases of a clause with the role that their particle gives them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.lexicons import words
from helpers.narrative.grammar.leads import without_time
from helpers.narrative.grammar.words import PARTICLES, Morpheme

_TOPICS = frozenset(["은", "는", "도", "ㄴ", "이야말로", "야말로", "만"])
_PLACES = frozenset(["에서", "서", "에선", "에서는"])
_WHOM = frozenset(["에게", "한테", "께", "에게서", "한테서", "더러", "보고"])
_PREFIX = ("같은 ", "또 ", "앞서의 ", "앞선 ")  # '같은 당 의원', '또 다른 상인'
_IN_NAMES = frozenset(
    ["IC", "MAG", "MM", "VV", "VA", "EF", "EC", "ETM", "XPN", "XR", "UN", "VCP", "XSV", "NNG", "NNP", "NR", "EP"]
)
_BULLETS = frozenset("△▲▽▼◁◀▷▶◇◆□■○●◎⊙☉★☆※☞•")
LONGEST = 40  # morphemes of a noun phrase


@dataclass(frozen=True)
class Phrase:
    """A noun phrase ``[start, end)`` without its particle.

    role       subject, topic, object, place (에서), whom (에게), other (any other particle), bare (none)
    particle   as written; it ends at ``particle_end``
    first, last  the numbers of its morphemes in its level of the sentence (see Sentence.levels)
    place      whether it is a topic that names a place or a circle of people: 업계에서는
    """

    start: int
    end: int
    role: str
    particle: str
    particle_end: int
    first: int
    last: int
    place: bool = False

    @property
    def is_told_of(self) -> bool:
        """Is it a subject or a topic."""
        return self.role in ("subject", "topic")

    @property
    def may_act(self) -> bool:
        """Is it a subject or a topic, and not where something happens: no 업계에서는."""
        return self.is_told_of and not self.place


def phrases_of(level: Sequence[Morpheme], text: str) -> list[Phrase]:
    """The noun phrases of one level of a sentence, in order."""
    found: list[Phrase] = []
    for number, morpheme in enumerate(level):
        if not _is_head(level, number, text):
            continue
        first = _first_of(level, number, text)
        if first is None:
            continue
        role, particle, end, place = _role(level, number)
        start = level[first].start
        for prefix in _PREFIX:
            if text.startswith(prefix, start - len(prefix)) and (prefix != "또 " or text.startswith("다른", start)):
                start -= len(prefix)
        found.append(Phrase(start, morpheme.end, role, particle, end, first, number, place))
    return found


def _is_head(level: Sequence[Morpheme], number: int, text: str) -> bool:
    """Does a noun phrase end with this morpheme?"""
    here = level[number]
    mark = here.tag == "SSC" or (here.tag in ("SW", "SB") and here.surface not in "=|<>")
    closing = mark and number > 0
    if not (here.is_noun or here.tag == "NAME" or closing):
        return False
    if number + 1 == len(level) or _is_case(level, number):
        return True
    after = level[number + 1]
    if after.tag in ("XSV", "XSA", "XSN", "SSC", "SW", "SB") and after.start == here.end:
        return False
    if after.tag == "SSO" and after.start == here.end:  # 씨(34), 연구원(KDI)
        return False
    if after.tag == "SSC":
        return False
    if (
        after.tag in ("JKG", "JC")
        or after.surface in ("및", "겸")
        or _joins(level, number + 1)
        or _lists(level, number + 1)
    ):
        return not _goes_on(level, number + 2)
    return not _goes_on(level, number + 1)


def _is_case(level: Sequence[Morpheme], number: int) -> bool:
    """'일본의 경우' is as good as '일본은'."""
    return level[number].surface == "경우" and number > 0 and level[number - 1].tag == "JKG"


def _goes_on(level: Sequence[Morpheme], number: int) -> bool:
    return number < len(level) and (level[number].is_noun or level[number].tag in ("NAME", "SSO", "MM"))


def _joins(level: Sequence[Morpheme], number: int) -> bool:
    """Is this a mark that joins two names of a list (김하늘·이바다, 서울/경기)?"""
    here = level[number]
    apart = here.surface in "-~" and number and level[number - 1].end < here.start  # '사진 설명 - 오하늘 시장이'
    return here.tag in ("SP", "SO", "SY") and here.surface in "·/ㆍ∙-~&" and not apart


def _first_of(level: Sequence[Morpheme], last: int, text: str) -> int | None:
    """The first morpheme of the noun phrase that ends with ``last``; None if no noun stands there."""
    first: int | None = None
    number = last
    while number >= 0 and last - number < LONGEST:
        here = level[number]
        if _is_bullet(level, number) or (number < last and _is_case(level, number)):
            break
        if here.tag == "SSC":
            number = _mark_opening(level, number)
            if number < 0:
                break
            first = number
        elif here.is_noun or here.tag in ("MM", "NAME") or (here.tag in ("SW", "SB") and here.surface not in "=|<>"):
            first = number
        elif (
            here.tag in ("JKG", "JC") or here.surface in ("및", "겸") or _joins(level, number) or _lists(level, number)
        ):
            if number == 0 or not (level[number - 1].is_noun or level[number - 1].tag in ("SSC", "NAME")):
                break
        else:
            break
        number -= 1
    return None if first is None else without_time(level, _whole_word(level, first), last, text)


def _is_bullet(level: Sequence[Morpheme], number: int) -> bool:
    """Is it one mark before an item of a list, '△김하늘 의원은', and no letter left out: '김○○ 씨', '△△시'?"""
    here, before = level[number], level[number - 1] if number else None
    after = level[number + 1] if number + 1 < len(level) else None
    alone = before is None or before.end < here.start or before.tag == "SF"
    called = after is not None and (
        after.surface == here.surface or (here.end == after.start and len(after.surface) == 1)
    )
    return here.surface in _BULLETS and alone and not called


def _whole_word(level: Sequence[Morpheme], first: int) -> int:
    """``first`` moved to the beginning of its eojeol: the analyzer had cut a name in two (오/IC 하늘)."""
    number = first
    while number > 0 and level[number - 1].end >= level[number].start:
        if level[number - 1].tag not in _IN_NAMES:
            return first
        number -= 1
    return number


def _lists(level: Sequence[Morpheme], number: int) -> bool:
    """Is it a comma within a list that ends with 등, 와 or a second comma ('서울시, 인천시 등은')?"""
    here = level[number]
    if here.surface != "," or number + 1 >= len(level):
        return False
    close = [m.surface for m in level[number + 1 : number + 8]]
    stop = next((n for n, m in enumerate(level[number + 1 : number + 8]) if m.tag in ("JKS", "JX", "JKO", "JKB")), 8)
    return any(word in ("등", "및", "와", "과") for word in close[:stop])


def _mark_opening(level: Sequence[Morpheme], number: int) -> int:
    """The mark that opens what the mark ``number`` closes; -1 if none does within reach."""
    depth = 0
    for place in range(number, max(number - LONGEST, -1), -1):
        depth += (level[place].tag == "SSC") - (level[place].tag == "SSO")
        if depth == 0:
            return place
    return -1


def _role(level: Sequence[Morpheme], number: int) -> tuple[str, str, int, bool]:
    """Role, particle, where the particle ends, whether it is a place."""
    after: list[Morpheme] = []
    for m in level[number + 1 : number + 4]:
        if m.tag not in PARTICLES or m.start > (after[-1].end if after else level[number].end):
            break
        after.append(m)
    beside = level[number + 1] if number + 1 < len(level) else None
    if beside and beside.tag == "MAG" and beside.surface in words("grammar", "too"):
        return "topic", "", level[number].end, False  # '김하늘 의원 역시'
    written = "".join(m.surface for m in after)
    end = after[-1].end if after else level[number].end
    if not after:
        return ("topic" if _is_case(level, number) else "bare"), "", end, False
    one = after[0]
    place = one.tag == "JKB" and one.surface in _PLACES
    if one.tag == "JKS" and one.surface not in ("에서",):
        return "subject", written, end, False
    if one.surface == "만" and any(
        m.surface in ("하", "해", "보", "봐", "따지") for m in level[number + 2 : number + 3]
    ):
        return "other", written, end, False  # '이 마을만 하더라도', '올해만 해도'
    if any(m.tag == "JX" and m.surface in _TOPICS for m in after):
        whom = one.tag == "JKB" and one.surface in _WHOM
        other = one.tag == "JKB" and not place
        return ("whom" if whom else "other" if other else "topic"), written, end, place or one.surface == "에서"
    if one.tag == "JKO":
        return "object", written, end, False
    if place or one.surface == "에서":
        return "place", written, end, True
    if one.tag == "JKB" and one.surface in _WHOM:
        return "whom", written, end, False
    return "other", written, end, False
