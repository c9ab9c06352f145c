"""Read a word alike throughout an article: 나무새김 is not cut in one sentence and whole in the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from helpers.lexicons import words
from helpers.tokenizing.readings import Reading
from helpers.tokenizing.rejoin import stands_alone

LEAST = 2  # times that a word is read whole before that counts against a cut
SYLLABLES = re.compile(r"[가-힣]{3,}")  # of two, too many are also a noun and its particle


def consistent(sentences: Sequence[list[Reading]], texts: Sequence[str]) -> list[list[Reading]]:
    """The readings of an article's sentences, each noun that is read whole in it joined where it was cut.

    sentences  the readings of each sentence of one article
    texts      the sentences
    returns    as many lists. A noun is joined if the article has it whole, as a word of its own with nothing but
               particles after it, at least twice (a village: once) and more often than cut. Two nouns with 의 between
               them that are repeatedly written as one word are a name (누리의봄): otherwise they would be written apart
    """
    sentences = _with_names(sentences, texts)
    whole: dict[str, Reading] = {}
    seen: Counter[str] = Counter()
    for readings, text in zip(sentences, texts, strict=True):
        for reading in readings:
            form = text[reading.start : reading.end]
            if reading.pos == "noun" and reading.lemma == form:
                seen[form] += 1
                if SYLLABLES.fullmatch(form):
                    whole.setdefault(form, reading)
    forms = sorted(
        (f for f in whole if seen[f] >= (1 if _is_village(whole[f]) else LEAST) and not _has_particle(f, seen)),
        key=lambda form: (-len(form), form),
    )
    if not forms:
        return list(sentences)
    pattern = re.compile("|".join(forms))
    cuts = [_cuts(readings, text, pattern) for readings, text in zip(sentences, texts, strict=True)]
    often = Counter(form for found in cuts for form in found.values())
    wanted = {f: whole[f] for f in forms if seen[f] > often[f] or (_is_village(whole[f]) and seen[f] == often[f])}
    return [_joined(readings, found, wanted) for readings, found in zip(sentences, cuts, strict=True)]


def _is_village(reading: Reading) -> bool:
    """Is a reading the name of a village or the like, whose last syllable is also a bound noun (물빛리)."""
    return reading.tag == "NNP" and reading.lemma[-1:] in words("names", "village")


def _with_names(sentences: Sequence[list[Reading]], texts: Sequence[str]) -> list[list[Reading]]:
    """The readings with each name of two nouns and 의 as one."""
    found = [
        {(a.start, c.end): a for a, b, c in zip(own, own[1:], own[2:], strict=False) if _is_name(a, b, c, text)}
        for own, text in zip(sentences, texts, strict=True)
    ]
    often = Counter(text[slice(*span)] for spans, text in zip(found, texts, strict=True) for span in spans)
    made = []
    for readings, spans, text in zip(sentences, found, texts, strict=True):
        own = list(readings)
        for (start, end), first in spans.items():
            if often[text[start:end]] >= LEAST:
                tag = "NNP" if first.tag == "NNG" else first.tag
                own = [r for r in own if not (start <= r.start and r.end <= end)]
                own.append(first._replace(end=end, lemma=text[start:end], tag=tag))
        made.append(sorted(own, key=lambda reading: (reading.start, reading.end)))
    return made


def _is_name(first: Reading, particle: Reading, second: Reading, text: str) -> bool:
    close = first.end == particle.start and particle.end == second.start
    nouns = first.pos == second.pos == "noun" and text[particle.start : particle.end] == "의"
    return close and nouns and particle.pos == "particle" and stands_alone(text, first.start, second.end)


def _has_particle(form: str, seen: Mapping[str, int]) -> bool:
    """Is the form another word of the article with a particle that the analyzer took for a part of the word?"""
    return any(form[:end] in seen and stands_alone(form, 0, end) for end in range(2, len(form)))


def _cuts(readings: Sequence[Reading], text: str, pattern: re.Pattern[str]) -> dict[tuple[int, int], str]:
    """The places where a word that is read whole elsewhere is cut into several readings."""
    found = {}
    for match in pattern.finditer(text):
        start, end = match.span()
        inside = [r for r in readings if start <= r.start and r.end <= end]
        tiles = len(inside) > 1 and inside[0].start == start and max(r.end for r in inside) == end
        if tiles and stands_alone(text, start, end):
            found[start, end] = match.group()
    return found


def _joined(readings: list[Reading], found: dict[tuple[int, int], str], wanted: dict[str, Reading]) -> list[Reading]:
    made = list(readings)
    for (start, end), form in found.items():
        if form in wanted:
            made = [r for r in made if not (start <= r.start and r.end <= end)]
            made.append(wanted[form]._replace(start=start, end=end))
    return sorted(made, key=lambda reading: (reading.start, reading.end))
