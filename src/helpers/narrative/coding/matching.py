"""Find a rule's words in a sentence, even where the analyzer cut them into several morphemes."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from helpers.narrative.coding.codebook import Near, Rule
from helpers.narrative.coding.patterns import places
from helpers.narrative.coding.words import is_pattern
from helpers.narrative.rows import Row
from helpers.narrative.written import Written
from helpers.normalize import Normalized, normalize
from helpers.spans import Span

LONGEST = 8  # morphemes that one word of a codebook may be cut into

_REVERSING = frozenset(["역", "비", "무", "불", "미", "반", "탈", "몰"])
_NO_WORD = ("particle", "ending", "symbol")  # what no word of a codebook begins with

_COPULA = "이다"
_DECIDES = re.compile(r"로\s?(?:하|한|할|했|합|해|결정|약속|의결|확정)")

Group = tuple[Span, ...]  # the places of one condition's words


@dataclass(frozen=True, eq=False)
class Sentence(Written):
    """A normalized sentence with its morphemes in order; spans are in ``text``."""

    text: str
    lemmas: tuple[str, ...]
    pos: tuple[str, ...]
    spans: tuple[Span, ...]
    start: int = 0
    offsets: Sequence[int] = ()

    @cached_property
    def _at(self) -> dict[str, dict[Span, None]]:
        """Where each word stands, by its lemma and by its form; a word is one morpheme or several in a row."""
        found: dict[str, dict[Span, None]] = {}
        for first in (n for n, pos in enumerate(self.pos) if pos not in _NO_WORD):
            if self._is_reversed(first) or self._is_contracted(first):
                continue
            for word, span in self._words_from(first):
                found.setdefault(word, {})[span] = None
        return found

    def _words_from(self, first: int) -> Iterator[tuple[str, Span]]:
        longest = 1 if self._leans(first) else LONGEST
        begin, end = self.spans[first]
        for last in range(first, min(first + longest, len(self.lemmas))):
            if last > first and self._is_hidden(last):  # 말한 바다 tells of no 바다
                break
            start, stop = self.spans[last]
            end = max(end, stop)
            written = self.text[begin:start].replace(" ", "")
            lemma, surface = self._plain[last]
            span = (begin, end)
            yield written + lemma, span
            if surface != lemma and not (last == first and self._is_hidden(last)):
                yield written + surface, span
            if self.pos[last] == "affix" and not lemma.endswith("다") and self._ends_in_ending(last):
                yield f"{written}{lemma}다", span

    def _ends_in_ending(self, number: int) -> bool:
        """Does an ending follow right behind, as in 자랑스럽다; the 적 of 형식적인 is no 적다."""
        return self.pos[number + 1 : number + 2] == ("ending",)

    def _leans(self, number: int) -> bool:
        """Does no longer word begin here, which leans on the one before: the 이자 of 딸이자, the 토록 of 허가토록."""
        glued = number > 0 and self.spans[number - 1][1] == self.spans[number][0]
        suffix = self.pos[number] == "affix" and glued and self.pos[number - 1] != "symbol"  # “비신사적인
        return suffix or self.lemmas[number] == _COPULA or self._is_hidden(number)

    def _is_hidden(self, number: int) -> bool:
        """Is a stem contracted so that its first letter is gone: the 이다 of 바다, the 하다 of 온단."""
        written, stem = self.text[slice(*self.spans[number])][:1], self.lemmas[number][:1]
        return self.pos[number] in ("verb", "adjective") and _initial(written) != _initial(stem)

    def _is_contracted(self, number: int) -> bool:
        """Is it the 하기 of 지원키로 했다, which looks like a noun."""
        start, end = self.spans[number]
        glued = self.text[max(start - 1, 0) : start].strip() != ""
        return glued and self.text[start:end] == "키" and _DECIDES.match(self.text, end) is not None

    @cached_property
    def _plain(self) -> list[tuple[str, str]]:
        """The lemma and the surface of each morpheme, without their spaces."""
        surfaces = (self.text[start:end] for start, end in self.spans)
        pairs = zip(self.lemmas, surfaces, strict=True)
        return [(lemma.replace(" ", ""), surface.replace(" ", "")) for lemma, surface in pairs]

    def _is_reversed(self, number: int) -> bool:
        """Does a prefix before it turn it into another word? 역성장 is not 성장."""
        if not number or self.spans[number - 1][1] != self.spans[number][0] or self.pos[number - 1] == "particle":
            return False
        return self.lemmas[number - 1] in _REVERSING and self.eojeol(self.spans[number][0] - 1) == self.eojeol(
            self.spans[number][0]
        )

    def with_endings(self, span: Span) -> Span:
        """``span`` with the endings of the verb that it closes with: 길렀다 for the 길 of 기르다."""
        first = bisect_left(self.spans, span[0], key=lambda place: place[0])
        near = list(zip(self.spans[first : first + 2 * LONGEST], self.pos[first : first + 2 * LONGEST], strict=True))
        if not any(pos in ("verb", "adjective", "affix") for place, pos in near if place[1] == span[1]):
            return span
        end = span[1]
        for place, pos in near:
            if pos == "ending" and place[0] <= end < place[1]:
                end = place[1]
        return span[0], end

    def find_any(self, words: Sequence[str]) -> Group:
        """Where any of ``words`` (dictionary forms, patterns) stands, in order; spaces in a word do not matter."""
        plain, patterns = _prepared(tuple(words))
        found = {span for word in plain if word in self._at for span in self._at[word]}
        for pattern in patterns:
            found.update(places(pattern, self.text))
        return tuple(sorted(found))


def _initial(syllable: str) -> str | int:
    """The number of the first consonant of a syllable of Hangul; of another character that itself."""
    return (ord(syllable) - 0xAC00) // 588 if "가" <= syllable <= "힣" else syllable


@lru_cache(maxsize=2048)
def _prepared(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of a codebook without their spaces, and its patterns without their slashes."""
    plain = tuple(word.replace(" ", "") for word in words if not is_pattern(word))
    return plain, tuple(word[1:-1] for word in words if is_pattern(word))


