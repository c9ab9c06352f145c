"""Whom a sentence is about, and whether it announces or says what stands beside it."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.lines import SAID_TOO
from helpers.narrative.voices.passages import Passage, source_of
from helpers.narrative.voices.quoted.saying import is_saying
from helpers.narrative.voices.speakers.people import People
from helpers.narrative.voices.speakers.sources import Source, opening

_ANNOUNCES = re.compile(
    r"(?:이렇게|다음과 같이|이같이|이처럼|이런)\s+\S+(?:\s\S+)?다[.:]?$|(?:말|답|글|설명)이다[.:]?$"
)
_TELLS = re.compile(r"(?:말|설명|얘기|이야기|답|대답|지적|주장)이?다\.?$")
_TO_SAY = re.compile(r"할\s말[이도]\s(?:있|많)")
_OWNED = re.compile(r"(?P<who>.+[가-힣)])의\s\S+$")


def about(passage: Passage, index: int, level: Level, people: People) -> Source | None:
    """The person or body that a sentence is about: the topic, else the subject, else an owner."""
    if index < 0 or index >= len(passage.spans):
        return None
    start, end = passage.spans[index]
    if source := _shown(start, end, level):
        return source
    phrases = _actors(start, end, level)
    last = _last(start, end, level)
    acts = [last.topic, last.subject] if last else []
    for phrase in sorted(phrases, key=lambda phrase: (phrase.role != "topic", phrase not in acts)):
        source = source_of(phrase, level)
        closing = last is not None and phrase == last.topic  # '선수는 사과했고 협회는 벌을 내렸다'
        if source.can_speak(strict=True) and (closing or _is_person(source, people)):
            return source
        owner = _OWNED.match(source.text)
        if owner and (whose := opening(source, owner["who"])).name:
            return whose
    able = (source_of(phrase, level) for phrase in phrases)
    if first := next((source for source in able if source.can_speak(strict=True)), None):
        return first
    tail = next((p for p in reversed(level.phrases) if start <= p.start < end), None)
    if tail and tail.role == "bare" and not level.text[tail.end : end].strip(" ."):
        source = source_of(tail, level)
        told = any(c.modifies == tail and c.predicate.lemma not in listed("saying", "gone_to") for c in level.clauses)
        if told and source.can_speak(strict=True):
            return source  # '토론을 끝낸 한강당.'
    for phrase in level.phrases:  # '소설가 민하늘을 찻집에서 만났다'
        source = source_of(phrase, level)
        if start <= phrase.start < end and phrase.role in ("object", "whom") and source.name:
            return source
    return None


def past_scene(passage: Passage, index: int, level: Level) -> int:
    """``index`` moved over a sentence that is only a place or a time: '지난 3일 찾은 바닷가의 작은 포구.'."""
    if index + 2 >= len(passage.spans):
        return index
    start, end = passage.spans[index + 1]
    last = next((m for m in reversed(level.morphemes) if start <= m.start < end and m.tag[0] != "S"), None)
    nobody = last is not None and last.is_noun and about(passage, index + 1, level, People()) is None
    return index + 1 if nobody else index


def acts_last(passage: Passage, index: int, level: Level) -> Source | None:
    """Of whom the last clause of a sentence tells, where others spoke before: '… 했고 협회는 벌을 내렸다'."""
    start, end = passage.spans[index]
    clause = _last(start, end, level)
    topic = clause.topic if clause and clause.topic and not clause.topic.place and not is_saying(clause) else None
    source = source_of(topic, level) if topic and topic.start > start else None
    return source if source and source.can_speak(strict=True) and not source.is_pronoun else None


def cried(passage: Passage, index: int, level: Level) -> tuple[Source | None] | None:
    """Who lets be heard what follows: (None,) for nobody named, '시장이 지나가자 고성이 나왔다'; None if nothing is."""
    start, end = passage.spans[index]
    clause = _last(start, end, level)
    lets = clause is not None and clause.predicate.lemma in listed("saying", "letting")
    if clause is None or not (lets or clause.predicate.lemma in listed("saying", "impersonal")):
        return None
    what = clause.object if lets else clause.actor
    cry = source_of(what, level) if what else None
    if cry is None or cry.last not in listed("saying", "cries"):
        return None
    owner = _OWNED.match(cry.text)
    whose = opening(cry, owner["who"]) if owner else None
    if whose and whose.name:
        return (whose,)
    by = clause.actor if lets else None
    return (source_of(by, level) if by else None,)


def voices(passage: Passage, index: int, level: Level) -> bool:
    """Does the subject of a sentence do what is done by words, with none of them told: '시는 즉각 반발했다'.

    So it does with a paper in which it asks for something, '개선안을 냈다', and one who has something to say.
    """
    clause = _last(*passage.spans[index], level)
    if clause is None:
        return False
    lemma, held = clause.predicate.lemma, [source_of(p, level).last for p in clause.phrases]
    lays_down = lemma in listed("saying", "lays_down") and not listed("saying", "proposals").isdisjoint(held)
    has_to_say = lemma in ("있다", "많다") and "말" in held and bool(_TO_SAY.search(level.text, clause.start))
    objects = lemma == "삼다" and "문제" in held
    return lays_down or has_to_say or objects or lemma in listed("saying", "voicing")


def _last(start: int, end: int, level: Level) -> Clause | None:
    """The clause with which a sentence ends; of '나오기도 했다' the 나오기도."""
    own = [c for c in level.clauses if start <= c.predicate.start < end]
    if len(own) > 1 and own[-2].kind == "nominal" and own[-1].predicate.lemma == "하다" and not own[-1].phrases:
        own.pop()
    return own[-1] if own else None


def _actors(start: int, end: int, level: Level) -> list[Phrase]:
    """Topics and subjects of a sentence, those of clauses within a noun phrase only where there are no others."""
    phrases = [p for p in level.phrases if start <= p.start < end and p.may_act]
    phrases = [p for p in phrases if p.particle != "도" or _is_somebody(source_of(p, level))]  # 인사도 강조했다
    within = {id(p) for c in level.clauses if c.kind == "adnominal" for p in c.phrases}
    return [p for p in phrases if id(p) not in within] or phrases


def _is_somebody(source: Source) -> bool:
    return bool(source.name) or (source.is_person and source.last.endswith("들"))


def _shown(start: int, end: int, level: Level) -> Source | None:
    """Whom a sentence shows by its copula: '책방 주인은 김하늘 씨다'."""
    inside = (c.predicate for c in level.clauses if start <= c.predicate.start < end)
    last = next((p for p in reversed(list(inside)) if p.lemma.endswith("이다")), None)
    for phrase in level.phrases if last else ():
        if last and start <= phrase.start and last.start <= phrase.end <= last.end and source_of(phrase, level).name:
            return source_of(phrase, level)
    return None


def _is_person(source: Source, people: People) -> bool:
    known = None if source.is_person else people.known(source)
    return source.is_person or bool(known and known.full)


def announces(passage: Passage, index: int) -> bool:
    """Does a sentence lead to the words after it: '그는 이렇게 말했다'."""
    start, end = passage.spans[index]
    return bool(_ANNOUNCES.search(passage.text[start:end].rstrip()))


def tells(passage: Passage, index: int, level: Level) -> bool:
    """Does a sentence say that its subject said what stands before it: '김 감독의 말이다', '그는 이렇게 말했다'.

    It may add more that he said with it: '한 지사가 “법이 필요하다”며 한 말이다'.
    """
    start, end = passage.spans[index]
    text = passage.text[start:end]
    if SAID_TOO.search(text):
        return True
    if "“" in text or '"' in text:
        return False
    saying = (c for c in level.clauses if start <= c.predicate.start < end and is_saying(c))
    so = any(c.predicate.lemma != "하다" for c in saying) and re.match(r".*(?:이렇게|이같이|이처럼)\s", text)
    return bool(_TELLS.search(text) or so or _only_says(start, end, level))


def _only_says(start: int, end: int, level: Level) -> bool:
    """Does a sentence say that somebody speaks, with nothing of what he says: '박 감독은 짧게 말했다'."""
    own = [c for c in level.clauses if start <= c.predicate.start < end]
    last = _last(start, end, level)
    says = last is not None and last.predicate.lemma in listed("saying", "says_it") and not last.predicate.negated
    things = [p for c in own for p in c.phrases if p.role == "object" or p.particle in ("에", "로", "으로")]
    return says and not things and all(c.kind in ("final", "connective") for c in own)
