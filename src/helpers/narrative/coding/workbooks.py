"""Coding sheets as workbooks: codes and stances are chosen from lists, in Korean."""

from __future__ import annotations

import csv
import io
from itertools import chain
from pathlib import Path
from typing import Any

import pandas as pd

from helpers import store
from helpers.errors import StudyError
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.coding.sampling import DRAWN

SHEET_COLUMNS = ("article_id", "sentence_id", "quote", "code", "stance", "note")
HEADINGS = dict(zip((*SHEET_COLUMNS, DRAWN), ("기사", "문장", "글", "코드", "입장", "비고", "표본"), strict=True))
COLUMNS = {heading: column for column, heading in HEADINGS.items()}
HOW = "맞는 코드가 없으면 비워 둔다. 둘 이상이면 아래에 줄을 넣어 코드를 하나씩 고른다. 새 줄에 글은 옮기지 않는다."
OWN = "비워 두면 코드의 본디 입장이다."
STANCES = {"supports": "지지", "qualifies": "한정", "opposes": "반대", "context": "배경"}
WIDTHS = (18, 8, 80, 24, 10, 30, 10)
SPARE = 2  # times as many rows have lists as there are sentences: a sentence with two codes takes two


def coding_workbook(sentences: pd.DataFrame, codebook: Codebook) -> bytes:
    """A sheet for a person to code by hand, as .xlsx: a row a sentence; ``read_workbook`` reads it when filled in.

    sentences  tables.SENTENCES, or ``sample`` of them

    Its second sheet says what the codes mean. Nothing in it is a formula.
    """
    from openpyxl import Workbook

    book = Workbook()
    sheet, codes = book.active, book.create_sheet("코드")
    sheet.title = "문장"
    more = [DRAWN] if DRAWN in sentences else []
    _append(sheet, [HEADINGS[name] for name in (*SHEET_COLUMNS, *more)])
    for row in sentences.to_dict("records"):
        quote, drawn = " ".join(str(row["text"]).split()), [row[name] for name in more]
        _append(sheet, (row["article_id"], int(row["sentence_id"]), quote, None, None, None, *drawn))
    _append(codes, ("코드", "정의", "따로 적지 않을 때의 입장"))
    for code in codebook.codes:
        _append(codes, (chosen_names(codebook)[code.name], code.definition, STANCES[code.stance]))
    _offer_choices(sheet, len(codebook.codes), 1 + SPARE * max(len(sentences), 1))
    for letter, width in zip("ABCDEFG", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    codes.column_dimensions["A"].width, codes.column_dimensions["B"].width = 24, 80
    for each in (sheet, codes):
        _lay_out(each)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _offer_choices(sheet: Any, codes: int, last: int) -> None:
    """Lists of the codes and of the stances to choose from, down to the row ``last``."""
    from openpyxl.worksheet.datavalidation import DataValidation

    lists = f"'코드'!$A$2:$A${codes + 1}", f'"{",".join(STANCES.values())}"'
    for column, source, prompt in zip("DE", lists, (HOW, OWN), strict=True):
        choice = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
        choice.showInputMessage, choice.prompt = True, prompt
        choice.add(f"{column}2:{column}{last}")
        sheet.add_data_validation(choice)


def _lay_out(sheet: Any) -> None:
    """A head in bold that stays in sight, and text that wraps."""
    from openpyxl.styles import Alignment, Font

    sheet.freeze_panes = "A2"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cell in chain.from_iterable(sheet.iter_cols(min_row=2)):
        cell.alignment = Alignment(wrap_text=True, vertical="top")


def read_workbook(path: Path, codebook: Codebook) -> str:
    """A filled-in workbook as the CSV text that ``read_codings`` reads; its lines are the rows of the sheet."""
    import python_calamine as calamine

    try:
        rows = calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (calamine.CalamineError, calamine.PasswordError, OSError) as error:
        raise StudyError(
            f"{store.relative(path)} cannot be read as a workbook: {error}.",
            "Open it in a spreadsheet and save it anew.",
        ) from error
    words = {"code": {label: name for name, label in chosen_names(codebook).items()}}
    words["stance"] = {label: stance for stance, label in STANCES.items()}
    head = [COLUMNS.get(_text(cell), _text(cell)) for cell in rows[0]] if rows else []
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(head)
    for row in rows[1:]:
        cells = [" ".join(_text(cell).split()) for cell in row]
        writer.writerow([words.get(column, {}).get(cell, cell) for column, cell in zip(head, cells, strict=False)])
    return made.getvalue()


def chosen_names(codebook: Codebook) -> dict[str, str]:
    """For each code the name that a person chooses: its Korean label, or the code itself where two labels are equal."""
    labels = [code.label for code in codebook.codes]
    return {code.name: code.label if labels.count(code.label) == 1 else code.name for code in codebook.codes}


def _append(sheet: Any, values: Any) -> None:
    """A row of texts and numbers; a text that looks like a formula stays a text."""
    number = sheet.max_row + (sheet.max_row > 1 or sheet["A1"].value is not None)
    for column, value in enumerate(values, 1):
        cell = sheet.cell(number, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"


def _text(cell: Any) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
