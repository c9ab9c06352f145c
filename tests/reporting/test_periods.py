"""Periods without an article are there, too: in the list and as empty cells of the figure."""

import pandas as pd
import pytest

from helpers.reporting import plot_coverage
from helpers.reporting.periods import UNKNOWN, spanned


@pytest.mark.parametrize(
    ("told", "all_of_them"),
    [
        (["2024-11", "2025-01", UNKNOWN], ["2024-11", "2024-12", "2025-01"]),
        (["2021", "2023"], ["2021", "2022", "2023"]),
        (["2024-02-28", "2024-03-01"], ["2024-02-28", "2024-02-29", "2024-03-01"]),
        ([UNKNOWN], []),
    ],
)
def test_periods_between_the_first_and_the_last_are_all_there(told: list[str], all_of_them: list[str]) -> None:
    assert spanned(told) == all_of_them


def test_coverage_shows_a_month_in_which_there_is_nothing() -> None:
    rows = [("섬신문", "2024-11", 3), ("뭍일보", "2025-01", 2), ("뭍일보", UNKNOWN, 1)]
    axes = plot_coverage(pd.DataFrame(rows, columns=["outlet", "period", "articles"]))
    assert [label.get_text() for label in axes.get_xticklabels()] == ["2024-11", "2024-12", "2025-01", UNKNOWN]
