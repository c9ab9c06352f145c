"""How long a run and each of its cells may take."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass

from helpers.running.options import Options
from helpers.running.watchdog import SECONDS as WATCHDOG_SECONDS


@dataclass(frozen=True)
class Limits:
    """How long a cell may take (seconds), and when the whole run must have ended (of time.monotonic).

    watchdog  seconds after which a kernel that neither works nor answers is ended
    """

    cell: float | None = None
    run: float | None = None
    deadline: float = math.inf
    watchdog: float = WATCHDOG_SECONDS

    @classmethod
    def of(cls, options: Options) -> Limits:
        """From now on; no ``watchdog``: its default."""
        deadline = math.inf if options.timeout is None else time.monotonic() + options.timeout
        return cls(options.cell_timeout, options.timeout, deadline, options.watchdog or WATCHDOG_SECONDS)

    def left_of_run(self) -> float:
        """Seconds until the run must have ended; 0 if it should have, inf if it may take as long as it likes."""
        return max(self.deadline - time.monotonic(), 0.0)

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
