"""Whose clause a fact stands in: the subject or topic of the clause whose predicate a number or a date belongs to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property

from helpers.lexicons import words
from helpers.narrative.facts.naming import Naming, Span
from helpers.narrative.grammar import Clause, Phrase, Sentence
from helpers.narrative.grammar.sentence import Level

# Roles of a noun that is told of the topic rather than one whom a clause before it is about: 두 아들을 둔 가장이다.
_TOLD = ("bare", "other", "place")
_CAUSE = re.compile(r"\s?(?:탓|덕|때문)")
_OWN = ("condition", "cause", "background", "concession")


class Subjects:
    """The subjects and topics of a sentence; ``times`` are the places of its dates and periods."""

    def __init__(self, sentence: Sentence, naming: Naming, times: Collection[int]) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.naming, self._times = naming, times

    def of_level(self, level: Level, position: int) -> Span | None:
        """Who is named for the clause that holds ``position``, or else for one around it."""
        clauses = level.clauses
        number = self._begun(clauses, _clause_at(clauses, position), position)
        for place in range(number, len(clauses)):
            own = place == number or clauses[place].kind != "adnominal"
            if own and (span := self._of_clause(clauses[place], position)):
                return span
            if place == number and (left := self._left_before(level, clauses[place], position)):
                return left
        return None

    def _begun(self, clauses: Sequence[Clause], number: int, position: int) -> int:
        """지난해 큰 폭의 손실을 낸 회사: a time before 큰 belongs to the clause after it."""
        while number + 1 < len(clauses) and position in self._times and _is_bare(clauses[number]):
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
        """Whose day it is with which a sentence begins: the subject of the first clause that modifies no noun."""
        for clause in level.clauses:
            if clause.kind != "adnominal" and (found := self._of_clause(clause, position)):
                return found
        return None

    def _of_clause(self, clause: Clause, position: int) -> Span | None:
        if clause.predicate.lemma in words("actors", "relating") and clause.kind != "final":
            return None
        subjects = [p for p in clause.phrases if p.role == "subject"]
        topics = self._topics(clause, position)
        before = [p for p in subjects if p.start <= position]
        if clause.kind == "adnominal" and subjects and not before:
            topic = self._topic_at(position)
            if topic or position not in self._times:
                # what stands before the subject of a clause that modifies a noun belongs to the clause around it
                return self.naming.of(topic, position) if topic else None
        candidates: list[Phrase | None] = [*reversed(before), *(p for p in subjects if p.start > position)]
        candidates += [p for p in reversed(topics) if p.end <= position] + [p for p in topics if p.end > position]
        named = any(phrase and self.naming.of(phrase, position) for phrase in candidates)
        modified = clause.modifies if clause.kind == "adnominal" and not (named or clause.times) else None
        if modified and not self._tells_what(modified):
            level = self.sentence.level_at(position)
            told = self.topic_before(level, position) if modified.role in _TOLD else None
            candidates += [self._topic_at(position), told, modified]
        if clause.of and clause.of not in self._kept:
            candidates.append(clause.of)
        return next((span for phrase in candidates if phrase and (span := self.naming.of(phrase, position))), None)

    def _topics(self, clause: Clause, position: int) -> list[Phrase]:
        """The topics of a clause; without those of what somebody in it says before ``position``, but for the first."""
        topics = [p for p in clause.phrases if p.role == "topic" and not p.place]
        said = [c.predicate.start for c in self.sentence.level_at(position).clauses if c.kind == "quoting"]
        return topics[:1] + [p for p in topics[1:] if not any(p.start < place < position for place in said)]

    def topic_before(self, level: Level, position: int) -> Phrase | None:
        """The topic of the sentence so far: it holds until another one comes."""
        topics = [p for p in self.before(level, position) if p.role == "topic" and not p.place]
        return topics[-1] if topics else None

    def subject_before(self, level: Level, position: int) -> Phrase | None:
        """The last subject before ``position`` that its clause does not keep to itself."""
        subjects = [p for p in self.before(level, position) if p.role == "subject" and p not in self._kept]
        return subjects[-1] if subjects else None

    def whom_before(self, level: Level, position: int) -> Phrase | None:
        """Whom something is given to, where nobody is named who gives it: 김씨에게는 벌금 300만원을."""
        stop = self.text.rfind(", ", 0, position)
        whom = [p for p in self.before(level, position) if p.role == "whom" and p.start > stop]
        return whom[-1] if whom else None

    def before(self, level: Level, position: int) -> list[Phrase]:
        """The phrases before ``position`` of the same sentence, where a quotation holds several."""
        stops = [m.end for m in level.morphemes if m.tag == "SF" and m.end <= position]
        return [p for p in level.phrases if p.end <= position and p.start >= max(stops, default=0)]

    @cached_property
    def _kept(self) -> list[Phrase]:
        """Subjects of clauses that keep theirs to themselves: the 비 of 비가 오면."""
        clauses = (c for c in self.sentence.clauses if c.relation in _OWN or _CAUSE.match(self.text, c.predicate.end))
        return [clause.subject for clause in clauses if clause.subject]

    def _topic_at(self, position: int) -> Phrase | None:
        """The subject or topic right before a date: 어도비는 16일 … 열린 행사에서."""
        if position not in self._times:
            return None
        return self.next_to(self.sentence.level_at(position), position)

    def next_to(self, level: Level, position: int) -> Phrase | None:
        """The subject or topic whose particle ends right before ``position``; 평일인 and the like may stand between."""
        named = (p for p in level.phrases if p.role in ("subject", "topic") and not p.place)
        return next(
            (p for p in named if p.particle_end < position and _IS.fullmatch(self.text, p.particle_end, position)),
            None,
        )

    def _tells_what(self, phrase: Phrase) -> bool:
        """Does a clause before the noun say what it consists in: 돈을 빼돌린 혐의."""
        told = self.text[phrase.start : phrase.end].split()
        return bool({told[0].removesuffix("의"), told[-1]} & words("actors", "consisting"))


_IS = re.compile(r"\s+(?:[가-힣]{1,10}인\s+)?")


def _is_bare(clause: Clause) -> bool:
    """Is a clause nothing but an adjective before its noun: 큰, 새로운."""
    return clause.kind == "adnominal" and clause.predicate.describes and not clause.phrases


def _clause_at(clauses: Sequence[Clause], position: int) -> int:
    """The number of the clause whose words hold ``position``, else of the first whose predicate comes after it."""
    for number, clause in enumerate(clauses):
        if any(start <= position < end for start, end in clause.spans):
            return number
    return next((n for n, clause in enumerate(clauses) if clause.predicate.start >= position), len(clauses))
