"""The only module that reads and writes ``data/`` and ``reports/``.

``data/raw`` is only ever read. Whatever is written goes to a temporary file beside its target and is renamed, so that
no reader meets half a file and an interrupted write changes nothing.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.errors import StudyError

if TYPE_CHECKING:
    import pandas as pd

# which notebook writes a table, so that a missing one can be asked for by name
WRITTEN_BY = {
    "lines": "01_clean",
    "articles": "01_clean",
    "sentences": "02_tokenize",
    "tokens": "02_tokenize",
    "terms": "03_keywords",
    "keywords": "03_keywords",
    "dispersion": "03_keywords",
    "collocations": "03_keywords",
    "kwic": "03_keywords",
    "stability": "03_keywords",
    "term_stability": "03_keywords",
    "codings": "04_narrative",
    "voices": "04_narrative",
    "facts": "04_narrative",
    "measures": "04_narrative",
    "evidence": "04_narrative",
    "weighing": "04_narrative",
    "agreement": "04_narrative",
    "confusion": "04_narrative",
    "disagreements": "04_narrative",
    "findings": "04_narrative",
}
# the kinds of file that a run publishes, and so may take away again
PUBLISHED = (".parquet", ".html", ".ipynb", ".csv", ".png")
# the end of a file that is being written
HALF = ".part"
_NAME = re.compile(r"\w[\w.-]*")


# --- folders ---------------------------------------------------------------------------------------------------------
def root() -> Path:
    """The folder that holds data/ and reports/: the checkout, or what the environment variable STUDY_ROOT names."""
    return Path(os.environ.get("STUDY_ROOT") or Path(__file__).parents[2]).resolve()


def relative(path: Path) -> str:
    """``path`` as a reader should see it: from the project's folder where it lies in it, with forward slashes."""
    with suppress(ValueError):
        return path.resolve().relative_to(root()).as_posix()
    return str(path)


def check_name(study: str) -> str:
    """``study`` itself, if it can name a folder; otherwise StudyError (a path such as ``../x`` is no name)."""
    if not _NAME.fullmatch(study) or ".." in study:
        raise StudyError(
            f"{study!r} cannot be a study's name.",
            "Use letters, digits, '-' and '_', beginning with a letter or a digit; a name is not a path.",
        )
    return study


def study_names() -> list[str]:
    """The studies in data/raw, in the order of their names."""
    return sorted(path.parent.name for path in (root() / "data" / "raw").glob("*/study.yml"))


def raw_folder(study: str) -> Path:
    """Where a person put the study; StudyError if there is none of that name."""
    folder = root() / "data" / "raw" / check_name(study)
    if not (folder / "study.yml").is_file():
        known = ", ".join(study_names()) or "none yet"
        raise StudyError(
            f"There is no study {study!r}: {relative(folder / 'study.yml')} does not exist (studies here: {known}).",
            f"Make it with: study new {study} --article FILE",
        )
    return folder


def processed_folder(study: str) -> Path:
    """Where the study's tables are. While a run is under way, its own folder (STUDY_TABLES) until it has succeeded."""
    if during_run := os.environ.get("STUDY_TABLES"):
        return Path(during_run)
    return root() / "data" / "processed" / check_name(study)


def report_folder(study: str) -> Path:
    """Where the study's report, executed notebooks, CSV tables and figures are."""
    return root() / "reports" / check_name(study)


# --- files -----------------------------------------------------------------------------------------------------------
@contextmanager
def _told(path: Path, verb: str) -> Iterator[None]:
    """An operating-system error, told as what could not be done to which file."""
    try:
        yield
    except OSError as error:
        raise StudyError(
            f"{relative(path)} could not be {verb}: {error.strerror or error}.",
            "Check that the folder exists, that you may write to it and that the disk is not full.",
        ) from error


def read_bytes(path: Path) -> bytes:
    """The file's bytes; StudyError if it cannot be read."""
    with _told(path, "read"):
        return path.read_bytes()


def read_text(path: Path) -> str:
    """The file as UTF-8 text; StudyError names the byte that is not."""
    try:
        return read_bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise StudyError(
            f"{relative(path)} is not UTF-8 text (byte {error.start}).", "Save the file as UTF-8."
        ) from error


def write_bytes(path: Path, data: bytes) -> None:
    """Write beside ``path`` and rename: ``path`` is the old file or the new one, never a part of either."""
    with _beside(path, data) as beside:
        beside.replace(path)


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """A new file beside ``path`` that holds the data, for the block to rename; it is gone after the block if not."""
    with _told(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=HALF)
        beside = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            beside.chmod(0o644)
            yield beside
        finally:
            beside.unlink(missing_ok=True)


