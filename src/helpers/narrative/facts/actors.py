"""Whom a fact is about: the subject of the clause whose predicate the number or the date belongs to, as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from helpers.lexicons import words
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.naming import Naming
from helpers.narrative.facts.telling import Telling, names_nobody
from helpers.narrative.facts.units import listed
from helpers.narrative.grammar import Clause, Morpheme, Phrase, Sentence
from helpers.narrative.grammar.sentence import Level

Span = tuple[int, int]
# A longer "sentence" is a table or a list that lost its line breaks: it has no one subject.
LONGEST = 2000
_SUBJECT = re.compile(r"(?P<particle>[이가은는도])(?=\s|$|[,.…])")
_OTHER = re.compile(r"(?P<particle>으로|로|에서|에|을|를|의|와|과|보다|까지|부터|나|이나)(?=\s|$|[,.…])")
_TAGS = {"이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO", "의": "JKG", "와": "JC", "과": "JC"}
# Roles of a noun that is told of the topic rather than one whom a clause before it is about: 두 아들을 둔 가장이다.
_TOLD = ("bare", "other")
_OWN = ("condition", "cause", "background", "concession")
_ACCORDING = re.compile(r"\s(?P<who>[^,“”\"]{2,40}?)에\s(?:따르면|의하면)")
_PARTLY = re.compile(r"\s?(?:중|가운데)(?=[\s에,])")
_PAST = re.compile(r"전날|어제|지난|작년|재작년|오는|내년|이듬해|\d{4}년|'\d\d년")
_OBJECT = re.compile(r"[을를](?=\s)")
_SAME = re.compile(r"\s?\(|인\s|\s?(?:중|가운데)\s|에서\s")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}$")
_ONE = re.compile(r"(?<!\S)[^\s,·](?:(?!(?:와|과)\s)[^,·])*")
_OF = re.compile(r"의\s")
_TOWARDS = re.compile(r"\s?(?:들어|이후|이전|넘게|만에)(?=\s|$)")


def actors_of(sentence: Sentence, facts: Sequence[Found], telling: Telling) -> list[tuple[Span | None, bool]]:
    """For each fact the span, in the article, of the noun phrase that it is about, and is it of a sentence before.

    telling  whom the article tells of so far; it hears the sentence. None where nobody is named.
    """
    if len(sentence.text) > LONGEST:
        return [(None, False)] * len(facts)
    reader = _Reader(replace(sentence, morphemes=tuple(_with_facts(sentence, facts))), facts)
    found: list[tuple[Span | None, bool]] = []
    for fact in facts:
        actor = reader.shared_out(fact, reader.actor(fact))
        carried = None if actor or not names_nobody(reader.sentence, fact.start, reader.naming) else telling.span
        found.append((sentence.raw(actor) if actor else carried, carried is not None))
    telling.hear(reader.sentence, reader.naming)
    return found


def _with_facts(sentence: Sentence, facts: Sequence[Found]) -> Iterator[Morpheme]:
    """The morphemes with one for each fact: a date is an adverb, a quantity a number; 가 after 62% is a particle."""
    waiting = list(facts)
    done = 0
    for m in sentence.morphemes:
        while waiting and waiting[0].start <= m.start:
            fact = waiting.pop(0)
            done = _end_of(sentence.text, fact)
            surface = sentence.text[fact.start : done]
            timed = fact.kind in ("date", "period")
            yield Morpheme(fact.start, done, surface, surface, "MAG" if timed else "NR")
            found = _SUBJECT.match(sentence.text, done) or _OTHER.match(sentence.text, done)
            if found:
                written = found["particle"]
                tag = _TAGS.get(written, "JX" if written in "은는도" else "JKB")
                yield Morpheme(done, found.end(), written, written, tag)
                done = found.end()
        if m.start >= done:
            also = m.surface == "역시" and m.tag == "MAG" and m.start > 0  # 조합 역시: as 조합도
            yield m._replace(start=m.start - 1, tag="JX", surface="도") if also else m


def _end_of(text: str, fact: Found) -> int:
    found = _TOWARDS.match(text, fact.end)
    return found.end() if found else fact.end


class _Reader:
    """A sentence and the facts that were found in it."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found]) -> None:
        self.sentence = sentence
        self.text = sentence.text
        self.naming = Naming(sentence, facts)
        self.facts = facts
        self._before = {after.start: fact for fact, after in pairwise(facts)}
        self._times = {fact.start for fact in facts if fact.kind in ("date", "period")}

    def actor(self, fact: Found) -> Span | None:
        """The noun that the fact stands behind in brackets, that it is counted of, or the subject of its clause."""
        level = self.sentence.level_at(fact.start)
        near = self._of_quantity if fact.start not in self._times else self._of_time
        if own := self._before_bracket(level, fact) or near(level, fact):
            return own
        found = self._of_level(level, fact.start)
        if found is None and (told := self._topic_before(level, fact.start) or self._subject_before(level, fact.start)):
            found = self.naming.of(told, fact.start)
        return found or self._of_speaker(level) or self._owned(level, fact) or self._counted(level, fact)

    def shared_out(self, fact: Found, actor: Span | None) -> Span | None:
        """개인과 기관이 각각 6억원, 3억원을: of several the one whose the number is."""
        place = self.text.rfind("각각", 0, fact.start)
        group = [other for other in self.facts if other.start >= place >= 0 and other.start not in self._times]
        if actor is None or not group or fact not in group or actor[1] > place or fact.start - place > 40:
            return actor
        parts = [found.span() for found in _ONE.finditer(self.text, *actor)]
        number = group.index(fact)
        return parts[number] if len(parts) == len(group) > 1 else actor

    def _of_quantity(self, level: Level, fact: Found) -> Span | None:
        """Whose number it is by what stands next to it."""
        return (
            self._as_before(fact)
            or self._counted_of(level, fact)
            or (None if _OBJECT.match(self.text, fact.end) else self._owned(level, fact))
            or self._bare_before(level, fact)
            or self._adjacent(level, fact.start)
        )

    def _as_before(self, fact: Found) -> Span | None:
        """84.4%인 1천701개, 2천15개 중 84.4%, 780억 달러(90조 원): whose the number before it is."""
        before = self._before.get(fact.start)
        if before is None or before.start in self._times:
            return None
        return self.actor(before) if _SAME.fullmatch(self.text, before.end, fact.start) else None

    def _of_time(self, level: Level, fact: Found) -> Span | None:
        """Whose time it is by what stands next to it: X에 따르면, a subject right before or after it."""
        if fact.kind == "period" and not fact.days and (own := self._counted_of(level, fact)):
            return own
        if (source := _ACCORDING.match(self.text, fact.end)) and (said := self._phrase_at(level, source.start("who"))):
            return self.naming.of(said, fact.start)
        before = self._next_to(level, fact.start)
        after = self._subject_after(level, fact)
        if before is not None:
            # 작업은 전날 경찰이 살핀 곳에서: the day of the clause that begins with it
            inner = before.role == "topic" and _PAST.match(self.text, fact.start)
            return self.naming.of(after if after and inner else before, fact.start)
        if any(phrase.start < fact.start for phrase in level.phrases):
            return None
        return self.naming.of(after, fact.start) if after else self._of_main(level, fact.start)

    def _of_main(self, level: Level, position: int) -> Span | None:
        """Whose day it is with which a sentence begins: the subject of the first clause that modifies no noun."""
        for clause in level.clauses:
            if clause.kind != "adnominal" and (found := self._of_clause(clause, position)):
                return found
        return None

    def _subject_after(self, level: Level, fact: Found) -> Phrase | None:
        """The subject right after a time."""
        phrase = next((p for p in level.phrases if p.start >= fact.end), None)
        if phrase is None or phrase.role != "subject" or self.text[fact.end : phrase.start].strip():
            return None
        return phrase

    def _phrase_at(self, level: Level, position: int) -> Phrase | None:
        return next((p for p in level.phrases if p.start <= position < p.end), None)

    def _owned(self, level: Level, fact: Found) -> Span | None:
        """웨이모의 1만 7846km: whose the number is."""
        before = self.text[: fact.start]
        return self.naming.before(level, len(before) - 2) if before.endswith("의 ") else None

    def _topic_before(self, level: Level, position: int) -> Phrase | None:
        """The topic of the sentence so far: it holds until another one comes."""
        topics = [p for p in self._before_in(level, position) if p.role == "topic" and not p.place]
        return topics[-1] if topics else None

    def _before_in(self, level: Level, position: int) -> list[Phrase]:
        """The phrases before ``position`` of the same sentence, where a quotation holds several."""
        stops = [m.end for m in level.morphemes if m.tag == "SF" and m.end <= position]
        return [p for p in level.phrases if p.end <= position and p.start >= max(stops, default=0)]

    def _of_speaker(self, level: Level) -> Span | None:
        """Of a quotation that names no subject: the subject around it."""
        if level.quote is None:
            return None
        outer = self.sentence.level_at(max(level.quote.start - 2, 0))
        return None if outer is level else self._of_level(outer, level.quote.start - 1)

    def _counted(self, level: Level, fact: Found) -> Span | None:
        """The noun that a quantity counts: 나무 2만 그루."""
        before = self.text[: fact.start].rstrip()
        quantity = fact.kind in ("amount", "count") and len(before) < fact.start
        return self.naming.before(level, len(before)) if quantity else None

    def _subject_before(self, level: Level, position: int) -> Phrase | None:
        subjects = [p for p in self._before_in(level, position) if p.role == "subject" and p not in self._kept]
        return subjects[-1] if subjects else None

    def _before_bracket(self, level: Level, fact: Found) -> Span | None:
        """찬성이 52%로 반대(41%)보다 많다; 김하늘(42)씨는."""
        opening = self.text.rfind("(", max(0, fact.start - 12), fact.start)
        if opening < 1 or ")" in self.text[opening : fact.start] or self.text[opening - 1].isspace():
            return None
        if self.naming.is_fact(opening - 1):
            return None
        word = _WORD.search(self.text, max(opening - 60, 0), opening)  # a name that was read as a verb
        return self.naming.before(level, opening) or (self.naming.cleaned(*word.span()) if word else None)

    def _counted_of(self, level: Level, fact: Found) -> Span | None:
        """국민의 62%가, 의원 12명이: what the subject that is the fact counts."""
        things = fact.unit in listed("native") and _OF.match(self.text, fact.end)
        partly = things or _PARTLY.match(self.text, fact.end)
        if fact.days or not (partly or _SUBJECT.match(self.text, fact.end)):
            return None
        before = self.text[: fact.start].rstrip()
        if before.endswith(("의 ", "의")):
            return self.naming.before(level, len(before) - 1)
        return self.naming.before(level, len(before)) if len(before) < fact.start else None

    def _bare_before(self, level: Level, fact: Found) -> Span | None:
        """그물값 18% 뛸 때: what a rate without any particle is told of."""
        if fact.unit not in ("%", "%p", "배") or fact.bound or self.text[fact.end : fact.end + 1] != " ":
            return None
        verb = any(m.start == fact.end + 1 and m.tag in ("VV", "VA") for m in level.morphemes)
        return self._counted(level, fact) if verb else None

    def _of_level(self, level: Level, position: int) -> Span | None:
        clauses = level.clauses
        number = _clause_at(clauses, position)
        for place in range(number, len(clauses)):
            own = place == number or clauses[place].kind != "adnominal"
            if own and (span := self._of_clause(clauses[place], position)):
                return span
        return None

    def _of_clause(self, clause: Clause, position: int) -> Span | None:
        if clause.predicate.lemma in words("actors", "relating") and clause.kind != "final":
            return None
        subjects = [p for p in clause.phrases if p.role == "subject"]
        topics = [p for p in clause.phrases if p.role == "topic" and not p.place]
        before = [p for p in subjects if p.start <= position]
        if clause.kind == "adnominal" and subjects and not before:
            topic = self._topic_at(position)
            if topic or position not in self._times:
                # what stands before the subject of a clause that modifies a noun belongs to the clause around it
                return self.naming.of(topic, position) if topic else None
        candidates: list[Phrase | None] = [*reversed(before), *(p for p in subjects if p.start > position)]
        candidates += [p for p in reversed(topics) if p.end <= position] + [p for p in topics if p.end > position]
        named = any(phrase and self.naming.of(phrase, position) for phrase in candidates)
        modified = clause.modifies if clause.kind == "adnominal" and not (named or clause.times) else None
        if modified and not self._tells_what(modified):
            told = self._topic_before(self.sentence.level_at(position), position) if modified.role in _TOLD else None
            candidates += [self._topic_at(position), told, modified]
        if clause.of and clause.of not in self._kept:
            candidates.append(clause.of)
        return next((span for phrase in candidates if phrase and (span := self.naming.of(phrase, position))), None)

    @cached_property
    def _kept(self) -> list[Phrase]:
        """Subjects of clauses that keep theirs to themselves: the 비 of 비가 오면."""
        clauses = (clause for clause in self.sentence.clauses if clause.relation in _OWN)
        return [clause.subject for clause in clauses if clause.subject]

    def _topic_at(self, position: int) -> Phrase | None:
        """The subject or topic right before a date: 어도비는 16일 … 열린 행사에서."""
        if position not in self._times:
            return None
        return self._next_to(self.sentence.level_at(position), position)

    def _adjacent(self, level: Level, position: int) -> Span | None:
        """저축은행은 15.79%: the subject or topic that stands right before."""
        phrase = self._next_to(level, position)
        return self.naming.of(phrase, position) if phrase else None

    def _next_to(self, level: Level, position: int) -> Phrase | None:
        """The subject or topic whose particle ends right before ``position``."""
        named = (p for p in level.phrases if p.role in ("subject", "topic") and not p.place)
        return next(
            (p for p in named if p.particle_end < position and not self.text[p.particle_end : position].strip()), None
        )

    def _tells_what(self, phrase: Phrase) -> bool:
        """Does a clause before the noun say what it consists in: 돈을 빼돌린 혐의."""
        told = self.text[phrase.start : phrase.end].split()
        return bool({told[0].removesuffix("의"), told[-1]} & words("actors", "consisting"))


def _clause_at(clauses: Sequence[Clause], position: int) -> int:
    """The number of the clause whose words hold ``position``, else of the first whose predicate comes after it."""
    for number, clause in enumerate(clauses):
        if any(start <= position < end for start, end in clause.spans):
            return number
    return next((n for n, clause in enumerate(clauses) if clause.predicate.start >= position), len(clauses))
