"""'정부는 … 는 입장이다', '… 는 지적이 나온다', '… 라는 게 업계의 설명이다', '… 했다는 것이다'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.circles import told_among
from helpers.narrative.voices.in_front import first_of_words
from helpers.narrative.voices.passages import last_noun_phrase, source_of
from helpers.narrative.voices.quoted.saying import BETWEEN, is_saying
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.sayer import in_front
from helpers.narrative.voices.reported.told import Told, actor_of, end_of, opening_topic
from helpers.narrative.voices.speakers.alike import is_public
from helpers.narrative.voices.speakers.hidden import WITHIN
from helpers.narrative.voices.speakers.sources import Source

_NOUNS = sorted(listed("saying", "nouns"), key=len, reverse=True)
_COMMON = re.compile(
    r"\s?(?:게|것이|거)\s(?P<what>(?:대체적|지배적|일반적|공통적|공통된|한결같은|중론적|보편적)(?:인)?\s)?\S+"
)
_SUPPOSED = re.compile(r"\s(?:수(?:도|는|밖에)?\s?있|법하|만하|공산이)")
_GUESSED = re.compile(r"\s?것으로\s(?:보인|보이|보여|보였|풀이|해석|읽힌|읽혔|추정|관측|분석)")
_APPRAISERS = ("증권", "투자", "은행", "평가", "리서치", "연구소", "연구원", "협회", "경제연구실")
_EVEN = ("까지", "마저", "조차")
_MARK = re.compile(r"[’'”\"]")


def gives(clause: Clause) -> bool:
    """Does an adnominal clause give its words to somebody: 다는, 라는, 자는; 란 of '오를 것이란 게'."""
    return clause.ending in listed("grammar", "quoting_adnominal")


def of_noun(clause: Clause, following: list[Clause], level: Level, start: int, end: int) -> Iterator[Told]:
    """The words before a noun of saying, with whose they are."""
    more = (c for c in following if c.kind != "adnominal" or c.modifies != clause.modifies)  # '… 않겠다는 신중한 입장'
    after = next(more, None)
    marked = level.text[max(clause.predicate.start - 1, 0) : clause.predicate.end]
    if level.morphemes[max(clause.predicate.first - 1, 0)].tag == QUOTED or after is None:
        return  # words in marks
    if _MARK.search(marked) and not (clause.subject or clause.topic):
        return  # nor a word in marks, but '벌금이 ‘솜방망이’라는 지적'
    phrase = clause.modifies if clause.modifies and clause.modifies.start < end else None
    written = _noun_phrase(clause, after, phrase, level)
    if written in ("게", "것", "거"):
        yield from _by(clause, following, level, start)
        return
    noun = next((n for n in _NOUNS if written == n or written.endswith(" " + n)), None)
    shown = is_saying(after) or after.predicate.lemma in ("내놓다", "제시하다", "내비치다")
    aim = shown and written.split(" ")[-1] in listed("saying", "aims")
    point = written in listed("saying", "points") or aim
    last = written.split(" ")[-1]
    paper = last in listed("saying", "papers") and after.predicate.lemma in listed("saying", "sends")
    sense = phrase is not None and phrase.particle in ("로", "으로") and written in listed("saying", "senses")
    sense = sense and is_saying(after)
    takes = phrase is None or phrase.role in ("object", "topic", "subject", "bare") or phrase.particle in _EVEN
    if (noun is None and not (point or paper or sense)) or not (takes or sense):
        return
    point = point or paper or sense
    if told := _whose(_Giving(clause, after, written, noun or last, point, level, start)):
        source, verb, how = told
        first = start_of(clause, source, level, start)
        first = _past_contrast(first, clause, level) if how == "nobody" else first
        yield Told(first, end_of(clause, level), source, verb, how)


def _past_contrast(first: int, clause: Clause, level: Level) -> int:
    """``first`` moved over what stands against words that nobody says: '길을 넓혔지만, 좁다는 말이 나온다'."""
    ends = (
        c.predicate.end
        for c in level.clauses
        if first <= c.predicate.start < clause.predicate.start and c.relation == "concession"
    )
    last = max((end for end in ends if level.text[end : end + 2] == ", "), default=None)
    return first if last is None else last + 2


def _noun_phrase(clause: Clause, after: Clause, phrase: Phrase | None, level: Level) -> str:
    """The noun that the clause modifies, with its owner; the predicate itself where it is a noun with copula."""
    written = level.text[phrase.start : phrase.end] if phrase else ""
    near = after.predicate.start <= clause.predicate.end + 2
    if not written or (after.predicate.lemma.endswith("이다") and near):
        return after.predicate.lemma.removesuffix("이다")
    return written


@dataclass(frozen=True)
class _Giving:
    """A noun that gives the words of a clause to somebody, and the clause after it: '… 는 [지적]이 나온다'.

    written  the noun with its owner: '업계의 설명'
    point    is it only what is pointed at or aimed at: 점, 방침
    """

    clause: Clause
    after: Clause
    written: str
    noun: str
    point: bool
    level: Level
    start: int

    @property
    def lemma(self) -> str:
        return self.after.predicate.lemma

    @property
    def copula(self) -> bool:
        own = self.level.morphemes[self.after.predicate.first : self.after.predicate.last + 1]
        return self.lemma.endswith("이다") and any(m.tag == "VCP" for m in own)  # 입장이다, but not '입장을 보이다'

    @property
    def own(self) -> bool:
        """Is it somebody's own, as 입장 is."""
        return self.noun in listed("saying", "own_nouns")

    @property
    def owner(self) -> str:
        return self.written.removesuffix(self.noun).strip().removesuffix("의").strip()


