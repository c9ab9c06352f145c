"""Whom an article is telling of: what a sentence without a subject goes on about, as Korean leaves it out."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from helpers.lexicons import words
from helpers.narrative.facts.actors.names.naming import Naming
from helpers.narrative.facts.actors.names.whole import whole
from helpers.narrative.grammar import Phrase, Sentence
from helpers.spans import Span

_WAS_SAID = re.compile(r"(?:것|수치|규모|수준|셈|결과|때문|금액)(?:이|입니)?(?:다|었다|였다)\W*$")
_OFFICES = tuple(sorted(words("actors", "offices")))
FURTHEST = 3  # sentences in a row that may leave their subject out


class Telling:
    """Whom the sentences of one article, read in order, tell of; None once nobody has been named for a while."""

    def __init__(self) -> None:
        self._span: Span | None = None
        self._silent = 0
        self._counted: dict[str, tuple[Span, int]] = {}
        self._read = 0
        self._person: tuple[Span, int] | None = None
        self._called = ""
        self.is_somebody = False  # is whom the sentences tell of a person or an office, who act

    @property
    def span(self) -> Span | None:
        """Where in the article stands whom the sentences so far tell of."""
        return self._span if self._silent < FURTHEST else None

    def counted(self, unit: str | None) -> Span | None:
        """Where stands the noun that was counted last in this unit, a few sentences back at most."""
        span, read = self._counted.get(unit or "", (None, 0))
        return span if self._read - read < FURTHEST else None

    @property
    def person(self) -> Span | None:
        """Where in the article stands the person told of last, whom 그 means; None where nobody is known."""
        return self._person[0] if self._person and self._read - self._person[1] < FURTHEST else None

    def count(self, nouns: Mapping[str, Span]) -> None:
        """Learn which nouns a sentence that was read counts, by unit."""
        self._read += 1
        self._counted |= {unit: (span, self._read) for unit, span in nouns.items()}

    def learn(self, sentence: Sentence, naming: Naming) -> None:
        """Learn from a sentence whom the next one may tell of: its topic, else the subject that it ends with."""
        told = told_of(sentence)
        span = naming.cleaned(told.start, told.end) if told else None
        span = whole(sentence, span, naming.taken) if span else None
        if span is None:
            self._silent += told is None
        elif sentence.text[slice(*span)] not in words("actors", "pointing"):
            self._span, self._silent = sentence.raw(span), 0
            name = sentence.text[slice(*span)]
            self.is_somebody = _is_person(name) or name.endswith(_OFFICES)
            if _is_person(name):
                self._person, self._called = (self._span, self._read), name
            elif _is_name(sentence, span):  # 오하늘은: another than 한나루 조합장, as far as anybody knows
                self._person = (self.person, self._read) if self.person and name in self._called else None
        elif self.person and sentence.text[slice(*span)] in words("actors", "one_person"):
            self._person = self.person, self._read


def _is_person(name: str) -> bool:
    """Is it one person by a title or 씨: 한나루 조합장, 이바다 씨; not a side or several (조합원들)."""
    last = name.split()[-1]
    return any(last[-n:] in words("voices", "titles") for n in (1, 2, 3, 4)) and len(name) > len("조합장")


def _is_name(sentence: Sentence, span: Span) -> bool:
    """Is a phrase nothing but names: 오하늘, 마크 물결."""
    return all(m.tag in ("NNP", "NAME") for m in sentence.morphemes if span[0] <= m.start < span[1])


def told_of(sentence: Sentence) -> Phrase | None:
    """The first topic of a sentence outside of its quotations, else the subject of its last clause."""
    level = sentence.levels[0]
    topic = next((p for p in level.phrases if p.role == "topic" and not p.place and p.particle in ("은", "는")), None)
    if topic:
        return topic
    final = [c.subject for c in level.clauses if c.kind == "final" and c.subject]
    return final[-1] if final else None


def names_nobody(sentence: Sentence, position: int, naming: Naming, apart: Collection[Phrase] = ()) -> bool:
    """Has the sentence, where the fact stands, no subject or topic that names somebody, but for those ``apart``."""
    level = sentence.level_at(position)
    named = [p for p in level.phrases if p.may_act and p not in apart]
    said = any(sentence.text[p.start : p.end] in words("actors", "what_was_said") for p in named)
    said = said and bool(_WAS_SAID.search(sentence.text))
    told = {c.modifies for c in level.clauses if c.kind == "adnominal" and not c.times}  # 빨라야 한다는 목소리가 커졌다
    said = said or any(p in told and p.role == "subject" for p in named)
    return not said and not any(naming.cleaned(p.start, p.end) for p in named)
