"""Several studies in one run: one scheduler, kernels shared, and a failure in one leaves the others alone."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from helpers.running.options import DEFAULTS, Options
from helpers.running.result import Outcome
from helpers.running.untouched import untouched
from helpers.running.waiting import as_they_end

if TYPE_CHECKING:
    from helpers.running.kernels import Kernels


def run_studies(
    names: Sequence[str],
    parameters: Mapping[str, Any],
    options: Options = DEFAULTS,
    *,
    quiet: bool = False,
) -> Generator[Outcome]:
    """Run each study, several at a time, and give its outcome as it ends.

    names       folders of data/raw/; one named twice runs once
    parameters  for all of them
    options     as for ``run_study``; of ``jobs``: while one study's words are read in one kernel, another's are weighed
                in the next, and a third's report is made
    """
    waiting = []
    for name in dict.fromkeys(names):
        if nothing_to_do := untouched(name, parameters, options):
            yield Outcome(name, nothing_to_do, None)
        else:
            waiting.append(name)
    if waiting:
        yield from _run(waiting, parameters, options, quiet=quiet)


def _run(chosen: Sequence[str], parameters: Mapping[str, Any], options: Options, *, quiet: bool) -> Generator[Outcome]:
    from helpers.running.kernels import Kernels
    from helpers.running.pdf import end_browsers
    from helpers.stages import NOTEBOOKS

    at_once = max(1, min(options.jobs or os.cpu_count() or 1, len(chosen)))
    with Kernels(NOTEBOOKS, isolated=options.isolated, each=(at_once + 1) // 2) as kernels:
        pool = ThreadPoolExecutor(at_once + (at_once > 1))
        try:
            waiting = [pool.submit(_outcome, name, parameters, options, quiet, kernels) for name in chosen]
            yield from as_they_end(waiting)
        finally:  # an interruption, too: without kernels the threads come to their end
            with _undisturbed():
                kernels.close()
                end_browsers()
                pool.shutdown(cancel_futures=True)


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let no second Ctrl-C come between the first and the end of all processes."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _outcome(name: str, parameters: Mapping[str, Any], options: Options, quiet: bool, kernels: Kernels) -> Outcome:
    from helpers.running.progress import Progress
    from helpers.running.run import bring_up_to_date

    progress = Progress("" if quiet else name)
    try:
        result = bring_up_to_date(name, parameters, options, progress=progress, kernels=kernels)
    except Exception as error:  # whatever it is, it is this study's, and the others go on
        return Outcome(name, None, error)
    finally:
        progress.close()
    return Outcome(name, result, None)
