"""All tables of a finished reading in one object, with the questions that the sections ask of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pandas as pd

from helpers.lexicons import words
from helpers.reporting.messages import Message, Sentences, message
from helpers.reporting.prose.rows import absent, key_of, records
from helpers.tables import GIVEN, WHOLE

if TYPE_CHECKING:
    from helpers.narrative import Agreement, Codebook
    from helpers.narrative.coding.codebook import Code
    from helpers.study import StudyFile

Row = Mapping[str, Any]
Key = tuple[str, int]
STANCES = ("supports", "qualifies", "opposes")
RULES = "rules"
_READ_AS = {"supports": "read_as.supports", "qualifies": "read_as.qualifies", "opposes": "read_as.opposes"}
_READ_AS_ON = {
    "supports": "read_as.supports_on", "qualifies": "read_as.qualifies_on", "opposes": "read_as.opposes_on",
}  # fmt: skip
_SIDES = ("측", "쪽")
NOWHERE = Sentences(())


@dataclass(frozen=True)
class Measure:
    """One row of tables.MEASURES: ``n`` of ``total``, and the sentences that were counted."""

    n: int = 0
    total: int = 0
    sentences: Sentences = NOWHERE


@dataclass(frozen=True, kw_only=True, eq=False)  # one reading is itself alone: what is chosen of it is chosen once
class Reading:
    """The input of all sections of the narrative: tables by their names in ``helpers.tables``, and the study.

    study       title, question and thesis, as study.yml has them
    evidence    tables.EVIDENCE of the rules
    agreement   tables.AGREEMENT; no rows where nobody but the rules has coded
    is_blank    is the codebook still the template that a new study begins with
    """

    study: StudyFile
    codebook: Codebook
    is_blank: bool
    articles: pd.DataFrame
    sentences: pd.DataFrame
    codings: pd.DataFrame
    evidence: pd.DataFrame
    voices: pd.DataFrame
    facts: pd.DataFrame
    measures: pd.DataFrame
    agreement: pd.DataFrame
    disagreements: pd.DataFrame

    @property
    def several(self) -> bool:
        """Has the study more than one article?"""
        return len(self.articles) > 1

    @property
    def claims(self) -> list[str]:
        """The claims of the codebook, in its order."""
        return list(self.codebook.claims)

    def claim(self, *names: str) -> Message:
        """Claims as a noun: "‘투자는 오래 이어졌다’라는 주장", "‘…’와 ‘…’라는 두 주장", and the only one as "논지"."""
        if len(self.claims) == 1:
            return message("claim.thesis")
        if len(names) == 1:
            return message("claim.named", text=self.codebook.claims[names[0]])
        texts = [message("claim.text", text=self.codebook.claims[name]) for name in names]
        return message("claim.several", texts=texts, n=len(names))

    def read_as(self, stance: str, *names: str) -> Message:
        """Sentences of a stance to the thesis as a noun, with their claims where the codebook has several."""
        if len(self.claims) == 1:
            return message(_READ_AS[stance])
        return message(_READ_AS_ON[stance], claim=self.claim(*names))

    def asks_for(self, *, claim: str = WHOLE, stance: str = WHOLE) -> bool:
        """Can a code of the codebook give a sentence this claim and stance, by its own, a rule's or a turned stance?"""
        return any(
            claim in (WHOLE, code.claim) and (stance == WHOLE or stance in _stances_of(code))
            for code in self.codebook.codes
            if code.rules
        )

    # --- numbers ---
    def measure(self, name: str, *, claim: str = WHOLE, stance: str = WHOLE, group: str = WHOLE) -> Measure:
        """One number of tables.MEASURES; 0 of 0 if the table has no such row."""
        return self._measures.get((name, claim, stance, group), Measure())

    def groups(self, name: str) -> dict[str, Measure]:
        """For each group, the numbers of one name that concern no single claim, in the order of the table."""
        return {
            group: measure
            for (own, claim, stance, group), measure in self._measures.items()
            if own == name and claim == stance == WHOLE
        }

    def counts(self, claim: str = WHOLE) -> dict[str, int]:
        """How many sentences take each stance to a claim, or to any."""
        return {stance: self.measure("stance", claim=claim, stance=stance).n for stance in STANCES}

    def bearing(self, claim: str = WHOLE) -> int:
        """How many sentences bear on a claim, or on any, each once."""
        return self.measure("stance", claim=claim, stance="supports").total

    @cached_property
    def _measures(self) -> dict[tuple[str, str, str, str], Measure]:
        return {
            (row["name"], row["claim"], row["stance"], row["group"]): Measure(
                int(row["n"]), int(row["total"]), self.links(row["sentences"])
            )
            for row in records(self.measures)
        }

    # --- rows ---
    def of_stance(self, stance: str, claim: str = WHOLE) -> list[dict[str, Any]]:
        """The evidence with a stance to a claim (or to any, each sentence once), in the order of the article."""
        rows = [row for row in self._evidence if row["stance"] == stance and claim in (WHOLE, row["claim"])]
        return list({key_of(row): row for row in reversed(rows)}.values())[::-1]

    @cached_property
    def _evidence(self) -> list[dict[str, Any]]:
        return records(self.evidence)

    @property
    def bearings(self) -> list[dict[str, Any]]:
        """The evidence: a row for each sentence and claim, in the order of the article."""
        return self._evidence

    @cached_property
    def coded(self) -> list[dict[str, Any]]:
        """The codings of the rules."""
        return records(self.codings[self.codings["coder"] == RULES])

    @cached_property
    def attributed(self) -> list[dict[str, Any]]:
        """Quotations and words given to somebody without marks."""
        return records(self.voices[self.voices["use"].isin(GIVEN)])

    @cached_property
    def checkable(self) -> list[dict[str, Any]]:
        """Facts that hold a number or a time that can be looked up."""
        return [row for row in records(self.facts) if is_checkable(row)]

    def called(self, person: str, voice: Row | None = None) -> Message:
        """A speaker as prose names him; "‘…’ 쪽" where only his side (측) speaks, here in ``voice`` or in all."""
        own = [voice] if voice else [v for v in self.attributed if v["use"] == "speech" and person_of(v) == person]
        named = [str(each["speaker"]) for each in own if not absent(each["speaker"])]
        sides = bool(named) and all(name.endswith(_SIDES) for name in named) and not person.endswith(_SIDES)
        return message("voices.side" if sides else "voices.himself", who=person)

    # --- links ---
    def links(self, rows: Iterable[Row]) -> Sentences:
        """Links to the sentences of rows, each once, in their order."""
        return Sentences(tuple(dict.fromkeys(key_of(row) for row in rows)), self.several)


