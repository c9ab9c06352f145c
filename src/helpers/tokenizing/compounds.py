"""Join words that are one for a reader and that analyzers cut: 후발주자, 연구조직."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from helpers.lexicons import load, words
from helpers.tokenizing.readings import Reading

# Suffixes that inflect a noun instead of making another: plural, 'each', 'about', titles of courtesy.
_NOT_DERIVING = {"들", "씩", "쯤", "께", "님", "여", "째", "당", "가량"}
_NOUN_AFFIXES = {"XR", "XPN", "XSN", "XP", "Suffix", "NounPrefix"}
_STEM = {"noun", "foreign"}


def compounds(readings: Sequence[Reading], text: str) -> list[Reading]:
    """A reading for each run of nouns, foreign words and noun affixes that stand together in one word.

    The run has two parts or more and at least one noun or root; prefixes only begin it, it does not end in one or in a
    suffix that inflects (들), numbers do not belong to it unless they follow a foreign word (G20) or stand in a name
    (물빛2일반산업단지). Its tag is the tags of the parts joined by +, its part of speech ``noun``; the parts stay.
    """
    found = []
    for run in _runs(readings):
        while run and not _may_end(run[-1]):
            run = run[:-1]
        if len(run) > 1 and any(part.pos == "noun" or part.tag == "XR" for part in run):
            start, end = run[0].start, run[-1].end
            tag = "+".join(part.tag for part in run)
            found.append(Reading(start, end, text[start:end], tag, "noun"))
    return found


def _runs(readings: Sequence[Reading]) -> Iterator[list[Reading]]:
    run: list[Reading] = []
    for number, reading in enumerate(readings):
        after = readings[number + 1] if number + 1 < len(readings) else None
        joins = run and reading.start == run[-1].end
        if joins and (_continues(run[-1], reading) or _is_numbered(run[-1], reading, after)):
            run.append(reading)
            continue
        yield run
        run = [reading] if _begins(reading) else []
    yield run


def _begins(reading: Reading) -> bool:
    return reading.pos in _STEM or reading.tag in {"XR", "XPN", "XP", "NounPrefix"}


def _continues(before: Reading, reading: Reading) -> bool:
    if reading.pos == "number":
        return before.pos == "foreign"
    return reading.pos in _STEM or (reading.pos == "affix" and reading.tag in _NOUN_AFFIXES)


def _is_numbered(before: Reading, reading: Reading, after: Reading | None) -> bool:
    """Does a number stand within a name, between a proper noun and a noun of two syllables that is no counter?"""
    if reading.pos != "number" or before.tag != "NNP" or after is None or after.start != reading.end:
        return False
    counting = words("units", "counters") | words("names", "counted")
    counts = after.lemma in counting or after.lemma in load("units")["currencies"]
    return after.pos == "noun" and len(after.lemma) >= 2 and not counts


def _may_end(part: Reading) -> bool:
    if part.pos == "affix":
        return part.tag in {"XSN", "Suffix"} and part.lemma not in _NOT_DERIVING
    return part.pos in {*_STEM, "number"}
