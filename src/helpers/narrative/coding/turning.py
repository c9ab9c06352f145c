"""What negation and concession do to a stance.

``turned`` takes the places of the words by which a rule held. What denies them (않다, 아니다, 없이, 보다, 멈추다) turns
the stance; what belittles or concedes them (부족하다, 지만, 비록 ... 일지라도) weakens it. A denial reaches back to
where its clause begins; two cancel out. The words that a rule itself names never turn it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from helpers.narrative.coding.clauses import CONCESSIVE, Clauses
from helpers.narrative.coding.matching import Group, Sentence, Span
from helpers.narrative.coding.negation import (
    ADVERB,
    ASKED,
    CONDITION,
    DEGREE,
    DESPITE,
    HARD,
    IS_NOT,
    LACKS,
    LITTLE,
    NO_DENIAL,
    NOT,
    PARTLY,
    PREFERS,
    RATHER,
    RUINS,
    STILL,
    STOPS,
    UNLESS,
)

LONGEST_SENTENCE = 3000  # characters: what is longer is no sentence of a newspaper
NEAR = 200  # characters around a denial that can make it none
DENIED = {"supports": "opposes", "opposes": "supports", "qualifies": "supports"}
WEAKENED = {"supports": "qualifies", "opposes": "qualifies"}

_NOTABLE = {"deny": "부정", "little": "약화", "concede": "양보"}


@dataclass(frozen=True)
class Mark:
    """A word that does something to what stands in the words ``first`` to ``last`` before it."""

    kind: str
    span: Span
    reach: Span
    text: str


def turned(stance: str, groups: tuple[Group, ...], sentence: Sentence) -> tuple[str, str | None]:
    """What becomes of a stance, and by which words.

    stance   of the rule that held
    groups   the places of the words of each of its conditions (``match``)
    returns  the stance, and a note in Korean, None where nothing in the sentence bears on it

    A condition is denied or conceded where all places of its words are; a rule, where one of its conditions is.
    """
    if len(sentence.text) > LONGEST_SENTENCE:
        return stance, "부정과 양보를 살피기에는 문장이 너무 김"
    own = [span for group in groups for span in group]
    marks = [mark for mark in _marks(sentence) if not any(_overlap(mark.span, span) for span in own)]
    denials = _touching(groups, [mark for mark in marks if mark.kind == "deny"])
    notes = list(denials)
    if _oddly_denied(groups, marks):
        partly = any(mark.text.endswith("(일부)") for mark in denials)
        stance = WEAKENED.get(stance, stance) if partly else DENIED.get(stance, stance)
    for kind in ("little", "concede"):
        if weak := _touching(groups, [mark for mark in marks if mark.kind == kind]):
            stance = WEAKENED.get(stance, stance)
            notes += weak
    return stance, _note(notes, sentence)


def is_denied(groups: tuple[Group, ...], sentence: Sentence) -> bool:
    """Is one of the conditions, each given by the places of its words, denied in the sentence."""
    if len(sentence.text) > LONGEST_SENTENCE:
        return False
    own = [span for group in groups for span in group]
    return _oddly_denied(groups, [m for m in _marks(sentence) if not any(_overlap(m.span, span) for span in own)])


def _oddly_denied(groups: tuple[Group, ...], marks: list[Mark]) -> bool:
    """Are all places of some group denied an odd number of times: two denials cancel out."""
    denials = [mark for mark in marks if mark.kind == "deny"]
    return any(group and all(sum(_holds(m, span) for m in denials) % 2 for span in group) for group in groups)


@lru_cache(maxsize=4)
def _marks(sentence: Sentence) -> list[Mark]:
    return Marks(Clauses(sentence)).found


def _touching(groups: tuple[Group, ...], marks: list[Mark]) -> list[Mark]:
    """The marks in whose reach all places of some group lie."""
    held = [m for m in marks if any(group and any(_holds(m, span) for span in group) for group in groups)]
    whole = any(group and all(any(_holds(m, span) for m in marks) for span in group) for group in groups)
    return held if whole else []


def _note(marks: list[Mark], sentence: Sentence) -> str | None:
    said = [f"{_NOTABLE[mark.kind]}: {mark.text}" for mark in marks]
    if opening := DESPITE.match(sentence.text):
        said.append(f"앞 문장에 맞섬: {opening[1]}")
    said += [f"지속: {still[1]}" for still in STILL.finditer(sentence.text)]
    return "; ".join(dict.fromkeys(said)) or None


@dataclass(frozen=True)
class Marks:
    """All marks of a sentence."""

    clauses: Clauses

    @cached_property
    def found(self) -> list[Mark]:
        found = {*self._denials(), *self._ruins(), *self._verbs(), *self._concessions()}
        return sorted(found, key=lambda mark: mark.span)

    @property
    def _text(self) -> str:
        return self.clauses.sentence.text

    def _denials(self) -> Iterator[Mark]:
        for pattern in (NOT, IS_NOT, ADVERB, LACKS, HARD, RATHER):
            for place in pattern.finditer(self._text):
                if not self._denies_nothing(pattern, place):
                    yield self._denial(pattern, place)

    def _denial(self, pattern: re.Pattern[str], place: re.Match[str]) -> Mark:
        number = self._number(place.start())
        end = place.end() if pattern is not ADVERB else self.clauses.sentence.eojeols[number + 1][1]
        reach = (self._first(pattern, place, number), end)
        partly = " (일부)" if PARTLY.search(self._text[slice(reach[0], place.start())]) else ""
        return Mark("deny", place.span(), reach, self._shown(number) + partly)

    def _first(self, pattern: re.Pattern[str], place: re.Match[str], number: int) -> int:
        """The first character that a denial reaches."""
        before = self._text[max(place.start() - NEAR, 0) : place.start()]
        if pattern is NOT and (little := self._little_before(place.start())):
            return little[0]
        clause = "기" in place[0] or before.endswith("것")
        if (pattern is RATHER and not clause) or self.clauses.words[number].startswith("없이"):
            return self.clauses.sentence.eojeols[self._phrase(number)][0]
        over = set() if pattern is LACKS and self.clauses.is_adnominal(number) else {"topic"}
        if pattern is IS_NOT:
            whole = not place[0].startswith("아") or re.search(r"사실[이은도]?\s*$", before)
            over = {"adnominal", "topic"} if whole else {"adnominal"}
            over |= {"cause"} if re.search(r"(?:것[이은도]?|게|건)\s*$", before) else set()
        elif pattern is RATHER:
            over = {"adnominal"}
        return self.clauses.sentence.eojeols[self.clauses.reach(number, over=over)][0]

    def _little_before(self, position: int) -> Span | None:
        """The place of a predicate such as 작다 that ends at ``position``: denied, it belittles nothing any more."""
        for index in self._ending_at.get(position, ()):
            lemma, whole = self._predicate(index)
            if lemma in LITTLE:
                return whole
        return None

    @cached_property
    def _ending_at(self) -> dict[int, list[int]]:
        """The morphemes that end at each character."""
        found: dict[int, list[int]] = {}
        for index, (_, end) in enumerate(self.clauses.sentence.spans):
            found.setdefault(end, []).append(index)
        return found

    def _denies_nothing(self, pattern: re.Pattern[str], place: re.Match[str]) -> bool:
        before = self._text[max(place.start() - NEAR, 0) : place.start()]
        after = self._text[place.end() : place.end() + NEAR]
        if NO_DENIAL.search(before) or UNLESS.match(after):
            return True
        if ASKED.match(after) and not re.search(r"(?<!\S)(?:왜|어째서)\s", before):
            return True
        if pattern is ADVERB and re.search(r"(?:면|서는)\s*$", before):
            return False
        if pattern is RATHER and place[0].startswith("보다"):
            rest = re.split(r"[,.”]", after)[0]
            return bool(DEGREE.search(rest)) and not PREFERS.search(rest)
        return False

    def _ruins(self) -> Iterator[Mark]:
        """What comes of a thing speaks against it: '서두르면 탈이 난다' denies what stands in the condition."""
        for place in RUINS.finditer(self._text):
            number = self._number(place.start())
            for condition in range(number, max(number - 6, -1), -1):
                word = self.clauses.words[condition]
                if CONDITION.search(word) and self.clauses.last_pos[condition] in (
                    "ending",
                    "verb",
                    "adjective",
                    "affix",
                ):
                    first = self.clauses.reach(condition, over=set())
                    start, end = self.clauses.sentence.eojeols[first][0], self.clauses.sentence.eojeols[condition][1]
                    yield Mark("deny", place.span(), (start, end), place[0])
                    break

    def _verbs(self) -> Iterator[Mark]:
        sentence = self.clauses.sentence
        for index, span in enumerate(sentence.spans):
            lemma, whole = self._predicate(index)
            wrote = lemma == "적다" and sentence.pos[index] == "verb"
            if (lemma in STOPS or lemma in LITTLE) and not wrote:
                number = self._number(whole[0])
                near = self.clauses.is_adnominal(self._number(whole[1] - 1))
                first = max(number - 1, 0) if near else self.clauses.reach(number, over={"topic"})
                reach = (sentence.eojeols[first][0], span[0])
                kind = "deny" if lemma in STOPS else "little"
                if kind == "deny" or not self._is_denied(whole):
                    yield Mark(kind, whole, reach, self._shown(number))

    def _predicate(self, index: int) -> tuple[str, Span]:
        """The dictionary form of the predicate that the index-th morpheme ends, and its place."""
        sentence = self.clauses.sentence
        lemma, span = sentence.lemmas[index], sentence.spans[index]
        if sentence.pos[index] == "affix" and index:
            before = sentence.spans[index - 1]
            return f"{self._text[slice(*before)]}{lemma.removesuffix('다')}다", (before[0], span[1])
        return lemma, span

    def _is_denied(self, span: Span) -> bool:
        """Is the predicate itself denied: '작지 않다'."""
        return bool(NOT.match(self._text[span[1] - 1 :]) or NOT.match(self._text[span[1] :]))

    def _concessions(self) -> Iterator[Mark]:
        for number, word in enumerate(self.clauses.words):
            last = self._text[: self.clauses.sentence.eojeols[number][1]].rstrip(".,”’\"'")
            if CONCESSIVE.search(word) and number and "과언" not in self._text[len(last) : len(last) + 5]:
                first = self.clauses.reach(number, over={"adnominal", "topic"})
                span = self.clauses.sentence.eojeols[number]
                reach = (self.clauses.sentence.eojeols[first][0], span[1])
                yield Mark("concede", (span[1] - 1, span[1]), reach, self._shown(number))
        if self._text.startswith("물론"):
            yield Mark("concede", (0, 2), (0, len(self._text)), "물론")

    def _phrase(self, number: int) -> int:
        """The first word of the noun phrase that ends at the word ``number`` or before it (대신, 없이)."""
        first = number - 1 if self.clauses.words[number].startswith(("대신", "말고", "없이")) and number else number
        while first and self.clauses.last_pos[first - 1] in ("noun", "foreign", "number", "affix", "determiner"):
            first -= 1
        return first

    def _number(self, position: int) -> int:
        return min(self.clauses.sentence.eojeol(position), len(self.clauses.words) - 1)

    def _shown(self, number: int) -> str:
        return self.clauses.words[number]


def _holds(mark: Mark, span: Span) -> bool:
    return mark.reach[0] <= span[0] and span[1] <= mark.reach[1]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
