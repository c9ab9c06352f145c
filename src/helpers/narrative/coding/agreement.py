"""How well two coders agree: Krippendorff's alpha with its interval, and the sentences on which they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from helpers import tables
from helpers.errors import StudyError
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.coding.sheets import RULES
from helpers.narrative.rows import Row, rows_of

ABSENT = "absent"
DRAWS = 1000


@dataclass(frozen=True)
class Agreement:
    """``alpha`` tables.AGREEMENT, ``confusion`` tables.CONFUSION, ``disagreements`` tables.DISAGREEMENTS."""

    alpha: pd.DataFrame
    confusion: pd.DataFrame
    disagreements: pd.DataFrame


def compare_with_people(
    codings: pd.DataFrame,
    sentences: pd.DataFrame,
    codebook: Codebook,
    *,
    seed: int,
    draws: int = DRAWS,
    read: pd.DataFrame | None = None,
) -> Agreement:
    """Compare the rules with each person who coded.

    codings    tables.CODINGS of the rules and of any number of people
    sentences  tables.SENTENCES; headlines are not compared
    read       the sentences that each person read, as ``sentences_read`` gives them; without it those of each article
               in which a person gave a code
    returns    Agreement of the rules with each person, by name; ``alpha`` also compares each two people. The tables are
               empty where no person coded or the rules found nothing.
    """
    sentences = sentences[sentences["section"] != "title"]  # a sheet may leave headlines out
    at = pd.MultiIndex.from_frame(sentences[["article_id", "sentence_id"]])
    codings = codings[pd.MultiIndex.from_frame(codings[["article_id", "sentence_id"]]).isin(at)]
    coders = set(codings["coder"])
    if read is not None:
        read = read[pd.MultiIndex.from_frame(read[["article_id", "sentence_id"]]).isin(at)]
    people = sorted((coders | _readers(read)) - {RULES}) if RULES in coders else []
    measure = partial(agreement, codings, sentences, codebook, seed=seed, draws=draws, read=read)
    found = [measure(coder_a=RULES, coder_b=person) for person in people]
    if not found:
        return Agreement(tables.AGREEMENT.empty(), tables.CONFUSION.empty(), tables.DISAGREEMENTS.empty())
    among = [measure(coder_a=one, coder_b=other).alpha for one, other in combinations(people, 2)]
    return Agreement(
        pd.concat([*(one.alpha for one in found), *among], ignore_index=True),
        pd.concat([one.confusion for one in found], ignore_index=True),
        pd.concat([one.disagreements for one in found], ignore_index=True),
    )


def agreement(
    codings: pd.DataFrame,
    sentences: pd.DataFrame,
    codebook: Codebook,
    *,
    coder_a: str,
    coder_b: str,
    seed: int,
    draws: int = DRAWS,
    read: pd.DataFrame | None = None,
) -> Agreement:
    """Krippendorff's alpha (nominal) of two coders, and every sentence on which they differ.

    codings    tables.CODINGS of both coders
    sentences  tables.SENTENCES; only those that both coders read are compared (the rules read all)
    read       the sentences that a person read: article_id, sentence_id, coder; without it all of each article in which
               the person gave a code
    returns    Agreement; ``alpha`` has the scopes codes, stances, then each code of the codebook

    A unit is a pair of sentence and code. The scope 'codes' and that of each code compare whether the code was given,
    'stances' also with which stance. For the interval whole sentences are drawn with replacement ``draws`` times
    (percentiles 2.5 and 97.5); with one article it describes that article only. Alpha is missing where neither coder
    varies. Hayes & Krippendorff (2007).
    """
    coders = set(codings["coder"]) | _readers(read)
    for coder in (coder_a, coder_b):
        if coder not in coders:
            known = ", ".join(sorted(coders)) or "none"
            raise StudyError(f"There are no codings by {coder!r} (coders: {known}).", "Name one of these coders.")
    compared = _read_by_both(codings, sentences, read, {coder_a, coder_b} - {RULES})
    codes = [code.name for code in codebook.codes]
    a, b = (_values(codings[codings["coder"] == coder], compared, codes) for coder in (coder_a, coder_b))
    weights = _draws(len(compared), seed, draws)
    pair: dict[str, Any] = {"coder_a": coder_a, "coder_b": coder_b}
    other = codebook.coders.get(coder_b)
    who: dict[str, Any] = {
        "coder_kind": other.who if other else None,
        "knew_rules": other.rules if other else None,
    }
    return Agreement(
        tables.AGREEMENT.make(
            {"scope": scope} | pair | who | _coefficients(va.to_numpy(object), vb.to_numpy(object), weights)
            for scope, va, vb in _scopes(a, b)
        ),
        tables.CONFUSION.make(pair | row for row in _confusion(a, b)),
        tables.DISAGREEMENTS.make(
            pair | row for row in _disagreements(a, b, compared, codings[codings["coder"].isin([coder_a, coder_b])])
        ),
    )


def _readers(read: pd.DataFrame | None) -> set[str]:
    return set() if read is None else set(read["coder"])


def _read_by_both(
    codings: pd.DataFrame, sentences: pd.DataFrame, read: pd.DataFrame | None, people: set[str]
) -> pd.DataFrame:
    for coder in people:
        own, columns = (codings, ["article_id"]) if read is None else (read, ["article_id", "sentence_id"])
        theirs = pd.MultiIndex.from_frame(own.loc[own["coder"] == coder, columns])
        sentences = sentences[pd.MultiIndex.from_frame(sentences[columns]).isin(theirs)]
    return sentences


def _values(codings: pd.DataFrame, read: pd.DataFrame, codes: list[str]) -> pd.DataFrame:
    """Each read sentence's stance for each code, ABSENT where the code was not given."""
    index = pd.MultiIndex.from_frame(read[["article_id", "sentence_id"]])
    given = codings.set_index(["article_id", "sentence_id", "code"])["stance"].astype(object).unstack("code")
    return given.reindex(index=index, columns=codes).astype(object).fillna(ABSENT)


