"""Who was mentioned and who spoke, in order: what a pronoun, a short name or nobody's name can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from helpers.lexicons import words as listed
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import parts_of, source_of
from helpers.narrative.voices.speakers.alike import shortened
from helpers.narrative.voices.speakers.bodies import is_court
from helpers.narrative.voices.speakers.kinds import TOGETHER
from helpers.narrative.voices.speakers.people import People
from helpers.narrative.voices.speakers.persons import Person
from helpers.narrative.voices.speakers.sources import BODIES, PLURAL, SELVES, Source

_ADDS = re.compile(r"(?:측|쪽)[은이]\s(?:또|또한|이어|이어서|아울러|그러면서)[,\s]|^\s*(?:이어|그러면서)\s")
_MANY = re.compile(r"들$|(?:\d|[가-힣]\s?)명$")  # 주민들, 상인 열두 명
NEAR = 3  # sentences over which who spoke last goes on speaking
REACH = 40  # mentions that are looked back over


def _is_team(part: Source) -> bool:
    """Is it a team that is called after who leads it: '하늘대병원 오하늘 교수팀'."""
    leader = Source(part.text[:-1], part.morphemes)
    return part.text.endswith("팀") and bool(leader.title and len(leader.words) > 1 and leader.name)


def _decides(phrase: Phrase, level: Level) -> bool:
    """Does a clause tell what the phrase does: '2심은 형을 줄였다', but not '2심은 봄에 열린다'."""
    own = next((c for c in level.clauses if phrase in (c.topic, c.subject)), None)
    done = own.predicate.lemma if own else ""
    return (
        bool(done) and not done.endswith(("되다", "지다")) and done not in ("열리다", "끝나다", "남다", "있다", "없다")
    )


def _dies(phrase: Phrase, level: Level) -> bool:
    """Does a clause tell that somebody died: '박하늘 화백이 10일 별세했다', '그가 세상을 떠났다'."""
    own = [c for c in level.clauses if phrase in (c.topic, c.subject, c.of)]
    leaves = any(
        c.predicate.lemma in ("떠나다", "등지다") and c.object and source_of(c.object, level).last == "세상"
        for c in own
    )
    return leaves or any(c.predicate.lemma in listed("saying", "dies") for c in own)


@dataclass(frozen=True)
class Mention:
    person: Person
    source: Source
    sentence: int
    spoke: bool
    asks: bool = False  # does he ask, so that another answers
    relays: bool = False  # is it only the source to which a sentence points: '하늘통신에 따르면'


class Mentions:
    """Who was mentioned and who spoke, sentence by sentence."""

    def __init__(self) -> None:
        self.people = People()
        self.all: list[Mention] = []
        self.groups: list[tuple[Source, int]] = []
        self.present: list[tuple[Person, int]] = []  # persons by name or title, whatever they do in the sentence
        self.family_names: frozenset[str] = frozenset()
        self.bodies: list[Source] = []  # with a name and what they are: '나루시 인사위원회'

    @property
    def last(self) -> Mention | None:
        return self.all[-1] if self.all else None

    def of(self, number: int) -> list[Mention]:
        """Those of a sentence."""
        return [mention for mention in self.all[-6:] if mention.sentence == number]

    def take_in(self, level: Level, start: int, end: int, number: int, *, present: bool = True) -> None:
        """Learn the names that stand in a sentence ``[start, end)`` of the number; ``present``: no mere caption."""
        self.people.near = self._named_in_full(number - 1)
        for phrase in level.phrases:
            if not start <= phrase.start < end:
                continue
            source = source_of(phrase, level)
            for part in parts_of(phrase, level):
                self.family_names |= part.family_names
                named = bool((part.name or (part.letter or "").endswith("모")) and not part.abstract)
                part, named = (Source(part.text[:-1], part.morphemes), True) if _is_team(part) else (part, named)
                known = self.people.of(part) if named else self.people.known(part) if part.title else None
                self.present += [(known, number)] if known and present else []
            if source.is_body and source.kind == "named" and not source.is_person:
                self.bodies += [source] if len(source.words) > 1 else []
            told_of = phrase.is_told_of and source.kind == "named" and not source.is_person
            if told_of and (source.is_body or listed("voices", "any_firm") & set(source.words[:-1])):
                self.people.firms.append(source)
            if is_court(source.bare) and _decides(phrase, level):
                self.people.courts.append(source)
            told = phrase.is_told_of or (phrase.role == "object" and source.is_person)
            if source.name and phrase.is_told_of and _dies(phrase, level):
                self.people.dead.append(self.people.of(source))
            if _MANY.search(source.text) and told and not source.is_pronoun:
                self.groups.append((source, number))

    def _named_in_full(self, number: int) -> list[Person]:
        """The persons whom a sentence names."""
        return [person for person, sentence in self.present[-REACH:] if sentence == number and person.full]

    def medium(self, source: Source, number: int) -> Mention | None:
        """The outlet that 매체 means in a sentence of the number: the body with a name that spoke last before it."""
        if source.bare.split()[-1:] != ["매체"] or len(source.words) > 2 or self.people.known(source):
            return None
        spoke = (m for m in reversed(self.all) if m.spoke and m.sentence < number)
        last = next(spoke, None)
        body = last is not None and not last.source.is_person and last.person.kind == "named"
        return last if last and body and number - last.sentence <= NEAR else None

    def add(
        self,
        source: Source,
        number: int,
        *,
        spoke: bool,
        person: Person | None = None,
        relays: bool = False,
        asks: bool = False,
    ) -> Person:
        """Keep that somebody was mentioned in a sentence, or spoke in it."""
        person = person or self.people.of(source)
        self.all.append(Mention(person, source, number, spoke, asks, relays))
        self.people.acted.append(person)
        return person

    def put_within(self, before: int) -> None:
        """Put those added since there were ``before`` of them ahead of who speaks: whom he quotes does not go on."""
        if before and self.all[before - 1].spoke:
            self.all[before - 1 :] = [*self.all[before:], self.all[before - 1]]

    def behind(self, source: Source | None, number: int) -> None:
        """Keep of which person a body tells: after '재단에 따르면 오 화백은 …' 그는 is 오 화백."""
        last = self.last
        if source is None or source.is_pronoun or last is None or not last.relays or last.source.is_person:
            return
        person = self.people.of(source)
        if source.is_person or person.full:
            self.all.insert(-1, Mention(person, source, number, spoke=False))

    def longer_name(self, source: Source) -> Source:
        """The body whose name a word shortens that names none: '나루시 인사위원회' for 인사위."""
        short = source.is_body and len(source.words) == 1 and not source.is_person
        short = short and (source.kind == "unnamed" or source.last.endswith("위"))
        alike = (body for body in reversed(self.bodies[-REACH:]) if shortened(body.last) == shortened(source.last))
        return next(alike, source) if short else source

    def person(self, number: int) -> Mention | None:
        """Whom 그는 in a sentence of the number means: the person mentioned last, rather before that sentence.

        Of a person's side it is the person.
        """
        last = self.last
        able = [
            m
            for m in reversed(self.all[-REACH:])
            if m.source.is_person or m.person.full or (m is last and m.spoke and self._is_called(m.source))
        ]
        single = [m for m in able if not m.source.text.endswith("들")]
        found = next((m for m in single if m.sentence < number), single[0] if single else None)
        return replace(found, person=found.person.side_of or found.person) if found else None

    def pointed_at(self, pronoun: Source, number: int) -> Mention | None:
        """Whom a pronoun means in a sentence of the number: 자신들, 그들, 그."""
        if BODIES.match(pronoun.bare):
            return self._bodies(number)
        means = self.selves if SELVES.match(pronoun.bare) else self.group if PLURAL.match(pronoun.bare) else self.person
        return means(number)

    def _bodies(self, number: int) -> Mention | None:
        """Which bodies '이들 단체' means: the last before the sentence that are more than one."""
        return next((m for m in reversed(self.all[-20:]) if m.sentence < number and m.source.is_many_bodies), None)

    def answers(self) -> Mention | None:
        """In an interview, who spoke last: others of whom it is told in between do not answer."""
        spoke = (m for m in reversed(self.all) if m.spoke and (m.source.is_person or m.person.full))
        return next(spoke, None)

    def other(self, than: Mention, number: int) -> Person | None:
        """With whom somebody talks in a sentence of the number: the only other person in the few before it."""
        text = f"{than.source.text} {than.person.name}"
        near = {id(p): p for p, sentence in self.present[-REACH:] if number - NEAR <= sentence < number}
        others = [p for p in near.values() if p is not than.person and (p.full or p.name) not in text]
        return others[0] if len(others) == 1 else None

    def _is_called(self, source: Source) -> bool:
        """Is it a word that stood before as the family name of somebody with a title."""
        return source.may_be_person and source.last in self.family_names

    def group(self, number: int) -> Mention | None:
        """Whom 그들은 means in a sentence of the number: the many mentioned last before it."""
        before = [(group, sentence) for group, sentence in self.groups[-5:] if sentence < number]
        if before:
            return Mention(self.people.of(before[-1][0]), before[-1][0], before[-1][1], spoke=False)
        many = (m for m in reversed(self.all[-20:]) if _are_many(m.source))
        last = self.last
        alone = last and last.source.is_person and not last.source.joined  # no 이들 is one person
        return next(many, None) or (None if alone else last)

    def for_whom(self, source: Source, number: int, before: str) -> Mention | None:
        """Whose words a side goes on with that says 'also' right behind him for whom it speaks: '김 시장 측은 또 “…”'.

        A side that spoke before goes on with its own. ``before`` is the sentence up to the words.
        """
        whose = self.people.known(source.principal) if source.principal and _ADDS.search(before) else None
        if whose is None or self.people.known(source) or not self.just_spoke(number):
            return None
        spoken = next((m for m in reversed(self.all) if m.spoke), None)
        return spoken if spoken and spoken.person is whose else None

    def selves(self, number: int) -> Mention | None:
        """Whom 자신들은 means in a sentence of the number: who spoke in the sentence right before it, or in it."""
        last = next((m for m in reversed(self.all) if m.spoke), None)
        return last if last and number - last.sentence <= 1 else None

    def goes_on(self, number: int, continues: bool) -> Mention | None:
        """Who spoke last, if nobody with a name was spoken of since: a role or a body in between is no speaker.

        But a body with a name of which the sentence right before is, where the verb is not one of adding: 덧붙였다.
        """
        last = self.last
        spoken = [m for m in self.all if m.spoke]
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

    def answerer(self, number: int) -> Mention | None:
        """Who answers him who asked in the same sentence: who spoke before it, and is another."""
        asker = self.last
        before = (m for m in reversed(self.all) if asker and m.person is not asker.person and m.spoke)
        last = next(before, None)
        return last if last and number - last.sentence <= NEAR else None

    def asked_by_body(self, number: int) -> bool:
        """Is a body with a name, which may have asked people, what the sentence right before the number was of."""
        last = self.last
        return bool(last and number - last.sentence == 1 and last.person.kind == "named" and last.source.is_known_body)

    def asked(self, number: int) -> bool:
        """Did who spoke last ask, in the sentence of the number."""
        return bool(self.last and self.last.asks and self.last.sentence == number)

    def just_told(self, number: int, *, named: bool) -> Mention | None:
        """Of whom the sentence right before the number is; ``named``: only a person by name."""
        last = self.last
        if last is None or number - last.sentence != 1 or last.relays or not last.source.can_speak(strict=True):
            return None
        return last if not named or (last.person.full and last.source.is_person) else None

    def just_spoke(self, number: int, reach: int = 1) -> bool:
        """Did somebody speak at most ``reach`` sentences before this one, and nobody with a name come in since."""
        spoken = next((n for n in reversed(range(len(self.all))) if self.all[n].spoke), None)
        if spoken is None or number - self.all[spoken].sentence > reach or self.all[spoken].relays:
            return False
        return all(m.person.kind != "named" or m.person is self.all[spoken].person for m in self.all[spoken + 1 :])


def _are_many(source: Source) -> bool:
    """Are they more than one: 어부들, 박 시장 등, 오세라와 민보라, 연구진."""
    together = source.joined or re.search(r"·|[가-힣][와과]\s", source.text) or TOGETHER.search(source.last)
    return source.text.endswith(("들", "등")) or bool(together)
