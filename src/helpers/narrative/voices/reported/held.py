"""What somebody holds to be so, asks for, admits or points at: '… 것으로 본다', '… 것을 요구했다', '…음을 인정했다'."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.circles import opening_circle
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import LINK, LOOSE
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.told import Told, actor_of, end_of, opening_subject, opening_topic
from helpers.narrative.voices.speakers.sources import Source, modified

_PAST = 20  # ㅆ as the last of the letters that a syllable is made of
_AS = ("으로", "로", "으로는", "로는", "으론", "론")


def held(clause: Clause, before: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """The words that the object of a verb of holding, asking or admitting says."""
    if clause.kind == "adnominal":
        yield from _of_whom(clause, before, level, start)
        return
    if clause.quote is not None or _takes_quote(clause, before, level, start):
        return
    lemma = clause.predicate.lemma
    so = next((p for p in clause.phrases if _is(p, level, ("것", "걸")) and p.particle in ("으로", "로")), None)
    if so and lemma in listed("saying", "holds"):
        source = opening_circle(level, start, clause.predicate.start)
        source = source or actor_of(clause, level, start, (so.start, so.end))
        inner = next((c for c in reversed(before) if c.modifies == so), clause)
        source = source or (opening_topic(level, start, so.start) if clause.topic else None)
        source = source or opening_subject(inner, level, start)
        if source or (lemma in listed("saying", "sees") and clause.kind == "final"):
            how = "stated" if source else "goes on"
            first = start_of(inner, source, level, start)
            yield Told(_past_done(first, inner, level), so.end, source, lemma, how)
    elif lemma in listed("saying", "sees") and clause.kind == "final" and (not before or before[-1].kind != "quoting"):
        yield from _seen_as(clause, level, start)
    elif lemma in listed("saying", "asks") and clause.kind == "final" and _goes_on(clause, before, level, start):
        yield from _asked_too(clause, before, level, start)
    elif _tells_of(clause, before) and clause.object and not _is_clausal(clause.object, level):
        if level.text[clause.object.start] in "‘'" and clause.kind != "final":
            return  # '‘효도’를 강조하면서': a word of what follows
        yield from _matter(clause, before, level, start)
    elif before:
        yield from _asked(clause, before, level, start)


def _past_done(first: int, inner: Clause, level: Level) -> int:
    """``first`` moved over what was done before that which will be: '비가 내렸고, 눈이 내릴 것으로 예보해'."""
    if inner.ending not in ("ㄹ", "을"):
        return first
    done = [
        c.predicate.end
        for c in level.clauses
        if first <= c.predicate.start < inner.predicate.start and c.kind == "connective" and _is_done(c, level)
    ]
    ends = [end for end in done if level.text[end : end + 2] == ", "]
    return max(ends) + 2 if ends else first


def _is_done(clause: Clause, level: Level) -> bool:
    """Is the clause told in the past: '내렸고', '넓혔지만'."""
    own = level.morphemes[clause.predicate.first : clause.predicate.last + 1]
    return any(m.tag == "EP" and (ord(m.surface[-1]) - ord("가")) % 28 == _PAST and m.surface != "겠" for m in own)


def _of_whom(clause: Clause, before: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """'물러날 뜻이 없음을 밝힌 이사들', '둑을 허물 것을 요구한 주민들': said by him whom the clause describes."""
    thing = before[-1].modifies if before and before[-1].kind == "adnominal" else None
    said = bool(before) and (before[-1].kind == "nominal" or (thing is not None and _is(thing, level, ("것",))))
    who = clause.modifies
    if said and who is not None and not (clause.subject or clause.times):
        source = modified(source_of(who, level))
        if source.is_person and source.can_speak(strict=True):
            own = [before[-1], *(c for c in before if c.modifies in before[-1].phrases)]
            yield from _asked(clause, before, level, max(start, min(c.start for c in own)))


def _tells_of(clause: Clause, before: list[Clause]) -> bool:
    """Does the verb give a noun as the matter of what is said: '구축을 강조했다'.

    '사과를 요구했다' does at the end of a sentence that no other source tells.
    """
    lemma = clause.predicate.lemma
    relayed = any(c.predicate.lemma in ("따르다", "의하다") and c.ending == "면" for c in before)
    urges = lemma in listed("saying", "urges") and clause.kind == "final" and not relayed
    return urges or lemma in listed("saying", "tells_of")


def _takes_quote(clause: Clause, before: list[Clause], level: Level, start: int) -> bool:
    """Does the verb take a quotation, of which its object only tells the matter: '“춥다”라고 힘든 점을 고백했다'."""
    quotes = [m for m in level.morphemes if m.tag == QUOTED and start <= m.start < clause.predicate.start]
    link = LINK.match(level.text, quotes[-1].end) if quotes else None
    if link is None or not link["adverbial"] or LOOSE.match(level.text, quotes[-1].end):
        return False
    return all(c.kind in ("adnominal", "nominal") for c in before if c.predicate.start > quotes[-1].end)


def _is_clausal(phrase: Phrase, level: Level) -> bool:
    """Is it a bound noun or a noun of saying, whose words are read by the clause before it: 점, 것, 입장."""
    last = source_of(phrase, level).last
    return last in listed("saying", "points") | listed("saying", "nouns") | {"것", "걸", "이것", "이", "이를"}


def _matter(clause: Clause, before: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """What somebody stresses or speaks of, as a noun: '그는 항만의 구축을 강조했다'."""
    if before and before[-1].kind == "quoting":
        return
    source = actor_of(clause, level, start)
    if source or not (clause.subject or clause.topic or clause.of):
        assert clause.object is not None
        inner = next((c for c in reversed(before) if c.modifies == clause.object), clause)
        first = start_of(inner, source, level, start)
        words = level.text[first : clause.predicate.start]
        how = "stated" if source else "goes on"
        yield Told(first, first + len(words.rstrip()), source, clause.predicate.lemma, how, noun=True)


def _seen_as(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """What a source sees something as: '전문가들은 낡은 관을 원인으로 꼽는다', '업계에선 앞날을 밝게 본다'.

    Without a subject it is his who spoke just before: '승리의 비결로는 수비를 꼽았다'.
    """
    lemma = clause.predicate.lemma
    ground = _ground(clause, level, start) if lemma in listed("saying", "names") else None
    only = lemma in listed("saying", "only_names")
    seen = ground or (None if only else next((p for p in clause.phrases if p.particle in _AS), None))
    circle = opening_circle(level, start, clause.predicate.start)
    source = circle or (actor_of(clause, level, start) if seen else None)
    topic = clause.topic if clause.topic != seen else None
    matter = topic if topic and not source_of(topic, level).can_speak(strict=True) else None  # '이자율은 3%로 예상했다'
    left_out = seen and (clause.object or ground or matter) and not (source or clause.subject) and topic == matter
    if left_out or (source and _is_view(source, clause, seen, level)):
        first = start_of(clause, source, level, start)
        words = level.text[first : clause.predicate.start]
        yield Told(first, first + len(words.rstrip()), source, lemma, "stated" if source else "goes on")


def _ground(clause: Clause, level: Level, start: int) -> Phrase | None:
    """What the object is named as, wherever it stands before the verb: the 비결 of '비결로는 땀 흘린 날들을 꼽았다'."""
    before = (p for p in level.phrases if start <= p.start and p.end < clause.predicate.start and p.particle in _AS)
    return next((p for p in before if source_of(p, level).last.strip("'‘’\"“”") in listed("saying", "grounds")), None)


def _is_view(source: Source, clause: Clause, seen: Phrase | None, level: Level) -> bool:
    """Is what somebody sees as something his view: a circle's, that of people without a name, or an estimate."""
    nameless = source.kind == "unnamed" and source.is_person
    estimate = seen is not None and any(m.tag == "SN" for m in level.morphemes[seen.first : seen.last + 1])
    return source.circle or nameless or estimate or clause.predicate.lemma in listed("saying", "sees_as")


