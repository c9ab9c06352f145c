"""The only package that reads and writes ``data/`` and ``reports/``.

``data/raw`` is read and never written. A running notebook may read and write only what it declares in ``stages``;
anything else is refused.
"""

from helpers.store.files import (
    HALF,
    beside,
    make_folder,
    permitted,
    read_bytes,
    read_text,
    remove,
    replace_folder,
    sha256,
    sweep,
    write_bytes,
    write_if_changed,
    write_text,
)
from helpers.store.folders import (
    MARKER,
    check_name,
    during_run,
    find_root,
    instead,
    is_readable,
    processed_folder,
    raw_folder,
    relative,
    report_folder,
    root,
    study_named,
    study_names,
)
from helpers.store.ledger import is_ours, keep_aside, note_written, written
from helpers.store.spreadsheets import FORMULA_STARTS, as_csv, joined
from helpers.store.tables import WRITTEN_BY, read, read_table, write

__all__ = [
    "FORMULA_STARTS",
    "HALF",
    "MARKER",
    "WRITTEN_BY",
    "as_csv",
    "beside",
    "check_name",
    "during_run",
    "find_root",
    "instead",
    "is_ours",
    "is_readable",
    "joined",
    "keep_aside",
    "make_folder",
    "note_written",
    "permitted",
    "processed_folder",
    "raw_folder",
    "read",
    "read_bytes",
    "read_table",
    "read_text",
    "relative",
    "remove",
    "replace_folder",
    "report_folder",
    "root",
    "sha256",
    "study_named",
    "study_names",
    "sweep",
    "write",
    "write_bytes",
    "write_if_changed",
    "write_text",
    "written",
]
