"""What of a noun phrase names somebody or something that can have a quantity: 같은 게 and 부분 name nobody."""

from __future__ import annotations

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.bare import BULLET, Bare
from helpers.narrative.grammar import Phrase
from helpers.narrative.grammar.leads import is_moment
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

FURTHEST = 12  # morphemes of a noun phrase before a number


class Naming(Bare):
    """The phrases of a sentence, each asked for whom it names."""

    def of(self, phrase: Phrase, position: int) -> Span | None:
        """The span of a phrase that names somebody or something, and is not just the fact at ``position``."""
        alone = next((fact for fact in self.facts if fact.start <= phrase.start and phrase.end <= fact.end), None)
        if alone and (alone.start <= position < alone.end or not self.names_somebody(alone.start, alone.end)):
            return None
        return self.cleaned(phrase.start, phrase.end)

    def before(self, level: Level, end: int) -> Span | None:
        """The noun phrase that ends at ``end``, with what belongs to it."""
        last = next((i for i, m in enumerate(level.morphemes) if m.end == end), None)
        if last is None or not level.morphemes[last].is_noun or self.is_fact(level.morphemes[last].end - 1):
            return None
        if level.morphemes[last].surface == "등":  # 은행, 보험사 등 2곳
            listed_in = next((p for p in level.phrases if p.start < end <= p.end), None)
            if listed_in is None or BULLET.search(self.text, max(listed_in.start - 2, 0), listed_in.start):
                return None  # ▲그물 ▲노 등 2가지
            return self.cleaned(listed_in.start, end)
        if level.morphemes[last].surface in words("actors", "comparing"):
            return None
        first = last
        for i in range(last, -1, -1):
            m = level.morphemes[i]
            if not (m.is_noun or m.tag in ("JKG", "MM")) or self.is_fact(m.start) or last - i > FURTHEST:
                break
            first = i if m.tag != "JKG" else first
        while first < last and level.morphemes[first].tag in ("NNB", "JKG"):  # the 중 of 중 찬성
            first += 1
        if 0 < first < last and level.morphemes[first - 1].tag == "ETM" and is_moment(level.morphemes, first):
            first += 1  # the 결과 of 살핀 결과 배 9척
        return self.cleaned(level.morphemes[first].start, end)
