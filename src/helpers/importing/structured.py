"""JSON lines, Parquet and RSS or Atom feeds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.importing.cells import as_text, decoded
from helpers.importing.sheets import Sheet, SheetRow

_ITEM = ("item", "entry")
_TAG = re.compile(r"<[^<>]{1,2000}>")


def read(path: Path) -> Sheet:
    """The table in a file of one of these kinds; StudyError where it is not what its ending says."""
    kind = path.suffix.lower()
    if kind == ".parquet":
        return _parquet(path)
    text, encoding = decoded(store.read_bytes(path), path.name)
    read_rows = _json_rows if kind in (".jsonl", ".ndjson", ".json") else _feed_rows
    rows = partial(read_rows, text, path.name)
    columns = dict.fromkeys(name for row in rows() for name in row.cells)
    if not columns:
        raise StudyError(f"{path.name} holds no articles.", "Give a file with one article a line or item.")
    return Sheet(path, tuple(columns), rows, encoding)


def _json_rows(text: str, name: str) -> Iterator[SheetRow]:
    if text.lstrip().startswith("["):
        for number, item in enumerate(_array_of(text, name), 1):
            yield _row(number, item)
        return
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                yield _row(number, json.loads(line))
            except (ValueError, RecursionError):
                yield SheetRow(number, {}, "the line is no JSON")


def _array_of(text: str, name: str) -> list[Any]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise StudyError(f"{name} is no JSON: {error}.", "Export it again, one article a line.") from error
    assert isinstance(items, list)
    return items


def _row(number: int, item: Any) -> SheetRow:
    if not isinstance(item, dict):
        return SheetRow(number, {}, "the line holds no fields with names")
    return SheetRow(number, {str(key): as_text(value) for key, value in item.items() if not isinstance(value, dict)})


def _parquet(path: Path) -> Sheet:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        columns = tuple(map(str, pq.ParquetFile(path).schema_arrow.names))
    except (pa.ArrowException, OSError) as error:
        raise StudyError(f"{path.name} is no Parquet file: {error}.", "Write it again.") from error

    def rows() -> Iterator[SheetRow]:
        number = 0
        for batch in pq.ParquetFile(path).iter_batches(batch_size=1_000):
            for item in batch.to_pylist():
                number += 1
                yield SheetRow(number, {str(key): as_text(value) for key, value in item.items()})

    return Sheet(path, columns, rows)


def _feed_rows(text: str, name: str) -> Iterator[SheetRow]:
    """The items of a feed. A document type is refused: it can make a small file very large."""
    from xml.etree import ElementTree

    if "<!DOCTYPE" in text[:2000].upper() or "<!ENTITY" in text.upper():
        raise StudyError(f"{name} has a document type, which a feed has not.", "Give the feed as the outlet serves it.")
    try:
        top = ElementTree.fromstring(text.encode("utf-8"))
    except ElementTree.ParseError as error:
        raise StudyError(f"{name} is no RSS or Atom feed: {error}.", "Save the feed again.") from error
    items = (element for element in top.iter() if _name(element) in _ITEM)
    channel = next((element.text for element in top.iter() if _name(element) == "title" and element.text), "")
    for number, item in enumerate(items, 1):
        cells = {_name(part): _plain(part.text or part.get("href") or "") for part in item}
        yield SheetRow(number, {"source": as_text(channel), **{name: text for name, text in cells.items() if text}})


def _name(element: Any) -> str:
    name = str(element.tag).rpartition("}")[2]
    return {"encoded": "content:encoded", "creator": "dc:creator"}.get(name, name)


def _plain(text: str) -> str:
    """The text without the markup that feeds carry in it."""
    from html import unescape

    return as_text(unescape(_TAG.sub("", re.sub(r"</p>|<br\s*/?>", "\n", text))))
