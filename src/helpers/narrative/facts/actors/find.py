"""Whom a fact is about: the subject of the clause whose predicate the number or the date belongs to, as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from helpers.narrative.facts.actors.carrying import is_of_before, may_be_carried
from helpers.narrative.facts.actors.each import of_each
from helpers.narrative.facts.actors.marking import with_facts
from helpers.narrative.facts.actors.names.doubtful import sure
from helpers.narrative.facts.actors.names.whole import whole
from helpers.narrative.facts.actors.reader import Reader
from helpers.narrative.facts.actors.telling import Telling
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Sentence
from helpers.spans import Span

# A longer "sentence" is a table or a list that lost its line breaks: it has no one subject.
LONGEST = 2000


def actors_of(sentence: Sentence, facts: Sequence[Found], telling: Telling) -> list[tuple[Span | None, bool]]:
    """For each fact the span, in the article, of the noun phrase that it is about, and is it of a sentence before.

    telling  whom the article tells of so far; it learns from the sentence. None where nobody is named.
    """
    if len(sentence.text) > LONGEST:
        return [(None, False)] * len(facts)
    reader = Reader(replace(sentence, morphemes=tuple(with_facts(sentence, facts))), facts)
    found: list[tuple[Span | None, bool]] = []
    for fact in facts:
        before = is_of_before(reader.sentence, fact, reader.naming)
        actor = None if before else reader.whose(fact)
        actor = reader.without_own(fact, of_each(sentence.text, reader.figures, fact, actor))
        actor = whole(sentence, actor, reader.naming.taken) if actor else None
        carried = telling.counted(fact.unit) if reader.is_of_the_counted(fact) else None
        if carried:
            actor = None
        elif not actor and (before or reader.goes_on(fact)):
            carried = telling.span if may_be_carried(reader.sentence, fact, telling) else None
        elif actor and telling.person and reader.is_told_person(actor):
            actor, carried = None, telling.person
        if not (actor or carried) and (changed := reader.changed(fact)):
            actor = changed
        if not (actor or carried) and reader.is_handed(fact):
            actor = reader.counted.noun(sentence.level_at(fact.start), fact)
        if not (actor or carried or reader.persons.are_counted(fact)):
            actor = reader.counted.things(fact)
        actor = whole(sentence, actor, reader.naming.taken) if actor else None
        actor = sure(sentence.text, fact, actor)
        found.append((sentence.raw(actor) if actor else carried, carried is not None))
    telling.learn(reader.sentence, reader.naming)
    telling.count({fact.unit: sentence.raw(span) for fact in facts if fact.unit and (span := reader.counts(fact))})
    return found
