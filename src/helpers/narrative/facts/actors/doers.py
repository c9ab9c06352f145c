"""Who acts in one clause: the owner or the thing behind it, an office, who is given something, its topics."""

from __future__ import annotations

from dataclasses import replace

from helpers.lexicons import words
from helpers.narrative.facts.actors.nearby import PLAIN, Nearby
from helpers.narrative.grammar import Clause, Phrase
from helpers.spans import Span

_OFFICES = tuple(sorted(words("actors", "offices")))


class Doers(Nearby):
    """The clauses of a sentence, each asked for whom its phrases name as acting."""

    def named(self, phrase: Phrase, position: int) -> Span | None:
        """The span of a phrase that names somebody; of 어민이 배를 산 것은, 어민이 딴 3점은 the 어민."""
        filled = self._is_filled(phrase)
        span = None if filled else self.naming.of(phrase, position)
        if span or not (filled or (phrase.start, phrase.end) in self.naming.taken):
            return span
        clauses = [c for c in self.sentence.clauses if c.modifies == phrase and (filled or not c.times)]
        told = [c.subject for c in clauses if c.subject]
        found = told[-1] if told else self._called(phrase)
        return self.naming.of(found, position) if found else None

    def _called(self, phrase: Phrase) -> Phrase | None:
        """가장 오른 것은 배추로: what the noun behind it says that it is."""
        after = next((p for p in self.sentence.level_at(phrase.start).phrases if p.start > phrase.start), None)
        beside = after is not None and phrase.role == "topic" and after.start == phrase.particle_end + 1
        return after if after and beside and after.particle in ("로", "으로") else None

    def _is_office(self, phrase: Phrase) -> bool:
        """시청에서 길을 막았다: does an office act, whatever its particle."""
        return phrase.particle == "에서" and self.text[phrase.start : phrase.end].endswith(_OFFICES)

    def _relates(self, clause: Clause) -> bool:
        """다리를 위한, 상인을 대상으로 한: does a verb only say what belongs to what."""
        before = self.text[: clause.predicate.start].split()[-1:]
        held = clause.predicate.lemma == "하다" and before and before[0] in words("actors", "held_as")
        return bool(held) or clause.predicate.lemma in words("actors", "relating")

    def _doer(self, clause: Clause, modified: Phrase) -> Phrase:
        """연구소를 연 조합의 이사장: who does it is the 조합, what happens (열린 조합의 총회) the 총회."""
        owner = self.text.find("의 ", modified.start, modified.end)
        if (
            owner - modified.start < 2
            or happens(clause)
            or (clause.predicate.lemma.endswith("이다") and clause.object is None)  # 2.75배인 두 사람의 연봉 격차
            or self.text[modified.start : owner] in words("actors", "consisting")
        ):
            return modified
        return replace(modified, end=owner)

    def _receivers(self, clause: Clause, subjects: list[Phrase]) -> list[Phrase]:
        """한씨에게 실형이 선고됐다: who is given something, for what is given."""
        acting = [p for p in subjects if self.text[p.start : p.end].split()[-1] not in words("actors", "results")]
        return acting or [p for p in clause.phrases if p.role == "whom"]

    def _topics(self, clause: Clause, position: int) -> list[Phrase]:
        """The topics of a clause; without those of what somebody in it says before ``position``, but for the first."""
        topics = [p for p in clause.phrases if p.role == "topic" and not p.place]
        topics = [p for p in topics if p.particle.endswith(PLAIN) or not self._is_object(p, topics[0])]
        level = self.sentence.level_at(position)
        topics = [p for p in topics if not self.is_scene(level, p, position)]
        said = [c.predicate.start for c in level.clauses if c.kind == "quoting"]
        return topics[:1] + [p for p in topics[1:] if not any(p.start < place < position for place in said)]


def happens(clause: Clause) -> bool:
    """Does its predicate tell of what happens by itself or to something: 열린, 지어진."""
    lemma = clause.predicate.lemma
    return lemma in words("actors", "happening") or (lemma.endswith(("되다", "지다")) and len(lemma) > 2)
