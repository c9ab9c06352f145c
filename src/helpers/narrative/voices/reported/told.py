"""What is told without marks, and from where to where its words go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from helpers.lexicons import load
from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.quoted.saying import LINK, is_saying
from helpers.narrative.voices.speakers.sources import Source, modified

_LINKED = re.compile(r"(?P<stem>.*?)(?:(?:이?라)?(?:고(?:도|는|만)?|며|면서도?|는|던)|이란|(?<=거)란)$", re.DOTALL)
_AFTERWARDS = re.compile(r"(?:\s(?:뒤|후|다음|데\s이어)(?=[\s,]))?")
_DATELINE = re.compile(
    r"\([^()=]{1,12}=[^()=]{1,20}\)\s*(?:\S{2,4}\s(?:선임기자|기자|특파원)\s*=\s*)?"
)  # '(한강=하늘통신) 박하늘 기자 ='
_WITH = re.compile(r"[가-힣A-Za-z0-9‘’'<>]{1,15}[와과](?:의)?\s")  # '본지와의 통화에서'
_TOO = re.compile(r"\s(?:역시|또한)(?=\s)")
_IN_IT = re.compile(r"에(?:서)?(?:는|도)?$")
_BY = re.compile(r"\s?\([^()]{1,20}\)")
_HOUR = r"(?:\s(?:이른\s)?(?:오전|오후|새벽|아침|낮|밤|저녁))?(?:\s\d{1,2}시(?:\s?\d{1,2}분|\s반)?(?:께|쯤|경)?)?"
_DAY = re.compile(rf"(?:지난\s|오는\s)?\d{{1,2}}일(?:\(현지\s?(?:시간|시각)\))?{_HOUR}(?=[\s,])")
_WHEN = re.compile(r"(?:지난해|작년|올해|지난달|이달|지난주|최근|당시|전날|이날|어제|오늘)\s")
_HELD_IN = re.compile(r"\s(?:과정|자리|도중|직후)$")  # '변론 과정에서', '회견 자리에서


@dataclass(frozen=True)
class Told:
    """The words ``[start, end)``, who says them (None: nobody is named), the verb or noun of saying.

    how  as in ``quoted.Found``: stated, nobody, left out, answers;
         'relays': a source to which the sentence only points;
         'spelled out': '문제는 적다는 것이다', which is somebody's only where the sentence before says that he speaks;
         'laid out': '이익은 적다는 것이다', his also who spoke in the sentence before;
         'acted': the reason, '… 는 이유에서다', of him whose act the sentence before tells;
         'held': by people of whom it is only told that there are such;
         'taken up': asked by one whom another answers: '… 느냐는 박 의원의 질문에';
         'talked of': '… 다시 그린다고 한다', said maybe by him of whom the sentence before is
    noun  are the words but a noun, the matter of which somebody speaks: '항만의 구축을 강조했다'
    instead  where the words begin if the source is but a thing of which he tells who spoke before: '놀이터는 곧 연다고'
    """

    start: int
    end: int
    source: Source | None
    verb: str | None
    how: str
    instead: int | None = None
    noun: bool = False


def end_of(clause: Clause, level: Level) -> int:
    """Where the words of a clause end that is given to somebody: before 고, 며, 는, and before the 이라 of a noun."""
    written = level.text[clause.predicate.start : clause.predicate.end]
    linked = _LINKED.match(written)
    if not linked:
        return clause.predicate.end
    copula = any(m.tag == "VCP" for m in level.morphemes[clause.predicate.last - 2 : clause.predicate.last + 1])
    stem = linked["stem"] if copula else re.sub(r"(?:고(?:도|는|만)?|며|면서도?|는|던)$", "", written)
    return clause.predicate.start + len(stem) if stem or copula else clause.predicate.end


def start_of(clause: Clause, source: Source | None, level: Level, start: int) -> int:
    """Where words begin that end with ``clause``, in a sentence that begins at ``start``.

    After the speaker where he stands before them, after what was said by somebody before, after a quotation in marks,
    and after how and where they were said: 기자회견을 열고, 보고서를 인용해. A conjunction is none of them.
    """
    limit = clause.predicate.start
    first = max([start, *said_before(clause, level, start)])
    if source and source.morphemes:
        named = source.morphemes[-1].end
        particle = next((p.particle_end for p in level.phrases if p.end == named), named)
        too = _TOO.match(level.text, particle)
        first = (too.end() if too else particle) if first <= particle <= limit else first
    first = _past_clauses(first, limit, level)
    return min(_past_words(first, limit, level), limit)


def said_before(clause: Clause, level: Level, start: int) -> list[int]:
    """The ends of what was said before the clause in its sentence: '시는 …고 밝혔고, ', '“…”라며 '."""
    ends: list[int] = []
    quoting = False
    for other in level.clauses:
        if not start <= other.predicate.start < clause.predicate.start:
            continue
        if quoting and is_saying(other) and other.kind in ("connective", "final") and other.relation != "condition":
            ends.append(other.predicate.end)
        if other.predicate.lemma in ("따르다", "의하다") and other.ending == "면":
            ends.append(other.predicate.end)
        quoting = other.kind == "quoting" or (quoting and other.kind != "final")
    for quote in level.morphemes:
        if quote.tag == QUOTED and start <= quote.start < clause.predicate.start:
            by = _BY.match(level.text, quote.end)  # '“…”(김하늘) 등'
            if not (link := LINK.match(level.text, by.end() if by else quote.end)) or _is_told_of(link, level):
                continue
            verb = next((c for c in level.clauses if c.predicate.start >= quote.end), clause)
            said = is_saying(verb) and verb is not clause and not any(p.start > quote.end for p in verb.phrases)
            end = verb.predicate.end if said else link.end()
            after = _AFTERWARDS.match(level.text, end)
            ends.append(after.end() if after else end)
    return ends


def _is_told_of(link: re.Match[str], level: Level) -> bool:
    """Does a quotation only say what a thing is, which is within what is said: '‘둑이 낮다’는 첩보를 모은다고'."""
    noun = next((p for p in level.phrases if p.start >= link.end()), None)
    return bool(link["adnominal"]) and noun is not None and source_of(noun, level).last not in listed("saying", "nouns")


def _past_clauses(first: int, limit: int, level: Level) -> int:
    """``first`` moved over clauses that say how the words were said: '10일 기자회견을 열고', '조사를 인용해'."""
    manners = listed("saying", "manners")
    for clause in level.clauses:
        if clause.predicate.end >= limit or clause.kind != "connective" or clause.predicate.start < first:
            continue
        held = [level.text[p.start : p.end] for p in clause.phrases if p.start >= first]
        occasion = any(_ends_with(text, "occasions") for text in held)
        if clause.start < first and not held:
            break
        by = source_of(clause.object, level) if clause.object else None  # 대변인을 통해
        through = clause.predicate.lemma == "통하다" and by is not None and by.is_person
        through = through or (clause.predicate.lemma == "통하다" and by is not None and _is_said(by.last))
        cites = clause.predicate.lemma in listed("saying", "cites") and clause.ending in ("며", "면서", "어")
        cites = cites and clause.object is not None
        if not (cites or (clause.predicate.lemma in manners and (occasion or through))):
            break
        first = clause.predicate.end
    return first


def _past_words(first: int, limit: int, level: Level) -> int:
    """``first`` moved over conjunctions, the day, and the occasion on which the words were said."""
    text = level.text
    joining: Sequence[str] = load("saying")["joining"].split(";")
    while True:
        while first < limit and text[first] in " ,·":
            first += 1
        word = next((w for w in joining if text.startswith(w, first) and text[first + len(w)] in " ,"), None)
        if word:
            first += len(word)
            continue
        stamp = _DAY.match(text, first) or _DATELINE.match(text, first)
        if stamp and stamp.end() < limit:
            first = stamp.end()
            continue
        beside = _WITH.match(text, first)
        at = beside.end() if beside else first
        when = _WHEN.match(text, at)
        at = _past_held(when.end() if when else at, level)
        phrase = next((p for p in level.phrases if p.start <= at < p.end and p.place and p.particle_end < limit), None)
        if phrase and phrase.role in ("place", "topic") and _ends_with(text[phrase.start : phrase.end], "occasions"):
            first = phrase.particle_end
            continue
        return first


def _past_held(first: int, level: Level) -> int:
    """``first`` moved over a clause that tells when an occasion was: '지난 7일 열린 회의에서'."""
    held = (c for c in level.clauses if c.predicate.start >= first and c.kind == "adnominal" and c.modifies)
    clause = next(held, None)
    noun = clause.modifies if clause else None
    if clause is None or noun is None or clause.predicate.lemma not in listed("saying", "takes_place"):
        return first
    beside = not level.text[clause.predicate.end : noun.start].strip()
    return noun.start if beside and not clause.subject else first


def _is_said(noun: str) -> bool:
    return noun in listed("saying", "said_with_hada")


def _ends_with(text: str, key: str) -> bool:
    text = text if text.endswith(("조사 과정", "연구 과정")) else _HELD_IN.sub("", text)
    return text.split(" ")[-1] in listed("saying", key) or any(text.endswith(word) for word in listed("saying", key))


def opening_topic(level: Level, start: int, before: int) -> Source | None:
    """Who opens a sentence as its topic, over others: '시는 길이 좁고, 강도 깊은 만큼 … 것을 당부했다'."""
    topics = (p for p in level.phrases if start <= p.start < before and p.role == "topic" and not p.place)
    first = next((source_of(p, level) for p in topics if p.particle in ("은", "는")), None)
    return first if first and first.can_speak(strict=True) else None


def opening_subject(inner: Clause, level: Level, start: int) -> Source | None:
    """Who opens a sentence as its subject, where the words have one: '시가 둑이 낮으면 큰물이 들 것으로 봤다'.

    With all whom a list names before him: '상인회, 어민회, 학계가'.
    """
    told = [p for p in level.phrases if start <= p.start < inner.predicate.start]
    first = next((p for p in told if p.is_told_of), None)
    if first is None or first.role != "subject" or not any(p.role == "subject" for p in told if p.start > first.start):
        return None
    names = [p for p in told if p.start <= first.start]
    text = level.text[start : first.end]
    if any(p.role != "bare" for p in names[:-1]) or level.text[start : names[0].start].strip():
        return None
    whole = Source(text.strip(), level.morphemes[names[0].first : first.last + 1])
    own = source_of(first, level)
    if not own.can_speak(strict=True) or any(m.tag[0] in "VE" for m in whole.morphemes):
        return None
    return whole if "," in text else own


def actor_of(clause: Clause, level: Level, start: int, after: int | None = None) -> Source | None:
    """Who does what the clause says, if that is one who can speak; first who stands behind ``after``."""
    own = [p for p in clause.phrases if p.may_act]
    behind = [p for p in own if after is not None and p.start >= after]
    topics = [p for p in own if p.role == "topic"]
    order = [*reversed(behind), *[p for p in topics if source_of(p, level).is_person]]
    order += [*[p for p in reversed(own) if p.role == "subject"], *topics]
    if clause.kind == "adnominal" and not (own or clause.times) and clause.modifies:
        order.append(clause.modifies)
    if clause.of and clause.of.start >= start and not _is_there(clause.of, level):
        order.append(clause.of)
    order += [p for p in clause.phrases if p.place and p.role == "topic"]
    order += [p for p in clause.phrases if _tells_in_it(p, clause, level)]
    sources = [(p, modified(source_of(p, level)) if p == clause.modifies else source_of(p, level)) for p in order]
    sure = (source for _, source in sources if source.can_speak(strict=True) or source.is_document)
    return next(sure, None) or next((source for p, source in sources if _may_act(source, p, clause)), None)


def _tells_in_it(phrase: Phrase, clause: Clause, level: Level) -> bool:
    """Is it the paper or the work in which the words stand: '나루실록에도 … 이어졌다고 기록하고 있다'."""
    writes = clause.predicate.lemma in listed("saying", "writes")
    return writes and bool(_IN_IT.match(phrase.particle)) and source_of(phrase, level).is_document


def _is_there(phrase: Phrase, level: Level) -> bool:
    """Does the phrase's own clause only say that there is such a one: '다친 사람은 없으며 불도 꺼졌다고 한다'."""
    own = next((c for c in level.clauses if phrase in (c.topic, c.subject)), None)
    return own is not None and own.predicate.lemma in ("없다", "있다", "적다", "많다")


def _may_act(source: Source, phrase: Phrase, clause: Clause) -> bool:
    """May a noun phrase that no list knows be a voice: as the topic of a verb that only one who can speak does."""
    lemma = clause.predicate.lemma
    stands = phrase.particle in ("은", "는") or (phrase.role == "subject" and lemma == "보도하다")
    known = source.last in listed("grammar", "times") or source.last in listed("saying", "nouns")
    shared = phrase not in clause.phrases  # '값 변동은 없지만 곧 올릴 것이라고 밝혔다'
    thing = (shared or lemma in listed("saying", "of_things")) and source.is_thing
    return stands and lemma in listed("saying", "by_anybody") and not (known or thing) and source.can_speak()
