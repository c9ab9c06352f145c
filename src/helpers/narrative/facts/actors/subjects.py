"""Whose clause a fact stands in: the subject or topic of the clause whose predicate a number or a date belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from helpers.lexicons import load, words
from helpers.narrative.facts.actors.doers import Doers, happens
from helpers.narrative.grammar import Clause, Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

# Roles of a noun that is told of the topic rather than one whom a clause before it is about: 두 아들을 둔 가장이다.
_TOLD = ("bare", "other", "place")
_RESULT = re.compile(r"\s?결과")
_STATES = ("있다", "없다")
_HELD = frozenset(load("times")["held"])


class Subjects(Doers):
    """The subjects and topics of a sentence; ``times`` are the places of its dates and periods."""

    def of_level(self, level: Level, position: int) -> Span | None:
        """Who is named for the clause that holds ``position``, or else for one around it."""
        clauses = level.clauses
        number = self._begun(level, _clause_at(clauses, position), position)
        if number == len(clauses):
            return None
        own = clauses[number]
        if span := self._of_clause(own, position) or self._left_before(level, own, position):
            return span
        if own.subject and own.subject.end <= position and self._is_described(own.subject):
            return own.subject.start, own.subject.end
        if own.kind == "final":
            return None
        if (next_one := clauses[number + 1 : number + 2]) and (doer := self._led_to(level, own, next_one[0], position)):
            return self.named(doer, position)
        after = next((p for p in level.phrases if p.start >= own.predicate.end), None)
        if (
            own.kind == "connective"
            and after
            and self.text[after.start : after.end] in words("actors", "what_was_said")
        ):
            return None  # 14%포인트 오르는데, 이는 …에 이어 폭이 넓다: 이 is what was said
        if self._done_before(own, clauses[number + 1 :]):
            return None
        noun = own.modifies if own.kind == "adnominal" else None
        compared = noun is not None and not noun.is_told_of and self._is_filled(noun)
        compared = compared or own.relation == "concession"  # 30명을 태울 수 있지만 바람이 거세다
        return self._around(level, clauses[number + 1 :], position, only_topics=compared)

    def _done_before(self, own: Clause, after: Sequence[Clause]) -> bool:
        """뱃삯을 3만원으로 올린 뒤 손님이 줄었다: does something else happen once somebody left out has done this."""
        done = own.times and own.object is not None and not (own.subject or own.topic or own.of)
        main = next((clause for clause in after if clause.kind != "adnominal"), None) if done else None
        return main is not None and main.subject is not None and main.topic is None and happens(main)

    def _led_to(self, level: Level, own: Clause, after: Clause, position: int) -> Phrase | None:
        """경기를 치러 뽑힌 선장, 30년간 가르치고 쓴 학자: the noun of a clause that goes on from that of the fact."""
        shares = own.kind == "connective" and own.ending in words("grammar", "sharing") and not (own.subject or own.of)
        if not shares or after.kind != "adnominal" or after.subject or after.times or after.modifies is None:
            return None
        if any(p.may_act for p in self.before(level, position)) or self._tells_what(after.modifies):
            return None
        owner = self.text.find("의 ", after.modifies.start, after.modifies.end)
        if own.object and owner > after.modifies.start:
            return replace(after.modifies, end=owner)
        doer = self._doer(after, after.modifies)
        if after.predicate.lemma.endswith("이다"):
            return None
        return doer if doer.is_told_of or doer.role == "bare" or doer != after.modifies else None

    def of_own(self, level: Level, position: int) -> Span | None:
        """Who is named for the clause that holds ``position``, for none around it."""
        number = _clause_at(level.clauses, position)
        return self._of_clause(level.clauses[number], position) if number < len(level.clauses) else None

    def found_out(self, level: Level, position: int) -> Span | None:
        """조합이 생선값을 살핀 결과 10% 올랐다: what somebody looked into, where nothing else is told of."""
        found = [c for c in level.clauses if c.times and _RESULT.match(self.text, c.predicate.end)]
        objects = [c.object for c in found if c.predicate.end <= position and c.object]
        return self.named(objects[-1], position) if objects else None

    def is_told_otherwise(self, level: Level, position: int) -> bool:
        """Has the clause of a fact a subject that names nobody by itself: 나온 이들이, 수백만 명이."""
        number = _clause_at(level.clauses, position)
        subject = level.clauses[number].subject if number < len(level.clauses) else None
        if subject is None or subject.start <= position < subject.end or self.named(subject, position):
            return False
        noun = self.text[subject.start : subject.end].split()[-1]
        return noun in words("actors", "those") or self.naming.is_fact(subject.end - 1)

    def _around(
        self, level: Level, clauses: Sequence[Clause], position: int, *, only_topics: bool = False
    ) -> Span | None:
        """Who is named for the first of the clauses, up to the end of a sentence, that is none of a noun.

        only_topics  of what 것 stands in comparison with no subject is meant: 5%이던 것에 비해 비중이 커졌다
        """
        for clause in clauses:
            if clause.kind == "adnominal" and not clause.times:
                inner = clause.modifies if not (clause.subject or clause.topic) else None
                only_topics = only_topics or (inner is not None and self._tells_what(inner))
                continue
            subject = clause.subject
            apart = subject in self._apart and any(
                p.role == "topic" and not p.place and position < p.start < subject.start for p in level.phrases
            )
            if only_topics or apart:
                span = self.named(clause.topic, position) if clause.topic and not clause.topic.place else None
            else:
                span = self._of_clause(clause, position)
            if span or clause.kind == "final":
                return span
        return None

    def _begun(self, level: Level, number: int, position: int) -> int:
        """지난해 큰 폭의 손실을 낸 회사: a time before 큰 belongs to the clause after it."""
        clauses = level.clauses
        while number + 1 < len(clauses) and position in self._times and _is_bare(level, clauses[number]):
            number += 1
        return number

    def _left_before(self, level: Level, clause: Clause, position: int) -> Span | None:
        """지지율이 40%를 넘었다는 결과가 나왔다: a subject before that no clause has taken is that of the inner one."""
        if clause.kind != "adnominal" or clause.ending not in words("grammar", "quoting_adnominal"):
            return None
        taken = {phrase.start for other in level.clauses for phrase in other.phrases}
        free = [p for p in self.before(level, position) if p.role == "subject" and p.start not in taken]
        return self.naming.of(free[-1], position) if free else None

    def of_main(self, level: Level, position: int) -> Span | None:
        """Whose day it is with which a sentence begins: 9일 배를 산 조합은, else of the first clause of no noun."""
        first = next((c for c in level.clauses if not _is_bare(level, c)), None)
        if first and first.kind == "adnominal":
            doer = self._doer(first, first.modifies) if first.modifies else None
            noun = first.subject if first.times else None if first.subject else doer
            held = self.text[first.predicate.start : first.predicate.end] in _HELD and not first.times
            if noun and held and (span := self.named(noun, position)):
                return span
            by = noun is not None and noun.particle == "에" and self.text.startswith(" 의해", noun.particle_end)
            told = (
                noun
                and (noun.is_told_of or noun.particle == "에는" or by)
                and not (noun.place or self._tells_what(noun))
            )
            if noun and told and (noun is first.subject or not first.times) and (span := self.named(noun, position)):
                return span
        return self._around(level, [c for c in level.clauses if c.kind != "adnominal"], position)

    def _of_clause(self, clause: Clause, position: int) -> Span | None:
        if self._relates(clause) and clause.kind != "final":
            return None
        subjects = [p for p in clause.phrases if p.role == "subject"]
        topics = self._topics(clause, position)
        if clause.predicate.lemma in words("actors", "given"):
            subjects = self._receivers(clause, subjects)
        before = [p for p in subjects if p.start <= position]
        if clause.kind in ("adnominal", "nominal") and subjects and not before:
            topic = self._topic_at(position)
            if topic or position not in self._times:
                # what stands before the subject of a clause within belongs to the clause around it
                return self.named(topic, position) if topic else None
        after = [p for p in subjects if p.start > position]
        named_first = [p for p in reversed(topics) if p.end <= position]
        # 그 집은 방 3칸에 마당이 50평이다: of two the topic before, but a time before the subject is the subject's
        around = [*after, *named_first] if position in self._times else [*named_first, *after]
        candidates: list[Phrase | None] = [*reversed(before), *around, *(p for p in topics if p.end > position)]
        named = any(phrase and self.named(phrase, position) for phrase in candidates)
        of_time = clause.predicate.end + 1 in self._times  # 13일 만인 이날 길을 열었다: the clause is of the day behind
        within = clause.kind == "adnominal" and not (named or clause.times or of_time)
        modified = clause.modifies if within else None
        if modified and not self._tells_what(modified):
            level = self.sentence.level_at(position)
            # 조합은 이달 배를 논의하는 총회를 연다: what goes on at no one time does not begin with a date
            goes_on = clause.ending == "는" and (not happens(clause) or clause.predicate.lemma in _STATES)
            dated = position in self._times and goes_on
            told = self.topic_before(level, position) if dated or modified.role in _TOLD else None
            doer = self._doer(clause, modified)
            candidates += [self._topic_at(position), *((doer, told) if happens(clause) and not dated else (told, doer))]
        scene = clause.of is not None and self.is_scene(self.sentence.level_at(position), clause.of, position)
        if clause.of and clause.of not in self._kept and not scene:
            candidates.append(clause.of)
        if clause.object and clause.kind != "adnominal":
            candidates += [p for p in clause.phrases if p.role == "place" and self._is_office(p)]
        return next((span for phrase in candidates if phrase and (span := self.named(phrase, position))), None)


def _is_bare(level: Level, clause: Clause) -> bool:
    """Is a clause nothing but an adjective or another name before its noun: 큰, 극심한, 통신사인."""
    if clause.kind != "adnominal" or clause.phrases:
        return False
    own = level.morphemes[clause.predicate.first : clause.predicate.last + 1]
    names = clause.predicate.lemma.endswith("이다") and level.text[clause.predicate.start : clause.end].endswith("인")
    return clause.predicate.describes or names or any(m.tag == "XSA" for m in own)


def _clause_at(clauses: Sequence[Clause], position: int) -> int:
    """The number of the clause whose words hold ``position``, else of the first whose predicate comes after it."""
    for number, clause in enumerate(clauses):
        if any(start <= position < end for start, end in clause.spans):
            return number
    return next((n for n, clause in enumerate(clauses) if clause.predicate.start >= position), len(clauses))
