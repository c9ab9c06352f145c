"""Whose number it is by what stands right beside it: 반대(41%), 웨이모의 1만km, 저축은행은 15%, 키 185㎝인 그는."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.bare import BULLET, TOTAL
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.quantities.counted import Counted
from helpers.narrative.facts.actors.quantities.given import Given
from helpers.narrative.facts.actors.quantities.listing import Listing
from helpers.narrative.facts.actors.quantities.pairs import Pairs
from helpers.narrative.facts.actors.subjects import Subjects
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed
from helpers.narrative.grammar import Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_OBJECT = re.compile(r"[을를](?=\s)")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}$")
_TITLE = re.compile(
    r"(?:‘[^‘’]{1,40}’|“[^“”]{1,40}”|'[^']{1,40}'|\"[^\"]{1,40}\"|《[^《》]{1,40}》|〈[^〈〉]{1,40}〉)$"
)
_GOES_ON = re.compile(r"\)(?:하|되|함|됨|해|했|한|됐|된|될)")  # 수입이 감소(-22.6%)함에 따라
_MEASURES = re.compile(r"(?:,\s[가-힣]{1,6}\s\d[^\s,]{1,10}?)*인\s(?P<who>[^\s,]{1,12}?)(?:은|는|이|가)\s")
_ITEM = re.compile(
    r"(?P<name>(?:(?![은는이가을를]\s)[^(),“”]){2,30}?)\s?(?:(?<=\s)(?:연|월|약|총|최대|최소|평균)\s?)?\(?\s?(?:현재|기존)?\s?"
)
_COMPARED = ("배", "분수", "%")


class Beside:
    """A sentence and its facts, each asked for what stands next to it; ``times`` are the places of its times."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found], naming: Naming, times: Collection[int]) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.naming, self._times = naming, times
        self.subjects = Subjects(sentence, naming, times)
        self.given = Given(sentence, facts, naming, self.subjects)
        self.counted = Counted(sentence, naming)
        self.pairs = Pairs(facts, naming, self.subjects, self.counted, times)
        self._listing = Listing(sentence, [fact for fact in facts if fact.start not in times], naming)

    def of_quantity(self, level: Level, fact: Found) -> Span | None:
        """Whose number it is by what stands next to it, however the clause goes on."""
        return (
            self.pairs.of_age(fact)
            or self._of_bullet(fact)
            or self.given.to(level, fact)
            or self.counted.in_subject(level, fact)
            or self._series(level, fact)
            or self.counted.takes_part(fact)
            or self._told_by(level, fact)
            or self._listing.owner(level, fact)
            or self.pairs.gapped(level, fact)
            or self.pairs.first_of_two(level, fact)
            or self.pairs.each_of(fact)
            or self.pairs.listed_before(fact)
            or self._measured(fact)
            or self.counted.not_of_clause(level, fact)
            or self._taken_by(level, fact)
            or self.counted.among(fact)
            or self.counted.of_subject(level, fact)
            or (None if _OBJECT.match(self.text, fact.end) else self.owned(level, fact))
            or self.counted.not_of_subject(level, fact)
            or self.adjacent(level, fact)
        )

    def _of_bullet(self, fact: Found) -> Span | None:
        """△상여금 연 9%(현재 7%) △격려금 40만원: the noun with which an item of a list in one sentence begins."""
        bullet = next((m for m in reversed(list(BULLET.finditer(self.text, 0, fact.start)))), None)
        if bullet is None or TOTAL.search(self.text, bullet.end(), fact.start):  # ▲그물 ▲노 등 2가지다
            return None
        first = next(other.start for other in self.naming.facts if other.start >= bullet.end())
        name = _ITEM.fullmatch(self.text, bullet.end(), first)
        return self.naming.cleaned(*name.span("name")) if name else None

    def _measured(self, fact: Found) -> Span | None:
        """키 185㎝, 몸무게 82㎏인 그는: of whom a list of measures is told."""
        told = None if fact.days or fact.unit not in listed("latin") else _MEASURES.match(self.text, fact.end)
        return told.span("who") if told else None

    def before_bracket(self, level: Level, fact: Found) -> Span | None:
        """찬성이 52%로 반대(41%)보다 많다; 김하늘(42)씨는; ‘흰 파도’(1992)."""
        opening = self.text.rfind("(", max(0, fact.start - 12), fact.start)
        if opening < 1 or ")" in self.text[opening : fact.start] or self.text[opening - 1].isspace():
            return None
        if self.naming.is_fact(opening - 1) or _GOES_ON.match(self.text, self.text.find(")", fact.end)):
            return None
        measured = _WORD.search(self.text, max(opening - 12, 0), opening)
        # 많은 금액(3억 달러)을 냈다, 지난해 전체(3억 달러)를 넘었다
        if measured and measured.group() in words("actors", "sums") | words("actors", "wholes"):
            return None
        title = _TITLE.search(self.text, max(opening - 42, 0), opening)
        if title:
            return title.span()
        word = _WORD.search(self.text, max(opening - 60, 0), opening)  # a name that was read as a verb
        return self.naming.before(level, opening) or (self.naming.cleaned(*word.span()) if word else None)

    def owned(self, level: Level, fact: Found) -> Span | None:
        """웨이모의 1만 7846km: whose the number is; of 배값은 시세의 두 배다 the 배값, which is compared."""
        before = self.text[: fact.start]
        owner = self.naming.before(level, len(before) - 2) if before.endswith("의 ") else None
        if owner and self.text[slice(*owner)] in words("actors", "wholes"):  # 매장은 전체의 37%
            return None
        told = self.subjects.of_own(level, fact.start) if owner and fact.unit in _COMPARED else None
        if told and owner and told[1] <= owner[0]:
            return told
        return owner if owner and owner[1] - owner[0] > 1 else None  # 개의 2시간 만에: no 개 owns it

    def _told_by(self, level: Level, fact: Found) -> Span | None:
        """연봉이 3% 오른 3천만원, 정가인 3만원: of whom a clause right before the number tells, or what it calls it."""
        told = level.clause_before(fact.start)
        if told is None or fact.start in self._times or fact.unit in listed("persons"):
            return None
        if fact.kind == "amount" and self.text[told.predicate.start : told.predicate.end].endswith("인"):
            name = self.naming.before(level, told.predicate.end - 1)
            last = self.text[slice(*name)].split()[-1:] if name else []
            return None if last and last[0] in words("actors", "measured") else name
        changed = told.predicate.lemma in words("actors", "changing")
        return self.naming.of(told.subject, fact.start) if told.subject and changed else None

    def _series(self, level: Level, fact: Found) -> Span | None:
        """제29회 나루회의에서: the meeting whose number it is."""
        series = fact.loose and fact.unit == "회" and self.text[fact.end : fact.end + 1] == " "
        phrase = level.phrase_at(fact.end + 1) if series else None
        return self.naming.cleaned(fact.end + 1, phrase.end) if phrase else None

    def adjacent(self, level: Level, fact: Found) -> Span | None:
        """저축은행은 15.79%: the subject or topic that stands right before."""
        phrase = self.subjects.next_to(level, fact.start)
        if phrase is None:
            return None
        told = self.text[phrase.start : phrase.end].split()[-1]
        itself = told in words("actors", "told_by_number") and (fact.start not in self._times or not fact.days)
        return self.naming.of(phrase, fact.start) or ((phrase.start, phrase.end) if itself else None)

    def _taken_by(self, level: Level, fact: Found) -> Span | None:
        """54%를 주민이, 24%를 학생이 가졌다: the subject after an object that comes first."""
        taken = _OBJECT.match(self.text, fact.end)
        after = taken and next((p for p in level.phrases if p.start > taken.end()), None)
        if not (taken and after) or after.role != "subject" or self.text[taken.end() : after.start].strip():
            return None
        if any(p.may_act for p in self.subjects.before(level, fact.start)[-1:]):
            return None
        return self.naming.of(after, fact.start)