def _whose(giving: _Giving) -> tuple[Source | None, str, str] | None:
    """Speaker, verb or noun, and how he was found; None where the noun gives the words to nobody."""
    after, noun, lemma, copula, level = giving.after, giving.noun, giving.lemma, giving.copula, giving.level
    few = lemma == "적다" and after.predicate.negated  # '우려도 적지 않다'
    impersonal = few or lemma in listed("saying", "impersonal")
    accused = source_of(after.modifies, level).last if after.kind == "adnominal" and after.modifies else ""
    if accused in listed("saying", "charges"):
        return None  # '… 받았다는 글을 올린 혐의로': whoever is accused
    seen = lemma == "보이다" and giving.clause.modifies is not None and giving.clause.modifies.role == "subject"
    gives_it = lemma in listed("saying", "giving") | listed("saying", "sends") and not seen  # '기대가 보인다'
    if not (giving.owner or copula or impersonal or is_saying(after) or gives_it):
        return None
    whose = _named(giving.owner, level) if len(giving.owner) > 1 else None
    if whose and whose.can_speak(strict=True):
        other = actor_of(after, level, giving.start) if is_saying(after) else None  # who only takes up what they say
        return whose, noun, "taken up" if other and other.bare != whose.bare else "stated"
    if lemma in listed("negation", "refuting"):
        return None  # '… 했다는 의혹을 부인했다'
    if copula and ((noun == "말" and not giving.owner) or not lemma.removesuffix("이다").endswith(noun)):
        return None  # 말이다 closes a sentence as well; '둑이 낮다는 주장은 거짓이다'
    if _guessed(after, level) or (impersonal and _is_supposed(after, level)):
        return None
    if impersonal or (copula and not giving.own):
        circle = _circle(after, level, giving.start)
        if circle is None and noun not in listed("saying", "nouns"):
            return None  # '이 책은 숲이 준다는 내용이다'
        return circle, noun, "stated" if circle else "nobody"
    source = _actor(giving) or _told_around(giving)
    because = level.text.startswith("기 때문", after.predicate.end - 1)
    if source is None and (because or (giving.point and not giving.own)):
        return None  # '… 는 생각을 가졌기 때문이다': the writer's reason
    if source is None and copula and noun in listed("saying", "glosses"):
        return _gloss(giving.clause, noun, level, giving.start)
    left_out = noun in listed("saying", "held_by_topic") | listed("saying", "given") or (giving.own and not copula)
    how = "stated" if source else "left out" if left_out else "nobody"
    return source, noun if copula or not is_saying(after) else lemma, how


def _actor(giving: _Giving) -> Source | None:
    """Who holds or makes it: the topic before a copula, else the actor of the verb."""
    clause, after, noun, copula = giving.clause, giving.after, giving.noun, giving.copula
    if copula and noun not in listed("saying", "held_by_topic") and _are_compared(giving):
        return None
    if copula:
        source = _topic_of(after, giving.level)
    else:
        words = first_of_words(clause, after, giving.level, giving.start), clause.predicate.end
        source = actor_of(after, giving.level, giving.start, words)
    source = None if source and source.bare == giving.written else source  # '… 준다는 논문도 내놓았다'
    if not copula:
        return source or in_front(clause, after, giving.level, giving.start)
    topical, given = listed("saying", "held_by_topic"), listed("saying", "given")
    bodies = given | listed("saying", "shown")
    known = source and (source.kind == "named" or source.is_person or (noun in bodies and source.is_known_body))
    # '손님이 몰려들었고 길이 막혔다는 주장이다': whoever opens the sentence as its topic, if any does
    actor = after.topic or after.subject or after.of
    if (actor and actor.role == "subject") or (source is None and noun in topical | given):
        source = opening_topic(giving.level, giving.start, clause.predicate.start)
        known = source is not None
    if source and noun not in topical and not known:
        return None
    return None if source and noun in listed("saying", "judging") and _is_judged(source, clause) else source


