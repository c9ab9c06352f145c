"""Frequent words and the evidence: which of them stand in it, which beside it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from helpers.reporting.korean.numbers import number
from helpers.reporting.prose.reading import Reading, key_of
from helpers.reporting.prose.wording import first, records, told
from helpers.reporting.saying import link_keyword

_FREQUENT = 8
_OFTEN = 4
_FEWEST = 3


def words_in_evidence(reading: Reading) -> list[str]:
    """The frequent word that stands in supporting sentences most, and the one that does least; [] for fewer than three.

    An occurrence is a concordance line; a word that has none is left out.
    """
    shares = _shares(reading)
    if len(shares) < _FEWEST:
        return []
    inside = max(shares, key=lambda row: (row["share"], row["n"], -row["rank"]))
    outside = min(shares, key=lambda row: (row["share"], -row["n"], row["rank"]))
    if inside["share"] == outside["share"]:
        return []
    return [
        told(
            "자주 나온 말 {} 가운데 지지하는 문장에 든 비율이 가장 높은 것은 {}, 가장 낮은 것은 {}.",
            number(len(shares), "개"),
            _counts(inside) + "이고",
            _counts(outside) + "이다",
        ),
        "잦은 말이라고 해서 모두 근거를 이루지는 않는다.",
    ]


def _counts(row: dict[str, Any]) -> Markup:
    counts = f"{number(row['n'], '번')} 가운데 {number(row['inside'], '번')}"
    return told("{}({})", link_keyword(row["term"]), counts)


def _shares(reading: Reading) -> list[dict[str, Any]]:
    """For the most frequent words how many of their occurrences stand in a supporting sentence."""
    supporting = {key_of(row) for row in reading.of_stance("supports")}
    ranking = first(reading.keywords[reading.keywords["measure"] == "frequency"]).sort_values("rank")
    found = []
    for row in records(ranking[ranking["n"] >= _OFTEN].head(_FREQUENT)):
        lines = records(reading.kwic[reading.kwic["term"] == row["term"]])
        inside = sum(key_of(line) in supporting for line in lines)
        if lines and supporting:
            found.append(row | {"n": len(lines), "inside": inside, "share": inside / len(lines)})
    return found
