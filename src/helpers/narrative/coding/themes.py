"""Say whether a noun phrase is what its predicate acts on, and whether the predicate gives that up."""

from __future__ import annotations

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


def is_theme(clause: Clause, phrase: Phrase) -> bool:
    """Is the phrase what the predicate happens to, rather than who does it or where."""
    if phrase.place:
        return False
    if phrase.role == "object":
        return True
    if phrase.role == "topic" and phrase.particle in ("도", "조차", "마저"):
        return True
    if phrase.role not in ("subject", "topic") or clause.object is not None:
        return False
    if phrase.role == "topic" and clause.subject is not None:
        return False
    lemma = clause.predicate.lemma
    happens = lemma.endswith(("되다", "지다")) or lemma in words("negation", "happening")
    return happens or (lemma == "하다" and phrase.role == "topic")
