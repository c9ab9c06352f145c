"""Read files, or say why they cannot be read; write them whole or not at all.

What is written goes to a temporary file beside its target, is flushed to the disk and then renamed. So no reader ever
sees half a file, and an interrupted write changes nothing.
"""

from __future__ import annotations

import codecs
import hashlib
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers import stages
from helpers.errors import StudyError
from helpers.store.folders import relative, root

HALF = ".study.part"  # the end of a file that is being written
LARGEST_TEXT = 64_000_000
_CHUNK = 1 << 20


@contextmanager
def told(path: Path, verb: str) -> Iterator[None]:
    """Raise an operating-system error of the block as StudyError: what could not be done to which file."""
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
    with told(path, "read"):
        return permitted(path).read_bytes()


def read_text(path: Path) -> str:
    """The file as text: UTF-8, as Windows' editors save it besides (UTF-16 with its mark), or Korean CP949.

    StudyError names the byte that fits none of them, and a file too large for what a person wrote.
    """
    with told(path, "read"):
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
    """The SHA-256 of the file's bytes, in hexadecimal; None if there is no file. Large files are read in pieces."""
    total = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while piece := file.read(_CHUNK):
                total.update(piece)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as error:
        with told(path, "read"):
            raise error
    return total.hexdigest()


def write_bytes(path: Path, data: bytes) -> None:
    """Write beside ``path`` and rename: ``path`` is the old file or the new one, never a part of either."""
    with beside(path, data) as made, told(path, "written"):
        made.replace(path)


@contextmanager
def beside(path: Path, data: bytes) -> Iterator[Path]:
    """A new file beside ``path`` that holds the data, for the block to rename; if it does not, the file is removed."""
    made = path.parent / f".{path.name[:40]}.{secrets.token_hex(4)}{HALF}"
    with told(path, "written"):
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
    """Remove the temporary files that killed writers left in ``folder`` and below; nobody may be writing there now."""
    for half in (folder.rglob if below else folder.glob)(f".*{HALF}"):
        remove(half)


def write_text(path: Path, text: str) -> None:
    """``write_bytes`` of UTF-8 with line ends as they are."""
    write_bytes(path, text.encode("utf-8"))


def make_folder(path: Path) -> None:
    """Make the folder and those above it, unless they exist."""
    with told(path, "made"):
        path.mkdir(parents=True, exist_ok=True)


def remove(path: Path) -> None:
    """Remove the file, if it exists."""
    with told(path, "removed"):
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
