"""Words in quotation marks that are nobody's speech: what tells a name, a word held at a distance, a rule's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.quotations import CORNER, Quote
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.speakers.laws import RULE

LONGEST_NAME = 40  # characters
MOST_NAMES = 500  # quoted words of one article that are looked for again


def _any(key: str) -> str:
    return "|".join(sorted(map(re.escape, listed("quoted", key)), key=len, reverse=True))


_NAMING = re.compile(
    rf"(?:(?:{_any('kinds')})(?:인|이자|격인)?|(?:이름|제목|상호|별명|명칭|슬로건|주제)[은이]|(?:발표|발간|공표|배포)한|펴낸)\s*$"
)
_NAMED_SO = re.compile(
    rf"^\s?(?:이?라는\s+(?:이름|제목|브랜드|상호|명칭|별명|(?:{_any('kinds')})(?![가-힣]{{2}}))|\((?:이하\s|[A-Za-z])|(?:\s?\S+)?에\s따르면"
    r"|(?:시스템|기능|서비스|플랫폼|프로젝트|시리즈|프로그램|캠페인|공식|브랜드)(?=[은는이가을를의에로와과도,\s]|$)"
    rf"|[을를]\s(?:[가-힣]+\s)?(?:{_any('made')})|에\s(?:출연|실렸|실린|게재)|으?로\s(?:컴백|데뷔)|\s?[가-힣]{{2,6}}\s역(?:의|을|으로|에))"
)
_OF_WORK = re.compile(rf"^\s(?:{_any('works')})(?=[은는이가을를의에로와과도,\s]|$)")
_TITLED = re.compile(
    r"\([A-Za-z][A-Za-z0-9 .&-]*\)$|^제\d+회\s|[가-힣A-Za-z] (?:19|20)\d\d$"
    r"|^(?:19|20)\d\d년?\s.*(?![다요죠까자라])[가-힣A-Z]$"
)
_HEADED = re.compile(rf"[가-힣A-Za-z0-9]\s?(?:{_any('heads')})$")
_DISTANCED = re.compile(rf"(?:{_any('distanced')})\s*$")
_CALLED_SO = re.compile(
    rf"^(?:(?:으로|로|이?라고)\s(?:\S+\s)?(?:{_any('called')})|\s?이?라는\s(?:{_any('labels')})|(?:식|격|급)(?:\s|의)|\s운운)"
)
_RULING = re.compile(rf"^(?:.{{0,12}}?)(?:{_any('ruling')})")
_RULE_NAME = r"(?P<rule>\S{1,30}?(?:\s제?\d{1,4}[조항호](?:의\d{1,2})?){0,3})"
_BY_RULE = re.compile(rf"(?:^|[\s「『]){_RULE_NAME}[」』]?(?:에는|에서는|에|은|는|상|에\s따르면|에\s의하면)\s")
_OF_RULE = re.compile(rf"^\s?이?라?고\s(?:규정|명시|적시|정)(?:한|하는|된)\s{_RULE_NAME}(?=[\s,.]|$)")
_MOOD = re.compile(rf"^\s?(?:{_any('moods')})(?![가-힣]{{2}})")
_LATIN = re.compile(r"[A-Za-z0-9]")
_COMMON = re.compile(r"(?:의|한|된|는|은|운|던|적)\s")


def is_named(quote: Quote, passage: Passage, inner: str, before: str, after: str) -> bool:
    """Is it the name of a work, a product, a law, an event: by what stands beside it, or by its form."""
    if quote.family != CORNER and re.search(r"[다요][.!?]\s", inner):
        return False
    if quote.family == CORNER or _NAMING.search(before) or _NAMED_SO.match(after) or _TITLED.search(inner):
        return True
    if _OF_WORK.match(after) and (" " in inner or _LATIN.search(inner) or len(inner) > 4):
        return not re.search("[다요죠까은는한된]$", inner)
    long = (" " in inner or len(inner) > 5) and not re.match(r"\s?이?라(?:고|며|면서|는)", after)
    return bool(long and len(inner) <= LONGEST_NAME and _HEADED.search(inner) and not _COMMON.search(inner))


def is_distanced(before: str, after: str) -> bool:
    """Does the text say that it is another's word: '이른바 ‘…’', '‘…’라는 비판', '‘…’으로 불린다'."""
    return bool(_DISTANCED.search(before) or _CALLED_SO.match(after))


