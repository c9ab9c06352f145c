"""The only module that reads and writes ``data/`` and ``reports/``.

``data/raw`` is only ever read. Whatever is written goes to a temporary file beside its target, is put on the disk and
then renamed, so that no reader meets half a file and an interrupted write changes nothing. While a notebook runs, what
it does not declare in ``stages`` is refused.
"""

from __future__ import annotations

import codecs
import difflib
import functools
import hashlib
import io
import json
import os
import re
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import stages
from helpers.errors import StudyError, printable

if TYPE_CHECKING:
    import pandas as pd

# which notebook writes a table, so that a missing one can be asked for by name
WRITTEN_BY = {table: stage.name for stage in stages.STAGES for table in stage.writes}
# the end of a file that is being written
HALF = ".study.part"
MARKER = ".study"  # in the folder of a project that `study init` made
LARGEST_TEXT = 64_000_000
_NAME = re.compile(r"\w[\w.-]*")
_LONGEST_NAME = 180  # bytes: 60 syllables; the names of temporary files and of locks are made from it
# what Windows cannot name a folder
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))])
_CHUNK = 1 << 20
FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r")  # a cell that begins so is run by one spreadsheet or another


# --- folders ---------------------------------------------------------------------------------------------------------
def root() -> Path:
    """The folder that holds data/ and reports/.

    What the environment variable STUDY_ROOT names, or the project of ``study init`` that one works in, or the checkout.
    """
    if named := os.environ.get("STUDY_ROOT"):
        return Path(named).resolve()
    with suppress(OSError):  # the folder one works in may be gone
        if (marked := _project(Path.cwd())) is not None:
            return marked
    checkout = Path(__file__).parents[2].resolve()
    if not (checkout / "notebooks").is_dir():
        raise StudyError(
            "The program was installed without its notebooks, which are its method.",
            "Clone its repository and run make report there; study init FOLDER then makes a project elsewhere.",
        )
    return checkout


@functools.cache
def _project(folder: Path) -> Path | None:
    """The nearest folder, from this one upwards, that ``study init`` made."""
    return next((each for each in (folder, *folder.parents) if (each / MARKER).is_file()), None)


def relative(path: Path) -> str:
    """``path`` as a reader should see it: from the project's folder where it lies in it, with forward slashes.

    Links are not followed: a folder on another disk keeps its place in the project.
    """
    for place in (path, Path(os.path.realpath(path))):
        with suppress(ValueError):
            return printable(place.relative_to(root()).as_posix())
    return printable(str(path))


def check_name(study: str) -> str:
    """``study`` itself, if it can name a folder; otherwise StudyError (a path such as ``../x`` is no name)."""
    if not _can_name(study):
        shown = study if len(study) <= 60 else f"{study[:57]}..."
        raise StudyError(
            f"{shown!r} cannot be a study's name.",
            "Use up to 60 letters, digits, '-' and '_', beginning with a letter or a digit; a name is not a path.",
        )
    return study


def _can_name(study: str) -> bool:
    """Can it name a folder on any system, and one beside reports/index.html."""
    if not _NAME.fullmatch(study) or ".." in study or study.endswith("."):
        return False
    stem = study.partition(".")[0].casefold()
    long = len(study.encode("utf-8", "surrogatepass")) > _LONGEST_NAME
    return not long and stem not in _DEVICES and study.casefold() != "index.html"


def study_names() -> list[str]:
    """The studies in data/raw, in the order of their names."""
    place = root() / "data" / "raw"
    found = place.iterdir() if place.is_dir() else ()  # glob() would pass over a folder that may not be read
    return sorted(path.name for path in found if _can_name(path.name) and os.path.lexists(path / "study.yml"))


def is_readable(path: Path) -> bool:
    """Is there a file of this path; False where nothing is; StudyError where something else has its name."""
    if os.path.lexists(path) and not path.is_file():
        raise StudyError(f"{relative(path)} is not a file.", "Put the file there, or take away what has its name.")
    return path.is_file()


def study_named(text: str) -> str:
    """The study that a command line means: a name, or the path of a study's folder or of a file in it."""
    raw = (root() / "data" / "raw").resolve()
    if not any(separator in text for separator in {"/", os.sep}):
        return text
    path = Path(text).resolve()
    return path.relative_to(raw).parts[0] if path != raw and path.is_relative_to(raw) else text


