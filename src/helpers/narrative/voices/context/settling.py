"""Who says words that name nobody, and whom a pronoun means: settled sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.lexicons import words as listed
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.context.alone import Alone
from helpers.narrative.voices.context.carrying import carries, is_by_noun
from helpers.narrative.voices.context.dialogues import next_turn, turn_of
from helpers.narrative.voices.context.giving import Giving
from helpers.narrative.voices.context.walk import Context
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.reported.told import Told
from helpers.narrative.voices.speakers.bearers import stands_alone
from helpers.narrative.voices.speakers.persons import Person
from helpers.narrative.voices.speakers.sources import Source
from helpers.narrative.voices.spoken import Spoken

_ABUSE = "|".join(sorted(listed("saying", "abuse"), key=len, reverse=True))
_UTTERS = re.compile(
    r"[”\"’](?:[,\s]{0,2}[“”\"‘][^“”\"‘’]{1,200}[”\"’]){0,4}\s?(?:등(?:의|과\s같은)|라는|는)\s(?:\S+\s)?"
    rf"(?:{_ABUSE})[을를]\s(?:했|한|하[고며]|내뱉|쏟|퍼부|퍼붓)"
)
_AND = re.compile(r"(?:고\s(?:말)?(?:하거나|하고|했고|하며|하면서)|[”\"’]),?\s?$")
_TURNS = re.compile(r"[”\"’]\s?(?:이?라)?고\s(?:\S+\s){0,3}?\S+자,?\s[“\"]")

_UNTOLD = "화자를 밝히지 않음"


class Settling:
    """Settles words in the order of the text; ``context`` is what it has told up to them."""

    def __init__(self, context: Context) -> None:
        self.context, self.mentions, self.people = context, context.mentions, context.people
        self.give = Giving(self.mentions)
        self.alone = Alone(context, self.give)

    def settle(self, spoken: Spoken, passage: Passage, level: Level | None = None) -> Spoken:
        """The words with their person: he whom the sentence names, or whom it points back to."""
        found = spoken.found
        index = passage.index_at(spoken.start)
        number = passage.number_at(index)
        if found is None or spoken.use == "rejected":
            return spoken
        if isinstance(found, Told) and found.instead is not None and self.mentions.just_spoke(number):
            spoken = replace(spoken, start=found.instead, found=replace(found, source=None, how="left out"))
            return self.give.to_who_goes_on(spoken, number)
        if found.how == "rule" and found.source:
            return replace(spoken, note=f"법·규정에 적힌 것: {found.source.bare}")
        if found.source is not None:
            if found.source.is_share and self.mentions.asked_by_body(number):
                return self.give.to_who_goes_on(
                    replace(spoken, found=replace(found, source=None, how="left out")), number
                )
            if found.how == "held":
                self.context.held = number
            before = passage.text[passage.spans[index][0] : spoken.start]
            if level is None and stands_alone(found.source):  # somebody of whom he speaks whose words these stand in
                return replace(spoken, person=Person([found.source]))
            return self._named(spoken, found.source, number, before, _asks(spoken, passage))
        if found.how == "nobody" and self._says_more(spoken, passage, index, number):
            return self.give.to_who_goes_on(spoken, number)
        if found.how == "nobody":
            self.context.nobody = number
            return replace(spoken, certainty="stated")
        if level is None and not passage.heads:
            return replace(spoken, certainty="guessed")
        if found.how == "alone":
            return self._alone(spoken, passage, level, index)
        if passage.heads:
            return replace(spoken, deferred=True, certainty="guessed")
        if found.how in ("talked of", "acted"):
            return self.give.to_whom_before(spoken, found.how, number)
        if isinstance(found, Told) and level is not None and self._is_let_go(found, passage, level, number):
            gone = is_by_noun(found) or found.how != "left out"
            return replace(spoken, use="dropped" if gone else spoken.use, certainty="guessed", note=_UNTOLD)
        return self._going_on(spoken, found, number)

    def _is_let_go(self, told: Told, passage: Passage, level: Level, number: int) -> bool:
        """Have words without marks nobody to whom they surely go on, and do they answer nobody."""
        if told.how == "answers" or (self.context.nobody == number - 1 and told.verb is None):
            return False
        voiced = self.context.voiced == number - 1
        return not carries(told, self.mentions, number, passage, level, voiced=voiced)

    def _alone(self, spoken: Spoken, passage: Passage, level: Level | None, index: int) -> Spoken:
        """A quotation that stands alone: by a label before it, a turn of talk, or the sentences around it."""
        number = passage.number_at(index)
        if self.context.label and number == self.context.labelled + 1:
            return self.give.to_label(spoken, self.context.label, number)
        if passage.heads:
            return replace(spoken, deferred=True, certainty="guessed")
        assert level is not None
        turn = next_turn(self.context.turn, spoken, passage, number)
        if turn:
            self.context.turn = turn
            return self.give.to_whose_turn(spoken, turn, number)
        settled = self.alone.settle(spoken, passage, level, index)
        last = passage.number_at(passage.index_at(spoken.end))
        self.context.turn = turn_of(settled, passage, last, self.mentions)
        return settled

    def _going_on(self, spoken: Spoken, found: Found | Told, number: int) -> Spoken:
        """Words that go on from a sentence before them; dropped where nobody spoke in it."""
        voiced = self.context.voiced == number - 1
        nobody = self.context.nobody == number - 1
        spoke = found.how == "laid out" and self.mentions.just_spoke(number)
        if found.how in ("spelled out", "laid out") and not (voiced or nobody or spoke):
            return replace(spoken, use="dropped")
        if found.how in ("goes on", "spelled out", "laid out"):
            if nobody and found.verb is None:
                return replace(spoken, certainty="inferred", note="앞 문장에서 누구라고 밝히지 않은 이들의 말")
            reach = 2 if found.verb in listed("saying", "sees") else 1
            if not (self.mentions.just_spoke(number, reach) or voiced):
                return replace(spoken, use="dropped")
        return self.give.to_who_goes_on(spoken, number)

    def _says_more(self, spoken: Spoken, passage: Passage, index: int, number: int) -> bool:
        """Does who spoke before in the sentence say this too: '그는 “가라”고 하거나 “오지 마라” 등의 폭언을 했다'."""
        before = passage.text[passage.spans[index][0] : spoken.start - 1]
        last = self.mentions.last
        more = _UTTERS.match(passage.text, spoken.end) and _AND.search(before)
        return bool(more and last and last.spoke and last.sentence == number)

    def _named(self, spoken: Spoken, source: Source, number: int, before: str, asks: bool) -> Spoken:
        if source.kind == "reporter":
            return spoken
        if whose := self.mentions.for_whom(source, number, before) or self.mentions.medium(source, number):
            return self.give.to(spoken, whose, number)
        if not source.is_pronoun:
            known = self.people.known(source)
            person = self.people.of(source if known else self.mentions.longer_name(source))
            if self.context.held != number and not (spoken.found and spoken.found.how == "taken up"):
                relays = spoken.found is not None and spoken.found.how == "relays"
                self.mentions.add(source, number, spoke=True, person=person, relays=relays, asks=asks)
            short = known is not None and source.bare != person.name
            return replace(spoken, person=person, note=f"앞에 나온 이와 같은 사람: {person.name}" if short else None)
        if self.context.held == number:
            return spoken  # '“…”는 이들도 있다'
        meant = self.mentions.pointed_at(source, number)
        if meant is None:
            return replace(spoken, certainty="guessed", note="대명사가 누구를 가리키는지 찾지 못함")
        self.mentions.add(meant.source, number, spoke=True, person=meant.person)
        note = f"{meant.sentence}번 문장에 나온 이를 가리킴: {meant.person.name}"
        return replace(spoken, person=meant.person, certainty="inferred", note=note)


def _asks(spoken: Spoken, passage: Passage) -> bool:
    """Do the words ask, so that another answers in the sentence: by their verb, or '…고 따지자 “…”'."""
    verb = spoken.found.verb if spoken.found else None
    asking = verb in listed("saying", "asking") or verb in ("질문", "물음", "질의")
    return asking or bool(_TURNS.match(passage.text, spoken.end))
