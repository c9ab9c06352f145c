"""Who says a quotation that stands alone: whom the sentence before it, or the one after it, is about."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.context.about import about, announces, past_scene, tells
from helpers.narrative.voices.context.dialogues import is_answered
from helpers.narrative.voices.context.giving import Giving
from helpers.narrative.voices.context.mentions import NEAR, Mention
from helpers.narrative.voices.context.walk import Context
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.speakers.sources import Source
from helpers.narrative.voices.spoken import Spoken

_MANY = re.compile(r"들$")


@dataclass(frozen=True)
class _Place:
    """A quotation in its place: of whom the sentences before and after it are, and whether the one after tells it."""

    spoken: Spoken
    passage: Passage
    index: int
    after_it: int  # the sentence after it, one over a mere scene
    before: Source | None
    after: Source | None
    told: bool

    @property
    def number(self) -> int:
        return self.passage.number_at(self.index)


class Alone:
    """Quotations that stand alone."""

    def __init__(self, context: Context, giving: Giving) -> None:
        self.context, self.mentions, self.people = context, context.mentions, context.people
        self.give = giving

    def settle(self, spoken: Spoken, passage: Passage, level: Level, index: int) -> Spoken:
        """The words with their speaker, by the first of the sentences around them that shows one."""
        if announced := self._announced(spoken, passage, index):
            return announced
        place = self._place(spoken, passage, level, index)
        steps: tuple[Callable[[_Place], Spoken | None], ...] = (
            self._cried,
            self._going_on,
            self._told_after,
            self._answered,
            self._told_before,
            self._opened,
            self._of_many,
            self._of_person,
        )
        found = next((settled for step in steps if (settled := step(place))), None)
        return found or replace(spoken, certainty="guessed", note="화자를 밝히지 않음", deferred=True)

    def _place(self, spoken: Spoken, passage: Passage, level: Level, index: int) -> _Place:
        after_it = past_scene(passage, passage.index_at(spoken.end), level) + 1
        before = about(passage, index - 1, level, self.people)
        after = about(passage, after_it, level, self.people)
        told = after is not None and tells(passage, after_it, level)
        return _Place(spoken, passage, index, after_it, before, after, told)

    def _announced(self, spoken: Spoken, passage: Passage, index: int) -> Spoken | None:
        number, (where, by) = passage.number_at(index), self.context.announced
        return self.give.to(spoken, by, number) if by and index == 0 and where == number - 1 else None

    def _cried(self, place: _Place) -> Spoken | None:
        """By him, or by nobody named, who let something be heard right before."""
        context = self.context
        if context.cried < place.number - 1 or place.told:
            return None
        context.cried = max(context.cried, place.passage.number_at(place.after_it - 1))
        if context.crier:
            return self.give.to_neighbour(place.spoken, context.crier, place.number)
        return replace(place.spoken, certainty="stated", note="누구라고 밝히지 않은 이들의 말")

    def _going_on(self, place: _Place) -> Spoken | None:
        last = self.mentions.last
        near = last and last.spoke and last.sentence in (place.number, place.number - 1)
        return (
            self.give.to(place.spoken, last, place.number)
            if last and near and place.index > 0 and not place.told
            else None
        )

    def _told_after(self, place: _Place) -> Spoken | None:
        return self.give.to_neighbour(place.spoken, place.after, place.number) if place.told and place.after else None

    def _answered(self, place: _Place) -> Spoken | None:
        """By him to whom the one answers of whom the sentence after it is: '“…” 그제야 시장이 웃었다'."""
        after, number = place.after, place.number
        if not (place.before and after and is_answered(place.passage, place.after_it) and self.people.known(after)):
            return None
        other = self.mentions.other(Mention(self.people.of(after), after, number, spoke=False), number)
        if other is None:
            return replace(place.spoken, certainty="guessed")
        return self.give.to_neighbour(place.spoken, other.forms[0], number)

    def _told_before(self, place: _Place) -> Spoken | None:
        before = place.before
        if before is None or before.is_pronoun or self.context.held == place.number - 1:
            return None
        able = before.is_person or announces(place.passage, place.index - 1)
        return self.give.to_neighbour(place.spoken, before, place.number) if able else None

    def _opened(self, place: _Place) -> Spoken | None:
        """By the person, known by more than a role, of whom the sentence after an opening quotation is."""
        after = place.after
        if after is None or place.index or not after.is_person or after.is_pronoun:
            return None
        known = after.name or after.letter or after.kind == "named" or _opens(place.passage, place.after_it, after)
        return self.give.to_neighbour(place.spoken, after, place.number) if known else None

    def _of_many(self, place: _Place) -> Spoken | None:
        last = self.mentions.last
        many = last and _MANY.search(last.source.text) and last.sentence == place.number - 1
        return self.give.to(place.spoken, last, place.number) if last and many and not self.context.asked else None

    def _of_person(self, place: _Place) -> Spoken | None:
        """By the person mentioned last, or in an interview by him who answers."""
        asked, number = self.context.asked, place.number
        person = (self.mentions.answers() if asked else None) or self.mentions.person(number)
        if person is None or not (asked or number - person.sentence <= NEAR):
            return None
        return replace(self.give.to(place.spoken, person, number), deferred=place.index == 0 and not asked)


def _opens(passage: Passage, index: int, source: Source) -> bool:
    """Does a sentence begin with the phrase: '“…” 한 상인이 말했다'."""
    return passage.text[passage.spans[index][0] :].startswith(source.text)
