"""Predicates of a Korean sentence: a verb, adjective or noun with copula, with all that is joined to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from helpers.lexicons import words
from helpers.narrative.grammar.words import QUOTED, STEMS, Morpheme
from helpers.spans import Span

_OPEN = (0, 1, 4, 5, 6)  # the vowels ㅏ, ㅐ, ㅓ, ㅔ, ㅕ, which swallow 어 and 아
_BRIGHT = (0, 2, 8)  # the vowels ㅏ, ㅑ, ㅗ, after which 어 is 아
_NEGATING = frozenset(["않다", "못하다", "말다", "아니하다"])
_COMPOUNDING = frozenset(["놓다", "내다", "대다", "붙이다", "지다", "나가다", "두다"])


@dataclass(frozen=True)
class Predicate:
    """A verb, adjective or noun with copula, with all that is joined to it: '줄어들 것이라고', '하고 있다'.

    lemma    that of the verb: 줄어들다, 발표하다; for a noun with copula the noun and 이다
    negated  where it is denied (안, 못, -지 않다, 아니다, -을 수 없다); None if it is not
    first, last  the numbers of its morphemes in its level
    """

    start: int
    end: int
    lemma: str
    first: int
    last: int
    negated: Span | None = None
    describes: bool = False  # is it an adjective


def predicates_of(level: Sequence[Morpheme]) -> list[tuple[Predicate, Morpheme | None]]:
    """Each predicate with the ending that closes it."""
    found: list[tuple[Predicate, Morpheme | None]] = []
    number = 0
    while number < len(level):
        taken = number > 0 and level[number].lemma == "보다" and is_quoting(level[number - 1])  # '낮다고 봤으나'
        if _is_of_doer(level, number):
            number += 2
            continue
        if level[number].tag in STEMS and (level[number].tag != "VX" or taken):
            last, ending, negated = _chain(level, number)
            if (
                number
                and level[number - 1].tag == QUOTED
                and level[number].tag == "VCP"
                and ending
                and ending.tag in ("EC", "ETM")
            ):
                number = last + 1  # the 이라고, 라는 after a quotation belong to the verb that governs it
                continue
            first = _begin(level, number)
            negated = negated or _adverb(level, first) or _lacks(level[number])
            start, end = level[first].start, max(m.end for m in level[first : last + 1])
            found.append(
                (
                    Predicate(
                        start, end, _lemma(level, first, number, last), first, last, negated, level[number].tag == "VA"
                    ),
                    ending,
                )
            )
            number = last
        number += 1
    return found


def _is_of_doer(level: Sequence[Morpheme], number: int) -> bool:
    """Is a copula without letters no copula, but within what one is who does something: 담당자, read as 담당(이)자."""
    here, after = level[number], level[number + 1] if number + 1 < len(level) else None
    return after is not None and here.tag == "VCP" and after.tag == "EC" and here.surface == after.surface == "자"


def _begin(level: Sequence[Morpheme], stem: int) -> int:
    """The first morpheme of the word whose stem this is: the noun before 하다, 되다, 이다."""
    first = stem
    if level[stem].tag in ("XSV", "XSA", "VCP"):
        while first > 0 and level[first - 1].end >= level[first].start and level[first - 1].tag in (
            "NNG", "NNP", "XR", "XSN", "XPN", "NNB", "NR", "NP", "SL", "SN", "MAG", "SH",
        ):  # fmt: skip
            first -= 1
    return first


def _lemma(level: Sequence[Morpheme], first: int, stem: int, last: int) -> str:
    """발표하다 for 발표 and 하; 털어놓다 for 털, 어 and 놓 written in one."""
    whole = level[stem].stem
    if last >= stem + 2 and level[stem + 1].lemma in ("어", "아") and level[stem + 2].tag == "VX":
        glued = level[stem + 2].start <= level[stem + 1].end and level[stem + 2].lemma in _COMPOUNDING
        whole = _joined(whole, level[stem + 1].lemma) + level[stem + 2].stem if glued else whole
    return "".join(m.surface for m in level[first:stem]) + whole + "다"


def _joined(stem: str, ending: str) -> str:
    """털 and 어: 털어; 높 and 어: 높아; 쏟아지 and 어: 쏟아져; 내 and 어: 내; 보 and 아: 봐 is written 보아."""
    letter = ord(stem[-1]) - ord("가")
    if letter % 28 == 0 and letter // 28 % 21 in _OPEN:
        return stem
    ending = "아" if (ord(stem[-1]) - ord("가")) % 588 // 28 in _BRIGHT else ending
    if stem.endswith("지"):
        return stem[:-1] + "져"
    return stem[:-1] + "혀" if stem.endswith("히") else stem + ending


def _chain(level: Sequence[Morpheme], stem: int) -> tuple[int, Morpheme | None, Span | None]:
    """Three things about a predicate and its auxiliaries: its last morpheme, its last ending, where it is denied."""
    last, ending, negated = stem, None, None
    number = stem + 1
    if level[stem].tag == "VCN":
        negated = level[stem].start, level[stem].end
    while number < len(level):
        here = level[number]
        if here.tag in ("EP", "XSV", "XSA") and here.start <= level[last].end:
            last = number
        elif here.tag in ("EC", "EF", "ETM", "ETN") and here.start <= level[last].end:
            number += _is_cut(level, number)
            here = level[number]
            last, ending = number, here
            follows = _auxiliary(level, number, here)
            if follows is None:
                break
            if _denies(level, follows):
                apart = level[follows - 1].surface == "못"
                negated = level[follows - apart].start, level[follows].end
            last, number, ending = follows, follows, None
        else:
            break
        number += 1
    return last, ending, negated


def _is_cut(level: Sequence[Morpheme], number: int) -> bool:
    """Is it the 는 of one ending that the analyzer cuts in two: '마르지 않는|다는', '않는|다고'."""
    here, after = level[number], level[number + 1] if number + 1 < len(level) else None
    cut = here.tag == "ETM" and here.surface == "는" and after is not None and after.start == here.end
    return bool(cut and after and after.tag in ("ETM", "EC") and after.surface.startswith("다"))


def _denies(level: Sequence[Morpheme], number: int) -> bool:
    """Does an auxiliary deny the words before it: 않다, 말다, 없다, and 못 하다 in two morphemes?"""
    here = level[number]
    return here.lemma in _NEGATING or here.tag == "VCN" or here.lemma == "없다" or level[number - 1].surface == "못"


def _auxiliary(level: Sequence[Morpheme], number: int, ending: Morpheme) -> int | None:
    """The stem after an ending that makes one predicate with what stands before: 하지 (는) 않, 할 수 (가) 없."""
    place = number + 1
    if ending.tag == "ETM":
        bound = level[place] if place < len(level) and level[place].tag == "NNB" else None
        if bound is None or words("grammar", "modal").isdisjoint((bound.surface, bound.lemma)):  # 겁니다 is 거, too
            return None
        place += 1
    while place < len(level) and level[place].tag in ("JX", "JKS", "JKO", "JKC"):
        place += 1
    if place >= len(level) or is_quoting(ending):
        return None
    if ending.surface == "지" and [m.surface for m in level[place : place + 1]] == ["못"] and place + 1 < len(level):
        return place + 1 if level[place + 1].lemma == "하다" or level[place + 1].stem == "하" else None
    if ending.tag == "ETM":
        ends = level[place].tag in ("VCP", "VCN") or level[place].lemma in ("있다", "없다", "같다", "하다")
        return place if ends else None
    if ending.tag == "EC" and level[place].tag == "VX":
        return place
    return None


def is_quoting(ending: Morpheme) -> bool:
    """Does an ending mark the words before it as somebody's: 다고, 라며, 자고?"""
    return ending.tag == "EC" and any(len(form) > 1 and form in _quoting() for form in (ending.surface, ending.lemma))


def _quoting() -> frozenset[str]:
    return words("grammar", "quoting")


def _adverb(level: Sequence[Morpheme], first: int) -> Span | None:
    """안 or 못 right before the predicate."""
    before = level[first - 1] if first else None
    return (before.start, before.end) if before and before.tag == "MAG" and before.surface in ("안", "못") else None


def _lacks(stem: Morpheme) -> Span | None:
    return (stem.start, stem.end) if stem.lemma in ("없다", "아니다") else None