def is_ruled(inner: str, before: str, after: str) -> bool:
    """Does a law or a rule say it: '당규 제3조는 “…”고 규정한다'."""
    if " " not in inner:
        return False
    of_rule = _OF_RULE.match(after)
    if of_rule and RULE.search(re.sub(r"(?:[은는이가을를에와과]|에는)$", "", of_rule["rule"])):
        return True
    rules = [found for found in _BY_RULE.finditer(before) if RULE.search(found["rule"])]
    return bool(rules and _RULING.match(after))


def called_names(passages: Iterable[Passage]) -> Iterator[str]:
    """Quoted words that stand beside what says that they are a name: wherever they come again, they are one."""
    for passage in passages:
        for quote in passage.quotes:
            inner = passage.text[quote.start : quote.end].strip()
            before, after = around(quote, passage)
            if len(inner) <= LONGEST_NAME and is_named(quote, passage, inner, before, after):
                yield inner


def around(quote: Quote, passage: Passage) -> tuple[str, str]:
    """What stands before a quotation, and what after it."""
    return passage.text[max(quote.start - 60, 0) : quote.start - 1], passage.text[quote.end + 1 : quote.end + 200]


class Names:
    """Which quoted words an article also writes bare: a name loses its marks, a word held at a distance keeps them."""

    def __init__(self, whole: str, called: Iterable[str] = ()) -> None:
        """The article's whole text, and the quoted words that it calls a name in some place."""
        self.whole = whole
        self.called = frozenset(called)
        self._known: dict[str, bool] = {}

    def holds(self, quote: Quote, passage: Passage, inner: str) -> bool:
        """Is it a name, by its form and by coming again without marks, or because all its words are proper nouns."""
        if len(inner) > LONGEST_NAME or ", " in inner:
            return False
        if inner in self.called:
            return True
        proper = _proper_nouns(quote, passage)
        if proper > 1:
            return True
        if _MOOD.match(around(quote, passage)[1]):
            return False
        if _is_verbal(quote, passage) or (passage.heads and not proper and not _LATIN.search(inner)):
            return False  # a headline sets marks around what it stresses: ‘구두 경고’
        if inner not in self._known:
            self._known[inner] = len(self._known) < MOST_NAMES and self._comes_bare(inner, proper > 0)
        return self._known[inner]

    def _comes_bare(self, inner: str, proper: bool) -> bool:
        common = " " in inner and _COMMON.search(inner + " ")
        looks = proper or re.search(r"[A-Za-z0-9]", inner) or " " in inner or len(inner) > 3
        spelled = r"\s?".join(map(re.escape, inner.replace(" ", "")))
        bare = rf"(?<![‘“'\"「『\w]){spelled}(?![’”'\"」』])"
        return bool(looks and not common and re.search(bare, self.whole))


def _is_verbal(quote: Quote, passage: Passage) -> bool:
    """Does it end as a verb does: '‘불완전한’ 복원'."""
    inside = [m for m in passage.read(()).morphemes if quote.start <= m.start and m.end <= quote.end]
    return bool(inside) and inside[-1].tag in ("ETM", "EC", "EF")


def _proper_nouns(quote: Quote, passage: Passage) -> int:
    """How many proper nouns it is made of; 0 if it holds anything else."""
    inside = [m for m in passage.read(()).morphemes if quote.start <= m.start and m.end <= quote.end]
    proper = all(m.tag in ("NNP", "SL", "SN") for m in inside) and any(m.tag == "NNP" for m in inside)
    return len(inside) if proper else 0
