"""Sections 1 and 2 of the narrative: what is claimed, the headline, and each claim's evidence."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.messages import Message, message, paragraphs
from helpers.reporting.prose.citing import best, cited
from helpers.reporting.prose.headline import headline
from helpers.reporting.prose.reading import STANCES, Key, Reading
from helpers.reporting.prose.rows import absent, key_of
from helpers.reporting.prose.status import status
from helpers.reporting.saying import Displayable

_MOST_CLAIMS = 8
_VOICES = ("reporter", "named", "unnamed")
_BALANCE = {"supports": "balance.supports", "qualifies": "balance.qualifies", "opposes": "balance.opposes"}


def what_it_claims(reading: Reading) -> Displayable:
    """The thesis, its claims, and what the headline says against the body."""
    return paragraphs(status(reading), thesis(reading), headline(reading))


def on_what_evidence(reading: Reading) -> Displayable:
    """Claim by claim: how many sentences, which codes, one sentence that stands for them.

    No evidence gives an empty displayable.
    """
    used: set[Key] = set()
    claims = [claim for claim in reading.claims if reading.bearing(claim)]
    return paragraphs(
        *(claim_evidence(reading, claim, used) for claim in claims[:_MOST_CLAIMS]), without_evidence(reading)
    )


def thesis(reading: Reading) -> list[Message]:
    """The thesis, and the claims that the codebook parts it into."""
    text = " ".join(reading.study.thesis.split())
    claims = list(reading.codebook.claims.values())
    chosen = [message("thesis.is", thesis=text)] if text else []
    if len(claims) < 2:
        return chosen
    listed = [message("thesis.claim", place=place, text=text) for place, text in enumerate(claims, start=1)]
    return [*chosen, message("thesis.claims", n=len(claims), claims=listed)]


def balance_of_all(reading: Reading) -> Message:
    """How the sentences that bear on the thesis part by stance, each counted once, or that all are alike."""
    parts = shares(reading)
    alone = {
        "balance.supports": "balance.all_supports", "balance.qualifies": "balance.all_qualifies",
        "balance.opposes": "balance.all_opposes", "balance.several": "balance.all_several",
    }  # fmt: skip
    if len(parts) == 1:
        return message(alone[parts[0].key])
    return message("balance.is", parts=parts)


def shares(reading: Reading) -> list[Message]:
    """How many sentences take each stance alone, and how many several, each to another claim; together all."""
    sizes = {stance: reading.measure("one_stance", stance=stance).n for stance in STANCES}
    several = reading.measure("several_stances").n
    chosen = [message(_BALANCE[stance], n=n) for stance, n in sizes.items() if n]
    return [*chosen, *([message("balance.several", n=several)] if several else [])]


def balance(reading: Reading, claim: str) -> list[Message]:
    """How many sentences take each stance to one claim, those that none takes left out."""
    return [message(_BALANCE[stance], n=n) for stance, n in reading.counts(claim).items() if n]


def claim_evidence(reading: Reading, claim: str, used: set[Key]) -> list[Message]:
    """What bears on one claim: counts by stance, the codes that support it, an example; ``used`` gains the example."""
    chosen = [bearing(reading, claim), *mixed(reading, claim)]
    chosen += supporting_codes(reading, claim)
    stance = next(stance for stance, n in reading.counts(claim).items() if n)
    example = best(reading.of_stance(stance, claim), reading, used)
    if example is not None:
        used.add(key_of(example))
        chosen.append(cited(reading, example))
    return chosen


def bearing(reading: Reading, claim: str) -> Message:
    """How many sentences bear on a claim, and how they part by stance."""
    parts = balance(reading, claim)
    name, n = reading.claim(claim), reading.bearing(claim)
    if len(parts) > 1:
        return message("evidence.claim", claim=name, n=n, parts=parts)
    alone = {
        "balance.supports": "evidence.only_supports", "balance.qualifies": "evidence.only_qualifies",
        "balance.opposes": "evidence.only_opposes",
    }  # fmt: skip
    return message(alone[parts[0].key], claim=name, n=n)


def mixed(reading: Reading, claim: str) -> list[Message]:
    """How many sentences qualify a claim only because codes of several stances on it stand side by side."""
    supported = {
        key_of(coding)
        for coding in reading.coded
        if coding["stance"] == "supports" and reading.codebook[coding["code"]].claim == claim
    }
    rows = [row for row in reading.of_stance("qualifies", claim) if key_of(row) in supported]
    return [message("evidence.mixed", n=len(rows), where=reading.links(rows))] if rows else []


def supporting_codes(reading: Reading, claim: str) -> list[Message]:
    """Which codes the support of a claim rests on, in how many sentences each; turned ones are told apart."""
    supporting = {key_of(row) for row in reading.of_stance("supports", claim)}
    places: dict[tuple[str, bool], set[Key]] = {}
    for coding in reading.coded:
        code = reading.codebook[coding["code"]]
        if code.claim == claim and coding["stance"] == "supports" and key_of(coding) in supporting:
            places.setdefault((code.label, not absent(coding["turned_by"])), set()).add(key_of(coding))
    codes = [
        message("evidence.turned_code" if turned else "evidence.code", label=label, n=len(found))
        for (label, turned), found in places.items()
    ]
    one_says_it_all = len(places) == 1 and not any(turned for _, turned in places)
    return [message("evidence.codes", codes=codes)] if codes and not one_says_it_all else []


def without_evidence(reading: Reading) -> list[Message]:
    """The claims on which nothing bears where something bears on others; those that no code asks for apart."""
    empty = [claim for claim in reading.claims if not reading.bearing(claim)] if reading.bearing() else []
    asked = [claim for claim in empty if reading.asks_for(claim=claim)]
    unasked = [claim for claim in empty if claim not in asked]
    return [
        message(key, claims=reading.claim(*claims))
        for key, claims in (("evidence.none", asked), ("evidence.unasked", unasked))
        if claims
    ]


def evidence_matrix(reading: Reading) -> pd.DataFrame:
    """How the evidence of each claim is spread over stance, voice and checkable facts, for a table.

    returns  claim (its sentence), stance, n, reporter, named, unnamed, checkable; stances that nothing takes left out
    """
    rows = [
        {"claim": reading.codebook.claims[claim], "stance": stance, "n": n}
        | {kind: reading.measure("voice", claim=claim, stance=stance, group=kind).n for kind in _VOICES}
        | {"checkable": reading.measure("checkable", claim=claim, stance=stance).n}
        for claim in reading.claims
        for stance in STANCES
        if (n := reading.counts(claim)[stance])
    ]
    return pd.DataFrame(rows, columns=["claim", "stance", "n", *_VOICES, "checkable"])
