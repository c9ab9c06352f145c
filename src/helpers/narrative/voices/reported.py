"""Words that a sentence gives to somebody without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.sources import Source, modified
from helpers.narrative.voices.speakers import is_saying

_TO_BE_SO = re.compile(r"것으로$|것이라고$|것이라는$")
_SO = re.compile(r"(?:에|에게|의하면)?\s?(?:따르면|의하면)$")
_MADE = re.compile(
    r"(?:발표|공개|집계|조사|제출|발간|공표|배포|작성|실시|진행|분석|의뢰|보도)하다$|^(?:내다|내놓다|펴내다|벌이다|받다|하다|담다)$"
)
_SEES = frozenset(["꼽다", "분석하다", "평가하다", "진단하다", "해석하다", "보다"])
_TITLE_SO = re.compile(r"\A([^‘“'\"「『]*+)[‘“'\"「『].*[’”'\"」』]")
_NO_SOURCE = re.compile(
    r"(?:계약|계약서|약관|기준|원칙|관례|계획|일정|순서|절차|지침|결과|경우|상황|것|이|그|수요|필요|변화|흐름|추세|요구|지시|명령)$"
)


@dataclass(frozen=True)
class Told:
    """The words ``[start, end)``, who says them (None: nobody is named), the verb or noun of saying.

    how  as in ``speakers.Found``: stated, nobody, left out
    """

    start: int
    end: int
    source: Source | None
    verb: str | None
    how: str


def reported_in(level: Level, start: int, end: int) -> list[Told]:
    """The words without marks in a sentence ``[start, end)`` of a level, one row for each speaker."""
    found: list[Told] = []
    for told in _all(level, start, end):
        same = next((t for t in found if (t.source and t.source.bare) == (told.source and told.source.bare)), None)
        if same is None and (told.source or not found):
            found.append(told)
    named = [told for told in found if told.source]
    return named or found


def _all(level: Level, start: int, end: int) -> Iterator[Told]:
    clauses = [c for c in level.clauses if start <= c.predicate.start < end]
    for number, clause in enumerate(clauses):
        after = clauses[number + 1] if number + 1 < len(clauses) else None
        relayed = number > 0 and is_saying(clause) and clauses[number - 1].kind == "quoting"
        if relayed and after:
            continue  # 보도했다 in '… 말했다고 하늘통신이 보도했다': the words are his who said them
        if clause.kind == "quoting" and after:
            yield from _quoting(clause, clauses[number + 1 :], level, start)
        elif clause.kind == "adnominal" and _gives(clause) and (clause.modifies or after):
            yield from _of_noun(clause, after, level, start, end)
        elif clause.predicate.lemma in ("따르다", "의하다") and clause.ending == "면":
            yield from _according(clause, clauses[:number], level, end)
    for clause in clauses:
        if clause.predicate.lemma in _SEES and clause.quote is None and clause.kind == "final":
            yield from _seen_as(clause, level, start)
        held = next((p for p in clause.phrases if _to_be_so(p, level)), None)
        if held and clause.predicate.lemma in listed("voices", "holds") and clause.quote is None:
            source = _actor(clause, level, start)
            if source and clause.kind != "adnominal":
                first = _first_after(source, clauses, level, start)
                yield Told(first, held.particle_end, source, clause.predicate.lemma, "stated")


def _seen_as(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """'전문가들은 낡은 관을 원인으로 꼽는다': what an unnamed source sees something as."""
    seen = [p for p in clause.phrases if p.particle in ("으로", "로")]
    source = _actor(clause, level, start) if seen else None
    if (source and source.kind == "unnamed" and source.is_person) or (source and source.circle):
        yield Told(
            _first_after(source, [clause], level, start),
            clause.predicate.start,
            source,
            clause.predicate.lemma,
            "stated",
        )


def _to_be_so(phrase: Phrase, level: Level) -> bool:
    return level.text[phrase.start : phrase.end] in ("것", "걸") and phrase.particle in ("으로", "로")


def _gives(clause: Clause) -> bool:
    return len(clause.ending) > 1 and clause.ending in listed("grammar", "quoting_adnominal")


def _quoting(clause: Clause, following: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """'물이 깨끗하다고 시는 밝혔다', '파업하겠다며 맞섰다'."""
    after = following[0]
    if clause.quote and (is_saying(clause) or clause.predicate.start - clause.quote.end <= 1):
        return  # words in marks, which have a row of their own
    between = level.text[clause.predicate.end : after.predicate.start]
    weak = clause.ending.endswith(("며", "면서"))
    lemma = after.predicate.lemma
    if after.quote is not None and after.quote.start > clause.predicate.end and not weak:
        return
    if not weak and (lemma in listed("voices", "no_saying") or not is_saying(after)):
        return
    if (not weak and lemma == "하다" and after.relation in ("cause", "concession", "condition")) or len(between) > 60:
        return
    source = None
    for candidate in following[:3]:
        source = _actor(candidate, level, start)
        if source is None and candidate.kind == "adnominal" and clause.subject:
            named = source_of(clause.subject, level)
            source = named if named.can_speak(strict=True) else None
        if source or candidate.kind == "final" or is_saying(candidate):
            break
    source = source or _first_topic(clause, level, start)
    hearsay = level.text[after.predicate.start : after.predicate.end].endswith("한다")
    if lemma == "하다" and (source is None or (hearsay and after.subject and not after.topic)):
        return
    own = clause.subject or clause.topic
    if source is None and own is None and weak:
        return
    verb = next((c.predicate.lemma for c in following[:3] if is_saying(c)), None)
    first = _first_after(source, [clause], level, start)
    yield Told(
        min(first, clause.predicate.start), clause.predicate.end, source, verb, "stated" if source else "left out"
    )


def _of_noun(clause: Clause, after: Clause | None, level: Level, start: int, end: int) -> Iterator[Told]:
    """'정부는 … 는 입장이다', '… 는 지적이 나온다', '… 는 점을 강조했다', '… 라는 게 업계의 설명이다'."""
    if level.morphemes[max(clause.predicate.first - 1, 0)].tag == QUOTED:
        return  # words in marks
    phrase = clause.modifies
    written = level.text[phrase.start : phrase.end] if phrase and phrase.start < end else ""
    if not written or (
        after and after.predicate.lemma.endswith("이다") and after.predicate.start <= clause.predicate.end + 2
    ):
        written = after.predicate.lemma.removesuffix("이다") if after else written
    if written in ("게", "것", "거") and after:
        yield from _by(clause, after, level, start, end)
        return
    noun = next((n for n in _NOUNS if written == n or written.endswith(" " + n)), None)
    point = written in listed("voices", "points")
    if (noun is None and not point) or after is None:
        return
    if phrase and phrase.start < end and phrase.role not in ("object", "topic", "subject", "bare"):
        return
    noun = noun or written
    lemma = after.predicate.lemma
    words_end = clause.predicate.end - (1 if clause.ending.endswith("는") else 0)
    words_end -= 2 if level.text[:words_end].endswith("이라") else 0
    copula = lemma.endswith("이다")
    own = noun in listed("voices", "own_nouns")
    owner = written.removesuffix(noun).strip().removesuffix("의").strip()
    impersonal = lemma in listed("voices", "impersonal")
    if not owner and not copula and not impersonal and not is_saying(after) and lemma not in _GIVING:
        return
    whose = _named(owner, level, phrase) if len(owner) > 1 else None
    if whose and whose.can_speak(strict=True):
        yield Told(clause.start, words_end, whose, noun, "stated")
        return
    if copula and noun == "말" and not owner:
        return  # 말이다 closes a sentence as well
    if impersonal or (copula and not own):
        circle = _circle(clause, after, level, start)
        if impersonal or copula:
            first = _first_after(circle, [clause], level, start) if circle else start
            yield Told(first, words_end, circle, noun, "stated" if circle else "nobody")
        return
    source = _actor(after, level, start)
    if source and copula and noun not in _HELD_BY_TOPIC and not (source.kind == "named" or source.is_person):
        source = None
    if source is None and point and not own:
        return
    if source is None:
        source = _circle(clause, after, level, start)
    first = _first_after(source, [clause], level, start) if source else start
    how = "stated" if source else "left out" if noun in _GIVEN or (own and not copula) else "nobody"
    yield Told(
        min(first, clause.predicate.start), words_end, source, noun if copula or not is_saying(after) else lemma, how
    )


_NOUNS = sorted(listed("voices", "nouns"), key=len, reverse=True)
_HELD_BY_TOPIC = frozenset(
    ["각오", "계획", "구상", "방침", "의견", "입장", "생각", "뜻", "의사", "의지", "당부", "호소"]
)
_GIVEN = _HELD_BY_TOPIC | frozenset(["설명", "해명", "주장", "취지", "답변", "항변", "반론", "변명", "하소연"])
_GIVING = frozenset(
    [
        "내놓다",
        "펴다",
        "보이다",
        "내다",
        "가지다",
        "갖다",
        "쏟아내다",
        "이어가다",
        "견지하다",
        "유지하다",
        "고수하다",
        "내비치다",
        "드러내다",
        "듣다",
        "거두다",
        "굳히다",
        "주다",
        "놓다",
    ]
)


def _by(clause: Clause, after: Clause, level: Level, start: int, end: int) -> Iterator[Told]:
    """'… 라는 게 업계의 설명이다'."""
    if not after.predicate.lemma.endswith("이다"):
        return
    text = level.text[clause.predicate.end : after.predicate.end]
    noun = after.predicate.lemma.removesuffix("이다")
    found = re.match(rf"\s?(?:게|것이|것은|거)\s(?P<who>.{{1,40}}?)(?:의|들의|측의)?\s*{re.escape(noun)}", text)
    if found and noun in listed("voices", "nouns") and (who := found["who"].removesuffix("의").strip()):
        yield Told(start, clause.predicate.end - 1, _named(who, level, None), noun, "stated")


def _according(clause: Clause, before: list[Clause], level: Level, end: int) -> Iterator[Told]:
    """'기상청에 따르면 눈이 내린다', '통계청이 낸 자료에 따르면 …'."""
    source: Source | None = None
    phrases = [
        p for p in level.phrases if p.end < clause.predicate.start and p.particle in ("에", "에게", "로", "으로")
    ]
    phrase = phrases[-1] if phrases and clause.predicate.start - phrases[-1].end < 6 else None
    if phrase is None:
        return
    maker = next((c for c in reversed(before) if c.modifies == phrase), None)
    if maker and _MADE.search(maker.predicate.lemma):
        given = next((p for p in maker.phrases if p.particle in ("에게서", "으로부터", "로부터", "에서")), None)
        by = given or maker.subject or maker.topic or next((p for p in maker.phrases if p.place), None)
        source = source_of(by, level) if by else None
        if source and not source.can_speak(strict=True):
            source = None
    if source is None:
        whole = source_of(phrase, level)
        text = re.sub(
            r"(?:의|이)?\s?(?:말|설명|보도|발표|주장|진술|전언|얘기|자료|보고서|조사|집계|통계|분석)$",
            "",
            _TITLE_SO.sub(r"\1", whole.text),
        ).strip()
        text = re.sub(r"의$", "", text).strip()
        named = Source(text, whole.morphemes) if text else whole
        document = whole.last in listed("voices", "documents") or whole.last.endswith(("법", "규정", "조례", "시행령"))
        if text and not _NO_SOURCE.search(text) and (named.can_speak(strict=True) or document):
            source = named
        elif document and whole.text not in listed("voices", "documents"):
            source = whole
    if source is None or clause.predicate.end >= end - 1:
        return
    first = clause.predicate.end
    words = level.text[first:end]
    first += len(words) - len(words.lstrip(" ,"))
    last = end - (len(words) - len(words.rstrip(' .!?”"')))
    if first < last:
        yield Told(first, last, source, "따르다", "stated")


def _actor(clause: Clause, level: Level, start: int) -> Source | None:
    """Who does what the clause says, if that is one who can speak."""
    own = [p for p in clause.phrases if p.role in ("subject", "topic") and not p.place]
    topics = [p for p in own if p.role == "topic"]
    order = [*[p for p in reversed(own) if p.role == "subject"], *topics]
    order = [*[p for p in topics if source_of(p, level).is_person], *order]
    if clause.kind == "adnominal" and not (own or clause.times) and clause.modifies:
        order.append(clause.modifies)
    if clause.of and clause.of.start >= start:
        order.append(clause.of)
    order += [p for p in clause.phrases if p.place and p.role == "topic"]
    for phrase in order:
        source = modified(source_of(phrase, level)) if phrase == clause.modifies else source_of(phrase, level)
        if source.can_speak(strict=True):
            return source
    return None


def _first_topic(clause: Clause, level: Level, start: int) -> Source | None:
    """The topic with which the sentence opens, where clauses with topics of their own stand between."""
    topics = [
        p for p in level.phrases if start <= p.start < clause.predicate.start and p.role == "topic" and not p.place
    ]
    source = source_of(topics[0], level) if len(topics) > 1 else None
    return source if source and source.can_speak(strict=True) else None


def _circle(clause: Clause, after: Clause, level: Level, start: int) -> Source | None:
    """The circle of whom it is told: 업계에서는, 전문가들 사이에서."""
    phrases = [p for p in level.phrases if start <= p.start and p.end <= after.predicate.start]
    for phrase in phrases:
        source = source_of(phrase, level)
        text = re.sub(r"\s(?:사이|가운데|내부|안팎)$", "", source.text)
        group = Source(text, source.morphemes)
        if (phrase.place or text != source.text) and (group.circle or group.is_person or group.is_body):
            return group
    return None


def _named(text: str, level: Level, phrase: Phrase | None) -> Source:
    place = level.text.find(text)
    return Source(text, tuple(m for m in level.morphemes if place <= m.start and m.end <= place + len(text)))


def _first_after(source: Source | None, clauses: list[Clause], level: Level, start: int) -> int:
    """Where the told words begin: after the speaker if he stands before them, else with the clause."""
    first = min((c.start for c in clauses), default=start)
    if source and source.morphemes:
        end = source.morphemes[-1].end
        particle = next((p.particle_end for p in level.phrases if p.end == end), end)
        last = max((c.predicate.end for c in clauses), default=particle)
        if particle < last and start <= source.morphemes[0].start:
            first = particle
        elif particle < last:
            first = start
    words = level.text[first:]
    return first + len(words) - len(words.lstrip(" ,"))
