"""The day on which somebody spoke or was met: it stands in the sentence and is no evidence of what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Sentence
from helpers.narrative.grammar.sentence import Level

_SOURCE = re.compile(r"\s[^,“”\"]{2,40}?에\s(?:따르면|의하면)")
_DAY = re.compile(r"(?:지난\s|오늘|어제|전날|이날|같은 날|\d{1,2}일)")


def days_of_speaking(sentence: Sentence, facts: Sequence[Found]) -> list[Found]:
    """The days among ``facts`` that only say when somebody spoke or was met: 시장은 3일 … 밝혔다, 3일 업계에 따르면,
    지난 3일 찻집에서 만난 시인은. What was done on a day before something was said stays: 3일 모임에 나와 … 말했다.
    """
    return [fact for fact in facts if fact.kind == "date" and _is_of_speaking(sentence, fact)]


def _is_of_speaking(sentence: Sentence, fact: Found) -> bool:
    level = sentence.level_at(fact.start)
    if level.quote or fact.bound or not _DAY.match(sentence.text, fact.start):
        return False
    if _SOURCE.match(sentence.text, fact.end) or _is_of_meeting(level, fact):
        return True
    final = [clause for clause in level.clauses if clause.kind == "final" or clause is level.clauses[-1]]
    saying = final[-1] if final and (final[-1].kind == "final" or final[-1].ending == "기") else None  # 말하기도 했다
    if saying is None or saying.predicate.lemma not in words("times", "saying"):
        return False
    said = saying.predicate.start
    own = [clause for clause in level.clauses if clause.predicate.lemma not in words("actors", "relating")]
    between = [clause for clause in own if fact.end <= clause.predicate.start < said]  # 공사와 관련해 is no deed
    if not between:
        return fact.end <= said
    named = [p for p in level.phrases if p.role in ("subject", "topic")]
    before = [p for p in named if p.particle_end <= fact.start]
    beside = bool(before) and not sentence.text[before[-1].particle_end : fact.start].strip()
    after = [p for p in named if between[-1].predicate.end <= p.start < said]
    return beside and between[-1].kind == "quoting" and not after


def _is_of_meeting(level: Level, fact: Found) -> bool:
    """지난 3일 찻집에서 만난 시인은: the day belongs to the first predicate after it, which modifies who was met."""
    after = next((clause for clause in level.clauses if clause.predicate.start >= fact.end), None)
    if after is None or after.kind != "adnominal" or after.modifies is None:
        return False
    noun = level.text[after.modifies.start : after.modifies.end].split()[-1]
    if after.predicate.lemma in ("하다", "가지다", "갖다"):
        return noun in words("times", "interviews")
    return after.predicate.lemma in words("times", "meeting") and after.modifies.role in ("subject", "topic")
