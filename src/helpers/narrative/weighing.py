"""The evidence for and against each claim of the thesis: how much, in whose voice, where, how checkable."""

from __future__ import annotations

import math
from collections.abc import Iterable
from statistics import median

import pandas as pd

from helpers import tables
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.rows import Row, rows_by_sentence, rows_of

WEIGHED = tables.STANCES[:3]
HEARD = ("speech", "paraphrase")
Z = 1.959963984540054  # of a normal distribution, 95 % of which lie within

Span = tuple[int, int]


def evidence(
    codings: pd.DataFrame,
    sentences: pd.DataFrame,
    voices: pd.DataFrame,
    facts: pd.DataFrame,
    codebook: Codebook,
    *,
    coder: str = "rules",
) -> pd.DataFrame:
    """The sentences that bear on the thesis, as one coder codes them.

    codings    tables.CODINGS; only the rows of ``coder`` count
    sentences  tables.SENTENCES
    voices     tables.VOICES
    facts      tables.FACTS
    returns    tables.EVIDENCE in the order of the sentences; one with context codings alone is none

    Where the codes of a sentence differ in stance, it qualifies: support that concedes something in the same breath is
    not counted as plain support. Its voice is that of the quotation or paraphrase that holds coded words (any, where a
    person coded without saying which), else the reporter.
    """
    own = codings[(codings["coder"] == coder) & codings["stance"].isin(WEIGHED)]
    coded = rows_by_sentence(own)
    heard = rows_by_sentence(voices[voices["use"].isin(HEARD)])
    checkable = rows_by_sentence(facts[facts["value"].notna() | facts["resolved_from"].notna()])
    rows: list[Row] = []
    for row in rows_of(_placed(sentences)):
        key = (row["article_id"], int(row["sentence_id"]))
        if key in coded:
            found = sorted(coded[key], key=lambda coding: _order(codebook, coding["code"]))
            rows.append(row | _summed(found, codebook) | _voice(found, heard.get(key, [])))
            rows[-1]["checkable"] = key in checkable
    return tables.EVIDENCE.make(rows)


def weigh(evidence: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """How many sentences support, qualify and oppose each claim, and on what they rest.

    evidence  tables.EVIDENCE
    returns   tables.WEIGHING: by article (and '*' for several together), the thesis as a whole ('*') and then each
              claim of the codebook, the three stances; a claim without evidence has n = 0 and no share

    ``share`` is n of the ``total`` sentences that bear on the claim, with its 95 % Wilson (1927) score interval: of one
    article it says how far so few sentences can be told from chance, not what other articles would show.
    """
    found = [row | {"by_claim": dict(_pairs(row["claims"]))} for row in rows_of(evidence)]
    articles = list(dict.fromkeys(row["article_id"] for row in found))
    rows: list[Row] = []
    for article_id in [*articles, *([tables.WHOLE] if len(articles) > 1 else [])]:
        own = [row for row in found if article_id in (row["article_id"], tables.WHOLE)]
        place = {"article_id": article_id}
        rows += [place | {"claim": tables.WHOLE} | row for row in _stances([(row, row["stance"]) for row in own])]
        for claim in codebook.claims:
            held = [(row, row["by_claim"].get(claim)) for row in own]
            rows += [place | {"claim": claim} | row for row in _stances(held)]
    return tables.WEIGHING.make(rows)


def _stances(held: list[tuple[Row, str | None]]) -> Iterable[Row]:
    """The three stances of the sentences of one article to one claim."""
    total = sum(said in WEIGHED for _, said in held)
    for stance in WEIGHED:
        these = [row for row, said in held if said == stance]
        low, high = wilson(len(these), total)
        yield {
            "stance": stance,
            "n": len(these),
            "total": total,
            "share": len(these) / total if total else math.nan,
            "ci_low": low,
            "ci_high": high,
            **{kind: sum(row["voice"] == kind for row in these) for kind in tables.VOICES_KINDS},
            "checkable": sum(bool(row["checkable"]) for row in these),
            "position": median(row["position"] for row in these) if these else math.nan,
            "sentences": " ".join(f"{row['article_id']}:{row['sentence_id']}" for row in these) or None,
        }


def wilson(n: int, total: int) -> tuple[float, float]:
    """The 95 % score interval of n of total (Wilson 1927); missing where total is 0."""
    if not total:
        return math.nan, math.nan
    share, spread = n / total, Z * Z / total
    centre = (share + spread / 2) / (1 + spread)
    half = Z * math.sqrt(share * (1 - share) / total + spread / (4 * total)) / (1 + spread)
    low = 0.0 if n == 0 else centre - half
    return low, 1.0 if n == total else centre + half


def _placed(sentences: pd.DataFrame) -> pd.DataFrame:
    """Sentences with where each stands among those of its article."""
    groups = sentences.groupby("article_id", sort=False)["sentence_id"]
    return sentences.assign(position=(groups.cumcount() + 0.5) / groups.transform("size"))


def _summed(codings: list[Row], codebook: Codebook) -> Row:
    claims: dict[str, list[Row]] = {}
    for coding in codings:
        claims.setdefault(codebook[coding["code"]].claim, []).append(coding)
    spans = sorted({span for coding in codings for span in _spans(coding)})
    notes = [f"{coding['code']}: {coding['note']}" for coding in codings if isinstance(coding["note"], str)]
    return {
        "stance": _main(codings),
        "codes": " ".join(f"{coding['code']}:{coding['stance']}" for coding in codings),
        "claims": " ".join(f"{claim}:{_main(claims[claim])}" for claim in codebook.claims if claim in claims),
        "matched_spans": " ".join("{}:{}".format(*span) for span in spans) or None,
        "note": "; ".join(notes) or None,
    }


def _main(codings: list[Row]) -> str:
    """The stance of a sentence, or of its words on one claim."""
    stances = {coding["stance"] for coding in codings}
    return stances.pop() if len(stances) == 1 else "qualifies"


def _voice(codings: list[Row], heard: list[Row]) -> Row:
    spans = [span for coding in codings for span in _spans(coding)]
    for voice in heard:
        if not spans or any(start < voice["end"] and voice["start"] < end for start, end in spans):
            speaker = voice["speaker"] if isinstance(voice["speaker"], str) else None
            return {"voice": voice["kind"], "speaker": speaker}
    return {"voice": "reporter", "speaker": None}


def _order(codebook: Codebook, name: str) -> int:
    return next(place for place, code in enumerate(codebook.codes) if code.name == name)


def _spans(coding: Row) -> list[Span]:
    written = coding["matched_spans"]
    return [(int(a), int(b)) for a, b in _pairs(written)] if isinstance(written, str) else []


def _pairs(text: str) -> list[tuple[str, str]]:
    """'a:b c:d' as its pairs."""
    return [(a, b) for a, _, b in (part.rpartition(":") for part in text.split())]
