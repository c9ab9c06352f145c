"""A clause of a Korean sentence: predicate, subject, topic, object, negation, and what it modifies."""

from __future__ import annotations

from dataclasses import dataclass, field

from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.predicates import Predicate
from helpers.narrative.grammar.words import Morpheme
from helpers.spans import Span


@dataclass
class Clause:
    """What one predicate governs.

    kind      final, connective, adnominal, quoting (다고, 라며: its words are given to somebody), nominal (음, 기)
    relation  of a connective clause: concession, cause, condition, background, and, other
    ending    as written
    subject, topic, object  as far as the clause itself gives them; ``of`` is the subject that it shares with another
    modifies  the noun phrase that an adnominal clause modifies
    """

    predicate: Predicate
    kind: str
    ending: str
    relation: str = ""
    phrases: list[Phrase] = field(default_factory=list)
    subject: Phrase | None = None
    topic: Phrase | None = None
    object: Phrase | None = None
    of: Phrase | None = None
    modifies: Phrase | None = None
    quote: Morpheme | None = None
    # of a quoting clause: does it ask or oblige somebody other than who speaks (달라고, 해야 한다고)
    asks: bool = False
    times: bool = False  # of an adnominal clause: does it modify a bound noun or a noun of time (데, 뒤, 때)

    @property
    def start(self) -> int:
        return min([self.predicate.start, *(phrase.start for phrase in self.phrases)])

    @property
    def end(self) -> int:
        return self.predicate.end

    @property
    def spans(self) -> list[Span]:
        """Where its own words stand: its phrases with their particles, and its predicate."""
        return [(p.start, p.particle_end) for p in self.phrases] + [(self.predicate.start, self.predicate.end)]

    @property
    def actor(self) -> Phrase | None:
        """Who or what acts: the clause's subject, else its topic, else the subject that it shares."""
        return self.subject or self.topic or self.of
