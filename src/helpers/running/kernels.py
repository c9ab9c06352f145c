"""The kernels of a run: each notebook is lent one of its kind."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.running.kernel import Kernel
from helpers.running.scratch import sweep


class KernelsClosed(BaseException):
    """The run is being ended: no notebook is to be started any more."""


class Kernels:
    """Lends each notebook a kernel of its kind, and keeps it for the next.

    cwd       the folder that notebooks find themselves in
    isolated  each notebook gets a new kernel, which ends with it
    each      how many kernels of a kind there may be; who asks for one more waits for one to come back

    Studies in several threads may share it. Use it as a context manager: all of its processes end with the block.
    """

    def __init__(self, cwd: Path, *, isolated: bool = False, each: int = 1) -> None:
        self.isolated = isolated
        self._cwd = cwd
        self._each = each
        self._free: dict[str, list[Kernel]] = {}
        self._started: Counter[str] = Counter()
        self._all: list[Kernel] = []
        self._change = threading.Condition()
        self._closed = False

    def __enter__(self) -> Kernels:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, kind: str, *, ahead: str) -> None:
        """Start a kernel that will be asked for soon, unless there is one; it runs ``ahead`` while it waits."""
        with self._change:
            if self._closed or self._started[kind]:
                return
            self._started[kind] += 1
        self._give_back(kind, self._new(kind, ahead))

    @contextmanager
    def lend(self, kind: str, *, ahead: str) -> Iterator[Kernel]:
        """A kernel for one notebook. If that fails the kernel ends: nothing of its state can be relied on."""
        kernel = self._take(kind) or self._new(kind, ahead)
        try:
            yield kernel
        except BaseException:
            self._end(kind, kernel)
            raise
        if self.isolated:
            self._end(kind, kernel)
        else:
            self._give_back(kind, kernel)

    def close(self) -> None:
        """End every kernel, whatever it is doing, and start no other."""
        with self._change:
            self._closed = True
            kernels, self._all = self._all, []
            self._change.notify_all()
        for kernel in kernels:
            kernel.stop()
        sweep()

    def _take(self, kind: str) -> Kernel | None:
        """A free kernel, or None if there is room for a new one."""
        with self._change:
            while not self._closed:
                free = self._free.setdefault(kind, [])
                if free and free[-1].alive:
                    return free.pop()
                if free:
                    self._end(kind, free.pop())
                if self._started[kind] < self._each:
                    self._started[kind] += 1
                    return None
                self._change.wait()
        raise KernelsClosed

    def _new(self, kind: str, ahead: str) -> Kernel:
        try:
            kernel = Kernel(self._cwd, ahead=ahead)
        except BaseException:
            with self._change:
                self._started[kind] -= 1
                self._change.notify_all()
            raise
        with self._change:
            self._all.append(kernel)
            closed = self._closed
        if closed:
            self._end(kind, kernel)
            raise KernelsClosed
        return kernel

    def _give_back(self, kind: str, kernel: Kernel) -> None:
        with self._change:
            self._free.setdefault(kind, []).append(kernel)
            self._change.notify_all()

    def _end(self, kind: str, kernel: Kernel) -> None:
        if not kernel.stopped:
            kernel.stop()
        with self._change:
            self._started[kind] -= 1
            if kernel in self._all:
                self._all.remove(kernel)
            self._change.notify_all()
