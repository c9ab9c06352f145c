"""Read and write articles.csv: a line for each article of a corpus, with the researcher's own columns at the end."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.importing.rows import Record

COLUMNS = (
    "article_id", "file", "outlet", "published_at", "title", "section", "reporter", "address", "sha256", "source_id",
    "stratum", "rights",
)  # fmt: skip


def entry(record: Record, place: str) -> dict[str, str]:
    """The line of an article."""
    own = {name: value for name, value in record.own.items() if value}
    told = {name: getattr(record, name) for name in COLUMNS if name != "file"}
    return told | {"file": place} | ({"x_flag": record.flag} if record.flag else {}) | own


def read_catalogue(path: Path) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """Columns and lines of an articles.csv; StudyError names what is wrong with it."""
    reader = csv.DictReader(io.StringIO(store.read_text(path), newline=""))
    columns = tuple(reader.fieldnames or ())
    lacking = [name for name in COLUMNS if name not in columns]
    strange = [name for name in columns if name not in COLUMNS and not name.startswith("x_")]
    if lacking or strange:
        what = f"lacks the column {lacking[0]!r}" if lacking else f"has the column {strange[0]!r}, which is not known"
        raise StudyError(
            f"{store.relative(path)} {what}.", f"Its columns are {', '.join(COLUMNS)}; your own begin with x_."
        )
    lines = []
    for line in reader:
        if None in line or None in line.values():
            raise StudyError(
                f"{store.relative(path)}, line {reader.line_num}: it has not as many cells as the head.", "Mend it."
            )
        lines.append({name: _bare(value) for name, value in line.items()})
    return columns, lines


def as_csv(columns: Iterable[str], lines: Iterable[Mapping[str, str]]) -> str:
    """The lines as CSV; a cell that a spreadsheet would take for a formula is written with a ' before it."""
    names = list(columns)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_guarded(line.get(name, "")) for name in names] for line in lines)
    return text.getvalue()


def _guarded(value: str) -> str:
    return f"'{value}" if value.startswith(store.FORMULA_STARTS) else value


def _bare(value: str) -> str:
    return value[1:] if value[:1] == "'" and value[1:].startswith(store.FORMULA_STARTS) else value
