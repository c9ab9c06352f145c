"""Whom a number of persons counts: the noun of its own phrase, nobody of another clause (상인 3명에게 벌금이)."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.counting import SOMEBODY, WORKING
from helpers.narrative.facts.numbers.units import listed, longest_first
from helpers.narrative.grammar import Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_AT_WORK = re.compile(rf"\s(?:{longest_first(listed('aged_at_work'))})")  # 50대 운전자와 8살 딸
_OF = re.compile(r"의\s(?=[가-힣A-Za-z‘“'\"])")
_KIND = re.compile(r"\s[가-힣A-Za-z\d]")  # 1인 가구, 2인 1조
_THESE = re.compile(r"(?:두|세|네|다섯)\s(?:사람|명)의\s")  # 두 사람의 결혼식: those two, whoever they are
# 12명의 총 수입: what is reckoned over the persons is not what the number counts
_RECKONED = re.compile(r"의\s(?:총|평균|전체|합계|누적|연평균|월평균|1인당)\s?[가-힣]")
_SOME = re.compile(rf"(?:{longest_first(listed('people'))})(?:[이가은는을를도]|들|에게)")  # 다섯 명의 선수가


class Persons:
    """The numbers of persons of a sentence."""

    def __init__(self, sentence: Sentence, naming: Naming) -> None:
        self.sentence, self.text, self.naming = sentence, sentence.text, naming

    def are_counted(self, fact: Found) -> bool:
        """Does a number count persons: 42명, 세 사람; not an age, not a kind of thing (50인 미만 사업장)."""
        kind = fact.unit == "인" and _KIND.match(self.text, fact.end)
        return fact.unit in listed("persons") and not fact.loose and not kind

    def are_known(self, fact: Found) -> bool:
        """두 사람의 결혼식: are the persons those whom a sentence before named."""
        these = _THESE.match(self.text, fact.start)
        return these is not None and not _SOME.match(self.text, these.end())

    def counted(self, level: Level, fact: Found) -> Span | None:
        """상급자 2명에게, 박씨 등 3명은, 3만 명의 이재민이: the noun that stands in one phrase with the number."""
        before = self.text[: fact.start].rstrip()
        own = self.naming.before(level, len(before)) if len(before) < fact.start else None
        if own and not self._is_counted_itself(own):
            return self._whole_list(level, own)
        if _RECKONED.match(self.text, fact.end):
            return self._belonging_to(level, fact)
        of = None if self.are_known(fact) else _OF.match(self.text, fact.end)
        return self._from(level, of.end()) if of else None

    def _belonging_to(self, level: Level, fact: Found) -> Span | None:
        """어획량 상위 2%에 해당하는 134명, 상위 20%인 1340명: the part of all that the persons are."""
        told = level.clause_before(fact.start)
        if told is None:
            return None
        start, end = told.predicate.start, told.predicate.end
        phrase = next((p for p in level.phrases if p.start < end and start <= p.particle_end + 1), None)
        belongs = phrase and phrase.particle == "에" and told.predicate.lemma in words("actors", "belonging")
        is_part = phrase and phrase.end > start and self.naming.is_fact(start)
        return (phrase.start, phrase.end) if phrase and (belongs or is_part) else None

    def _is_counted_itself(self, noun: Span) -> bool:
        """Is a noun what the number before it counts: the 종목 of 21개 종목 144명."""
        before = len(self.text[: noun[0]].rstrip())
        of = next((fact for fact in self.naming.facts if fact.end == before), None)
        return " " not in self.text[slice(*noun)] and of is not None and of.unit == "개"

    def are_told_of(self, level: Level, fact: Found) -> bool:
        """Does a clause right before it say who the persons are: 회사를 떠난 6명을; no other noun is meant then.

        Of 46.8%인 318명 it does not: the number says the same again.
        """
        told = level.clause_before(fact.start)
        if told is None or told.predicate.lemma in words("actors", "changing"):  # 14명 줄어든 32명이다
            return False
        return not self.naming.is_fact(told.predicate.start)

    def aged(self, level: Level, fact: Found) -> Span | None:
        """60대 한아름씨에게: of whom an age is told that stands right before."""
        ranged = fact.unit in ("세", "살") and fact.number.high is not None  # 50~83세 성인
        of_age = fact.gives in ("age", "age_group")
        who = (SOMEBODY, _AT_WORK, WORKING) if of_age else (SOMEBODY, _AT_WORK)
        told = any(pattern.match(self.text, fact.end) for pattern in who)
        if not (fact.loose or ranged) or not told:
            return None
        joined = next((m.start for m in level.morphemes if m.tag == "JC" and m.start > fact.end), None)
        return self._from(level, fact.end + 1, joined)

    def _from(self, level: Level, start: int, until: int | None = None) -> Span | None:
        """What of the noun phrase that holds ``start`` stands from there on; of 죄 없는 아이들 the 아이들."""
        phrase = level.phrase_at(start)
        if phrase and phrase.role == "bare":
            told = next((c for c in level.clauses if 0 <= c.predicate.start - phrase.end < 2), None)
            if told and told.kind == "adnominal" and told.modifies:
                phrase, start = told.modifies, told.modifies.start
        end = min(phrase.end, until or phrase.end) if phrase else start
        return self.naming.cleaned(start, end) if end > start else None

    def _whole_list(self, level: Level, last: Span) -> Span:
        """한씨와 오씨, 나씨 등 for the 나씨 등 before a number."""
        start, end = last
        while self.text[end - 2 : end] == " 등" and self.text[start - 2 : start] == ", ":
            before = next((p for p in level.phrases if p.end == start - 2 and p.role == "bare"), None)
            if before is None:
                break
            start = before.start
        return start, end
