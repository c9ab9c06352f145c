"""Figures that nobody could look up, as they are only supposed, aimed at, hoped for or part of a definition."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from helpers.lexicons import words
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.limiting import LIMITS, limits_a_class
from helpers.narrative.grammar import Clause, Sentence

_SUPPOSES = re.compile(r"(?:다|라)고\s(?:가정|치면|친다면|칠\s때|하더라도)")
_IF = re.compile(r"(?:다면|라면|가정하면|치면)$")
_LIMIT = re.compile(r"인\s[가-힣]")
_DEFINES = re.compile(r"[을를]\s(?:말한다|뜻한다|일컫는다|의미한다|가리킨다)\W*$")
_IN_ORDER_TO = re.compile(r"\s수\s있(?:도록|게)")
_WILL = re.compile(r"(?P<last>[가-힣])\s것(?:이|입|(?=[”\"’'])|으로\s(?:기대|자신|확신))")
_FORESEEN = re.compile(
    r"(?P<last>[가-힣])\s(?:것(?:으로|이라는|이란)\s(?:전망|예상|예측|예견|관측|내다보|내다봤|보인|보이|보고|보입|봤|점쳐)|전망(?![가-힣]*(?:대|치)))"
)
_EXPECTED = re.compile(r"전망|\s것(?:이[다라]|으로\s(?:보|예|전|기))")
_PUBLISHED = re.compile(r"발표|공시|공고|고시|공개|보고서|보도자료|에\s(?:따르면|의하면)")
_FROM = re.compile(r"(?:보다|에서|대비|인\s|이던\s|였던\s)")  # 3만원보다 오를 것: the 3만원 is known
_MEANS = re.compile(r"겠(?:다|습|지|고|으)")
_MAY = re.compile(r"(?P<last>[가-힣])\s수(?:도|는)?\s있(?!었)")
_IN_CASE = re.compile(r"\s경우(?:에[는도만]?|엔|,|\s)")
_RIEUL = 8  # the place of ㄹ among final consonants
LONGEST = 31  # days that somebody may yet look up: a day or month that is planned


def without_supposed(sentence: Sentence, fact: Found, published: date | None = None) -> Found:
    """The fact, loose if it is only supposed: 5% 오른다고 가정하면, 1승 이상을 노린다, 3만 대가 될 것이다.

    So is what is foreseen, unless the sentence says that it was published. A day for which something is planned can be
    looked up once it has come.
    """
    if not fact.loose and _lies_ahead(sentence, fact, published) and not _PUBLISHED.search(sentence.text):
        return replace(fact, loose=True)
    planned = fact.days is not None and (fact.days[1] - fact.days[0]).days < LONGEST
    if fact.loose or planned:
        return fact
    limits = fact.days is None and (_defines(sentence.text, fact) or limits_a_class(sentence, fact))
    if limits or _is_supposed(sentence, fact):
        return replace(fact, loose=True)
    return fact


def _lies_ahead(sentence: Sentence, fact: Found, published: date | None) -> bool:
    """Is a season or year yet to come that begins nothing, a day for which something is expected, or a number foreseen.

    내년에도 함께 가겠다, 배 30척이 팔릴 것으로 전망했다, 3만원에 이를 전망이다.
    """
    if fact.days:
        ahead = published is not None and fact.days[0] > published
        if ahead and (fact.days[1] - fact.days[0]).days > LONGEST and not fact.bound:
            return True
        own = sentence.clause_of(fact.start) if ahead else None
        return (
            own is not None and _EXPECTED.search(sentence.text, own.predicate.start, own.predicate.end + 8) is not None
        )
    own = sentence.clause_of(fact.start)
    if own is None or _FROM.match(sentence.text, fact.end):
        return False
    if own.predicate.lemma in words("supposing", "foreseeing") and own.kind != "adnominal":
        return True
    foreseen = _FORESEEN.search(sentence.text, own.predicate.start, own.predicate.end + 8)
    return foreseen is not None and _ends_in_rieul(foreseen["last"])


def _may_be(sentence: Sentence, own: Clause) -> bool:
    """Does a clause tell of what may happen or somebody may do: 5명을 뽑을 수 있다, 5명이 물러날 경우.

    What can be seen or known is so (배 5척을 볼 수 있다), and what somebody could do is over (뽑을 수 있었다).
    """
    text, end = sentence.text, own.predicate.end
    if own.kind == "adnominal" and _IN_CASE.match(text, end) and _ends_in_rieul(text[end - 1]):
        return True
    may = _MAY.search(text, own.predicate.start, end + 8)
    known = own.predicate.lemma in words("supposing", "knowing")
    return may is not None and _ends_in_rieul(may["last"]) and not known


def _ends_in_rieul(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 == _RIEUL


def _defines(text: str, fact: Found) -> bool:
    """Is it the limit by which something is called so: 3억원 이상인 배, …을 말한다."""
    limit = not LIMITS.isdisjoint(fact.bound[-1:]) and _LIMIT.match(text, fact.end)
    return bool(limit or _DEFINES.search(text))


def _is_supposed(sentence: Sentence, fact: Found) -> bool:
    level = sentence.level_at(fact.start)
    own = sentence.clause_of(fact.start)
    if own is None:
        return False
    text, end = sentence.text, own.predicate.end
    told = text[own.predicate.start : end]
    if _IF.search(told) or _SUPPOSES.search(text, fact.end, end + 12):
        return True
    if any(
        _IF.search(text[c.predicate.start : c.predicate.end]) for c in level.clauses if c.predicate.end <= fact.start
    ):
        return True
    if own.predicate.lemma in words("supposing", "aiming") or "목표로" in text[fact.end : end].split():
        return True
    around = text[own.predicate.start : end + 8]
    will = _WILL.search(around)
    hoped = will is not None and _ends_in_rieul(will["last"])
    if fact.days is None and _may_be(sentence, own):
        return True
    return bool(hoped or _MEANS.search(told) or _IN_ORDER_TO.search(around))
