"""To whom, in answer to what and on what words are said: '기자들에게', '의원 질의에', '이번 결정에 대해'."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import is_saying

_NOUN = "|".join(sorted(listed("saying", "nouns"), key=len, reverse=True))
_QUESTION = "|".join(sorted(listed("saying", "questions"), key=len, reverse=True))
_ABOUT = re.compile(r"(?:에\s(?:대해|대하여|관해|관하여)|[과와]\s관련(?:해|하여))(?:서)?(?:는|도)?(?P<comma>,)?\s")
_TO_WHAT = re.compile(
    rf"\s(?:(?:데|것에|(?:\S+\s)?(?:{_NOUN})에)\s(?:대해|대하여|관해)(?:서)?(?:는|도)?|(?:\S+\s)?(?:{_QUESTION})에(?:는|도)?),?(?=\s)"
)
_URGED = ("으라고", "달라고", "주라고", "말라고", "자고", "라고")


def past_whom(first: int, clause: Clause, level: Level) -> int:
    """``first`` moved over one phrase that belongs to the verb of saying, and not to words that ``clause`` ends."""
    phrase = next((p for p in level.phrases if first <= p.start and p.end < clause.predicate.start), None)
    if phrase is None or not set(level.text[first : phrase.start].split()) <= listed("grammar", "times"):
        return first
    if _is_addressed(phrase, clause, level) or _is_answered(phrase, level):
        return phrase.particle_end
    about = _ABOUT.match(level.text, phrase.end)
    if about is None or about.end() > clause.predicate.start:
        return first
    own = [c.predicate for c in level.clauses if about.end() <= c.predicate.start <= clause.predicate.start]
    judged = all(verb.describes or verb.lemma.endswith("이다") for verb in own)  # no verb that may be about it
    return about.end() if about["comma"] or judged else first


def answered(clause: Clause, level: Level) -> int | None:
    """Where what another said ends to which words answer: '의원들이 배가 낡았다고 지적한 데 대해', '… 는 질문에'."""
    said = is_saying(clause) or clause.ending in listed("grammar", "quoting_adnominal")
    found = _TO_WHAT.match(level.text, clause.predicate.end) if said and clause.kind == "adnominal" else None
    return found.end() if found else None


def _is_addressed(phrase: Phrase, clause: Clause, level: Level) -> bool:
    """Is it said to them: to reporters, or to whom the words ask to do something that is not done to them."""
    if phrase.role != "whom":
        return False
    source = source_of(phrase, level)
    urges = clause.kind == "quoting" and clause.ending in _URGED and not clause.predicate.lemma.endswith("이다")
    gives = clause.predicate.lemma in listed("grammar", "gives_to")
    return source.last.removesuffix("들") in listed("saying", "hearers") or (urges and not gives)


def _is_answered(phrase: Phrase, level: Level) -> bool:
    """Is it the question to which the words answer: '의원 질의에', '취재진의 물음에'."""
    return phrase.particle in ("에", "에는", "에도") and source_of(phrase, level).last in listed("saying", "questions")
