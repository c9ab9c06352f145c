"""Who says the words of a clause in 다고, 라며, 자고: the subject of the verb, a circle, an opening topic."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.circles import opening_circle
from helpers.narrative.voices.in_front import first_of_words
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
    own = _each_his_own(clause, level, start) or of_described(clause, following[0], level, start)
    if own := own or _holder(clause, following[0], level):
        return own
    holds = following[0].predicate.lemma in listed("saying", "holds") and not is_past(following[0], level)
    if holds and (circle := opening_circle(level, start, clause.predicate.start)):
        return circle
    start_of_them = max([start, *said_before(clause, level, start)])  # '여당은 …고 지적했고, 야당은 …고 맞섰다'
    source = None
    for candidate in following[:3]:
        first = first_of_words(clause, candidate, level, start_of_them)
        source = actor_of(candidate, level, start, (first, clause.predicate.end))
        if source is None and candidate.kind == "adnominal" and clause.subject:
            named = source_of(clause.subject, level)
            source = named if named.can_speak(strict=True) else None
        source = None if source and _is_within_his(source, clause, level, start) else source
        if source or candidate.kind == "final" or is_saying(candidate):
            break
    within = first < clause.predicate.start
    source = source or _opening(clause, following[0], level, start, first)
    if source is None and not within and not is_past(following[0], level):
        return opening_circle(level, start, clause.predicate.start)  # '현장에서는 손이 모자란다고 입을 모은다'
    return source


def _holder(clause: Clause, after: Clause, level: Level) -> Source | None:
    """Who says what he himself holds: the 당국 of '배가 없는 것으로 당국은 보고 있다고 밝혔다'."""
    topic = next((p for p in reversed(level.phrases) if p.end < clause.predicate.start), None)
    beside = topic is not None and not level.text[topic.particle_end : clause.predicate.start].strip()
    holds = clause.predicate.lemma in listed("saying", "holds") and is_saying(after)
    if topic is None or not (beside and holds and _is_topic(topic)):
        return None
    source = source_of(topic, level)
    return source if source.can_speak(strict=True) else None


def _is_within_his(source: Source, words: Clause, level: Level, start: int) -> bool:
    """Is one without a name told of by whoever said what opens the sentence: '미안하다면서, 직원들이 나서겠다고'."""
    if source.kind == "named" or not source.morphemes:
        return False
    first, last = source.morphemes[0].start, source.morphemes[-1].end
    said = [c for c in level.clauses if c.kind == "quoting" and start <= c.predicate.start]
    opens = said[0] if said and said[0].ending.endswith(("며", "면서")) and said[0].predicate.end < first else None
    subject = any(p.end == last and p.role == "subject" for p in level.phrases)
    more = any(c.predicate.start > last for c in said) and words in said
    if opens is None or not (subject and more):
        return False
    told = (p for p in level.phrases if start <= p.start < opens.predicate.start and p.may_act)
    return not any(source_of(p, level).can_speak(strict=True) for p in told)


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


def _opening(words: Clause, after: Clause, level: Level, start: int, first: int) -> Source | None:
    """Who stands in front of words that begin at ``first``, though no clause gives him to the verb behind them."""
    front = [p for p in level.phrases if start <= p.start < first and p.may_act]
    topics = [p for p in front if p.role == "topic"]
    subjects = [p for p in front if p.role == "subject" and not _is_within(p, level)]
    if first < words.predicate.start:
        return _first_able([*reversed(topics), *reversed(subjects)], level)
    if len(topics) > 1 and (source := _first_able(topics[:1], level)):
        return source
    named = (source_of(p, level) for p in reversed(front) if p.start < words.start and not _is_within(p, level))
    if source := next((source for source in named if source.name), None):
        return source  # '민보라가 주인공인데, … 뛰고 싶다고 포부를 밝혔다'
    opens = bool(front) and front[0].start == start and front[0] in subjects
    own = len(front) > 1 and front[1].role == "topic"  # '주민회가 다리를 놓아야 한다고', '시가 둑은 높고 튼튼하다고'
    if opens and (own or (words.asks and words.subject == front[0])) and (source := _first_able(front[:1], level)):
        return source
    return in_front(words, after, level, start)


def _first_able(phrases: Iterable[Phrase], level: Level) -> Source | None:
    return next((source for p in phrases if (source := source_of(p, level)).can_speak(strict=True)), None)


def _is_within(phrase: Phrase, level: Level) -> bool:
    """Is it the subject of a clause that only describes a noun: the 시 of '시가 만든 배는 뜨지 않는다고'."""
    return any(phrase in c.phrases for c in level.clauses if c.kind == "adnominal" and not c.times)
