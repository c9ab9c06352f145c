"""The day on which somebody said something: it stands in the sentence and is no evidence of what was said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Sentence

_SOURCE = re.compile(r"\s[^,“”\"]{2,40}?에\s(?:따르면|의하면)")
_DAY = re.compile(r"(?:지난\s|오늘|어제|전날|이날|같은 날|\d{1,2}일)")


def days_of_speaking(sentence: Sentence, facts: Sequence[Found]) -> list[Found]:
    """The days among ``facts`` that only say when somebody spoke: 시장은 3일 … 밝혔다, 3일 업계에 따르면."""
    return [fact for fact in facts if fact.kind == "date" and _is_of_speaking(sentence, fact)]


def _is_of_speaking(sentence: Sentence, fact: Found) -> bool:
    level = sentence.level_at(fact.start)
    if level.quote or fact.bound or not _DAY.match(sentence.text, fact.start):
        return False
    if _SOURCE.match(sentence.text, fact.end):
        return True
    final = [clause for clause in level.clauses if clause.kind == "final"]
    if not final or final[-1].predicate.lemma not in words("times", "saying"):
        return False
    before = [p for p in level.phrases if p.role in ("subject", "topic") and p.particle_end <= fact.start]
    return any(not sentence.text[p.particle_end : fact.start].strip() for p in before[-1:])
