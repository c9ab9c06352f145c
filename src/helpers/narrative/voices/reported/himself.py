"""What they say of themselves who stand behind it: '배를 탔다는 민 선장은 “…”고 말했다', '배를 탔다는 사람도 많다'."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import is_saying
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.told import Told, end_of
from helpers.narrative.voices.speakers.sources import Source


def of_himself(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words of an adnominal clause in 다는 before a person who then says more in marks.

    They have no subject, which he is: '시가 둑을 쌓았다는 강가' and '하늘이라는 선장' give words to nobody.
    """
    who = clause.modifies
    if who is None or not who.may_act or clause.subject or not clause.ending.endswith("다는"):
        return
    source = source_of(who, level)
    says = next((c for c in following if c.kind != "adnominal" and who in (c.topic, c.subject, c.of)), None)
    quoted = any(m.tag == QUOTED and m.start > who.end for m in level.morphemes)
    able = bool(source.name or source.title) and source.kind == "named" and source.is_person
    if able and quoted and says is not None and is_saying(says):
        yield Told(start_of(clause, None, level, start), end_of(clause, level), source, says.predicate.lemma, "stated")


def some_say(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words of an adnominal clause in 다는 before people of whom it is told that there are such."""
    who, after = clause.modifies, following[0] if following else None
    if who is None or after is None or who not in (after.subject, after.topic) or not clause.ending.endswith("다는"):
        return
    source = Source(level.text[who.start : who.end], level.morphemes[who.first : who.last + 1])
    some = source.role and source.kind == "unnamed" and not (source.title or source.is_pronoun)
    if some and after.kind != "adnominal" and after.predicate.lemma in listed("saying", "there_are"):
        yield Told(start_of(clause, None, level, start), end_of(clause, level), source, after.predicate.lemma, "held")
