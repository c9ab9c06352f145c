"""Which phrases on its left a clause takes, and which subject it shares with those around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase

_LEAST = re.compile(r"(?:단\s)?한\s\S{1,3}$|하나$|아무\S*$|전혀$|조금$")  # 한 명도 없는: of the clause that denies it


def left_over(clause: Clause, near: Phrase | None) -> Phrase | None:
    """The subject that a clause shares with the one right after it: 교장이 땅을 사고 값을 치른 것."""
    if clause.subject or clause.topic:
        shares = (
            clause.kind == "connective" and clause.ending in ("고", "며", "으며") and not clause.predicate.describes
        )
        return clause.subject if shares else None
    return near if clause.kind in ("connective", "adnominal") else None


def lent(clause: Clause, pending: Sequence[Phrase], shared: Phrase | None, near: Phrase | None) -> Phrase | None:
    """The subject that a clause without its own takes from the clauses around it."""
    if clause.kind == "adnominal" and not clause.times:
        return None
    topics = [phrase for phrase in pending if phrase.may_act]
    if near and clause.kind != "final" and (not topics or near.start > topics[-1].start):
        return near
    return topics[-1] if topics else shared


def attach(clause: Clause, pending: list[Phrase], has_topic: bool, text: str) -> None:
    """Move to the clause the phrases on its left that are its own."""
    taken: list[Phrase] = []
    if clause.predicate.lemma in words("grammar", "light_verbs") and clause.kind != "final":
        clause.phrases = [pending.pop()] if pending and not pending[-1].is_told_of else []
        return  # 이에 대해, 시장을 위해: the subject before is of the clause around it
    if _is_particle(clause, pending):
        clause.phrases = [pending.pop()]
        clause.object = clause.phrases[0] if clause.phrases[0].role == "object" else None
        return
    subjects = sum(phrase.role == "subject" for phrase in pending)
    alone = subjects < 2 and not has_topic
    while pending and not _is_of_another(clause, pending, taken, alone, text):
        taken.append(pending.pop())
    clause.phrases = taken[::-1]
    clause.subject = next((p for p in taken if p.role == "subject"), None)
    clause.topic = next((p for p in reversed(taken) if p.role == "topic"), None)
    clause.object = next((p for p in taken if p.role == "object"), None)


def _is_particle(clause: Clause, pending: list[Phrase]) -> bool:
    """Is it a verb that only joins its noun to what follows: '이에 따른', '둑을 둘러싸고', not '담이 둘러싼 집'."""
    joins = words("grammar", "joining_verbs")
    return clause.kind in ("adnominal", "connective") and any(
        f"{phrase.particle}+{clause.predicate.lemma}+{clause.ending}" in joins for phrase in pending[-1:]
    )


def _is_of_another(clause: Clause, pending: list[Phrase], taken: list[Phrase], alone: bool, text: str) -> bool:
    """Does the last of the phrases on its left belong to a clause around it.

    taken  those right of it that are its own
    alone  has what a quoting clause stands in no topic and no second subject
    """
    phrase, has = pending[-1], {other.role for other in taken}
    if phrase.role == "topic":
        least = clause.predicate.negated and phrase.particle == "도" and _LEAST.match(text, phrase.start, phrase.end)
        return not least and _leaves_topic(clause, pending, "subject" in has)
    if phrase.role == "subject":
        return _leaves_subject(clause, pending, taken, alone)
    if phrase.role == "object" and "object" in has and clause.kind == "adnominal":
        return True
    return clause.kind == "adnominal" and clause.predicate.describes  # 원인으로 [낡은 관을] 꼽다


def _leaves_subject(clause: Clause, pending: list[Phrase], taken: list[Phrase], alone: bool) -> bool:
    """Is the subject at the end of ``pending`` that of a clause around this one."""
    subjects, adnominal = sum(p.role == "subject" for p in taken), clause.kind == "adnominal"
    if subjects and (subjects > 1 or clause.predicate.lemma not in words("grammar", "two_subjects")):
        return True
    if subjects and not any(p.is_told_of for p in pending[:-1]):
        return True
    if clause.kind == "quoting" and alone and not clause.asks and not _topic_before(pending):
        return True
    acted_on = any(p.role == "object" for p in taken)
    if adnominal and acted_on and not clause.times and not _topic_before(pending):
        return True
    return bool(taken) and _is_hearsay(clause, taken[-1])


def _is_hearsay(clause: Clause, before: Phrase) -> bool:
    """경찰이 [그가 숨긴 것으로 확인된] 배를 찾는다: of what is said to be so the subject is the noun after it."""
    passive = clause.predicate.lemma.endswith(("되다", "지다")) and clause.kind == "adnominal"
    return passive and before.particle == "으로" and before.end - before.start == 1


def _leaves_topic(clause: Clause, pending: Sequence[Phrase], has_subject: bool) -> bool:
    """Does a topic on its left belong to a clause around this one?"""
    if clause.kind == "connective" and has_subject:  # '관장은 손님이 늘수록 …고 말했다': of the clause around it
        return clause.predicate.lemma not in words("grammar", "two_subjects")
    if clause.kind in ("quoting", "nominal"):
        return has_subject or sum(phrase.is_told_of for phrase in pending) < 2
    return clause.kind == "adnominal"


def _topic_before(pending: Sequence[Phrase]) -> bool:
    return any(phrase.role == "topic" and not phrase.place for phrase in pending[:-1])
