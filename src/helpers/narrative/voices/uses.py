"""What a quotation is for: somebody's words, a word held at a distance, or a name."""

from __future__ import annotations

import re

from helpers.lexicons import words as listed
from helpers.narrative.grammar.quotations import CORNER, DOUBLE, Quote
from helpers.narrative.voices.passages import Passage

_SPEECH_AFTER = re.compile(r"\s?(?:이?라(?:고|며|면서|는|던)|고|며|면서|는\s)")
_COPULA = re.compile(r"\s?(?:이?란|이?라는)\s")
_SENTENCE_END = re.compile(r"(?:[다요죠까네라자냐군니오]|[.!?…])[.!?…]*$")
LONGEST_NAME = 40  # characters
MOST_NAMES = 500  # quoted words of one article that are looked for again
_KINDS = """
프로젝트 펀드 시리즈 보고서 논문 서비스 브랜드 제품 앱 플랫폼 모델 영화 드라마 소설 책 시집 노래 앨범 곡 연극
뮤지컬 전시 축제 행사 대회 캠페인 프로그램 예능 방송 채널 게임 웹툰 신문 잡지 학술지 매체 식당 카페 호텔 단체
모임 팀 그룹 밴드 재단 협회 법 법안 제도 사업 계획 작전 위성 로켓 칩 엔진 차량 세단 전기차 스마트폰 로봇 태풍
챗봇 도시 단지 출판사 서점 책방 가게 극단 이름의
"""
_EVENTS = (
    "페스티벌 콘퍼런스 컨퍼런스 포럼 한마당 축제 박람회 전시회 엑스포 세미나 심포지엄 TV 영화제 음악제 월드컵 마라톤"
)
_NAMING = re.compile(
    rf"(?:{'|'.join(_KINDS.split())}|(?:이름|제목|상호|별명|명칭)[은이]|(?:발표|발간|공표|배포)한|펴낸)\s*$"
)
_NAMED_SO = re.compile(
    rf"^\s?(?:이?라는\s+(?:이름|제목|브랜드|상호|명칭|별명|(?:{'|'.join(_KINDS.split())})(?![가-힣]{{2}}))|\([A-Za-z]"
    r"|(?:\s?\S+)?에\s따르면"
    r"|(?:시스템|기능|서비스|플랫폼|프로젝트|시리즈|프로그램|캠페인|공식|브랜드)(?=[은는이가을를의에로와과도,\s]|$))"
)
_TITLED = re.compile(
    r"\([A-Za-z][A-Za-z0-9 .&-]*\)$|^제\d+회\s|[가-힣A-Za-z] (?:19|20)\d\d$"
    rf"|[가-힣A-Za-z]\s?(?:{'|'.join(_EVENTS.split())})$"
    r"|\S\s(?:동향|보고서|백서|실태조사|종합대책|기본계획|종합계획)$"
)
_HELD = re.compile(r"(?:이른바|소위|일명|말하는|일컫는|불리는|불린)\s*$")


_NOUN = "|".join(sorted(listed("voices", "nouns"), key=len, reverse=True))
SAID_AS = re.compile(rf"^\s?(?:이?라)?는\s+(?:\S+\s+){{0,2}}?(?P<noun>{_NOUN})(?![가-힣]{{3}})")
SAID_AMONG_OTHERS = re.compile(rf"^\s?등(?:의|이라는|\s)\s*(?:\S+\s+)?(?P<noun>{_NOUN})")
_REJECTED = re.compile(r"^\s?(?:이?라)?는\s(?:말|주장|이야기|얘기|표현)[은는이에을]\s\S*?(?:\s\S*?)?(?:않|못|없)")
_GIVEN = re.compile(  # what only reported words are followed by, whatever marks they stand in
    r"\s?이?라(?:며|면서)\s|\s?(?:이?라)?고\s(?:\S+\s){0,2}(?:비판|반박|반발|주장|지적|강조|말했|말한|말하|밝혔|밝힌|일축|비난|호소|해명|답했|답한|대답|외쳤|외치"
    r"|설명|촉구|경고|항의|반문|맞섰|맞받|토로|당부|요구)"
)
_CLOSED = re.compile(r"\s|[다요라]$")
_ENDS_VERBAL = re.compile(r"[다요죠까네라자냐군니오야지나돼해래]$")
_LIST = re.compile(r"[\s,·、]*(?:[와과및]\s)?")


