"""Whose a fact in reported words is: of what these tell of, and not of who says them."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Clause, Phrase, Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_THAT = re.compile(r"\s?것(?:으로|이라고|이라며|이라는)(?=[\s,])")
_OF_SPEAKER = re.compile(
    r"(?<![가-힣])(?:우리(?!나라|\s(?:정부|경제|사회|국민|기업|군|증시|산업))|저희|제가|저는|저도|나는|내가|나도|당사|본사)"
)
_MEANT = re.compile(r"겠|계획|예정|방침|생각|싶|각오|약속|할게|을게|달라$|[가-힣]자[.!\"”’]?$")
_MUST = re.compile(r"[가-힣]야\s?[하한할해합돼된]|수\s?[있없]|만\s?[하한할합]")
_TOPICS = ("은", "는", "이야말로")
_PARTED = ("condition", "cause", "background", "concession")


class Worded:
    """The reported words of a sentence, in marks or within a clause."""

    def __init__(self, sentence: Sentence, naming: Naming) -> None:
        self.sentence, self.text, self.naming = sentence, sentence.text, naming

    def of(self, fact: Found, actor: Span | None) -> Span | None:
        """The actor, unless it only says what the fact is part of: then what that tells of, if it is named."""
        if actor is None:
            return None
        level = self.sentence.level_at(fact.start)
        if level.quote:
            return None if self._only_says(level, fact, actor) else actor
        own = self._told(level, fact, actor)
        return self.naming.of(own, fact.start) if own else actor

    def _only_says(self, level: Level, fact: Found, actor: Span) -> bool:
        """박 이장은 “2024년 많이 오른 채소가 문제”라고 했다: do words in marks tell nothing of who says them."""
        if level.quote is None or actor[0] >= level.quote.start:
            return False
        if self.sentence.level_at(actor[0]).quote:
            return False  # what another quotation told of
        said = self.text[level.quote.start : level.quote.end]
        if _OF_SPEAKER.search(said) or _MEANT.search(said):
            return False
        return not any(self._is_act(level, clause) for clause in self._goes_on(level, fact))

    def _goes_on(self, level: Level, fact: Found) -> list[Clause]:
        """The clause of a fact and those after it, up to the end of its sentence or a subject of their own."""
        own = self.sentence.clause_of(fact.start)
        if own and own.kind == "adnominal" and not (own.times or self._named(own)):
            own = self._clause_with(level, own.modifies) if own.modifies else None
        found: list[Clause] = []
        for clause in level.clauses:
            if own is None or clause.predicate.start < own.predicate.start:
                continue
            if self._named(clause):
                break
            found.append(clause)
            if clause.kind == "final":
                break
        return found

    def _named(self, clause: Clause) -> bool:
        """Has a clause a subject or a topic that names somebody or something."""
        return any(self.naming.cleaned(p.start, p.end) for p in (clause.subject, clause.topic) if p)

    def _clause_with(self, level: Level, noun: Phrase) -> Clause | None:
        """The clause around another that describes ``noun``; none where that only makes a noun of it: 바꾼 것을."""
        if self.text[noun.start : noun.end] in words("actors", "of_clauses"):
            return None
        return next((c for c in level.clauses if noun in c.phrases), None)

    def _is_act(self, level: Level, clause: Clause) -> bool:
        """Does a clause with no subject of its own tell of what somebody did or does: 두 곳을 찾았다."""
        lemma, predicate = clause.predicate.lemma, clause.predicate
        if predicate.describes or lemma in words("actors", "no_acts") or lemma.endswith(("되다", "지다", "이다")):
            return False
        if lemma in words("actors", "foreseeing") or (clause.kind == "adnominal" and not clause.times):
            return False
        own = level.morphemes[predicate.first : predicate.last + 2]
        past = any(m.tag == "EP" and m.surface[-1:] in "았었였" for m in own)
        must = _MUST.search(self.text[predicate.start : predicate.end + 4])
        return (past or clause.object is not None) and not must

    def _told(self, level: Level, fact: Found, actor: Span) -> Phrase | None:
        """The subject or topic, behind who says it and before the fact, of what is said or of a clause in it."""
        said = self._said(level, fact)
        speaker = next((p for p in level.phrases if p.may_act and p.start <= actor[0] < p.end), None)
        if said is None or speaker is None or not self._says(level, said, speaker):
            return None
        between = [p for p in level.phrases if speaker.end < p.start and p.end <= fact.start and p.may_act]
        between = [p for p in between if not any(p.start < end and start < p.end for start, end in self.naming.taken)]
        own = [p for p in between if self._is_told_of(level, p, said, fact)]
        return own[-1] if own else None

    def _said(self, level: Level, fact: Found) -> Clause | None:
        """The clause of reported words that the fact stands in: 오를 것으로 봤다, 올랐다고 했다."""
        behind = (c for c in level.clauses if c.predicate.end >= fact.end)
        for clause in behind:
            if clause.kind == "quoting" or (
                clause.kind == "adnominal" and _THAT.match(self.text, clause.predicate.end)
            ):
                return clause
            if clause.kind == "final":
                return None
        return None

    def _says(self, level: Level, said: Clause, speaker: Phrase) -> bool:
        """Is it the topic, or the subject, of the verb behind the words, with nobody else between these."""
        after = [c for c in level.clauses if c.predicate.start > said.predicate.end]
        after = [c for c in after if not self.text[said.predicate.end : c.predicate.start].strip().endswith("것")]
        verb = after[0] if after else None
        if verb is None or verb.kind == "adnominal":
            return False
        named = [p for p in level.phrases if said.predicate.end <= p.start < verb.predicate.start and p.may_act]
        known = words("actors", "foreseeing") | words("saying", "verbs")
        return not named and verb.predicate.lemma in known and speaker.start < said.start

    def _is_told_of(self, level: Level, phrase: Phrase, said: Clause, fact: Found) -> bool:
        """Does what is said tell of it: its own subject or topic, or that of a clause which goes on in it."""
        holder = next((c for c in level.clauses if any(p.start == phrase.start for p in c.phrases)), None)
        if phrase.role == "topic":
            timed = self.text[phrase.start : phrase.end] in words("grammar", "times")
            clausal = self.text[phrase.start : phrase.end] in words("actors", "of_clauses")
            if phrase.particle not in _TOPICS or timed or clausal:
                return False
        if (
            holder is None
            or holder is said
            or (phrase.role == "topic" and holder.predicate.start > said.predicate.start)
        ):
            return True
        goes_on = holder.kind == "connective" and holder.ending in words("grammar", "sharing")
        held = holder.relation in _PARTED or holder.predicate.describes
        alike = _THAT.match(self.text, said.predicate.end) or said.predicate.lemma in words("actors", "changing")
        if held or not goes_on or said.subject or not alike:
            return False  # 배가 낡아 3척을 팔았다고 했다: by who says it
        after = [c for c in level.clauses if holder.predicate.start < c.predicate.start < said.predicate.start]
        return not any(c.kind in ("nominal", "adnominal") and not c.predicate.describes for c in after)
