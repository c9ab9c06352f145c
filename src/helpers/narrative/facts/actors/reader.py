"""One sentence with its facts, asked whose each of them is: by what stands beside it, its clause, or those around."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.facts.actors.heads import Heads
from helpers.narrative.facts.actors.inside import Inside
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.quantities.beside import Beside
from helpers.narrative.facts.actors.quantities.persons import Persons
from helpers.narrative.facts.actors.quoted import Quoted
from helpers.narrative.facts.actors.telling import names_nobody, told_of
from helpers.narrative.facts.actors.timing import Timing
from helpers.narrative.facts.actors.worded import Worded
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed
from helpers.narrative.grammar import Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_BY_ACCOUNT = re.compile(r"[^,“”\"]{1,40}에(?:게)?\s(?:따르면|의하면)")
_OF_SELF = re.compile(r"(?:이|가|만)(?=[\s,.])")
_TOPIC = re.compile(r"[은는](?=\s)")
_OF_THOSE = re.compile(r"(?:^|[\s,])(?:이\s?중|그\s?중|이\s가운데|그\s가운데|이들\s중|나머지)$")
_OBJECT = re.compile(r"[을를](?=\s)")
_LABEL = re.compile(r"[:：]\s?$")  # 한나루(어민) : "올해 …": somebody else speaks
_OF_THEM = re.compile(r"\s?중\s\d\S*(?:이|가)\s")  # the 3대 of 3대 중 2대가
_REST = re.compile(r"(?<![가-힣])나머지\s$")
_THEIRS = re.compile(r"[은는]\s(?P<who>[^\s,]{2,12})[이가]\s")


class Reader:
    """A sentence and the facts that were found in it."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found]) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.naming = Naming(sentence, facts)
        self._times = {fact.start for fact in facts if fact.kind in ("date", "period")}
        self.figures = [fact for fact in facts if fact.start not in self._times]
        self.beside = Beside(sentence, facts, self.naming, self._times)
        self.counted, self.pairs = self.beside.counted, self.beside.pairs
        self.subjects = self.beside.subjects
        self.heads = Heads(sentence, self.naming)
        self.inside = Inside(sentence, self.naming)
        self.persons = Persons(sentence, self.naming)
        self.timing = Timing(sentence, facts, self.naming, self.beside)
        self.quoted = Quoted(sentence, self.naming, self.subjects)
        self.worded = Worded(sentence, self.naming)

    def whose(self, fact: Found) -> Span | None:
        """The actor; in somebody's words what these tell of, and who speaks only where they tell of him."""
        return self.quoted.speaking(fact, self.worded.of(fact, self.actor(fact)))

    def actor(self, fact: Found) -> Span | None:
        """The noun that the fact stands behind in brackets, that it is counted of, or the subject of its clause."""
        level = self.sentence.level_at(fact.start)
        timed = fact.start in self._times
        if own := self.beside.before_bracket(level, fact) or self.persons.aged(level, fact):
            return own
        if theirs := _REST.search(self.text, 0, fact.start) and _THEIRS.match(self.text, fact.end):
            return self.naming.cleaned(*theirs.span("who"))  # 나머지 22석은 다른 당이 나눠 가졌다
        if price := self.pairs.priced(fact):  # 배추 한 포기 1만원
            return self.actor(price)
        if own := self.inside.charged(fact) or (None if timed and fact.days else self.inside.of(fact)):
            return own
        if self.persons.are_counted(fact):
            return self._of_persons(level, fact)
        return self._by_sentence(level, fact)

    def _of_persons(self, level: Level, fact: Found) -> Span | None:
        """Whom a number of persons counts, or who does something with so many: 조합은 배우 3명을 뽑았다."""
        if beside := self.pairs.households(fact):  # 이재민 350가구 712명이
            return self.actor(beside)
        own = (
            self.counted.out_of(level, fact)
            or self.counted.among(fact)
            or (self.subjects.of_own(level, fact.start) if _OBJECT.match(self.text, fact.end) else None)
            or self.persons.counted(level, fact)
            or self.counted.is_so(fact)
        )
        if own or self._are_themselves(level, fact):
            return own
        return self._by_sentence(level, fact)

    def _by_sentence(self, level: Level, fact: Found) -> Span | None:
        """Whose it is in a headline, by the number before it, by what stands beside it or by its clause."""
        timed = fact.start in self._times
        if head := self.heads.of(fact):
            return head
        if self._is_of_persons(fact):
            return self._where_told(level, fact)
        if not timed and not self._is_itself(fact) and (same := self.pairs.same_as(fact)):
            return self.actor(same)
        if so := self.counted.is_so(fact) if timed else None:
            return so
        if timed and self.timing.passes(fact):
            return self._where_told(level, fact)
        if own := self.timing.of(level, fact) if timed else self.beside.of_quantity(level, fact):
            return own
        if self.subjects.is_told_otherwise(level, fact.start):
            return self._where_told(level, fact)
        if foreseen := self.timing.foreseen(level, fact):
            return self.naming.of(foreseen, fact.start)
        if so := self.counted.is_so(fact):
            return so
        if self._is_itself(fact):
            own = self.subjects.of_own(level, fact.start) or self.counted.told_before(level, fact)
            return own or self._where_told(level, fact)
        return self._by_clause(level, fact, timed)

    def _by_clause(self, level: Level, fact: Found, timed: bool) -> Span | None:
        """Whose it is by its clause, by those around it, or else by the rest of the sentence."""
        return (
            self.subjects.of_level(level, fact.start)
            or (None if timed else self.subjects.found_out(level, fact.start))
            or self._told_before(level, fact.start)
            or self.quoted.of(level)
            or self.beside.owned(level, fact)
            or (None if self.is_handed(fact) else self.counted.noun(level, fact))
            or self.timing.of_account(level)
            or (self._topic_after(level, fact) if timed else None)
        )

    def goes_on(self, fact: Found) -> bool:
        """May the fact be of whom the sentence before told of: is none named, and no account begun."""
        level = self.sentence.level_at(fact.start)
        if self.timing.passes(fact):
            return False
        if self._are_themselves(level, fact) or self._is_of_persons(fact) or _BY_ACCOUNT.match(self.text):
            return False
        if level.quote and _LABEL.search(self.text, 0, max(level.quote.start - 1, 0)):
            return False
        apart = self.subjects.of_what_happens(fact.start)
        around = level.quote.start - 1 if level.quote else fact.start  # who speaks is named there
        return all(names_nobody(self.sentence, place, self.naming, apart) for place in {fact.start, max(around - 1, 0)})

    def is_told_person(self, actor: Span) -> bool:
        """Is the actor the 그 that the sentence tells of: 그는 배를 샀다."""
        told = told_of(self.sentence)
        return told is not None and told.start == actor[0] and self.text[slice(*actor)] in words("actors", "one_person")

    def changed(self, fact: Found) -> Span | None:
        """금리를 3.5%에서 3.25%로 내렸다: what is changed, where nobody is named who does it."""
        clause = None if fact.days or fact.loose else self.sentence.clause_of(fact.start)
        if clause is None or clause.object is None or clause.object.end > fact.start or clause.subject:
            return None
        made = clause.predicate.lemma in words("actors", "made_to_change")
        return self.naming.cleaned(clause.object.start, clause.object.end) if made else None

    def without_own(self, fact: Found, actor: Span | None) -> Span | None:
        """쌀 20kg 한 포대: of the last figure the noun before it."""
        if actor is None or not actor[0] < fact.start < actor[1] or not self.pairs.are_all(fact.end, actor[1]):
            return actor
        return self.naming.cleaned(actor[0], fact.start)

    def counts(self, fact: Found) -> Span | None:
        """The noun that a number of things or persons stands behind: 고장 사례 41건."""
        things = fact.unit in listed("counters") and not fact.loose and fact.kind == "count"
        return self.counted.noun(self.sentence.level_at(fact.start), fact) if things else None

    def is_of_the_counted(self, fact: Found) -> bool:
        """이 중 12건은, 7건은: does a number without a noun say how many of those of a sentence before."""
        before = self.text[: fact.start].rstrip()
        part = _OF_THOSE.search(before)
        alone = not before and fact.unit not in listed("persons")
        told = _TOPIC.match(self.text, fact.end) or (part and _OF_SELF.match(self.text, fact.end))
        return fact.unit in listed("counters") and not fact.loose and bool(told and (part or alone))

    def _are_themselves(self, level: Level, fact: Found) -> bool:
        """Are persons told of by a clause of their own, or known from before: nobody else of the sentence is meant."""
        return self.persons.are_counted(fact) and (
            self.persons.are_told_of(level, fact) or self.persons.are_known(fact)
        )

    def _is_of_persons(self, fact: Found) -> bool:
        """42명이 숨졌다: so many persons are the subject themselves, those whom the predicate tells of."""
        return self.persons.are_counted(fact) and bool(_OF_SELF.match(self.text, fact.end))

    def _is_itself(self, fact: Found) -> bool:
        """3대 중 2대가 팔렸다: so many things are the subject themselves."""
        told = _OF_SELF.match(self.text, fact.end) or _OF_THEM.match(self.text, fact.end)
        return fact.unit in listed("counters") and not fact.loose and bool(told)

    def _where_told(self, level: Level, fact: Found) -> Span | None:
        """물결섬에서는 42명이 숨졌다, 조합은 12명이 남았다: what the sentence tells of so far."""
        topics = [p for p in self.subjects.before(level, fact.start) if p.role == "topic"]
        return self.naming.cleaned(topics[-1].start, topics[-1].end) if topics else None

    def _told_before(self, level: Level, position: int) -> Span | None:
        """The topic or the subject that the sentence told of before."""
        told = self.subjects.topic_before(level, position) or self.subjects.subject_before(level, position)
        return self.naming.of(told, position) if told else None

    def is_handed(self, fact: Found) -> bool:
        """뱃삯 30만원을 받았다: is it an amount with which somebody does something, whom the sentence may leave out."""
        return fact.kind == "amount" and _OBJECT.match(self.text, fact.end) is not None

    def _topic_after(self, level: Level, fact: Found) -> Span | None:
        """오늘부터 우리는 한 배: the topic right after a time, where no predicate follows."""
        phrase = None if level.clauses else next((p for p in level.phrases if p.start >= fact.end), None)
        return self.naming.of(phrase, fact.start) if phrase and phrase.is_told_of else None
