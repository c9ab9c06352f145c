"""Words given to whom the text around them leaves them, with how sure that is and why."""

from __future__ import annotations

from dataclasses import replace

from helpers.lexicons import words as listed
from helpers.narrative.voices.context.dialogues import Turn
from helpers.narrative.voices.context.mentions import Mention, Mentions
from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.speakers.sources import Source
from helpers.narrative.voices.spoken import Spoken


class Giving:
    """Gives words in a sentence of a number, and keeps in ``mentions`` that their speaker spoke."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions

    def to(self, spoken: Spoken, last: Mention, number: int) -> Spoken:
        """By whom a sentence before mentioned."""
        self.mentions.add(last.source, number, spoke=True, person=last.person)
        note = f"{last.sentence}번 문장에 나온 {last.person.name}의 말로 봄"
        sure = last.spoke or last.person.full or last.person.kind == "named"  # and no role that was only told of
        return replace(spoken, person=last.person, certainty="inferred" if sure else "guessed", note=note)

    def to_neighbour(self, spoken: Spoken, source: Source, number: int) -> Spoken:
        """By whom the sentence before it or after it is about."""
        person = self.mentions.add(source, number, spoke=True)
        return replace(spoken, person=person, certainty="inferred", note=f"이웃 문장에 나온 {person.name}의 말로 봄")

    def to_who_goes_on(self, spoken: Spoken, number: int) -> Spoken:
        """A verb of saying without a subject: who spoke or was spoken of last."""
        verb = spoken.found.verb if spoken.found else None
        answers = spoken.found is not None and spoken.found.how == "answers"
        if answers or (verb in listed("saying", "answers") and self.mentions.asked(number)):
            answerer = self.mentions.answerer(number) if self.mentions.asked(number) else None
            return self.to(spoken, answerer, number) if answerer else replace(spoken, certainty="guessed")
        continues = spoken.found is not None and spoken.found.verb in listed("saying", "adding")
        last = self.mentions.goes_on(number, continues)
        if last:
            return self.to(spoken, last, number)
        return replace(spoken, certainty="guessed", note="화자를 밝히지 않음")

    def to_whom_before(self, spoken: Spoken, how: str, number: int) -> Spoken:
        """'… 다시 그린다고 한다', '… 는 이유에서다' after a sentence about somebody: his words, maybe by a guess."""
        last = self.mentions.just_told(number, named=how == "talked of")
        settled = self.to(spoken, last, number) if last else replace(spoken, use="dropped")
        return settled if how == "acted" else replace(settled, certainty="guessed")

    def to_whose_turn(self, spoken: Spoken, turn: Turn, number: int) -> Spoken:
        """The words of him whose turn it is; nobody's where the text names no other than who asked."""
        if turn.by is None:
            return replace(spoken, certainty="guessed", note="묻거나 답한 이를 밝히지 않음")
        self.mentions.add(turn.by.source, number, spoke=True, person=turn.by.person)
        return replace(
            spoken, person=turn.by.person, certainty="guessed", note=f"묻고 답하는 차례로 봄: {turn.by.person.name}"
        )

    def to_label(self, spoken: Spoken, label: Source, number: int) -> Spoken:
        """By whom a line of its own announces: '▶ 인터뷰 : 김하늘 / 상인'."""
        reports = label.kind == "reporter"
        person = None if reports else self.mentions.add(label, number, spoke=True)
        return replace(spoken, person=person, found=Found(label, None, "stated"))
