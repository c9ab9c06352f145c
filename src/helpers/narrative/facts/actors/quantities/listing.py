"""Numbers in a list, each with its own name before it: 배(101) 2.1%, 감(102) 1.4% 등은 올랐다; 찬성 52표, 반대 41표."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.found import Found
from helpers.narrative.grammar import Phrase, Sentence
from helpers.narrative.grammar.sentence import Level
from helpers.spans import Span

_BETWEEN = re.compile(r"(?:씩|으로|로)?\s*(?:[,·/;]\s*(?:그리고\s|이어\s)?|[와과]\s)(?P<name>[^,;/=]{1,40}?)\s?$")
# an object is what somebody does something to: 벌금 3만원과 추징금 2만원을 선고했다 is no list of their own
_TAKEN = re.compile(r"\s?(?:등|씩|가량|정도)?\s?(?:총\s?)?[을를](?=\s)")
_BRACKETED = re.compile(r"\s?(?:\([^()]{0,60}\))?\s?")
_BRACKET = re.compile(r"\s?\([^()]{1,60}\)$")
_NAME_TAGS = frozenset(["NNG", "NNP", "NNB", "NR", "SL", "SN", "SH", "SSO", "SSC", "SW", "SP", "SY", "SB", "SO", "SF"])
_ALSO = frozenset(["XSN", "XPN", "MM", "JKG", "NAME", "XR"])


class Listing:
    """The lists of numbers of one unit in a sentence."""

    def __init__(self, sentence: Sentence, facts: Sequence[Found], naming: Naming) -> None:
        self.sentence, self.text, self.naming = sentence, sentence.text, naming
        self._listed: set[int] = set()
        self._told: dict[int, Phrase] = {}
        for run in self._runs(facts):
            if _TAKEN.match(self.text, run[-1].end):
                continue
            if told := self._told_of(run[0]):
                self._told |= {fact.start: told for fact in run}
            else:
                self._listed |= {fact.start for fact in run}

    def owner(self, level: Level, fact: Found) -> Span | None:
        """The name right before a number of a list, or the topic that all of it is of; None where it is in none."""
        if told := self._told.get(fact.start):
            return self.naming.of(told, fact.start)
        return self._name(level, fact) if fact.start in self._listed else None

    def _name(self, level: Level, fact: Found) -> Span | None:
        end = len(self.text[: fact.start].rstrip())
        bracket = _BRACKET.search(self.text, 0, end)
        found = self.naming.before(level, bracket.start() if bracket else end)
        return found if found and _BRACKETED.fullmatch(self.text, found[1], fact.start) else None

    def _told_of(self, first: Found) -> Phrase | None:
        """입장료는 어른 1만 원, 어린이 5천 원이다: a list that a topic stands right before is all of that."""
        level = self.sentence.level_at(first.start)
        name = self._name(level, first)
        told = [p for p in level.phrases if p.may_act]
        before = [p for p in told if name and p.end < name[0]]
        return next((p for p in before if name and not self.text[p.particle_end : name[0]].strip()), None)

    def _runs(self, facts: Sequence[Found]) -> list[list[Found]]:
        """Numbers of one unit with nothing but a comma and a name between each and the next."""
        runs: list[list[Found]] = []
        for before, after in pairwise(facts):
            if before.unit != after.unit or before.kind != after.kind or not self._is_named(before.end, after.start):
                continue
            if runs and runs[-1][-1] is before:
                runs[-1].append(after)
            else:
                runs.append([before, after])
        return runs

    def _is_named(self, start: int, end: int) -> bool:
        """Is there, between two numbers, a comma and then nothing but a name."""
        found = _BETWEEN.match(self.text, start, end)
        if not found:
            return False
        name = [m for m in self.sentence.morphemes if found.start("name") <= m.start < end]
        plain = found["name"] not in words("actors", "measured")  # 길이 20m, 폭 4m is of one thing
        named = any(m.tag in ("NNG", "NNP", "SL") for m in name)
        return plain and named and all(m.tag in _NAME_TAGS | _ALSO for m in name)
