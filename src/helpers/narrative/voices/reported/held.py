"""What somebody holds to be so, asks for, admits or points at: '… 것으로 본다', '… 것을 요구했다', '…음을 인정했다'."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.circles import opening_circle
from helpers.narrative.voices.reported.told import Told, actor_of, end_of, start_of
from helpers.narrative.voices.sources import Source


def held(clause: Clause, before: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words that the object of a verb of holding, asking or admitting says."""
    if clause.quote is not None or clause.kind == "adnominal":
        return
    lemma = clause.predicate.lemma
    so = next((p for p in clause.phrases if _is(p, level, ("것", "걸")) and p.particle in ("으로", "로")), None)
    if so and lemma in listed("saying", "holds"):
        if source := opening_circle(level, start, clause.predicate.start) or actor_of(clause, level, start):
            inner = next((c for c in reversed(before) if c.modifies == so), clause)
            yield Told(start_of(inner, source, level, start), so.end, source, lemma, "stated")
    elif lemma in listed("saying", "sees") and clause.kind == "final" and (not before or before[-1].kind != "quoting"):
        yield from _seen_as(clause, level, start)
    elif before:
        yield from _asked(clause, before, level, start)


def _seen_as(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """'전문가들은 낡은 관을 원인으로 꼽는다', '업계에선 앞날을 밝게 본다': what an unnamed source sees something as."""
    seen = [p for p in clause.phrases if p.particle in ("으로", "로")]
    circle = opening_circle(level, start, clause.predicate.start)
    source = circle or (actor_of(clause, level, start) if seen else None)
    if source and _is_heard(source, clause):
        words = level.text[start_of(clause, source, level, start) : clause.predicate.start]
        first = start_of(clause, source, level, start)
        yield Told(first, first + len(words.rstrip()), source, clause.predicate.lemma, "stated")


def _is_heard(source: Source, clause: Clause) -> bool:
    """Is what somebody sees as something his view: a circle's, that of people without a name, or a forecast."""
    nameless = source.kind == "unnamed" and source.is_person
    return source.circle or nameless or clause.predicate.lemma in listed("saying", "sees_as")


def _asked(clause: Clause, before: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """'숲을 베지 말 것을 요구했다', '직원이 는다는 점을 지적했다', '직원이 줄었음을 인정했다'."""
    inner, lemma = before[-1], clause.predicate.lemma
    thing = inner.modifies if inner.kind == "adnominal" else None
    if inner.kind == "nominal" and inner.ending in ("음", "ㅁ"):
        fits = (
            lemma in listed("saying", "admits") and level.text[inner.predicate.end : inner.predicate.end + 1] in "을도"
        )
    elif thing is None or thing not in clause.phrases or (thing.role != "object" and thing.particle != "도"):
        fits = False
    elif inner.ending in ("ㄹ", "을"):
        fits = _is(thing, level, ("것", "걸")) and lemma in listed("saying", "asks")
    else:
        fits = _is(thing, level, ("점", "사실")) and lemma in listed("saying", "admits") and len(inner.ending) < 2
    source = actor_of(clause, level, start) if fits else None
    if source:
        end = thing.end if thing and _is(thing, level, ("것", "걸")) else end_of(inner, level)
        yield Told(start_of(inner, source, level, start), end, source, lemma, "stated")


def _is(phrase: Phrase, level: Level, words: tuple[str, ...]) -> bool:
    return level.text[phrase.start : phrase.end] in words
