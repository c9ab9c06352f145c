"""Who is being spoken of: what a pronoun means, and who says words that name nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import Passage, source_of
from helpers.narrative.voices.persons import People, Person
from helpers.narrative.voices.reported import Told
from helpers.narrative.voices.sources import PLURAL, Source
from helpers.narrative.voices.speakers import Found, is_saying

NEAR = 3  # sentences over which who spoke last goes on speaking
_ASKS = re.compile(r"^\s*(?:[-–—―─]|Q[.)]|문[.)]|▶|◆|△|●)\s*\S.*[?.나까요가지냐]\s*$")
_ANNOUNCES = re.compile(
    r"(?:이렇게|다음과 같이|이같이|이처럼|이런)\s+\S+(?:\s\S+)?다[.:]?$|(?:말|답|글|설명)이다[.:]?$"
)


@dataclass(frozen=True)
class Spoken:
    """The words ``[start, end)`` of a passage, what they are for, and who says them."""

    start: int
    end: int
    use: str
    found: Found | Told | None
    of: Spoken | None = None
    person: Person | None = None
    certainty: str = "stated"
    note: str | None = None
    deferred: bool = False

    def told(self) -> dict[str, Any]:
        """The columns of tables.VOICES that say who speaks."""
        if self.found is None:
            kind = self.of.kind if self.of else "reporter"
            speaker, person = (self.of.speaker, self.of.person) if self.of else (None, None)
            sure = self.of.certainty if self.of else "stated"
            return _columns(self.use, kind, speaker, person, None, sure, None)
        use = "scare" if self.use == "rejected" else self.use
        if self.use == "rejected":
            return _columns(use, "reporter", None, None, None, "stated", None)
        return _columns(use, self.kind, self.speaker, self.person, self.found.verb, self.certainty, self.note)

    @property
    def speaker(self) -> str | None:
        if self.found is not None and self.found.source is not None:
            return self.found.source.text
        return self.person.name if self.person else None

    @property
    def kind(self) -> str:
        if self.person:
            return self.person.kind
        return self.found.source.kind if self.found and self.found.source else "unnamed"


def _columns(
    use: str, kind: str, speaker: str | None, person: Person | None, verb: str | None, certainty: str, note: str | None
) -> dict[str, Any]:
    name = person.name if person else None
    return {
        "use": use,
        "kind": kind,
        "speaker": speaker,
        "person": name,
        "verb": verb,
        "certainty": certainty,
        "note": note,
    }


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
        self.asked = False

    # --- the walk through the article ---------------------------------------------------------------
    def begin(self, passage: Passage, index: int, level: Level) -> None:
        """Take in the names of a sentence before what is said in it."""
        start, end = passage.spans[index]
        if passage.sentences[index]["section"] in ("title", "deck"):
            return
        for phrase in level.phrases:
            if start <= phrase.start < end:
                source = source_of(phrase, level)
                if source.name and not source.abstract:
                    self.people.of(source)
                if source.text.endswith("들") and phrase.role in ("topic", "subject") and not source.is_pronoun:
                    self.groups.append((source, _number(passage, index)))
        self.asked = self.asked or bool(_ASKS.match(passage.text[start:end]) and "“" not in passage.text[start:end])

    def finish(self, passage: Passage, index: int, level: Level) -> None:
        """Whom the sentence was about, if nobody spoke in it: he may speak in the next."""
        number = _number(passage, index)
        if passage.heads or any(m.sentence == number and m.spoke for m in self.mentions[-6:]):
            return
        source = self.about(passage, index, level)
        if source and not source.is_pronoun:
            self._mention(source, number, spoke=False)

    def about(self, passage: Passage, index: int, level: Level) -> Source | None:
        """The person or body that a sentence is about: the topic, else the subject, else an owner."""
        if index < 0 or index >= len(passage.spans):
            return None
        start, end = passage.spans[index]
        phrases = [
            p for p in level.phrases if start <= p.start < end and p.role in ("topic", "subject") and not p.place
        ]
        phrases = [p for p in phrases if p.particle != "도" or source_of(p, level).name]  # 인사도 강조했다
        clauses = {id(p) for c in level.clauses if c.kind == "adnominal" for p in c.phrases}
        phrases = [p for p in phrases if id(p) not in clauses] or phrases
        copulas = [c for c in level.clauses if start <= c.predicate.start < end and c.predicate.lemma.endswith("이다")]
        for phrase in level.phrases if copulas else ():  # '책방 주인은 김하늘 씨다'
            last = copulas[-1].predicate
            if start <= phrase.start and last.start <= phrase.end <= last.end and source_of(phrase, level).name:
                return source_of(phrase, level)
        for phrase in [*[p for p in phrases if p.role == "topic"], *[p for p in phrases if p.role == "subject"]]:
            source = source_of(phrase, level)
            if source.can_speak(strict=True) and self._is_person(source):
                return source
            owner = re.match(r"(?P<who>.+[가-힣)])의\s\S+$", source.text)
            if owner and (whose := Source(owner["who"], source.morphemes)).name:
                return whose
        for phrase in phrases:
            source = source_of(phrase, level)
            if source.can_speak(strict=True):
                return source
        for phrase in level.phrases:  # '소설가 민하늘을 찻집에서 만났다'
            source = source_of(phrase, level)
            if start <= phrase.start < end and phrase.role in ("object", "whom") and source.name:
                return source
        return None

    def _is_person(self, source: Source) -> bool:
        known = None if source.is_person else self.people.known(source)
        return source.is_person or bool(known and known.full)

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
        if found.source is not None:
            return self._named(spoken, found.source, number)
        if found.how == "nobody" or (level is None and not passage.heads):
            return replace(spoken, certainty="stated" if found.how == "nobody" else "guessed")
        if passage.heads:
            return replace(spoken, deferred=True, certainty="guessed")
        if found.how == "alone":
            return self._alone(spoken, passage, level, index)
        return self._going_on(spoken, number)

    def _named(self, spoken: Spoken, source: Source, number: int) -> Spoken:
        if source.kind == "reporter":
            return spoken
        if not source.is_pronoun:
            known = self.people.known(source)
            person = self._mention(source, number, spoke=True)
            short = known is not None and source.bare != person.name
            return replace(spoken, person=person, note=f"앞에 나온 이와 같은 사람: {person.name}" if short else None)
        meant = self._group(number) if PLURAL.match(source.bare) else self._person()
        if meant is None:
            return replace(spoken, certainty="guessed", note="대명사가 누구를 가리키는지 찾지 못함")
        self._mention(meant.source, number, spoke=True, person=meant.person)
        note = f"{meant.sentence}번 문장에 나온 이를 가리킴: {meant.person.name}"
        return replace(spoken, person=meant.person, certainty="inferred", note=note)

    def _person(self) -> _Mention | None:
        return next(
            (
                m
                for m in reversed(self.mentions[-40:])
                if (m.source.is_person or m.person.full) and not m.source.text.endswith("들")
            ),
            None,
        )

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
        if self.mentions and number - self.mentions[-1].sentence <= NEAR:
            return self._inferred(spoken, self.mentions[-1], number)
        return replace(spoken, certainty="guessed", note="화자를 밝히지 않음")

    def _inferred(self, spoken: Spoken, last: _Mention, number: int) -> Spoken:
        self._mention(last.source, number, spoke=True, person=last.person)
        note = f"{last.sentence}번 문장에 나온 {last.person.name}의 말로 봄"
        return replace(spoken, person=last.person, certainty="inferred", note=note)

    def _alone(self, spoken: Spoken, passage: Passage, level: Level | None, index: int) -> Spoken:
        """A quotation that stands alone: said by whom the sentence before it, or the one after it, is about."""
        assert level is not None
        number = _number(passage, index)
        last_index = passage.index_at(spoken.end)
        before = self.about(passage, index - 1, level)
        after = self.about(passage, last_index + 1, level)
        tells = after is not None and self._tells(passage, last_index + 1, level)
        spoke = self.mentions[-1] if self.mentions else None
        if spoke and spoke.spoke and spoke.sentence in (number, number - 1) and index > 0 and not tells:
            return self._inferred(spoken, spoke, number)
        if tells and after:
            return self._by(spoken, after, number)
        if before and not before.is_pronoun and (before.is_person or self._announces(passage, index - 1)):
            return self._by(spoken, before, number)
        if (
            index == 0
            and after
            and after.is_person
            and not after.is_pronoun
            and (after.name or after.kind == "named" or self._opens(passage, last_index + 1, after))
        ):
            return self._by(spoken, after, number)
        person = self._person()
        if person and (self.asked or number - person.sentence <= NEAR):
            return replace(self._inferred(spoken, person, number), deferred=index == 0 and not self.asked)
        return replace(spoken, certainty="guessed", note="화자를 밝히지 않음", deferred=True)

    def _by(self, spoken: Spoken, source: Source, number: int) -> Spoken:
        person = self._mention(source, number, spoke=True)
        return replace(spoken, person=person, certainty="inferred", note=f"이웃 문장에 나온 {person.name}의 말로 봄")

    def _announces(self, passage: Passage, index: int) -> bool:
        start, end = passage.spans[index]
        return bool(_ANNOUNCES.search(passage.text[start:end].rstrip()))

    def _opens(self, passage: Passage, index: int, source: Source) -> bool:
        """Does a sentence begin with the phrase: '“…” 한 상인이 말했다'."""
        return passage.text[passage.spans[index][0] :].startswith(source.text)

    def _tells(self, passage: Passage, index: int, level: Level) -> bool:
        """Does a sentence say that its subject said what stands before it: '김 감독의 말이다', '그는 이렇게 말했다'."""
        start, end = passage.spans[index]
        text = passage.text[start:end]
        if "“" in text or '"' in text:
            return False
        told = [
            c
            for c in level.clauses
            if start <= c.predicate.start < end and is_saying(c) and c.predicate.lemma != "하다"
        ]
        return bool(re.search(r"(?:말|설명|얘기|이야기|답|대답|지적|주장)이?다\.?$", text)) or (
            bool(told) and bool(re.match(r".*(?:이렇게|이같이|이처럼)\s", text))
        )


def _number(passage: Passage, index: int) -> int:
    return int(passage.sentences[index]["sentence_id"])
