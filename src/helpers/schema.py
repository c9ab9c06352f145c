"""Schemas of tables, and how frames are made and checked by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import numpy as np
import pandas as pd

from helpers.errors import StudyError


@dataclass(frozen=True)
class Column:
    """dtype: a pandas dtype; ``choices``: the only values there can be; ``missing``: may a value be missing.

    ``default`` is the value of a row that does not name the column. A column of lists has the dtype object.
    """

    dtype: str
    meaning: str
    choices: tuple[str, ...] = ()
    missing: bool = False
    default: Any = None


@dataclass(frozen=True)
class Table:
    """A kind of table: its name, what one row is, its columns in order, and the columns that tell rows apart."""

    name: str
    row: str
    columns: Mapping[str, Column]
    key: tuple[str, ...]

    def empty(self) -> pd.DataFrame:
        """A table of this kind with no rows, every column in its dtype."""
        return self._empty.copy(deep=False)

    @cached_property
    def _empty(self) -> pd.DataFrame:
        return self.make([])

    def make(self, rows: Iterable[Mapping[str, Any]]) -> pd.DataFrame:
        """A table of this kind from rows; what a row does not name has its default, or is missing."""
        given = list(map(dict, rows))
        return self.of_columns(
            {name: [row.get(name, column.default) for row in given] for name, column in self.columns.items()}
        )

    def of_columns(self, columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
        """A table of this kind from the values of each of its columns."""
        made = {name: _array(columns[name], column.dtype) for name, column in self.columns.items()}
        return pd.DataFrame(made, copy=False)

    def cast(self, frame: pd.DataFrame) -> pd.DataFrame:
        """``frame`` with each column in its dtype; only those are converted that have another."""
        other = {
            name: column.dtype for name, column in self.columns.items() if frame[name].dtype != _dtype(column.dtype)
        }
        return frame.astype(other) if other else frame

    def check(self, frame: pd.DataFrame) -> pd.DataFrame:
        """``frame`` itself, if it is a table of this kind; otherwise StudyError names the first fault."""
        if list(frame.columns) != list(self.columns):
            raise self._fault(f"has the columns {list(frame.columns)}, not {list(self.columns)}")
        for name, column in self.columns.items():
            self._check_column(frame[name], name, column)
        if len(frame) > 1 and (doubled := frame.duplicated(list(self.key))).any():
            raise self._fault(f"has two rows for {frame.loc[doubled, list(self.key)].iloc[0].to_dict()}")
        return frame

    def _check_column(self, values: pd.Series, name: str, column: Column) -> None:
        if values.dtype != _dtype(column.dtype):
            raise self._fault(f"column {name} is {values.dtype}, not {column.dtype}")
        if not column.missing and (lacking := values.array.isna()).any():
            raise self._fault(f"column {name} lacks a value in row {int(lacking.argmax())}")
        held = {value for value in values.unique() if not pd.isna(value)} if column.choices else set()
        if strange := held - set(column.choices):
            raise self._fault(f"column {name} holds {sorted(strange)[0]!r}, not one of {', '.join(column.choices)}")

    def _fault(self, what: str) -> StudyError:
        return StudyError(f"The table {self.name} {what}.", "Run the stage that writes it again: study run --force.")


@cache
def _dtype(name: str) -> Any:
    """The dtype of a name, cached: pandas would look through all dtypes each time."""
    return pd.api.types.pandas_dtype(name)


def _array(values: Sequence[Any], dtype: str) -> Any:
    """A column of these values; of lists, where what is missing is None. Raises ValueError if a value would change."""
    if dtype == "object":
        return _lists(values)
    wanted = _dtype(dtype)
    if not isinstance(wanted, np.dtype):
        return pd.array(values, dtype=wanted)
    plain = np.array(values)  # sooner than pandas, which looks at each value
    return plain if plain.dtype == wanted else pd.Series(values, dtype=wanted).array


def _lists(values: Sequence[Any]) -> Any:
    column = np.empty(len(values), dtype=object)
    for place, value in enumerate(values):
        column[place] = None if pd.api.types.is_scalar(value) and pd.isna(value) else value
    return column
