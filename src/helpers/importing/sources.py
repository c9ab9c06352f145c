"""The sources that a person imports: of which kind each is, how it is read, and where its copy is kept."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

from helpers import store
from helpers.errors import StudyError, UsageError
from helpers.importing.mapping import layout, mapped
from helpers.importing.pages import files_of, pages
from helpers.importing.rows import Record, Refused, records
from helpers.importing.sheets import Sheet, open_sheet

KINDS = ("bigkinds", "table", "folder")
_LOOKED_AT, _AS_LONG_AS_AN_ARTICLE = 50, 200  # rows; characters
_ASKED = re.compile(r"(?<!\d)(20\d\d|19\d\d)(\d\d)(\d\d)\s?[-~_]\s?(20\d\d|19\d\d)(\d\d)(\d\d)(?!\d)")


@dataclass(frozen=True)
class Source:
    """One file or folder to import. ``place`` is that of its copy below the study's folder."""

    path: Path
    kind: str
    place: str
    sha256: str = ""
    layout: str = ""
    mapping: Mapping[str, str] = field(default_factory=dict)
    sheet: Sheet | None = None
    taken_for_text: str = ""  # the column that no name tells and that was taken for the text since it is long

    @property
    def asked(self) -> tuple[str, str] | None:
        """First and last day that were asked for, as BIGKinds writes them into the file's name."""
        found = _ASKED.search(self.path.stem) if self.kind == "bigkinds" else None
        return ("-".join(found.groups()[:3]), "-".join(found.groups()[3:])) if found else None

    def articles(self) -> Iterator[tuple[str, Record | Refused]]:
        """Each row or page with its place: ``sources/x.xlsx#row=12`` or ``sources/pages/a.html``."""
        if self.sheet is not None:
            for record in records(self.sheet, self.mapping):
                yield f"{self.place}#row={record.number}", record
            return
        for path, page in pages(self.path):
            yield f"{self.place}/{path.relative_to(self.path).as_posix()}", page


def open_source(path: Path, kind: str | None, given: Mapping[str, str], *, taken: Mapping[str, str]) -> Source:
    """The source at a path.

    kind    'bigkinds', 'table', 'folder', or None: told by what is there
    given   field -> column, over the mapping that is guessed
    taken   place -> sha256 of the sources that the study has

    StudyError: not there, or not what it is said to be.
    """
    if not path.exists():
        raise StudyError(f"{path} is not there.", "Check the path of the file or folder to import.")
    if path.is_dir() != (kind == "folder") and kind is not None:
        what = "a folder" if path.is_dir() else "a file"
        raise UsageError(f"{path} is {what}; --as {kind} does not go with it.", "Leave --as out.")
    if path.is_dir():
        if not files_of(path):
            raise StudyError(f"The folder {path} holds no files.", "Give a folder of saved pages.")
        return Source(path, "folder", f"sources/{_plain(path.resolve().name)}")
    sheet = open_sheet(path)
    found = layout(sheet.columns)
    if kind == "bigkinds" and not found:
        raise StudyError(
            f"{path.name} is no BIGKinds export: it has the columns {', '.join(sheet.columns[:8])}.",
            "Import it as a table: --as table --map title=COLUMN --map text=COLUMN",
        )
    digest = file_digest(path)
    chosen = "bigkinds" if found and kind != "table" else "table"
    mapping = mapped(sheet.columns, given, name=path.name)
    long = "" if {"text", "nouns"} & {*mapping, *given} else _long_column(sheet, mapping)
    mapping |= {"text": long} if long else {}
    return Source(path, chosen, _place(path, digest, taken), digest, found, mapping, sheet, long)


def _long_column(sheet: Sheet, mapping: Mapping[str, str]) -> str:
    """The column without a field whose cells are as long as articles; '' where there is none."""
    cells = [row.cells for row in islice(sheet.rows(), _LOOKED_AT) if not row.fault]
    middle = {
        column: median(len(row.get(column, "")) for row in cells) if cells else 0
        for column in sheet.columns
        if column not in mapping.values()
    }
    longest = max(middle, key=lambda column: middle[column], default="")
    return longest if longest and middle[longest] >= _AS_LONG_AS_AN_ARTICLE else ""


def again(study_folder: Path, entry: Mapping[str, object]) -> Source:
    """A source as it was imported: its copy in the study, read by the mapping that source.yml keeps."""
    path = study_folder / str(entry["file"])
    mapping = entry.get("mapping") or {}
    assert isinstance(mapping, Mapping)
    kind = str(entry["kind"])
    if kind == "folder":
        return Source(path, kind, str(entry["file"]))
    sheet = open_sheet(path)
    told = {str(name): str(column) for name, column in mapping.items()}
    return Source(path, kind, str(entry["file"]), str(entry["sha256"]), layout(sheet.columns), told, sheet)


def file_digest(path: Path) -> str:
    """sha256 of a file's bytes, whatever its size."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise StudyError(
            f"{store.relative(path)} cannot be read: {error.strerror or error}.", "Check the right to read it."
        ) from error


def _place(path: Path, digest: str, taken: Mapping[str, str]) -> str:
    place = f"sources/{_plain(path.stem)}{path.suffix.lower()}"
    if taken.get(place, digest) == digest:
        return place
    return f"sources/{_plain(path.stem)}-{digest[:8]}{path.suffix.lower()}"


def _plain(name: str) -> str:
    return re.sub(r"[^\w.,()~ -]+", "-", name).strip("-. ") or "source"
