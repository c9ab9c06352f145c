"""What a quotation is for: somebody's words, a name, a word held at a distance, a rule's text, or a word stressed.

A quotation is speech where a verb or a noun of saying takes it. Else it is a name where its form, what stands beside it
or its coming again without marks says so; 'scare' where the text says that it is another's word; 'text' where a law or
a rule says it; and a 'term' where nothing says more than that somebody set marks around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.quotations import CORNER, DOUBLE, Quote
from helpers.narrative.voices.marked import Names, around, is_distanced, is_named, is_ruled
from helpers.narrative.voices.passages import Passage
from helpers.narrative.voices.quoted.saying import ANSWERED, AS_SAID, THAT_IS

_SPEECH_AFTER = re.compile(r"\s?(?:이?라(?:고|며|면서|는|던)|고|며|면서|는\s)")
_SAID_TO_BE = re.compile(r"(?:이었|였)다(?:고|며|면서|는)\s")  # '만남이 “…자리”였다며'
_POSTED = re.compile(
    r"\s?이?라는\s제목(?:의|으로)\s.{0,60}?(?:글|게시물|댓글|청원|영상)"
)  # somebody's own words as a title
_COPULA = re.compile(r"\s?(?:이?란|이?라는)\s")
_SENTENCE_END = re.compile(r"(?:[다요죠까네라자냐군니오]|[.!?…])[.!?…]*$")
_NOUN = "|".join(sorted(listed("saying", "nouns"), key=len, reverse=True))
SAID_AS = re.compile(rf"^\s?(?:이?라)?는\s+(?:\S+\s+){{0,2}}?(?P<noun>{_NOUN})(?![가-힣]{{3}})")
SAID_AMONG_OTHERS = re.compile(rf"^\s?(?:등(?:의|이라는|\s)|(?:과\s)?같은\s)\s*(?:\S+\s+)?(?P<noun>{_NOUN})")
_REJECTED = re.compile(r"^\s?(?:이?라)?는\s(?:말|주장|이야기|얘기|표현)[은는이에을]\s\S*?(?:\s\S*?)?(?:않|못|없)")
_GIVEN = re.compile(  # what only reported words are followed by, whatever marks they stand in
    r"\s?이?라(?:며|면서)\s|\s?(?:이?라)?고\s(?:\S+\s){0,2}(?:비판|반박|반발|주장|지적|강조|말했|말한|말하|밝혔|밝힌|일축|비난|호소|해명|답했|답한|대답|외쳤|외치"
    r"|설명|촉구|경고|항의|반문|맞섰|맞받|토로|당부|요구|전했|전한|덧붙|귀띔|털어놓|털어놨|피력|평했|평한|표현했|표현하)"
)
_UTTERED = re.compile(  # '‘해방의 날’이라는 발언을 했다'
    r"\s?이?라는\s(?:\S+\s)?(?:발언|주장|말|얘기|이야기|답|답변|해명|대답|질문|농담|폭언|욕설|막말)(?:[을를]|만)\s"
    r"(?:\S+\s)?(?:한|했|하[며고자는]|던[졌진]|내뱉|남[겼긴]|건[넸넨]|되풀이|반복|거듭|늘어놓)"
)
_TAKEN_TASK = re.compile(  # '‘감독이 해설을 맡지 않는 것은 관행’이라는 팀 안 비판'
    r"^\s?이?라는\s(?:\S+\s){0,2}?(?:비판|지적|반박|반론|반발|항의|주장|비난|해명|불만|답변)(?![가-힣]{3})"
)
_SHOWN = re.compile(  # '‘강을 살려라’란 손팻말을 들었다'
    r"\s?이?(?:라(?:고|는)|란)\s(?:(?:적힌|쓰인|적은|쓴|새긴)\s)?(?:\S+\s)?"
    r"(?:피켓|손?팻말|현수막|플래카드|펼침막|구호|머리띠|손피켓)[을를]\s(?:\S+\s)?(?:든|들|내걸|내건|걸|외치|외쳤|펼)"
)
_SAID = re.compile(r"\s?(?:이?라)?고(?:도|만)?\s(?:했|하며|하면서|한다)")
_EQUATION = re.compile(r"[은는을한]\s(?:것은|것도|건)\s\S{2,}$")  # a sentence whose copula stands behind the mark
_ABSURD = "|".join(sorted(listed("quoted", "absurd"), key=len, reverse=True))
_WEIGHED = re.compile(
    rf"^\s?(?:이?라)?는\s(?:{_ABSURD})\s(?:{_NOUN}|소문|낭설)(?!(?:을|를|만)\s(?:\S+\s)?(?:[폈펴펼했하]|내놓|내놨|늘어))"
)
_REASON = re.compile(r"[가-힣](?:어서|아서|해서|려고|니까|거든)$")
_SHOWN_OFF = re.compile(
    rf"\s?(?:이?라)?며\s(?:\S+\s){{0,3}}?(?:{'|'.join(sorted(listed('saying', 'shown_off')))})[을를]\s부"
)
_EACH = re.compile(r"\s?,\s[^‘’“”\",]{2,30}?[은는이가]\s")  # '시장은 ‘…’, 의장은 ‘…’라고 했다'
_CLOSED = re.compile(r"\s|[다요라]$")
_ENDS_VERBAL = re.compile(r"[다요죠까네라자냐군니오야지나돼해래]$")
_BULLET = re.compile(r"\s*[◇◆■□▲△▶▷●○◎★☆]\s?[^.!?]*$")  # a heading in the line of the text: '◇ 상인들 “…” : …'
_COLON = re.compile(r"[^.!?:“”\"]{0,30}\s:\s")
_LIST = re.compile(r"[\s,·、]*(?:[와과및]\s)?")

_DEFINED = re.compile(
    r"\s?[은는]\s[^.!?]{1,80}?(?:일컫|가리키|이르|뜻하|의미하)는\s(?:말|표현|단어|용어|낱말|은어|속어|이름)"
)
_TAKEN_FOR = re.compile(r"\s?이?라고\s(?:생각|여기|여긴|보[고았]|본다|봤|판단|부르|부른|불러)")


def use_of(quote: Quote, passage: Passage, names: Names) -> str:
    """'speech', 'name', 'scare', 'text' or 'term'; ``names`` of the article knows which words come again bare."""
    inner = passage.text[quote.start : quote.end].strip()
    before, after = around(quote, passage)
    if is_ruled(inner, before, after):
        return "text"
    if is_named(quote, passage, inner, before, after):
        told = _POSTED.match(after) or (passage.heads and " " in inner)
        spoken = _is_sentence(inner) or (told and _ends_verbal(quote, passage))
        return "speech" if spoken and quote.family == DOUBLE else "name"
    if _REJECTED.match(after):
        return "scare"
    if _WEIGHED.match(after):
        return "scare"
    if quote.family != CORNER and _SHOWN_OFF.match(after):
        return "scare"
    if quote.family != CORNER and " " in inner and _is_sentence(inner) and ANSWERED.match(after):
        return "speech"
    if quote.depth and " " not in inner and _TAKEN_FOR.match(after):
        return "term"  # '“이 일은 ‘꼼수’라고 생각한다”'
    shown = _SHOWN.match(after) and _is_sentence(inner)
    if shown or _UTTERED.match(after) or (_EQUATION.search(inner) and _TAKEN_TASK.match(after)):
        return "speech"
    distanced = is_distanced(before, after)
    defined = " " not in inner and _DEFINED.match(after)
    if not defined and _is_speech(quote, passage, inner, after, distanced):
        return "speech"
    if distanced:
        return "scare"
    return "name" if names.holds(quote, passage, inner) else "term"


def _ends_verbal(quote: Quote, passage: Passage) -> bool:
    """Does it end with a verb: '길을 막으면 좋을 텐데'."""
    inside = [m for m in passage.read(()).morphemes if quote.start <= m.start and m.end <= quote.end]
    return bool(inside) and inside[-1].tag in ("EC", "EF")


def _is_sentence(inner: str) -> bool:
    return bool(_SENTENCE_END.search(inner[-12:])) and (" " in inner or inner[-1] in ".!?…")


def _is_speech(quote: Quote, passage: Passage, inner: str, after: str, distanced: bool) -> bool:
    """Does a verb or noun of saying take it, or is it in double marks and makes a sentence."""
    linked_on = re.match(r"\s?(?:고|며|면서)\s", after) or SAID_AS.match(after)
    said = _is_sentence(inner) or (_SENTENCE_END.search(inner[-12:]) and linked_on)
    of_noun = quote.family != DOUBLE and re.match(r"\s?(?:이?라)?는\s", after) and not SAID_AS.match(after)
    if said and not of_noun and (quote.family == DOUBLE or _SPEECH_AFTER.match(after)):
        return True
    if quote.family != CORNER and _GIVEN.match(after) and not distanced:
        return True
    if quote.family != CORNER and said and " " in inner and SAID_AMONG_OTHERS.match(after):
        return True  # '‘재미있다’, ‘그래도 볼만하다’ 등의 반응을 보였다'
    if quote.family == DOUBLE and AS_SAID.search(passage.text[max(quote.start - 30, 0) : quote.start - 1]):
        return True
    return quote.family == DOUBLE and _is_said(quote, passage, inner, after)


def _is_said(quote: Quote, passage: Passage, inner: str, after: str) -> bool:
    """Are words in double marks that make no sentence somebody's words: by what follows, or as in a headline."""
    if " " in inner and THAT_IS.match(after):
        return True  # '“독재의 시작”이라는 것이다'
    if _SPEECH_AFTER.match(after):
        many = len(inner.split()) > (1 if SAID_AS.match(after) else 3)
        return not _COPULA.match(after) or many
    words = len(inner.split())
    if words > 1 and _REASON.search(inner) and re.match(r"\s", after):
        return True  # '“실컷 놀고 싶어서” 만든 마당'
    if words > 2 and _SAID_TO_BE.match(after):
        return True
    if heads(quote, passage) and len(inner) > 1 and _ENDS_VERBAL.search(inner) and passage.heads:
        return True
    return words > 5 or (words > 1 and heads(quote, passage)) or bool(SAID_AMONG_OTHERS.match(after))


