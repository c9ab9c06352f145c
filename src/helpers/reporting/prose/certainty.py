"""Section 6 of the narrative: how reliable the coding is, and what a person corrected."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.messages import Message, message, paragraph, paragraphs, plain
from helpers.reporting.prose.reading import RULES, Reading
from helpers.reporting.prose.rows import absent, records
from helpers.reporting.saying import Displayable

GOOD, TENTATIVE = 0.8, 0.667  # Hayes & Krippendorff (2007)
_WHO = {
    ("person", "unseen"): "coders.person", ("person", "seen"): "coders.person_who_knew",
    ("person", "wrote"): "coders.person_who_wrote", ("language_model", "unseen"): "coders.model",
    ("language_model", "seen"): "coders.model_that_knew", ("language_model", "wrote"): "coders.model_that_wrote",
}  # fmt: skip
_CORRECTED = {"voices": "corrected.voices", "facts": "corrected.facts", "codings": "corrected.codings"}
_CODED_AS = {
    "supports": "coders.as_supports", "qualifies": "coders.as_qualifies", "opposes": "coders.as_opposes",
    "context": "coders.as_context", "absent": "coders.as_absent",
}  # fmt: skip


def how_sure(reading: Reading) -> Displayable:
    """How the rules did on sentences that they were not written for, each coder's agreement, what was corrected."""
    return paragraphs(
        tests_of_rules(reading), *(coder(reading, name) for name in coders(reading)), no_coder(reading),
        corrected(reading),
    )  # fmt: skip


def tests_of_rules(reading: Reading) -> list[Message]:
    """The agreement measured on sentences made after the rules, as the codebook notes it."""
    return [
        message(
            "coders.test" if test.low is None else "coders.test_with_interval",
            **test.model_dump(include={"sentences", "alpha", "low", "high"}),
            verdict=verdict(test.alpha),
            who=message(_WHO[test.coder.who, test.coder.rules]),
        )
        for test in reading.codebook.tests
    ]


def rule_tests(reading: Reading) -> pd.DataFrame:
    """The same tests for a table: who (read the sentences), sentences, alpha, low, high."""
    rows = [
        test.model_dump(include={"sentences", "alpha", "low", "high"})
        | {"who": plain([message(_WHO[test.coder.who, test.coder.rules])])}
        for test in reading.codebook.tests
    ]
    return pd.DataFrame(rows, columns=["who", "sentences", "alpha", "low", "high"])


def coders(reading: Reading) -> list[str]:
    """The coders besides the rules, in the order of the table."""
    own = reading.agreement[reading.agreement["coder_a"] == RULES]
    return list(dict.fromkeys(own["coder_b"]))


def coder(reading: Reading, name: str) -> list[Message]:
    """Who a coder is, and how far the rules agree with him; of one who knew the rules, only that he did."""
    rows = records(reading.agreement)
    row = next(r for r in rows if (r["coder_a"], r["coder_b"], r["scope"]) == (RULES, name, "codes"))
    known = not absent(row["knew_rules"])
    who = _WHO.get((row["coder_kind"], row["knew_rules"]), "coders.somebody")
    opening = message("coders.read", name=name, who=message(who), sentences=int(row["sentences"]))
    if known and row["knew_rules"] != "unseen":
        return [opening, message("coders.knew_rules")]
    if absent(row["alpha"]):
        return [opening, message("coders.nothing_varies")]
    values = {"alpha": row["alpha"], "low": row["ci_low"], "high": row["ci_high"]}
    chosen = [opening, message("coders.alpha", **values, verdict=verdict(row["alpha"]))]
    return [*chosen, *differences(reading, name), *([] if known else [message("coders.unknown")])]


def verdict(alpha: float) -> Message:
    """What an alpha allows to conclude."""
    return message("alpha.good" if alpha >= GOOD else "alpha.tentative" if alpha >= TENTATIVE else "alpha.poor")


def differences(reading: Reading, name: str) -> list[Message]:
    """Where rules and a coder differ: how often, and the first place."""
    rows = [row for row in records(reading.disagreements) if row["coder_b"] == name]
    if not rows:
        return []
    labels = {code.name: code.label for code in reading.codebook.codes}
    first = rows[0]
    return [
        message(
            "coders.differ", n=len(rows), where=reading.links(rows[:1]), code=labels.get(first["code"], first["code"]),
            rules=message(_CODED_AS[first["value_a"]]), other=message(_CODED_AS[first["value_b"]]),
        )
    ]  # fmt: skip


def no_coder(reading: Reading) -> list[Message]:
    """Say that nobody but the rules has coded."""
    return [] if coders(reading) or reading.codings.empty else [message("coders.none")]


def about_corrections(made: pd.DataFrame) -> Displayable:
    """What a person corrected, or that nobody did.

    made  what ``narrative.corrections_made`` gives: part, found, corrected, added, struck
    """
    changed = made.set_index("part")[["corrected", "added", "struck"]].sum(axis=1)
    return paragraph(_some({name: int(changed[name]) for name in _CORRECTED}) or [message("corrected.none")])


def corrected(reading: Reading) -> list[Message]:
    """How many speakers, facts and codes a person decided otherwise than the rules."""
    return _some({table: measure.n for table, measure in reading.groups("corrected").items() if measure.n})


def _some(sizes: dict[str, int]) -> list[Message]:
    sizes = {table: n for table, n in sizes.items() if n}
    parts = [message(_CORRECTED[table], n=n) for table, n in sizes.items()]
    return [message("corrected.some", n=sum(sizes.values()), parts=parts)] if parts else []
