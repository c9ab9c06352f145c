"""Stretches of a sentence without the facts in them or at their edges, and with whole brackets only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.lexicons import words
from helpers.narrative.facts.found import Found
from helpers.narrative.facts.numbers.units import listed
from helpers.narrative.grammar import Sentence
from helpers.spans import Span

_SINCE = re.compile(r"(?:기준|현재|당시|무렵|사이|동안|이래|이후)\s")
_REST = re.compile(r"(?:쯤|께|경|무렵|즈음)\s(?=\S)")  # of 오전 9시쯤 불이
_QUOTED = re.compile(r"(?:\"[^\"]+\"|'[^']+'|“[^”]+”|‘[^’]+’)")
_PAIR = re.compile(r"(?:두|세|네|다섯)\s(?!번|차례|가지|배)[가-힣]")  # 두 정상은: they are named by it, 3대는 are not
_AGE = re.compile(r"[1-9]0대|\d\d?[대세]\s?(?:이상|이하|미만|초과)")
_OF_FACT = re.compile(r"(?:이|가|은|는|을|를|의|인|로|으로|에|와|과)?\s?")
_BRACKETS = (("(", ")"), ("[", "]"), ("<", ">"), ("【", "】"), ("〈", "〉"), ("《", "》"))


class Stripped:
    """A sentence and its facts, which are no part of whom it names unless they belong to a name."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found]) -> None:
        self.text = sentence.text
        self.facts = facts
        self._titles = [quote for quote in sentence.quotes if quote not in sentence.speeches]
        self.taken = [(fact.start, fact.end) for fact in facts]
        self._starting_at = {m.start: m for m in sentence.morphemes}
        self._ending_at = {m.end: m for m in sentence.morphemes}

    def is_fact(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.taken)

    def names_somebody(self, start: int, end: int) -> bool:
        """Is somebody named by a number: 두 정상은, 넘겨진 30대가; not 3대는."""
        return bool(_PAIR.match(self.text, start, end) or _AGE.fullmatch(self.text, start, end))

    def _with_whole_brackets(self, start: int, end: int) -> Span:
        """Without what stands before a closing bracket that nothing opens, and from one on that nothing closes."""
        for opening, closing in _BRACKETS:
            written = self.text[start:end]
            if written.count(opening) < written.count(closing):
                start += written.index(closing) + 1
            elif written.count(opening) > written.count(closing):
                end = start + written.rindex(opening)
        return start, end

    def _without_edges(self, start: int, end: int) -> Span:
        """Without the facts with which it begins or ends, unless they are part of the name."""
        for a, b in self.taken:
            if not (start <= a and b <= end) or (b == end and self._names((a, b))):
                continue
            if (a, b) == (start, end) and self.names_somebody(a, b):
                continue
            rest = _OF_FACT.match(self.text, b, end)
            after = rest.end() if rest else b
            if a == start:
                start = after
            elif after == end:
                end = a
        return start, end

    def _without_facts(self, start: int, end: int) -> Span | None:
        within = [(a, b) for a, b in self.taken if start <= a and b <= end]
        marked = within and self.text[start] in "\"'“‘" and self.text[end - 1] in "\"'”’"
        if marked and len(within) == 1 and within[0][0] == start + 1 and self.text[within[0][1]] == " ":
            return within[0][1] + 1, end - 1  # ‘2023년 수입금액’
        if within and self.text[start] in "\"'“‘" and not _QUOTED.match(self.text, start, within[0][0]):
            return None
        if within and self.text[end - 1] == ")" and (opening := self.text.rfind("(", start, end)) > start:
            end = opening
            within = [(a, b) for a, b in within if b <= end]
        if within and (of := self.text.rfind("의 ", within[-1][1], end)) >= 0:
            start = of + 2
        elif within and within[-1][0] == start and within[-1][1] < end:
            start = within[-1][1] + len(self.text[within[-1][1] : end]) - len(self.text[within[-1][1] : end].lstrip())
        elif within and within[-1][1] == end and start < within[-1][0] and not self._names(within[-1]):
            end = within[-1][0]  # 중대재해의 81%: whose the number is
            end -= self.text[start:end].endswith("의 ") and 2
        if (rest := _REST.match(self.text, start, end)) and self.is_fact(start - 1):
            start = rest.end()
        if within and self.text[start:end].strip() in words("actors", "measured"):
            return None
        since = _SINCE.match(self.text, start, end)
        if since and any(b <= start and not self.text[b:start].strip() for _, b in self.taken):
            start = since.end()
        return (start, end) if start < end else None

    def _names(self, span: Span) -> bool:
        return self._is_named_with(span) or self.names_somebody(*span)

    def _is_named_with(self, span: Span) -> bool:
        """Does a number belong to the name that it stands behind: 초등학교 3학년, 20kg 한 포대; not 배 2척."""
        unit = next(fact for fact in self.facts if fact.start == span[0]).unit
        before = next((fact.unit for fact in self.facts if fact.start <= span[0] - 2 < fact.end), None)
        measured = before in listed("latin") | listed("weights") and unit in listed("native")
        return measured or unit in listed("ordinals")
