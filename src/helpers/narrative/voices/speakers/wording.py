"""What a noun phrase that may call somebody is made of: its words, its title, a name or a letter, a body's word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Self

from helpers.lexicons import words as listed
from helpers.narrative.grammar.words import PERSON, Morpheme
from helpers.narrative.voices.speakers.bodies import ends_as_body, is_circle
from helpers.narrative.voices.speakers.hidden import MANY, is_anonymous, letter_of
from helpers.narrative.voices.speakers.marks import whole_marks, within_marks
from helpers.narrative.voices.speakers.naming import Naming, is_surname, title_in
from helpers.narrative.voices.speakers.things import is_thing_noun

_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
SIDE = re.compile(r"(?:\s|(?<=[가-힣A-Za-z]{2}))(?:측|쪽)$")
_DASH = re.compile(r"^[-–—―]\s?(?=[가-힣A-Za-z])")  # before an item of a list
_AFTER = re.compile(r"\s(?:등|가운데|중|자신|본인)$")
SHARE = re.compile(r"(?<=\S)\s(?:다수|대다수|대부분|상당수|일부|과반|과반수|전원|절반(?:\s이상|\s가까이)?)$")
_ITEMS = re.compile(r"\s?[,·ㆍ]\s?|(?<=[가-힣])[와과]\s")
_AMONG = re.compile(r"\s등\s|[을를]\s비롯한\s")
_SURNAME = re.compile(r"(?<![가-힣])[가-힣](?![가-힣])")
_CALLED_TOGETHER = re.compile(r"[가-힣](?:[·ㆍ][가-힣])+\s\S+|[가-힣]\s\S+[과와]\s[가-힣]\s\S+")
_MARKED = re.compile(r"(?<=[가-힣]\s)(?P<mark>[‘'“\"])[^‘’“”'\"]{1,20}[’'”\"]\s")
_INSIDE = re.compile(r"\((?:이하\s|약칭\s)?([^()\d][^()]{1,20})\)")


@dataclass(frozen=True)
class Wording:
    """A noun phrase: as written, with the morphemes that it is made of."""

    text: str
    morphemes: tuple[Morpheme, ...] = ()
    called: str | None = None  # the name, where the form of the text tells it: '[김하늘 / 상인 : …]'

    @cached_property
    def bare(self) -> str:
        """The phrase without brackets, 측 and 등."""
        if self.described:
            return self.text
        plain = _DASH.sub("", within_marks(_BRACKETS.sub("", self.text)))
        return SHARE.sub("", _AFTER.sub("", SIDE.sub("", plain))).strip() or plain

    @property
    def counted(self) -> bool:
        """Does its last word call a number of bodies by one name: 농업9단체."""
        return bool(re.fullmatch(r"[가-힣]+\d+(?:개)?(?:단체|사|기관|대학)", self.last))

    @property
    def described(self) -> bool:
        """Is it a noun that only a clause before it tells: '개발을 밀어붙여 온 측'."""
        return len(self.morphemes) == 1 and " " in self.text

    @property
    def written(self) -> str:
        """The phrase as written, but for marks that have no fellow in it."""
        return _DASH.sub("", whole_marks(self.text))

    @cached_property
    def aliases(self) -> frozenset[str]:
        """What brackets after the phrase give as another name of it: 한강연구원(HRI), 하늘협회(이하 하늘협)."""
        inside = _INSIDE.findall(self.text)
        return frozenset(text.strip() for text in inside if not text.strip().isdigit())

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.bare.split())

    @cached_property
    def last(self) -> str:
        """The last word, without 들."""
        return self.words[-1] if self.words else ""

    @property
    def class_noun(self) -> str | None:
        """The class of firms or bodies that stands before a name of one word: 투자은행 of '투자은행 한버들'."""
        classes = listed("voices", "any_firm") | listed("voices", "class_nouns")
        return self.words[0] if len(self.words) == 2 and self.words[0] in classes else None

    @property
    def proper_nouns(self) -> frozenset[str]:
        return self._naming.nouns

    @cached_property
    def family_names(self) -> frozenset[str]:
        """Words that may be a family name behind a given one, before a title: 하디 of '톰 하디 하늘대 명예 교수'."""
        titled = [n for n, word in enumerate(self.words) if title_in(word)]
        pairs = pairwise(self.words[: titled[-1]] if titled else ())
        return frozenset(after for word, after in pairs if word in self._naming.nouns)

    @cached_property
    def _naming(self) -> Naming:
        plain = _MARKED.sub("", self.bare)  # '김하늘 ‘나루의 밤’ 대표'
        return Naming(tuple(plain.split()) if self.title else self.words, self.morphemes)

    @cached_property
    def letter(self) -> str | None:
        """The letter or family name by which a person without a name is called: A of 'A 과장', 'A씨(34)'; 김모."""
        return letter_of(self.bare)

    @cached_property
    def title(self) -> str:
        """The title that ends the phrase: 대변인 of 원내수석대변인; empty if none."""
        return title_in(self.last)

    @cached_property
    def name(self) -> str | None:
        """A person's name: Korean, or foreign with all its words."""
        tells_of = self.last in listed("voices", "abstract") and not self.title  # '김하늘 시장 후보 자작극 사건'
        tells_of = tells_of or (" 등 " in self.bare and bool(MANY.search(self.last)))  # '김하늘 지사 등 관계자들'
        return self.called or (None if self.joined or tells_of else self._naming.name)

    @cached_property
    def joined(self) -> bool:
        """Are they several persons: '배우 오세라와 가수 민보라', '최 의원과 정 의원', '최·정 의원'."""
        if _CALLED_TOGETHER.fullmatch(self.bare) and all(is_surname(n) for n in _SURNAME.findall(self.bare)):
            return bool(self.title)
        cuts = [m.end for m in self.morphemes if m.tag == "JC" or (m.tag == "SP" and self._ends_title(m.start))]
        if not cuts or not self.morphemes:
            return False
        edges = [self.morphemes[0].start, *cuts, self.morphemes[-1].end]
        named = 0
        for one, other in pairwise(edges):
            own = tuple(m for m in self.morphemes if one <= m.start and m.end <= other and m.tag not in ("JC", "SP"))
            named += bool(Naming([m.surface for m in own], own).name)
        return named > 1

    def _ends_title(self, place: int) -> bool:
        """Does a title or a name end at a place of the sentence: '박하늘 팀장·오바다 연구원', '박하늘·오바다 의원'."""
        before = [m for m in self.morphemes if m.end <= place]
        if not before or before[-1].end != place:
            return False
        word = _word(before)
        named = len(word) == 3 and before[-1].tag in ("NNP", "NAME", PERSON) and is_surname(word)
        return named or len(title_in(word)) > 1

    @cached_property
    def listed(self) -> tuple[Self, ...]:
        """Those whom a list names before its class: 한강전자 and 나루중공업 of '한강전자, 나루중공업 등 대기업들'."""
        names = _AMONG.split(self.bare, maxsplit=1)
        parts = [part for part in _ITEMS.split(names[0]) if part] if len(names) > 1 else []
        return tuple(type(self)(part, tuple(m for m in self.morphemes if m.surface in part)) for part in parts)

    @cached_property
    def role(self) -> bool:
        """Does the phrase end with what many persons are: 주민, 전문가, 교수들."""
        last = MANY.sub("", self.last)
        roles = listed("voices", "roles")
        if last in listed("voices", "bodies"):
            return False  # 인사위 is nobody's 사위
        return last in roles or any(last[start:] in roles for start in range(1, len(last) - 1))

    @property
    def anonymous(self) -> bool:
        return bool(is_anonymous(self.text) or self.letter)

    @cached_property
    def circle(self) -> bool:
        return is_circle(self.bare)

    @property
    def is_body_word(self) -> bool:
        return self.ends_as_body or self.last in listed("voices", "countries")

    @cached_property
    def is_thing_noun(self) -> bool:
        """Is its last noun one that a dictionary knows as a thing: 감액배당, 국정감사."""
        called = len(self.words) > 1 and self.words[-2] in listed("voices", "anybody")  # 시민단체 강물지킴이
        return not called and is_thing_noun(self.last, self.morphemes)

    @cached_property
    def ends_as_body(self) -> bool:
        """Does its last word end as the name of a body does: 한강당, but not 감액배당."""
        return ends_as_body(self.last) and not self.is_thing_noun

    @cached_property
    def is_body(self) -> bool:
        known = listed("voices", "bodies") | listed("voices", "anybody") | listed("voices", "circles")
        owned = max((n for n, m in enumerate(self.morphemes) if m.tag in ("JKG", "JC")), default=-1)
        own = self.morphemes[owned + 1 :]  # of what is owned, not of the owner: '나라의 선택' is no body
        if self.is_thing_noun:  # nor is what a proper noun only describes: '한미 이견', but JNH뮤직
            own = own[next((n + 1 for n in range(len(own) - 2, -1, -1) if own[n].end < own[n + 1].start), 0) :]
            own = () if self.last.endswith(tuple(listed("voices", "no_bodies"))) else own
        proper = any(
            m.tag in ("NNP", "NAME") or (m.tag == "SL" and m.surface.lower() != m.surface and len(m.surface) > 1)
            for m in own
        )
        return (
            self.text.endswith(("측", " 쪽"))
            or self.counted
            or self.last in known
            or self.ends_as_body
            or proper
            or self.circle
        )


def _word(morphemes: list[Morpheme]) -> str:
    """The last word that some morphemes write."""
    first = next((n for n in range(len(morphemes) - 1, 0, -1) if morphemes[n - 1].end < morphemes[n].start), 0)
    return "".join(m.surface for m in morphemes[first:])
