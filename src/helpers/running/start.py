"""The door to a run: nothing is loaded for a study in which nothing has changed since the last one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from helpers.running.options import DEFAULTS, Options
from helpers.running.result import RunResult
from helpers.running.untouched import untouched

if TYPE_CHECKING:
    from helpers.running.kernels import Kernels
    from helpers.running.progress import Progress


def run_study(
    name: str,
    parameters: Mapping[str, Any] | None = None,
    options: Options = DEFAULTS,
    *,
    progress: Progress | None = None,
    kernels: Kernels | None = None,
) -> RunResult:
    """Bring the tables and the report of a study or a corpus up to date.

    name        a folder of data/raw/
    parameters  over those of study.yml; checked before anything runs
    kernels     to share with other studies
    returns     RunResult; ``reports/<name>/report.html`` is then whole and fresh

    Raises StudyError (UsageError for ``parameters`` and ``options.start``). Whatever fails, the last good tables and
    report stay as they were, and the next run takes up at the stage that failed.
    """
    from helpers.running.copies import use_edited
    from helpers.running.run import bring_up_to_date

    use_edited()
    if nothing_to_do := untouched(name, parameters, options):
        return nothing_to_do
    return bring_up_to_date(name, parameters, options, progress=progress, kernels=kernels)