def raw_folder(study: str) -> Path:
    """Where a person put the study; StudyError if there is none of that name."""
    folder = root() / "data" / "raw" / check_name(study)
    if not (folder / "study.yml").is_file():
        known = study_names()
        near = difflib.get_close_matches(study, known, n=1)
        raise StudyError(
            f"There is no study {study!r}: {relative(folder / 'study.yml')} does not exist "
            f"(studies here: {', '.join(known) or 'none yet'}).",
            f"{f'Did you mean {near[0]}? ' if near else ''}Make it with: study new {study} --article FILE",
        )
    return folder


def processed_folder(study: str) -> Path:
    """Where the study's tables are; for a notebook of a run, the run's own folder until the run has succeeded."""
    permit = stages.current()
    if permit is not None and permit.tables and permit.study == study:
        return Path(permit.tables)
    return root() / "data" / "processed" / check_name(study)


def report_folder(study: str) -> Path:
    """Where the study's report, executed notebooks, CSV tables and figures are."""
    return root() / "reports" / check_name(study)


def during_run() -> bool:
    """Does this process run a notebook of ``study run``, whose tables nobody reads before the run has succeeded."""
    permit = stages.current()
    return permit is not None and bool(permit.tables)


# --- files -----------------------------------------------------------------------------------------------------------
@contextmanager
def _told(path: Path, verb: str) -> Iterator[None]:
    """An operating-system error, told as what could not be done to which file."""
    try:
        yield
    except OSError as error:
        raise StudyError(
            f"{relative(path)} could not be {verb}: {error.strerror or error}.",
            "Check that the folder exists, that you may read and write there and that the disk is not full.",
        ) from error


def permitted(path: Path) -> Path:
    """``path`` itself; StudyError if it lies in data/raw and the running notebook does not declare that it reads it."""
    permit = stages.current()
    if permit is not None:
        with suppress(ValueError):
            study, *inner = path.absolute().relative_to(root() / "data" / "raw").parts
            if inner:
                stages.check_raw("/".join(inner), study)
    return path


def read_bytes(path: Path) -> bytes:
    """The file's bytes; StudyError if it cannot be read."""
    with _told(path, "read"):
        return permitted(path).read_bytes()


def read_text(path: Path) -> str:
    """The file as text: UTF-8, as Windows' editors save it besides (UTF-16 with its mark), or Korean CP949.

    StudyError names the byte that fits none of them, and a file too large for what a person wrote.
    """
    with _told(path, "read"):
        size = path.stat().st_size
    if size > LARGEST_TEXT:
        raise StudyError(
            f"{relative(path)} has {size / 1e6:,.0f} MB; up to {LARGEST_TEXT / 1e6:.0f} MB are read.",
            "Put the right file there.",
        )
    data = read_bytes(path)
    try:
        return data.decode("utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig")
    except UnicodeDecodeError as error:
        if (korean := _from_cp949(data)) is not None:
            return korean
        raise StudyError(
            f"{relative(path)} is not UTF-8 text (byte {error.start}).", "Save the file as UTF-8."
        ) from error


def _from_cp949(data: bytes) -> str | None:
    """The bytes as CP949, if that makes Korean of them; None if it does not."""
    try:
        text = data.decode("cp949")
    except UnicodeDecodeError:
        return None
    strange = [letter for letter in text if not letter.isascii()]
    return text if sum("가" <= letter <= "힣" for letter in strange) * 2 > len(strange) else None


def sha256(path: Path) -> str | None:
    """Of the file's bytes, in hexadecimal; None if there is no file. Read in pieces: it may be large."""
    total = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                total.update(piece)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        with _told(path, "read"):
            raise error
    return total.hexdigest()


def write_bytes(path: Path, data: bytes) -> None:
    """Write beside ``path`` and rename: ``path`` is the old file or the new one, never a part of either."""
    with beside(path, data) as made, _told(path, "written"):
        made.replace(path)


