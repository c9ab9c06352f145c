"""The codebook: what a researcher looks for in the sentences, how it is recognised, and what it says of the thesis.

    claims:                       what the thesis claims, one by one
      foundation: 힘의 바탕은 오래 쌓은 인재다.
    words:                        lists that rules share, used as '@people'
      people: [인재, 인력]
    codes:
      talent:
        label: 인재의 축적
        definition: 인재를 기르고 지켰다고 말하는 문장.
        stance: supports          supports, qualifies, opposes, context
        claim: foundation
        turns: {negated: opposes, conceded: qualifies}  what a denial, a concession of the words makes of the stance
        rules:
          - all: ['@people', 쌓다|기르다]                every one of these; '|' is 'or'
            not: [사진]                                 none of these
          - near: {words: [인재, 유지], within: 4}       all of these, at most 4 words apart
            stance: context                            where this rule means something else than the code
          - any: [인재난]                               at least one of these
          - near: {words: [인재, 내보내다|자르다], within: 4}
            denied: true                               only where that is denied: 내보내지 않았다
          - any: [축적]
            turns: {negated: opposes}                  축적되지 않았다 opposes; a rule's own turns stand for the code's
          - regex: '인재\\s*육성'                        on the sentence's text, if nothing else will do
        examples: [회사는 인재를 길렀다.]                must be coded; a test of the codebook itself
        counter_examples: [인재가 회사를 떠났다.]         must not be

A rule means what it says: without ``turns`` its stance stays, whatever the sentence denies. With it, 'negated' (않다,
아니다, 없이, -기 어렵다) or 'conceded' (-지만, -음에도) turns the stance where it governs the very predicate that the
rule's words are, or whose object they are; ``turned_by`` of the coding says by which words.

A word is written as a dictionary has it (쌓다), and may be of several words (버블 붕괴). Between slashes
it is a pattern on the sentence's text: '/\\d+년째/'.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import pandas as pd
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from helpers.narrative.coding.words import WordList, checked_pattern, listed

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Slug = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
Stance = Literal["supports", "qualifies", "opposes", "context"]
WHOLE_THESIS = "thesis"
Sentences = Annotated[tuple["Example", ...], BeforeValidator(lambda value: [] if value is None else value)]


class _Written(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Near(_Written):
    """Words that must stand near each other, in any order: all within ``within`` words (eojeol) of the first."""

    words: Annotated[WordList, Field(min_length=2)]
    within: Annotated[int, Field(ge=1, le=50)] = 5


class Turns(_Written):
    """Which stance a code gets instead where the sentence denies its words, or concedes them before a 'but'."""

    negated: Stance | None = None
    conceded: Stance | None = None

    def __bool__(self) -> bool:
        return bool(self.negated or self.conceded)


class Rule(_Written):
    """When a code is given: every condition that is written must hold in one sentence."""

    any: WordList = ()
    all: WordList = ()
    not_: Annotated[WordList, Field(alias="not")] = ()
    near: Near | None = None
    regex: Annotated[Text, AfterValidator(checked_pattern)] | None = None
    denied: bool = False
    stance: Stance | None = None
    turns: Turns | None = None

    @model_validator(mode="after")
    def _turns_or_is_denied(self) -> Rule:
        if self.denied and self.turns and self.turns.negated:
            raise ValueError(
                "expected denied or turns.negated, not both: a rule for what is denied is not turned by it"
            )
        return self

    @model_validator(mode="after")
    def _finds_something(self) -> Rule:
        if not (self.any or self.all or self.near or self.regex):
            raise ValueError("expected at least one of any, all, near, regex ('not' alone finds nothing)")
        return self

    def __str__(self) -> str:
        return " · ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        for name, words in (("all", self.all), ("any", self.any), ("not", self.not_)):
            if words:
                yield f"{name}: {_written(words)}"
        if self.near:
            yield f"near: {_written(self.near.words)} within {self.near.within}"
        if self.regex:
            yield f"regex: {self.regex}"
        if self.denied:
            yield "denied"


class Example(_Written):
    """A sentence that tests the codebook, with the stance that it should get (the code's own, unless it says so)."""

    text: Text
    stance: Stance | None = None
    why: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) else value


class Code(_Written):
    """One thing to look for in the sentences; ``claim`` is the claim of the thesis that it supports or opposes."""

    name: Slug
    label: Text
    definition: Text
    stance: Stance
    claim: Slug = WHOLE_THESIS
    turns: Turns = Turns()
    rules: Annotated[tuple[Rule, ...], BeforeValidator(listed)] = ()
    examples: Sentences = ()
    counter_examples: Sentences = ()


class Coder(_Written):
    """Who filled in a coding sheet, and what that person knew of the rules."""

    who: Literal["person", "language_model"]
    rules: Literal["unseen", "seen", "wrote"]


class RulesTest(_Written):
    """The agreement of the rules with a coder on sentences that were made after the rules."""

    sentences: Annotated[int, Field(ge=1)]
    alpha: Annotated[float, Field(ge=-1, le=1)]
    low: Annotated[float, Field(ge=-1, le=1)] | None = None
    high: Annotated[float, Field(ge=-1, le=1)] | None = None
    coder: Coder


class Codebook(_Written):
    """All codes, in the order in which the file has them.

    claims  by name, each a sentence
    coders  by the name of their sheet, who they are
    tests   how the rules did on sentences that they were not written for
    """

    claims: dict[Slug, Text]
    codes: tuple[Code, ...]
    changes: Annotated[tuple[Text, ...], BeforeValidator(listed)] = ()
    coders: dict[str, Coder] = Field(default_factory=dict)
    tests: Annotated[tuple[RulesTest, ...], BeforeValidator(listed)] = ()

    def __getitem__(self, name: str) -> Code:
        return next(code for code in self.codes if code.name == name)

    def __contains__(self, name: object) -> bool:
        return any(code.name == name for code in self.codes)

    @model_validator(mode="after")
    def _claims_are_there(self) -> Codebook:
        for code in self.codes:
            if code.claim not in self.claims:
                raise ValueError(f"expected for the code {code.name} one of the claims {', '.join(self.claims)}")
        return self


def codes_table(codebook: Codebook) -> pd.DataFrame:
    """The codebook as a reader sees it: label, definition, stance, claim (its sentence), rules (how many)."""
    rows = [
        {
            "label": code.label,
            "definition": " ".join(code.definition.split()),
            "stance": code.stance,
            "claim": codebook.claims[code.claim],
            "rules": len(code.rules),
        }
        for code in codebook.codes
    ]
    return pd.DataFrame(rows, columns=["label", "definition", "stance", "claim", "rules"])


def code_labels(codebook: Codebook) -> dict[str, str]:
    """The label of each code, by its name."""
    return {code.name: code.label for code in codebook.codes}


def _written(listed: tuple[tuple[str, ...], ...]) -> str:
    return ", ".join("|".join(words) for words in listed)
