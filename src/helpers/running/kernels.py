"""Kernels that stay warm from one notebook to the next."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from helpers.errors import StudyError

if TYPE_CHECKING:
    import nbformat

STARTUP_SECONDS = 120
# the same hashes in every kernel, no user's start-up files and no history: what runs is the notebook alone
ENVIRONMENT = {"PYTHONHASHSEED": "0", "MPLBACKEND": "module://matplotlib_inline.backend_inline"}


class Kernel:
    """One kernel process that can run one notebook after another, each as if it were the first.

    cwd  the folder that notebooks find themselves in

    Use it as a context manager: the process ends with the block.
    """

    def __init__(self, cwd: Path) -> None:
        from jupyter_client.manager import KernelManager

        self._folder = Path(tempfile.mkdtemp(prefix="study-"))
        self._fresh = True
        self.executed: nbformat.NotebookNode | None = None
        self.manager = KernelManager(
            kernel_name="python3",
            connection_file=str(self._folder / "k.json"),
            transport="ipc" if os.name == "posix" else "tcp",
            client_class="jupyter_client.asynchronous.AsyncKernelClient",  # nbclient's; a blocking one sees no time-out
        )
        try:
            self.manager.start_kernel(
                cwd=str(cwd),
                env=os.environ | ENVIRONMENT | {"IPYTHONDIR": str(self._folder)},
                extra_arguments=["--HistoryManager.enabled=False"],
                stdout=subprocess.DEVNULL,  # what notebooks print comes by message
                stderr=subprocess.DEVNULL,
            )
        except BaseException:  # Ctrl-C while it starts: the manager does not know yet of the process that it started
            self._kill_by_folder()
            raise

    def __enter__(self) -> Kernel:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End the process; nothing of it is left behind."""
        self.manager.shutdown_kernel(now=True)
        self.manager.cleanup_resources()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _kill_by_folder(self) -> None:
        import psutil

        for child in psutil.Process().children():
            if any(str(self._folder) in word for word in child.cmdline()):
                child.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def alive(self) -> bool:
        return bool(self.manager.is_alive())

    def prepare(self, environment: Mapping[str, str]) -> None:
        """Give the next notebook a clean slate, with ``environment`` set in its process."""
        first = "clean_slate.remember(); " if self._fresh else ""
        code = f"from helpers.running import clean_slate; {first}clean_slate.restore({dict(environment)!r})"
        client = self.manager.blocking_client()
        client.start_channels()
        try:
            client.wait_for_ready(timeout=STARTUP_SECONDS)
            reply = client.execute(code, silent=True, store_history=False, reply=True, timeout=STARTUP_SECONDS)
        except (RuntimeError, TimeoutError) as error:
            raise StudyError(f"The Jupyter kernel did not start: {error}.", "Check with: study check") from error
        finally:
            client.stop_channels()
        if reply["content"]["status"] != "ok":
            raise StudyError(
                f"The Jupyter kernel could not be prepared: {reply['content'].get('evalue', 'unknown error')}.",
                "Set up again: remove .venv and run make report.",
            )
        self._fresh = False


class Kernels:
    """Gives each notebook a kernel: the same warm one as long as it lives, or, ``isolated``, a new one each time.

    Use it as a context manager: all of its processes end with the block.
    """

    def __init__(self, cwd: Path, *, isolated: bool = False) -> None:
        self._cwd = cwd
        self._isolated = isolated
        self._kernel: Kernel | None = None

    def __enter__(self) -> Kernels:
        return self

    def __exit__(self, *_: object) -> None:
        self.discard()

    def next(self) -> Kernel:
        """A kernel for the next notebook, started if need be."""
        if self._isolated or (self._kernel and not self._kernel.alive):
            self.discard()
        if self._kernel is None:
            self._kernel = Kernel(self._cwd)
        return self._kernel

    def discard(self) -> None:
        """End the kernel there is: after a failure nothing of its state can be relied on."""
        kernel, self._kernel = self._kernel, None
        if kernel is not None:
            kernel.stop()
