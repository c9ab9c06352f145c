"""May a fact be of whom the sentence before told of: only where its own sentence has no subject and tells of an act."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.telling import Telling
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Clause, Sentence

_KIND = re.compile(r"\d+\s?(?:인|차|단계|층|급)\s?[가-힣]{2,}")  # 1인가구의 몫은: no number of persons
_TORN = ("VV", "VA", "VX", "XSV")
_SUBJECT = ("은", "는", "이", "가", "도")
_GRANTED = re.compile(r"[가-힣](?:긴|기는|기야)\s(?:했|하|한)(?:는데|지만|으나)")  # 돌아오긴 했는데
_IN_BRACKETS = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)\W*")
# 언론에서 2조가 든다고 하면: others say so
_ELSEWHERE = re.compile(
    r"(?:언론|업계|일각|시장|학계|정치권|정가|재계|주변|현장|온라인|인터넷)에서[는도]?\s[^“”]*다고\s"
)


def may_be_carried(sentence: Sentence, fact: Found, telling: Telling) -> bool:
    """Is the sentence one that goes on about somebody whom it leaves out; of persons and offices only what they do."""
    if _IN_BRACKETS.fullmatch(sentence.text) or _has_own_subject(sentence):
        return False
    if _ELSEWHERE.match(sentence.text):
        return False
    if not telling.is_somebody or sentence.level_at(fact.start).quote:
        return True
    final = next((c for c in reversed(sentence.levels[0].clauses) if c.kind == "final"), None)
    if final and final.predicate.lemma.endswith("이다"):
        return False
    own = sentence.clause_of(fact.start)
    return bool(fact.days or own is None or not _changes(own))


def is_of_before(sentence: Sentence, fact: Found, naming: Naming) -> bool:
    """닷새 만인 오늘 돌아오긴 했는데 배는 없었다: whoever did it was told of before."""
    granted = _GRANTED.search(sentence.text, fact.end)
    level = sentence.level_at(fact.start)
    if granted is None or level.quote or sentence.level_at(granted.start()) is not level:
        return False
    named = (p for p in level.phrases if p.start < granted.end() and p.is_told_of)
    return not any(naming.cleaned(p.start, p.end) for p in named)


def _has_own_subject(sentence: Sentence) -> bool:
    """Has it a subject of its last clause, were it an abstract one (여론이 들끓었다), or one in a torn word."""
    level = sentence.levels[0]
    final = next((c for c in reversed(level.clauses) if c.kind == "final"), None)
    own = final.subject if final else None
    if own and not own.place and sentence.text[own.start : own.end] not in words("actors", "pointing"):
        counted = sentence.text[own.start : own.end][:1].isdigit()
        return not counted or _KIND.match(sentence.text, own.start, own.end) is not None
    if own and own.place and final and final.predicate.lemma.endswith("이다"):  # 닿은 곳은 나루에서 9㎞ 떨어진 곳이다
        return True
    pairs = zip(level.morphemes, level.morphemes[1:], strict=False)
    return any(
        a.tag in _TORN and b.tag in ("JX", "JKS") and b.surface in _SUBJECT and a.end == b.start for a, b in pairs
    )


def _changes(clause: Clause) -> bool:
    """Does a figure grow, fall or come to something, as what is counted does and no person."""
    lemma = clause.predicate.lemma
    return lemma in words("actors", "changing") or lemma in ("되다", "늘어나다", "줄어들다")
