"""Find which column holds which field, guessed from its name or given by a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from helpers.errors import StudyError
from helpers.lexicons import load

FIELDS = (
    "source_id", "title", "text", "lead", "nouns", "published_at", "outlet", "section", "reporter", "address", "flag",
    "rights", "file",
)  # fmt: skip
_OWN = re.compile(r"x_\w+")


def guess(columns: Sequence[str]) -> dict[str, str]:
    """field -> column, for every field that a column's name tells; no column is used for two fields."""
    by_key = {_key(column): column for column in reversed(columns)}
    found: dict[str, str] = {}
    for field, names in load("export_columns")["fields"].items():
        column = next((by_key[_key(name)] for name in names if _key(name) in by_key), None)
        if column is not None and column not in found.values():
            found[field] = column
    return found


def mapped(columns: Sequence[str], given: Mapping[str, str], *, name: str) -> dict[str, str]:
    """field -> column of a table: what a person gave, over what is guessed.

    columns  of the table
    given    field -> column; a field ``x_...`` is a column of the researcher's own; ``field=`` ('') takes it out
    returns  the mapping; StudyError: no such field or column, or a table with neither title nor text
    """
    for field, column in given.items():
        if field not in FIELDS and not _OWN.fullmatch(field):
            raise StudyError(
                f"--map {field}={column}: there is no field {field!r}.",
                f"The fields are {', '.join(FIELDS)}, and x_... for a column of your own.",
            )
        if column and column not in columns:
            raise StudyError(
                f"{name} has no column {column!r} (it has: {', '.join(columns)}).", f"Correct --map {field}=..."
            )
    guessed = {field: column for field, column in guess(columns).items() if column not in given.values()}
    found = {field: column for field, column in (guessed | dict(given)).items() if column}
    if not {"title", "text", "lead", "nouns"} & set(found):
        raise StudyError(
            f"{name} is no table of articles: none of its columns is known as a title or a text "
            f"({', '.join(columns[:12])}{' ...' if len(columns) > 12 else ''}).",
            "Say which is which: --map title=COLUMN --map text=COLUMN",
        )
    return found


def layout(columns: Iterable[str]) -> str:
    """'of 19 columns', 'of 11 columns' or 'of the LAB', if these are the columns of a BIGKinds export; else ''."""
    has = set(columns)
    return next((name for name, own in load("export_columns")["bigkinds"].items() if set(own) <= has), "")


def known_names(cells: Iterable[str]) -> int:
    """How many of the cells are known names of columns; the row with the most is the head of the table."""
    return sum(_key(cell) in _known() for cell in cells if cell)


@cache
def _known() -> frozenset[str]:
    return frozenset(_key(name) for names in load("export_columns")["fields"].values() for name in names)


def _key(name: str) -> str:
    return re.sub(r"[\s_\-.:]+", "", name).casefold()
