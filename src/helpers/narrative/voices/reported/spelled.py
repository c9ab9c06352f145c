"""What a sentence spells out or leaves open of what somebody says: '절차대로 했다는 것이다', '절차대로 했다고.'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.passages import source_of
from helpers.narrative.voices.reported.begins import start_of
from helpers.narrative.voices.reported.told import Told, end_of

_THAT_IS = re.compile(
    r"(?P<words>.*?[다라자냐])는\s?(?:(?:것|게|거)(?:이다|이었다|였다|다|입니다|이었습니다|이죠|이지요|죠)|겁니다|거(?:예요|죠|지요))$",
    re.DOTALL,
)


def that_is(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """'시 관계자는 절차대로 했다는 것이다': said by the topic of the sentence, else by who spoke before.

    '문제는 … 는 것이다' is the reporter's own, unless the sentence before says that somebody speaks.
    """
    found = _THAT_IS.match(level.text[clause.predicate.start : clause.predicate.end])
    if not found or level.morphemes[max(clause.predicate.first - 1, 0)].tag == QUOTED:
        return
    topics = [p for p in level.phrases if start <= p.start < clause.predicate.start and p.role == "topic"]
    first = source_of(topics[0], level) if topics else None
    after = topics and any(start <= c.predicate.start < topics[0].start and c.relation for c in level.clauses)
    told_of = first is not None and any(
        c.topic == topics[0] and c.relation in ("background", "concession") for c in level.clauses if c is not clause
    )
    if after or told_of:  # '꼭 필요하지만, 시는 감췄다는 것이다': of whom the words tell
        first, topics = None, []
    source = first if first and (first.is_person or first.is_body) and first.can_speak(strict=True) else None
    last = clause.predicate.start + len(found["words"])
    topical = source is None and bool(topics) and first is not None and first.last not in listed("saying", "nouns")
    begin = start_of(clause, source, level, start)
    of_it = first is not None and first.last.removesuffix("들") in listed("saying", "matters")
    how = "spelled out" if of_it else "laid out"
    yield Told(begin, last, source, None, "stated" if source else how if topical else "goes on")


def left_open(clause: Clause, level: Level, start: int) -> Iterator[Told]:
    """'이는 남쪽의 독특한 문화라고.': who spoke before goes on, by an ending without its verb of saying."""
    if clause.ending in ("다고", "라고", "자고", "냐고") and clause.kind == "final" and not clause.quote:
        yield Told(start_of(clause, None, level, start), end_of(clause, level), None, None, "goes on")
