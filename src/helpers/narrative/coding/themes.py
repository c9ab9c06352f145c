"""Say whether a noun phrase is what its predicate acts on or comes to, and whether the predicate gives that up."""

from __future__ import annotations

import re

from helpers.lexicons import words
from helpers.narrative.grammar.clauses import Clause
from helpers.narrative.grammar.phrases import Phrase


def lets_go(clause: Clause, theme: str) -> bool:
    """Does the predicate say that its theme is little, less or over? Then to deny it is to affirm the theme.

    꿈을 놓지 않고 keeps the dream; but 다리를 놓지 않고 builds no bridge.
    """
    lemma = clause.predicate.lemma
    clings = lemma in words("negation", "letting_go") and theme.split()[-1] in words("negation", "clung")
    return clings or lemma in words("negation", "waning")


_OF = re.compile(r"의?\s?(?P<head>[가-힣]+)")
_TO = ("에", "로", "으로")


def is_within_shell(text: str, word: tuple[int, int], phrase: Phrase, clause: Clause) -> bool:
    """Does a phrase only say as what or how far a word holds: 면허의 대상이 아니다, 협박의 정도에 이르지 않다."""
    rest = _OF.fullmatch(text, word[1], phrase.end)
    if rest is None or rest["head"] not in words("negation", "shells"):
        return False
    return any(
        clause.predicate.lemma in words("negation", verbs) for verbs in ("of_shells", "amounting", "leaving_out")
    )


def amounts_to(clause: Clause, phrase: Phrase) -> bool:
    """Is the phrase what something comes to or falls under: 협박에 이르다, 담합에 해당하다."""
    to = phrase.role == "other" and phrase.particle.startswith(_TO)
    return to and clause.predicate.lemma in words("negation", "amounting")


def leaves_out(clause: Clause, phrase: Phrase, head: str) -> bool:
    """Does something not fall under what the phrase names: 면허 대상에서 빠졌다."""
    out = phrase.particle.startswith("에서") and clause.predicate.lemma in words("negation", "leaving_out")
    return out and head in words("negation", "shells")


def is_theme(clause: Clause, phrase: Phrase) -> bool:
    """Is the phrase what the predicate happens to, rather than who does it or where."""
    if phrase.place:
        return False
    if phrase.role == "object":
        return True
    if phrase.role == "topic" and phrase.particle in ("도", "조차", "마저"):
        return True
    if not phrase.is_told_of or clause.object is not None:
        return False
    if phrase.role == "topic" and clause.subject is not None:
        return False
    lemma = clause.predicate.lemma
    happens = lemma.endswith(("되다", "지다")) or lemma in words("negation", "happening")
    return happens or (lemma == "하다" and phrase.role == "topic")
