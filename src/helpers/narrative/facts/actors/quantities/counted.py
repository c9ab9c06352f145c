"""The noun that a number counts, or out of which it counts so many: 나무 2만 그루, 국민의 62%가, 의원 50명 중 42명."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.bare import TOTAL
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed, longest_first
from helpers.narrative.grammar import Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_PLACES = ("위", "심")  # of whom a place in an order is, the noun before it does not say
_PARTLY = re.compile(r"\s?(?:중|가운데)(?=[\s에,])")
_SUBJECT = re.compile(r"[이가은는도](?=\s|$|[,.…])")
_OF = re.compile(r"의\s")
_TO = re.compile(r"에\s")
_AND = re.compile(r"(?:와|과)\s")
_JOINED = re.compile(r"(?:[과와]|,)\s")
_BY = re.compile(r"(?:에|으?로)\s(?:의해|인해)")
_OUT_OF = re.compile(r"\s?(?:중|가운데)\s$")
_AMONG = re.compile(r"의\s(?P<whole>(?:(?![을를면]\s)[^,.“”]){1,30}?)\s?(?:중|가운데)[\s에]")
_IS_SO = re.compile(r"(?:\s?\([^()]{1,40}\))?[이가]\s(?P<who>[가-힣A-Za-z]{2,12}?)(?=이?었|였|이[다며고]|입니다)")
_TAKE_PART = re.compile(rf"\s(?P<who>[가-힣]{{1,10}})\s(?:{longest_first(words('actors', 'taking_part'))})")
_OF_SUBJECT = re.compile(r"의\s(?P<who>[가-힣A-Za-z]{1,12})(?:이|가)\s")
_THINGS = re.compile(r"의\s(?P<things>[가-힣A-Za-z]+)")
_PREDICATES = frozenset(["VV", "VA", "VX", "XSV", "XSA", "VCP", "VCN"])


class Counted:
    """The numbers of a sentence with the nouns that they count."""

    def __init__(self, sentence: Sentence, naming: Naming) -> None:
        self.sentence, self.text, self.naming = sentence, sentence.text, naming

    def noun(self, level: Level, fact: Found) -> Span | None:
        """The noun right before a quantity: 나무 2만 그루."""
        before = self.text[: fact.start].rstrip()
        quantity = fact.kind in ("amount", "count") and fact.unit not in _PLACES and len(before) < fact.start
        return self.naming.before(level, len(before)) if quantity else None

    def told_before(self, level: Level, fact: Found) -> Span | None:
        """학교 12곳을 살핀 결과 9곳이: the noun that a number of the same unit counted before."""
        if TOTAL.search(self.text, 0, fact.start):  # 학교 7곳, 도서관 3곳 등 모두 10곳
            return None
        same = [other for other in self.naming.facts if other.end <= fact.start and other.unit == fact.unit]
        return self.noun(level, same[-1]) if same else None

    def of_subject(self, level: Level, fact: Found) -> Span | None:
        """국민의 62%가, 의원 12명이: what the subject that is the fact counts."""
        things = fact.unit in listed("native") and _OF.match(self.text, fact.end)
        partly = things or _PARTLY.match(self.text, fact.end)
        if fact.days or not (partly or _SUBJECT.match(self.text, fact.end)):
            return None
        before = self.text[: fact.start].rstrip()
        if before.endswith(("의 ", "의")):
            if fact.unit == "배":  # 사망률은 평균의 두 배가 넘는다: of what is compared
                return None
            owner = self.naming.before(level, len(before) - 1)
            return None if owner and self.text[slice(*owner)] in words("actors", "wholes") else owner
        return self.naming.before(level, len(before)) if len(before) < fact.start else None

    def out_of(self, level: Level, fact: Found) -> Span | None:
        """수천 명의 이재민 가운데 42명이, 의원 50명 중 42명이: out of whom so many are."""
        found = _OUT_OF.search(self.text, 0, fact.start)
        if found is None:
            return None
        whole = next((other for other in self.naming.facts if other.end == found.start()), None)
        return self.noun(level, whole) if whole else self.naming.before(level, found.start())

    def among(self, fact: Found) -> Span | None:
        """8천 명의 사망자 가운데 어린이가 70%: the number counts the whole."""
        found = _AMONG.match(self.text, fact.end)
        return self.naming.cleaned(*found.span("whole")) if found else None

    def things(self, fact: Found) -> Span | None:
        """13만 개의 자료를 섞어: what is counted, where nobody is named who does something with it."""
        found = None if fact.days or fact.unit in listed("events") else _THINGS.match(self.text, fact.end)
        if found and found["things"] in words("actors", "measured"):
            return None
        phrase = found and self.sentence.level_at(fact.start).phrase_at(found.start("things"))
        return self.naming.cleaned(found.start("things"), phrase.end) if found and phrase else None

    def is_so(self, fact: Found) -> Span | None:
        """55%(약 3천 명)가 여성이었다, 27일이 축제였다: what so many or such a day are."""
        found = _IS_SO.match(self.text, fact.end)
        return self.naming.cleaned(*found.span("who")) if found else None

    def takes_part(self, fact: Found) -> Span | None:
        """40개 기업 참여, 새우와 김 등 40여 개의 조합이: the noun that is counted and does something."""
        found = None if fact.days else _TAKE_PART.match(self.text, fact.end)
        if found is None and fact.unit in listed("native") and self.text[: fact.start].endswith("등 "):
            found = _OF_SUBJECT.match(self.text, fact.end)
        return self.naming.cleaned(*found.span("who")) if found else None

    def in_subject(self, level: Level, fact: Found) -> Span | None:
        """창고 1곳과 배 1척이 불탔다: of a subject that lists what is counted, each noun before its own number."""
        if fact.days or fact.unit not in listed("native") or not _JOINED.match(self.text, fact.end):
            return None
        told = next((p for p in level.phrases if p.end >= fact.end and p.role != "bare"), None)
        if told is None or told.role != "subject":
            return None
        return None if has_predicate(level, fact.end, told.end) else self.noun(level, fact)

    def not_of_clause(self, level: Level, fact: Found) -> Span | None:
        """장비 22대에 의해, 나루당 몫 3자리와 여당 몫인 위원장을: the noun, not of whom the clause behind it tells."""
        if _BY.match(self.text, fact.end):
            return self.noun(level, fact)
        clause = self.sentence.clause_of(fact.start) if _AND.match(self.text, fact.end) else None
        other = clause is not None and clause.kind == "adnominal" and clause.predicate.lemma.endswith("이다")
        return self.noun(level, fact) if other and fact.unit in listed("native") else None

    def not_of_subject(self, level: Level, fact: Found) -> Span | None:
        """그물값 18% 뛸 때, 빚 4억원에 이자가 붙었다: the noun before a rate or a sum, not the subject after it."""
        rate = fact.unit in ("%", "%p", "배") and not fact.bound and self.text[fact.end : fact.end + 1] == " "
        if rate and any(m.start == fact.end + 1 and m.tag in ("VV", "VA") for m in level.morphemes):
            return self.noun(level, fact)
        clause = self.sentence.clause_of(fact.start) if _TO.match(self.text, fact.end) else None
        later = clause and clause.subject and clause.subject.start > fact.end and fact.kind == "amount"
        return self.noun(level, fact) if later else None


def has_predicate(level: Level, start: int, end: int) -> bool:
    """Does a verb, an adjective or a copula stand in a stretch of a level."""
    return any(m.tag in _PREDICATES and start <= m.start < end for m in level.morphemes)
