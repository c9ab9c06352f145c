"""A kernel's own folder for temporary files, and the end of every process that has to do with it."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

PREFIX = "study-"
# in no folder of a person's: what lies beside it may be removed
LOCK = ".study-kernel.lock"
VARIABLE = "IPYTHONDIR"
GRACE_SECONDS = 1.0
OLD_SECONDS = 60.0


class Scratch:
    """A folder for one kernel. What the kernel starts, and what that starts, names it in its environment.

    Whoever made it holds its lock as long as it lives: so ``sweep`` knows the folders of runs that were killed.
    """

    def __init__(self) -> None:
        from filelock import FileLock

        self.path = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = FileLock(self.path / LOCK, thread_local=False)
        try:
            self._lock.acquire()
        except OSError:
            shutil.rmtree(self.path, ignore_errors=True)
            raise

    @property
    def environment(self) -> dict[str, str]:
        """For the kernel. It keeps a user's IPython start-up files and history out of it, too."""
        return {VARIABLE: str(self.path)}

    def end(self) -> None:
        """End the processes that are left, detached ones too, and remove the folder."""
        _end_processes(self.path)
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def sweep() -> None:
    """Remove the folders of runs that were killed, and end what these left running."""
    from filelock import FileLock

    for lock in Path(tempfile.gettempdir()).glob(f"{PREFIX}*/{LOCK}"):
        with suppress(OSError):  # a lock that is held: its run goes on
            if _is_ours(lock.parent) and time.time() - lock.stat().st_mtime > OLD_SECONDS:
                with FileLock(lock, timeout=0):
                    _end_processes(lock.parent)
                    shutil.rmtree(lock.parent, ignore_errors=True)


def _is_ours(folder: Path) -> bool:
    return not folder.is_symlink() and (os.name != "posix" or folder.stat().st_uid == os.geteuid())


def _end_processes(folder: Path) -> None:
    """Analyzers end with their kernel, and tidy up; what does not is killed."""
    import psutil

    found = [process for process in psutil.process_iter() if _names(process, folder)]
    _, alive = psutil.wait_procs(found, timeout=GRACE_SECONDS)
    for process in alive:
        with suppress(psutil.Error):
            process.kill()
    psutil.wait_procs(alive, timeout=GRACE_SECONDS)


def _names(process: object, folder: Path) -> bool:
    import psutil

    assert isinstance(process, psutil.Process)
    with suppress(psutil.Error, OSError):
        return process.environ().get(VARIABLE) == str(folder)
    return False
