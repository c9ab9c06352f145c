"""Names that are common nouns, too: a stage name among names or behind a group's, a name behind a party's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from helpers.lexicons import words as listed
from helpers.narrative.grammar.words import Morpheme
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.speakers.bodies import ends_as_body
from helpers.narrative.voices.speakers.naming import Naming, is_surname, title_in

_KNOWN = (
    "roles", "offices", "circles", "bodies", "anybody", "abstract", "ordinary", "countries", "firms", "districts",
    "documents",
)  # fmt: skip
_PARTICLE = re.compile(r"[은는이가도]")
_OFFICE = r"(?P<title>의원|대표|장관|차관|시장|지사|위원장|원내대표|대변인|총장|청장|처장)"
_PLACED = re.compile(
    rf"(?<![가-힣])[가-힣]{{1,12}}(?:당|[가-힣]{{2}}[부처청시군구회도원])\s(?P<name>[가-힣]{{2}})\s{_OFFICE}(?![가-힣]{{3}})"
)
_AGAIN = re.compile(rf"(?<![가-힣])(?P<surname>[가-힣])\s{_OFFICE}(?![가-힣]{{3}})")
_FULL = re.compile(rf"(?<![가-힣])(?P<surname>[가-힣])[가-힣]{{2}}\s{_OFFICE}(?![가-힣]{{3}})")
FEWEST = 3  # items of a list of names


def bare_names(passages: Sequence[Passage]) -> frozenset[str]:
    """The words of an article that are somebody's name though a dictionary has them as nouns: 신동, 하늘."""
    read = [(passage, passage.read(()).morphemes) for passage in passages]
    placed = _behind_bodies(passages) & {m.surface for _, morphemes in read for m in morphemes if _may_be(m)}
    spoken = Counter(word for passage, morphemes in read for word in _speaking(passage, morphemes))
    if not spoken:
        return placed
    among = {word for _, morphemes in read for word in _among_names(morphemes)}
    behind = {word for _, morphemes in read for word in _behind_names(morphemes)}
    return placed | {w for w, n in spoken.items() if w in among or (w in behind and n > 1)}


def _behind_bodies(passages: Sequence[Passage]) -> frozenset[str]:
    """Names of two letters behind a party or a body, where the surname comes again: '하늘당 허영 의원', '허 의원'.

    Not where the surname with its title may be that of another: '하늘당 소속 의원', '소하늘 의원', '소 의원'.
    """
    text = "\n".join(passage.text for passage in passages)
    again = {(one["surname"], one["title"]) for one in _AGAIN.finditer(text)}
    again -= {(one["surname"], one["title"]) for one in _FULL.finditer(text)}
    placed = {one["name"]: one["title"] for one in _PLACED.finditer(text) if is_surname(one["name"])}
    unsure = listed("voices", "before_office")
    return frozenset(name for name, title in placed.items() if (name[0], title) in again and name not in unsure)


def _may_be(word: Morpheme) -> bool:
    known = any(word.surface in listed("voices", key) for key in _KNOWN)
    known = known or title_in(word.surface) != "" or ends_as_body(word.surface)
    known = known or word.surface in listed("saying", "nouns") | listed("grammar", "times")
    return word.tag in ("NNG", "NNP") and bool(re.fullmatch(r"[가-힣]{2,4}", word.surface)) and not known


def _among_names(morphemes: Sequence[Morpheme]) -> Iterator[str]:
    """The items of a list of names that has one of which nobody doubts: '진성, 김하늘, 금잔디, 신동'."""
    for run in _lists(morphemes):
        sure = [m for m in run if Naming([m.surface], [m]).name]
        proper = [m for m in run if m.tag == "NNP"]
        if len(run) >= FEWEST and sure and 2 * len(proper) >= len(run):
            yield from (m.surface for m in run if _may_be(m))


def _lists(morphemes: Sequence[Morpheme]) -> Iterator[list[Morpheme]]:
    """Nouns of one morpheme with no more than a comma or a dot between them."""
    run: list[Morpheme] = []
    for here, after in pairwise(morphemes):
        if here.tag in ("NNG", "NNP") and after.tag in ("SP", "JC"):
            run.append(here)
        elif here.tag not in ("SP", "JC"):
            if here.tag in ("NNG", "NNP") and run and after.start <= here.end:
                run.append(here)
            yield run
            run = []


def _behind_names(morphemes: Sequence[Morpheme]) -> Iterator[str]:
    """A noun right behind a proper noun, with a particle of a subject: '새벽밴드 신동이'."""
    for before, here in pairwise(morphemes):
        if before.tag == "NNP" and before.end + 1 == here.start and _may_be(here):
            yield here.surface


def _speaking(passage: Passage, morphemes: Sequence[Morpheme]) -> Iterator[str]:
    """Nouns that stand alone as the subject of a sentence with a quotation after it."""
    for here, after in pairwise(morphemes):
        stands = after.start == here.end and after.tag in ("JX", "JKS") and _PARTICLE.fullmatch(after.surface)
        if not stands:
            continue
        alone = passage.text[max(here.start - 1, 0) : here.start].strip() in ("", ",", ".")
        if alone and _may_be(here):
            end = passage.spans[passage.index_at(here.start)][1]
            if re.search('[“"]', passage.text[after.end : end]):
                yield here.surface
