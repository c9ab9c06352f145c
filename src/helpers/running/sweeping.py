"""``study run NAME --sweep``: run a study with several values of parameters, and say which results stay the same."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from helpers.errors import StudyError, UsageError
from helpers.running import results
from helpers.running.differing import differences, in_words

MOST = 32  # runs of one sweep
OWN = "as it is"

Run = Callable[[Mapping[str, Any]], results.Results | None]
Results = Mapping[str, results.Results]


def combinations(sweep: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """Every combination of the values: ``[("analyzer", "kiwi,komoran"), ("window", "3,5")]`` makes four."""
    if len({name for name, _ in sweep}) < len(sweep):
        raise UsageError("A parameter is swept twice.", "Give all its values at once: window=3,5,10.")
    values = [[(name, value.strip()) for value in listed.split(",") if value.strip()] for name, listed in sweep]
    made = [dict(chosen) for chosen in itertools.product(*values)]
    if not made or len(made) > MOST:
        raise UsageError(f"The sweep has {len(made)} runs; it may have 1 to {MOST}.", "Sweep over other values.")
    return made


def sweep(study: str, chosen: Sequence[Mapping[str, str]], run: Run) -> dict[str, results.Results]:
    """The results for each choice of parameters; those of the study's own values come first.

    run  a run with the parameters that publishes nothing
    """
    found = {", ".join(f"{name}={value}" for name, value in each.items()): _ran(study, each, run) for each in chosen}
    return {OWN: _ran(study, {}, run), **found}


def told(found: Results) -> list[str]:
    """The differences of each run from the study's own results, and then what is the same in all of them."""
    own = found[OWN]
    lines: list[str] = []
    for name, each in found.items():
        if name != OWN:
            changes = [c for c in differences(own, each) if c.section not in ("parameters", "tables")]
            lines += [f"{name}: {len(changes)} differences", *(f"  {line}" for line in in_words(changes, most=4))]
    return [*lines, f"stands in all {len(found)} runs:", *(f"  {line}" for line in _standing(found))]


def _standing(found: Results) -> list[str]:
    own, others = found[OWN], [each for name, each in found.items() if name != OWN]
    findings = [text for text in own["findings"] if all(text in each["findings"] for each in others)]
    terms = [term for term in own["keywords"] if all(term in each["keywords"] for each in others)]
    return [
        f"findings: {len(findings)} of {len(own['findings'])}",
        *(f"  {text}" for text in findings),
        f"keywords: {len(terms)} of {len(own['keywords'])}: {', '.join(terms)}",
    ]


def _ran(study: str, parameters: Mapping[str, str], run: Run) -> results.Results:
    made = run(parameters)
    if made is None or "keywords" not in made:
        raise StudyError(f"{study} has no results.", "Only studies of single articles can be swept.")
    return made