def sentence_of(text: str, start: int, morphemes: Sequence[Row]) -> Sentence:
    """A sentence of tables.SENTENCES with its morphemes, rows of tables.TOKENS (one analyzer) in order."""
    normal = normalize(text)
    return Sentence(
        normal.text,
        tuple(row["lemma"] for row in morphemes),
        tuple(row["pos"] for row in morphemes),
        tuple(_placed(normal, row["start"] - start, row["end"] - start) for row in morphemes),
        start,
        normal.offsets,
    )


def _placed(normal: Normalized, start: int, end: int) -> Span:
    """A span of the raw sentence in the normalized one."""
    return normal.from_raw(start), normal.from_raw(end)


def match(rule: Rule, sentence: Sentence) -> tuple[Group, ...] | None:
    """The places of the words that fulfil ``rule``, a group for each of its conditions; None where it does not hold."""
    if any(sentence.find_any(words) for words in rule.not_):
        return None
    groups: list[Group] = []
    for words in rule.all:
        groups.append(sentence.find_any(words))
        if not groups[-1]:
            return None
    if rule.any:
        groups.append(tuple(sorted({span for words in rule.any for span in sentence.find_any(words)})))
    if rule.near:
        groups += _together(rule.near, sentence)
    if rule.regex:
        groups.append(tuple(places(rule.regex, sentence.text)))
    return tuple(groups) if all(groups) else None


def _together(near: Near, sentence: Sentence) -> list[Group]:
    """The places where all words of ``near`` stand within reach of the first, no two of them in the same place."""
    standing: list[Group] = []
    for words in near.words:
        standing.append(sentence.find_any(words))
        if not standing[-1]:
            return [()]
    numbers = [[sentence.eojeol(span[0]) for span in spans] for spans in standing]
    found: list[dict[Span, None]] = [{} for _ in near.words]
    for first in sorted({number for listed in numbers for number in listed}):
        edges = [(bisect_left(listed, first), bisect_left(listed, first + near.within + 1)) for listed in numbers]
        here = [own[low:high] for own, (low, high) in zip(standing, edges, strict=True)]
        if _apart(here):
            for spans, own in zip(found, here, strict=True):
                spans.update(dict.fromkeys(own))
    return [tuple(spans) for spans in found]


def _apart(groups: Sequence[Group], taken: frozenset[Span] = frozenset()) -> bool:
    """Can each word be given a place of its own? One word does not stand near itself."""
    if not groups:
        return True
    first, *rest = sorted(groups, key=len)
    return any(_apart(rest, taken | {span}) for span in first if span not in taken)


def outermost(spans: Sequence[Span]) -> list[Span]:
    """In order, without repeats, and without spans that lie in another: '연구' in '연구개발'."""
    kept: list[Span] = []
    for span in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    return kept
