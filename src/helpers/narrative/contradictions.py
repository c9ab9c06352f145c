"""Find numbers of the same thing that disagree: 두 차례 파업, and further down 한 차례 파업."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from helpers.narrative.rows import Row, rows_by_sentence, rows_of

TIMES = ("차례", "번", "회")
REACH = 6  # morphemes from the number to the noun that it counts


def contradictions(facts: pd.DataFrame, tokens: pd.DataFrame) -> list[tuple[str, list[Row]]]:
    """Each thing that an article counts twice with different results, with the facts that count it.

    facts    tables.FACTS
    tokens   tables.TOKENS of one analyzer

    Compared is only how often something happened, within one article, and only where neither sentence names a time:
    meetings of this year and of last year are two things, and so are any two sums of money. An empty result does not
    say that the article agrees with itself.
    """
    parts = rows_by_sentence(tokens[tokens["unit"] == "morpheme"].sort_values("start", kind="stable"))
    dated = {(row["article_id"], row["sentence_id"]) for row in rows_of(facts) if row["kind"] in ("date", "period")}
    counted: dict[tuple[str, str], list[Row]] = {}
    for fact in rows_of(facts):
        key = (fact["article_id"], int(fact["sentence_id"]))
        if fact["kind"] == "count" and fact["unit"] in TIMES and key not in dated and _is_plain(fact):
            for thing in _counted(fact, parts.get(key, [])):
                counted.setdefault((key[0], thing), []).append(fact)
    return [(thing, rows) for (_, thing), rows in counted.items() if _disagree(rows)]


def _is_plain(fact: Row) -> bool:
    """Is the fact a plain number, without a range or a bound (약, 이상)?"""
    return fact["value"] == fact["value"] and fact["value_to"] != fact["value_to"] and not fact["bound"]


def _counted(fact: Row, morphemes: list[Row]) -> Iterator[str]:
    """The noun right after the number (두 차례 파업을), else the object or subject right before it (파업을 두 차례)."""
    after = [m for m in morphemes if m["start"] >= fact["end"]][:REACH]
    before = [m for m in morphemes if m["end"] <= fact["start"]][-2:]
    if after and after[0]["lemma"] == "의":
        after = after[1:]
    if after and after[0]["pos"] == "noun":
        yield "".join(m["lemma"] for m in _one_word(after))
    elif len(before) == 2 and before[0]["pos"] == "noun" and before[1]["tag"] in ("JKO", "JKS"):
        yield before[0]["lemma"]


def _one_word(morphemes: list[Row]) -> Iterator[Row]:
    """The nouns with which these morphemes begin, as far as they are written in one."""
    for number, morpheme in enumerate(morphemes):
        if morpheme["pos"] != "noun" or (number and morpheme["start"] > morphemes[number - 1]["end"]):
            return
        yield morpheme


def _disagree(facts: list[Row]) -> bool:
    actors = {fact["actor"] for fact in facts if isinstance(fact["actor"], str)}
    return len(actors) < 2 and any(one["value"] != other["value"] for one, other in combinations(facts, 2))
