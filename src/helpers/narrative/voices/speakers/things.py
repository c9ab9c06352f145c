"""Common nouns that are things, events and places: they say nothing, though they may end as a body's name does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words as listed
from helpers.narrative.grammar.words import Morpheme
from helpers.narrative.voices.speakers.bodies import ends_with_body_noun
from helpers.narrative.voices.speakers.laws import is_method

_SUFFIX = re.compile(r"(?:부|처|청|원|회|당|사|국|실|팀|단|대|계|군|시|구)$")
_PERSON = re.compile(r"[가-힣]{2}(?:자|인|가|객|민|꾼|생|진)$")
_BODIES = ("bodies", "anybody", "circles", "body_nouns")


def is_thing_noun(word: str, morphemes: Sequence[Morpheme]) -> bool:
    """Does a dictionary know a word's last noun as a thing: 감액배당, 국정감사, 간담회; but not 수사팀, 하늘식품.

    morphemes  of the noun phrase that ends with the word
    """
    if word.endswith(tuple(listed("voices", "no_bodies"))) or is_method(word):
        return True
    last = next((m for m in reversed(morphemes) if m.tag[0] != "S" or m.tag == "SL"), None)
    if last is None or last.tag != "NNG" or len(last.surface) < 2 or not word.endswith(last.surface):
        return False
    noun = last.surface
    before = word.removesuffix(noun)  # 강당 of 한강당 is no hall
    if before and not any(m.tag == "NNG" and len(m.surface) > 1 and before.endswith(m.surface) for m in morphemes):
        return False
    if any(noun in listed("voices", key) or word in listed("voices", key) for key in _BODIES):
        return False
    if ends_with_body_noun(noun) or _PERSON.search(noun):
        return False
    return len(noun) == 2 or not _SUFFIX.search(noun)
