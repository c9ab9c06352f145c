"""Read names as one word wherever they stand, if the article itself shows that they are names.

An analyzer that does not know 박솔이 or ‘그랑’ reads 박솔 + 이, 그 + 랑. The article shows what they are by an age or a
gloss in brackets, by marks around a word, by 씨, a title or an office beside a person's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from helpers.lexicons import words
from helpers.tokenizing.readings import Reading
from helpers.tokenizing.rejoin import PARTICLE, own_tag, piece_of
from helpers.tokenizing.tags import coarse

LEAST = 2  # times that a word in marks stands in an article before it counts as a name
_GLOSSED = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{2,8})['’\"”]?\s?\(['‘]?[A-Za-z][A-Za-z0-9 .&'’·-]{0,40}\)")
_MARKED = re.compile(r"[‘'“\"<〈《]([가-힣]{2,8})[’'”\">〉》]")
_AGED = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{3})\s?\(\d{1,3}(?:세|살)?[,·)]")
_COURTEOUS = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{3})\s?씨(?![가-힣]{3})")
_LABELLED = re.compile(r"\[\s?([가-힣]{3})\s?[/|ㅣ]")
_VILLAGES = re.compile(
    r"(?<![가-힣A-Za-z0-9])([가-힣]{2,3}리)(?=(?:[와과]|,|[·ㆍ]|\s및)\s?([가-힣]{2,3}리)(?![가-힣]{2}))"
)
_LISTED = re.compile(r"(?<![가-힣A-Za-z0-9])[가-힣]{3}(?:,\s?[가-힣]{3}){2,}(?![가-힣]{2})")
_COMMA = re.compile(r",\s?")
_BEHIND = re.compile(r"(?<![가-힣A-Za-z0-9])(?P<title>[가-힣]{2,8})\s(?P<name>[가-힣]{3})(?![가-힣]{3})")
_BEFORE = re.compile(r"(?<![가-힣A-Za-z0-9])([가-힣]{3})\s(?P<title>[가-힣A-Z]{1,7})")
_COPULA = r"(?:이?(?:다|라[가-힣]{0,3}|며|고|던)|인|입니다|이?었[가-힣]{1,3}|였[가-힣]{1,3})"
_INFLECTED = ("verb", "adjective", "ending")


def with_names(sentences: Sequence[list[Reading]], texts: Sequence[str], *, analyzer: str) -> list[list[Reading]]:
    """The readings of an article's sentences, with each name as one reading.

    sentences  the readings of each sentence of one article
    texts      the sentences
    returns    as many lists. A person's name is one reading wherever it stands. Another word with a gloss or in marks
               is joined only where the analyzer cut it into pieces that are no words: single syllables, particles
    """
    persons = frozenset(chain(_persons(sentences, texts), _villages(texts)))
    others = frozenset(_others(texts)) - persons
    forms = sorted(persons | others, key=lambda form: (-len(form), form))
    if not forms:
        return list(sentences)
    pattern = re.compile(rf"(?<![가-힣A-Za-z0-9])(?:{'|'.join(forms)})(?={_after()})")
    return [
        _joined(own, text, [m.span() for m in pattern.finditer(text)], persons, analyzer)
        for own, text in zip(sentences, texts, strict=True)
    ]


@lru_cache(maxsize=1)
def _after() -> str:
    """What may follow a name: the end of its word, or particles and the copula up to it."""
    courtesies = "|".join(sorted(words("names", "after_name")))
    return rf"(?:{courtesies})?(?:{PARTICLE.pattern}|{_COPULA})?(?![가-힣A-Za-z0-9])"


def _persons(sentences: Sequence[list[Reading]], texts: Sequence[str]) -> Iterator[str]:
    """Words that are formed like a person's name and have an age, 씨, a title or other names beside them."""
    titles = words("voices", "titles") | words("voices", "roles")
    for readings, text in zip(sentences, texts, strict=True):
        for found in chain(*(form.finditer(text) for form in (_AGED, _COURTEOUS, _LABELLED))):
            if is_formed(found[1]):
                yield found[1]
        for found in _BEFORE.finditer(text):
            title = found["title"]
            stems = (title[:end] for end in range(len(title), 0, -1))
            named = any(stem in titles and PARTICLE.fullmatch(title[len(stem) :] or "은") for stem in stems)
            if named and is_formed(found[1]) and _is_whole(readings, *found.span(1)):
                yield found[1]
        for found in _BEHIND.finditer(text):
            if found["title"] in titles and is_formed(found["name"]) and _is_whole(readings, *found.span("name")):
                yield found["name"]
        for found in _LISTED.finditer(text):
            names = _COMMA.split(found[0])
            if all(map(is_formed, names)) and _is_whole(readings, *found.span()):
                yield from names


def _is_whole(readings: Sequence[Reading], start: int, end: int) -> bool:
    """Is there neither a particle nor anything inflected between two places of a sentence."""
    inside = (r for r in readings if r.start < end and r.end > start)
    return not any(r.pos in (*_INFLECTED, "particle") for r in inside)


def _villages(texts: Sequence[str]) -> Iterator[str]:
    """Names of villages that stand side by side: 물빛리와 샘골리. Words that the analyzer knows stay as they are."""
    for text in texts:
        for found in _VILLAGES.finditer(text):
            yield from found.groups()


@lru_cache(maxsize=16_384)
def is_formed(word: str) -> bool:
    """Is a word of three letters formed like a name: a family name and two letters that given names consist of?"""
    given_first, given_last = (set(chain(*words("voices", key))) for key in ("given_first", "given_last"))
    formed = word[0] in words("voices", "surnames") and word[1] in given_first and word[2] in given_last
    return formed and word not in words("voices", "ordinary") | words("voices", "districts")


def _others(texts: Sequence[str]) -> Iterator[str]:
    """Words with a gloss in Latin letters, words in marks that the article has again, names with a particle in them."""
    whole = "\n".join(texts)
    yield from (form for form in words("names", "with_particle") if form in whole)
    yield from (found[1] for text in texts for found in _GLOSSED.finditer(text))
    marked = sorted({found[1] for text in texts for found in _MARKED.finditer(text)})
    yield from (form for form in marked if whole.count(form) >= LEAST)


def _joined(
    readings: list[Reading], text: str, spans: list[tuple[int, int]], persons: frozenset[str], analyzer: str
) -> list[Reading]:
    made = readings
    for start, end in spans:
        inside = [r for r in made if r.start < end and r.end > start]
        form = text[start:end]
        if len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end):
            continue
        if form not in persons and not _is_torn(inside, form):
            continue
        after = max([end, *(r.end for r in inside)])
        tag = own_tag("NNP", analyzer)
        name = Reading(start, end, form, tag, coarse(analyzer, tag))
        made = [r for r in made if r not in inside]
        made = sorted([*made, name, *piece_of(text, end, after, inside[-1:], analyzer)], key=lambda r: (r.start, r.end))
    return made


def _is_torn(inside: Sequence[Reading], form: str) -> bool:
    """Is a word cut into pieces that are no words: a single syllable or a particle among nouns, nothing inflected?"""
    if form in words("names", "with_particle"):
        return True
    small = any(r.end - r.start == 1 and r.pos != "affix" for r in inside)
    ended = bool(inside) and inside[-1].pos in ("particle", "affix")
    nouns = any(r.pos in ("noun", "unknown") for r in inside)
    return small and nouns and not ended and not any(r.pos in _INFLECTED for r in inside)
