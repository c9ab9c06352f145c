"""Where reported words begin: who stands in front of them may say them, who stands within them is only told of.

Each reader of voices asks here, whether the words stand in marks or not.
"""

from __future__ import annotations

from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import is_saying
from helpers.narrative.voices.speakers.sources import Source, modified

_EVEN = ("도", "만")


def first_of_words(words: Clause, verb: Clause, level: Level, start: int) -> int:
    """Where words begin that end with the clause ``words`` and that ``verb`` takes; none before ``start``.

    No phrase at or behind it says them. The end of the clause where no phrase is known to be told of in them.
    """
    told = [p for p in level.phrases if start <= p.start < words.predicate.start and p.may_act]
    topics = [p for p in told if p.role == "topic"]
    too = len(topics) > 1 and all(p.particle == "도" for p in topics[1:])  # '교장은 돈이 없고 사람도 없다고 했다'
    asks = verb.predicate.lemma in listed("saying", "asks") and len(topics) == 2
    asks = asks and not _is_apart(topics[0], words, level)
    if (len(topics) > 2 or too or asks) and source_of(topics[0], level).can_speak(strict=True):
        return topics[1].start  # '회사는 산은 춥고 강은 젖고 바다는 멀다고 설명한다'
    if told and is_acted_on(told[-1], words, level):
        return told[-1].start
    if _goes_on(verb, words, level, start):
        return start
    return verb.of.start if verb.of and _is_told_of(verb, words, level, start) else words.predicate.start


def actors(clause: Clause, level: Level, start: int, words: tuple[int, int]) -> Iterator[tuple[Phrase, Source]]:
    """Who may do what a clause says that takes the words ``[first, end)``, the likeliest first.

    Who stands behind them; a person as topic; the nearest subject; what an adnominal clause describes; whom it shares.
    """
    first, end = words
    own = [p for p in clause.phrases if p.may_act and not first <= p.start < end]
    behind = [p for p in own if p.start >= end]
    before = [p for p in own if p.start < first]
    topics = [p for p in reversed(before) if p.role == "topic"]
    subjects = [p for p in reversed(before) if p.role == "subject"]
    order = [*reversed(behind), *(p for p in topics if source_of(p, level).is_person), *subjects, *topics]
    if clause.kind == "adnominal" and not (own or clause.times) and clause.modifies:
        order.append(clause.modifies)
    if clause.of and (over := _over(clause.of, clause, level, start, first)):
        order.append(over)
    if clause.of and start <= clause.of.start and not (first <= clause.of.start < end or _is_there(clause.of, level)):
        order.append(clause.of)
    for phrase in order:
        source = source_of(phrase, level)
        yield phrase, modified(source) if phrase == clause.modifies else source


def _over(of: Phrase, clause: Clause, level: Level, start: int, first: int) -> Phrase | None:
    """The topic that opens a sentence, over a subject without a name: '시는 책을 내고 주민이 읽을 집을 짓겠다고'."""
    if of.role != "subject" or source_of(of, level).kind == "named" or not start < of.start < first:
        return None
    topic = next((p for p in level.phrases if start <= p.start < of.start and p.is_told_of), None)
    if topic is None or topic.role != "topic" or topic.place or topic.particle not in ("은", "는"):
        return None
    source = source_of(topic, level)
    between = any(topic.end < c.predicate.start < of.start and c.relation == "and" for c in level.clauses)
    return topic if between and source.kind == "named" and source.can_speak(strict=True) else None


def is_acted_on(phrase: Phrase, words: Clause, level: Level) -> bool:
    """Is it what somebody says he does something to, and no subject: the 카드 of '불참 카드도 검토하겠다고 밝혔다'.

    The verb has no other object. A body with 도 may be one who does so, too: '시의회도 검토하겠다고', but not where
    bodies are what the verb makes or ends: '교섭단도 꾸리겠다고'.
    """
    lemma = words.predicate.lemma
    if words.object is not None or any(p.role == "object" and p.start > phrase.end for p in words.phrases):
        return False
    if phrase.particle in _EVEN and lemma in listed("grammar", "acts_on_bodies"):
        return True
    topic = phrase.role == "topic" and phrase.particle in (*_EVEN, "은", "는")
    return topic and lemma in listed("grammar", "acts_on") and not source_of(phrase, level).can_speak(strict=True)


def _is_apart(phrase: Phrase, words: Clause, level: Level) -> bool:
    """Did a clause before the words take the phrase."""
    return any(phrase in c.phrases for c in level.clauses if c.predicate.end < words.predicate.start)


def _goes_on(verb: Clause, words: Clause, level: Level, start: int) -> bool:
    """Is the only subject that of the words, where he goes on who spoke before: '특히 손님이 많다고 덧붙였다'."""
    only, adds = verb.subject, verb.predicate.lemma in listed("saying", "adding")
    if verb.of and verb.of.particle == "도" and verb.of.end < words.predicate.start:
        too = source_of(verb.of, level)  # '아이도 쉬는 집이 되려면 값을 낮춰야 한다고 덧붙였다'
        return adds and not (too.name or too.title or too.is_pronoun or too.is_known_body)
    if only is None or verb.topic or words.subject or words.topic or only.end > words.predicate.start:
        return False
    first = level.text[start : only.start].split()[:1]
    going_on = bool(first) and first[0].strip(",") in listed("saying", "going_on")
    return (going_on or adds) and not source_of(only, level).name


def _is_told_of(verb: Clause, words: Clause, level: Level, start: int) -> bool:
    """Is the only subject that a verb of saying has the body of which the words before it say what it should do.

    Of it another tells who stands before it: '박 의원은 책상을 치고 시가 돈을 걷고도 속였다고'; but '박 의원은 시가
    회견을 열고 사과하겠다고' has both, and the last speaks.
    """
    of = verb.of
    if of is None or of.role != "subject" or verb.subject or verb.topic or not is_saying(verb):
        return False
    before = [p for p in level.phrases if start <= p.start < of.start and p.role == "topic" and not p.place]
    last = source_of(before[0], level) if before and before[0].particle in ("은", "는") else None
    own = next((c for c in level.clauses if of in c.phrases), None)
    person = last is not None and last.is_person and last.can_speak(strict=True)
    told = verb.kind == "final" and of == words.of and person and own is not None
    told = told and own is not None and own.predicate.lemma not in listed("saying", "manners")
    asked = words.asks and of in (words.of, words.subject) and not source_of(of, level).name
    opens = level.text[start : of.start].strip(" ,") in listed("saying", "going_on")
    return (asked or told) and (opens or any(source_of(p, level).can_speak(strict=True) for p in before))


def _is_there(phrase: Phrase, level: Level) -> bool:
    """Does the phrase's own clause only say that there is such a one: '다친 사람은 없으며 불도 꺼졌다고 한다'."""
    own = next((c for c in level.clauses if phrase in (c.topic, c.subject)), None)
    return own is not None and own.predicate.lemma in ("없다", "있다", "적다", "많다")
