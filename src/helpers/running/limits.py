"""How long a run and each of its cells may take."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """How long a cell may take (seconds), and when the whole run must have ended (of time.monotonic)."""

    cell: float | None = None
    run: float | None = None
    deadline: float = math.inf

    @classmethod
    def of(cls, *, cell: float | None, run: float | None) -> Limits:
        """From now on."""
        return cls(cell, run, math.inf if run is None else time.monotonic() + run)

    def left(self, _: object = None) -> float | None:
        """Seconds that a cell which begins now may take; None: as long as it likes."""
        left = min(self.cell or math.inf, max(self.deadline - time.monotonic(), 0.01))
        return None if left == math.inf else left

    def exceeded(self) -> str:
        """Which limit it was, in words."""
        if time.monotonic() >= self.deadline:
            return f"the run took longer than {self.run:g} s"
        return f"a cell took longer than {self.cell:g} s"


NO_LIMITS = Limits()
