"""A number that only says who or what belongs to a class: 5인 이상 사업장, 85㎡ 이하 아파트."""

from __future__ import annotations

import re

from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import lexicon, listed, longest_first
from helpers.narrative.grammar import Sentence

LIMITS = {"이상", "이하", "미만", "초과"}
_NOUNS = ("NNG", "NNP")
_CLASSES = {
    unit: re.compile(rf"\s(?:{longest_first(words)})(?![가-힣]{{3}})") for unit, words in lexicon()["classes"].items()
}


def limits_a_class(sentence: Sentence, fact: Found) -> bool:
    """Is it the limit of a class, which a noun right behind it names: 85㎡ 이하 아파트; not 5명 이상 다쳤다."""
    if LIMITS.isdisjoint(fact.bound[-1:]):
        return False
    if fact.unit in _CLASSES and _CLASSES[fact.unit].match(sentence.text, fact.end):
        return True
    if fact.unit not in listed("classed"):
        return False
    behind = [m for m in sentence.morphemes if m.start >= fact.end][:2]
    named = len(behind) > 0 and behind[0].start == fact.end + 1 and behind[0].tag in _NOUNS
    return named and not (len(behind) > 1 and behind[1].tag == "XSV" and behind[1].start == behind[0].end)
