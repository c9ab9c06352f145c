"""Who does the buckets: processes of this machine, or the workers of a Dask cluster. The same function either way."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from helpers.corpus.settings import Settings
from helpers.corpus.work import Done, Task, make_bucket
from helpers.errors import StudyError

HERE = "here"
_WORTH_A_PROCESS = 50  # articles; a process takes seconds to start
_PER_PROCESS = 700_000_000  # bytes that an analyzer and a bucket need


def run_tasks(tasks: Sequence[Task], settings: Settings, *, engine: str = HERE, at_once: int = 1) -> Iterator[Done]:
    """Do each task and give what became of it, as they end.

    engine   'here', or 'dask://HOST:PORT' (also 'tcp://HOST:PORT'): workers must see the project's folder
    at_once  processes of 'here'; 1: this one
    """
    if engine != HERE:
        from helpers.corpus.cluster import on_cluster

        yield from on_cluster(tasks, settings, engine.replace("dask://", "tcp://", 1))
        return
    if at_once <= 1:
        yield from (make_bucket(task, settings) for task in tasks)
        return
    yield from _in_processes(tasks, settings, at_once)


def processes(tasks: Sequence[Task], jobs: int | None = None) -> int:
    """How many processes of this machine are to do the tasks: ``jobs``, or as many as it has room for."""
    articles = sum(len(task.entries) for task in tasks)
    return min(jobs or min(_room(), 1 + articles // _WORTH_A_PROCESS), len(tasks))


def _room() -> int:
    """As many processes as there are processors and memory for."""
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
