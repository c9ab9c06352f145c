"""May words without marks and without a subject be his who spoke before: only where the sentence before leaves him."""

from __future__ import annotations

from helpers.lexicons import words as listed
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import PERSON
from helpers.narrative.voices.context.mentions import Mention, Mentions
from helpers.narrative.voices.passages import Passage, source_of
from helpers.narrative.voices.reported.told import Told

_TOPICS = ("은", "는", "도")


def is_by_noun(told: Told) -> bool:
    """Are the words told without a verb of saying: '… 는 계획이다', '… 는 것이다'."""
    return told.verb is None or not told.verb.endswith("다")


def carries(told: Told, mentions: Mentions, number: int, passage: Passage, level: Level, *, voiced: bool) -> bool:
    """May words in the sentence of the number be his whom the sentence before leaves as the one who speaks.

    He is the last mentioned, in the sentence right before or earlier in this one, and he spoke there where this one
    has no verb of saying of its own; a verb of adding reaches over one sentence more. Nobody else with a name is the
    topic of this sentence. ``voiced``: the sentence before tells an act of speech, '시는 반발했다'.
    """
    adds = told.verb in listed("saying", "adding")
    last = mentions.goes_on(number, adds)
    if last is None or number - last.sentence > (2 if adds else 1) or not (adds or last is mentions.last):
        return False
    if last.sentence == number and _stands_behind(last, told, passage):
        return False
    if is_by_noun(told):
        spoke = (last.spoke and not last.relays) or voiced
        return spoke and (told.verb is None or not _has_topic(told, last, mentions, passage, level))
    return not _has_topic(told, last, mentions, passage, level)


def _stands_behind(last: Mention, told: Told, passage: Passage) -> bool:
    """Is he who spoke in the same sentence named only behind the words."""
    own = last.source.morphemes
    return bool(own) and own[0].start >= told.end and passage.text.startswith(last.source.text, own[0].start)


def _has_topic(told: Told, last: Mention, mentions: Mentions, passage: Passage, level: Level) -> bool:
    """Does the sentence open with another who could say it: '구청도 이날 … 등을 요구했다'."""
    start, _ = passage.spans[passage.index_at(told.start)]
    first = next((p for p in level.phrases if start <= p.start < told.end and p.is_told_of and not p.place), None)
    if first is None or first.role != "topic" or first.particle not in _TOPICS:
        return False
    source = source_of(first, level)
    known = mentions.people.known(source)
    proper = any(m.tag in ("NNP", "NAME", "SL", PERSON) for m in source.morphemes)
    return proper and source.can_speak(strict=True) and known is not last.person
