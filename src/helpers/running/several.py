"""Several studies in one run: kernels shared, and a failure in one leaves the others alone."""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from helpers.errors import StudyError
from helpers.running.kernels import Kernels
from helpers.running.progress import Progress
from helpers.running.run import RunResult, run_study
from helpers.running.stages import NOTEBOOKS

_shared: Kernels | None = None


@dataclass(frozen=True)
class Outcome:
    """How one study ended: its result, or the error that stopped it."""

    study: str
    result: RunResult | None
    error: StudyError | None


def run_studies(
    names: Sequence[str], parameters: Mapping[str, Any], *, jobs: int = 1, quiet: bool = False, **options: Any
) -> Iterator[Outcome]:
    """Run each study, ``jobs`` at a time, and give its outcome as it ends.

    names       folders of data/raw/; one named twice runs once
    parameters  for all of them
    options     as for ``run_study``
    """
    chosen = list(dict.fromkeys(names))
    if jobs <= 1 or len(chosen) < 2:
        with Kernels(NOTEBOOKS, isolated=bool(options.get("isolated"))) as kernels:
            for name in chosen:
                yield _outcome(name, parameters, quiet, options, kernels)
        return
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(jobs, len(chosen)), mp_context=context) as pool:
        waiting = [pool.submit(_in_worker, name, dict(parameters), quiet, options) for name in chosen]
        for done in as_completed(waiting):
            yield done.result()


def _in_worker(name: str, parameters: Mapping[str, Any], quiet: bool, options: Mapping[str, Any]) -> Outcome:
    """In a process of the pool, which keeps its kernel from one study to the next."""
    global _shared
    if _shared is None:
        _shared = Kernels(NOTEBOOKS, isolated=bool(options.get("isolated")))
        atexit.register(_shared.discard)
    return _outcome(name, parameters, quiet, options, _shared)


def _outcome(
    name: str, parameters: Mapping[str, Any], quiet: bool, options: Mapping[str, Any], kernels: Kernels
) -> Outcome:
    progress = Progress("" if quiet else name)
    try:
        result = run_study(name, parameters, progress=progress, kernels=kernels, **options)
    except StudyError as error:
        return Outcome(name, None, error)
    finally:
        progress.close()
    return Outcome(name, result, None)
