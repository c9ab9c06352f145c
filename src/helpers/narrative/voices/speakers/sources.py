"""Who a noun phrase may be as a speaker: a person, a role, a body, a paper, a rule; named or unnamed."""

from __future__ import annotations

import re
from functools import cached_property

from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.bodies import is_institute, is_known_body
from helpers.narrative.voices.speakers.hidden import MANY, SOME, I
from helpers.narrative.voices.speakers.kinds import kind_of
from helpers.narrative.voices.speakers.laws import is_rule
from helpers.narrative.voices.speakers.naming import FOREIGN_END, is_surname, title_in
from helpers.narrative.voices.speakers.wording import SHARE, SIDE, Wording

_SOME_OF_THEM = re.compile(r"^(?:(?:또\s)?다른\s)?일부$")
_WORK = re.compile(r"(?<=[가-힣]{2})(?:실록|절요|유사|지리지|읍지|연대기|백서)$")  # of history, which tells by itself
_MEASURE = re.compile(r"(?:짜리|분량)$|\d\S{0,8}씩\s|(?:^|\s)(?:매년|매달|매월|매일|해마다)\s")  # '매년 3억씩 나루시 …'
_OF_THOSE_ASKED = re.compile(r"(?:\d|[가-힣])\s?명\s?(?:중|가운데)\s(?:약\s)?(?:\d{1,9}|[가-힣]{1,3})\s?명(?:꼴)?$")
PRONOUN = re.compile(r"^(?:그|그녀|(?:본인|자신|자기)들?|당사자)$")
PLURAL = re.compile(r"^(?:그들|이들|저들|두 사람|세 사람|양측|양쪽)$")
BODIES = re.compile(r"^이들\s(?:단체|기관|회사|업체|기업|대학|은행|조합|협회)$")
SELVES = re.compile(r"^(?:본인|자신|자기)들$")


