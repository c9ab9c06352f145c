"""Import folders of saved pages: stage 1 cleans each page, and pages without an article are listed and left out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from helpers.errors import StudyError
from helpers.importing.cells import as_text
from helpers.importing.days import published
from helpers.importing.mapping import guess
from helpers.importing.outlets import outlet_name, outlet_of_address
from helpers.importing.rows import Record, Refused
from helpers.importing.sheets import TABLE_SUFFIXES, open_sheet
from helpers.study import SAVED_SUFFIXES

# what a person wrote of the pages may stand in a table beside them; it must have a column of file names
_TABLES = ("articles.csv", "articles.tsv", "articles.xlsx", "index.csv", "metadata.csv")
_FILE_COLUMNS = ("file", "filename", "파일", "파일명")
_TOLD = ("title", "published_at", "outlet", "section", "reporter", "address")


def files_of(folder: Path) -> list[Path]:
    """The files below a folder that are to be read or named as left out, in order; hidden ones are passed over."""
    inner = (path for path in folder.rglob("*") if path.is_file())
    own = {folder / name for name in _TABLES}
    return sorted(
        path for path in inner if path not in own and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )


def pages(folder: Path) -> Iterator[tuple[Path, Record | Refused]]:
    """Each file of a folder as an article, or refused with its reason."""
    written = _written(folder)
    for number, path in enumerate(files_of(folder), 1):
        try:
            yield path, _page(path, number, path.relative_to(folder).as_posix(), written)
        except StudyError as error:
            yield path, Refused(number, error.cause, path.name)
        except Exception as error:  # one page must not sink the others
            yield path, Refused(number, f"it could not be cleaned ({type(error).__name__})", path.name)


def _page(path: Path, number: int, inner: str, written: Mapping[str, Mapping[str, str]]) -> Record | Refused:
    from helpers.cleaning import clean, read_raw

    if path.suffix.lower() not in SAVED_SUFFIXES:
        kind = (
            "a table: import it by itself"
            if path.suffix.lower() in TABLE_SUFFIXES
            else "no text, page, mail or document"
        )
        return Refused(number, f"it is {kind}", path.name)
    raw = read_raw(path)
    found = clean(raw).metadata
    person = written.get(inner) or written.get(path.name) or {}
    page = {name: getattr(found, name, None) or "" for name in _TOLD}
    told = {name: person.get(name) or page[name] for name in _TOLD}
    differ = [name for name in _TOLD if person.get(name) and page[name] and not _same(name, person[name], page[name])]
    outlet = outlet_name(told["outlet"]) if told["outlet"] else outlet_of_address(told["address"])
    day = published(told["published_at"]) or told["published_at"]
    return Record(
        number, told["title"], "", "", "full", day, outlet, told["section"], told["reporter"], told["address"], "", "",
        person.get("rights", ""), _identifier(inner), raw.sha256,
        {name: value for name, value in person.items() if name.startswith("x_")},
        (*(f"{name}: a person's stands above the page's" for name in differ), *(() if day else ("no date",))),
    )  # fmt: skip


def _same(name: str, person: str, page: str) -> bool:
    if name == "published_at":
        return published(person)[:10] == page[:10]
    return outlet_name(person) == outlet_name(page) if name == "outlet" else person.strip() == page.strip()


def _identifier(inner: str) -> str:
    stem = inner.rpartition(".")[0] or inner
    plain = re.sub(r"[^\w.-]+", "-", stem).strip("-.")
    if plain == stem and len(plain) <= 80 and ".." not in plain:
        return plain
    return f"{plain[:60].strip('-.') or 'page'}-{hashlib.sha256(stem.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}"


def _written(folder: Path) -> dict[str, dict[str, str]]:
    """file -> field -> text, from the table that a person put beside the pages, if there is one."""
    table = next((folder / name for name in _TABLES if (folder / name).is_file()), None)
    if table is None:
        return {}
    sheet = open_sheet(table)
    column = next((name for name in sheet.columns if name.casefold() in _FILE_COLUMNS), None)
    if column is None:
        raise StudyError(
            f"{table.name} beside the pages has no column of file names ({', '.join(sheet.columns)}).",
            "Call it 'file', with the name of each page as it is in the folder.",
        )
    fields = guess([name for name in sheet.columns if name != column])
    fields |= {name: name for name in sheet.columns if name.startswith("x_")}
    return {
        as_text(row.cells[column]): {field: row.cells.get(name, "") for field, name in fields.items()}
        for row in sheet.rows()
        if not row.fault
    }
