"""Sections 1 and 2 of the narrative: what is claimed, the headline, and each claim's evidence."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.messages import Message, Sentences, message, paragraphs
from helpers.reporting.prose.citing import example
from helpers.reporting.prose.headline import BALANCE, headline
from helpers.reporting.prose.parts import shares_of
from helpers.reporting.prose.reading import STANCES, Reading, Row
from helpers.reporting.prose.rows import absent, key_of
from helpers.reporting.prose.status import status
from helpers.reporting.saying import Displayable

_MOST_CLAIMS = 8
_VOICES = ("reporter", "named", "unnamed")
_ONLY = {
    "supports": "evidence.only_supports", "qualifies": "evidence.only_qualifies", "opposes": "evidence.only_opposes",
}  # fmt: skip
_ONE = {
    "supports": "evidence.one_supports", "qualifies": "evidence.one_qualifies", "opposes": "evidence.one_opposes",
}  # fmt: skip
_ALL_OF_ALL = {
    "balance.supports": "balance.all_supports", "balance.qualifies": "balance.all_qualifies",
    "balance.opposes": "balance.all_opposes", "balance.several": "balance.all_several",
}  # fmt: skip
_ONE_OF_ALL = {
    "balance.supports": "balance.one_supports", "balance.qualifies": "balance.one_qualifies",
    "balance.opposes": "balance.one_opposes", "balance.several": "balance.one_several",
}  # fmt: skip


def what_it_claims(reading: Reading) -> Displayable:
    """The thesis, its claims, and what the headline says against the body."""
    return paragraphs(status(reading), thesis(reading), headline(reading))


def on_what_evidence(reading: Reading) -> Displayable:
    """Claim by claim: which stances, which codes, one sentence that stands for them.

    No evidence gives an empty displayable.
    """
    claims = [claim for claim in reading.claims if reading.bearing(claim)]
    return paragraphs(*(claim_evidence(reading, claim) for claim in claims[:_MOST_CLAIMS]), without_evidence(reading))


def thesis(reading: Reading) -> list[Message]:
    """The thesis, the claims that the codebook parts it into, and that what bears on it is what the rules read so."""
    text = " ".join(reading.study.thesis.split())
    claims = list(reading.codebook.claims.values())
    chosen = [message("thesis.is", thesis=text)] if text else []
    if len(claims) > 1:
        listed = [message("thesis.claim", place=place, text=text) for place, text in enumerate(claims, start=1)]
        chosen.append(message("thesis.claims", n=len(claims), claims=listed))
    return [*chosen, message("thesis.read")] if chosen and reading.bearing() else chosen


def balance_of_all(reading: Reading) -> Message:
    """How the sentences that bear on the thesis divide by stance, each counted once, or that all have the same."""
    sizes = balance_sizes(reading)
    if len(sizes) == 1:
        of, n = next(iter(sizes.items()))
        return message((_ONE_OF_ALL if n == 1 else _ALL_OF_ALL)[of])
    return message("balance.is", shares=shares_of(sizes))


def balance_sizes(reading: Reading) -> dict[str, int]:
    """For each message, how many sentences have one stance alone, and how many have several, each to another claim."""
    sizes = {BALANCE[stance]: reading.measure("one_stance", stance=stance).n for stance in STANCES}
    sizes["balance.several"] = reading.measure("several_stances").n
    return {key: n for key, n in sizes.items() if n}


def claim_evidence(reading: Reading, claim: str) -> list[Message]:
    """What bears on one claim: its stances, the codes that support it, an example."""
    chosen = [bearing(reading, claim), *supporting_codes(reading, claim), *example(reading, claim)]
    both = mixed(reading, claim)
    return [*chosen, message("evidence.mixed", where=reading.links(both))] if both else chosen


def bearing(reading: Reading, claim: str) -> Message:
    """How the sentences that bear on a claim divide by stance; their number stands in the matrix."""
    stances = {stance: n for stance, n in reading.counts(claim).items() if n}
    if len(stances) > 1:
        shares = shares_of({BALANCE[stance]: n for stance, n in stances.items()})
        return message("evidence.claim", claim=reading.claim(claim), shares=shares)
    stance, n = next(iter(stances.items()))
    return message((_ONE if n == 1 else _ONLY)[stance], claim=reading.claim(claim))


def mixed(reading: Reading, claim: str) -> list[Row]:
    """The sentences that qualify a claim only because codes of several stances on it stand side by side."""
    supported = {
        key_of(coding)
        for coding in reading.coded
        if coding["stance"] == "supports" and reading.codebook[coding["code"]].claim == claim
    }
    return [row for row in reading.of_stance("qualifies", claim) if key_of(row) in supported]


def supporting_codes(reading: Reading, claim: str) -> list[Message]:
    """Which codes the support of a claim rests on; those that were turned are told apart."""
    supporting = {key_of(row) for row in reading.of_stance("supports", claim)}
    codes: dict[tuple[str, bool], Message] = {}
    for coding in reading.coded:
        code, turned = reading.codebook[coding["code"]], not absent(coding["turned_by"])
        if code.claim == claim and coding["stance"] == "supports" and key_of(coding) in supporting:
            codes[code.label, turned] = message("evidence.turned_code" if turned else "evidence.code", label=code.label)
    one_says_it_all = len(codes) == 1 and not any(turned for _, turned in codes)
    return [message("evidence.codes", codes=list(codes.values()))] if codes and not one_says_it_all else []


def without_evidence(reading: Reading) -> list[Message]:
    """The claims without evidence, if others have some; claims that no code asks for are named separately."""
    empty = [claim for claim in reading.claims if not reading.bearing(claim)] if reading.bearing() else []
    background = {claim: links for claim in empty if (links := _background(reading, claim)).places}
    asked = [claim for claim in empty if claim not in background and reading.asks_for(claim=claim)]
    unasked = [claim for claim in empty if claim not in background and claim not in asked]
    told = [message("evidence.background", claim=reading.claim(one), where=at) for one, at in background.items()]
    return [
        *told,
        *[
            message(key, claims=reading.claim(*claims))
            for key, claims in (("evidence.none", asked), ("evidence.unasked", unasked))
            if claims
        ],
    ]


def _background(reading: Reading, claim: str) -> Sentences:
    """The sentences to which only codes of a claim are given that take no stance."""
    own = (row for row in reading.coded if reading.codebook[row["code"]].claim == claim)
    return reading.links(row for row in own if row["stance"] == "context")


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
