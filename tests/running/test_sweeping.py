"""The same study with other values of parameters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from helpers.errors import StudyError, UsageError
from helpers.running.sweeping import combinations, sweep, told


def test_every_combination_of_the_values_is_run() -> None:
    assert combinations([("analyzer", "kiwi,komoran"), ("window", "3, 5")]) == [
        {"analyzer": "kiwi", "window": "3"}, {"analyzer": "kiwi", "window": "5"},
        {"analyzer": "komoran", "window": "3"}, {"analyzer": "komoran", "window": "5"},
    ]  # fmt: skip


@pytest.mark.parametrize(
    "asked", [[("a", "1"), ("a", "2")], [("a", ",")], [("a", "1,2,3,4,5,6"), ("b", "1,2,3,4,5,6")]]
)
def test_a_sweep_that_says_nothing_or_never_ends_is_refused(asked: list[tuple[str, str]]) -> None:
    with pytest.raises(UsageError):
        combinations(asked)


def test_what_turns_is_told_run_by_run_and_then_what_stands(village: Path) -> None:
    def run(parameters: Mapping[str, str]) -> dict[str, Any]:
        other = parameters.get("window") == "3"
        return {"findings": ["하나.", "셋." if other else "둘."], "keywords": ["책", "글", "말"][: 2 if other else 3]}

    found = sweep("village", [{"window": "3"}, {"window": "9"}], run)
    assert told(found) == [
        "window=3: 3 differences",
        "  findings:",
        "    - 둘.",
        "    + 셋.",
        "  keywords:",
        "    말 is no longer among the keywords (it was number 3)",
        "window=9: 0 differences",
        "stands in all 3 runs:",
        "  findings: 1 of 2",
        "    하나.",
        "  keywords: 2 of 3: 책, 글",
    ]


def test_a_study_without_results_cannot_be_swept(village: Path) -> None:
    with pytest.raises(StudyError, match="village has no results"):
        sweep("village", [{"window": "3"}], lambda parameters: None)
