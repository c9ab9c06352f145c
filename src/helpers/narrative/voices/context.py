"""Who is being spoken of: what a pronoun means, and who says words that name nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from helpers.lexicons import words as listed
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.about import about, acts_last, announces, cried, tells
from helpers.narrative.voices.passages import Passage, parts_of, source_of
from helpers.narrative.voices.persons import People, Person, shortened
from helpers.narrative.voices.quoted.saying import Found
from helpers.narrative.voices.sources import PLURAL, Source
from helpers.narrative.voices.spoken import Spoken

NEAR = 3  # sentences over which who spoke last goes on speaking
_ASKS = re.compile(r"^\s*(?:[-–—―─－]|Q[.)]|문[.)]|▶|◆|△|●)\s*\S.*[?.나까요가지냐]\s*$")
_LABEL = re.compile(
    r"\W*(?:(?:인터뷰|녹취|전화\s?인터뷰|싱크|SYNC)\s?[:：]?\s?)(?P<one>[^:：/]{2,30}?(?:\s?/\s?[^:：/]{2,30})?)\s*$"
    r"|\W*(?P<two>[가-힣A-Za-z ]{2,20}\s?/\s?[^:：/.]{2,30})\s*$"
)


@dataclass(frozen=True)
class _Mention:
    person: Person
    source: Source
    sentence: int
    spoke: bool


class Context:
    """Who was mentioned and who spoke, sentence by sentence."""

    def __init__(self) -> None:
        self.people = People()
        self.mentions: list[_Mention] = []
        self.groups: list[tuple[Source, int]] = []
        self.family_names: frozenset[str] = frozenset()
        self.bodies: list[Source] = []  # with a name and what they are: '나루시 인사위원회'
        self.asked = False
        self.announced: tuple[int, _Mention | None] = (-1, None)  # in which sentence, and who is to speak next
        self.label: Source | None = None  # who is to speak next, in a line of its own: '▶ 인터뷰 : 김하늘 / 상인'
        self.labelled = 0
        self.held = -1  # the last sentence that only tells that some people say so
        self.cried = -1  # the last sentence in which somebody, maybe nobody named, let something be heard
        self.crier: Source | None = None

    # --- the walk through the article ---------------------------------------------------------------
    def begin(self, passage: Passage, index: int, level: Level) -> None:
        """Take in the names of a sentence before what is said in it."""
        start, end = passage.spans[index]
        if passage.sentences[index]["section"] in ("title", "deck"):
            return
        if label := _LABEL.match(passage.text[start:end]):
            written = (label["one"] or label["two"]).strip()
            self.label = Source(" ".join(written.replace("/", " ").split()), (), written.partition("/")[0].strip())
            self.labelled = _number(passage, index)
        for phrase in level.phrases:
            if start <= phrase.start < end:
                source = source_of(phrase, level)
                for part in parts_of(phrase, level):
                    self.family_names |= part.family_names
                    if part.name and not part.abstract:
                        self.people.of(part)
                if source.is_body and source.kind == "named" and len(source.words) > 1 and not source.is_person:
                    self.bodies.append(source)
                if source.text.endswith("들") and phrase.role in ("topic", "subject") and not source.is_pronoun:
                    self.groups.append((source, _number(passage, index)))
        self.asked = self.asked or bool(_ASKS.match(passage.text[start:end]) and "“" not in passage.text[start:end])

    def finish(self, passage: Passage, index: int, level: Level) -> None:
        """Whom the sentence was about, if nobody spoke in it: he may speak in the next."""
        number = _number(passage, index)
        if passage.heads or passage.asks:
            return
        if any(m.sentence == number and m.spoke for m in self.mentions[-6:]):
            acts = acts_last(passage, index, level)
            if acts and self.people.of(acts) is not self.mentions[-1].person:
                self._mention(acts, number, spoke=False)
            self._announce(passage, index)
            return
        if cry := cried(passage, index, level):
            self.cried, self.crier = number, cry[0]
            if self.crier is None:
                return
        source = about(passage, index, level, self.people) if self.held != number else None
        if source and not source.is_pronoun:
            self._mention(source, number, spoke=False)
        self._announce(passage, index)

    def _announce(self, passage: Passage, index: int) -> None:
        """Keep who is to speak in the next paragraph: '그는 다음과 같이 말했다'."""
        number = _number(passage, index)
        if announces(passage, index):
            here = [m for m in self.mentions[-6:] if m.sentence == number]
            self.announced = (number, here[-1] if here else self._person())

    def _mention(self, source: Source, number: int, *, spoke: bool, person: Person | None = None) -> Person:
        person = person or self.people.of(source)
        self.mentions.append(_Mention(person, source, number, spoke))
        return person

    # --- who speaks -------------------------------------------------------------------------------
    def settle(self, spoken: Spoken, passage: Passage, level: Level | None = None) -> Spoken:
        """The words with their person: he whom the sentence names, or whom it points back to."""
        found = spoken.found
        index = passage.index_at(spoken.start)
        number = _number(passage, index)
        if found is None or spoken.use == "rejected":
            return spoken
        if found.how == "rule" and found.source:
            return replace(spoken, note=f"법·규정에 적힌 것: {found.source.bare}")
        if found.source is not None:
            if found.how == "held":
                self.held = number
            return self._named(spoken, found.source, number)
        if found.how == "nobody" or (level is None and not passage.heads):
            return replace(spoken, certainty="stated" if found.how == "nobody" else "guessed")
        if passage.heads:
            return replace(spoken, deferred=True, certainty="guessed")
        if found.how == "alone":
            return self._alone(spoken, passage, level, index)
        if found.how == "goes on" and not self._just_spoke(number):
            return replace(spoken, use="dropped")
        return self._going_on(spoken, number)

    def _just_spoke(self, number: int) -> bool:
        last = self.mentions[-1] if self.mentions else None
        return last is not None and last.spoke and number - last.sentence <= 1

    def _named(self, spoken: Spoken, source: Source, number: int) -> Spoken:
        if source.kind == "reporter":
            return spoken
        if not source.is_pronoun:
            known = self.people.known(source)
            person = self.people.of(source if known else self._longer_name(source))
            if self.held != number:
                self._mention(source, number, spoke=True, person=person)
            short = known is not None and source.bare != person.name
            return replace(spoken, person=person, note=f"앞에 나온 이와 같은 사람: {person.name}" if short else None)
        if self.held == number:
            return spoken  # '“…”는 이들도 있다'
        meant = self._group(number) if PLURAL.match(source.bare) else self._person()
        if meant is None:
            return replace(spoken, certainty="guessed", note="대명사가 누구를 가리키는지 찾지 못함")
        self._mention(meant.source, number, spoke=True, person=meant.person)
        note = f"{meant.sentence}번 문장에 나온 이를 가리킴: {meant.person.name}"
        return replace(spoken, person=meant.person, certainty="inferred", note=note)

    def _longer_name(self, source: Source) -> Source:
        """The body whose name a word shortens that names none: '나루시 인사위원회' for 인사위."""
        short = source.is_body and len(source.words) == 1 and not source.is_person
        short = short and (source.kind == "unnamed" or source.last.endswith("위"))
        alike = (body for body in reversed(self.bodies[-40:]) if shortened(body.last) == shortened(source.last))
        return next(alike, source) if short else source

    def _person(self) -> _Mention | None:
        last = self.mentions[-1] if self.mentions else None
        able = (
            m
            for m in reversed(self.mentions[-40:])
            if m.source.is_person or m.person.full or (m is last and m.spoke and self._is_called(m.source))
        )
        found = next((m for m in able if not m.source.text.endswith("들")), None)
        return replace(found, person=found.person.side_of or found.person) if found else None

    def _answers(self) -> _Mention | None:
        """In an interview, who spoke last: others of whom it is told in between do not answer."""
        spoke = (m for m in reversed(self.mentions) if m.spoke and (m.source.is_person or m.person.full))
        return next(spoke, None) if self.asked else None

    def _is_called(self, source: Source) -> bool:
        """Is it a word that stood before as the family name of somebody with a title."""
        return source.may_be_person and source.last in self.family_names

    def _group(self, number: int) -> _Mention | None:
        before = [(group, sentence) for group, sentence in self.groups[-5:] if sentence < number]
        if before:
            return _Mention(self.people.of(before[-1][0]), before[-1][0], before[-1][1], spoke=False)
        many = (
            m
            for m in reversed(self.mentions[-20:])
            if m.source.text.endswith(("들", "등")) or re.search(r"[·와과]", m.source.text)
        )
        return next(many, None) or (self.mentions[-1] if self.mentions else None)

    def _going_on(self, spoken: Spoken, number: int) -> Spoken:
        """A verb of saying without a subject: who spoke or was spoken of last."""
        continues = spoken.found is not None and spoken.found.verb in listed("saying", "adding")
        last = self._goes_on(number, continues)
        if last:
            return self._inferred(spoken, last, number)
        return replace(spoken, certainty="guessed", note="화자를 밝히지 않음")

    def _goes_on(self, number: int, continues: bool) -> _Mention | None:
        """Who spoke last, if nobody with a name was spoken of since: a role or a body in between is no speaker.

        But a body with a name of which the sentence right before is, where the verb is not one of adding: 덧붙였다.
        """
        last = self.mentions[-1] if self.mentions else None
        spoken = [m for m in self.mentions if m.spoke]
        if last and not last.spoke and last.source.text.endswith(" 등") and number - last.sentence == 1:
            return last  # several bodies of whom the sentence just before is
        acts = last is not None and not last.spoke and number - last.sentence == 1 and last.source.is_known_body
        if last and acts and not continues and last.source.kind == "named":
            return last
        if last and spoken and not last.spoke and not last.person.full:
            alone = all(m.person is spoken[-1].person for m in spoken)
            if alone or number - spoken[-1].sentence <= NEAR:
                return spoken[-1]
        return last if last and number - last.sentence <= NEAR else None

    def _inferred(self, spoken: Spoken, last: _Mention, number: int) -> Spoken:
        self._mention(last.source, number, spoke=True, person=last.person)
        note = f"{last.sentence}번 문장에 나온 {last.person.name}의 말로 봄"
        sure = last.spoke or last.person.full or last.person.kind == "named"  # and no role that was only told of
        return replace(spoken, person=last.person, certainty="inferred" if sure else "guessed", note=note)

    def _alone(self, spoken: Spoken, passage: Passage, level: Level | None, index: int) -> Spoken:
        """A quotation that stands alone: said by whom the sentence before it, or the one after it, is about."""
        assert level is not None
        number = _number(passage, index)
        last_index = passage.index_at(spoken.end)
        announced, by = self.announced
        if by and index == 0 and announced == number - 1:
            return self._inferred(spoken, by, number)
        before = about(passage, index - 1, level, self.people)
        after = about(passage, last_index + 1, level, self.people)
        told = after is not None and tells(passage, last_index + 1, level)
        spoke = self.mentions[-1] if self.mentions else None
        if self.cried >= number - 1 and not told:
            self.cried = max(self.cried, _number(passage, last_index))
            if self.crier:
                return self._by(spoken, self.crier, number)
            return replace(spoken, certainty="stated", note="누구라고 밝히지 않은 이들의 말")
        if self.label and number == self.labelled + 1:
            labelled = self._mention(self.label, number, spoke=True)
            return replace(spoken, person=labelled, found=Found(self.label, None, "stated"))
        if spoke and spoke.spoke and spoke.sentence in (number, number - 1) and index > 0 and not told:
            return self._inferred(spoken, spoke, number)
        if told and after:
            return self._by(spoken, after, number)
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
            and (after.name or after.kind == "named" or self._opens(passage, last_index + 1, after))
        ):
            return self._by(spoken, after, number)
        person = self._answers() or self._person()
        if person and (self.asked or number - person.sentence <= NEAR):
            return replace(self._inferred(spoken, person, number), deferred=index == 0 and not self.asked)
        return replace(spoken, certainty="guessed", note="화자를 밝히지 않음", deferred=True)

    def _by(self, spoken: Spoken, source: Source, number: int) -> Spoken:
        person = self._mention(source, number, spoke=True)
        return replace(spoken, person=person, certainty="inferred", note=f"이웃 문장에 나온 {person.name}의 말로 봄")

    def _opens(self, passage: Passage, index: int, source: Source) -> bool:
        """Does a sentence begin with the phrase: '“…” 한 상인이 말했다'."""
        return passage.text[passage.spans[index][0] :].startswith(source.text)


def _number(passage: Passage, index: int) -> int:
    return int(passage.sentences[index]["sentence_id"])
