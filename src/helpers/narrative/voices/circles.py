"""Circles and groups among whom something is said: 업계에서는, 주민들 사이에서, 시 내부에선."""

from __future__ import annotations

import re
from collections.abc import Iterable

from helpers.lexicons import words as listed
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.speakers.hidden import WITHIN
from helpers.narrative.voices.speakers.sources import Source

_SOME_OF_THEM = "일부"  # '일부에서는', but no place: '한강 일부에서는'
_AMONG = re.compile(r"\s(?:사이|가운데|쪽)$")


def told_among(phrases: Iterable[Phrase], level: Level) -> Source | None:
    """The first of some phrases that is a circle, a group or a body in which something is said.

    A place is none: '아산에서는 “불이 났다”는 신고가 있었다'; nor is what a clause within a noun phrase tells of:
    '정부에서 있을 변화도 살피라는 조언이 나온다'.
    """
    within = {id(p) for c in level.clauses if c.kind == "adnominal" and len(c.ending) < 2 for p in c.phrases}
    for phrase in phrases:
        source = source_of(phrase, level)
        group = Source(_AMONG.sub("", source.text), source.morphemes)
        among = group.text != source.text
        if not (phrase.place or among):
            continue
        if (source.last in WITHIN and not among) or (phrase.place and source.text == _SOME_OF_THEM):
            return source
        told = any(c.modifies == phrase for c in level.clauses)
        if told and phrase.role != "topic" and id(phrase) in within and not among:
            continue  # '가르칠 이가 없는 현장에서 일만 하는 것이 답은 아니라는 이야기다'
        if group.circle or (group.is_person and (among or group.text.endswith("들"))):
            return group
        site = group.last in listed("voices", "anybody")  # '한 농장에서 닭이 달아났다는 내용이다'
        if group.is_known_body and (phrase.role == "topic" or (id(phrase) not in within and not site)):
            return group
    return None


def opening_circle(level: Level, start: int, before: int) -> Source | None:
    """The circle with which a sentence opens, before its predicate at ``before``: '증권가에선 값이 오른다고 본다'."""
    opening = (p for p in level.phrases if start <= p.start and p.end < before and p.place and p.particle != "에서")
    phrase = next(opening, None)
    source = told_among([phrase], level) if phrase else None
    return source if source and (source.circle or source.is_person or source.text == _SOME_OF_THEM) else None
