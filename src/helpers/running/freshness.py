"""What is out of date, decided by doit from contents: inputs, parameters, the code that computes, the lock."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers import store
from helpers.errors import StudyError


@dataclass(frozen=True)
class Task:
    """One thing to make. It is fresh if ``targets`` exist and neither ``files`` nor ``settings`` changed since."""

    name: str
    make: Callable[[], None]
    files: Sequence[Path]
    targets: Sequence[Path]
    settings: dict[str, Any] = field(default_factory=dict)


def make_stale(tasks: Iterable[Task], *, database: Path, forced: Iterable[str] = ()) -> tuple[str, ...]:
    """Make each task that is out of date, in order, and return the names of those that were made.

    The first that fails ends the run with its own exception. Each that was made is noted at once, so that the next run
    takes up where this one stopped, however it was stopped. ``forced`` names tasks to make in any case.
    """
    made: list[str] = []
    for task in tasks:
        if task.name in forced or not is_fresh(task, database):
            with _known(database) as known:
                known.remove_success(_as_doit(task))  # a run that is killed leaves no note of what it half replaced
            task.make()
            _check_made(task)
            with _known(database) as known:
                known.save_success(_as_doit(task))
            made.append(task.name)
    return tuple(made)


def _check_made(task: Task) -> None:
    missing = [store.relative(path) for path in task.targets if not path.is_file()]
    if missing:
        raise StudyError(
            f"{task.name} came to its end without having made {', '.join(missing)}.",
            "See that its notebook writes that and leaves it there.",
        )


def reasons(tasks: Iterable[Task], *, database: Path) -> dict[str, list[str]]:
    """What is out of date now, and because of what: task name -> reasons in words. Makes nothing.

    A task that only waits for another's new result is not named: whether it has to run is known when that one has.
    """
    if not database.is_file():
        return {task.name: ["it has never been run"] for task in tasks}
    found: dict[str, list[str]] = {}
    with _known(database) as known:
        for task in tasks:
            status = known.get_status(_as_doit(task), {}, get_log=True)
            if status.status != "up-to-date":
                found[task.name] = _in_words(task, status.reasons or {}, known)
    return found


@contextmanager
def _known(database: Path) -> Iterator[Any]:
    """What doit noted of earlier runs; what is noted in the block is stored with its end."""
    import sqlite3

    from doit.dependency import DatabaseException, Dependency, JSONCodec, MD5Checker, SqliteDB

    store.make_folder(database.parent)
    try:
        known = Dependency(SqliteDB, str(database), MD5Checker, JSONCodec)
        yield known
        known.close()
    except (sqlite3.Error, DatabaseException) as error:
        raise StudyError(
            f"{store.relative(database)} could not be read or written: {str(error).splitlines()[-1]}.",
            "Check that the disk is not full. If the file is damaged, remove it: the next run makes everything anew.",
        ) from error


def is_fresh(task: Task, database: Path) -> bool:
    """Is it as it would be made now, from the inputs that there are now."""
    with _known(database) as known:
        return bool(known.get_status(_as_doit(task), {}).status == "up-to-date")


def _in_words(task: Task, told: dict[str, Any], known: Any) -> list[str]:
    """doit's reasons as a person would say them."""
    said = [
        f"{Path(name).name} is not there"
        for name in [*told.get("missing_target", []), *told.get("missing_file_dep", [])]
    ]
    said += [f"{Path(name).name} changed" for name in told.get("changed_file_dep", [])]
    before = known.get_values(task.name).get("settings")
    if told.get("uptodate_false"):
        now = {name: str(value) for name, value in task.settings.items()}
        if not before:
            said.append("it has not been run to its end")
        said += [f"{name} changed" for name in now if before and before.get(name) != now[name]]
    return said or ["what it depends on changed"]


def _as_doit(task: Task) -> Any:
    from doit.task import Task as DoitTask

    settings = {name: str(value) for name, value in task.settings.items()}
    known = DoitTask(
        task.name,
        actions=None,
        file_dep=[str(path) for path in task.files],
        targets=[str(path) for path in task.targets],
        uptodate=[lambda task, values: values.get("settings") == settings],  # doit goes by these names
    )
    known.values = {"settings": settings}
    return known


def digest(paths: Iterable[Path]) -> str:
    """One hash of the contents of the files; a file that is not there counts as such."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0")
        with suppress(FileNotFoundError):
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
