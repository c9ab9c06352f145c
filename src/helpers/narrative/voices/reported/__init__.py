"""Words that a sentence gives to somebody without quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.grammar.words import QUOTED
from helpers.narrative.voices.quoted.saying import is_saying
from helpers.narrative.voices.reported.according import ACCORDING, according, by_word_of
from helpers.narrative.voices.reported.agreed import agreed
from helpers.narrative.voices.reported.answers import answers, asked
from helpers.narrative.voices.reported.held import held
from helpers.narrative.voices.reported.himself import of_himself, some_say
from helpers.narrative.voices.reported.nouns import gives, of_noun
from helpers.narrative.voices.reported.quoting import is_so, quoting
from helpers.narrative.voices.reported.reasons import reason
from helpers.narrative.voices.reported.spelled import left_open, that_is
from helpers.narrative.voices.reported.told import Told

_ASKS = re.compile(r"\?\W*$|(?:습니까|합니까|입니까)\W*$")
_AND_THEN = re.compile(r"\S*\s\S+고,?\s*$")

_NOBODY = ("nobody", "answers")  # whose words stand beside those of somebody

__all__ = ["Told", "reported_in"]


def reported_in(level: Level, start: int, end: int) -> list[Told]:
    """The words without marks in a sentence ``[start, end)`` of a level, one row for each speaker.

    What one speaker says in several clauses is one row from the first to the last, unless a quotation stands between.
    """
    found: list[Told] = []
    for told in _all(level, start, end):
        told = replace(told, how="rule") if told.source and told.source.is_rule else told
        same = next((n for n, t in enumerate(found) if _bare(t) == _bare(told) and not _apart(t, told, level)), None)
        if same is None:
            found.append(told)
        elif not _quoted_between(level, found[same].end, told.start):
            found[same] = replace(
                found[same], end=max(found[same].end, told.end), start=min(found[same].start, told.start)
            )
    relays = [told for told in found if told.how == "relays"]
    found = [t for t in found if not (t.source and t.source.is_share and any(_overlap(t, r) for r in relays))]
    named = [told for told in found if told.source]
    if _ASKS.search(level.text[start:end]):
        return named  # '까닭은 무엇이라고 봐야 합니까?'
    return [t for t in found if t.source or not named or (t.how in _NOBODY and not any(_overlap(t, n) for n in named))]


def _apart(one: Told, other: Told, level: Level) -> bool:
    """Is one told and the other asked for, one after the other: '공사가 끝났다고 밝히고 길을 열라고 주문했다'."""
    if all(told.how == "nobody" for told in (one, other)):
        return True  # of whom it is not told that they are the same
    if one.noun != other.noun:
        return True  # '늦었음을 지적하며 사과를 요구했다'
    asks = [told.verb in listed("saying", "asks") for told in (one, other)]
    return asks[0] != asks[1] and bool(_AND_THEN.match(level.text[one.end : other.start]))


def _overlap(one: Told, other: Told) -> bool:
    return one.start < other.end and other.start < one.end


def _bare(told: Told) -> str | None:
    return told.source.bare if told.source else None


def _quoted_between(level: Level, one: int, other: int) -> bool:
    return any(m.tag == QUOTED and one <= m.start < other for m in level.morphemes)


def _all(level: Level, start: int, end: int) -> Iterator[Told]:
    if by := by_word_of(level, start, end):
        yield by
        return
    clauses = [c for c in level.clauses if start <= c.predicate.start < end]
    for number, clause in enumerate(clauses):
        following = clauses[number + 1 :]
        if _relayed(clauses, number) and following:
            continue
        if clause.kind == "quoting" and following:
            yield from quoting(clause, following, level, start)
        elif clause.kind == "adnominal" and gives(clause) and (clause.modifies or following):
            yield from agreed(clause, following, level, start)
            answered = [*answers(clause, level, start), *asked(clause, level, start)]
            yield from answered or of_noun(clause, following, level, start, end)
            yield from of_himself(clause, following, level, start)
            yield from some_say(clause, following, level, start)
            yield from reason(clause, following, level, start)
        elif clause.predicate.lemma in ACCORDING and clause.ending == "면":
            yield from according(clause, clauses[:number], level, end)
        elif clause.kind == "final":
            yield from that_is(clause, level, start)
            yield from left_open(clause, level, start)
            yield from is_so(clause, level, start)
    for number, clause in enumerate(clauses):
        yield from held(clause, clauses[:number], level, start)


def _relayed(clauses: list[Clause], number: int) -> bool:
    """보도했다 in '… 말했다고 하늘통신이 보도했다': the words are his who said them."""
    own = clauses[number].kind == "quoting" and clauses[number].object  # '값이 올랐다며 임금을 올리라고'
    return number > 0 and not own and is_saying(clauses[number]) and clauses[number - 1].kind == "quoting"
