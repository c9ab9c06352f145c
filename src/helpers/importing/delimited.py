"""Read CSV and TSV in any encoding that Korean programs write, even where quotation marks are not closed."""

from __future__ import annotations

import contextlib
import csv
import io
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.importing.cells import as_text, decoded
from helpers.importing.sheets import Sheet, SheetRow, head

LIMIT = 10_000_000
LARGEST = 2_000_000_000
_DELIMITERS = ",\t;|"


def read(path: Path) -> Sheet:
    """The table of a CSV or TSV file; its delimiter is the one that the first line has most of."""
    if path.stat().st_size > LARGEST:
        raise StudyError(
            f"{path.name} has {path.stat().st_size / 1e9:.1f} GB; up to {LARGEST / 1e9:g} GB are read.",
            "Split the table, and import its parts one after another.",
        )
    text, encoding = decoded(store.read_bytes(path), path.name)
    csv.field_size_limit(LIMIT)
    first = text.lstrip("\n").split("\n", 1)[0]
    counted = Counter({mark: first.count(mark) for mark in _DELIMITERS})
    delimiter, found = counted.most_common(1)[0]
    if not found:
        raise StudyError(
            f"{path.name} has one column only ({first[:40]!r}): it is no table of articles.",
            "Export it with a head and several columns, separated by commas or tabs.",
        )
    names = next(csv.reader([first], delimiter=delimiter))
    columns = head([as_text(name) for name in names], path)
    return Sheet(path, columns, partial(_rows, text, delimiter, columns), encoding)


def _rows(text: str, delimiter: str, columns: tuple[str, ...]) -> Iterator[SheetRow]:
    """Each record with the line in which it begins; records that a stray quotation mark joined are separated."""
    lines = io.StringIO(text, newline="").read().replace("\r\n", "\n").split("\n")
    place = next((i for i, line in enumerate(lines) if line.strip()), 0) + 1
    while place < len(lines):
        fields, used, closed = _record(lines, place, delimiter)
        number = place + 1
        whole = closed and used > 1 and len(fields) == len(columns)
        if not whole and len(mended := _mended(lines[place], delimiter)) == len(columns):
            fields, used, closed = mended, 1, True
        if not closed or (used > 1 and _swallowed(lines[place + 1 : place + used], delimiter, len(columns))):
            yield SheetRow(number, {}, "a quotation mark in it is not closed")
            place += 1
            continue
        place += used
        if not any(field.strip() for field in fields):
            continue
        if len(fields) != len(columns):
            yield SheetRow(number, {}, f"{len(fields)} cells where the head has {len(columns)}")
            continue
        yield SheetRow(number, dict(zip(columns, map(as_text, fields), strict=True)))


def _record(lines: list[str], place: int, delimiter: str) -> tuple[list[str], int, bool]:
    """The record that begins in this line, how many lines it takes, and whether its quotation marks are closed."""
    used = 0

    def feed() -> Iterator[str]:
        nonlocal used
        for at in range(place, min(place + 5_000, len(lines))):
            used += 1
            yield lines[at] + "\n"

    try:
        fields = next(csv.reader(feed(), delimiter=delimiter, strict=False), [])
    except csv.Error:
        return [], max(used, 1), False
    unclosed = used >= min(5_000, len(lines) - place) and bool(fields) and fields[-1].endswith("\n") and used > 1
    return fields, max(used, 1), not unclosed


def _mended(line: str, delimiter: str) -> list[str]:
    """The cells of a line in which quotation marks inside a cell were not doubled: a mark closes a cell only before the
    next delimiter or at the end. [] where all marks are doubled, or a cell is not closed in the line."""
    with contextlib.suppress(csv.Error):
        next(csv.reader([line], delimiter=delimiter, strict=True), [])
        return []
    cells: list[str] = []
    begun: list[str] = []  # the pieces of a cell that holds delimiters
    for piece in line.split(delimiter):
        begun.append(piece)
        opened = begun[0].lstrip().startswith('"')
        shut = piece.rstrip().endswith('"') and (len(begun) > 1 or len(piece.strip()) > 1)
        if not opened or shut:
            cell = delimiter.join(begun).strip() if opened else piece
            cells.append(cell[1:-1].replace('""', '"') if opened else cell)
            begun = []
    return [] if begun else cells


def _swallowed(lines: list[str], delimiter: str, width: int) -> bool:
    """Are the lines inside the record records themselves, that is, do most of them have as many cells as the head?"""
    whole = sum(len(next(csv.reader([line], delimiter=delimiter), [])) == width for line in lines)
    return width > 2 and whole * 2 > len(lines)