class Names:
    """Which quoted words an article also writes bare: a name loses its marks, a word held at a distance keeps them."""

    def __init__(self, whole: str) -> None:
        self.whole = whole
        self._known: dict[str, bool] = {}

    def holds(self, inner: str) -> bool:
        """Is ``inner`` a name, by its form and by coming again without marks."""
        if len(inner) > LONGEST_NAME:
            return False
        if inner not in self._known:
            self._known[inner] = len(self._known) < MOST_NAMES and self._comes_bare(inner)
        return self._known[inner]

    def _comes_bare(self, inner: str) -> bool:
        common = re.search(r"(?:의|한|된|는|은|운|던|적)\s", inner + " ") and " " in inner
        looks = re.search(r"[A-Za-z0-9]", inner) or " " in inner or len(inner) > 3
        spelled = r"\s?".join(map(re.escape, inner.replace(" ", "")))
        bare = rf"(?<![‘“'\"「『\w]){spelled}(?![’”'\"」』])"
        return bool(looks and not common and re.search(bare, self.whole))


def use_of(quote: Quote, passage: Passage, names: Names) -> str:
    """'speech', 'scare' or 'name'; ``names`` of the article knows which words come again without marks."""
    text, inner = passage.text, passage.text[quote.start : quote.end].strip()
    before, after = text[max(quote.start - 40, 0) : quote.start - 1], text[quote.end + 1 : quote.end + 200]
    ends = bool(_SENTENCE_END.search(inner[-12:]))
    sentence = ends and (" " in inner or inner[-1] in ".!?…")
    if quote.family == CORNER or _NAMING.search(before) or _NAMED_SO.match(after) or _TITLED.search(inner):
        return "speech" if sentence and quote.family == DOUBLE else "name"
    if _REJECTED.match(after):
        return "scare"
    linked_on = re.match(r"\s?(?:고|며|면서)\s", after) or SAID_AS.match(after)
    said = sentence or (ends and linked_on)
    of_noun = quote.family != DOUBLE and re.match(r"\s?(?:이?라)?는\s", after) and not SAID_AS.match(after)
    if said and not of_noun and (quote.family == DOUBLE or _SPEECH_AFTER.match(after)):
        return "speech"
    if quote.family != CORNER and _GIVEN.match(after) and not _HELD.search(before):
        return "speech"
    if quote.family == DOUBLE and _is_said(quote, passage, inner, after):
        return "speech"
    if _HELD.search(before) or quote.depth:
        return "scare"
    return "name" if names.holds(inner) else "scare"


def _is_said(quote: Quote, passage: Passage, inner: str, after: str) -> bool:
    """Are words in double marks that make no sentence somebody's words: by what follows, or as in a headline."""
    if _SPEECH_AFTER.match(after):
        many = len(inner.split()) > (1 if SAID_AS.match(after) else 3)
        return not _COPULA.match(after) or many
    words = len(inner.split())
    if heads(quote, passage) and len(inner) > 1 and _ENDS_VERBAL.search(inner) and passage.heads:
        return True
    return words > 5 or (words > 1 and heads(quote, passage)) or bool(SAID_AMONG_OTHERS.match(after))


def heads(quote: Quote, passage: Passage) -> bool:
    """Does the quotation stand in a headline: by its section, or because the line ends as no sentence does."""
    row = passage.sentences[passage.index_at(quote.start)]
    return passage.heads or not re.search(r"[.!?…]\W*$", row["text"][-12:])


def uses_of(passage: Passage, names: Names) -> dict[Quote, str]:
    """What each quotation of a passage is for; those of one list are all what its last one is."""
    uses: dict[Quote, str] = {}
    following: Quote | None = None
    for quote in reversed(passage.quotes):
        use = use_of(quote, passage, names)
        if following and use == "scare" and uses[following] == "speech" and quote.family == following.family:
            between = passage.text[quote.end + 1 : following.start - 1]
            listed_with = len(between) < 5 and _LIST.fullmatch(between)
            use = "speech" if listed_with and _CLOSED.search(passage.text[quote.start : quote.end]) else use
        uses[quote] = use
        following = quote
    return {quote: uses[quote] for quote in passage.quotes}