def _asked(clause: Clause, before: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """'숲을 베지 말 것을 요구했다', '직원이 는다는 점을 지적했다', '직원이 줄었음을 인정했다'."""
    inner, lemma = before[-1], clause.predicate.lemma
    thing = inner.modifies if inner.kind == "adnominal" else None
    if inner.kind == "nominal" and inner.ending in ("음", "ㅁ"):
        fits = _admits(clause, level) and level.text[inner.predicate.end : inner.predicate.end + 1] in "을도"
    elif thing is None or thing not in clause.phrases or (thing.role != "object" and thing.particle != "도"):
        fits = False
    elif inner.ending in ("ㄹ", "을"):
        fits = _is(thing, level, ("것", "걸")) and lemma in listed("saying", "asks")
    else:
        fits = _is(thing, level, ("점", "사실")) and lemma in listed("saying", "admits") and len(inner.ending) < 2
    if fits and lemma in listed("saying", "finds_out") and clause.kind == "connective":
        return  # '들른 사실을 확인하고 길을 막았다': what it did, and no words
    source = (actor_of(clause, level, start) or opening_topic(level, start, inner.start)) if fits else None
    nobody = fits and (inner.kind == "nominal" or (inner.ending in ("ㄹ", "을") and clause.kind == "final"))
    others = [source_of(p, level) for p in (clause.subject, clause.of, clause.topic) if p]
    if source or (nobody and not any(other.can_speak(strict=True) for other in others)):
        end = thing.end if thing and _is(thing, level, ("것", "걸")) else end_of(inner, level)
        yield Told(start_of(inner, source, level, start), end, source, lemma, "stated" if source else "goes on")


def _admits(clause: Clause, level: Level) -> bool:
    """Does the verb take what is so: '없음을 인정했다', '없음을 분명히 했다'."""
    how = level.text[: clause.predicate.start].split()[-1:]
    clearly = clause.predicate.lemma == "하다" and bool(how) and how[0] in listed("saying", "clearly")
    return clearly or clause.predicate.lemma in listed("saying", "admits")


def _goes_on(clause: Clause, before: list[Clause], level: Level, start: int) -> bool:
    """Does one who spoke before go on asking: by '또', '아울러' at the head, or by 도, and with nobody else in it."""
    own = [p for p in clause.phrases if p.role == "subject" or (p.role == "topic" and _is_doer(p, clause, level))]
    quoting = bool(before) and before[-1].kind == "quoting"
    opening = level.text[start:].split(maxsplit=1)[:1]
    more = any(p.particle == "도" for p in clause.phrases)
    quoting = quoting or opening_topic(level, start, clause.predicate.start) is not None
    return not (own or clause.of or quoting) and (more or opening[0].strip(",") in listed("saying", "going_on"))


def _is_doer(phrase: Phrase, clause: Clause, level: Level) -> bool:
    """Is a topic who asks, and with 도 not what is asked for: '시도 다리를 요구했다', but '다리도 요구했다'."""
    able = clause.object is not None and source_of(phrase, level).can_speak(strict=True)
    return phrase.particle != "도" or able


def _asked_too(clause: Clause, before: list[Clause], level: Level, start: int) -> Iterator[Told]:
    """'또 항만의 보강도 요청했다', '아울러 가로등을 세워 줄 것도 요구했다'."""
    thing = clause.object or next((p for p in clause.phrases if p.particle == "도"), None)
    if thing is None or (_is_clausal(thing, level) and not _is(thing, level, ("것", "걸"))):
        return
    inner = next((c for c in reversed(before) if c.modifies == thing), clause)
    first = min(start_of(inner, None, level, start), thing.start)
    yield Told(first, thing.end, None, clause.predicate.lemma, "goes on")


def _is(phrase: Phrase, level: Level, words: tuple[str, ...]) -> bool:
    return level.text[phrase.start : phrase.end] in words
