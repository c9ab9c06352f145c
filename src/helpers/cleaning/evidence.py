"""The table of evidence (``lexicons/evidence.yml``), made ready: forms, weights, labels and reasons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from helpers.lexicons import load


class Verdict(NamedTuple):
    """What a line is labelled, whether it is kept, and why: the rule's name and a sentence for people."""

    label: str
    kept: bool
    rule: str
    reason: str
    confidence: float


@dataclass(frozen=True)
class Form:
    """A pattern that names the kind of a line, up to a length, unless another pattern is found in it."""

    kind: str
    longest: int
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None = None


@dataclass(frozen=True)
class Evidence:
    """The table, ready to use.

    weights       of each kind
    around        weights that what stands around a line gives it
    dropped, kept verdicts by kind; a kind that is never dropped inside an article is only in ``kept``
    places        verdicts where the place of a line decides
    between       those of them that name a short line between prose by a pattern
    """

    forms: tuple[Form, ...]
    late_forms: tuple[Form, ...]
    weights: dict[str, float]
    around: dict[str, float]
    dropped: dict[str, Verdict]
    kept: dict[str, Verdict]
    places: dict[str, Verdict]
    between: tuple[tuple[re.Pattern[str], Verdict], ...]
    job: str
    surname: str


@lru_cache(maxsize=1)
def evidence() -> Evidence:
    """The table of ``evidence.yml``, read once."""
    data = load("evidence")
    parts = data["parts"]
    dropped, kept = {}, {}
    for kind, row in data["kinds"].items():
        rule = row.get("rule", kind.replace(" ", "_"))
        if "dropped" in row:
            dropped[kind] = Verdict(row["dropped"], False, rule, row["why"], row["confidence"])
        if "kept" in row:
            kept[kind] = Verdict(row["kept"], True, rule, row["kept_why"], row["confidence"])
    places = {
        name: Verdict(row["label"], row.get("kept", row["label"] in _KEPT), name, row["why"], row["confidence"])
        for name, row in data["places"].items()
    }
    between = [(re.compile(row["pattern"]), places[name]) for name, row in data["places"].items() if "pattern" in row]
    return Evidence(
        forms=tuple(_form(row, parts) for row in data["forms"]),
        late_forms=tuple(_form(row, parts) for row in data["late_forms"]),
        weights={kind: float(row["weight"]) for kind, row in data["kinds"].items()},
        around={name: float(weight) for name, weight in data["around"].items()},
        dropped=dropped,
        kept=kept,
        places=places,
        between=tuple(between),
        job=parts["job"],
        surname=parts["surname"],
    )


_KEPT = ("deck", "subhead", "body", "caption")


def _form(row: dict[str, Any], parts: dict[str, str]) -> Form:
    pattern = row["pattern"]
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return Form(
        row["kind"], row["longest"], re.compile(pattern), re.compile(row["unless"]) if "unless" in row else None
    )
