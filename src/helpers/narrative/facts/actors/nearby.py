"""The phrases of a sentence that stand before a fact or right beside it, and what they can be."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cached_property

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.grammar import Clause, Phrase, Sentence
from helpers.narrative.grammar.sentence import Level

_CAUSE = re.compile(r"\s?(?:탓|덕|때문)")
_OWN = ("condition", "cause", "background", "concession")
_CLOSED = re.compile(r"\s?(?:결과|데\s(?:따른|따라|대한|반해|비해)|만큼)")
PLAIN = ("은", "는", "ㄴ")  # of topics: 도 and 만 may mark an object
_IS = re.compile(r"\s+(?:(?:또|또한|다시|앞서|이어|특히|결국|이미|이후|당시)\s+)?(?:[가-힣]{1,10}인\s+)?")


class Nearby:
    """A sentence with its phrases; ``times`` are the places of its dates and periods."""

    def __init__(self, sentence: Sentence, naming: Naming, times: Collection[int]) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.naming, self._times = naming, times

    def topic_before(self, level: Level, position: int) -> Phrase | None:
        """The topic of the sentence so far: it holds until another one comes that is no time (지금은)."""
        topics = [p for p in self.before(level, position) if p.role == "topic" and not p.place]
        topics = [p for p in topics if not (self._is_object(p, topics[0]) or self._is_time(p))]
        topics = [p for p in topics if not self.is_scene(level, p, position)]
        return topics[-1] if topics else None

    def is_scene(self, level: Level, topic: Phrase, position: int) -> bool:
        """경기는 나루가 이기며 6연승을 이어갔다: is it where somebody acts who is named before ``position``."""
        last = self.text[topic.start : topic.end].split()[-1]
        acting = (p for p in level.phrases if p.role == "subject" and topic.end <= p.start and p.end <= position)
        return last in words("actors", "scenes") and any(self.naming.cleaned(p.start, p.end) for p in acting)

    def _is_time(self, phrase: Phrase) -> bool:
        return self.text[phrase.start : phrase.end] in words("grammar", "times")

    def subject_before(self, level: Level, position: int) -> Phrase | None:
        """The last subject before ``position`` that its clause does not keep to itself."""
        subjects = [p for p in self.before(level, position) if p.role == "subject" and p not in self._kept]
        subjects = [p for p in subjects if not self._is_of_noun(level, p, position)]
        return subjects[-1] if subjects else None

    def _is_of_noun(self, level: Level, subject: Phrase, position: int) -> bool:
        """“조합이 고발한 일을 살피며 …”고 했다: is it, in somebody's words, only of a clause before a noun."""
        own = self.sentence.clause_of(position)
        told = own is not None and own.ending in words("grammar", "quoting_adnominal")
        if level.quote is None and not told:
            return False
        clause = next((c for c in level.clauses if c.subject is subject), None)
        if clause is None or clause.kind != "adnominal" or clause.times or clause.modifies is None:
            return False
        lemma = clause.predicate.lemma
        acts = not (lemma.endswith(("되다", "지다", "이다")) or lemma in words("actors", "happening"))
        return acts and clause.predicate.end <= position and clause.modifies.role == "object"

    def before(self, level: Level, position: int) -> list[Phrase]:
        """The phrases before ``position`` of the same sentence, where a quotation holds several."""
        stops = [m.end for m in level.morphemes if m.tag == "SF" and m.end <= position]
        return [p for p in level.phrases if p.end <= position and p.start >= max(stops, default=0)]

    def next_to(self, level: Level, position: int) -> Phrase | None:
        """The subject or topic whose particle ends right before ``position``; 평일인 and the like may stand between."""
        named = (p for p in level.phrases if p.may_act)
        return next(
            (p for p in named if p.particle_end < position and _IS.fullmatch(self.text, p.particle_end, position)),
            None,
        )

    def _topic_at(self, position: int) -> Phrase | None:
        """The subject or topic right before a date: 어도비는 16일 … 열린 행사에서."""
        if position not in self._times:
            return None
        return self.next_to(self.sentence.level_at(position), position)

    @cached_property
    def _apart(self) -> list[Phrase]:
        """Subjects of clauses after which somebody else acts: the 논란 of 논란이 커지자 시장은 물러났다."""
        clauses = (c for c in self.sentence.clauses if c.ending == "자" or c.relation in ("condition", "cause"))
        return [clause.subject for clause in clauses if clause.subject]

    @cached_property
    def _kept(self) -> list[Phrase]:
        """Subjects of clauses that keep theirs to themselves: the 비 of 비가 오면."""
        return [clause.subject for clause in self.sentence.clauses if clause.subject and self._keeps(clause)]

    def _keeps(self, clause: Clause) -> bool:
        """비가 오면, 값이 오른 탓에, 조합이 살핀 결과: does another subject follow."""
        caused = _CAUSE.match(self.text, clause.predicate.end)
        return bool(clause.relation in _OWN or caused or self._is_closed(clause) or self.happens_before(clause))

    def happens_before(self, clause: Clause) -> bool:
        """병이 나빠지면서 2015년부터는 일을 그만뒀다: does something happen, upon which somebody left out acts."""
        if clause.ending not in ("면서", "으면서", "아서", "어서") or not clause.predicate.lemma.endswith(
            ("되다", "지다")
        ):
            return False
        after = next((c for c in self.sentence.clauses if c.predicate.start > clause.predicate.end), None)
        if after is None or after.kind != "final" or after.object is None:
            return False
        return not (after.subject or self._told_in(after))

    def of_what_happens(self, position: int) -> list[Phrase]:
        """The subjects of what happens, in clauses before ``position``."""
        before = (c for c in self.sentence.clauses if c.predicate.end <= position and self.happens_before(c))
        return [clause.subject for clause in before if clause.subject]

    def _told_in(self, clause: Clause) -> bool:
        """Has a clause a topic that is no time."""
        topics = [p for p in clause.phrases if p.role == "topic" and not p.place]
        return any(self.naming.cleaned(p.start, p.end) for p in topics)

    def _is_closed(self, clause: Clause) -> bool:
        """Does another subject follow a clause that modifies a noun: 살핀 결과, 물러난 데 따른."""
        return clause.times and bool(_CLOSED.match(self.text, clause.predicate.end))

    def _is_object(self, phrase: Phrase, first: Phrase) -> bool:
        """그는 승합차만 봤다, 자신감도 드러냈다: what somebody does something to, whatever its particle."""
        after = phrase is not first and first.particle.endswith(PLAIN) and not phrase.particle.endswith(PLAIN)
        return after or self.text[phrase.start : phrase.end].split()[-1] in words("actors", "in_mind")

    def _tells_what(self, phrase: Phrase) -> bool:
        """Does a clause before the noun say what it consists in: 돈을 빼돌린 혐의."""
        told = self.text[phrase.start : phrase.end].split()
        return bool({told[0].removesuffix("의"), told[-1]} & words("actors", "consisting"))

    def _is_filled(self, noun: Phrase) -> bool:
        """Is it the 것 that a clause before it fills."""
        return self.text[noun.start : noun.end] in words("actors", "of_clauses")

    def _is_described(self, phrase: Phrase) -> bool:
        """물이 따뜻한 상황이, 배를 산 이유가: is it a noun that only says something by the clause before it."""
        told = (
            phrase.role == "subject"
            and phrase.end - phrase.start > 1
            and self.text[phrase.start : phrase.end] in words("actors", "abstract")
        )
        return told and any(c.modifies == phrase for c in self.sentence.clauses)
