"""Sentences that a rule nearly codes, and in words what they lack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from helpers.narrative import Codebook
from helpers.narrative.coding.codebook import Code, Near, Rule
from helpers.workshop.distances import FARTHEST, reaches, with_reach
from helpers.workshop.variants import try_variants

COLUMNS = ["article_id", "sentence_id", "code", "rule", "kind", "condition", "reach", "left", "lacking", "text"]
LACKING = {  # by kind, from what is changed most easily
    "distance": "낱말은 다 있으나 {}어절 안에 모여 있지 않다. {}어절이면 모인다",
    "not": "빼기로 한 말이 있다: {}",
    "word": "이 말만 없다: {}",
    "pattern": "정규식이 걸리지 않는다: {}",
}
KINDS = tuple(LACKING)


@dataclass(frozen=True)
class Relaxed:
    """A rule without one of its conditions: of which code, of which kind the condition is, and how it is written."""

    code: Code
    rule: Rule
    kind: str
    condition: str
    without: Rule


def near_misses(
    sentences: pd.DataFrame, tokens: pd.DataFrame, codebook: Codebook, codings: pd.DataFrame, *, analyzer: str = "kiwi"
) -> pd.DataFrame:
    """Sentences that would have a code if one condition of one of its rules were dropped.

    sentences, tokens  tables.SENTENCES, tables.TOKENS
    codings            tables.CODINGS of the codebook's rules
    returns            article_id, sentence_id, code, rule, kind, condition (as the rule has it), reach, left (how
                       many conditions the sentence does fulfil), lacking (all that in Korean), text: at most one row
                       a sentence and code

    ``kind`` is ``distance`` (all words are there, but so far apart as ``reach`` says), ``not`` (a word that the rule
    excludes is there), ``word`` or ``pattern`` (all but one are there; of a rule with two only where the sentence has
    no code at all).
    """
    relaxed = {f"v{number}": each for number, each in enumerate(_relaxed(codebook))}
    variants = {name: (each.code, each.without) for name, each in relaxed.items()}
    found = try_variants(variants, sentences, tokens, codebook, analyzer=analyzer)
    has = set(zip(codings["article_id"], codings["sentence_id"], codings["code"], strict=True))
    coded = {place[:2] for place in has}
    texts = dict(zip(zip(sentences.article_id, sentences.sentence_id, strict=True), sentences["text"], strict=True))
    reach = reaches(sentences, tokens, analyzer=analyzer)
    rows = []
    for article_id, sentence_id, name in zip(found["article_id"], found["sentence_id"], found["code"], strict=True):
        each, where = relaxed[name], (article_id, sentence_id)
        if (*where, each.code.name) in has or (_is_slight(each.without) and where in coded):
            continue
        far = reach(each.rule, where) if each.kind == "distance" else None
        lacking = LACKING[each.kind].format(each.condition, far)
        row = [*where, each.code.name, str(each.rule), each.kind, each.condition, far, _conditions(each.without)]
        rows.append([*row, lacking, texts[where]])
    frame = pd.DataFrame(rows, columns=COLUMNS).astype({"reach": "Int64"})
    frame = frame.assign(order=frame["kind"].map(KINDS.index)).sort_values("order", kind="stable")
    frame = frame.drop_duplicates(["article_id", "sentence_id", "code"]).drop(columns="order")
    return frame.sort_values(["article_id", "sentence_id"], kind="stable").reset_index(drop=True)


def _is_slight(rule: Rule) -> bool:
    """Does one word alone fulfil the rule?"""
    return _conditions(rule) == 1


def _conditions(rule: Rule) -> int:
    return len(rule.all) + bool(rule.any) + bool(rule.regex) + len(rule.near.words if rule.near else ())


def _relaxed(codebook: Codebook) -> Iterator[Relaxed]:
    for code in codebook.codes:
        for rule in code.rules:
            if rule.near and rule.near.within < FARTHEST:
                yield Relaxed(code, rule, "distance", str(rule.near.within), with_reach(rule, FARTHEST))
            if rule.not_:
                words = ", ".join("|".join(each) for each in rule.not_)
                yield Relaxed(code, rule, "not", words, rule.model_copy(update={"not_": ()}))
            if _conditions(rule) > 1:
                yield from (Relaxed(code, rule, *each) for each in _without_one(rule))


def _without_one(rule: Rule) -> Iterator[tuple[str, str, Rule]]:
    """The kind and the words of each of the rule's conditions, and the rule without it."""
    for number, words in enumerate(rule.all):
        rest = rule.all[:number] + rule.all[number + 1 :]
        yield "word", _shown(words), rule.model_copy(update={"all": rest})
    if rule.any:
        words = tuple(word for each in rule.any for word in each)
        yield "word", _shown(words), rule.model_copy(update={"any": ()})
    if rule.near:
        for number, words in enumerate(rule.near.words):
            rest = rule.near.words[:number] + rule.near.words[number + 1 :]
            yield "word", _shown(words), rule.model_copy(update=_nearer(rule, rest, rule.near))
    if rule.regex:
        yield "pattern", rule.regex, rule.model_copy(update={"regex": None})


def _nearer(rule: Rule, rest: tuple[tuple[str, ...], ...], near: Near) -> dict[str, object]:
    """``near`` with fewer words; a single word cannot be near anything, so it must only occur."""
    if len(rest) > 1:
        return {"near": near.model_copy(update={"words": rest})}
    return {"near": None, "all": (*rule.all, *rest)}


def _shown(words: tuple[str, ...]) -> str:
    return "|".join(words[:6]) + ("|…" if len(words) > 6 else "")
