"""Write down how long each step of a run took, in a file of its own, since no two runs take the same time."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from helpers import store
from helpers.errors import StudyError


@dataclass
class Timing:
    """Seconds of one step, and of each cell of its notebook (Markdown cells take none)."""

    seconds: float = 0.0
    cells: list[float] = field(default_factory=list)
    _began: float = field(default_factory=time.perf_counter)

    def cell(self) -> None:
        """A cell begins, and the one before has ended."""
        self.cells.append(time.perf_counter())

    def end(self) -> None:
        now = time.perf_counter()
        self.seconds = now - self._began
        self.cells = [after - before for before, after in zip(self.cells, [*self.cells[1:], now], strict=False)]


@contextmanager
def timed(timings: dict[str, Timing], name: str) -> Iterator[Timing]:
    """Time the block as the step ``name``; a step that fails is not noted."""
    timing = Timing()
    yield timing
    timing.end()
    timings[name] = timing


def write_timings(path: Path, timings: Mapping[str, Timing]) -> None:
    """Note the steps that ran; those that were fresh keep the time of the run that made them."""
    try:
        known = json.loads(store.read_text(path)) if path.is_file() else {}
    except (ValueError, StudyError):
        known = {}
    known = known if isinstance(known, dict) else {}
    for name, timing in timings.items():
        known[name] = {"seconds": round(timing.seconds, 3), "cells": [round(seconds, 3) for seconds in timing.cells]}
    if timings:
        store.write_text(path, json.dumps(known, indent=1, sort_keys=True) + "\n")
