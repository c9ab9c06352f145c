"""Whose a figure inside a clause before a noun is, or one before 쪽에서: 7명으로 구성된 위원회, 어민 쪽에서 2명을."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Clause, Phrase, Sentence
from helpers.spans import Span

_MEMBERS = re.compile(r"(?:으로|로)\s")
_OBJECT = re.compile(r"[을를]\s")
_OF_WHOM = re.compile(r"\s(?:중|가운데)\s")
_MORE = re.compile(r"\s등(?=\s)|,\s|[과와]\s")


class Inside:
    """The clauses of a sentence before their nouns."""

    def __init__(self, sentence: Sentence, naming: Naming) -> None:
        self.sentence, self.text, self.naming = sentence, sentence.text, naming

    def of(self, fact: Found) -> Span | None:
        """The noun that a number makes up or a law is about, or the side that acts upon so many."""
        clause = self.sentence.clause_of(fact.start)
        if clause is None:
            return None
        return self._made_of(clause, fact) or self._told_in(clause) or self._side(clause, fact)

    def charged(self, fact: Found) -> Span | None:
        """경찰은 2억원을 빼돌린 혐의로 한씨를 붙잡았다: who is charged with it; of a day only where another follows."""
        level = self.sentence.level_at(fact.start)
        after = [p for p in level.phrases if p.start >= fact.end]
        charge = next((n for n, p in enumerate(after[:-1]) if self._is_charge(p)), None)
        if charge is None or any(p.may_act for p in after[:charge]):
            return None
        whom, end = after[charge + 1], after[charge].start
        if whom.role not in ("object", "subject") or self.text[after[charge].particle_end : whom.start].strip():
            return None
        own = self.sentence.clause_of(fact.start)
        if own and own.subject and own.subject.start < fact.start:
            return None
        if any(c.kind in ("final", "quoting") and fact.end <= c.end <= end for c in level.clauses):
            return None
        later = any(other.days and other.start > whom.end for other in self.naming.facts)
        return self.naming.of(whom, fact.start) if later or not fact.days else None

    def _is_charge(self, phrase: Phrase) -> bool:
        told = any(c.kind == "adnominal" and c.modifies == phrase for c in self.sentence.clauses)
        return told and phrase.particle in ("로", "으로") and self.text[phrase.start : phrase.end].endswith("혐의")

    def _made_of(self, clause: Clause, fact: Found) -> Span | None:
        """7명으로 구성된 심사위원 중: the 심사위원."""
        noun = clause.modifies if clause.kind == "adnominal" else None
        if noun is None or clause.predicate.lemma not in words("actors", "made_of"):
            return None
        if not _MEMBERS.match(self.text, fact.end) or any(p.may_act for p in clause.phrases):
            return None
        part = _OF_WHOM.search(self.text, noun.start, noun.end)
        return self.naming.cleaned(noun.start, part.start() if part else noun.end)

    def _told_in(self, clause: Clause) -> Span | None:
        """면허를 최대 4년간 정지하는 내용의 선원법 개정안: the 개정안."""
        noun = clause.modifies if clause.kind == "adnominal" else None
        if noun is None or clause.subject:
            return None
        shell, _, rest = self.text[noun.start : noun.end].partition(" ")
        if shell not in words("actors", "shells") or not rest:
            return None
        start = noun.end - len(rest)
        more = _MORE.search(self.text, start, noun.end)
        return self.naming.cleaned(start, more.start() if more else noun.end)

    def _side(self, clause: Clause, fact: Found) -> Span | None:
        """심사위원 중 어민 쪽에서 2명을 추천하는: the 어민 쪽, where no subject stands."""
        if not _OBJECT.match(self.text, fact.end) or clause.subject:
            return None
        sides = [p for p in clause.phrases if p.end <= fact.start and self._is_side(p)]
        if not sides:
            return None
        side = sides[-1]
        part = _OF_WHOM.search(self.text, side.start, side.end)
        return self.naming.cleaned(part.end() if part else side.start, side.end)

    def _is_side(self, phrase: Phrase) -> bool:
        return phrase.particle == "에서" and self.text[phrase.start : phrase.end].split()[-1] in words(
            "actors", "sides"
        )
