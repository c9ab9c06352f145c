"""What a noun phrase says of a speaker: a person, a role, a body, a paper, a rule; named or unnamed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from helpers.lexicons import words as listed
from helpers.narrative.grammar.words import Morpheme
from helpers.narrative.voices.laws import is_rule
from helpers.narrative.voices.marks import whole_marks, within_marks
from helpers.narrative.voices.naming import FOREIGN_END, Naming, is_surname, title_in

_BRACKETS = re.compile(r"\s?\([^()]*\)|\s?\[[^\[\]]*\]")
_SIDE = re.compile(r"(?:\s|(?<=[가-힣A-Za-z]{2}))(?:측|쪽)$")
_AFTER = re.compile(r"\s(?:등|가운데|중)$")
_INSIDE = re.compile(r"\((?:이하\s|약칭\s)?([^()\d][^()]{1,20})\)")
_SURNAMES = "".join(name for name in listed("voices", "surnames") if len(name) == 1 and name != "가")
_ANONYMOUS = re.compile(
    rf"(?<![A-Za-z])[A-Z]\s?(?:\(\d+\))?\s?(?:씨|군|양|사|의원|교수|변호사|교사|대표|업체|대학|병원|고)(?![가-힣])|(?<![가-힣])[{_SURNAMES}]모(?:\s?\(\d+\))?\s?(?:씨|군|양|(?=$|\s))"
    r"|(?<!\S)(?:익명의|익명을|복수의|몇몇|여러|일부|다수의?|대다수|많은)\s|^[A-Z]$|\d\s?(?:명|%|퍼센트)$|[○◯△□]"
)
_ONCE = r"(?:번|때|편|차례|곳|가지|달|해|날|순간|마디|줄|시간)(?:$|[\s은는도])"  # '한 번', which is nobody
_SOME = re.compile(
    rf"^(?:한|어느|어떤|또 다른|다른|모|각각의|수많은)\s+(?!{_ONCE})\S|\s(?:한|어느|어떤|또 다른|모)\s\S"
)
_MANY = re.compile(r"(?<!아)들$")
_NOBODY = re.compile(r"(?:관계자|당국자|소식통|측근|누리꾼|네티즌|목격자|제보자|내부자)")
_LETTER = re.compile(
    rf"(?<![A-Za-z가-힣])(?P<letter>[A-Z]|[{_SURNAMES}]모)(?:\s?(?P<called>씨|군|양)|\s?(?P<title>[가-힣]{{2,5}}))$"
)
_INSTITUTE = re.compile(r"(?!선임|책임|수석|주임|전임|객원|위촉|보조)[가-힣]{2,}연구원$")
WITHIN = ("내", "내부", "안팎", "일각", "사이", "주변")  # '나라 안팎', '시 내부': somebody of many
PRONOUN = re.compile(r"^(?:그|그녀|본인|자신|당사자)$")
PLURAL = re.compile(r"^(?:그들|이들|저들|두 사람|세 사람|양측|양쪽)$")
BACK = re.compile(r"^(?:앞서의?|앞선|앞의|이|그|같은|해당|동|위)\s+(?=\S)")
I = re.compile(r"^(?:나|저|필자|기자|우리|저희)$")  # noqa: E741
_BODY = re.compile(
    r"(?:(?<=[가-힣A-Za-z]{2})(?:부|처|청|원|회|당|사|시|군|구|도|국|실|팀|단|대|계|은행|그룹|전자|증권|협회|노조|지부|본부|센터|연대|모임|대학교?|병원|학교|고교|연구소"
    r"|법인|재단|공사|공단|조합|신문|일보|방송|위원회|위|지법|고법|지검|고검|경찰서|소방서|경찰|소방본부|교육청|컨소시엄|대사관|정부|법원|단체|업계|의회|구단|클럽|FC|건설|식품|물산|화학|제약|중공업|모터스|항공|자동차|바이오|테크|에너지|통신|생명|화재|카드|캐피탈|게임즈|엔터테인먼트|코리아|홀딩스|백화점|마트|호텔|미디어))$"
)

_PLACE = re.compile(r"[가-힣](?:[시군구도]|센터|학교|병원|마트|호텔|백화점)$")


@dataclass(frozen=True)
class Source:
    """A noun phrase that may be a speaker: as written, with the morphemes that it is made of."""

    text: str
    morphemes: tuple[Morpheme, ...] = ()
    called: str | None = None  # the name, where the form of the text tells it: '[김하늘 / 상인 : …]'

    @cached_property
    def bare(self) -> str:
        """The phrase without brackets, 측 and 등."""
        plain = within_marks(_BRACKETS.sub("", self.text))
        return _AFTER.sub("", _SIDE.sub("", plain)).strip() or plain

    @property
    def written(self) -> str:
        """The phrase as written, but for marks that have no fellow in it."""
        return whole_marks(self.text)

    @cached_property
    def principal(self) -> Source | None:
        """For whom a side speaks that is not himself: the 김 시장 of '김 시장 측'; a firm's side is the firm."""
        side = _SIDE.search(self.text)
        whose = Source(self.text[: side.start()], self.morphemes) if side else None
        if whose is None or whose.last in ("변호인", "대리인"):
            return None
        short = is_surname(whose.bare) and len(whose.words[0]) == 1 + whose.words[0].endswith("씨")
        return (
            whose if whose.name or (whose.title and (short or whose.anonymous or whose.title == whose.bare)) else None
        )

    @cached_property
    def aliases(self) -> frozenset[str]:
        """What brackets after the phrase give as another name of it: 한강연구원(HRI), 하늘협회(이하 하늘협)."""
        inside = _INSIDE.findall(self.text)
        return frozenset(text.strip() for text in inside if not text.strip().isdigit())

    @cached_property
    def letter(self) -> str | None:
        """The letter or family name by which a person without a name is called: A of 'A 과장', 'A씨(34)'; 김모."""
        called = _LETTER.search(self.bare)
        return called["letter"] if called and (called["called"] or title_in(called["title"] or "")) else None

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

    @cached_property
    def family_names(self) -> frozenset[str]:
        """Words that may be a family name behind a given one, before a title: 하디 of '톰 하디 하늘대 명예 교수'."""
        titled = [n for n, word in enumerate(self.words) if title_in(word)]
        pairs = pairwise(self.words[: titled[-1]] if titled else ())
        return frozenset(after for word, after in pairs if word in self._naming.nouns)

    @property
    def is_body_word(self) -> bool:
        return bool(_BODY.search(self.last)) or self.last in listed("voices", "countries")

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(self.bare.split())

    @cached_property
    def _naming(self) -> Naming:
        return Naming(self.words, self.morphemes)

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
        tells_of = self.last in listed("voices", "abstract") and not self.title  # '김하늘 시장 후보 자작극 사건'
        tells_of = tells_of or (" 등 " in self.bare and bool(_MANY.search(self.last)))  # '김하늘 지사 등 관계자들'
        return self.called or (None if self.joined or tells_of else self._naming.name)

    @cached_property
    def joined(self) -> bool:
        """Are they several persons: '배우 오세라와 가수 민보라'."""
        cuts = [m.end for m in self.morphemes if m.tag == "JC"]
        if not cuts or not self.morphemes:
            return False
        edges = [self.morphemes[0].start, *cuts, self.morphemes[-1].end]
        named = 0
        for one, other in pairwise(edges):
            own = tuple(m for m in self.morphemes if one <= m.start and m.end <= other and m.tag != "JC")
            named += bool(Naming([m.surface for m in own], own).name)
        return named > 1

    @property
    def is_pronoun(self) -> bool:
        return bool(PRONOUN.match(self.bare) or PLURAL.match(self.bare))

    @cached_property
    def role(self) -> bool:
        """Does the phrase end with what many persons are: 주민, 전문가, 교수들."""
        last = _MANY.sub("", self.last)
        roles = listed("voices", "roles")
        if last in listed("voices", "bodies"):
            return False  # 인사위 is nobody's 사위
        return last in roles or any(last.endswith(role) for role in roles if len(role) > 1 and len(last) > len(role))

    @property
    def is_person(self) -> bool:
        some = _SOME.match(self.text) and not _BODY.search(self.last)
        return bool(
            self.name
            or self.joined
            or some
            or (self.title and not self._institute and not self.circle)
            or self.role
            or _MANY.search(self.last)
            or self.anonymous
            or self.is_pronoun
        )

    @property
    def anonymous(self) -> bool:
        return bool(_ANONYMOUS.search(self.text) or self.letter or _NOBODY.search(self.last))

    @cached_property
    def is_body(self) -> bool:
        known = listed("voices", "bodies") | listed("voices", "anybody") | listed("voices", "circles")
        owned = max((n for n, m in enumerate(self.morphemes) if m.tag in ("JKG", "JC")), default=-1)
        proper = any(  # of what is owned, not of the owner: '나라의 선택' is no body for the name of the country
            m.tag in ("NNP", "NAME") or (m.tag == "SL" and m.surface[0].isupper() and len(m.surface) > 1)
            for m in self.morphemes[owned + 1 :]
        )
        return (
            self.text.endswith(("측", " 쪽"))
            or self.last in known
            or bool(_BODY.search(self.last))
            or proper
            or self.circle
        )

    @property
    def is_known_body(self) -> bool:
        """Is it a body by its word, and no mere place: 한강당, 노조, but not 한강시 or 라스베이거스."""
        known = self.last in listed("voices", "bodies") | listed("voices", "anybody") and len(self.last) > 1
        return known or bool(_BODY.search(self.last) and not _PLACE.search(self.last))

    @cached_property
    def is_rule(self) -> bool:
        """Is it a law or a rule, which is nobody's voice: 식품위생법, 당규 제3조."""
        return is_rule(self.bare)

    @cached_property
    def is_document(self) -> bool:
        """Is it a paper that speaks for who made it: 보고서, 판결문."""
        return self.is_rule or self.last in listed("voices", "documents")

    @property
    def _institute(self) -> bool:
        """산업연구원 is a body, 선임연구원 a person."""
        return bool(_INSTITUTE.match(self.last))

    @cached_property
    def circle(self) -> bool:
        if self.last == "시장":  # the mayor of a place, or a market
            return len(self.words) == 1 or bool(
                re.search(r"(?:금융|증권|채권|외환|부동산|주식|자본|노동|국제|글로벌)\s?시장$", self.bare)
            )
        return self.last in listed("voices", "circles") or bool(
            re.search(r"(?:업계|학계|[가-힣]권|[친비반][가-힣]{1,3}계)$", self.last)
        )

    @cached_property
    def abstract(self) -> bool:
        """Can the phrase say nothing: 영업, 가능성, 것."""
        if self.name or self.title or self.is_pronoun or self.text.endswith(("측", "쪽")):
            return False
        tail = [m.surface for m in self.morphemes if m.tag not in ("SSC", "SSO", "SP", "SN")][-2:]
        head = "".join(tail) if tail and tail[-1] in ("들", "님") else tail[-1] if tail else self.last
        nouns = listed("voices", "abstract")
        if any(m.tag[0] in "VE" for m in self.morphemes[-4:]):
            head = self.last
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
        if I.match(self.bare):
            return "reporter"
        if self.anonymous:
            return "unnamed"
        if self.name or self.joined:
            return "named"
        if self.last in WITHIN:
            return "unnamed"
        if self.circle:  # '하늘부와 학계': one of them has a name
            beside = [m for m in self.morphemes if m.tag == "JC"]
            first = self.text.split(beside[0].surface + " ")[0] if beside else ""
            return "named" if first and _BODY.search(first) else "unnamed"
        if self.text.endswith(" 쪽") or _MANY.search(self.last) or _SOME.search(self.text) or BACK.match(self.text):
            return "unnamed"
        offices, titles = listed("voices", "offices"), listed("voices", "titles")
        if self.title in offices and (len(self.words) > 1 or self.last not in titles):
            return "named"
        if (
            is_surname(self.words[0] if self.words else "")
            and len(self.words) == 2
            and len(self.words[0]) == 1
            and self.title
        ):
            return "named"
        if self._institute:
            return "named"
        if self.role or self.title:
            before = self.words[-2] if len(self.words) > 1 else ""
            proper = (
                len(before) > 2
                and before in self._naming.nouns
                and before not in listed("voices", "countries")
                and not _BODY.search(before)
            )
            return "named" if proper and self.title and not FOREIGN_END.search(before) else "unnamed"
        if self.last in listed("voices", "anybody"):
            return "named" if any(m.tag == "NNP" for m in self.morphemes) else "unnamed"
        return "named" if self.is_body or self._compound else "unnamed"

    @cached_property
    def _compound(self) -> bool:
        """Is the last word made of several nouns, as a firm's name is that no dictionary has: 하늘식품."""
        inside = [m for m in self.morphemes if self.last.find(m.surface) >= 0 and m.tag in ("NNG", "NNB", "XSN", "SL")]
        return len(inside) > 1


def modified(source: Source) -> Source:
    """What a clause before a noun phrase modifies: of 'A의 B' the A."""
    owner = re.match(r"(?P<who>.*?[^\s])의\s", source.text)
    return Source(owner["who"], source.morphemes) if owner else source
