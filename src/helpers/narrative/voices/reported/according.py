"""'기상청에 따르면 눈이 내린다', '통계청이 낸 자료에 따르면 …': words by the institution, the paper or the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.circles import told_among
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.reported.told import Told, end_of
from helpers.narrative.voices.speakers.alike import is_abroad
from helpers.narrative.voices.speakers.bodies import is_known_body
from helpers.narrative.voices.speakers.sources import Source

ACCORDING = ("따르다", "의하다", "종합하다", "보다", "살펴보다")  # with 면 behind them
_LOOKED_AT = re.compile(r"(?:조사|설문|집계|통계|분석|자료|보고서|현황)(?:\s?결과)?$")  # 통계청 조사 결과를 보면
_MADE = re.compile(
    r"(?:발표|공개|집계|조사|제출|발간|공표|배포|작성|실시|진행|분석|의뢰|보도|추산|추정|공시|확인|입수)하다$|(?:제출|전달|제공|회신|통보)받다$|"
    r"^(?:내다|내놓다|펴내다|벌이다|받다|하다|담다|쓰다|밝히다|알리다)$"
)
_TITLE = re.compile(r"\A([^‘“'\"「『]*+)[‘“'\"「『].*[’”'\"」』]")
_NO_SOURCE = re.compile(
    r"(?:계약|계약서|약관|기준|조건|방식|비율|원칙|관례|계획|일정|순서|절차|결과|경우|상황|수요|필요|변화|흐름|추세|요구|지시|명령)$|(?<!\S)(?:것|이|그)$"
)
_PAPER = re.compile(
    r"(?:의|이)?\s?(?:말|설명|보도|발표|주장|진술|전언|얘기|자료|보고서|조사|집계|통계|분석|추산|추정|공시|기록|백서|증언|제보|현황|취재)(?:\s결과)?$"
)
_OWN_REPORTING = re.compile(r"(?<!\S)(?:취재|취재\s?결과|취재\s?내용)$")
_ITS_NAME = re.compile(r"(?<=[가-힣]{3})(?:통계|백서|현황)$")  # of a paper: 한강철도통계
_BY_WORD = re.compile(r"(?P<who>.+?)(?:의|들의)?\s(?P<noun>말|설명|얘기|이야기|전언|주장|진술|증언|분석|관측)")


def according(clause: Clause, before: list[Clause], level: Level, end: int) -> Iterator[Told]:
    """What stands after 에 따르면 in a sentence that ends at ``end``."""
    taken = clause.predicate.lemma not in ("따르다", "의하다")
    particles = ("을", "를") if taken else ("에", "에게", "로", "으로")
    phrases = [p for p in level.phrases if p.end < clause.predicate.start and p.particle in particles]
    phrase = phrases[-1] if phrases and clause.predicate.start - phrases[-1].end < 6 else None
    looked = clause.predicate.lemma in ("보다", "살펴보다")
    if looked and not (phrase and _LOOKED_AT.search(source_of(phrase, level).bare)):
        return
    if phrase and _is_own_reporting(source_of(phrase, level)):
        return
    made = phrase and (_maker(phrase, before, level) or _with_title(phrase, level))
    if phrase and clause.predicate.lemma == "종합하다" and source_of(phrase, level).last in listed("saying", "nouns"):
        made = made or told_among((p for p in level.phrases if p.end < phrase.start), level)
    source = made or (_named(phrase, level) if phrase else None)
    if source is None or clause.predicate.end >= end - 1:
        return
    first = clause.predicate.end
    words = level.text[first:end]
    first += len(words) - len(words.lstrip(" ,"))
    last = end - (len(words) - len(words.rstrip(' .!?”"')))
    if first < last:
        yield Told(first, last, source, "따르다", "relays")


def _is_own_reporting(source: Source) -> bool:
    """Does a paper point at what it found out itself: '나루일보 취재에 따르면'; another country's is a source."""
    return bool(_OWN_REPORTING.search(source.bare)) and not is_abroad(source.bare)


