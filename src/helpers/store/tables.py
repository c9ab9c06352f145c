"""The tables of a study, each checked by its schema whenever it is read or written."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import stages
from helpers.errors import StudyError
from helpers.store.files import read_bytes, write_bytes
from helpers.store.folders import during_run, processed_folder, raw_folder, relative
from helpers.store.ledger import note_written

if TYPE_CHECKING:
    import pandas as pd

# which notebook writes a table, so that a missing one can be asked for by name
WRITTEN_BY = {table: stage.name for stage in stages.STAGES for table in stage.writes}


def read(name: str, study: str) -> pd.DataFrame:
    """The table ``name`` of the study, checked by its schema.

    Raises StudyError if the table is not there yet; it names the notebook to run first.
    """
    stages.check_table("read", name, study)
    path = processed_folder(study) / f"{name}.parquet"
    if not path.is_file():
        raw_folder(study)
        notebook = WRITTEN_BY.get(name)
        raise StudyError(
            f"The table {name} of the study {study!r} is not there yet ({relative(path)}).",
            f"Run notebooks/{notebook}.ipynb first, with study = {study!r}, or: study run {study}"
            if notebook
            else f"Make it, if it is a corpus: study run {study}",
        )
    return read_table(path, name)


def read_table(path: Path, name: str) -> pd.DataFrame:
    """The Parquet file at ``path``, checked by the schema of the table ``name``."""
    import pandas as pd

    from helpers import tables

    data = read_bytes(path)
    try:
        frame = pd.read_parquet(io.BytesIO(data))
    except Exception as error:  # whatever Arrow throws at a file that was cut, emptied or overwritten
        raise StudyError(
            f"{relative(path)} is damaged: {str(error).splitlines()[0] if str(error) else type(error).__name__}.",
            "Make it anew: study run --force.",
        ) from error
    for column in (name for name, dtype in frame.dtypes.items() if str(dtype) == "object"):
        frame[column] = frame[column].map(_as_list, na_action="ignore")
    return tables.TABLES[name].check(frame)


def _as_list(values: Any) -> list[Any]:
    """A cell of a column of lists as it was written: Arrow gives arrays, also for lists within it."""
    return [_as_list(value) if getattr(value, "ndim", 0) else value for value in values.tolist()]


def write(name: str, frame: pd.DataFrame, study: str) -> None:
    """Check ``frame`` by the schema of the table ``name`` and put it into the study's folder."""
    from helpers import tables

    raw_folder(study)
    stages.check_table("write", name, study)
    _check_articles(name, frame, study)
    buffer = io.BytesIO()
    tables.TABLES[name].check(frame).to_parquet(buffer, index=False)
    path, data = processed_folder(study) / f"{name}.parquet", buffer.getvalue()
    if not during_run():  # a notebook by itself publishes at once: what it wrote may be replaced by a run
        note_written(study, {path: hashlib.sha256(data).hexdigest()})
    write_bytes(path, data)


def _check_articles(name: str, frame: pd.DataFrame, study: str) -> None:
    """StudyError if the table holds an article that the open study does not have: it is another study's.

    Rows of all articles together are of none.
    """
    from helpers.tables import WHOLE

    permit = stages.current()
    if permit is None or not permit.articles or "article_id" not in frame.columns:
        return
    if strange := sorted(set(frame["article_id"].dropna()) - {*permit.articles, WHOLE}):
        raise StudyError(
            f"The table {name} holds the article {strange[0]!r}, which the study {study!r} does not have.",
            "It was made of another study: run the notebook from its opening cell on.",
        )
