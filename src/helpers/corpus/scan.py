"""The rows of a table of a corpus, bucket by bucket: nothing that grows with the corpus is held whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from helpers import store
from helpers.errors import StudyError

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow.compute


def scan(
    table: str, study: str, *, columns: Sequence[str] | None = None, where: pyarrow.compute.Expression | None = None
) -> Iterator[pd.DataFrame]:
    """Each bucket of a table, in order, with the columns and rows asked for.

    where   an Arrow expression, as in ``pyarrow.compute.field("outlet") == "새싹일보"``
    yields  one frame a bucket; StudyError where the study has no such table in buckets
    """
    import pyarrow.dataset as dataset

    folder = store.processed_folder(study) / table
    files = sorted(folder.glob("*.parquet"))
    if not files:
        raise StudyError(f"The corpus {study!r} has no table {table} yet.", f"Make it: study run {study}")
    for file in files:
        yield dataset.dataset(file).to_table(columns=list(columns) if columns else None, filter=where).to_pandas()
