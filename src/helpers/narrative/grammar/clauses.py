"""Clauses of a Korean sentence: predicate, subject, topic, object, negation, and what an adnominal clause modifies.

Korean closes its phrases on the right: a predicate takes the noun phrases on its left that no earlier predicate took.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from helpers.lexicons import words
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.words import QUOTED, STEMS, Morpheme

Span = tuple[int, int]
_ASKS = re.compile(r"(?:달라고|[아어여해]야\s?(?:한|하|된)다(?:고|며|면서)|으라고|주라고)$")
_NEGATING = frozenset(["않다", "못하다", "말다", "아니하다"])
_COMPOUNDING = frozenset(["놓다", "내다", "대다", "붙이다", "지다", "오다", "나가다", "두다"])
MOST_PENDING = 30  # phrases that a predicate may reach back over


@dataclass(frozen=True)
class Predicate:
    """A verb, adjective or noun with copula, with all that is joined to it: '줄어들 것이라고', '하고 있다'.

    lemma    of the verb itself: 줄어들다, 발표하다; of a noun with copula the noun and 이다
    negated  where it is denied (안, 못, -지 않다, 아니다, -을 수 없다); None if it is not
    first, last  the numbers of its morphemes in its level
    """

    start: int
    end: int
    lemma: str
    first: int
    last: int
    negated: Span | None = None
    describes: bool = False  # is it an adjective


@dataclass
class Clause:
    """What one predicate governs.

    kind      final, connective, adnominal, quoting (다고, 라며: its words are given to somebody), nominal (음, 기)
    relation  of a connective clause: concession, cause, condition, background, and, other
    ending    as written
    subject, topic, object  as far as the clause itself gives them; ``of`` is the subject that it shares with another
    modifies  the noun phrase that an adnominal clause modifies
    """

    predicate: Predicate
    kind: str
    ending: str
    relation: str = ""
    phrases: list[Phrase] = field(default_factory=list)
    subject: Phrase | None = None
    topic: Phrase | None = None
    object: Phrase | None = None
    of: Phrase | None = None
    modifies: Phrase | None = None
    quote: Morpheme | None = None
    asks: bool = (
        False  # of a quoting clause: does it ask or oblige somebody other than who speaks (달라고, 해야 한다고)
    )
    times: bool = False  # of an adnominal clause: does it modify a bound noun or a noun of time (데, 뒤, 때)

    @property
    def start(self) -> int:
        return min([self.predicate.start, *(phrase.start for phrase in self.phrases)])

    @property
    def end(self) -> int:
        return self.predicate.end

    @property
    def spans(self) -> list[Span]:
        """Where its own words stand: its phrases with their particles, and its predicate."""
        return [(p.start, p.particle_end) for p in self.phrases] + [(self.predicate.start, self.predicate.end)]

    @property
    def actor(self) -> Phrase | None:
        """Its subject, else its topic, else the one that it shares."""
        return self.subject or self.topic or self.of


def clauses_of(level: Sequence[Morpheme], phrases: Sequence[Phrase], text: str) -> list[Clause]:
    """The clauses of one level of a sentence, in the order of their predicates."""
    return list(_Parse(level, phrases, text).clauses())


class _Parse:
    """One walk over a level from left to right; ``pending`` are the phrases that no predicate has taken yet."""

    def __init__(self, level: Sequence[Morpheme], phrases: Sequence[Phrase], text: str) -> None:
        self.level, self.text = level, text
        self.waiting = deque(phrases)
        self.pending: list[Phrase] = []
        self.shared: Phrase | None = None
        self.modifying: list[Clause] = []
        self.quoted = [number for number, m in enumerate(level) if m.tag == QUOTED]
        self.stops = [number for number, m in enumerate(level) if m.tag == "SF"]

    def clauses(self) -> Iterator[Clause]:
        done = -1
        for predicate, ending in _predicates(self.level):
            self._shift(predicate)
            clause = _clause(predicate, ending)
            clause.asks = bool(_ASKS.search(self.text[predicate.start : predicate.end]))
            clause.times = self._is_time(predicate.last + 1)
            _attach(clause, self.pending, self.shared is not None and self.shared.role == "topic")
            clause.quote = self._quote(done, predicate) if clause.kind != "adnominal" else None
            self._share(clause)
            if clause.kind == "adnominal":
                self.modifying.append(clause)
            done = predicate.last
            yield clause
        self._modified(self.waiting[0] if self.waiting else None)

    def _is_time(self, number: int) -> bool:
        if number >= len(self.level):
            return False
        return self.level[number].tag == "NNB" or self.level[number].surface in words("grammar", "moments")

    def _shift(self, predicate: Predicate) -> None:
        """Take in the phrases before a predicate; those within it (the 수 of 할 수 있다) are no phrases."""
        while self.waiting and self.waiting[0].last < predicate.first:
            phrase = self.waiting.popleft()
            self._modified(phrase)
            if self.pending and self._parted(self.pending[-1].last, phrase.first):
                self.pending, self.shared = [], None
            self.pending = [*self.pending[-MOST_PENDING:], phrase]
        while self.waiting and self.waiting[0].last <= predicate.last:
            self.waiting.popleft()

    def _parted(self, one: int, other: int) -> bool:
        """Does a sentence end between two places."""
        return bisect_left(self.stops, one) < bisect_left(self.stops, other)

    def _modified(self, phrase: Phrase | None) -> None:
        for clause in self.modifying:
            clause.modifies = phrase
        self.modifying = []

    def _quote(self, after: int, predicate: Predicate) -> Morpheme | None:
        """The last quotation between the predicate before and this one."""
        number = bisect_left(self.quoted, predicate.first) - 1
        return self.level[self.quoted[number]] if number >= 0 and self.quoted[number] > after else None

    def _share(self, clause: Clause) -> None:
        """Which subject the clause has from around it, and which it leaves to those after it."""
        if clause.topic and not clause.topic.place:
            self.shared = clause.topic
        elif clause.subject and clause.kind == "connective" and clause.ending in words("grammar", "sharing"):
            self.shared = clause.subject
        clause.of = None if clause.subject or clause.topic else _lent(clause, self.pending, self.shared)
        if clause.kind == "final":
            self.pending, self.shared = [], None


def _lent(clause: Clause, pending: Sequence[Phrase], shared: Phrase | None) -> Phrase | None:
    """The subject that a clause takes from around it."""
    if clause.kind == "adnominal" and not clause.times:
        return None
    topics = [phrase for phrase in pending if phrase.role in ("topic", "subject") and not phrase.place]
    return topics[-1] if topics else shared


def _attach(clause: Clause, pending: list[Phrase], has_topic: bool) -> None:
    """Move to the clause the phrases on its left that are its own."""
    taken: list[Phrase] = []
    two = words("grammar", "two_subjects")
    subjects = sum(phrase.role == "subject" for phrase in pending)
    while pending:
        phrase = pending[-1]
        has = {other.role for other in taken}
        if phrase.role == "topic" and _leaves_topic(clause, pending, "subject" in has):
            break
        if phrase.role == "subject":
            if "subject" in has and (clause.predicate.lemma not in two or sum(p.role == "subject" for p in taken) > 1):
                break
            if "subject" in has and not any(p.role in ("topic", "subject") for p in pending[:-1]):
                break
            if (
                clause.kind == "quoting"
                and subjects < 2
                and not (clause.asks or has_topic)
                and not _topic_before(pending)
            ):
                break
            if clause.kind == "adnominal" and "object" in has and not clause.times and not _topic_before(pending):
                break
        if phrase.role == "object" and "object" in has and clause.kind == "adnominal":
            break
        if phrase.role not in ("subject", "topic") and clause.kind == "adnominal" and clause.predicate.describes:
            break  # 원인으로 [낡은 관을] 꼽다
        taken.append(pending.pop())
    clause.phrases = taken[::-1]
    clause.subject = next((p for p in taken if p.role == "subject"), None)
    clause.topic = next((p for p in reversed(taken) if p.role == "topic"), None)
    clause.object = next((p for p in taken if p.role == "object"), None)


def _leaves_topic(clause: Clause, pending: Sequence[Phrase], has_subject: bool) -> bool:
    """Does a topic on its left belong to a clause around this one."""
    if clause.kind in ("quoting", "nominal"):
        return has_subject or sum(phrase.role in ("topic", "subject") for phrase in pending) < 2
    return clause.kind == "adnominal"


def _topic_before(pending: Sequence[Phrase]) -> bool:
    return any(phrase.role == "topic" and not phrase.place for phrase in pending[:-1])


def _clause(predicate: Predicate, ending: Morpheme | None) -> Clause:
    surface = (
        ending.surface if ending and ending.surface in words("grammar", "quoting") else ending.lemma if ending else ""
    )
    if ending is None or ending.tag == "EF":
        return Clause(predicate, "final", surface)
    if ending.tag == "ETN":
        return Clause(predicate, "nominal", surface)
    if ending.tag == "ETM":
        return Clause(predicate, "adnominal", surface)
    if len(surface) > 1 and surface in words("grammar", "quoting"):
        return Clause(predicate, "quoting", surface)
    return Clause(predicate, "connective", surface, _relation(surface))


def _relation(ending: str) -> str:
    for relation in ("concession", "cause", "condition", "background"):
        if ending in words("grammar", relation):
            return relation
    return "and" if ending in ("고", "며", "으며", "면서", "으면서") else "other"


def _predicates(level: Sequence[Morpheme]) -> list[tuple[Predicate, Morpheme | None]]:
    """Each predicate with the ending that closes it."""
    found: list[tuple[Predicate, Morpheme | None]] = []
    number = 0
    while number < len(level):
        if level[number].tag in STEMS and level[number].tag != "VX":
            last, ending, negated = _chain(level, number)
            if (
                number
                and level[number - 1].tag == QUOTED
                and level[number].tag == "VCP"
                and ending
                and ending.tag == "EC"
            ):
                number = last + 1  # the 이라고 after a quotation belongs to the verb that governs it
                continue
            first = _begin(level, number)
            negated = negated or _adverb(level, first) or _lacks(level[number])
            start, end = level[first].start, max(m.end for m in level[first : last + 1])
            found.append(
                (
                    Predicate(
                        start, end, _lemma(level, first, number, last), first, last, negated, level[number].tag == "VA"
                    ),
                    ending,
                )
            )
            number = last
        number += 1
    return found


def _begin(level: Sequence[Morpheme], stem: int) -> int:
    """The first morpheme of the word whose stem this is: the noun before 하다, 되다, 이다."""
    first = stem
    if level[stem].tag in ("XSV", "XSA", "VCP"):
        while first > 0 and level[first - 1].end >= level[first].start and level[first - 1].tag in (
            "NNG", "NNP", "XR", "XSN", "XPN", "NNB", "NR", "NP", "SL", "SN", "MAG", "SH",
        ):  # fmt: skip
            first -= 1
    return first


def _lemma(level: Sequence[Morpheme], first: int, stem: int, last: int) -> str:
    """발표하다 for 발표 and 하; 털어놓다 for 털, 어 and 놓 written in one."""
    whole = level[stem].stem
    if last >= stem + 2 and level[stem + 1].lemma in ("어", "아") and level[stem + 2].tag == "VX":
        glued = level[stem + 2].start <= level[stem + 1].end and level[stem + 2].lemma in _COMPOUNDING
        whole = _joined(whole, level[stem + 1].lemma) + level[stem + 2].stem if glued else whole
    return "".join(m.surface for m in level[first:stem]) + whole + "다"


def _joined(stem: str, ending: str) -> str:
    """털 and 어: 털어; 쏟아지 and 어: 쏟아져; 보 and 아: 봐 is written 보아."""
    if stem.endswith("지"):
        return stem[:-1] + "져"
    return stem[:-1] + "혀" if stem.endswith("히") else stem + ending


def _chain(level: Sequence[Morpheme], stem: int) -> tuple[int, Morpheme | None, Span | None]:
    """The last morpheme of a predicate with its auxiliaries, its last ending, where it is denied."""
    last, ending, negated = stem, None, None
    number = stem + 1
    if level[stem].tag == "VCN":
        negated = level[stem].start, level[stem].end
    while number < len(level):
        here = level[number]
        if here.tag in ("EP", "XSV", "XSA") and here.start <= level[last].end:
            last = number
        elif here.tag in ("EC", "EF", "ETM", "ETN") and here.start <= level[last].end:
            last, ending = number, here
            follows = _auxiliary(level, number, here)
            if follows is None:
                break
            if level[follows].lemma in _NEGATING or level[follows].tag == "VCN" or level[follows].lemma == "없다":
                negated = level[follows].start, level[follows].end
            last, number, ending = follows, follows, None
        else:
            break
        number += 1
    return last, ending, negated


def _auxiliary(level: Sequence[Morpheme], number: int, ending: Morpheme) -> int | None:
    """The stem after an ending that makes one predicate with what stands before: 하지 (는) 않, 할 수 (가) 없."""
    place = number + 1
    if ending.tag == "ETM":
        if place >= len(level) or level[place].tag != "NNB" or level[place].surface not in words("grammar", "modal"):
            return None
        place += 1
    while place < len(level) and level[place].tag in ("JX", "JKS", "JKO", "JKC"):
        place += 1
    if place >= len(level):
        return None
    if ending.tag == "ETM":
        ends = level[place].tag in ("VCP", "VCN") or level[place].lemma in ("있다", "없다", "같다", "하다")
        return place if ends else None
    if ending.tag == "EC" and level[place].tag == "VX":
        return place
    return None


def _adverb(level: Sequence[Morpheme], first: int) -> Span | None:
    """안 or 못 right before the predicate."""
    before = level[first - 1] if first else None
    return (before.start, before.end) if before and before.tag == "MAG" and before.surface in ("안", "못") else None


def _lacks(stem: Morpheme) -> Span | None:
    return (stem.start, stem.end) if stem.lemma in ("없다", "아니다") else None
