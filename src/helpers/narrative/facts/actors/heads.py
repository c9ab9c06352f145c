"""Of whom a headline tells: a noun without a particle at its beginning (조합, 내년 배 산다; 대출액 2015년 3억원)."""

from __future__ import annotations

import re

from helpers.lexicons import load
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import lexicon
from helpers.narrative.grammar import Phrase, Sentence
from helpers.spans import Span

_TOLD = re.compile(r"[다요까죠](?:[.!?]|[”\"’'\s]*$)")
_BEGINS = re.compile(
    r"[^\s,]{2,12}(?<![고며서데만다면니])(?:\s[^\s,]{2,12}(?<![고며서데만다면니]))?,\s"
)  # 조합, 내년 배 30척 산다
_PART = re.compile(r"…|\.{2,}|[“”\"‘’'|◇■▲]")
_NOUN = re.compile(r"(?:의)?\s(?P<noun>[가-힣]{2,8})(?=$|[\s….,])")
LONGEST = 120  # characters of a headline


class Heads:
    """A headline, and the nouns at the beginnings of its parts."""

    def __init__(self, sentence: Sentence, naming: Naming) -> None:
        self.sentence, self.text, self.naming = sentence, sentence.text, naming
        told = _TOLD.search(self.text) and not (_BEGINS.match(self.text) and self.text.rstrip()[-1:] not in ".!?")
        self.is_headline = len(self.text) < LONGEST and not told

    def of(self, fact: Found) -> Span | None:
        """The noun before a comma or a number with which the part of the headline that holds the fact begins."""
        if not self.is_headline:
            return None
        start = max((found.end() for found in _PART.finditer(self.text, 0, fact.start)), default=0)
        level = self.sentence.level_at(fact.start)
        after_so_long = fact.kind == "period" and self.text[fact.start : fact.end].endswith("만에")  # 대치 3일 만에
        counts = fact.number.low is not None and not fact.loose and not after_so_long
        start = 0 if after_so_long else start
        own = self.naming.before(level, len(self.text[: fact.start].rstrip())) if counts else None
        if own and self.text[slice(*own)] in lexicon()["measures"]:  # 규모 4.1 지진
            own = self._after(fact)
        if own and own[0] >= start:
            return own
        before = [p for p in level.phrases if start <= p.start and p.end <= fact.start]
        if not before or self.text[start : before[0].start].strip() or any(p.is_told_of for p in before):
            return None
        end = self._end(before[0])
        return self.naming.cleaned(before[0].start, end) if end else None

    def _after(self, fact: Found) -> Span | None:
        """The noun right behind a measure: 규모 4.1 지진."""
        found = _NOUN.match(self.text, fact.end)
        return self.naming.cleaned(*found.span("noun")) if found else None

    def _end(self, phrase: Phrase) -> int | None:
        """Where the first noun of a part ends, if a comma or a number follows it."""
        comma = self.text.find(", ", phrase.start, phrase.end + 2)
        if comma > 0:
            return comma
        counted = phrase.role == "bare" and self.text[phrase.end] == " " and self.naming.is_fact(phrase.end + 1)
        name = self.text[phrase.start : phrase.end]
        return phrase.end if counted and name not in load("times")["events"] else None
