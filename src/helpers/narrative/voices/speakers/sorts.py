"""The body that the word for its sort means, where an article tells of but one: 재단, '협회 측', '이 회사'."""

from __future__ import annotations

from collections.abc import Sequence

from helpers.lexicons import words as listed
from helpers.narrative.voices.speakers.alike import is_public, only_firm, shortened
from helpers.narrative.voices.speakers.sources import Source


def pointed_out(source: Source, firms: Sequence[Source]) -> Source | None:
    """The body with a name that is meant by '이 회사', '이 연구소': the last of that sort."""
    if source.last not in listed("voices", "anybody") or len(source.words) != 2:
        return None
    any_firm = source.last in listed("voices", "any_firm")
    sort = (f for f in reversed(firms) if source.last in f.words or f.last.endswith(source.last))
    other = (f for f in reversed(firms) if any_firm and not is_public(f))
    return next(sort, None) or next(other, None)


def is_sort(source: Source) -> bool:
    """Is it a word for a sort of bodies, of which the article means one: 재단; of any, 병원, where its side speaks."""
    side = source.text.endswith(("측", "쪽")) and not source.anonymous
    sorts = listed("voices", "sorts") | (listed("voices", "sorts_of_many") if side else frozenset())
    return len(source.words) == 1 and (source.last in sorts or source.last == "회사")


def of_sort(source: Source, firms: Sequence[Source]) -> list[Source]:
    """The bodies with a name, one mention of each, that a word for their sort may mean."""
    firms = [firm for firm in firms if not any(m.tag == "JC" for m in firm.morphemes)]  # '나루전자와 하늘식품'
    if source.last in listed("voices", "any_firm"):
        firm = only_firm(firms)
        return [firm] if firm else []
    able = (f for f in firms if f.last.endswith(source.last) and f.bare != source.last and f.kind == "named")
    return list({shortened(f.bare if f.last == source.last else f.last): f for f in able}.values())