def _are_compared(giving: _Giving) -> bool:
    """Are two told of against each other, so that the words may tell of both: '산은 높지만 강은 얕다는 설명이다'."""
    level, before = giving.level, giving.clause.predicate.start
    topics = [p for p in level.phrases if giving.start <= p.start < before and p.role == "topic" and not p.place]
    topics = [p for p in topics if p.particle in ("은", "는") and source_of(p, level).can_speak(strict=True)]
    between = (c for c in level.clauses if topics and topics[0].end < c.predicate.start < topics[-1].start)
    return any(c.kind == "connective" and c.relation in ("and", "concession", "background") for c in between)


def _told_around(giving: _Giving) -> Source | None:
    """The circle among whom it is told, where the noun may be theirs."""
    theirs = giving.own or not giving.point or giving.lemma in listed("saying", "giving")
    return _circle(giving.after, giving.level, giving.start) if theirs else None


def _gloss(clause: Clause, noun: str, level: Level, start: int) -> tuple[None, str, str] | None:
    """'둘 중 하나라는 얘기다' goes on with what somebody said; '결국 …는 얘기다' and '…는 뜻이다' are the writer's own.

    But '손을 떼겠다는 뜻이다' is what he means whose act the sentence before tells.
    """
    wills = level.text[clause.predicate.start : clause.predicate.end].endswith("겠다는")
    if noun in listed("saying", "meanings"):
        return (None, noun, "acted") if wills else None
    first = level.text[start:].split(maxsplit=1)[0].strip(",")
    return None if first in listed("saying", "summing_up") else (None, noun, "goes on")


def _topic_of(after: Clause, level: Level) -> Source | None:
    """Of whom a noun of saying with its copula is told, never its subject: '지도부가 물러나야 한다는 주장이다'."""
    topics = (p for p in (after.topic, after.of) if p is not None and p.role == "topic" and not p.place)
    sources = (source_of(p, level) for p in topics)
    return next((s for s in sources if s.can_speak(strict=True) or s.is_document), None)


def _is_supposed(after: Clause, level: Level) -> bool:
    """May it only come to that somebody says so: '늦었다는 비판을 받을 수 있다'."""
    return bool(_SUPPOSED.search(level.text, after.predicate.start, after.predicate.end))


def _guessed(after: Clause, level: Level) -> bool:
    """Does the writer only guess that somebody says so: '… 뜻을 전달했을 것으로 보인다'."""
    return after.kind == "adnominal" and bool(_GUESSED.match(level.text, after.predicate.end))


def _is_judged(source: Source, clause: Clause) -> bool:
    """May the topic be what is judged, and not who judges: '하늘전자는 여력이 있다는 분석이다'."""
    if source.circle or source.last.removesuffix("들") in listed("saying", "judges"):
        return False
    if not (source.is_person or is_public(source) or source.last.endswith(_APPRAISERS)):
        return True  # '하늘전자는 앞선 기술이 빛을 보리란 전망이다'
    return clause.subject is None or clause.predicate.lemma in listed("grammar", "two_subjects")


def _by(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """'… 라는 게 업계의 설명이다', '… 라는 것이 주민들의 한결같은 설명이다'."""
    after = next((c for c in following if c.kind != "adnominal"), following[0])
    if not after.predicate.lemma.endswith("이다"):
        return
    text = level.text[clause.predicate.end : after.predicate.end]
    noun = after.predicate.lemma.removesuffix("이다")
    found = re.match(rf"\s?(?:게|것이|것은|거)\s(?P<who>.{{1,40}}?){BETWEEN}{re.escape(noun)}", text)
    common = _COMMON.fullmatch(text)
    if common and (noun in listed("saying", "common") or (common["what"] and noun in listed("saying", "nouns"))):
        yield Told(start_of(clause, None, level, start), end_of(clause, level), None, noun, "nobody")
    elif found and noun in listed("saying", "nouns") and (who := found["who"].removesuffix("의").strip()):
        source = _named(who, level)
        yield Told(start_of(clause, source, level, start), end_of(clause, level), source, noun, "stated")


def _circle(after: Clause, level: Level, start: int) -> Source | None:
    """The circle of whom it is told: 업계에서는, 전문가들 사이에서, 하늘당에서.

    No body with 에서 alone, which may be what is told of: '교육청에서 기준을 바꿔야 한다는 목소리가 나온다'.
    """
    told = [p for p in level.phrases if start <= p.start and p.end <= after.predicate.start]
    return told_among((p for p in told if p.particle != "에서" or not _is_office(source_of(p, level))), level)


def _is_office(source: Source) -> bool:
    """Is it a body, and no circle, no people and no party, in which many voices are."""
    among = source.circle or source.is_person or source.last in WITHIN or source.last.endswith(("당", "사이", "내"))
    return source.is_known_body and not among


def _named(text: str, level: Level) -> Source:
    place = level.text.find(text)
    first = last_noun_phrase(level.morphemes, place, place + len(text))
    place, text = first, text[first - place :]
    return Source(text, tuple(m for m in level.morphemes if place <= m.start and m.end <= place + len(text)))