class Source(Wording):
    """A noun phrase that may be a speaker."""

    @cached_property
    def principal(self) -> Source | None:
        """For whom a side speaks that is not himself: the 김 시장 of '김 시장 측'; a firm's side is the firm."""
        side = SIDE.search(self.text)
        whose = Source(self.text[: side.start()], self.morphemes) if side else None
        if whose is None or whose.last in ("변호인", "대리인"):
            return None
        short = is_surname(whose.bare) and len(whose.words[0]) == 1 + whose.words[0].endswith("씨")
        return (
            whose if whose.name or (whose.title and (short or whose.anonymous or whose.title == whose.bare)) else None
        )

    @cached_property
    def introduced(self) -> tuple[str, str] | None:
        """Surname and title of 'title name', where no dictionary knows the name: 노 and 작가 of '방송작가 노윤'."""
        title, name = title_in(self.words[-2]) if len(self.words) > 1 else "", self.last
        common = name in listed("voices", "ordinary") or self.role or self.title or self.abstract
        common = common or any(re.search("[과와]$|·", word) for word in self.words[:-1])  # two of them
        fits = re.fullmatch(r"[가-힣]{2,3}", name) and is_surname(name) and not common
        return (name[0], title) if fits and title and not self.is_body_word else None

    @cached_property
    def may_be_person(self) -> bool:
        """May it be a person by a name that no dictionary has: one word that is no body's, firm's or place's."""
        known = self.abstract or self.anonymous or self.circle or self.is_body_word or FOREIGN_END.search(self.last)
        firm = any(self.last in listed("voices", key) for key in ("firms", "bodies", "anybody"))
        return not known and not firm and len(self.words) == 1 and bool(re.fullmatch(r"[가-힣]{3,}", self.last))

    @property
    def is_thing(self) -> bool:
        """May it be a thing as well as a voice: common nouns that are no person and no body, 놀이터, 물값."""
        common = bool(self.morphemes) and all(m.tag in ("NNG", "XSN") for m in self.morphemes)
        return common and not (self.can_speak(strict=True) or self.is_document)

    @property
    def is_common(self) -> bool:
        """Is it surely a thing: made of common nouns or ending with one that a dictionary knows, and no voice."""
        return (self.is_thing or self.is_thing_noun) and not (self.can_speak(strict=True) or self.is_document)

    @property
    def is_some(self) -> bool:
        """Is it 'some', of whom nothing is said: 일부, 또 다른 일부."""
        return bool(_SOME_OF_THEM.match(self.bare))

    @property
    def is_share(self) -> bool:
        """Is it a share of those whom a body asked: '간호사 5명 중 2명'."""
        return bool(_OF_THOSE_ASKED.search(self.text))

    @property
    def is_pronoun(self) -> bool:
        return bool(PRONOUN.match(self.bare) or PLURAL.match(self.bare) or BODIES.match(self.bare))

    @property
    def is_many_bodies(self) -> bool:
        """Are they bodies that a list or a number tells: 'A협회, B협회 등', 농업9단체, '두 회사'."""
        many = " 등" in self.text or self.counted or re.match(r"(?:두|세|네|다섯|여러)\s", self.text)
        return bool(many) and not self.is_person

    @property
    def is_person(self) -> bool:
        some = SOME.match(self.text) and not self.ends_as_body
        return bool(
            self.name
            or self.joined
            or some
            or (self.title and not is_institute(self.last) and not self.circle)
            or self.role
            or MANY.search(self.last)
            or self.anonymous
            or self.is_pronoun
            or self.is_some
        )

    @property
    def is_known_body(self) -> bool:
        """Is it a body by its word, and no mere place."""
        return is_known_body(self.last) and not self.is_thing_noun

    @cached_property
    def is_rule(self) -> bool:
        """Is it a law or a rule, which is nobody's voice: 식품위생법, 당규 제3조."""
        return is_rule(self.bare)

    @cached_property
    def is_document(self) -> bool:
        """Is it a paper that speaks for who made it: 보고서, 판결문."""
        known = self.last in listed("voices", "documents") or self.last.endswith(tuple(listed("voices", "sites")))
        return self.is_rule or known or bool(_WORK.search(self.last))

    @cached_property
    def abstract(self) -> bool:
        """Can the phrase say nothing: 영업, 가능성, 것."""
        if self.name or self.title or self.is_pronoun or self.is_some or self.text.endswith(("측", "쪽")):
            return False
        tail = [m.surface for m in self.morphemes if m.tag not in ("SSC", "SSO", "SP", "SN")][-2:]
        head = "".join(tail) if tail and tail[-1] in ("들", "님") else tail[-1] if tail else self.last
        if self.last.removesuffix("들") in listed("saying", "postings"):
            return True  # 글들, 댓글들: whoever wrote them
        if _MEASURE.search(self.text):
            return True  # '한 줄짜리', or a line that runs on
        nouns = listed("voices", "abstract")
        if len(self.morphemes) == 1 and self.text == "이" and self.morphemes[0].tag == "NP":
            return True  # '이는 …': what was told before
        if any(m.tag[0] in "VE" for m in self.morphemes[-4:]) or SHARE.search(self.text):
            head = self.last
        if len(self.words) == 1 and self.bare in listed("grammar", "times"):
            return True  # '어제는 … 밝혔다'
        said = self.last in listed("saying", "nouns") and not self.role
        return not self.bare or said or self.last in nouns or (head in nouns and not self.is_body and not self.role)

    def can_speak(self, *, strict: bool = False) -> bool:
        """May the phrase be a speaker; ``strict``: only if it is surely a person or a body."""
        if self.abstract or (I.match(self.bare) and strict):
            return False
        return self.is_person or self.is_body or (not strict and bool(self.words))

    @cached_property
    def kind(self) -> str:
        """'named', 'unnamed', or 'reporter' for 나 and 필자."""
        return kind_of(self)


def modified(source: Source) -> Source:
    """What a clause before a noun phrase modifies: of 'A의 B' the A."""
    owner = re.match(r"(?P<who>.*?[^\s])의\s", source.text)
    return opening(source, owner["who"]) if owner else source


def opening(source: Source, text: str) -> Source:
    """The first words of a noun phrase as one of their own: 'A와 B' of 'A와 B의 사진'."""
    first = source.morphemes[0].start if source.morphemes else 0
    return Source(text, tuple(m for m in source.morphemes if m.end - first <= len(text)))
