"""Sheets on which people code by hand: an empty one, those of a study, and what they say."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from helpers import store, tables
from helpers.errors import StudyError
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.coding.sampling import DRAWN, missing
from helpers.narrative.coding.workbooks import COLUMNS, SHEET_COLUMNS, chosen_names, read_workbook
from helpers.study import Study

CODINGS = "codings"
RULES = "rules"
_KOREAN = {"지지": "supports", "한정": "qualifies", "반대": "opposes", "배경": "context"}
NEEDED = SHEET_COLUMNS[:4]
PLACE = SHEET_COLUMNS[:3]


def read_people(study: Study, sentences: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """The codings of all who coded the study by hand.

    sentences  tables.SENTENCES of the study
    returns    tables.CODINGS; the coder is the sheet's name, ``codings/kim.csv`` or ``kim.xlsx`` is kim; no sheet
               gives no rows

    StudyError: a sheet that cannot be read, two of one name, or one named rules, the name of the codebook's own rules.
    """
    return together(*(read_codings(text, sentences, codebook, name=name) for name, text in _sheets(study, codebook)))


def sentences_read(study: Study, sentences: pd.DataFrame, codebook: Codebook) -> pd.DataFrame:
    """The sentences that each person read, with or without a code; where a sheet is of a sample, those that were drawn.

    returns  article_id, sentence_id, coder
    """
    rows = [
        (article_id, sentence_id, name)
        for name, text in _sheets(study, codebook)
        for article_id, sentence_id in sorted(_read(text, sentences, codebook, name)[1])
    ]
    return pd.DataFrame(rows, columns=["article_id", "sentence_id", "coder"])


def _sheets(study: Study, codebook: Codebook) -> Iterator[tuple[str, str]]:
    """The coder and the text, as CSV, of each sheet of the study."""
    folder = store.raw_folder(study.name) / CODINGS
    for path in sorted([*folder.glob("*.csv"), *folder.glob("*.xlsx")]):
        if path.suffix == ".xlsx" and path.with_suffix(".csv").is_file():
            raise StudyError(
                f"{store.relative(path)} and {path.stem}.csv are sheets of one coder.", "Keep the one that counts."
            )
        if path.stem == RULES:
            raise StudyError(
                f"{store.relative(path)} cannot be a person's sheet: {RULES!r} is the coder of the codebook's rules.",
                "Give the file the name of the person who coded.",
            )
        yield path.stem, read_workbook(path, codebook) if path.suffix == ".xlsx" else store.read_text(path)


def read_codings(text: str, sentences: pd.DataFrame, codebook: Codebook, *, name: str) -> pd.DataFrame:
    """A person's coding sheet as codings.

    text       CSV: article_id, sentence_id, quote, code, and if wanted stance, note and drawn, by these names or the
               Korean ones of a workbook; lines that begin with '#' are comments; an empty code says that the sentence
               was read and has none; without a stance, the code's own counts
    sentences  tables.SENTENCES
    name       the person or the file: the coder; errors name it
    returns    tables.CODINGS in the order of sentences and of the codebook

    ``quote`` makes sure that a row is of the right sentence: if the sentence of that number does not hold it, exactly
    one other of the article must. A sheet covers whole articles, apart from headlines, or the sample that ``drawn``
    numbers. Raises StudyError that names the sentences a sheet leaves out, or with its line an unknown article, code or
    stance, a quote that is not there, a code given twice.
    """
    return _read(text, sentences, codebook, name)[0]


def _read(
    text: str, sentences: pd.DataFrame, codebook: Codebook, name: str
) -> tuple[pd.DataFrame, set[tuple[str, int]]]:
    """The codings of a sheet, and the sentences that have a row in it."""
    places = _Places(sentences)
    rows: dict[tuple[str, int, str], dict[str, Any]] = {}
    read: set[tuple[str, int]] = set()
    drawn: list[str] = []
    for line, entry in _entries(text, name):
        article_id, sentence_id = places.find(entry, name, line)
        read.add((article_id, sentence_id))
        drawn.append(entry[DRAWN])
        if not entry["code"]:
            continue
        row = _coding(entry, codebook, name, line)
        key = (article_id, sentence_id, row["code"])
        if key in rows:
            raise _fault(name, line, f"the code {row['code']} is given to sentence {sentence_id} twice")
        rows[key] = {"article_id": article_id, "sentence_id": sentence_id, "coder": name} | row
    if (lacking := missing(drawn)) is None:
        places.check_whole(read, name)
    elif lacking:
        raise StudyError(
            f"{name} leaves out sentences of its sample: {', '.join(lacking[:5])}.",
            "Put their rows back; leave the code empty if none applies.",
        )
    order = {code.name: place for place, code in enumerate(codebook.codes)}
    ordered = sorted(rows, key=lambda k: (places.number(k), order[k[2]]))
    return tables.CODINGS.make(rows[key] for key in ordered), read


class _Places:
    """The sentences of a study, to be found by number and quotation."""

    def __init__(self, sentences: pd.DataFrame) -> None:
        keys = zip(sentences["article_id"], sentences["sentence_id"].astype(int), strict=True)
        self._texts = {key: _letters(text) for key, text in zip(keys, sentences["text"], strict=True)}
        self._numbers = {key: number for number, key in enumerate(self._texts)}
        titles = sentences[sentences["section"] == "title"]
        self._titles = set(zip(titles["article_id"], titles["sentence_id"].astype(int), strict=True))

    def number(self, key: tuple[str, int, str]) -> int:
        return self._numbers[key[:2]]

    def find(self, entry: Mapping[str, str], name: str, line: int) -> tuple[str, int]:
        article_id, quote = entry["article_id"], _letters(entry["quote"])
        own = [key for key in self._texts if key[0] == article_id]
        if not own:
            known = ", ".join(sorted({key[0] for key in self._texts})) or "none"
            raise _fault(name, line, f"there is no article {article_id!r} (there: {known})")
        if not entry["sentence_id"].isdecimal():
            raise _fault(name, line, f"sentence_id is {entry['sentence_id']!r}, not a number")
        key = (article_id, int(entry["sentence_id"]))
        if key in self._texts and quote in self._texts[key]:
            return key
        elsewhere = [key for key in own if quote and quote in self._texts[key]]
        if len(elsewhere) != 1:
            found = "in no sentence" if not elsewhere else f"in {len(elsewhere)} sentences"
            raise _fault(name, line, f"the quote {entry['quote']!r} stands not in sentence {key[1]} but {found}")
        return elsewhere[0]

    def check_whole(self, read: set[tuple[str, int]], name: str) -> None:
        articles = {article_id for article_id, _ in read}
        wanted = [key for key in self._texts if key[0] in articles and key not in self._titles]
        unread = [f"{article_id}:{number}" for article_id, number in wanted if (article_id, number) not in read]
        if unread:
            more = f" and {len(unread) - 5} more" if len(unread) > 5 else ""
            raise StudyError(
                f"{name} leaves out sentences of an article that it codes: {', '.join(unread[:5])}{more}.",
                "Add a row for each of them; leave its code empty if none applies.",
            )


def _entries(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line; a row that names no sentence is one more of the sentence above it.

    Cells lose outer spaces and the apostrophe that keeps a spreadsheet from running them.
    """
    lines = text.removeprefix("\ufeff").splitlines()
    reader = csv.reader("" if line.startswith("#") else line for line in lines)
    header: list[str] = []
    place: dict[str, str] = {}
    for cells in reader:
        if not any(cell.strip() for cell in cells) or cells[0].lstrip().startswith("#"):  # a spreadsheet may quote it
            continue
        if not header:
            header = [COLUMNS.get(cell.strip(), cell.strip()) for cell in cells]
            if missing := [column for column in NEEDED if column not in header]:
                raise _fault(name, reader.line_num, f"the column {missing[0]} is missing")
            continue
        if len(cells) > len(header):
            raise _fault(name, reader.line_num, f"there are {len(cells)} cells for {len(header)} columns")
        entry = dict.fromkeys((*SHEET_COLUMNS, DRAWN), "") | dict(zip(header, map(_unguarded, cells), strict=False))
        if any(entry[column] for column in PLACE):
            place = {column: entry[column] for column in PLACE}
        yield reader.line_num, entry | place


