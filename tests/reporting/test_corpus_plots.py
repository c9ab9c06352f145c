"""Figures of a corpus say which row is whose, and what was drawn of how much."""

import numpy as np
import pandas as pd

from helpers.reporting import plot_shares, plot_trends


def of_groups(*rows: tuple[str, str, float | None, float | None, float]) -> pd.DataFrame:
    made = [
        {"measure": "claim", "name": name, "by": "outlet", "group": group, "n": 3, "total": 20, "share": share,
         "ci_low": low, "ci_high": high, "keep": share, "flag": share, "own": share}
        for name, group, low, high, share in rows
    ]  # fmt: skip
    return pd.DataFrame(made)


def test_shares_stand_below_the_name_of_what_they_are_of_in_the_order_given() -> None:
    rows = of_groups(
        ("a:supports", "섬신문", 0.1, 0.3, 0.2), ("b:supports", "섬신문", 0.0, 0.2, 0.1),
        ("a:supports", "뭍일보", 0.4, 0.6, 0.5),
    )  # fmt: skip
    axes = plot_shares(rows, labels={"b:supports": "지지: 나", "a:supports": "지지: 가"})
    assert [label.get_text() for label in axes.get_yticklabels()] == ["", "섬신문", "", "뭍일보", "섬신문"]
    assert [(text.get_text(), text.get_position()[1]) for text in axes.texts] == [("지지: 나", 0), ("지지: 가", 2)]


def test_trends_join_only_periods_with_an_interval() -> None:
    rows = of_groups(
        ("배", "2024-01", 0.1, 0.3, 0.2), ("배", "2024-02", np.nan, np.nan, 1.0), ("배", "2024-04", 0.2, 0.6, 0.4)
    )
    firm, loose = plot_trends(rows).get_lines()
    assert firm.get_xdata().tolist() == [0, 3] and firm.get_linestyle() == "-"
    assert loose.get_xdata().tolist() == [1] and loose.get_linestyle() == "None"
