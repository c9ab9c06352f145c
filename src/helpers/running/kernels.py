"""The kernels of a run: each notebook is lent one of its kind."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from queue import LifoQueue

from helpers.running.kernel import Kernel
from helpers.running.scratch import sweep


class KernelsClosed(BaseException):
    """The run is being ended: no notebook is to be started any more."""


class Kernels:
    """Lends each notebook a kernel of its kind, and keeps it for the next.

    cwd       the folder that notebooks find themselves in
    isolated  each notebook gets a new kernel, which ends with it
    each      how many kernels of a kind there may be; whoever asks for one more waits until one is returned

    Studies in several threads may share it. Use it as a context manager: all of its processes end with the block.
    """

    def __init__(self, cwd: Path, *, isolated: bool = False, each: int = 1) -> None:
        self.isolated = isolated
        self._cwd = cwd
        self._each = each
        self._places: dict[str, LifoQueue[Kernel | None]] = {}
        self._all: list[Kernel] = []
        self._lock = threading.Lock()
        self._closed = False

    def __enter__(self) -> Kernels:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def start(self, kind: str, *, ahead: str) -> None:
        """Start a kernel that will be asked for soon, unless there is one; it runs ``ahead`` while it waits."""
        if not self._closed and kind not in self._places:
            with self._taken(kind, ahead, keep=True):
                pass

    def lend(self, kind: str, *, ahead: str) -> AbstractContextManager[Kernel]:
        """A kernel for one notebook. If that fails the kernel ends: nothing of its state can be relied on."""
        return self._taken(kind, ahead, keep=not self.isolated)

    def close(self) -> None:
        """End every kernel, whatever it is doing, and start no other."""
        with self._lock:
            self._closed = True
        for kernel in self._all:
            kernel.stop()
        sweep()

    @contextmanager
    def _taken(self, kind: str, ahead: str, *, keep: bool) -> Iterator[Kernel]:
        """A kernel from a place of its kind, once one is free; it goes back there or, if it cannot be kept, ends."""
        places = self._places_of(kind)
        kernel, kept = places.get(), None
        try:
            if self._closed:
                raise KernelsClosed
            if kernel is not None and not kernel.alive:
                kernel.stop()
            if kernel is None or kernel.stopped:
                kernel = self._new(ahead)
            yield kernel
            kept = kernel if keep else None
        finally:
            if kernel is not None and kept is None:
                kernel.stop()
            places.put(kept)

    def _places_of(self, kind: str) -> LifoQueue[Kernel | None]:
        """The places for kernels of a kind; None where none has been started. The last one returned comes first."""
        with self._lock:
            if kind not in self._places:
                self._places[kind] = LifoQueue()
                for _ in range(self._each):
                    self._places[kind].put(None)
            return self._places[kind]

    def _new(self, ahead: str) -> Kernel:
        kernel = Kernel(self._cwd, ahead=ahead)
        with self._lock:
            self._all = [known for known in self._all if not known.stopped] + [kernel]
            closed = self._closed
        if closed:
            kernel.stop()
            raise KernelsClosed
        return kernel
