"""One kernel process, started before it is needed and used for one notebook after another."""

from __future__ import annotations

import asyncio
import math
import os
import subprocess
import time
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from helpers.errors import StudyError
from helpers.running import compat
from helpers.running.scratch import Scratch
from helpers.running.waiting import result_of
from helpers.running.watchdog import SECONDS as WATCHDOG_SECONDS
from helpers.running.watchdog import Watchdog
from helpers.surroundings import KERNEL, kernel_environment

if TYPE_CHECKING:
    import nbformat

STARTUP_SECONDS = 120
ALIVE_SECONDS = 0.5
KILL_SECONDS = 5
# a socket's path may have 107 characters, 14 of which come after the folder's
LONGEST_SOCKET = 90
_REMEMBER = "from helpers.running import clean_slate; clean_slate.load({!r}); clean_slate.remember()"
_Result = TypeVar("_Result")


class Kernel:
    """One kernel process that can run one notebook after another, each as if it were the first.

    cwd    the folder that notebooks find themselves in
    ahead  code to run in it before the first notebook, such as imports; the names it makes are gone for the notebook

    The process is started at once and not waited for. One thread of its own talks to it, through one connection that
    stays open. Use it as a context manager: the process ends with the block.
    """

    def __init__(self, cwd: Path, *, ahead: str = "") -> None:
        from jupyter_client.kernelspec import KernelSpec, KernelSpecManager
        from jupyter_client.manager import KernelManager

        class OwnPython(KernelSpecManager):  # whatever kernels a user has installed, notebooks run in this Python
            def get_kernel_spec(self, kernel_name: str) -> KernelSpec:
                return KernelSpec(argv=list(KERNEL), display_name="Python 3", language="python")

        self._scratch = _told(Scratch)
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=self._scratch.path.name)
        self._ready = False
        self.stopped = False
        self.death = "its kernel died (killed, or out of memory)"
        self.executed: nbformat.NotebookNode | None = None
        self.cell = 0
        self.manager = KernelManager(
            kernel_name="python3",
            kernel_spec_manager=OwnPython(),
            connection_file=str(self._scratch.path / "k.json"),
            transport="ipc" if os.name == "posix" and len(str(self._scratch.path)) < LONGEST_SOCKET else "tcp",
            client_class="jupyter_client.asynchronous.AsyncKernelClient",  # nbclient's; a blocking one sees no time-out
        )
        try:
            _told(
                self.manager.start_kernel,
                cwd=str(cwd),
                env=kernel_environment(self._scratch.path) | self._scratch.environment,
                extra_arguments=["--HistoryManager.enabled=False"],
                stdout=subprocess.DEVNULL,  # what notebooks print comes by message
                stderr=subprocess.DEVNULL,
            )
        except BaseException:  # Ctrl-C while it starts: the manager does not know yet of the process that it started
            self._scratch.end()
            raise
        self._latest = time.monotonic() + STARTUP_SECONDS
        self.client: Any = self.manager.client()
        self.client.context.rcvhwm = 0  # nothing that is printed is dropped, however fast it comes
        self.call(self._connect, _REMEMBER.format(ahead))

    def __enter__(self) -> Kernel:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def call(self, function: Callable[..., _Result], *args: Any, **options: Any) -> _Result:
        """Call ``function`` in the thread that talks to the kernel. Ctrl-C ends the waiting."""
        return result_of(self._thread.submit(function, *args, **options))

    def run(self, function: Callable[..., _Result], *args: Any, **options: Any) -> _Result:
        """As ``call``, but a kernel that neither works nor answers for ``watchdog`` seconds is ended."""
        seconds = options.pop("watchdog", WATCHDOG_SECONDS)
        process = compat.kernel_process(self.manager)
        dog = Watchdog(process.pid if process else 0, self.client.hb_channel.is_beating, self._kill, seconds)
        with dog.watching():
            try:
                return self.call(function, *args, **options)
            finally:
                if dog.bit:
                    self.death = f"its kernel neither worked nor answered for {seconds:g} s"

    def stop(self) -> None:
        """End the process; nothing of it is left behind."""
        if self.stopped:
            return
        self.stopped = True
        self._kill()
        self.manager.shutdown_kernel(now=True)
        self._thread.submit(self.client.stop_channels)
        self._thread.shutdown(wait=False)
        self.manager.cleanup_resources()
        self._scratch.end()

    @property
    def alive(self) -> bool:
        return bool(self.manager.is_alive())

    def prepare(self, environment: Mapping[str, str], seconds_left: Callable[[], float] = lambda: math.inf) -> None:
        """Give the next notebook a clean slate, with ``environment`` set in its process; in the kernel's thread.

        seconds_left  until the whole run must have ended; the limit of a cell does not count before the first one
        """
        self._latest = time.monotonic() + min(seconds_left(), STARTUP_SECONDS)
        from jupyter_core.utils import run_sync

        try:
            reply = run_sync(self._restore)(dict(environment))
        except (RuntimeError, TimeoutError) as error:
            raise StudyError(
                f"The Jupyter kernel did not start: {error}.",
                "Run again; if that changes nothing, look at: study check",
            ) from error
        if reply["content"]["status"] != "ok":
            raise StudyError(
                f"The Jupyter kernel could not be prepared: {reply['content'].get('evalue', 'unknown error')}.",
                "Set up again: remove .venv and run make report.",
            )

    def _kill(self) -> None:
        """End the process at once; the manager looks only every 0.1 seconds whether it has ended."""
        process = compat.kernel_process(self.manager)
        if process is not None:
            process.kill()
            with suppress(subprocess.TimeoutExpired):
                process.wait(KILL_SECONDS)

    def _connect(self, code: str) -> None:
        """Queue the first code; the kernel takes it up when it is there."""
        from jupyter_core.utils import ensure_async, run_sync

        async def queue() -> None:
            self.client.start_channels(stdin=False)  # nobody is there to answer input()
            await ensure_async(self.client.execute(code, silent=True, store_history=False))

        run_sync(queue)()

    async def _restore(self, environment: dict[str, str]) -> dict[str, Any]:
        if not self._ready:
            await self.client.wait_for_ready(timeout=self._seconds_left())
            self._ready = True
        code = f"from helpers.running import clean_slate; clean_slate.restore({environment!r})"
        reply = asyncio.ensure_future(
            self.client.execute(code, silent=True, store_history=False, reply=True, timeout=self._seconds_left())
        )
        while not (await asyncio.wait([reply], timeout=ALIVE_SECONDS))[0]:
            if not await self.client.is_alive():
                reply.cancel()
                raise RuntimeError("it died while it was being prepared")
        return dict(await reply)

    def _seconds_left(self) -> float:
        return max(self._latest - time.monotonic(), 0.1)


def _told(start: Callable[..., _Result], **options: Any) -> _Result:
    """``start(**options)``; raises StudyError if the files of the kernel cannot be written."""
    try:
        return start(**options)
    except OSError as error:
        raise StudyError(
            f"A Jupyter kernel could not be started: {error.strerror or error}.",
            "Check that the disk for temporary files is not full, or let TMPDIR name a folder on another one.",
        ) from error
