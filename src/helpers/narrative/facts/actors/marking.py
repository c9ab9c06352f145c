"""The facts of a sentence as morphemes of it, so that the grammar reads the 가 of 62%가 as a particle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Morpheme, Sentence

_SUBJECT = re.compile(r"(?P<particle>[이가은는도])(?=\s|$|[,.…])")
_OTHER = re.compile(r"(?P<particle>으로|로|에서|에|을|를|의|와|과|보다|까[지진]|부[터턴]|나|이나)(?=\s|$|[,.…])")
_TAGS = {"이": "JKS", "가": "JKS", "을": "JKO", "를": "JKO", "의": "JKG", "와": "JC", "과": "JC"}
_TOWARDS = re.compile(r"\s?(?:(?:까지)?만\s해도|들어|이후|이전|넘게|만에)(?=\s|$)")
_ALSO = ("역시", "또한")  # 조합 역시: as 조합도


def with_facts(sentence: Sentence, facts: Sequence[Found]) -> Iterator[Morpheme]:
    """The morphemes with one for each fact: a date is an adverb, a quantity a number; 가 after 62% is a particle."""
    waiting = list(facts)
    done = 0
    for m in sentence.morphemes:
        while waiting and waiting[0].start <= m.start:
            fact = waiting.pop(0)
            done = _end_of(sentence.text, fact)
            surface = sentence.text[fact.start : done]
            timed = fact.kind in ("date", "period")
            yield Morpheme(fact.start, done, surface, surface, "MAG" if timed else "NR")
            found = _SUBJECT.match(sentence.text, done) or _OTHER.match(sentence.text, done)
            if found:
                written = found["particle"]
                tag = _TAGS.get(written, "JX" if written in "은는도" else "JKB")
                yield Morpheme(done, found.end(), written, written, tag)
                done = found.end()
        if m.start >= done:
            also = m.surface in _ALSO and m.tag in ("MAG", "MAJ") and m.start > 0
            yield m._replace(start=m.start - 1, tag="JX", surface="도") if also else m


def _end_of(text: str, fact: Found) -> int:
    found = _TOWARDS.match(text, fact.end)
    return found.end() if found else fact.end
