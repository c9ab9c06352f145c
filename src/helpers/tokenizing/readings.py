"""What an analyzer read in one sentence: every character in some reading, spans in the sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from helpers.tokenizing.align import align
from helpers.tokenizing.process import Morph
from helpers.tokenizing.readable import Readable
from helpers.tokenizing.tags import UNKNOWN, coarse, dictionary_form


class Reading(NamedTuple):
    """A morpheme and its place in the sentence."""

    start: int
    end: int
    lemma: str
    tag: str
    pos: str
    from_dictionary: bool = False


def place(morphs: Sequence[Morph], shown: Readable, *, analyzer: str) -> list[Reading] | None:
    """The readings of a sentence from what an analyzer gave; None if that is not a reading of it."""
    spans = _spans(morphs, shown.text)
    if spans is None:
        return None
    readings = []
    for morph, (start, end) in zip(morphs, spans, strict=True):
        span = shown.to_sentence(start, end)
        if span and morph.form:
            readings.append(_reading(morph, span, analyzer))
    return readings


def _spans(morphs: Sequence[Morph], text: str) -> list[tuple[int, int]] | None:
    if any(morph.start is None for morph in morphs):
        return align(text, [morph.form for morph in morphs])
    return [_no_gap(morph.start or 0, morph.end or 0, text) for morph in morphs]


def _no_gap(start: int, end: int, text: str) -> tuple[int, int]:
    """A form that left no letter (이 in 학교다) has the syllable that follows, or at the end the one before."""
    if start < end:
        return start, end
    at_word = start < len(text) and not text[start].isspace()
    return (start, start + 1) if at_word else (max(start - 1, 0), start)


def _reading(morph: Morph, span: tuple[int, int], analyzer: str) -> Reading:
    pos = coarse(analyzer, morph.tag)
    lemma = morph.lemma or dictionary_form(morph.form, morph.tag, pos)
    return Reading(*span, lemma, morph.tag, pos)


def with_unread(readings: Iterable[Reading], sentence: str) -> list[Reading]:
    """The readings in order, and an ``unknown`` one for each run of characters that none of them covers."""
    found = sorted(readings, key=lambda reading: (reading.start, reading.end))
    covered = bytearray(len(sentence))
    for reading in found:
        covered[reading.start : reading.end] = b"\1" * (reading.end - reading.start)
    start = None
    for place_, character in enumerate(sentence + " "):
        missed = place_ < len(sentence) and not covered[place_] and not character.isspace()
        if missed and start is None:
            start = place_
        elif not missed and start is not None:
            found.append(Reading(start, place_, sentence[start:place_], UNKNOWN, "unknown"))
            start = None
    return sorted(found, key=lambda reading: (reading.start, reading.end))
