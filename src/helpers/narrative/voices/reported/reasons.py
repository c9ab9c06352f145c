"""Why somebody did what the sentence before tells, in his own words: '둑이 낮다는 이유에서다', '… 는 판단에서였다'."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.told import Told, end_of, opening_topic


def reason(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words of an adnominal clause in 다는 before a noun of reasons with 에서 and the copula.

    They are his who opens the sentence as its topic, else his whose act the sentence before tells.
    """
    after = following[0] if following else None
    noun = clause.modifies
    if after is None or noun is None or after.kind != "final" or not after.predicate.lemma.endswith("이다"):
        return
    name = source_of(noun, level).last
    from_it = noun.particle == "에서" and noun in after.phrases and noun.particle_end >= after.predicate.start - 1
    if not from_it or name not in listed("saying", "reasons"):
        return
    source = opening_topic(level, start, clause.predicate.start)
    begin = start_of(clause, source, level, start)
    yield Told(begin, end_of(clause, level), source, name, "stated" if source else "acted")
