"""A copy of what a study's runs have made: a run that only checks works on it and leaves the study's own alone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers import store
from helpers.running.state import State

FOLDER = ".check"
RUN = ".run"


@contextmanager
def copied(study: str, *, wanted: bool = True) -> Iterator[Path]:
    """A copy of the study's folder in data/processed/, removed at the end; the folder itself if none is wanted.

    Within ``store.instead(study, copy)`` a run takes it for the study's own.
    """
    own = store.processed_folder(study)
    if not wanted:
        yield own
        return
    copy = own / FOLDER
    remove_left(study)
    try:
        for path in sorted(own.rglob("*")):
            if path.is_file() and path.name != ".lock" and not path.is_relative_to(copy):
                _copy(path, copy / path.relative_to(own), linked=not path.is_relative_to(own / RUN))
        _move_state(copy / RUN / "state.json", own, copy)
        yield copy
    finally:
        remove_left(study)


def remove_left(study: str) -> None:
    """Remove the copy of a check; one that was killed has left it."""
    shutil.rmtree(store.processed_folder(study) / FOLDER, ignore_errors=True)


def _copy(path: Path, place: Path, *, linked: bool) -> None:
    """A copy. The tables of a corpus can be large, and the store writes none in place: these are linked if possible."""
    place.parent.mkdir(parents=True, exist_ok=True)
    if linked and path.suffix == ".parquet":
        try:
            os.link(path, place)
            return
        except OSError:  # another file system, or one without links
            pass
    shutil.copy2(path, place)


def _move_state(file: Path, own: Path, copy: Path) -> None:
    """The notes of what a run made name it by its path: they are to be of the copy."""
    state = State.read(file)
    if state.notes:
        state.move(f"{store.relative(own)}/", f"{store.relative(copy)}/")
        state.write()
