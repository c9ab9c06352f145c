"""Excel and OpenDocument workbooks: the first sheet, read without keeping it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError
from helpers.importing.cells import as_text
from helpers.importing.mapping import known_names
from helpers.importing.sheets import FULL_SHEET, Sheet, SheetRow, head

_HEAD_WITHIN = 10  # rows: some exports print what was searched for above the head


def read(path: Path) -> Sheet:
    """The first sheet of a workbook. StudyError: a password, a damaged file, cells merged below the head."""
    sheet = _first_sheet(path)
    above = [[as_text(cell) for cell in row] for _, row in zip(range(_HEAD_WITHIN), sheet.iter_rows(), strict=False)]
    place = max(range(len(above)), key=lambda i: (known_names(above[i]), -i), default=None)
    if place is None or not any(above[place]):
        raise StudyError(f"The first sheet of {path.name} is empty.", "Put the articles into the first sheet.")
    columns = head(above[place], path)
    offset = sheet.start[0] if sheet.start else 0
    _refuse_merged(sheet, path, offset + place)
    notes = []
    if sheet.end and sheet.end[0] + 1 >= FULL_SHEET:
        notes.append(f"the sheet is full ({FULL_SHEET:,} rows): what did not fit into it is missing")
    if place:
        notes.append(f"the head stands in row {offset + place + 1}")
    return Sheet(path, columns, partial(_rows, path, place, columns), notes=tuple(notes))


def _first_sheet(path: Path) -> Any:
    import python_calamine as calamine

    try:
        return calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    except calamine.PasswordError as error:
        raise StudyError(
            f"{path.name} is protected by a password.", "Open it, take the password off, save it, import it again."
        ) from error
    except (calamine.CalamineError, OSError) as error:
        page = store.read_bytes(path)[:200].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<")
        is_page = f"{path.name} cannot be read as a workbook: it is a web page or XML with a workbook's ending."
        is_none = f"{path.name} cannot be read as a workbook: it is damaged, or no workbook."
        raise StudyError(is_page if page else is_none, "Open it in a spreadsheet and save it as .xlsx.") from error


def _refuse_merged(sheet: Any, path: Path, head_row: int) -> None:
    below = [(start, end) for start, end in (sheet.merged_cell_ranges or []) if end[0] > head_row]
    if below:
        (row, column), _ = below[0]
        raise StudyError(
            f"{path.name} has {len(below)} merged cells below its head, the first in row {row + 1}, "
            f"column {column + 1}: "
            "which row such a text belongs to cannot be told.",
            "Split them in the spreadsheet (unmerge cells), fill each row, save, import again.",
        )


def _rows(path: Path, place: int, columns: tuple[str, ...]) -> Iterator[SheetRow]:
    sheet = _first_sheet(path)
    offset = sheet.start[0] if sheet.start else 0
    for number, row in enumerate(sheet.iter_rows()):
        if number <= place:
            continue
        cells = [as_text(cell) for cell in row]
        if any(cells):
            yield SheetRow(offset + number + 1, dict(zip(columns, cells, strict=False)))
