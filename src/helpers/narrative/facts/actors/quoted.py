"""Whose a figure in somebody's words is: of what they tell of, or of who says 제가 and 우리."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.subjects import Subjects
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_NAME = re.compile(r"(?P<who>[가-힣A-Za-z]{2,10}(?:\s[가-힣]{2,6})?),?\s")
_MEANT = re.compile(r"겠|계획|생각|싶|각오|약속")


class Quoted:
    """The quotations of a sentence."""

    def __init__(self, sentence: Sentence, naming: Naming, subjects: Subjects) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.naming, self.subjects = naming, subjects

    def speaking(self, fact: Found, actor: Span | None) -> Span | None:
        """The speaker for the 저 of 제가, where the sentence names one."""
        if actor is None or self.text[slice(*actor)] not in words("actors", "speaking"):
            return actor
        level = self.sentence.level_at(fact.start)
        outer = self._outer(level)
        return (outer and level.quote and self.subjects.of_level(outer, level.quote.start - 1)) or actor

    def of(self, level: Level) -> Span | None:
        """Of a quotation that names no subject: what the one before it told of, else the subject around it."""
        outer = self._outer(level)
        if outer is None or level.quote is None:
            return None
        before = self._level_before(level)
        told = self.subjects.topic_before(before, before.quote.end) if before is not level and before.quote else None
        meant = _MEANT.search(self.text, level.quote.start, level.quote.end)  # 사겠다: by who speaks
        if told and not meant and outer.quote is None and (span := self.naming.of(told, level.quote.start)):
            return span
        return self.subjects.of_level(outer, level.quote.start - 1) or self._of_headline(level.quote.start - 1)

    def _of_headline(self, opening: int) -> Span | None:
        """박하늘 “내년 문 연다”: the name before words with which a headline begins."""
        name = _NAME.fullmatch(self.text, 0, opening)
        return self.naming.cleaned(*name.span("who")) if name else None

    def _outer(self, level: Level) -> Level | None:
        """What stands around a quotation."""
        outer = self.sentence.level_at(max(level.quote.start - 2, 0)) if level.quote else level
        return None if outer is level else outer

    def _level_before(self, level: Level) -> Level:
        """The quotation right before another of the same sentence; the same where there is none."""
        start = level.quote.start if level.quote else 0
        before = [other for other in self.sentence.levels if other.quote and other.quote.end < start]
        return max(before, key=lambda other: other.quote.end if other.quote else 0, default=level)
