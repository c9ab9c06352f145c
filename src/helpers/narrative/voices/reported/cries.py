"""A cry or abuse within what happened, which is no statement: '살려 달라고 소리쳤지만 아무도 오지 않았다'."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.lexicons import words as listed
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.sentence import Level
from helpers.narrative.voices.passages import source_of


def is_cry(after: Clause, following: Sequence[Clause], level: Level) -> bool:
    """Is the verb behind words without marks one of crying out in the midst of what happens, or one of abuse.

    '물러나라고 외쳤다' closes its sentence, and says what they want.
    """
    what = source_of(after.object, level).last if after.object else ""
    if what in listed("saying", "shouts"):
        return after.predicate.lemma in listed("saying", "utters") | listed("saying", "letting")
    cries = after.predicate.lemma in listed("saying", "cries_out")
    return cries and after.kind in ("connective", "adnominal") and bool(following)
