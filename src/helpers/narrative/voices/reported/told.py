"""What is told without marks, where its words end, and who does what a clause says."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.in_front import actors
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.speakers.sources import Source
from helpers.spans import Span

_LINKED = re.compile(r"(?P<stem>.*?)(?:(?:이?라)?(?:고(?:도|는|만)?|며|면서도?|는|던)|이란|(?<=[거리])란)$", re.DOTALL)
_IN_IT = re.compile(r"에(?:서)?(?:는|도)?$")


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
    stem = linked["stem"] if copula else re.sub(r"(?:고(?:도|는|만)?|며|면서도?|는|던|(?<=리)란)$", "", written)
    return clause.predicate.start + len(stem) if stem or copula else clause.predicate.end


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


def actor_of(clause: Clause, level: Level, start: int, words: Span | None = None) -> Source | None:
    """Who does what the clause says, if that is one who can speak; ``words`` that it takes, if it does."""
    words = words or (clause.predicate.start, clause.predicate.start)
    found = list(actors(clause, level, start, words))
    behind = next((s for p, s in found if p.start >= words[1] and p.is_told_of and _may_say(s, p, clause)), None)
    if behind:
        return behind  # '여섯 명은 앓은 것으로 시는 파악했다'
    order = [p for p in clause.phrases if p.place and p.role == "topic" and not words[0] <= p.start < words[1]]
    order += [p for p in clause.phrases if _tells_in_it(p, clause, level)]
    found += [(p, source_of(p, level)) for p in order]
    undergoes = clause.predicate.lemma.endswith("되다")  # '뜨지 않는다며 논문이 철회됐다'
    sure = (s for _, s in found if s.can_speak(strict=True) or (s.is_document and not undergoes))
    return next(sure, None) or next((source for p, source in found if _may_act(source, p, clause)), None)


def _may_say(source: Source, phrase: Phrase, clause: Clause) -> bool:
    """May who stands between words and the verb that takes them be a voice."""
    named = phrase.role == "subject" and source.kind == "named" and source.can_speak()
    return named or source.can_speak(strict=True) or _may_act(source, phrase, clause)


def _tells_in_it(phrase: Phrase, clause: Clause, level: Level) -> bool:
    """Is it the paper or the work in which the words stand: '나루실록에도 … 이어졌다고 기록하고 있다'."""
    writes = clause.predicate.lemma in listed("saying", "writes")
    return writes and bool(_IN_IT.match(phrase.particle)) and source_of(phrase, level).is_document


def _may_act(source: Source, phrase: Phrase, clause: Clause) -> bool:
    """May a noun phrase that no list knows be a voice: as the topic of a verb that only one who can speak does."""
    lemma = clause.predicate.lemma
    stands = phrase.particle in ("은", "는") or (phrase.role == "subject" and lemma == "보도하다")
    known = source.last in listed("grammar", "times") or source.last in listed("saying", "nouns")
    shared = phrase not in clause.phrases  # '값 변동은 없지만 곧 올릴 것이라고 밝혔다'
    thing = (shared or lemma in listed("saying", "of_things")) and source.is_thing
    return stands and lemma in listed("saying", "by_anybody") and not (known or thing) and source.can_speak()
