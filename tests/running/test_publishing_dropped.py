"""helpers.running.publishing: what a person took out of an article is in no published table."""

from __future__ import annotations

import pandas as pd

from helpers.running.publishing import without_dropped


def test_without_dropped_keeps_the_line_and_not_its_words() -> None:
    lines = pd.DataFrame({"text": ["남는 줄\n", "뺀 줄\n"], "rule": ["prose", "dropped_by_person"]})
    assert list(without_dropped(lines, "lines")["text"]) == ["남는 줄\n", ""]
    assert without_dropped(lines, "articles") is lines
