"""An actor begins and ends where words do and is a noun: 미들블로커 and no 로커, no 다른, no 5시경's 경."""

from __future__ import annotations

import re
from collections.abc import Collection

from helpers.lexicons import words
from helpers.narrative.grammar import Morpheme, Sentence
from helpers.spans import Span

_ADVERBS = ("MAG", "MAJ", "IC")
_NO_NOUNS = ("MM", "MAG", "MAJ", "IC", "EC", "EF", "ETM", "EP", "VV", "VA", "VX", "XR", "VCP", "VCN")
_JOINED = ("NNG", "NNP", "NNB", "XPN", "XSN", "SL", "SH", "NAME", "XR", "VV", "VA", "VX")  # a torn word: 미들·블·로커
_DATELINE = re.compile(r"[(\[][^()\[\]]{1,20}=[^()\[\]]{1,20}[)\]]\s?")
_EACH = re.compile(r"(?:조금|하나|얼마|몇)씩\s")
_PLACE = re.compile(r"(?:^|\s)[가-힣]{1,4}국서$")  # 양국서 170명 모여: 양국에서


def whole(sentence: Sentence, span: Span, facts: Collection[Span]) -> Span | None:
    """The span from the beginning of its first word, without adverbs before the noun; None where it is no noun.

    facts  where the facts of the sentence stand, which a word may lean on (5시경)
    """
    text, (start, end) = sentence.text, span
    if dateline := _DATELINE.match(text, start, end):
        start = dateline.end()
    if each := _EACH.match(text, start, end):
        start = each.end()
    inside = [m for m in sentence.morphemes if start <= m.start and m.end <= end]
    while inside and inside[0].tag in _ADVERBS and len(inside) > 1 and text[inside[0].end] == " ":
        start = inside[1].start
        inside = inside[1:]
    if start >= end or not inside or _is_no_noun(text, inside[-1], end):
        return None
    if _PLACE.search(text[start:end]) or text[start:end] in words("actors", "torn"):
        return None
    begin = _beginning(sentence, start)
    if any(a < start and begin < b for a, b in facts):  # 5시경, 3명씩: what leans on a number
        return (start, end) if end - start > 1 else None
    return begin, end


def _is_no_noun(text: str, last: Morpheme, end: int) -> bool:
    """Does a phrase end in an ending, an adverb or a word that only stands before nouns: 내렸고, 이어, 다른."""
    return last.end == end and last.tag in _NO_NOUNS and text[end : end + 1] in (" ", ",", "", "“", '"')


def _beginning(sentence: Sentence, start: int) -> int:
    """Where the word begins in which ``start`` lies, as far as nothing but nouns stands in it."""
    before = {m.end: m for m in sentence.morphemes}
    while (m := before.get(start)) is not None and m.tag in _JOINED and m.start < start:
        start = m.start
    return start