def heads(quote: Quote, passage: Passage) -> bool:
    """Does the quotation stand in a headline: by its section, before its colon, or as no sentence ends."""
    row = passage.sentences[passage.index_at(quote.start)]
    start, end = passage.spans[passage.index_at(quote.start)]
    before, after = passage.text[start : quote.start - 1], passage.text[quote.end + 1 : end]
    runs_in = _BULLET.match(before) and " : " not in before and _COLON.match(after)
    return passage.heads or bool(runs_in) or not re.search(r"[.!?…]\W*$", row["text"][-12:])


def uses_of(passage: Passage, names: Names) -> dict[Quote, str]:
    """What each quotation of a passage is for; those of one list are all what its last one is."""
    uses: dict[Quote, str] = {}
    following: Quote | None = None
    for quote in reversed(passage.quotes):
        use = use_of(quote, passage, names)
        if following and use in ("scare", "term") and uses[following] == "speech" and quote.family == following.family:
            between = passage.text[quote.end + 1 : following.start - 1]
            listed_with = (len(between) < 5 and _LIST.fullmatch(between)) or (
                _is_sentence(passage.text[quote.start : quote.end]) and _EACH.fullmatch(between)
            )
            use = "speech" if listed_with and _CLOSED.search(passage.text[quote.start : quote.end]) else use
        uses[quote] = use
        following = quote
    for run in _lists(passage):  # of a list in which one is a name all are: ‘전장’, ‘어둠땅’
        if any(uses[quote] == "name" for quote in run):
            uses |= {quote: "name" for quote in run if uses[quote] == "term"}
        elif len(run) > 1 and all(uses[quote] == "term" for quote in run) and _are_said(run, passage):
            uses |= dict.fromkeys(run, "speech")
    return {quote: uses[quote] for quote in passage.quotes}


def _are_said(run: list[Quote], passage: Passage) -> bool:
    """Are words of a list said, of which one is a sentence: '‘아직은 아니다’ ‘먼 일’이라고 했다'."""
    said = _SAID.match(passage.text, run[-1].end + 1)
    start, _ = passage.spans[passage.index_at(run[0].start)]
    before = (p for p in passage.read(()).levels[0].phrases if start <= p.start and p.end < run[0].start)
    told = any(p.role == "topic" and not p.place for p in before)  # else it is not sure who says so
    return bool(said and told) and any(_is_sentence(passage.text[quote.start : quote.end].strip()) for quote in run)


def _lists(passage: Passage) -> Iterator[list[Quote]]:
    """Quotations with no more than a comma, a dot or 와 between them, in the same marks."""
    run: list[Quote] = []
    for quote in passage.quotes:
        between = passage.text[run[-1].end + 1 : quote.start - 1] if run else ""
        if run and not (quote.family == run[-1].family and len(between) < 5 and _LIST.fullmatch(between)):
            yield run
            run = []
        run = [*run, quote]
    if run:
        yield run