def sweep(folder: Path, *, below: bool = True) -> None:
    """Remove what writers that were killed left in ``folder``, and below it; no other may be writing there now."""
    for half in (folder.rglob if below else folder.glob)(f".*{HALF}"):
        remove(half)


def write_text(path: Path, text: str) -> None:
    """``write_bytes`` of UTF-8 with line ends as they are."""
    write_bytes(path, text.encode("utf-8"))


def make_folder(path: Path) -> None:
    """The folder and those above it, unless they are there."""
    with _told(path, "made"):
        path.mkdir(parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """The file, if it is there."""
    with _told(path, "removed"):
        path.unlink(missing_ok=True)


def publish(places: Mapping[Path, Path]) -> None:
    """Put what was made, files and whole folders, to its places: file by file, each whole.

    A file that is the same already is left untouched; one that is no longer made is removed. Files whose names begin
    with a dot, and ``*.failed.ipynb``, are not the publisher's and stay. Everything is written before the first file
    takes its place: a disk that is full changes nothing.
    """
    changed = [(made / inner, place / inner) for made, place in places.items() for inner in changes(made, place)]
    with ExitStack() as stack:
        ready = [
            (stack.enter_context(_beside(place, read_bytes(made))), place) for made, place in changed if made.is_file()
        ]
        for beside, place in ready:
            with _told(place, "replaced"):
                beside.replace(place)
    for made, place in changed:
        if not made.is_file():
            remove(place)


def changes(made: Path, place: Path) -> list[Path]:
    """The files that ``publish`` would write or remove, by their path below ``place``."""
    if made.is_file():
        return [] if _same(made, place) else [Path()]
    files = {path.relative_to(made) for path in made.rglob("*") if path.is_file()}
    written = (file for file in sorted(files) if not _same(made / file, place / file))
    return [*written, *(sorted(_published(place) - files) if files else [])]


def _published(place: Path) -> set[Path]:
    """The files below ``place`` that a run put there."""
    inner = (path.relative_to(place) for path in place.rglob("*") if path.is_file())
    return {
        path
        for path in inner
        if path.suffix in PUBLISHED
        and len(path.parts) <= 2
        and not path.parts[0].startswith(".")
        and not path.name.endswith(".failed.ipynb")
    }


def _same(made: Path, place: Path) -> bool:
    return place.is_file() and read_bytes(place) == read_bytes(made)


def replace_folder(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Make ``folder`` hold these files (by their path in it) and no others; one that is the same is not touched."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.is_file() and path.relative_to(folder) not in files:
            remove(path)
    for inner, data in files.items():
        write_if_changed(folder / inner, data)


def write_if_changed(path: Path, data: bytes) -> None:
    """``write_bytes``, unless the file holds just that already."""
    if not path.is_file() or read_bytes(path) != data:
        write_bytes(path, data)


# --- tables ----------------------------------------------------------------------------------------------------------
def read(name: str, study: str) -> pd.DataFrame:
    """The table ``name`` of the study, checked by its schema.

    A table that is not there yet is a StudyError that names the notebook to run first.
    """
    path = processed_folder(study) / f"{name}.parquet"
    if not path.is_file():
        raw_folder(study)
        raise StudyError(
            f"The table {name} of the study {study!r} is not there yet ({relative(path)}).",
            f"Run notebooks/{WRITTEN_BY[name]}.ipynb first, with study = {study!r}, or: study run {study}",
        )
    return read_table(path, name)


def read_table(path: Path, name: str) -> pd.DataFrame:
    """The Parquet file at ``path``, checked by the schema of the table ``name``."""
    import pandas as pd

    from helpers import tables

    frame = pd.read_parquet(io.BytesIO(read_bytes(path)))
    for column in (name for name, dtype in frame.dtypes.items() if str(dtype) == "object"):
        frame[column] = frame[column].map(list, na_action="ignore")
    return tables.TABLES[name].check(frame)


def write(name: str, frame: pd.DataFrame, study: str) -> None:
    """Check ``frame`` by the schema of the table ``name`` and put it into the study's folder."""
    from helpers import tables

    raw_folder(study)
    buffer = io.BytesIO()
    tables.TABLES[name].check(frame).to_parquet(buffer, index=False)
    write_bytes(processed_folder(study) / f"{name}.parquet", buffer.getvalue())


def as_csv(frame: pd.DataFrame) -> bytes:
    """``frame`` as CSV that a spreadsheet shows as text: UTF-8 with BOM, and no cell that starts a formula."""
    guarded = frame.copy()
    for name in guarded.columns[[str(dtype) in ("str", "object") for dtype in guarded.dtypes]]:
        guarded[name] = guarded[name].map(_not_a_formula, na_action="ignore")
    return b"\xef\xbb\xbf" + guarded.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _not_a_formula(value: Any) -> Any:
    if isinstance(value, list):
        value = " · ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.lstrip()[:1] in tuple("=+-@") else value
