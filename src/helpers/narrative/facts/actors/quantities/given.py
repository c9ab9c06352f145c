"""Whose a punishment or a sum is that is given to each of several: 한씨에게 징역 2년, 오씨에게 벌금 300만원을."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.subjects import Subjects
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import longest_first
from helpers.narrative.grammar import Phrase, Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_PUNISHED = re.compile(rf"(?<!\S)(?:각각\s)?(?:{longest_first(words('actors', 'results'))})\s(?:각각\s)?(?:총\s)?$")
_ALSO = re.compile(r"(?:에|과|와|,|\s및)\s$")  # 징역 1년에 집행유예 2년
_TO_WHOM = ("에게", "에게는", "에게도", "에겐", "에는", "한테", "한테는")
_ABOUT = re.compile(r"에\s대해(?:서는|서|선)?\s$")


class Given:
    """The sentence's figures that are given to somebody."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found], naming: Naming, subjects: Subjects) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.facts, self.naming, self.subjects = facts, naming, subjects

    def to(self, level: Level, fact: Found) -> Span | None:
        """The person right before a punishment or a sum: one of several, or the only one where nobody gives it."""
        punished = _PUNISHED.search(self.text, 0, fact.start)
        place = punished.start() if punished else fact.start
        if punished and (also := _ALSO.search(self.text, 0, place)):
            before = next((other for other in self.facts if other.end == also.start()), None)
            return self.to(level, before) if before else None
        whom = next((p for p in level.phrases if self._leads_to(p, place)), None)
        if whom is None:
            return None
        if whom.is_told_of:
            return self.naming.of(whom, fact.start) if punished else None
        each = any(p is not whom and p.particle in _TO_WHOM and self._is_given(level, p) for p in level.phrases)
        named = [p for p in self.subjects.before(level, fact.start) if p.may_act]
        alone = punished is not None and all(p is whom or self.naming.is_fact(p.end - 1) for p in named)
        return self.naming.of(whom, fact.start) if each or alone else None

    def _leads_to(self, phrase: Phrase, place: int) -> bool:
        """Does the phrase of a person end right before a place of the sentence."""
        end = phrase.particle_end
        given = phrase.is_told_of or phrase.particle in _TO_WHOM
        if given and not phrase.place and end < place and not self.text[end:place].strip():
            return True
        return bool(end < place and _ABOUT.fullmatch(self.text, phrase.end, place))

    def _is_given(self, level: Level, whom: Phrase) -> bool:
        """Is something with a figure given to this one, too."""
        start = whom.particle_end
        after = next((fact for fact in self.facts if fact.start >= start), None)
        verb = next((c.predicate.start for c in level.clauses if c.predicate.start >= start), len(self.text))
        return after is not None and after.end <= verb and "," not in self.text[start : after.start]
