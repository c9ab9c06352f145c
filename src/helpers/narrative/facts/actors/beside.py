"""Whose number it is by what stands right beside it: 국민의 62%가, 반대(41%), 웨이모의 1만km, 저축은행은 15%."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from helpers.lexicons import words
from helpers.narrative.facts.actors.given import Given
from helpers.narrative.facts.actors.listing import Listing
from helpers.narrative.facts.actors.naming import Naming
from helpers.narrative.facts.actors.subjects import Subjects
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed
from helpers.narrative.grammar import Phrase, Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_PARTLY = re.compile(r"\s?(?:중|가운데)(?=[\s에,])")
_OBJECT = re.compile(r"[을를](?=\s)")
_SUBJECT = re.compile(r"[이가은는도](?=\s|$|[,.…])")
_SAME = re.compile(r"\s?\((?P<lead>[가-힣]{1,4}\s)?|인\s|\s?(?:중|가운데)\s|에서\s")
_WORD = re.compile(r"[가-힣A-Za-z]{2,}$")
_TITLE = re.compile(
    r"(?:‘[^‘’]{1,40}’|“[^“”]{1,40}”|'[^']{1,40}'|\"[^\"]{1,40}\"|《[^《》]{1,40}》|〈[^〈〉]{1,40}〉)$"
)
_GOES_ON = re.compile(r"\)(?:하|되|함|됨|해|했|한|됐|된|될)")  # 수입이 감소(-22.6%)함에 따라
_JOINED = re.compile(r"(?:[과와]|,)\s")
_NEXT = re.compile(r"(?:\s?\([^()]*\))?,\s")
_TOTAL = re.compile(r"\s등(?:\s(?:모두|총|합쳐|합해|합계|전체))?\s?$")
_HOUSEHOLDS = ("가구", "세대", "가족", "쌍", "팀", "개팀", "곳")
_MEASURES = re.compile(r"(?:,\s[가-힣]{1,6}\s\d[^\s,]{1,10}?)*인\s(?P<who>[^\s,]{1,12}?)(?:은|는|이|가)\s")
_BULLET = re.compile(r"[△▷▲▶■□●○]\s?")
_ITEM = re.compile(
    r"(?P<name>(?:(?![은는이가을를]\s)[^(),“”]){2,30}?)\s?(?:(?<=\s)(?:연|월|약|총|최대|최소|평균)\s?)?\(?\s?(?:현재|기존)?\s?"
)
_AND = re.compile(r"(?:와|과)\s")
_EACH_NOUN = re.compile(
    r"의\s(?P<who>[가-힣A-Za-z]{2,10}?(?:\s[가-힣]{2,8}?)?)(?:(?P<joined>와|과|,)\s|(?=[이가을를은는]\s))"
)
_BY = re.compile(r"(?:에|으?로)\s(?:의해|인해)")
_AFTER = re.compile(r"\s?만의\s")
_OF = re.compile(r"의\s")
_TO = re.compile(r"에\s")
_OUT_OF = re.compile(r"\s?(?:중|가운데)\s$")
_AMONG = re.compile(r"의\s(?P<whole>(?:(?![을를면]\s)[^,.“”]){1,30}?)\s?(?:중|가운데)[\s에]")
_PREDICATES = frozenset(["VV", "VA", "VX", "XSV", "XSA", "VCP", "VCN"])
_PLACES = ("위", "심")  # of whom a place in an order is, the noun before it does not say
_COMPARED = ("배", "분수", "%")
_IS_SO = re.compile(r"(?:\s?\([^()]{1,40}\))?[이가]\s(?P<who>[가-힣A-Za-z]{2,12}?)(?=이?었|였|이[다며고]|입니다)")
_TAKE_PART = re.compile(r"\s(?P<who>[가-힣]{1,10})\s(?:참여|참가|동참|출전|입점|출품)")
_OF_SUBJECT = re.compile(r"의\s(?P<who>[가-힣A-Za-z]{1,12})(?:이|가)\s")
_THINGS = re.compile(r"의\s(?P<things>[가-힣A-Za-z]+)")


class Beside:
    """A sentence and its facts, each asked for what stands next to it."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found], naming: Naming, times: Collection[int]) -> None:
        self.sentence, self.text = sentence, sentence.text
        self.naming, self._times = naming, times
        self.subjects = Subjects(sentence, naming, times)
        self.given = Given(sentence, facts, naming, self.subjects)
        self._before = {after.start: fact for fact, after in pairwise(facts)}
        self._listing = Listing(sentence, [fact for fact in facts if fact.start not in times], naming)

    def of_quantity(self, level: Level, fact: Found) -> Span | None:
        """Whose number it is by what stands next to it, however the clause goes on."""
        return (
            self._of_age(fact)
            or self._of_bullet(fact)
            or self.given.to(level, fact)
            or self._in_subject(level, fact)
            or self.named_after(level, fact)
            or self.takes_part(fact)
            or self.told_by(level, fact)
            or self._listing.owner(level, fact)
            or self._gapped(level, fact)
            or self._first_of_two(level, fact)
            or self._each_of(fact)
            or self._with_name(level, fact)
            or self._by(level, fact)
            or self._beside_another(level, fact)
            or self._taken_by(level, fact)
            or self.among(fact)
            or self.counted_of(level, fact)
            or (None if _OBJECT.match(self.text, fact.end) else self.owned(level, fact))
            or self._bare_before(level, fact)
            or self._added_to(level, fact)
            or self.adjacent(level, fact)
        )

    def _of_age(self, fact: Found) -> Span | None:
        """40대 27%, 30대 24%: the age right before a share."""
        before = self._before.get(fact.start)
        of_age = before and before.loose and before.unit == "대" and fact.unit == "%"
        return (before.start, before.end) if before and of_age and fact.start - before.end == 1 else None

    def _of_bullet(self, fact: Found) -> Span | None:
        """△상여금 연 9%(현재 7%) △격려금 40만원: the noun with which an item of a list in one sentence begins."""
        bullet = next((m for m in reversed(list(_BULLET.finditer(self.text, 0, fact.start)))), None)
        if bullet is None:
            return None
        first = next(other.start for other in self.naming.facts if other.start >= bullet.end())
        name = _ITEM.fullmatch(self.text, bullet.end(), first)
        return self.naming.cleaned(*name.span("name")) if name else None

    def _in_subject(self, level: Level, fact: Found) -> Span | None:
        """창고 1곳과 배 1척이 불탔다: of a subject that lists what is counted, each noun before its own number."""
        if fact.days or fact.unit not in listed("native") or not _JOINED.match(self.text, fact.end):
            return None
        told = next((p for p in level.phrases if p.end >= fact.end and p.role != "bare"), None)
        if told is None or told.role != "subject":
            return None
        verb = any(m.tag in _PREDICATES and fact.end <= m.start < told.end for m in level.morphemes)
        return None if verb else self.counted(level, fact)

    def same_as(self, fact: Found) -> Found | None:
        """The number before it that it says again or a part of: 84.4%인 1천701개, 2천15개 중 84.4%, 10달러(1만 원)."""
        before = self._before.get(fact.start)
        if before is None or before.start in self._times:
            return None
        found = _SAME.fullmatch(self.text, before.end, fact.start)
        part = found and found["lead"] and before.unit == fact.unit  # 사업비 9억원(국비 5억원, 시비 4억원)
        return before if found and not part else None

    def counted_beside(self, fact: Found) -> Found | None:
        """The number of households and the like that stands right before that of their persons."""
        before = self._before.get(fact.start)
        beside = before is not None and self.text[before.end : fact.start] == " " and before.unit in _HOUSEHOLDS
        return before if before and beside and not before.loose else None

    def _with_name(self, level: Level, fact: Found) -> Span | None:
        """키 185㎝, 몸무게 82㎏인 그는: of whom a list of measures is told."""
        told = None if fact.days or fact.unit not in listed("latin") else _MEASURES.match(self.text, fact.end)
        return told.span("who") if told else None

    def priced(self, fact: Found) -> Found | None:
        """The number of things right before what so many of them cost."""
        before = self._before.get(fact.start) if fact.kind == "amount" else None
        one = before is not None and before.kind == "count" and before.number.low == 1 and not before.loose
        beside = before is not None and self.text[before.end : fact.start] == " "
        return before if one and beside and before and before.unit in listed("native") else None

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

    def counted_of(self, level: Level, fact: Found) -> Span | None:
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
        return self.counted(level, whole) if whole else self.naming.before(level, found.start())

    def counted(self, level: Level, fact: Found) -> Span | None:
        """The noun that a quantity counts: 나무 2만 그루."""
        before = self.text[: fact.start].rstrip()
        quantity = fact.kind in ("amount", "count") and fact.unit not in _PLACES and len(before) < fact.start
        return self.naming.before(level, len(before)) if quantity else None

    def counted_before(self, level: Level, fact: Found) -> Span | None:
        """학교 12곳을 살핀 결과 9곳이: the noun that a number of the same unit counted before."""
        if _TOTAL.search(self.text, 0, fact.start):  # 학교 7곳, 도서관 3곳 등 모두 10곳
            return None
        same = [other for other in self.naming.facts if other.end <= fact.start and other.unit == fact.unit]
        return self.counted(level, same[-1]) if same else None

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

    def counts(self, fact: Found) -> Span | None:
        """13만 개의 자료를 섞어: what is counted, where nobody is named who does something with it."""
        found = None if fact.days or fact.unit in listed("events") else _THINGS.match(self.text, fact.end)
        if found and found["things"] in words("actors", "measured"):
            return None
        phrase = found and self._phrase_at(self.sentence.level_at(fact.start), found.start("things"))
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

    def told_by(self, level: Level, fact: Found) -> Span | None:
        """연봉이 3% 오른 3천만원, 정가인 3만원: of whom a clause right before the number tells, or what it calls it."""
        before = len(self.text[: fact.start].rstrip())
        told = next((c for c in level.clauses if c.kind == "adnominal" and c.predicate.end == before), None)
        if told is None or before == fact.start or fact.start in self._times or fact.unit in listed("persons"):
            return None
        if fact.kind == "amount" and self.text[told.predicate.start : before].endswith("인"):
            name = self.naming.before(level, before - 1)
            last = self.text[slice(*name)].split()[-1:] if name else []
            return None if last and last[0] in words("actors", "measured") else name
        changed = told.predicate.lemma in words("actors", "changing")
        return self.naming.of(told.subject, fact.start) if told.subject and changed else None

    def named_after(self, level: Level, fact: Found) -> Span | None:
        """제29회 나루회의에서: the meeting whose number it is."""
        series = fact.loose and fact.unit == "회" and self.text[fact.end : fact.end + 1] == " "
        phrase = self._phrase_at(level, fact.end + 1) if series else None
        return self.naming.cleaned(fact.end + 1, phrase.end) if phrase else None

    def after_so_long(self, level: Level, fact: Found) -> Span | None:
        """3년 만의 총회: what comes after so long."""
        found = _AFTER.match(self.text, fact.end) if fact.kind == "period" else None
        phrase = found and self._phrase_at(level, found.end())
        return self.naming.cleaned(found.end(), phrase.end) if found and phrase else None

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
        if any(p.role in ("subject", "topic") and not p.place for p in self.subjects.before(level, fact.start)[-1:]):
            return None
        return self.naming.of(after, fact.start)

    def _gapped(self, level: Level, fact: Found) -> Span | None:
        """한씨가 4타수 3안타, 오씨가 5타수 2안타로: the subject of a part whose verb stands only in the last."""
        end = self.text.find(", ", fact.end)
        if end < 0 or not self.is_figures(fact.end, end):
            return None
        start = max(self.text.rfind(",", 0, fact.start), 0)
        told = [p for p in self.subjects.before(level, fact.start) if p.role == "subject" and p.start >= start]
        after = [p for p in level.phrases if p.role == "subject" and p.start > end]
        if not (told and after) or any(
            m.tag in _PREDICATES and told[-1].end <= m.start < fact.start for m in level.morphemes
        ):
            return None
        return self.naming.of(told[-1], fact.start)

    def _first_of_two(self, level: Level, fact: Found) -> Span | None:
        """매출 3억 원(약 20만 유로), 이익은 2천만 원이다: the noun of the first, whose particle only the second has."""
        following = _NEXT.match(self.text, fact.end)
        told = following and next((p for p in level.phrases if p.start == following.end()), None)
        if not told or told.role not in ("subject", "topic") or not self.naming.is_fact(told.particle_end + 1):
            return None
        if any(p.role in ("subject", "topic") for p in self.subjects.before(level, fact.start)):
            return None
        return self.counted(level, fact)

    def _each_of(self, fact: Found) -> Span | None:
        """28조원의 생산 감소와 4조원의 부담이: of two nouns in a row, each behind its own figure, the one behind it."""
        found = None if fact.days or fact.unit in listed("persons") else _EACH_NOUN.match(self.text, fact.end)
        if found is None:
            return None
        first = self.naming.is_fact(found.end()) and found["joined"]
        last = self._before.get(fact.start)
        second = (
            last and (told := _EACH_NOUN.match(self.text, last.end)) and told["joined"] and told.end() == fact.start
        )
        return self.naming.cleaned(*found.span("who")) if first or second else None

    def _beside_another(self, level: Level, fact: Found) -> Span | None:
        """나루당 몫 3자리와 여당 몫인 위원장을: not of whom the clause behind it tells."""
        clause = self.sentence.clause_of(fact.start) if _AND.match(self.text, fact.end) else None
        other = clause is not None and clause.kind == "adnominal" and clause.predicate.lemma.endswith("이다")
        return self.counted(level, fact) if other and fact.unit in listed("native") else None

    def _by(self, level: Level, fact: Found) -> Span | None:
        """장비 22대에 의해: the noun that is counted."""
        return self.counted(level, fact) if _BY.match(self.text, fact.end) else None

    def is_figures(self, start: int, end: int) -> bool:
        """Is there nothing but figures in a stretch of the sentence."""
        return all(char.isspace() or self.naming.is_fact(start + at) for at, char in enumerate(self.text[start:end]))

    def among(self, fact: Found) -> Span | None:
        """8천 명의 사망자 가운데 어린이가 70%: the number counts the whole."""
        found = _AMONG.match(self.text, fact.end)
        return self.naming.cleaned(*found.span("whole")) if found else None

    def _bare_before(self, level: Level, fact: Found) -> Span | None:
        """그물값 18% 뛸 때: what a rate without any particle is told of."""
        if fact.unit not in ("%", "%p", "배") or fact.bound or self.text[fact.end : fact.end + 1] != " ":
            return None
        verb = any(m.start == fact.end + 1 and m.tag in ("VV", "VA") for m in level.morphemes)
        return self.counted(level, fact) if verb else None

    def _added_to(self, level: Level, fact: Found) -> Span | None:
        """빚 4억원에 이자가 붙었다: its own noun, where the subject comes only after it."""
        clause = self.sentence.clause_of(fact.start) if _TO.match(self.text, fact.end) else None
        later = clause and clause.subject and clause.subject.start > fact.end and fact.kind == "amount"
        return self.counted(level, fact) if later else None

    @staticmethod
    def _phrase_at(level: Level, position: int) -> Phrase | None:
        return next((p for p in level.phrases if p.start <= position < p.end), None)
