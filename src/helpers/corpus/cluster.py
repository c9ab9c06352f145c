"""Buckets on the workers of a Dask cluster: the same function, the same program, the same bytes as here."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from threading import Lock
from typing import Any

from helpers.corpus.settings import Settings
from helpers.corpus.work import Done, Task, make_bucket
from helpers.errors import StudyError

_WAIT = 10  # seconds for an answer from a scheduler
_AHEAD = 3  # buckets a thread of a cluster that are submitted at a time
_COMPUTE = ("kiwipiepy", "kiwipiepy-model", "numpy", "pandas", "pyarrow")
_ALONE = Lock()


def on_cluster(tasks: Sequence[Task], settings: Settings, address: str) -> Iterator[Done]:
    """Do each task on the workers of a cluster and give what became of it, as they end.

    address   of the scheduler, as in 'tcp://HOST:PORT'; workers must see the project's folder under the same path
    raises    StudyError where there is no cluster, no worker, or one that runs another program
    """
    distributed = _distributed()
    try:
        client = distributed.Client(address, timeout=_WAIT)
    except (OSError, ValueError, TimeoutError) as error:
        raise StudyError(
            f"There is no Dask cluster at {address}: {error}.", "Start one, or leave --engine out."
        ) from error
    try:
        _same_program(client)
        yield from _submitted(client, tasks, settings)
    except (distributed.KilledWorker, distributed.comm.CommClosedError, CancelledError) as error:
        raise StudyError(
            f"The Dask cluster at {address} gave a bucket up: {error}.".replace("\n", " "),
            "See what its workers say (memory, the shared folder) and run again: what was done stays done.",
        ) from error
    finally:
        with suppress(Exception):
            client.close()


def _submitted(client: Any, tasks: Sequence[Task], settings: Settings) -> Iterator[Done]:
    """A few tasks a thread at the scheduler at a time: it need not hold the corpus' whole list of articles."""
    from distributed import as_completed

    waiting = iter(tasks)
    at_once = _AHEAD * sum(client.nthreads().values())

    def submit(some: Iterator[Task]) -> list[Any]:
        return [client.submit(one_at_a_time, task, settings, pure=False) for task in some]

    running = as_completed(submit(islice(waiting, at_once)))
    for future in running:
        done: Done = future.result()
        running.update(submit(islice(waiting, 1)))
        yield done


def one_at_a_time(task: Task, settings: Settings) -> Done:
    """A bucket on a worker: of its threads one at a time, since they share one analyzer."""
    with _ALONE:
        return make_bucket(task, settings)


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise StudyError(
            "Dask is not installed here.", "Install it in the project's folder: .venv/bin/pip install '.[cluster]'"
        ) from error
    return distributed


def program() -> dict[str, str]:
    """What decides on the bytes of a bucket: Python, the packages that compute and write it, and this project."""
    import helpers

    folder = Path(helpers.__file__).parent
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".yml")):
        digest.update(f"{file.relative_to(folder).as_posix()}\0".encode() + file.read_bytes())
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"Python": python} | {name: version(name) for name in _COMPUTE} | {"helpers": digest.hexdigest()[:12]}


def _same_program(client: Any) -> None:
    """StudyError if there is no worker, or one that runs another program: its files would differ."""
    here = program()
    try:
        found = client.run(program)
    except Exception as error:
        raise StudyError(
            f"A worker cannot run this project: {type(error).__name__}: {error}.",
            "Install the project and requirements.lock on every worker.",
        ) from error
    if not found:
        raise StudyError("The Dask cluster has no worker.", "Start one: dask worker HOST:PORT --nthreads 1")
    for worker, there in sorted(found.items()):
        for name in here:
            if there.get(name) != here[name]:
                raise StudyError(
                    f"The worker {worker} has {name} {there.get(name)}, here is {here[name]}.",
                    "Install the same project and requirements.lock on every worker.",
                )
