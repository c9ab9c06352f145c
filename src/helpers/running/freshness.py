"""What is out of date, decided by doit from contents: inputs, parameters, the code that computes, the lock."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


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

    The first that fails ends the run with its own exception; what was made before it stays made, so that the next run
    takes up where this one stopped. ``forced`` names tasks to make in any case.
    """
    from doit.cmd_base import TaskLoader2
    from doit.doit_cmd import DoitMain
    from doit.task import dict_to_task

    made: list[str] = []
    failures: list[BaseException] = []

    class Loader(TaskLoader2):
        def load_doit_config(self) -> dict[str, Any]:
            return {"backend": "sqlite3", "dep_file": str(database), "reporter": _Quiet, "verbosity": 2}

        def load_tasks(self, cmd: Any, pos_args: Any) -> list[Any]:
            return [dict_to_task(_as_doit(task, task.name in set(forced), made, failures)) for task in ordered]

    ordered = list(tasks)
    database.parent.mkdir(parents=True, exist_ok=True)
    status = DoitMain(Loader(), config_filenames=()).run(["run", *(task.name for task in ordered)])
    if failures:
        raise failures[0]
    if status:
        raise RuntimeError(f"doit ended with status {status}")
    return tuple(made)


def reasons(tasks: Iterable[Task], *, database: Path) -> dict[str, list[str]]:
    """What is out of date now, and because of what: task name -> reasons in words. Makes nothing.

    A task that only waits for another's new result is not named: whether it has to run is known when that one has.
    """
    from doit.dependency import Dependency, JSONCodec, MD5Checker, SqliteDB
    from doit.task import dict_to_task

    if not database.is_file():
        return {task.name: ["it has never been run"] for task in tasks}
    known = Dependency(SqliteDB, str(database), MD5Checker, JSONCodec)
    found: dict[str, list[str]] = {}
    for task in tasks:
        status = known.get_status(dict_to_task(_as_doit(task, False, [], [])), {}, get_log=True)
        if status.status != "up-to-date":
            found[task.name] = _in_words(task, status.reasons or {}, known)
    known.backend._conn.close()
    return found


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


def _as_doit(task: Task, forced: bool, made: list[str], failures: list[BaseException]) -> dict[str, Any]:
    settings = {name: str(value) for name, value in task.settings.items()}

    def act() -> dict[str, Any] | bool:
        try:
            task.make()
        except BaseException as error:
            failures.append(error)
            if not isinstance(error, Exception):
                raise
            return False
        made.append(task.name)
        return {"settings": settings}

    def unchanged(task: Any, values: dict[str, Any]) -> bool:
        return values.get("settings") == settings

    return {
        "name": task.name,
        "actions": [act],
        "file_dep": [str(path) for path in task.files],
        "targets": [str(path) for path in task.targets],
        "uptodate": [unchanged, not forced],
    }


class _Quiet:
    """doit's reporter, told nothing: progress and errors are the command's to tell."""

    desc = "quiet"

    def __init__(self, outstream: Any, options: Any) -> None:
        pass

    def __getattr__(self, name: str) -> Callable[..., None]:
        if name.startswith("__") or name == "initialize":
            raise AttributeError(name)
        return lambda *args, **kwargs: None


def digest(paths: Iterable[Path]) -> str:
    """One hash of the contents of the files; a file that is not there counts as such."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode() + b"\0")
        with suppress(FileNotFoundError):
            total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()