def _coding(entry: Mapping[str, str], codebook: Codebook, name: str, line: int) -> dict[str, Any]:
    by_label = {label: code for code, label in chosen_names(codebook).items()}
    entry = {**entry, "code": by_label.get(entry["code"], entry["code"])}
    entry["stance"] = _KOREAN.get(entry["stance"], entry["stance"])
    if entry["code"] not in codebook:
        known = ", ".join(code.name for code in codebook.codes)
        raise _fault(name, line, f"there is no code {entry['code']!r} in the codebook (there: {known})")
    stance = entry["stance"] or codebook[entry["code"]].stance
    if stance not in tables.STANCES:
        raise _fault(name, line, f"the stance is {stance!r}, not one of {', '.join(tables.STANCES)}")
    code = codebook[entry["code"]]
    return {"code": code.name, "claim": code.claim, "stance": stance, "note": entry["note"] or None}


def _fault(name: str, line: int, what: str) -> StudyError:
    return StudyError(f"{name}, line {line}: {what}.", "Correct that line, or export a new blank sheet.")


def _letters(text: str) -> str:
    """The letters by which a sheet and the text are compared: without spaces, and composed alike."""
    import unicodedata

    return "".join(unicodedata.normalize("NFC", text).split())


def _unguarded(cell: str) -> str:
    cell = cell.strip()
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip(" ").startswith(store.FORMULA_STARTS) else cell


def together(*coders: pd.DataFrame) -> pd.DataFrame:
    """The codings of several coders in one table.

    coders   tables.CODINGS of one coder or more each
    returns  tables.CODINGS; none of any coder gives no rows
    """
    filled = [codings for codings in coders if len(codings)]
    return pd.concat(filled, ignore_index=True) if filled else tables.CODINGS.empty()


def blank_coding_sheet(sentences: pd.DataFrame, codebook: Codebook) -> str:
    """A sheet for a person to code by hand: CSV, a row a sentence, its ``code`` and ``stance`` empty.

    sentences  tables.SENTENCES, or ``sample`` of them
    returns    CSV text that read_codings understands; a cell that a spreadsheet would run begins with an apostrophe

    The codes stand in the comment lines at the top. A sentence with two codes is written on two rows.
    """
    sheet = io.StringIO()
    sheet.write(
        "# 누가, 언제, 어떻게 읽었는지 여기에 적는다.\n"
        "# 코드가 없으면 빈칸으로 두고, 둘 이상이면 아래에 줄을 넣어 하나씩 적는다.\n"
    )
    for code in codebook.codes:
        sheet.write(f"# {code.name}: {code.label}. 기본 입장 {code.stance}. {' '.join(code.definition.split())}\n")
    writer = csv.writer(sheet, lineterminator="\n")
    more = [DRAWN] if DRAWN in sentences else []
    writer.writerow([*SHEET_COLUMNS, *more])
    for row in sentences.to_dict("records"):
        quote, drawn = " ".join(str(row["text"]).split()), [row[name] for name in more]
        writer.writerow([_guarded(str(row["article_id"])), row["sentence_id"], _guarded(quote), "", "", "", *drawn])
    return sheet.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(store.FORMULA_STARTS) else cell
