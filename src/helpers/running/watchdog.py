"""End a kernel that neither works nor answers: a run would wait for ever for one that hangs on a disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

SECONDS = 300.0
LOOK_SECONDS = 1.0
WORK = 0.05  # seconds of processor time that count as work


@dataclass
class Watchdog:
    """Watches one kernel while a notebook runs in it.

    pid      of the kernel's process
    answers  does the kernel answer now (its heartbeat)
    end      ends the kernel
    seconds  how long it may do neither
    """

    pid: int
    answers: Callable[[], bool]
    end: Callable[[], None]
    seconds: float = SECONDS
    bit: bool = False
    _over: threading.Event = field(default_factory=threading.Event)

    @contextmanager
    def watching(self) -> Iterator[Watchdog]:
        """Watch the kernel during the block; afterwards ``bit`` says whether it was ended."""
        thread = threading.Thread(target=self._watch, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._over.set()

    def _watch(self) -> None:
        latest, worked = time.monotonic(), self._work()
        while not self._over.wait(min(LOOK_SECONDS, self.seconds / 4)):
            now = self._work()
            if self.answers() or now - worked > WORK:
                latest, worked = time.monotonic(), now
            elif time.monotonic() - latest > self.seconds:
                self.bit = True
                self.end()
                return

    def _work(self) -> float:
        """Processor seconds of the kernel and of what it started."""
        import psutil

        total = 0.0
        with suppress(psutil.Error):
            process = psutil.Process(self.pid)
            for each in (process, *process.children(recursive=True)):
                with suppress(psutil.Error):
                    used = each.cpu_times()
                    total += used.user + used.system
        return total
