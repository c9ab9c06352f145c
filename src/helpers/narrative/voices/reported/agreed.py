"""What some agree on: '두 시장은 다리가 필요하다는 데 뜻을 같이했다', '… 데 이견이 없다'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.circles import told_among
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.told import Told, actor_of, end_of

_POINT = re.compile(r"\s(?:데|점)(?:에(?:는|도)?)?\s")


def agreed(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words of an adnominal clause in 다는 before 데, where what follows says that somebody agrees on them."""
    after = next((c for c in following if c.kind != "adnominal"), None)
    if after is None or not _POINT.match(level.text, clause.predicate.end) or not _agrees(after, level):
        return
    before = (p for p in level.phrases if start <= p.start and p.end <= after.predicate.start)
    source = actor_of(after, level, start, (clause.predicate.start, clause.predicate.end)) or told_among(before, level)
    if source and source.can_speak(strict=True):
        first, verb = start_of(clause, source, level, start), after.predicate.lemma
        yield Told(first, end_of(clause, level), source, verb, "stated")


def _agrees(clause: Clause, level: Level) -> bool:
    """Does a clause say that some are of one mind: '뜻을 같이했다', '동의한다', '이견이 없다'."""
    lemma = clause.predicate.lemma
    if lemma in ("없다", "적다"):
        return any(source_of(p, level).last in ("이견", "이의", "이론", "반대") for p in clause.phrases)
    return lemma in listed("saying", "agrees")
