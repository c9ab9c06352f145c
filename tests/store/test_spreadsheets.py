"""No cell of a CSV file starts a formula."""

import pytest

from helpers import store, tables


@pytest.mark.parametrize("text", ["=1+1", "+82-2", "-1", "@SUM(A1)", "  =cmd|' /C calc'!A0", "\t=1"])
def test_as_csv_defuses_formulas(text: str) -> None:
    frame = tables.FINDINGS.make([{"finding": "one", "text": text, "table": "codings"}])
    cell = store.as_csv(frame).decode("utf-8-sig").splitlines()[1].split(",", 1)[1].lstrip('"')
    assert cell.startswith("'")
    assert frame["text"].iloc[0] == text


@pytest.mark.parametrize(
    ("values", "text"),
    [
        (["약", "이상"], "약 · 이상"),
        ([[12, 15], [20, 22]], "12:15 20:22"),
        ([{"article_id": "a", "sentence_id": 3}, {"article_id": "a", "sentence_id": 7}], "a:3 a:7"),
        ([], ""),
    ],
)
def test_a_list_is_one_readable_cell(values: list[object], text: str) -> None:
    assert store.joined(values) == text
