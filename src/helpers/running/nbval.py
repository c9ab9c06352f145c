"""nbval with warm kernels: ``pytest -p helpers.running.nbval --nbval-lax notebooks``.

A kernel serves one notebook after another, each on a clean slate (``clean_slate``), so that libraries and analyzers are
loaded once a process and not once a notebook. With ``-n 2 --dist loadfile`` each process has its own.
"""

from __future__ import annotations

from typing import Any, ClassVar

from nbval.kernel import RunningKernel

from helpers.running import compat

SECONDS = 120


class WarmKernel(RunningKernel):  # type: ignore[misc]
    """nbval's kernel, which is kept when a notebook has ended; a dead one is replaced."""

    km: Any
    kc: Any
    kept: ClassVar[WarmKernel | None] = None

    def __init__(self, kernel_name: str, cwd: str | None = None, startup_timeout: int = SECONDS) -> None:
        kept = WarmKernel.kept
        if kept is None or not kept.is_alive():
            super().__init__(kernel_name, cwd=cwd, startup_timeout=startup_timeout)
            self._run("from helpers.running import clean_slate; clean_slate.remember()")
            WarmKernel.kept = self
        else:
            self.km, self.kc = kept.km, kept.kc
        self._run(f"from helpers.running import clean_slate; clean_slate.restore({{}}, folder={cwd!r})")

    def stop(self) -> None:
        """A notebook has ended; the kernel goes on."""

    def end(self) -> None:
        """End the process."""
        super().stop()

    def _run(self, code: str) -> None:
        self.await_reply(self.kc.execute(code, silent=True, store_history=False), timeout=SECONDS)


def pytest_configure(config: Any) -> None:
    """Have nbval use warm kernels."""
    compat.use_kernel_class(WarmKernel)


def pytest_unconfigure(config: Any) -> None:
    """End the kernel of this process."""
    kept, WarmKernel.kept = WarmKernel.kept, None
    if kept is not None:
        kept.end()