def by_word_of(level: Level, start: int, end: int) -> Told | None:
    """What stands after '재단 설명으로는' in a sentence ``[start, end)`` that hands it on: '… 간직해 왔다고 한다'."""
    opening = next((p for p in level.phrases if start <= p.start < end), None)
    said = opening and _BY_WORD.fullmatch(level.text[opening.start : opening.end])
    if not (opening and said and opening.particle in ("으로는", "로는", "으론", "론")):
        return None
    source = Source(said["who"], level.morphemes[opening.first : opening.last])
    clauses = [c for c in level.clauses if start <= c.predicate.start < end]
    hands_on = len(clauses) > 1 and clauses[-2].kind == "quoting" and clauses[-1].predicate.lemma == "하다"
    if not source.can_speak(strict=True) or not (hands_on and clauses[-1].ending.endswith("ㄴ다")):
        return None
    first = opening.particle_end
    first += len(level.text[first:end]) - len(level.text[first:end].lstrip(" ,"))
    return Told(first, end_of(clauses[-2], level), source, said["noun"], "relays")


def _maker(phrase: Phrase, before: list[Clause], level: Level) -> Source | None:
    """Who made the paper: the 통계청 of '통계청이 낸 자료', the 도로공사 of '도로공사로부터 받은 자료'."""
    made = next((c for c in reversed(before) if c.modifies == phrase), None)
    if made is None or not _MADE.search(made.predicate.lemma):
        return None
    given = next((p for p in made.phrases if p.particle in ("에게서", "으로부터", "로부터", "에서")), None)
    by = given or made.subject or made.topic or next((p for p in made.phrases if p.place), None)
    source = source_of(by, level) if by else None
    shows = made.predicate.lemma in ("공개하다", "입수하다") and " " in level.text[phrase.start : phrase.end]
    if source and source.is_person and shows and source_of(phrase, level).is_document:
        return None  # '실장이 공개한 ‘사고의 첫 보고서’에 따르면': the paper, which he only shows
    return source if source and source.can_speak(strict=True) else None


def _with_title(phrase: Phrase, level: Level) -> Source | None:
    """The body that stands before a paper's name in marks: the 통계청 of '통계청 속보성 지표 ‘나루지수’에 따르면'."""
    if not _TITLE.match(level.text[phrase.start : phrase.end]):
        return None
    first = phrase
    for other in reversed([p for p in level.phrases if p.start < phrase.start]):
        if other.role != "bare" or level.text[other.end : first.start].strip():
            break
        first = other
    whole = level.text[first.start : phrase.end]
    return _body_before(re.split(r"[‘“'\"「『]", whole)[0].split(), first, whole, level)


def _body_before(words: list[str], first: Phrase, whole: str, level: Level) -> Source | None:
    """The body in front of the name of what it publishes: the 기상청 of '기상청 날씨누리'."""
    last = max((n for n, word in enumerate(words) if is_known_body(word)), default=None)
    if last is None or last == len(words) - 1:
        return None
    own = tuple(m for m in level.morphemes if first.start <= m.start < first.start + whole.find(words[last + 1]))
    return Source(" ".join(words[: last + 1]), own)


def _named(phrase: Phrase, level: Level) -> Source | None:
    """The institution or the person, the rule, or the paper itself if it has a name of its own."""
    whole = source_of(phrase, level)
    if _ITS_NAME.search(whole.text):
        return whole
    text = _PAPER.sub("", _TITLE.sub(r"\1", whole.text)).strip()
    text = re.sub(r"의$", "", text).strip()
    if whole.is_rule:
        return whole
    if text and not _NO_SOURCE.search(text):
        named = Source(text, whole.morphemes)
        if named.can_speak(strict=True) or named.is_document:
            return named
        if body := _body_before(text.split(), phrase, level.text[phrase.start : phrase.end], level):
            return body
    return whole if whole.is_document and len(whole.words) > 1 else None
