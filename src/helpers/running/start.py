"""The door to a run: nothing is loaded for a study in which nothing has changed since the last one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.running.result import RunResult
from helpers.running.untouched import untouched

if TYPE_CHECKING:
    from helpers.running.kernels import Kernels
    from helpers.running.progress import Progress


def run_study(
    name: str,
    parameters: Mapping[str, Any] | None = None,
    *,
    start: str | None = None,
    isolated: bool = False,
    cell_timeout: float | None = None,
    timeout: float | None = None,
    watchdog: float | None = None,
    pdf: bool = False,
    check: bool = False,
    progress: Progress | None = None,
    kernels: Kernels | None = None,
    engine: str = "here",
    jobs: int | None = None,
) -> RunResult:
    """Bring the study's tables and report up to date.

    name          a folder of data/raw/
    parameters    over those of study.yml; checked before anything runs
    start         the stage (its name or first characters, as in "03") from which on all run, out of date or not
    isolated      a new kernel for each notebook
    cell_timeout  seconds after which a cell is stopped and the run fails
    timeout       seconds after which the run fails, whatever it is doing in a notebook
    watchdog      seconds after which a kernel that neither works nor answers is ended (None: five minutes)
    pdf           print the report to reports/<name>/report.pdf, too
    check         publish nothing, but say in ``changes`` what would change
    kernels       kernels to share with other studies
    engine        of a corpus: 'here', or the address of a Dask scheduler
    jobs          of a corpus: processes that read its articles
    returns       RunResult; ``reports/<name>/report.html`` is then whole and fresh

    Raises StudyError (UsageError for ``parameters`` and ``start``). Whatever fails, the last good tables and report
    stay as they were, and the next run takes up at the stage that failed.
    """
    from helpers.running.run import bring_up_to_date

    if nothing_to_do := untouched(name, parameters, start=start, pdf=pdf, check=check):
        return nothing_to_do
    return bring_up_to_date(
        name,
        parameters,
        start=start,
        isolated=isolated,
        cell_timeout=cell_timeout,
        timeout=timeout,
        watchdog=watchdog,
        pdf=pdf,
        check=check,
        progress=progress,
        kernels=kernels,
        engine=engine,
        jobs=jobs,
    )
