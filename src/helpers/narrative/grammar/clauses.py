"""Clauses of a Korean sentence: predicate, subject, topic, object, negation, and what an adnominal clause modifies.

Korean closes its phrases on the right: a predicate takes the noun phrases on its left that no earlier predicate took.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from helpers.lexicons import words
from helpers.narrative.grammar.phrases import Phrase, is_moment
from helpers.narrative.grammar.predicates import Predicate, is_quoting, predicates_of
from helpers.narrative.grammar.words import QUOTED, Morpheme
from helpers.spans import Span

_ASKS = re.compile(r"(?:달라고|(?:[가-힣]야\s?(?:한|하|된)|서는?\s?안\s?된)다(?:고|며|면서)|으라고|주라고)$")
_DATED = re.compile(r"\d|지난|오는|어제|오늘|올해|작년|이달")  # a date, seen as one adverb: 임기를 넘긴 지난 1일
_LEAST = re.compile(r"(?:단\s)?한\s\S{1,3}$|하나$|아무\S*$|전혀$|조금$")  # 한 명도 없는: of the clause that denies it
MOST_PENDING = 30  # phrases that a predicate may reach back over


@dataclass
class Clause:
    """What one predicate governs.

    kind      final, connective, adnominal, quoting (다고, 라며: its words are given to somebody), nominal (음, 기)
    relation  of a connective clause: concession, cause, condition, background, and, other
    ending    as written
    subject, topic, object  as far as the clause itself gives them; ``of`` is the subject that it shares with another
    modifies  the noun phrase that an adnominal clause modifies
    """

    predicate: Predicate
    kind: str
    ending: str
    relation: str = ""
    phrases: list[Phrase] = field(default_factory=list)
    subject: Phrase | None = None
    topic: Phrase | None = None
    object: Phrase | None = None
    of: Phrase | None = None
    modifies: Phrase | None = None
    quote: Morpheme | None = None
    # of a quoting clause: does it ask or oblige somebody other than who speaks (달라고, 해야 한다고)
    asks: bool = False
    times: bool = False  # of an adnominal clause: does it modify a bound noun or a noun of time (데, 뒤, 때)

    @property
    def start(self) -> int:
        return min([self.predicate.start, *(phrase.start for phrase in self.phrases)])

    @property
    def end(self) -> int:
        return self.predicate.end

    @property
    def spans(self) -> list[Span]:
        """Where its own words stand: its phrases with their particles, and its predicate."""
        return [(p.start, p.particle_end) for p in self.phrases] + [(self.predicate.start, self.predicate.end)]

    @property
    def actor(self) -> Phrase | None:
        """Who or what acts: the clause's subject, else its topic, else the subject that it shares."""
        return self.subject or self.topic or self.of


def clauses_of(level: Sequence[Morpheme], phrases: Sequence[Phrase], text: str) -> list[Clause]:
    """The clauses of one level of a sentence, in the order of their predicates."""
    return list(_Parse(level, phrases, text).clauses())


