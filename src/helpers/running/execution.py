"""Run one notebook through papermill: an executed copy that can be compared, or an error that says where it stopped."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from helpers.errors import StudyError
from helpers.running import compat
from helpers.running.kernel import Kernel
from helpers.running.kernels import KernelsClosed
from helpers.running.limits import NO_LIMITS, Limits
from helpers.running.notebooks import read_notebook
from helpers.stages import Stage

if TYPE_CHECKING:
    import nbformat

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
STARTING_SECONDS = 45  # that a kernel may neither work nor answer while it starts
LAST_LINES = 5


class StageFailed(StudyError):
    """A notebook did not run to its end; ``executed`` is what ran of it."""

    def __init__(self, cause: str, remedy: str, executed: nbformat.NotebookNode | None = None) -> None:
        super().__init__(cause, remedy)
        self.executed = executed


def execute(
    stage: Stage,
    *,
    kernel: Kernel,
    parameters: Mapping[str, Any],
    environment: Mapping[str, str],
    on_cell: Callable[[int, int], None] | None = None,
    limits: Limits = NO_LIMITS,
) -> nbformat.NotebookNode:
    """The stage's notebook, executed in ``kernel`` with ``parameters`` (those that it takes) injected.

    Raises StageFailed unless every code cell ran to its end: a dead kernel, a cell that took too long and a notebook
    that exits are failures like an exception. KernelsClosed if the kernel was ended from outside.
    """
    import copy

    compat.skip_address_grammar()
    from nbclient.exceptions import CellTimeoutError, DeadKernelError
    from papermill.engines import papermill_engines
    from papermill.exceptions import PapermillExecutionError
    from papermill.execute import execute_notebook

    from helpers.running import engine

    for library in ("papermill", "asyncio"):  # what they log of a failure is told by the error
        logging.getLogger(library).setLevel(logging.CRITICAL)
    papermill_engines.register(engine.NAME, engine.WarmEngine)
    kernel.executed = None
    try:
        kernel.run(kernel.prepare, environment, limits.left_of_run, watchdog=min(limits.watchdog, STARTING_SECONDS))
        executed = kernel.run(
            execute_notebook,
            copy.deepcopy(read_notebook(stage.notebook)),
            None,
            parameters=dict(parameters),
            engine_name=engine.NAME,
            kernel_name="python3",
            language="python",
            progress_bar=False,
            request_save_on_cell_execute=False,
            watchdog=limits.watchdog,
            kernel=kernel,
            on_cell=on_cell,
            seconds_left=limits.left,
        )
    except StudyError as error:  # told of the kernel, not by the notebook
        if kernel.stopped:
            raise KernelsClosed from error
        if not limits.left_of_run():
            raise _stopped(stage, kernel, limits.exceeded()) from error
        error.add_place(f"notebooks/{stage.name}.ipynb")
        raise
    except PapermillExecutionError as error:
        executed = _meant_to_raise(kernel.executed)
        if executed is None:
            raise _failed(stage, kernel, error.cell_index, error.ename, error.evalue, error.traceback) from error
    except DeadKernelError as error:
        if kernel.stopped:
            raise KernelsClosed from error
        raise _stopped(stage, kernel, kernel.death) from error
    except CellTimeoutError as error:
        lost = "IOPub" in str(error)
        raise _stopped(stage, kernel, "its output got lost" if lost else limits.exceeded()) from error
    _check_complete(stage, kernel, executed)
    return tidy(executed)


def _meant_to_raise(notebook: nbformat.NotebookNode | None) -> nbformat.NotebookNode | None:
    """The notebook, if only cells tagged ``raises-exception`` raised, without what papermill says of it; or None."""
    if notebook is None:
        return None
    cells = [c for c in notebook.cells if not any(tag.startswith("papermill-error") for tag in _tags(c))]
    raised = [c for c in cells if any(output.output_type == "error" for output in c.get("outputs", []))]
    if any("raises-exception" not in _tags(cell) for cell in raised):
        return None
    notebook.cells = cells
    return notebook


def _tags(cell: nbformat.NotebookNode) -> list[str]:
    return list(cell.metadata.get("tags", []))


def _failed(stage: Stage, kernel: Kernel, index: int, ename: str, evalue: str, traceback: list[str]) -> StageFailed:
    """An exception in a cell. A StudyError speaks for itself; any other is shown with its last lines."""
    place = f"notebooks/{stage.name}.ipynb, {_step(kernel.executed, index)}"
    executed = kernel.executed and tidy(kernel.executed)
    if traceback and traceback[0].startswith(StudyError.MARK):
        cause, _, remedy = evalue.partition("\n")
        return StageFailed(f"{cause} ({place})", remedy, executed)
    lines = _COLOUR.sub("", "\n".join(traceback)).strip().splitlines()[-LAST_LINES:]
    quoted = "".join(f"\n    {line}" for line in lines)
    return StageFailed(f"{place} stopped: {ename}: {evalue}{quoted}", _look_at(stage), executed)


def _stopped(stage: Stage, kernel: Kernel, why: str) -> StageFailed:
    place = f"notebooks/{stage.name}.ipynb, {_step(kernel.executed, kernel.cell)}"
    return StageFailed(f"{place} stopped: {why}.", _look_at(stage), kernel.executed and tidy(kernel.executed))


def _look_at(stage: Stage) -> str:
    return (
        f"Open notebooks/{stage.name}.ipynb in JupyterLab (make lab) and run it, or look at {stage.name}.failed.ipynb."
    )


def _waits(cell: nbformat.NotebookNode) -> bool:
    return cell.cell_type == "code" and bool(cell.source.strip()) and cell.execution_count is None


def _check_complete(stage: Stage, kernel: Kernel, executed: nbformat.NotebookNode) -> None:
    if any(_waits(cell) for cell in executed.cells):
        raise _stopped(stage, kernel, "it ended before its last cell")


def _step(notebook: nbformat.NotebookNode | None, index: int) -> str:
    """The nearest heading above the cell, as a reader of the notebook knows the place."""
    cells = notebook.cells[: index + 1] if notebook else []
    headings = [
        m[1] for cell in cells if cell.cell_type == "markdown" for m in re.finditer(r"^#+\s*(.+)", cell.source, re.M)
    ]
    return f"step {headings[-1]!r}, cell {index + 1}" if headings else f"cell {index + 1}"


def tidy(executed: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """The notebook without what differs from run to run: timings, durations, paths and random cell ids."""
    executed.metadata.pop("papermill", None)
    executed.metadata.pop("widgets", None)
    for number, cell in enumerate(executed.cells):
        for name in ("papermill", "execution"):
            cell.metadata.pop(name, None)
        if "injected-parameters" in cell.metadata.get("tags", []):
            cell["id"] = f"injected-{number}"
    return executed
