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


def joined(values: list[Any]) -> str:
    """A list as people read it in a cell: words, or items of several parts such as the spans "12:15 20:22"."""
    if any(isinstance(value, (list, dict)) for value in values):
        return " ".join(map(_item, values))
    return " · ".join(map(str, values))


def _item(value: list[Any] | dict[str, Any]) -> str:
    return ":".join(map(str, value.values() if isinstance(value, dict) else value))


def _not_a_formula(value: Any) -> Any:
    value = joined(value) if isinstance(value, list) else value
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value
