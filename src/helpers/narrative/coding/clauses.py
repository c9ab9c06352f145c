"""Where clauses end in a Korean sentence: what a negation or a concession can reach.

Decided by how a word (eojeol) ends and by whether its last morpheme is an ending or a particle, not by an analyzer's
own tags, so that it holds under every analyzer.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from helpers.narrative.coding.matching import Sentence

CONCESSIVE = re.compile(
    r"(?:지만|[으았었했였]나|지라도|라도|더라도|[아어여해]도|[은는인한]데도|데도|음에도|[임함됨짐]에도|불구하고|면서도|건만|련만|망정|언정)$"
)
_CONNECTIVE = re.compile(
    r"(?:고|며|면서|[아어해여서]서|므로|니까?|도록|거나|려고|려면|면|다가|더니|든지|[은는인한던]데|자|라|채)$"
)
_QUOTATIVE = re.compile(r"[다라자냐]고$")
_CAUSE = re.compile(r"(?:[아어해여서]서|므로|니까?)$")
_RATHER_THAN = re.compile(r"기보다는?$")
_AUXILIARY = re.compile(r"(?:있|없|않|못|싶|말|계시|나서|나가|해야|하[는지고면]|한다)")
_BOUND = re.compile(
    r"(?:수|것|적|바|리|줄|게|건|걸|데)(?:$|[은는이가도를을만의])|(?:뿐|듯|만큼|대로)"
    r"|(?:생각|뜻|계획|의사|방침|필요|이유|까닭|여지|여력|여유|겨를|가능성|일)(?:은|는|이|가|도|조차)$"
)
_VERBAL = ("ending", "verb", "adjective", "affix")


@dataclass(frozen=True)
class Clauses:
    """The words of a sentence, and after which of them something ends."""

    sentence: Sentence

    def word(self, number: int) -> str:
        """The number-th word without its marks."""
        return self.sentence.text[slice(*self.sentence.eojeols[number])].strip(".,;:!?…·‘’“”\"'()[]「」『』")

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.word(number) for number in range(len(self.sentence.eojeols)))

    @cached_property
    def last_pos(self) -> tuple[str, ...]:
        """The part of speech of each word's last morpheme that is not a symbol."""
        found = [""] * len(self.words)
        for (start, _), pos in zip(self.sentence.spans, self.sentence.pos, strict=True):
            if pos != "symbol" and (number := self.sentence.eojeol(start)) < len(found):
                found[number] = pos
        return tuple(found)

    def breaks_after(self, number: int) -> bool:
        """Does a clause end with this word: a comma, a quotation's end, a connective ending."""
        text = self.sentence.text[slice(*self.sentence.eojeols[number])]
        if re.search(r"[;”\"」』]|[.!?…]$", text) or _RATHER_THAN.search(self.words[number]):
            return True
        if text.endswith(",") and self.last_pos[number] != "particle":
            return True
        if self.last_pos[number] not in _VERBAL and not CONCESSIVE.search(self.words[number]):
            return False
        following = self.words[number + 1] if number + 1 < len(self.words) else ""
        connective = _CONNECTIVE.search(self.words[number]) or CONCESSIVE.search(self.words[number])
        return bool(connective) and not _AUXILIARY.match(following) and not _QUOTATIVE.search(self.words[number])

    def is_adnominal(self, number: int) -> bool:
        """Does this word, a verb's or an adjective's, modify a noun that is not a bound one (수, 것, 적 ...)."""
        word = self.words[number]
        if self.last_pos[number] not in _VERBAL or not word or number + 1 >= len(self.words):
            return False
        closes = word[-1] in "은는던을" or _final(word[-1]) in (4, 8)  # ㄴ, ㄹ
        return closes and not _BOUND.match(self.words[number + 1])

    def is_topic(self, number: int) -> bool:
        """Does this word end with the topic particle 은 or 는."""
        return self.last_pos[number] == "particle" and self.words[number][-1:] in ("은", "는")

    def reach(self, number: int, *, over: Collection[str]) -> int:
        """The first word that what stands at ``number`` reaches back to within its clause.

        over  what does not stop it: 'adnominal' a clause that modifies a noun, 'topic' a topic that is not the word
              before it, 'cause' a clause of cause
        """
        first = number
        while first > 0:
            before = first - 1
            if self.opens_quotation(first):
                break
            if self.breaks_after(before) and not ("cause" in over and _CAUSE.search(self.words[before])):
                break
            if "adnominal" not in over and self.is_adnominal(before):
                break
            if "topic" not in over and self.is_topic(before) and first != number:
                break
            first = before
        return first

    def opens_quotation(self, number: int) -> bool:
        """Does a quotation of somebody's words begin with this word."""
        return self.sentence.text[self.sentence.eojeols[number][0]] in '“"「『'


def _final(syllable: str) -> int:
    """The number of a syllable's final consonant, 0 if it has none."""
    return (ord(syllable) - 0xAC00) % 28 if "가" <= syllable <= "힣" else 0
