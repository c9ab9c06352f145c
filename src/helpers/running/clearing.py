"""``make clean``: remove what runs made, as they made it. What a person made or changed stays, and is named."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from helpers import store
from helpers.errors import StudyError
from helpers.running import aside, results


def clear() -> list[str]:
    """Remove the results of every study, and return the paths of what is not the program's and was kept."""
    kept: list[str] = []
    names = {path.name for place in ("data/processed", "reports") for path in (store.root() / place).glob("*/")}
    for name in sorted(name for name in names if not name.startswith(".")):
        kept += _clear(name)
    store.remove(store.root() / "reports" / "index.html")
    store.remove(store.root() / "reports" / ".lock")
    return kept


def _clear(study: str) -> list[str]:
    from filelock import FileLock, Timeout

    processed, report = store.processed_folder(study), store.report_folder(study)
    if processed.is_dir():
        try:
            with FileLock(processed / ".lock", timeout=0):
                _remove_ours(study, processed)
        except Timeout as error:
            raise StudyError(f"The study {study!r} is being run.", "Wait until it has ended.") from error
        store.remove(processed / ".lock")
    for folder in (processed, report):
        _remove_empty(folder)
    left = (path for folder in (processed, report) if folder.is_dir() for path in sorted(folder.rglob("*")))
    return [store.relative(path) for path in left if path.is_file() and path.name != results.FILE]


def _remove_ours(study: str, processed: Path) -> None:
    for path in map(store.root().joinpath, store.written(study)):
        if store.is_ours(study, path) and path.name != results.FILE:  # git may keep it
            store.remove(path)
    for name in (aside.RUN, aside.FOLDER):  # the run's own workshop, which nobody else is to use, and that of a check
        shutil.rmtree(processed / name, ignore_errors=True)
    for name in ("timings.json", ".written.json"):
        store.remove(processed / name)


def _remove_empty(folder: Path) -> None:
    if folder.is_symlink() or not folder.is_dir():
        return
    for path in sorted((path for path in folder.rglob("*") if path.is_dir() and not path.is_symlink()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()
    if not any(folder.iterdir()):
        folder.rmdir()


if __name__ == "__main__":
    for place in clear():
        print(f"kept, since no run wrote it so: {place}", file=sys.stderr)