def read(
    study: StudyFile,
    codebook: Codebook,
    *,
    articles: pd.DataFrame,
    sentences: pd.DataFrame,
    codings: pd.DataFrame,
    evidence: pd.DataFrame,
    voices: pd.DataFrame,
    facts: pd.DataFrame,
    measures: pd.DataFrame,
    coders: Agreement,
    is_blank: bool,
) -> Reading:
    """A reading of these tables; ``coders`` is how far the rules agree with others, as narrative found it."""
    return Reading(
        study=study,
        codebook=codebook,
        is_blank=is_blank,
        articles=articles,
        sentences=sentences,
        codings=codings,
        evidence=evidence,
        voices=voices,
        facts=facts,
        measures=measures,
        agreement=coders.alpha,
        disagreements=coders.disagreements,
    )


def _stances_of(code: Code) -> set[str | None]:
    """All stances that a code can give."""
    own = [code.turns, *(rule.turns for rule in code.rules if rule.turns)]
    turned = {stance for turns in own for stance in (turns.negated, turns.conceded)}
    return {code.stance, *(rule.stance for rule in code.rules), *turned}


def is_checkable(fact: Row) -> bool:
    """Can a fact be looked up? Its own column says so; if that is missing, a fact with a number or a time can."""
    if "checkable" in fact:
        return bool(fact["checkable"])
    return not absent(fact["value"]) or not absent(fact["resolved_from"])


def is_guess(row: Row) -> bool:
    """Was a voice or a fact decided by a guess alone?"""
    return row.get("certainty") == "guessed"


def is_given(voice: Row) -> bool:
    """Does the text itself say whose words these are, or go on with whoever spoke: (그는) 덧붙였다."""
    certainty = voice.get("certainty", "stated")
    return certainty == "stated" or (certainty == "inferred" and not absent(voice["verb"]))


def person_of(voice: Row) -> str | None:
    """Who speaks, by the name that the table uses for all mentions; None for nobody and for a mere pronoun."""
    names = [str(voice[column]) for column in ("person", "speaker") if column in voice and not absent(voice[column])]
    return next((name for name in names if name not in words("pronouns", "pointing")), None)
