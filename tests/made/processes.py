"""Whether a process that a test had started has ended."""

from __future__ import annotations

import psutil


def has_ended(pid: int) -> bool:
    """Nothing of it runs any more; one that nobody has awaited still has its number, and does nothing."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
