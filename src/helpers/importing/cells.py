"""Turn cells of any kind of table, and bytes, into text."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any

from helpers.errors import StudyError

_HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b]")


def as_text(value: Any) -> str:
    """A cell as text: 3.0 as '3', a date as ISO 8601, a list joined by commas, nothing as ''; control characters go."""
    if value is None or value is False or value != value:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds") if value.time() != time() else value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return ",".join(as_text(item) for item in value)
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").replace("_x000D_", "")
    return _HIDDEN.sub("", text).strip()


def decoded(data: bytes, name: str) -> tuple[str, str]:
    """Text and encoding of a table's bytes: UTF-8 with or without its mark, UTF-16 with its mark, or CP949.

    Raises StudyError if it is none of them, with the line of the first byte that does not fit.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
    text = data.decode("cp949", "replace")
    if text.count("\ufffd") * 1000 <= len(text):  # a broken byte here and there stays visible as U+FFFD
        return text, "cp949"
    raise StudyError(
        f"{name} is neither UTF-8 nor CP949 (first strange byte in line {line}).",
        "Open it in the program that wrote it and save it as CSV in UTF-8.",
    )
