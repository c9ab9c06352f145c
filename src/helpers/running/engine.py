"""papermill's engine for a kernel that is running already."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager

from helpers.running.kernel import STARTUP_SECONDS, Kernel

NAME = "warm"


class _Client(PapermillNotebookClient):
    """A client of a kernel that others started and will end, by the connection that it has already.

    It leaves the process's signal handlers alone, too.
    """

    @contextmanager
    def setup_kernel(self, **_: Any) -> Iterator[None]:
        yield


class WarmEngine(Engine):
    """Runs a notebook in ``kernel``, which lives on; registered with papermill under ``NAME``."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        *,
        kernel: Kernel,
        on_cell: Callable[[int, int], None] | None = None,
        seconds_left: Callable[[Any], float | None] | None = None,
        **_: Any,
    ) -> Any:
        """The executed notebook. ``on_cell(index, count)`` is told as each cell begins; ``seconds_left`` says how long
        it may take.

        What has run so far is ``kernel.executed`` from the start on, so that a failed run can be looked at.
        """
        kernel.executed = nb_man.nb
        client = _Client(
            nb_man,
            km=kernel.manager,
            kernel_name=kernel_name,
            timeout_func=seconds_left,
            startup_timeout=STARTUP_SECONDS,
            log=logging.getLogger("papermill"),
        )
        client.kc = kernel.client
        if on_cell:
            client.on_cell_start = lambda cell, cell_index: on_cell(cell_index, len(nb_man.nb.cells))
        return client.execute()
