"""How far two coders agree: Krippendorff's alpha with its interval, and where they differ."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from helpers import tables
from helpers.errors import StudyError
from helpers.narrative.codebook import Codebook
from helpers.narrative.coding import RULES
from helpers.narrative.rows import Row, rows_of

ABSENT = "absent"
DRAWS = 1000


@dataclass(frozen=True)
class Agreement:
    """``alpha`` tables.AGREEMENT, ``confusion`` tables.CONFUSION, ``disagreements`` tables.DISAGREEMENTS."""

    alpha: pd.DataFrame
    confusion: pd.DataFrame
    disagreements: pd.DataFrame


def agreement(
    codings: pd.DataFrame,
    sentences: pd.DataFrame,
    codebook: Codebook,
    *,
    coder_a: str,
    coder_b: str,
    seed: int,
    draws: int = DRAWS,
) -> Agreement:
    """Krippendorff's alpha (nominal) of two coders, and every sentence on which they differ.

    codings    tables.CODINGS of both coders
    sentences  tables.SENTENCES; those of articles that both coders read are compared: the rules read all, a person
               those in which a code was given
    returns    Agreement; ``alpha`` has the scopes codes, stances, then each code of the codebook

    A unit is a sentence and a code. 'codes' and each code ask whether it was given; 'stances' also with which stance.
    The interval draws whole sentences with replacement ``draws`` times (percentiles 2.5 and 97.5); of one article it
    describes that article. Alpha is missing where neither coder varies. Hayes & Krippendorff (2007).
    """
    for coder in (coder_a, coder_b):
        if coder not in set(codings["coder"]):
            known = ", ".join(sorted(set(codings["coder"]))) or "none"
            raise StudyError(f"There are no codings by {coder!r} (coders: {known}).", "Name one of these coders.")
    read = _read_by_both(codings, sentences, coder_a, coder_b)
    codes = [code.name for code in codebook.codes]
    a, b = (_values(codings[codings["coder"] == coder], read, codes) for coder in (coder_a, coder_b))
    return Agreement(
        tables.AGREEMENT.make(
            {"scope": scope, "coder_a": coder_a, "coder_b": coder_b} | _measured(va, vb, seed, draws)
            for scope, va, vb in _scopes(a, b)
        ),
        _confusion(a, b),
        _disagreements(a, b, read, codings[codings["coder"].isin([coder_a, coder_b])]),
    )


def _read_by_both(codings: pd.DataFrame, sentences: pd.DataFrame, coder_a: str, coder_b: str) -> pd.DataFrame:
    for coder in {coder_a, coder_b} - {RULES}:
        sentences = sentences[sentences["article_id"].isin(set(codings.loc[codings["coder"] == coder, "article_id"]))]
    return sentences


def _values(codings: pd.DataFrame, read: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Each read sentence's stance for each code, ABSENT where the code was not given."""
    index = pd.MultiIndex.from_frame(read[["article_id", "sentence_id"]])
    given = codings.set_index(["article_id", "sentence_id", "code"])["stance"].astype(object).unstack("code")
    return given.reindex(index=index, columns=codes).fillna(ABSENT)


def _scopes(a: pd.DataFrame, b: pd.DataFrame) -> list[tuple[str, pd.DataFrame, pd.DataFrame]]:
    """What is compared: sentences by codes, each cell what the coder said."""
    given_a, given_b = a != ABSENT, b != ABSENT
    parts = [(code, given_a[[code]], given_b[[code]]) for code in a.columns]
    return [("codes", given_a, given_b), ("stances", a, b), *parts]


def _measured(a: pd.DataFrame, b: pd.DataFrame, seed: int, draws: int) -> dict[str, float | int]:
    values = sorted({*a.to_numpy().ravel().tolist(), *b.to_numpy().ravel().tolist()}, key=str)
    counts = _coincidences(a, b, values)
    point = float(_alpha(counts.sum(axis=0)))
    spread = np.array([])
    if len(a) and not np.isnan(point):
        drawn = np.random.default_rng(seed).integers(0, len(a), size=(draws, len(a)))
        weights = np.stack([np.bincount(draw, minlength=len(a)) for draw in drawn])
        spread = _alpha(np.einsum("ds,sij->dij", weights, counts))
        spread = spread[~np.isnan(spread)]
    low, high = np.percentile(spread, [2.5, 97.5]) if len(spread) else (np.nan, np.nan)
    return {
        "alpha": point,
        "ci_low": low,
        "ci_high": high,
        "agreed": float((a.to_numpy() == b.to_numpy()).mean()) if a.size else np.nan,
        "units": int(a.size),
        "sentences": len(a),
    }


def _coincidences(a: pd.DataFrame, b: pd.DataFrame, values: list) -> np.ndarray:
    """For each sentence the coincidence matrix of its units: each pair of values counts in both orders."""
    number = {value: place for place, value in enumerate(values)}
    counts = np.zeros((len(a), len(values), len(values)))
    for row, (va, vb) in enumerate(zip(a.to_numpy().tolist(), b.to_numpy().tolist(), strict=True)):
        for x, y in zip(va, vb, strict=True):
            counts[row, number[x], number[y]] += 1
            counts[row, number[y], number[x]] += 1
    return counts


def _alpha(coincidences: np.ndarray) -> np.ndarray:
    """Alpha of one coincidence matrix or of many: 1 - (n - 1) * observed / expected disagreement."""
    totals = coincidences.sum(axis=-1)
    n = totals.sum(axis=-1)
    observed = n - np.trace(coincidences, axis1=-2, axis2=-1)
    expected = n**2 - (totals**2).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (n - 1) * observed / expected, np.nan)


def _confusion(a: pd.DataFrame, b: pd.DataFrame) -> pd.DataFrame:
    rows: list[Row] = []
    for code in a.columns:
        counts = Counter(zip(a[code].tolist(), b[code].tolist(), strict=True))
        rows += [{"code": code, "value_a": x, "value_b": y, "n": n} for (x, y), n in sorted(counts.items())]
    return tables.CONFUSION.make(rows)


def _disagreements(a: pd.DataFrame, b: pd.DataFrame, read: pd.DataFrame, codings: pd.DataFrame) -> pd.DataFrame:
    remarks = codings.set_index(["article_id", "sentence_id", "code"])
    rows: list[Row] = []
    for number, place in enumerate(rows_of(read)):
        for code in a.columns:
            x, y = a[code].iloc[number], b[code].iloc[number]
            if x == y:
                continue
            key = (place["article_id"], place["sentence_id"], code)
            said = remarks.loc[[key]]
            rows.append(
                {name: place[name] for name in ("article_id", "sentence_id", "start", "end", "text")}
                | {"code": code, "value_a": x, "value_b": y}
                | {"matched": _joined(said["matched"]), "note": _joined(said["note"])}
            )
    return tables.DISAGREEMENTS.make(rows)


def _joined(values: pd.Series) -> str | None:
    return " / ".join(values.dropna()) or None
