"""'물이 깨끗하다고 시는 밝혔다', '파업하겠다며 맞섰다': a clause in 다고, 라며, 자고 and the verb that takes it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.lexicons import load
from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.circles import opening_circle
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import LOOSE, is_saying
from helpers.narrative.voices.reported.told import Told, actor_of, end_of, start_of
from helpers.narrative.voices.sources import Source

_MARK = re.compile(r"[’'”\"]")
FARTHEST = 60  # characters between a clause and the verb that takes it


def quoting(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words of a quoting clause, if what follows it says that somebody says them."""
    more = clause.quote and LOOSE.match(level.text, clause.quote.end)
    own = more and any(phrase.start > more.end() for phrase in clause.phrases)
    if clause.quote and ((is_saying(clause) and not own) or clause.predicate.start - clause.quote.end <= 1):
        return  # words in marks, which have a row of their own
    if _MARK.search(level.text, clause.predicate.start, clause.predicate.end):
        return
    following = _past_manners(following)
    after, weak = following[0], clause.ending.endswith(("며", "면서"))
    if len(level.text[clause.predicate.end : after.predicate.start]) > FARTHEST or not (weak or _takes(clause, after)):
        return
    source = _who(clause, following, level, start)
    if source is None and not _may_stand_alone(clause, after, weak):
        return
    plain = after.predicate.lemma == "하다" and not weak
    if plain and (_is_hearsay(after, level) if source else _is_told(after, level)):
        return
    verb = next((c.predicate.lemma for c in following[:3] if is_saying(c)), None)
    how = "stated" if source else "goes on" if plain else "left out"
    if after.kind == "adnominal":  # '믿기 어렵다고 본 법원': the words begin where their clause does
        heard = source_of(after.modifies, level).last if after.modifies else ""
        if after.predicate.lemma == "보다" or heard in listed("saying", "nouns"):  # '늦다며 반대하는 목소리'
            return
        start = max(start, clause.start)
    yield Told(start_of(clause, source, level, start), end_of(clause, level), source, verb, how)


def _past_manners(following: list[Clause]) -> list[Clause]:
    """The clauses from the verb of saying on: after '기자들과 만나' in '…라고 기자들과 만나 말했다'."""
    manners = listed("saying", "manners")
    first = 0
    while first + 1 < len(following) and following[first].kind == "connective":
        if following[first].predicate.lemma not in manners or is_saying(following[first]):
            break
        first += 1
    return following[first:]


def _takes(clause: Clause, after: Clause) -> bool:
    """May the verb take words in 다고 and 라고: any that acts may, but those of thinking, feeling, being called."""
    lemma = after.predicate.lemma
    if after.quote is not None and after.quote.start > clause.predicate.end:
        return False
    if lemma == "하다" and after.relation in ("cause", "concession", "condition"):
        return False
    if lemma in listed("saying", "no_saying"):
        return False
    acts = not (after.predicate.describes or lemma.endswith(("되다", "지다", "이다", "없다", "있다", "아니다")))
    return is_saying(after) or (acts and after.kind != "adnominal")


def _may_stand_alone(clause: Clause, after: Clause, weak: bool) -> bool:
    """May words without a speaker be those of him who spoke before."""
    return bool(clause.subject or clause.topic) if weak else is_saying(after)


def _is_hearsay(after: Clause, level: Level) -> bool:
    written = level.text[after.predicate.start : after.predicate.end]
    return written.endswith("한다") and after.subject is not None and after.topic is None


def _is_told(after: Clause, level: Level) -> bool:
    """Is it people's talk, '… 한다고 한다', and not what he said who spoke before, '… 한다고도 했다'."""
    return not _is_past(after, level)


def _is_past(clause: Clause, level: Level) -> bool:
    written = level.text[clause.predicate.start : clause.predicate.end]
    return bool(re.search(r"[했혔았었였봤](?:다|습니다|는데요|고요)?$", written))


def _who(clause: Clause, following: list[Clause], level: Level, start: int) -> Source | None:
    if following[0].predicate.lemma in listed("saying", "holds") and not _is_past(following[0], level):
        if circle := opening_circle(level, start, clause.predicate.start):
            return circle
    before = (p for p in level.phrases if start <= p.start < clause.predicate.start)
    topics = [p for p in before if p.role == "topic" and not p.place]
    if len(topics) > 2 and (first := source_of(topics[0], level)).can_speak(strict=True):
        return first  # '회사는 산은 춥고 강은 젖고 바다는 멀다고 설명한다'
    for candidate in following[:3]:
        if candidate.of and _within(candidate, clause, level):
            before = level.text[start : candidate.of.start]
            topic = _topic_before(candidate.of, level, start)
            if topic or before.strip(" ,") in load("saying")["going_on"].split():
                return topic
        source = actor_of(candidate, level, start, clause.predicate.end)
        if source is None and candidate.kind == "adnominal" and clause.subject:
            named = source_of(clause.subject, level)
            source = named if named.can_speak(strict=True) else None
        if source or candidate.kind == "final" or is_saying(candidate):
            break
    else:
        source = None
    return source or _first_topic(clause, level, start) or _first_subject(clause, level, start)


def _first_subject(clause: Clause, level: Level, start: int) -> Source | None:
    """With whom the sentence begins, where it has no other subject: '주민회가 다리를 놓아야 한다고 주장했다'."""
    opening = clause.subject if clause.asks and clause.subject and clause.subject.start == start else None
    source = source_of(opening, level) if opening else None
    return source if source and source.can_speak(strict=True) else None


def _within(candidate: Clause, clause: Clause, level: Level) -> bool:
    """Is the only subject that a verb of saying has the body of which the words before it say what it should do."""
    of = candidate.of
    if of is None or of.role != "subject" or candidate.subject or candidate.topic or not is_saying(candidate):
        return False
    return clause.asks and of in (clause.of, clause.subject) and not source_of(of, level).name


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
    before = [p for p in level.phrases if start <= p.start < clause.start and p.role in ("subject", "topic")]
    named = (source_of(p, level) for p in reversed(before))
    return next((source for source in named if source.name), None)  # '민보라가 주인공인데, … 뛰고 싶다고 포부를 밝혔다'
