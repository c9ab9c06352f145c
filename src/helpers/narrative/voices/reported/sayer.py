"""Who says the words of a clause in 다고, 라며, 자고: the subject of the verb, a circle, an opening topic."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.circles import opening_circle
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import is_saying
from helpers.narrative.voices.reported.begins import said_before
from helpers.narrative.voices.reported.told import actor_of, opening_topic
from helpers.narrative.voices.speakers.sources import Source


def is_past(clause: Clause, level: Level) -> bool:
    written = level.text[clause.predicate.start : clause.predicate.end]
    return bool(re.search(r"[했혔았었였봤](?:다|습니다|는데요|고요)?$", written))


def sayer_of(clause: Clause, following: list[Clause], level: Level, start: int) -> Source | None:
    """Who says the words of a quoting clause that the verbs ``following`` take."""
    if own := _each_his_own(clause, level, start) or of_described(clause, following[0], level, start):
        return own
    holds = following[0].predicate.lemma in listed("saying", "holds") and not is_past(following[0], level)
    if holds and (circle := opening_circle(level, start, clause.predicate.start)):
        return circle
    first_said = max([start, *said_before(clause, level, start)])  # '여당은 …고 지적했고, 야당은 …고 맞섰다'
    before = (p for p in level.phrases if first_said <= p.start < clause.predicate.start)
    topics = [p for p in before if p.role == "topic" and not p.place]
    too = len(topics) > 1 and all(p.particle == "도" for p in topics[1:])  # '교장은 돈이 없고 사람도 없다고 했다'
    if (len(topics) > 2 or too) and (first := source_of(topics[0], level)).can_speak(strict=True):
        return first  # '회사는 산은 춥고 강은 젖고 바다는 멀다고 설명한다'
    if following[0].predicate.lemma in listed("saying", "asks") and len(topics) == 2:
        apart = any(topics[0] in c.phrases for c in level.clauses if c.predicate.end < clause.predicate.start)
        if not apart and (first := source_of(topics[0], level)).can_speak(strict=True):
            return first  # '모임은 사실이 드러난 만큼 박 의원과 시는 사과하라고 촉구했다'
    for candidate in following[:3]:
        if _goes_on(candidate, clause, level, start):
            return None
        if candidate.of and _within(candidate, clause, level):
            opening = level.text[start : candidate.of.start].strip(" ,")
            topic = _topic_before(candidate.of, level, start)
            if topic or opening in listed("saying", "going_on"):
                return topic
        source = actor_of(candidate, level, start, clause.predicate.end)
        if source is None and candidate.kind == "adnominal" and clause.subject:
            named = source_of(clause.subject, level)
            source = named if named.can_speak(strict=True) else None
        if source or candidate.kind == "final" or is_saying(candidate):
            break
    else:
        source = None
    source = source or _first_topic(clause, level, start) or _first_subject(clause, level, start)
    source = source or in_front(clause, following[0], level, start)
    if source is None and not is_past(following[0], level):
        return opening_circle(level, start, clause.predicate.start)  # '현장에서는 손이 모자란다고 입을 모은다'
    return source


def in_front(clause: Clause, after: Clause, level: Level, start: int) -> Source | None:
    """Who opens a sentence as its topic whose last verb takes the words, whatever clauses stand between.

    '어부들은 이 배가 새 배가 아니며 고칠 것도 없다는 입장을 밝혔다'; not of what somebody is asked to do.
    """
    takes = is_saying(after) or after.predicate.lemma in listed("saying", "giving")
    own = after.subject or after.topic
    if after.kind != "final" or not takes or clause.asks or (own and source_of(own, level).can_speak(strict=True)):
        return None
    return opening_topic(level, start, clause.predicate.start)


def of_described(clause: Clause, after: Clause, level: Level, start: int) -> Source | None:
    """Who says what describes a noun: the 시 of '시가 주민들에게 마을을 떠나라고 말한 곳', not its topic."""
    if after.kind != "adnominal" or not is_saying(after) or after.subject or after.topic:
        return None
    if after.modifies and source_of(after.modifies, level).can_speak(strict=True):
        return None  # '둑이 샌다고 말한 시장'
    own = [p for p in level.phrases if start <= p.start < clause.predicate.start]
    last = next((n for n in reversed(range(len(own))) if own[n].is_told_of), None)
    told = last is not None and own[last].role == "subject" and any(p.role == "whom" for p in own[last + 1 :])
    source = source_of(own[last], level) if last is not None and told else None
    return source if source and source.can_speak(strict=True) else None


def shares_verb(clause: Clause, level: Level) -> bool:
    """Does another say words by the same verb right behind these: '시는 길이 는다고, 도는 숲이 준다고 주장한다'."""
    next_one = next((c for c in level.clauses if c.predicate.start > clause.predicate.start), None)
    comma = level.text[clause.predicate.end : clause.predicate.end + 2] == ", "
    if next_one is None or next_one.kind != "quoting" or not comma:
        return False
    return any(p.start == clause.predicate.end + 2 and _is_topic(p) for p in level.phrases)


def _each_his_own(clause: Clause, level: Level, start: int) -> Source | None:
    """Whose words a clause gives that shares its verb with another: the 도 of '시는 길이 는다고, 도는 숲이 준다고'."""
    said = [c for c in level.clauses if start <= c.predicate.start < clause.predicate.start]
    after = {c.predicate.end + 2 for c in said if shares_verb(c, level)}
    begins = after or ({start} if shares_verb(clause, level) else set())
    own = [p for p in level.phrases if p.start in begins and _is_topic(p) and p.end < clause.predicate.start]
    source = source_of(own[-1], level) if own else None
    return source if source and source.can_speak(strict=True) else None


def _is_topic(phrase: Phrase) -> bool:
    return phrase.role == "topic" and not phrase.place and phrase.particle in ("은", "는")


def _goes_on(candidate: Clause, clause: Clause, level: Level, start: int) -> bool:
    """Is the only subject that of the words, where he goes on who spoke before: '특히 손님이 많다고 덧붙였다'."""
    only = candidate.subject
    if candidate.of and candidate.of.particle == "도" and candidate.of.end < clause.predicate.start:
        too = source_of(candidate.of, level)  # '아이도 쉬는 집이 되려면 값을 낮춰야 한다고 덧붙였다'
        return candidate.predicate.lemma in listed("saying", "adding") and not (
            too.name or too.title or too.is_pronoun or too.is_known_body
        )
    if only is None or candidate.topic or clause.subject or clause.topic or only.end > clause.predicate.start:
        return False
    first = level.text[start : only.start].split()[:1]
    going_on = bool(first) and first[0].strip(",") in listed("saying", "going_on")
    return (going_on or candidate.predicate.lemma in listed("saying", "adding")) and not source_of(only, level).name


def _first_subject(clause: Clause, level: Level, start: int) -> Source | None:
    """With whom the sentence begins, where the words ask or have a topic of their own.

    '주민회가 다리를 놓아야 한다고 주장했다', '시가 둑은 높고 튼튼하다고 강조하지만'.
    """
    before = [p for p in level.phrases if start <= p.start < clause.predicate.start and p.is_told_of]
    opening = before[0] if before and before[0].role == "subject" and before[0].start == start else None
    own = len(before) > 1 and before[1].role == "topic" and not before[1].place
    able = opening and not _is_within(opening, level) and (own or (clause.asks and clause.subject == opening))
    source = source_of(opening, level) if opening and able else None
    return source if source and source.can_speak(strict=True) else None


def _within(candidate: Clause, clause: Clause, level: Level) -> bool:
    """Is the only subject that a verb of saying has the body of which the words before it say what it should do."""
    of = candidate.of
    if of is None or of.role != "subject" or candidate.subject or candidate.topic or not is_saying(candidate):
        return False
    asked = clause.asks and of in (clause.of, clause.subject) and not source_of(of, level).name
    return asked or (candidate.kind == "final" and of == clause.of and _is_told_of(of, level))


def _is_told_of(of: Phrase, level: Level) -> bool:
    """Is a subject one of whom is told, and who tells nothing: '박 의원은 책상을 치고 시가 돈을 걷고도 속였다고'.

    But '박 의원은 시가 회견을 열고 사과하겠다고' has both, and the last speaks.
    """
    own = next((c for c in level.clauses if of in c.phrases), None)
    topic = next((p for p in level.phrases if p.end < of.start and p.role == "topic" and not p.place), None)
    source = source_of(topic, level) if topic and topic.particle in ("은", "는") else None
    person = source is not None and source.is_person and source.can_speak(strict=True)
    return person and own is not None and own.predicate.lemma not in listed("saying", "manners")


def _topic_before(phrase: Phrase, level: Level, start: int) -> Source | None:
    """The topic of a sentence before a phrase, if it is one who can speak."""
    before = (p for p in level.phrases if start <= p.start < phrase.start and p.role == "topic")
    sources = (source_of(p, level) for p in before if not p.place)
    return next((source for source in sources if source.can_speak(strict=True)), None)


def _first_topic(clause: Clause, level: Level, start: int) -> Source | None:
    """The topic with which the sentence opens, where clauses with topics of their own stand between."""
    topics = [
        p for p in level.phrases if start <= p.start < clause.predicate.start and p.role == "topic" and not p.place
    ]
    source = source_of(topics[0], level) if len(topics) > 1 else None
    if source and source.can_speak(strict=True):
        return source
    before = [p for p in level.phrases if start <= p.start < clause.start and p.is_told_of]
    named = (source_of(p, level) for p in reversed(before) if not _is_within(p, level))
    return next((source for source in named if source.name), None)  # '민보라가 주인공인데, … 뛰고 싶다고 포부를 밝혔다'


def _is_within(phrase: Phrase, level: Level) -> bool:
    """Is it the subject of a clause that only describes a noun: the 시 of '시가 만든 배는 뜨지 않는다고'."""
    return any(phrase in c.phrases for c in level.clauses if c.kind == "adnominal" and not c.times)
