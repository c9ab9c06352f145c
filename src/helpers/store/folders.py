"""The folders of the project and of its studies, and the names that studies may have."""

from __future__ import annotations

import difflib
import functools
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from helpers import stages
from helpers.errors import StudyError, printable

MARKER = ".study"  # in the folder of a project that `study init` made
_PROGRAM = "src/helpers/store/folders.py"  # in a checkout
_NAME = re.compile(r"\w[\w.-]*")
_LONGEST_NAME = 180  # bytes: 60 syllables; the names of temporary files and of locks are made from it
# what Windows cannot name a folder
_DEVICES = frozenset(["con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))])


def root() -> Path:
    """The folder that holds data/ and reports/.

    It is the one that the environment variable STUDY_ROOT names; or else the project of ``study init`` around the
    current folder; or else the checkout whose program this is; or else, for a program that is installed, the checkout
    around the current folder. Raises StudyError if there is none.
    """
    if (found := find_root()) is None:
        raise StudyError(
            "The folder that you work in is in no project.",
            "Make one with study init FOLDER and work in it, or name one: STUDY_ROOT=FOLDER study ...",
        )
    return found


def find_root() -> Path | None:
    """As ``root``; None if there is no project."""
    if named := os.environ.get("STUDY_ROOT"):
        return Path(named).resolve()
    here = None
    with suppress(OSError):  # the folder one works in may be gone
        here = Path.cwd()
        if (marked := _around(here, MARKER)) is not None:
            return marked
    checkout = Path(__file__).parents[3].resolve()
    if (checkout / "notebooks").is_dir():
        return checkout
    return _around(here, _PROGRAM) if here else None


@functools.cache
def _around(folder: Path, file: str) -> Path | None:
    """The nearest folder, from this one upwards, that holds the file."""
    return next((each for each in (folder, *folder.parents) if (each / file).is_file()), None)


def relative(path: Path) -> str:
    """``path`` as a reader should see it: from the project's folder where it lies in it, with forward slashes.

    Links are not followed: a folder on another disk keeps its place in the project.
    """
    if (home := find_root()) is not None:
        for place in (path, Path(os.path.realpath(path))):
            with suppress(ValueError):
                return printable(place.relative_to(home).as_posix())
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
    """Can it name a folder on every system, and one beside reports/index.html?"""
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
    """Is there a file at this path? False if nothing is there; raises StudyError if it is a folder or the like."""
    if os.path.lexists(path) and not path.is_file():
        raise StudyError(f"{relative(path)} is not a file.", "Put the file there, or take away what has its name.")
    return path.is_file()


def study_named(text: str) -> str:
    """The study that a command line means: a name, or the path of a study's folder or of a file in it."""
    home = find_root()
    if home is None or not any(separator in text for separator in {"/", os.sep}):
        return text
    raw, path = (home / "data" / "raw").resolve(), Path(text).resolve()
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


_instead: dict[str, Path] = {}


def processed_folder(study: str) -> Path:
    """Where the study's tables are; for a notebook of a run, the run's own folder until the run has succeeded."""
    permit = stages.current()
    if permit is not None and permit.tables and permit.study == study:
        return Path(permit.tables)
    if study in _instead:
        return _instead[study]
    return root() / "data" / "processed" / check_name(study)


@contextmanager
def instead(study: str, folder: Path) -> Iterator[None]:
    """Within the block, what this process reads and writes of the study's tables is in ``folder``."""
    _instead[study] = folder
    try:
        yield
    finally:
        del _instead[study]


def report_folder(study: str) -> Path:
    """Where the study's report, executed notebooks, CSV tables and figures are."""
    return root() / "reports" / check_name(study)


def during_run() -> bool:
    """Does this process run a notebook of ``study run``? Nobody else reads its tables before it has succeeded."""
    permit = stages.current()
    return permit is not None and bool(permit.tables)
