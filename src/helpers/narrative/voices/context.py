"""Who says words that name nobody, and whom a pronoun means: settled sentence by sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from helpers.lexicons import words as listed
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.about import about, acts_last, announces, cried, past_scene, tells, voices
from helpers.narrative.voices.broadcast import labelled, tag_in
from helpers.narrative.voices.dialogues import Turn, is_answered, next_turn, turn_of
from helpers.narrative.voices.mentions import NEAR, Mention, Mentions
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.reported.told import Told
from helpers.narrative.voices.speakers.sources import Source
from helpers.narrative.voices.spoken import Spoken

_ASKS = re.compile(r"^\s*(?:[-–—―─－]|Q[.)]|문[.)]|▶|◆|△|●)\s*\S.*[?.나까요가지냐]\s*$")
_LABEL = re.compile(
    r"\W*(?:(?:인터뷰|녹취|전화\s?인터뷰|스탠딩|싱크|SYNC|INT)(?:\s?\([^()]{1,6}\))?\s?[▶>)\]]?\s?[:：]?\s?)(?P<one>[^:：/]{2,30}?(?:\s?/\s?[^:：/]{2,30})?)\s*$"
    r"|\W*(?P<two>[가-힣A-Za-z ]{2,20}\s?/\s?[^:：/.▶◀▷◁■]{2,30}?)\W*$"
)
_MANY = re.compile(r"들$")
_HANDS_OVER = re.compile(r"(?:기자|특파원|앵커|리포터)[가이]\s.{0,20}?(?:보도|전|취재|정리|알아|짚어|살펴)\S*니다\.?$")

_UTTERS = re.compile(
    r"[”\"’](?:[,\s]{0,2}[“”\"‘][^“”\"‘’]{1,200}[”\"’]){0,4}\s?(?:등(?:의|과\s같은)|라는|는)\s(?:\S+\s)?"
    r"(?:폭언|막말|욕설|악담|험담|협박|발언|말)[을를]\s(?:했|한|하[고며]|내뱉|쏟|퍼부|퍼붓)"
)
_AND = re.compile(r"(?:고\s(?:말)?(?:하거나|하고|했고|하며|하면서)|[”\"’]),?\s?$")


class Context:
    """The walk through an article: who is spoken of, who is announced, who lets be heard what follows."""

    def __init__(self) -> None:
        self.mentions = Mentions()
        self.people = self.mentions.people
        self.asked = False
        self.announced: tuple[int, Mention | None] = (-1, None)  # in which sentence, and who is to speak next
        self.label: Source | None = None  # who is to speak next, in a line of its own: '▶ 인터뷰 : 김하늘 / 상인'
        self.labelled = 0
        self.voiced = -1  # the last sentence whose subject does what one does by words: '시는 즉각 반발했다'
        self.held = -1  # the last sentence that only tells that some people say so
        self.nobody = -1  # the last sentence that gives words to nobody in particular: '…라는 지적이 나온다'
        self.cried = -1  # the last sentence in which somebody, maybe nobody named, let something be heard
        self.crier: Source | None = None
        self.turn: Turn | None = None  # the last quotation that stood alone

    # --- the walk through the article ---------------------------------------------------------------
    def begin(self, passage: Passage, index: int, level: Level) -> None:
        """Take in the names of a sentence before what is said in it."""
        start, end = passage.spans[index]
        if passage.sentences[index]["section"] in ("title", "deck"):
            return
        if tagged := tag_in(passage.text[start:end]):
            self.label, self.labelled = tagged, _number(passage, index)
        elif label := _LABEL.match(passage.text[start:end]):
            written = (label["one"] or label["two"]).strip()
            self.label = labelled(written)
            self.labelled = _number(passage, index)
        present = passage.sentences[index]["section"] != "caption"
        self.mentions.take_in(level, start, end, _number(passage, index), present=present)
        self.asked = self.asked or bool(_ASKS.match(passage.text[start:end]) and "“" not in passage.text[start:end])

    def finish(self, passage: Passage, index: int, level: Level) -> None:
        """Whom the sentence was about, if nobody spoke in it: he may speak in the next."""
        number = _number(passage, index)
        start, end = passage.spans[index]
        if passage.heads or passage.asks or _HANDS_OVER.search(passage.text[start:end]):
            return
        if any(mention.spoke for mention in self.mentions.of(number)):
            self.mentions.behind(about(passage, index, level, self.people), number)
            acts = acts_last(passage, index, level)
            if acts and self.mentions.last and self.people.of(acts) is not self.mentions.last.person:
                self.mentions.add(acts, number, spoke=False)
            self._announce(passage, index)
            return
        if passage.sentences[index]["section"] == "caption":
            return  # whom a picture shows does not go on speaking in the text
        if cry := cried(passage, index, level):
            self.cried, self.crier = number, cry[0]
            if self.crier is None:
                return
        source = about(passage, index, level, self.people) if self.held != number else None
        if source and not source.is_pronoun:
            self.mentions.add(source, number, spoke=False)
            self.voiced = number if voices(passage, index, level) else self.voiced
        self._announce(passage, index)

    def _announce(self, passage: Passage, index: int) -> None:
        """Keep who is to speak in the next paragraph: '그는 다음과 같이 말했다'."""
        number = _number(passage, index)
        if announces(passage, index):
            here = self.mentions.of(number)
            self.announced = (number, here[-1] if here else self.mentions.person(number))

    # --- who speaks -------------------------------------------------------------------------------
    def settle(self, spoken: Spoken, passage: Passage, level: Level | None = None) -> Spoken:
        """The words with their person: he whom the sentence names, or whom it points back to."""
        found = spoken.found
        index = passage.index_at(spoken.start)
        number = _number(passage, index)
        if found is None or spoken.use == "rejected":
            return spoken
        if isinstance(found, Told) and found.instead is not None and self.mentions.just_spoke(number):
            spoken = replace(spoken, start=found.instead, found=replace(found, source=None, how="left out"))
            return self._going_on(spoken, number)
        if found.how == "rule" and found.source:
            return replace(spoken, note=f"법·규정에 적힌 것: {found.source.bare}")
        if found.source is not None:
            if found.how == "held":
                self.held = number
            return self._named(spoken, found.source, number, passage.text[passage.spans[index][0] : spoken.start])
        if found.how == "nobody" and self._says_more(spoken, passage, index, number):
            return self._going_on(spoken, number)
        if found.how == "nobody" or (level is None and not passage.heads):
            self.nobody = number if found.how == "nobody" else self.nobody
            return replace(spoken, certainty="stated" if found.how == "nobody" else "guessed")
        if found.how == "alone" and self.label and number == self.labelled + 1:
            return self._labelled(spoken, self.label, number)
        if passage.heads:
            return replace(spoken, deferred=True, certainty="guessed")
        if found.how == "alone":
            turn = next_turn(self.turn, spoken, passage, number)
            settled = self._in_turn(spoken, turn, number) if turn else self._alone(spoken, passage, level, index)
            self.turn = turn or turn_of(settled, passage, _number(passage, passage.index_at(spoken.end)), self.mentions)
            return settled
        if found.how in ("talked of", "acted"):
            return self._of_before(spoken, found.how, number)
        so = number - 1 in (self.voiced, self.nobody) or (found.how == "laid out" and self.mentions.just_spoke(number))
        if found.how in ("goes on", "spelled out", "laid out"):
            if not so and found.how != "goes on":
                return replace(spoken, use="dropped")
            if self.nobody == number - 1 and found.verb is None:
                return replace(spoken, certainty="inferred", note="앞 문장에서 누구라고 밝히지 않은 이들의 말")
            reach = 2 if found.verb in listed("saying", "sees") else 1
            if not (self.mentions.just_spoke(number, reach) or self.voiced == number - 1):
                return replace(spoken, use="dropped")
        return self._going_on(spoken, number)

    def _says_more(self, spoken: Spoken, passage: Passage, index: int, number: int) -> bool:
        """Does who spoke before in the sentence say this too: '그는 “가라”고 하거나 “오지 마라” 등의 폭언을 했다'."""
        before = passage.text[passage.spans[index][0] : spoken.start - 1]
        last = self.mentions.last
        more = _UTTERS.match(passage.text, spoken.end) and _AND.search(before)
        return bool(more and last and last.spoke and last.sentence == number)

    def _named(self, spoken: Spoken, source: Source, number: int, before: str) -> Spoken:
        if source.kind == "reporter":
            return spoken
        if whose := self.mentions.for_whom(source, number, before):
            return self._inferred(spoken, whose, number)
        if not source.is_pronoun:
            known = self.people.known(source)
            person = self.people.of(source if known else self.mentions.longer_name(source))
            if self.held != number and not (spoken.found and spoken.found.how == "taken up"):
                relays = spoken.found is not None and spoken.found.how == "relays"
                self.mentions.add(source, number, spoke=True, person=person, relays=relays)
            short = known is not None and source.bare != person.name
            return replace(spoken, person=person, note=f"앞에 나온 이와 같은 사람: {person.name}" if short else None)
        if self.held == number:
            return spoken  # '“…”는 이들도 있다'
        meant = self.mentions.pointed_at(source, number)
        if meant is None:
            return replace(spoken, certainty="guessed", note="대명사가 누구를 가리키는지 찾지 못함")
        self.mentions.add(meant.source, number, spoke=True, person=meant.person)
        note = f"{meant.sentence}번 문장에 나온 이를 가리킴: {meant.person.name}"
        return replace(spoken, person=meant.person, certainty="inferred", note=note)

    def _going_on(self, spoken: Spoken, number: int) -> Spoken:
        """A verb of saying without a subject: who spoke or was spoken of last."""
        continues = spoken.found is not None and spoken.found.verb in listed("saying", "adding")
        last = self.mentions.goes_on(number, continues)
        if last:
            return self._inferred(spoken, last, number)
        return replace(spoken, certainty="guessed", note="화자를 밝히지 않음")

    def _of_before(self, spoken: Spoken, how: str, number: int) -> Spoken:
        """'… 다시 그린다고 한다', '… 는 이유에서다' after a sentence about somebody: his words, maybe by a guess."""
        last = self.mentions.just_told(number, named=how == "talked of")
        settled = self._inferred(spoken, last, number) if last else replace(spoken, use="dropped")
        return settled if how == "acted" else replace(settled, certainty="guessed")

    def _inferred(self, spoken: Spoken, last: Mention, number: int) -> Spoken:
        self.mentions.add(last.source, number, spoke=True, person=last.person)
        note = f"{last.sentence}번 문장에 나온 {last.person.name}의 말로 봄"
        sure = last.spoke or last.person.full or last.person.kind == "named"  # and no role that was only told of
        return replace(spoken, person=last.person, certainty="inferred" if sure else "guessed", note=note)

    def _alone(self, spoken: Spoken, passage: Passage, level: Level | None, index: int) -> Spoken:
        """A quotation that stands alone: said by whom the sentence before it, or the one after it, is about."""
        assert level is not None
        number = _number(passage, index)
        last_index = past_scene(passage, passage.index_at(spoken.end), level)
        announced, by = self.announced
        if by and index == 0 and announced == number - 1:
            return self._inferred(spoken, by, number)
        before = about(passage, index - 1, level, self.people)
        after = about(passage, last_index + 1, level, self.people)
        told = after is not None and tells(passage, last_index + 1, level)
        spoke = self.mentions.last
        if self.cried >= number - 1 and not told:
            self.cried = max(self.cried, _number(passage, last_index))
            if self.crier:
                return self._by(spoken, self.crier, number)
            return replace(spoken, certainty="stated", note="누구라고 밝히지 않은 이들의 말")
        if spoke and spoke.spoke and spoke.sentence in (number, number - 1) and index > 0 and not told:
            return self._inferred(spoken, spoke, number)
        if told and after:
            return self._by(spoken, after, number)
        if before and is_answered(passage, last_index + 1) and after and self.people.known(after):
            spoken_to = Mention(self.people.of(after), after, number, spoke=False)
            other = self.mentions.other(spoken_to, number)
            return self._by(spoken, other.forms[0], number) if other else replace(spoken, certainty="guessed")
        if (
            before
            and self.held != number - 1
            and not before.is_pronoun
            and (before.is_person or announces(passage, index - 1))
        ):
            return self._by(spoken, before, number)
        if (
            index == 0
            and after
            and after.is_person
            and not after.is_pronoun
            and (after.name or after.letter or after.kind == "named" or self._opens(passage, last_index + 1, after))
        ):
            return self._by(spoken, after, number)
        if spoke and _MANY.search(spoke.source.text) and spoke.sentence == number - 1 and not self.asked:
            return self._inferred(spoken, spoke, number)
        person = (self.mentions.answers() if self.asked else None) or self.mentions.person(number)
        if person and (self.asked or number - person.sentence <= NEAR):
            return replace(self._inferred(spoken, person, number), deferred=index == 0 and not self.asked)
        return replace(spoken, certainty="guessed", note="화자를 밝히지 않음", deferred=True)

    def _in_turn(self, spoken: Spoken, turn: Turn, number: int) -> Spoken:
        """The words of him whose turn it is; nobody's where the text names no other than who asked."""
        if turn.by is None:
            return replace(spoken, certainty="guessed", note="묻거나 답한 이를 밝히지 않음")
        self.mentions.add(turn.by.source, number, spoke=True, person=turn.by.person)
        return replace(
            spoken, person=turn.by.person, certainty="guessed", note=f"묻고 답하는 차례로 봄: {turn.by.person.name}"
        )

    def _labelled(self, spoken: Spoken, label: Source, number: int) -> Spoken:
        reports = label.kind == "reporter"
        person = None if reports else self.mentions.add(label, number, spoke=True)
        return replace(spoken, person=person, found=Found(label, None, "stated"))

    def _by(self, spoken: Spoken, source: Source, number: int) -> Spoken:
        person = self.mentions.add(source, number, spoke=True)
        return replace(spoken, person=person, certainty="inferred", note=f"이웃 문장에 나온 {person.name}의 말로 봄")

    def _opens(self, passage: Passage, index: int, source: Source) -> bool:
        """Does a sentence begin with the phrase: '“…” 한 상인이 말했다'."""
        return passage.text[passage.spans[index][0] :].startswith(source.text)


def _number(passage: Passage, index: int) -> int:
    return int(passage.sentences[index]["sentence_id"])
