"""What a noun phrase says of a speaker: a person's name, a title, a role, a body; named or unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from helpers.lexicons import words as listed
from helpers.narrative.grammar.words import Morpheme

_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
_CALLED = re.compile(r"(?P<name>[가-힣]{2,4})\s?(?:씨|군|양)$")
_ANONYMOUS = re.compile(
    r"(?<![A-Za-z])[A-Z]\s?(?:\(\d+\))?\s?(?:씨|군|양|사|의원|교수|변호사|교사|대표|업체|대학|병원|고)(?![가-힣])|(?<![가-힣])[가-힣]모(?:\s?\(\d+\))?\s?(?:씨|군|양|(?=$|\s))"
    r"|(?<!\S)(?:익명의|익명을|복수의|몇몇|여러|일부|다수의?|대다수|많은)\s|^[A-Z]$|\d\s?(?:명|%|퍼센트)$|[○◯△□]"
)
_SOME = re.compile(r"^(?:한|어느|어떤|또 다른|다른|모|각각의|수많은)\s+\S|\s(?:한|어느|어떤|또 다른|모)\s\S")
_MANY = re.compile(r"(?<!아)들$")
_NOBODY = re.compile(r"(?:관계자|당국자|소식통|측근|누리꾼|네티즌|목격자|제보자|내부자)")
PRONOUN = re.compile(r"^(?:그|그녀|본인|자신|당사자)$")
PLURAL = re.compile(r"^(?:그들|이들|저들|두 사람|세 사람|양측|양쪽)$")
BACK = re.compile(r"^(?:앞서의?|앞선|앞의|이|그|같은|해당|동|위)\s+(?=\S)")
I = re.compile(r"^(?:나|저|필자|기자|우리|저희)$")  # noqa: E741
_BODY = re.compile(
    r"(?:[가-힣A-Za-z]{2,}(?:부|처|청|원|회|당|사|시|군|구|도|국|실|팀|단|대|계|은행|그룹|전자|증권|협회|노조|지부|본부|센터|연대|모임|대학교?|병원|학교|고교|연구소"
    r"|법인|재단|공사|공단|조합|신문|일보|방송|위원회|위|지법|고법|지검|고검|경찰서|소방서|경찰|소방본부|교육청|컨소시엄|대사관|정부|법원|단체|업계|의회|구단|클럽|FC))$"
)
_NOT_NAME = frozenset("시군구도당청부사대역동읍면리회처원실국팀위계주")
_FOREIGN_END = re.compile(r"(?:당|부|청|시|구|군|도|은행|전자|건설|그룹|대|대학|대학교|원|회|사|신문|일보|방송|타임스|통신|국|협회|법원|의회|정부|팀|단|주|일)$")


@dataclass(frozen=True)
class Source:
    """A noun phrase that may be a speaker: as written, with the morphemes that it is made of."""

    text: str
    morphemes: tuple[Morpheme, ...] = ()
    called: str | None = None  # the name, where the form of the text tells it: '[김하늘 / 상인 : …]'

    @cached_property
    def bare(self) -> str:
        """The phrase without brackets, 측 and 등."""
        plain = _BRACKETS.sub("", self.text).strip(" ,·'\"‘’“”[]<>")
        return re.sub(r"(?:\s|(?<=[가-힣A-Za-z]{2}))(?:측|쪽)$|\s(?:등|가운데|중)$", "", plain).strip() or plain

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.bare.split())

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """The words that Kiwi reads as one proper noun."""
        return frozenset(m.surface for m in self.morphemes if m.tag in ("NNP", "NAME"))

    @cached_property
    def last(self) -> str:
        """The last word, without 들."""
        return self.words[-1] if self.words else ""

    @cached_property
    def title(self) -> str:
        """The title that ends the phrase: 대변인 of 원내수석대변인; empty if none."""
        return title_in(self.last)

    @cached_property
    def name(self) -> str | None:
        """A person's name: Korean, or foreign with all its words."""
        return self.called or self._korean or self._foreign

    @cached_property
    def _korean(self) -> str | None:
        for number, whole in enumerate(self.words):
            word = whole.removesuffix("의").split("·")[-1]
            after = self.words[number + 1] if number + 1 < len(self.words) else ""
            before = self.words[number - 1] if number else ""
            called = _CALLED.search(word)
            if called and _is_surname(called["name"]) and not called["name"].endswith("모"):
                return called["name"]
            if not re.fullmatch(r"[가-힣]{2,4}", word) or not _is_surname(word):
                continue
            titled = bool(title_in(after)) and len(title_in(after)) > 1 or after in ("씨", "군", "양")
            behind = bool(title_in(before)) or before in listed("voices", "roles")
            proper = word in self._nouns
            ends_like_body = word[-1] in _NOT_NAME
            if len(word) == 3 and proper and (titled or not ends_like_body):
                return word
            if len(word) == 3 and (titled or behind) and not ends_like_body and word not in listed("voices", "roles"):
                return word
            if len(word) in (2, 4) and proper and titled and word not in listed("voices", "countries") and not ends_like_body:
                return word
        return None

    @cached_property
    def _foreign(self) -> str | None:
        run: list[str] = []
        for word in self.words:
            latin = re.fullmatch(r"[A-Z][A-Za-z.'-]+", word)
            latin = latin and not word.isupper()
            if (word in self._nouns or latin) and len(word) > 1 and word not in listed("voices", "countries") and not _FOREIGN_END.search(word):
                run.append(word)
                continue
            if len(run) > 1 or (run and title_in(word)):
                break
            run = []
        whole = len(run) == len(self.words) and len(run) > 1
        if run and (whole or self.title or self.last in listed("voices", "roles")) and (len(run) > 1 or self.title):
            return " ".join(run[:4])
        return None

    @property
    def is_pronoun(self) -> bool:
        return bool(PRONOUN.match(self.bare) or PLURAL.match(self.bare))

    @cached_property
    def role(self) -> bool:
        """Does the phrase end with what many persons are: 주민, 전문가, 교수들."""
        last = _MANY.sub("", self.last)
        roles = listed("voices", "roles")
        return last in roles or any(last.endswith(role) for role in roles if len(role) > 1 and len(last) > len(role))

    @property
    def is_person(self) -> bool:
        return bool(self.name or self.title or self.role or _MANY.search(self.last) or self.anonymous or self.is_pronoun)

    @property
    def anonymous(self) -> bool:
        return bool(_ANONYMOUS.search(self.text) or _NOBODY.search(self.last))

    @cached_property
    def is_body(self) -> bool:
        known = listed("voices", "bodies") | listed("voices", "anybody") | listed("voices", "circles")
        proper = any(m.tag in ("NNP", "NAME", "SL") for m in self.morphemes)
        return self.last in known or bool(_BODY.search(self.last)) or proper or self.circle

    @cached_property
    def circle(self) -> bool:
        return self.last in listed("voices", "circles") or bool(re.search(r"(?:업계|학계|[가-힣]권|[친비반][가-힣]{1,3}계)$", self.last))

    @cached_property
    def abstract(self) -> bool:
        """Can the phrase say nothing: 영업, 가능성, 것."""
        if self.name or self.title:
            return False
        tail = [m.surface for m in self.morphemes if m.tag not in ("SSC", "SSO", "SP", "SN")][-2:]
        head = "".join(tail) if tail and tail[-1] in ("들", "님") else tail[-1] if tail else self.last
        nouns = listed("voices", "abstract")
        return not self.bare or self.last in nouns or (head in nouns and not self.is_body and not self.role)

    def can_speak(self, *, strict: bool = False) -> bool:
        """May the phrase be a speaker; ``strict``: only if it is surely a person or a body."""
        if self.abstract or I.match(self.bare) and strict:
            return False
        return self.is_person or self.is_body or (not strict and bool(self.words))

    @cached_property
    def kind(self) -> str:
        """'named', 'unnamed', or 'reporter' for 나 and 필자."""
        if I.match(self.bare):
            return "reporter"
        if self.anonymous or self.circle:
            return "unnamed"
        if self.name:
            return "named"
        if _MANY.search(self.last) or _SOME.search(self.text) or BACK.match(self.text):
            return "unnamed"
        last = self.last
        if self.title in listed("voices", "offices") and (len(self.words) > 1 or last not in listed("voices", "titles")):
            return "named"
        if _is_surname(self.words[0] if self.words else "") and len(self.words) == 2 and len(self.words[0]) == 1 and self.title:
            return "named"
        if self.role or self.title:
            before = self.words[-2] if len(self.words) > 1 else ""
            proper = before in self._nouns and before not in listed("voices", "countries") and not _BODY.search(before)
            return "named" if proper and self.title and not _FOREIGN_END.search(before) else "unnamed"
        if last in listed("voices", "anybody"):
            return "named" if any(m.tag == "NNP" for m in self.morphemes) else "unnamed"
        if re.search(r"(?:\d조|\d항|법|조례|규정|헌법|당헌|당규)$", last):
            return "named"
        return "named" if self.is_body or self._compound else "unnamed"

    @cached_property
    def _compound(self) -> bool:
        """Is the last word made of several nouns, as a firm's name is that no dictionary has: 하늘식품."""
        inside = [m for m in self.morphemes if self.last.find(m.surface) >= 0 and m.tag in ("NNG", "XSN", "SL")]
        return len(inside) > 1


def modified(source: Source) -> Source:
    """What a clause before a noun phrase modifies: of 'A의 B' the A."""
    owner = re.match(r"(?P<who>.*?[^\s])의\s", source.text)
    return Source(owner["who"], source.morphemes) if owner else source


def title_in(word: str) -> str:
    """The title with which a word ends, the longest that there is."""
    titles = listed("voices", "titles")
    for length in range(min(len(word), 9), 1, -1):
        if word[-length:] in titles:
            return word[-length:]
    return word if word in ("씨", "군", "양") else "씨" if re.search(r"[가-힣)A-Z]씨$", word) else ""


def _is_surname(word: str) -> bool:
    surnames = listed("voices", "surnames")
    return word[:1] in surnames or (len(word) > 3 and word[:2] in surnames)
