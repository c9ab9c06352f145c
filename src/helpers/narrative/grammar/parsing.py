"""A level of a sentence read from left to right into its clauses.

Korean closes its phrases on the right: a predicate takes the noun phrases on its left that no earlier predicate took.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence

from helpers.lexicons import words
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.leads import is_moment
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.predicates import Predicate, is_quoting, predicates_of
from helpers.narrative.grammar.taking import attach, left_over, lent
from helpers.narrative.grammar.words import QUOTED, Morpheme

_ASKS = re.compile(r"(?:달라고|(?:[가-힣]야\s?(?:한|하|된)|서는?\s?안\s?된)다(?:고|며|면서)|으라고|주라고)$")
_DATED = re.compile(r"\d|지난|오는|어제|오늘|올해|작년|이달")  # a date, seen as one adverb: 임기를 넘긴 지난 1일
MOST_PENDING = 30  # phrases that a predicate may reach back over


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
            if clause.kind == "adnominal" and self._contrasts(predicate.last + 1):
                clause.kind, clause.relation = "connective", "background"
            clause.asks = bool(_ASKS.search(self.text[max(predicate.start - 6, 0) : predicate.end]))
            clause.times = self._is_time(predicate.last + 1)
            attach(clause, self.pending, self.shared is not None and self.shared.role == "topic", self.text)
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

    def _contrasts(self, number: int) -> bool:
        """Is it what sets a clause against the next, as 지만 does: '둑이 낮다고 한 반면', '둑이 낮다고 한 데 반해'."""
        beside = [m.lemma for m in self.level[number : number + 2]]
        return beside[:1] == ["반면"] or (beside[:1] == ["데"] and beside[1:] in (["반하다"], ["비하다"]))

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
        clause.of = None if clause.subject or clause.topic else lent(clause, self.pending, self.shared, self.near)
        self.near = left_over(clause, self.near)
        if clause.kind == "final":
            self.pending, self.shared, self.near = [], None, None


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
