"""Who does the buckets: processes of this machine, or the workers of a Dask cluster. The same function either way."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from helpers.corpus.work import Done, Settings, Task, make_bucket
from helpers.errors import StudyError

HERE = "here"
_PER_PROCESS = 700_000_000  # bytes that an analyzer and a bucket need


def run_tasks(
    tasks: Sequence[Task], settings: Settings, *, engine: str = HERE, jobs: int | None = None
) -> Iterator[Done]:
    """Do each task and give what became of it, as they end.

    engine   'here', or 'dask://HOST:PORT' (also 'tcp://HOST:PORT'): workers must see the project's folder
    jobs     processes of 'here'; None: as many as there are processors and memory for
    """
    if engine != HERE:
        yield from _on_cluster(tasks, settings, engine.replace("dask://", "tcp://", 1))
        return
    at_once = min(jobs or _processes(), len(tasks))
    if at_once <= 1:
        yield from (make_bucket(task, settings) for task in tasks)
        return
    yield from _in_processes(tasks, settings, at_once)


def _processes() -> int:
    import psutil

    return max(1, min(os.cpu_count() or 1, psutil.virtual_memory().available // _PER_PROCESS))


def _in_processes(tasks: Sequence[Task], settings: Settings, at_once: int) -> Iterator[Done]:
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(at_once, mp_context=get_context("spawn"))
    try:
        for future in as_completed([pool.submit(make_bucket, task, settings) for task in tasks]):
            yield future.result()
    except BrokenProcessPool as error:
        raise StudyError(
            "A process that was reading articles came to a sudden end; the machine may lack memory.",
            "Run again: what was done stays done. With --jobs 1 it needs the least memory.",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _on_cluster(tasks: Sequence[Task], settings: Settings, address: str) -> Iterator[Done]:
    distributed = _distributed()
    try:
        client = distributed.Client(address, timeout=10)
    except (OSError, ValueError, TimeoutError) as error:
        raise StudyError(
            f"There is no Dask cluster at {address}: {error}.", "Start one, or leave --engine out."
        ) from error
    try:
        _same_versions(client)
        futures = [client.submit(make_bucket, task, settings, pure=False, retries=2) for task in tasks]
        for future in distributed.as_completed(futures):
            yield future.result()
    finally:
        with suppress(Exception):
            client.close()


def _distributed() -> Any:
    try:
        import distributed
    except ImportError as error:
        raise StudyError(
            "Dask is not installed here.", "Install it: pip install 'korean-news-study[cluster]'"
        ) from error
    return distributed


def _same_versions(client: Any) -> None:
    """StudyError if a worker has other versions of what computes the results: its files would differ."""
    from importlib.metadata import version

    def versions() -> dict[str, str]:
        return {name: version(name) for name in ("kiwipiepy", "pandas", "pyarrow")}

    here = versions()
    for worker, there in client.run(versions).items():
        other = [name for name in here if there.get(name) != here[name]]
        if other:
            raise StudyError(
                f"The worker {worker} has {other[0]} {there.get(other[0])}, here is {here[other[0]]}.",
                "Install requirements.lock on every worker.",
            )
