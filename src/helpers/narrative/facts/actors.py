"""Whom a fact is about: the subject of the clause whose predicate the number or the date belongs to, as written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from helpers.lexicons import words
from helpers.narrative.facts.found import Found
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
_PARTLY = re.compile(r"\s?(?:중|가운데)(?=[\s에,])")
_SINCE = re.compile(r"(?:기준|현재|당시|무렵|사이|동안|이래|이후)\s")
_TOWARDS = re.compile(r"\s?(?:들어|이후|이전|넘게|만에)(?=\s|$)")


def actors_of(sentence: Sentence, facts: Sequence[Found]) -> list[Span | None]:
    """For each fact the span, in the sentence's text, of the noun phrase that it is about; None where none is named."""
    if len(sentence.text) > LONGEST or not facts:
        return [None] * len(facts)
    reader = _Reader(replace(sentence, morphemes=tuple(_with_facts(sentence, facts))), facts)
    return [reader.actor(fact) for fact in facts]


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
        self.taken = [(fact.start, fact.end) for fact in facts]
        self._times = {fact.start for fact in facts if fact.kind in ("date", "period")}

    def actor(self, fact: Found) -> Span | None:
        """The noun that the fact stands behind in brackets, that it is counted of, or the subject of its clause."""
        level = self.sentence.level_at(fact.start)
        if own := self._before_bracket(level, fact):
            return own
        if own := self._counted_of(level, fact) or self._bare_before(level, fact) or self._right_before(level, fact):
            return own
        found = self._of_level(level, fact.start)
        if found is None and (told := self._topic_before(level, fact.start) or self._subject_before(level, fact.start)):
            found = self._named(told, fact.start)
        return found or self._of_speaker(level) or self._counted(level, fact)

    def _topic_before(self, level: Level, position: int) -> Phrase | None:
        """The topic of the sentence so far: it holds until another one comes."""
        topics = [p for p in level.phrases if p.role == "topic" and not p.place and p.end <= position]
        return topics[-1] if topics else None

    def _of_speaker(self, level: Level) -> Span | None:
        """Of a quotation that names no subject: the subject around it."""
        if level.quote is None or any(phrase.role == "subject" for phrase in level.phrases):
            return None
        outer = self.sentence.level_at(max(level.quote.start - 2, 0))
        return None if outer is level else self._of_level(outer, level.quote.start - 1)

    def _counted(self, level: Level, fact: Found) -> Span | None:
        """The noun that a quantity counts: 나무 2만 그루."""
        before = self.text[: fact.start].rstrip()
        quantity = fact.kind in ("amount", "count") and len(before) < fact.start
        return self._noun_before(level, len(before)) if quantity else None

    def _subject_before(self, level: Level, position: int) -> Phrase | None:
        subjects = [p for p in level.phrases if p.role == "subject" and p.end <= position and p not in self._kept]
        return subjects[-1] if subjects else None

    def _before_bracket(self, level: Level, fact: Found) -> Span | None:
        """찬성이 52%로 반대(41%)보다 많다; 김하늘(42)씨는."""
        opening = self.text.rfind("(", max(0, fact.start - 12), fact.start)
        if opening < 1 or ")" in self.text[opening : fact.start] or self.text[opening - 1].isspace():
            return None
        return self._noun_before(level, opening)

    def _counted_of(self, level: Level, fact: Found) -> Span | None:
        """국민의 62%가, 의원 12명이: what the subject that is the fact counts."""
        partly = _PARTLY.match(self.text, fact.end)
        if fact.kind == "date" or fact.days or not (partly or _SUBJECT.match(self.text, fact.end)):
            return None
        before = self.text[: fact.start].rstrip()
        if before.endswith(("의 ", "의")):
            return self._noun_before(level, len(before) - 1)
        return self._noun_before(level, len(before)) if len(before) < fact.start else None

    def _right_before(self, level: Level, fact: Found) -> Span | None:
        """저축은행은 15.79%: the subject or topic that stands right before; before a date a topic may be another's."""
        phrase = self._adjacent(level, fact.start)
        timed = fact.kind in ("date", "period")
        if phrase is None or (timed and phrase.role == "topic"):
            return None
        return self._named(phrase, fact.start)

    def _bare_before(self, level: Level, fact: Found) -> Span | None:
        """그물값 18% 뛸 때: what a rate without any particle is told of."""
        if fact.unit not in ("%", "%p", "배") or fact.bound or self.text[fact.end : fact.end + 1] != " ":
            return None
        verb = any(m.start == fact.end + 1 and m.tag in ("VV", "VA") for m in level.morphemes)
        found = self._counted(level, fact) if verb else None
        return found if found and self.text[slice(*found)] not in words("actors", "abstract") else None

    def _noun_before(self, level: Level, end: int) -> Span | None:
        """The noun phrase that ends at ``end``, with what belongs to it."""
        last = next((i for i, m in enumerate(level.morphemes) if m.end == end), None)
        if last is None or not level.morphemes[last].is_noun or self._is_fact(level.morphemes[last].end - 1):
            return None
        first = last
        for i in range(last, -1, -1):
            m = level.morphemes[i]
            if not (m.is_noun or m.tag in ("JKG", "MM")) or self._is_fact(m.start) or last - i > 12:
                break
            first = i if m.tag != "JKG" else first
        while first < last and level.morphemes[first].tag in ("NNB", "JKG"):  # the 중 of 중 찬성
            first += 1
        return level.morphemes[first].start, end

    def _of_level(self, level: Level, position: int) -> Span | None:
        clauses = level.clauses
        number = _clause_at(clauses, position)
        for place in range(number, len(clauses)):
            if span := self._of_clause(clauses[place], position):
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
            if topic or not self._is_time(position):
                # what stands before the subject of a clause that modifies a noun belongs to the clause around it
                return self._named(topic, position) if topic else None
        candidates: list[Phrase | None] = [*reversed(before), *(p for p in subjects if p.start > position)]
        candidates += [p for p in reversed(topics) if p.end <= position] + [p for p in topics if p.end > position]
        named = any(phrase and self._named(phrase, position) for phrase in candidates)
        modified = clause.modifies if clause.kind == "adnominal" and not named else None
        if modified and not self._is_fact(modified.end - 1) and not self._tells_what(modified):
            told = self._topic_before(self.sentence.level_at(position), position) if modified.role in _TOLD else None
            candidates += [self._topic_at(position), told, modified]
        if clause.of and clause.of not in self._kept:
            candidates.append(clause.of)
        return next((span for phrase in candidates if phrase and (span := self._named(phrase, position))), None)

    @cached_property
    def _kept(self) -> list[Phrase]:
        """Subjects of clauses that keep theirs to themselves: the 비 of 비가 오면."""
        clauses = (clause for clause in self.sentence.clauses if clause.relation in _OWN)
        return [clause.subject for clause in clauses if clause.subject]

    def _is_time(self, position: int) -> bool:
        return position in self._times

    def _topic_at(self, position: int) -> Phrase | None:
        """The subject or topic right before a date: 어도비는 16일 … 열린 행사에서."""
        if not self._is_time(position):
            return None
        return self._adjacent(self.sentence.level_at(position), position)

    def _adjacent(self, level: Level, position: int) -> Phrase | None:
        """The subject or topic whose particle ends right before ``position``."""
        named = (p for p in level.phrases if p.role in ("subject", "topic") and not p.place)
        return next(
            (p for p in named if p.particle_end < position and not self.text[p.particle_end : position].strip()), None
        )

    def _tells_what(self, phrase: Phrase) -> bool:
        """Does a clause before the noun say what it consists in: 돈을 빼돌린 혐의."""
        return self.text[phrase.start : phrase.end].rsplit(" ", 1)[-1] in words("actors", "consisting")

    def _named(self, phrase: Phrase, position: int) -> Span | None:
        """The span of a phrase that names somebody or something, and is not just the fact itself."""
        fact = next(((start, end) for start, end in self.taken if start <= position < end), None)
        alone = fact is not None and fact[0] <= phrase.start and phrase.end <= fact[1]
        if alone or self.text[phrase.start : phrase.end] in words("actors", "abstract"):
            return None
        return self._trimmed(phrase.start, phrase.end)

    def _trimmed(self, start: int, end: int) -> Span | None:
        """A phrase without the facts in it: 1억 원 규모의 기금, 고등어(15kg)."""
        if (byline := self.text.find(" = ", start, end)) >= 0:
            start = byline + 3
        if self.text[start] == "[" and (closing := self.text.find("]", start, end)) >= 0:
            start = closing + 1
        within = [(a, b) for a, b in self.taken if start <= a and b <= end]
        if within and self.text[start] in "\"'“‘":
            return None
        if within and self.text[end - 1] == ")" and (opening := self.text.rfind("(", start, end)) > start:
            end = opening
            within = [(a, b) for a, b in within if b <= end]
        if within and (of := self.text.rfind("의 ", within[-1][1], end)) >= 0:
            start = of + 2
        elif within and within[-1][0] == start and within[-1][1] < end:
            start = within[-1][1] + len(self.text[within[-1][1] : end]) - len(self.text[within[-1][1] : end].lstrip())
        since = _SINCE.match(self.text, start, end)
        if since and any(b <= start and not self.text[b:start].strip() for _, b in self.taken):
            start = since.end()
        return (start, end) if start < end else None

    def _is_fact(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.taken)


def _clause_at(clauses: Sequence[Clause], position: int) -> int:
    """The number of the clause whose words hold ``position``, else of the first whose predicate comes after it."""
    for number, clause in enumerate(clauses):
        if any(start <= position < end for start, end in clause.spans):
            return number
    return next((n for n, clause in enumerate(clauses) if clause.predicate.start >= position), len(clauses))
