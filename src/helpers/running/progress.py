"""What a person sees of a run while it goes on: one bar on stderr, with the study, the stage and the cell."""

from __future__ import annotations

import sys
from typing import Any

from helpers.stages import STAGES
from helpers.telling import note

STEPS = (*(stage.name for stage in STAGES), "report")


class Progress:
    """A bar over the steps of one study; where stderr is no terminal, a line a step. Without a study, silence."""

    def __init__(self, study: str = "") -> None:
        self._study = study
        self._bar: Any = None
        self._step = ""

    @property
    def is_silent(self) -> bool:
        """Is nothing to be shown?"""
        return not self._study

    def stage(self, name: str) -> None:
        """A step begins."""
        self._step = name
        if not self._study:
            return
        if not sys.stderr.isatty():
            print(f"{self._study}: {note(name)}", file=sys.stderr, flush=True)
            return
        if self._bar is None:
            from tqdm import tqdm

            self._bar = tqdm(total=len(STEPS), desc=self._study, unit=note("step"), leave=False, file=sys.stderr)
        self._bar.n = STEPS.index(name)
        self._bar.set_postfix_str(note(name))

    def cell(self, index: int, count: int) -> None:
        """A cell of the current step begins."""
        if self._bar is not None:
            self._bar.set_postfix_str(note(f"{self._step}, cell {index + 1} of {count}"))

    def close(self) -> None:
        """Take the bar off the screen."""
        if self._bar is not None:
            self._bar.close()
            self._bar = None