@contextmanager
def beside(path: Path, data: bytes) -> Iterator[Path]:
    """A new file beside ``path`` that holds the data, for the block to rename; it is gone after the block if not."""
    made = path.parent / f".{path.name[:40]}.{secrets.token_hex(4)}{HALF}"
    with _told(path, "written"):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except BaseException:
            made.unlink(missing_ok=True)
            raise
    try:
        yield made
    finally:
        made.unlink(missing_ok=True)


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


def replace_folder(folder: Path, files: Mapping[Path, bytes]) -> None:
    """Make ``folder`` hold these files (by their path in it) and no others; one that is the same is not touched.

    For folders in which only the program works.
    """
    for path in sorted(folder.rglob("*")) if folder.is_dir() else []:
        if path.is_file() and path.relative_to(folder) not in files:
            remove(path)
    for inner, data in files.items():
        write_if_changed(folder / inner, data)


def write_if_changed(path: Path, data: bytes) -> None:
    """``write_bytes``, unless the file holds just that already."""
    if not path.is_file() or read_bytes(path) != data:
        write_bytes(path, data)


# --- what the program wrote, and so may replace or remove ------------------------------------------------------------
def written(study: str) -> dict[str, list[str]]:
    """By path from the project's folder, the hashes of what the program wrote there last; a damaged list is empty."""
    try:
        known = json.loads(read_bytes(_ledger(study)))
        return {str(path): [str(each) for each in hashes] for path, hashes in known.items()}
    except (StudyError, ValueError, AttributeError, TypeError):
        return {}


def note_written(study: str, files: Mapping[Path, str], *, gone: Iterable[str] = ()) -> None:
    """Note, before they are written, the SHA-256 of files; the one before stays noted, for a write that is killed."""
    known = {path: hashes for path, hashes in written(study).items() if path not in set(gone)}
    for path, new in files.items():
        before = [each for each in known.get(relative(path), []) if each != new]
        known[relative(path)] = [*before[-2:], new]
    write_text(_ledger(study), json.dumps(known, ensure_ascii=False, indent=0, sort_keys=True) + "\n")


def is_ours(study: str, path: Path) -> bool:
    """Is the file just as the program wrote it; one that a person made or changed is not."""
    return sha256(path) in written(study).get(relative(path), [])


def keep_aside(path: Path) -> Path:
    """Give a person's file another name, so that the program's can take its place, and return that name."""
    numbers = ("", *(f"-{number}" for number in range(2, 10_000)))
    names = (path.with_name(f"{path.stem}.kept{number}{path.suffix}") for number in numbers)
    kept = next(name for name in names if not name.exists())
    with _told(path, "kept aside"):
        path.rename(kept)
    return kept


def _ledger(study: str) -> Path:
    return root() / "data" / "processed" / check_name(study) / ".written.json"


# --- tables ----------------------------------------------------------------------------------------------------------
def read(name: str, study: str) -> pd.DataFrame:
    """The table ``name`` of the study, checked by its schema.

    A table that is not there yet is a StudyError that names the notebook to run first.
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
        frame[column] = frame[column].map(list, na_action="ignore")
    return tables.TABLES[name].check(frame)


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
    """StudyError if the table holds an article that the open study does not have: it is another study's."""
    permit = stages.current()
    if permit is None or not permit.articles or "article_id" not in frame.columns:
        return
    if strange := sorted(set(frame["article_id"].dropna()) - set(permit.articles)):
        raise StudyError(
            f"The table {name} holds the article {strange[0]!r}, which the study {study!r} does not have.",
            "It was made of another study: run the notebook from its opening cell on.",
        )


def as_csv(frame: pd.DataFrame) -> bytes:
    """``frame`` as CSV that a spreadsheet shows as text: UTF-8 with BOM, and no cell that starts a formula."""
    guarded = frame.copy()
    for name in guarded.columns[[str(dtype) in ("str", "object") for dtype in guarded.dtypes]]:
        guarded[name] = guarded[name].map(_not_a_formula, na_action="ignore")
    return b"\xef\xbb\xbf" + guarded.to_csv(index=False, lineterminator="\n").encode("utf-8")


def _not_a_formula(value: Any) -> Any:
    if isinstance(value, list):
        value = " · ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value.lstrip(" ").startswith(FORMULA_STARTS) else value