class _Parse:
    """Reads a level from left to right; ``pending`` are the phrases that no predicate has taken yet."""

    def __init__(self, level: Sequence[Morpheme], phrases: Sequence[Phrase], text: str) -> None:
        self.level, self.text = level, text
        self.waiting = deque(phrases)
        self.pending: list[Phrase] = []
        self.shared: Phrase | None = None
        self.near: Phrase | None = None  # the subject of the clause right before, if it shares it
        self.modifying: list[Clause] = []
        self.quoted = [number for number, m in enumerate(level) if m.tag == QUOTED]
        self.stops = [number for number, m in enumerate(level) if m.tag == "SF"]

    def clauses(self) -> Iterator[Clause]:
        done = -1
        for predicate, ending in predicates_of(self.level):
            self._shift(predicate)
            if done + 1 == predicate.first and predicate.lemma.endswith("이다"):
                self._modified(None)  # '말한 곳이다' modifies no phrase
            clause = _clause(predicate, ending)
            clause.asks = bool(_ASKS.search(self.text[max(predicate.start - 6, 0) : predicate.end]))
            clause.times = self._is_time(predicate.last + 1)
            _attach(clause, self.pending, self.shared is not None and self.shared.role == "topic", self.text)
            clause.quote = self._quote(done, predicate) if clause.kind != "adnominal" else None
            self._share(clause)
            if clause.kind == "adnominal":
                self.modifying.append(clause)
            done = predicate.last
            yield clause
        self._modified(self.waiting[0] if self.waiting else None)

    def _is_time(self, number: int) -> bool:
        if number >= len(self.level):
            return False
        here = self.level[number]
        return (
            here.tag == "NNB" or is_moment(self.level, number) or bool(here.tag == "MAG" and _DATED.match(here.surface))
        )

    def _shift(self, predicate: Predicate) -> None:
        """Take in the phrases before a predicate; those within it (the 수 of 할 수 있다) are no phrases."""
        while self.waiting and self.waiting[0].last < predicate.first:
            phrase = self.waiting.popleft()
            self._modified(phrase)
            if self.pending and self._ends_between(self.pending[-1].last, phrase.first):
                self.pending, self.shared = [], None
            self.pending = [*self.pending[-MOST_PENDING:], phrase]
        while self.waiting and self.waiting[0].last <= predicate.last:
            self.waiting.popleft()

    def _ends_between(self, one: int, other: int) -> bool:
        """Does a sentence end between these two places?"""
        return bisect_left(self.stops, one) < bisect_left(self.stops, other)

    def _modified(self, phrase: Phrase | None) -> None:
        for clause in self.modifying:
            clause.modifies = phrase
        self.modifying = []

    def _quote(self, after: int, predicate: Predicate) -> Morpheme | None:
        """The last quotation between the predicate before and this one."""
        number = bisect_left(self.quoted, predicate.first) - 1
        return self.level[self.quoted[number]] if number >= 0 and self.quoted[number] > after else None

    def _share(self, clause: Clause) -> None:
        """Set the subject that the clause takes from those around it; keep the one that later clauses may take."""
        if clause.topic and not clause.topic.place:
            self.shared = clause.topic
        elif clause.subject and clause.kind == "connective" and clause.ending in words("grammar", "sharing"):
            self.shared = clause.subject
        clause.of = None if clause.subject or clause.topic else _lent(clause, self.pending, self.shared, self.near)
        self.near = _left_over(clause, self.near)
        if clause.kind == "final":
            self.pending, self.shared, self.near = [], None, None


def _left_over(clause: Clause, near: Phrase | None) -> Phrase | None:
    """The subject that a clause shares with the one right after it: 교장이 땅을 사고 값을 치른 것."""
    if clause.subject or clause.topic:
        shares = (
            clause.kind == "connective" and clause.ending in ("고", "며", "으며") and not clause.predicate.describes
        )
        return clause.subject if shares else None
    return near if clause.kind in ("connective", "adnominal") else None


def _lent(clause: Clause, pending: Sequence[Phrase], shared: Phrase | None, near: Phrase | None) -> Phrase | None:
    """The subject that a clause without its own takes from the clauses around it."""
    if clause.kind == "adnominal" and not clause.times:
        return None
    topics = [phrase for phrase in pending if phrase.may_act]
    if near and clause.kind != "final" and (not topics or near.start > topics[-1].start):
        return near
    return topics[-1] if topics else shared


def _attach(clause: Clause, pending: list[Phrase], has_topic: bool, text: str) -> None:
    """Move to the clause the phrases on its left that are its own."""
    taken: list[Phrase] = []
    if clause.predicate.lemma in words("grammar", "light_verbs") and clause.kind != "final":
        clause.phrases = [pending.pop()] if pending and not pending[-1].is_told_of else []
        return  # 이에 대해, 시장을 위해: the subject before is of the clause around it
    subjects = sum(phrase.role == "subject" for phrase in pending)
    alone = subjects < 2 and not has_topic
    while pending and not _is_of_another(clause, pending, taken, alone, text):
        taken.append(pending.pop())
    clause.phrases = taken[::-1]
    clause.subject = next((p for p in taken if p.role == "subject"), None)
    clause.topic = next((p for p in reversed(taken) if p.role == "topic"), None)
    clause.object = next((p for p in taken if p.role == "object"), None)


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


def _clause(predicate: Predicate, ending: Morpheme | None) -> Clause:
    surface = (
        ending.surface if ending and ending.surface in words("grammar", "quoting") else ending.lemma if ending else ""
    )
    if ending is None or ending.tag == "EF":
        return Clause(predicate, "final", surface)
    if ending.tag == "ETN":
        return Clause(predicate, "nominal", surface)
    if ending.tag == "ETM":
        return Clause(predicate, "adnominal", surface)
    if is_quoting(ending):
        return Clause(predicate, "quoting", surface)
    return Clause(predicate, "connective", surface, _relation(surface))


def _relation(ending: str) -> str:
    for relation in ("concession", "cause", "condition", "background"):
        if ending in words("grammar", relation):
            return relation
    return "and" if ending in ("고", "며", "으며", "면서", "으면서") else "other"
