"""papermill's engine for a kernel that is running already."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import takewhile
from typing import Any

from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NotebookExecutionManager

from helpers.running.kernel import STARTUP_SECONDS, Kernel

NAME = "warm"
MOST_PRINTED = 200_000
OUTPUT_SECONDS = 30


class _Client(PapermillNotebookClient):
    """A client of a kernel that others started and will end, by the connection that it has already.

    It leaves the process's signal handlers alone, too. What a cell prints is put together, however many messages it
    came in, and cut after ``MOST_PRINTED`` characters.
    """

    def output(self, outs: list[Any], msg: dict[str, Any], display_id: str | None, cell_index: int) -> Any:
        if msg["msg_type"] != "stream":
            return super().output(outs, msg, display_id, cell_index)
        name, text = msg["content"]["name"], msg["content"]["text"]
        latest = takewhile(lambda out: out["output_type"] == "stream", reversed(outs))
        printed = next((out for out in latest if out["name"] == name), None)
        if printed is None or self.clear_before_next_output:
            self._left_out[name] = 0
            printed = super().output(outs, {**msg, "content": {"name": name, "text": ""}}, display_id, cell_index)
        if printed is not None:
            self._print(printed, text)
        return printed

    @cached_property
    def _left_out(self) -> Counter[str]:
        return Counter()

    def _print(self, printed: Any, text: str) -> None:
        """Add the text to what was printed. Once that is full, only the count of what is left out grows."""
        if not (left_out := self._left_out[printed["name"]]):
            printed["text"] += text
            left_out = len(printed["text"]) - MOST_PRINTED
        else:
            left_out += len(text)
        if left_out > 0:
            self._left_out[printed["name"]] = left_out
            printed["text"] = f"{printed['text'][:MOST_PRINTED]}\n… {left_out:,} more characters left out\n"

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

        What has run so far is ``kernel.executed`` from the start on, up to cell ``kernel.cell``, so that a failed run
        can be looked at.
        """
        kernel.executed, kernel.cell = nb_man.nb, 0

        def on_cell_start(cell: Any, cell_index: int) -> None:
            kernel.cell = cell_index
            if on_cell:
                on_cell(cell_index, len(nb_man.nb.cells))

        client = _Client(
            nb_man,
            km=kernel.manager,
            kernel_name=kernel_name,
            timeout_func=seconds_left,
            startup_timeout=STARTUP_SECONDS,
            iopub_timeout=OUTPUT_SECONDS,  # a machine that is busy may be late with what a cell printed
            log=logging.getLogger("papermill"),
        )
        client.kc = kernel.client
        client.on_cell_start = on_cell_start
        return client.execute()
