"""Whose a time is by what stands next to it, and whose a figure is that somebody foresees."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.quantities.beside import Beside
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed
from helpers.narrative.grammar import Clause, Phrase, Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_ACCORDING = re.compile(r"\s(?P<who>[^,“”\"]{2,40}?|[^“”\"]{2,40}?\s등(?:\s[가-힣]{2,6})?)에\s(?:따르면|의하면)")
_FOUND_OUT = re.compile(r"\s<(?P<paper>[^<>]{1,20})>\s취재\s?결과(?=[\s,])")  # 3일 <나루일보> 취재 결과: its day
_PAST = re.compile(r"전날|어제|지난|작년|재작년|오는|내년|이듬해|\d{4}년|'\d\d년")
_SELF = re.compile(r"(?:이|가|은|는|도)(?=\s)")
_THING = re.compile(r"\s?것[은이을]")
_PERSON = re.compile(r"(?:^|.*\s)?(?P<who>[^,“”\"]{1,20}(?:씨|군|양))에\s(?:따르면|의하면)")
_OFFICES = tuple(sorted(words("actors", "offices")))
_DONE = ("ㄴ", "은")
_TOPICS = ("은", "는", "ㄴ")
_MEETINGS = tuple(sorted(listed("series") | words("actors", "held_at_a_time")))
_THAT = re.compile(r"\s?것(?:으로|이라|으론)")


class Timing:
    """The times of a sentence."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found], naming: Naming, beside: Beside) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.facts, self.naming, self.beside = facts, naming, beside
        self.subjects = beside.subjects

    def of(self, level: Level, fact: Found) -> Span | None:
        """Whose time it is by what stands next to it: X에 따르면, a subject right before or after it."""
        if fact.kind == "period" and not fact.days and (own := self._of_length(level, fact)):
            return own
        if paper := _FOUND_OUT.match(self.text, fact.end):
            return paper.span("paper")
        doer = self.subjects.next_to(level, fact.start)
        source = self._source_after(level, fact)
        if source and doer and doer.role == "subject":  # 통계청이 3일 낸 자료에 따르면
            return self.naming.of(doer, fact.start)
        if source:
            return self.naming.of(source, fact.start)
        if foreseen := self.foreseen(level, fact):
            return self.naming.of(foreseen, fact.start)
        if second := self._of_second(level, fact):
            return self.naming.of(second, fact.start)
        before = self.subjects.next_to(level, fact.start)
        after = self._told_after(level, fact)
        if before is not None:
            # 작업은 전날 경찰이 살핀 곳에서: the day of the clause that begins with it
            office = self.text[before.start : before.end].endswith(_OFFICES)  # 법원은 3일 조합이 낸 소송에서
            inner = not office and _PAST.match(self.text, fact.start)
            if after and inner and self._begins(level, after, within=before.role == "subject"):
                before = after
            return self.naming.of(before, fact.start)
        if after is not None and self.text[: fact.start].rstrip().endswith(","):
            return self.naming.of(after, fact.start)
        if after is not None and (after.role == "topic" or self.naming.is_fact(after.particle_end + 1)):
            return self.naming.of(after, fact.start)
        if any(phrase.start < fact.start for phrase in level.phrases):
            return None
        return self.naming.of(after, fact.start) if after else self.subjects.of_main(level, fact.start)

    def passes(self, fact: Found) -> bool:
        """3년이 지났지만 값은 그대로다: does so long a time itself pass, whoever is told of behind it."""
        own = self.sentence.clause_of(fact.start) if fact.kind == "period" and not fact.days else None
        passing = own is not None and own.predicate.lemma in words("actors", "passing") and own.kind != "adnominal"
        return passing and _SELF.match(self.text, fact.end) is not None

    def _of_length(self, level: Level, fact: Found) -> Span | None:
        """국민의 3년이, 조합의 12년 만의 총회, 그가 일한 2년 동안: whose so long a time is."""
        own = (
            self.beside.given.to(level, fact)
            or self.beside.counted.of_subject(level, fact)
            or self.beside.owned(level, fact)
            or self.beside.adjacent(level, fact)
        )
        if own:
            return own
        told = level.clause_before(fact.start)
        return self.naming.of(told.subject, fact.start) if told and told.subject else None

    def foreseen(self, level: Level, fact: Found) -> Phrase | None:
        """조합은 내년 판매를 3만 대로 예상했다, 내년 값이 내릴 것으로 봤다: what somebody foresees something of."""
        clause = next((c for c in level.clauses if c.predicate.start >= fact.end and self._foresees(c)), None)
        if clause is None or (fact.kind == "date" and fact.days and fact.days[0] == fact.days[1]):
            return None
        inner = [c for c in level.clauses if fact.end <= c.predicate.start < clause.predicate.start]
        if clause.object and not inner:
            amount = any(p.particle in ("로", "으로") and self.naming.is_fact(p.end - 1) for p in clause.phrases)
            ahead = clause.object.start >= fact.end or fact.kind not in ("date", "period")
            return clause.object if amount and ahead else None
        told = [c for c in inner if c.subject and _THAT.match(self.text, c.predicate.end)]
        if fact.kind not in ("date", "period") or not told or told[0].subject is None:
            return None
        return told[0].subject if told[0].subject.start >= fact.end else None

    def _of_second(self, level: Level, fact: Found) -> Phrase | None:
        """그는 2일 최근 배를 산 조합에 편지를 썼다: of two times in a row the second is that of a clause within."""
        first = [f for f in self.facts if f.end <= fact.start and f.kind == "date" and not f.bound]
        if not first or self.text[first[-1].end : fact.start] != " " or fact.number.low is not None:
            return None
        told = next((c for c in level.clauses if c.predicate.start > fact.end and c.kind == "adnominal"), None)
        if told is None or told.subject or told.times:
            return None
        named = [p for p in level.phrases if fact.end <= p.start < told.predicate.start]
        return None if any(p.is_told_of for p in named) else told.modifies

    def _foresees(self, clause: Clause) -> bool:
        return clause.kind in ("final", "connective") and clause.predicate.lemma in words("actors", "foreseeing")

    def of_account(self, level: Level) -> Span | None:
        """한씨에 따르면 지난해 뺨을 맞았다: who tells of it, where it is somebody and nobody else is named."""
        found = None if level.quote else _PERSON.match(self.text)
        return self.naming.cleaned(*found.span("who")) if found else None

    def _begins(self, level: Level, subject: Phrase, *, within: bool) -> bool:
        """Does the clause of a subject tell of what was done on a day with which it begins: 경찰이 살핀 곳.

        What went on (배를 몰던 곳), what only comes before or after (시작되기 전) and what the topic speaks of
        (막은 것은 잘못이라며) do not say when.

        within  behind a subject (나루시가 지난해 조합이 막은 길을 열었다) only a clause before a noun does
        """
        clause = next((c for c in level.clauses if c.subject is subject), None)
        if clause is None or clause.kind == "nominal" or clause.predicate.lemma.endswith("이다"):
            return False
        if clause.kind != "adnominal":
            return not within  # 새 그물은 지난해 조합이 샀다
        if clause.ending not in _DONE:
            return False
        said = _THING.match(self.text, clause.predicate.end)
        return not (said and any(c.kind == "quoting" and c.predicate.start > clause.end for c in level.clauses))

    def _source_after(self, level: Level, fact: Found) -> Phrase | None:
        source = _ACCORDING.match(self.text, fact.end)
        end = source.end("who") if source else -1
        return next((p for p in level.phrases if p.end == end), None)

    def _told_after(self, level: Level, fact: Found) -> Phrase | None:
        """The subject right after a time; in a list of times the topic, too: 6년 전 한아름도, 4년 전 오세라도."""
        phrase = next((p for p in level.phrases if p.start >= fact.end), None)
        if phrase is None or self.text[fact.end : phrase.start].strip():
            return None
        in_list = self.text[: fact.start].rstrip().endswith(",")
        told = phrase.role == "topic" and not phrase.place and (in_list or self._is_of_topic(level, phrase))
        return phrase if phrase.role == "subject" or told or self._is_held(phrase) else None

    def _is_of_topic(self, level: Level, topic: Phrase) -> bool:
        """올해 어획량은 변수가 크다: does a subject of its own follow a topic, which a time right before belongs to."""
        clause = next((c for c in level.clauses if c.topic is topic), None)
        own = clause.subject if clause else None
        also = self.text.startswith(" 또한 ", topic.end)
        if not also and (clause is None or (own and self.naming.cleaned(own.start, own.end))):
            return False
        return (also or topic.particle in _TOPICS) and any(
            p.start > topic.end and p.role == "subject" for p in level.phrases
        )

    def _is_held(self, phrase: Phrase) -> bool:
        """지난해 대회에서는 코스도 여럿 나왔다: is it a meeting or the like, whose time it is."""
        last = self.text[phrase.start : phrase.end].split()[-1]
        return phrase.role == "topic" and phrase.particle == "에서는" and last.endswith(_MEETINGS)
