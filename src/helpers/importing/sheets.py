"""Read a source file as rows, whatever kind of table it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import StudyError

Cells = Mapping[str, str]
FULL_SHEET = 1_048_576
_SUFFIXES = {
    ".csv": "delimited", ".tsv": "delimited", ".tab": "delimited",
    ".xlsx": "workbooks", ".xlsm": "workbooks", ".xls": "workbooks", ".xlsb": "workbooks", ".ods": "workbooks",
    ".jsonl": "structured", ".ndjson": "structured", ".json": "structured", ".parquet": "structured",
    ".rss": "structured", ".xml": "structured", ".atom": "structured",
}  # fmt: skip
TABLE_SUFFIXES = tuple(_SUFFIXES)
MOST_COLUMNS = 1_000


@dataclass(frozen=True)
class SheetRow:
    """One row: its number as a person finds it in the file, and its cells; or ``fault``, why it cannot be read."""

    number: int
    cells: Cells
    fault: str = ""


@dataclass(frozen=True)
class Sheet:
    """A table to be imported.

    columns   the names in its head
    rows      reads the rows from the beginning, each time it is called; one at a time, none is kept
    encoding  of a text file, else ''
    notes     what a person should know about how it was read
    """

    path: Path
    columns: tuple[str, ...]
    rows: Callable[[], Iterator[SheetRow]]
    encoding: str = ""
    notes: tuple[str, ...] = ()


def open_sheet(path: Path) -> Sheet:
    """The table in a file: CSV, TSV, Excel, JSON lines, Parquet or RSS, told by the file's ending.

    StudyError: no such file, a kind that is not read here, a file that is not what its ending says.
    """
    from importlib import import_module

    if not path.is_file():
        raise StudyError(f"{path} is not there.", "Check the path of the file to import.")
    kind = _SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise StudyError(
            f"{path.name} is no table that can be imported ({path.suffix or 'no ending'}).",
            f"Give one of {', '.join(TABLE_SUFFIXES)}, or a folder of saved pages.",
        )
    if not path.stat().st_size:
        raise StudyError(f"{path.name} is empty.", "Export it again, or leave it out.")
    sheet: Sheet = import_module(f"helpers.importing.{kind}").read(path)
    return sheet


def head(names: list[str], path: Path) -> tuple[str, ...]:
    """Column names made unique: '' becomes 'column 3', a second 'URL' becomes 'URL (2)'."""
    if len(names) > MOST_COLUMNS:
        raise StudyError(
            f"{path.name} has {len(names):,} columns; up to {MOST_COLUMNS:,} are read.", "Leave out those of no use."
        )
    found: list[str] = []
    for place, name in enumerate(names, 1):
        unique = " ".join(name.split()) or f"column {place}"
        again = 2
        while unique in found:
            unique, again = f"{' '.join(name.split())} ({again})", again + 1
        found.append(unique)
    if not any(name.strip() for name in names):
        raise StudyError(f"{path.name} has no head: its first row names no columns.", "Put the columns' names there.")
    return tuple(found)
