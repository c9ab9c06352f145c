"""What so many answer, and what one asks whom another answers: '… 는 응답이 30%다', '… 느냐는 박 의원의 질문에'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.told import Told, end_of
from helpers.narrative.voices.speakers.sources import Source

_NUMBER = r"(?:(?<![\d,.])\d[\d,.]*\s?(?:%|％|퍼센트|명)|과반|절반)"
_SHARE = re.compile(rf"[이가은는도]\s(?:\S+\s){{0,2}}?{_NUMBER}")
_AFTER_SHARE = re.compile(rf"{_NUMBER}[^,]{{0,30}}?(?:,|반면에?|[가-힣](?:고|며|지만|는데|은데))\s")
_SURVEYS = re.compile(r"(?:설문|조사|질문|물음|문항)$")
_ABOUT = re.compile(r"에\s(?:대한|관한|대해|관해)\s(?:\S+\s)?(?:질문|물음|질의|지적|반박|답변|입장|의견|해명)")
_TO = ("에", "에는", "에도", "에 대해", "에 대해서는")


def answers(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """The words of an adnominal clause in 다는 before a noun of saying of which a number tells the share."""
    noun = clause.modifies
    if noun is None or not noun.is_told_of or _is_quoted(clause, level) or not _SHARE.match(level.text, noun.end):
        return
    name = source_of(noun, level).bare
    if name not in listed("saying", "nouns"):
        return
    begin = start_of(clause, None, level, start)
    before = [m.end() for m in _AFTER_SHARE.finditer(level.text, begin, clause.predicate.start)]
    asked = [p for p in level.phrases if begin <= p.start and p.end < clause.predicate.start and _is_survey(p, level)]
    begin = max([begin, *before, *(p.particle_end for p in asked)])
    begin += len(level.text[begin:]) - len(level.text[begin:].lstrip(" ,"))
    yield Told(begin, end_of(clause, level), None, name, "nobody")


def _is_quoted(clause: Clause, level: Level) -> bool:
    return level.morphemes[max(clause.predicate.first - 1, 0)].tag == QUOTED


def _is_survey(phrase: Phrase, level: Level) -> bool:
    return phrase.particle.startswith("에") and bool(_SURVEYS.search(level.text[phrase.start : phrase.end]))


def asked(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """The words before a noun of saying with its owner, in 에: '… 느냐는 박 의원의 질문에', '… 라는 주민들의 요구에'.

    They begin behind him who answers, and behind where he does.
    """
    noun = clause.modifies
    if noun is None or noun.particle not in _TO or _is_quoted(clause, level):
        return
    whole = source_of(noun, level)
    owner = whole.text.removesuffix(whole.last).strip().removesuffix("의").strip()
    whose = Source(owner, tuple(m for m in whole.morphemes if m.end <= noun.start + len(owner)))
    papers = listed("saying", "reports") if _ABOUT.match(level.text, noun.end) else frozenset()
    if whole.last not in listed("saying", "nouns") | papers or not (owner and whose.can_speak(strict=True)):
        return
    around = [p for p in level.phrases if start <= p.start < clause.predicate.start and p.is_told_of]
    answerer = next((p for p in around if p not in clause.phrases and not p.place), None)
    begin = start_of(clause, None, level, answerer.particle_end if answerer else start)
    yield Told(begin, end_of(clause, level), whose, whole.last, "taken up")
