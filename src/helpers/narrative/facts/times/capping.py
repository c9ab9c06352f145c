"""A part of a year, month or week that is going on: of what is told as done no day behind publication is meant."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from helpers.lexicons import words
from helpers.narrative.facts.found import Found, join_notes
from helpers.narrative.facts.times.tense import is_past
from helpers.narrative.grammar import Clause, Sentence
from helpers.narrative.grammar.sentence import Level

_OPEN = ((), ("들어",))  # bounds of a part of which nothing says that it goes on: 이달 말까지, 이번 주 안에
_DONE = ("ㄴ", "은")
_LEADING_ON = ("게", "어", "아", "아서", "어서")  # endings of clauses that have the tense of the one after them


def until_publication(sentence: Sentence, fact: Found, published: date | None) -> Found:
    """The fact, up to the day of publication where its clause tells of it in the past: 올 상반기 뱃삯이 올랐다.

    What is planned, asked for or made known (이달 말 총회를 예고했다) may lie ahead.
    """
    if published is None or fact.days is None or fact.kind != "period" or fact.resolved_by != "publication":
        return fact
    if not fact.days[0] <= published < fact.days[1] or fact.bound not in _OPEN or fact.number.low is not None:
        return fact
    level, own = sentence.level_at(fact.start), sentence.clause_of(fact.start)
    while own and own.ending in _LEADING_ON:  # 이번 주 들어 값이 크게 올랐다
        own = next((c for c in level.clauses if c.predicate.start > own.predicate.start), None)
    if own is None or not _is_done(level, own):
        return fact
    return replace(fact, days=(fact.days[0], published), note=join_notes(fact.note, "게재일까지"))


def _is_done(level: Level, clause: Clause) -> bool:
    """Does a clause tell of what was done, which no verb of saying, asking or planning does of what it names."""
    lemma, predicate = clause.predicate.lemma, clause.predicate
    ahead = words("supposing", "looking_ahead") | words("saying", "by_anybody")
    own = level.morphemes[predicate.first : predicate.last + 2]
    if lemma in ahead or predicate.describes or any(m.tag == "VCP" for m in own):
        return False
    if clause.kind == "adnominal" and clause.ending in _DONE:
        return True
    return any(m.tag == "EP" and is_past(m.surface[-1]) and m.surface[-1] != "겠" for m in own)
