"""What the figures of notebook 04 say, as captions computed from the same tables."""

from __future__ import annotations

import pandas as pd

from helpers.reporting.korean.days import on_a_timeline
from helpers.reporting.korean.names import STANCES as STANCE_NAMES
from helpers.reporting.messages import message, plain
from helpers.reporting.prose.reading import RULES, STANCES, Reading
from helpers.reporting.prose.rows import records

_SOME = 4  # sentences of which it says something that they stand close together
_THIRDS = ("captions.front", "captions.middle", "captions.end")
_GATHERED = {
    "supports": "captions.supports_gathered", "qualifies": "captions.qualifies_gathered",
    "opposes": "captions.opposes_gathered",
}  # fmt: skip


def evidence_caption(reading: Reading) -> str:
    """Below the figure of evidence along the article: what it shows, and what stands in one part alone."""
    if not reading.bearing():
        return plain([message("captions.no_evidence")])
    chosen = [message("captions.evidence")]
    for stance in reversed(STANCES):
        places = [row["position"] for row in reading.of_stance(stance)]
        thirds = {min(int(place * 3), 2) for place in places}
        if len(places) >= _SOME and len(thirds) == 1 and not reading.several:
            chosen.append(message(_GATHERED[stance], third=message(_THIRDS[thirds.pop()])))
    return plain(chosen[:2])


def weighing_caption(reading: Reading) -> str:
    """Below the bars of claims: what they show. How many there are stands beside them, and in the findings."""
    return plain([message("captions.weighing" if reading.bearing() else "captions.no_evidence")])


def timeline_caption(reading: Reading) -> str:
    """Below the timeline: what it shows, or that there is no such time."""
    known = any(on_a_timeline(row) for row in records(reading.facts))
    return plain([message("captions.dates" if known else "captions.no_dates")])


def agreement_names(reading: Reading) -> dict[str, dict[str, str]]:
    """By column of tables.AGREEMENT, Korean names of what stands in it."""
    scopes = {"codes": "모든 코드(붙였는가)", "stances": "모든 코드(어떤 입장인가)", **_labels(reading)}
    return {"scope": scopes, "coder_a": {RULES: "규칙"}}


def agreement_with_the_unknowing(reading: Reading) -> pd.DataFrame:
    """The rows of tables.AGREEMENT of rules and coders who had not seen the rules: others prove nothing."""
    rows = reading.agreement
    return rows[(rows["coder_a"] == RULES) & ~rows["knew_rules"].isin(["seen", "wrote"])]


def disagreement_names(reading: Reading) -> dict[str, dict[str, str]]:
    """By column of tables.DISAGREEMENTS, Korean names of what stands in it; left uncoded is said too."""
    coded = {**STANCE_NAMES, "absent": "붙이지 않음"}
    return {"code": _labels(reading), "value_a": coded, "value_b": coded}


def _labels(reading: Reading) -> dict[str, str]:
    return {code.name: code.label for code in reading.codebook.codes}