def _scopes(a: pd.DataFrame, b: pd.DataFrame) -> list[tuple[str, pd.DataFrame, pd.DataFrame]]:
    """For each scope, its name and the answers of both coders: sentences x codes."""
    given_a, given_b = a != ABSENT, b != ABSENT
    parts = [(code, given_a[[code]], given_b[[code]]) for code in a.columns]
    return [("codes", given_a, given_b), ("stances", a, b), *parts]


@lru_cache(maxsize=2)
def _draws(n: int, seed: int, draws: int) -> np.ndarray:
    """How often each of ``n`` sentences is drawn, a row a draw."""
    if not n:
        return np.zeros((0, 0))
    drawn = np.random.default_rng(seed).integers(0, n, size=(draws, n)) + n * np.arange(draws)[:, None]
    return np.bincount(drawn.ravel(), minlength=draws * n).reshape(draws, n).astype(float)


def _coefficients(a: np.ndarray, b: np.ndarray, weights: np.ndarray) -> dict[str, float | int]:
    counts = _coincidences(a, b)
    point = float(_alpha(counts.sum(axis=0)))
    spread = np.array([])
    if len(a) and not np.isnan(point):
        spread = _alpha((weights @ counts.reshape(len(a), -1)).reshape(-1, *counts.shape[1:]))
        spread = spread[~np.isnan(spread)]
    low, high = np.percentile(spread, [2.5, 97.5]) if len(spread) else (np.nan, np.nan)
    return {
        "alpha": point,
        "ci_low": low,
        "ci_high": high,
        "agreed": float((a == b).mean()) if a.size else np.nan,
        "units": int(a.size),
        "sentences": len(a),
    }


def _coincidences(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """For each sentence the coincidence matrix of its units: each pair of values counts in both orders."""
    values = sorted({*a.ravel(), *b.ravel()}, key=str)
    x, y = (np.stack([said == value for value in values], axis=-1).astype(float) for said in (a, b))
    one_way = np.einsum("suv,suw->svw", x, y)
    return one_way + one_way.transpose(0, 2, 1)


def _alpha(coincidences: np.ndarray) -> np.ndarray:
    """Alpha of one coincidence matrix or of many: 1 - (n - 1) * observed / expected disagreement."""
    totals = coincidences.sum(axis=-1)
    n = totals.sum(axis=-1)
    observed = n - np.trace(coincidences, axis1=-2, axis2=-1)
    expected = n**2 - (totals**2).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (n - 1) * observed / expected, np.nan)


def _confusion(a: pd.DataFrame, b: pd.DataFrame) -> Iterator[Row]:
    for code in a.columns:
        counts = Counter(zip(a[code].tolist(), b[code].tolist(), strict=True))
        yield from ({"code": code, "value_a": x, "value_b": y, "n": n} for (x, y), n in sorted(counts.items()))


def _disagreements(a: pd.DataFrame, b: pd.DataFrame, read: pd.DataFrame, codings: pd.DataFrame) -> Iterator[Row]:
    remarks: dict[tuple[str, int, str], list[Row]] = {}
    for coding in rows_of(codings):
        remarks.setdefault((coding["article_id"], coding["sentence_id"], coding["code"]), []).append(coding)
    places = rows_of(read)
    said_a, said_b = a.to_numpy(object), b.to_numpy(object)
    for number, column in np.argwhere(said_a != said_b).tolist():
        place, code = places[number], str(a.columns[column])
        said = remarks[place["article_id"], place["sentence_id"], code]
        yield (
            {name: place[name] for name in ("article_id", "sentence_id", "start", "end", "text")}
            | {"code": code, "value_a": said_a[number, column], "value_b": said_b[number, column]}
            | {"matched": _joined(" · ".join(row["matched"] or []) for row in said)}
            | {"note": _joined(row["note"] for row in said)}
        )


def _joined(values: Iterable[str | None]) -> str | None:
    return " / ".join(value for value in values if isinstance(value, str) and value) or None
