"""Tables as CSV for spreadsheets; these would run a cell that begins like a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")  # a cell that begins so is run by one spreadsheet or another


def as_csv(frame: pd.DataFrame) -> bytes:
    """``frame`` as CSV that a spreadsheet shows as text: UTF-8 with BOM, and no cell that starts a formula."""
    guarded = frame.copy()
    for name in guarded.columns[[str(dtype) in ("str", "object") for dtype in guarded.dtypes]]:
        guarded[name] = guarded[name].map(_not_a_formula, na_action="ignore")
    return b"\xef\xbb\xbf" + guarded.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _not_a_formula(value: Any) -> Any:
    if isinstance(value, list):
        value = " · ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value
