"""Check what the machine allows a process before the work begins: libraries that lack memory or files die silently."""

from __future__ import annotations

import sys

from helpers.errors import StudyError

FEWEST_FILES = 64
LEAST_MEMORY = 1_000_000_000


def check_allowances() -> None:
    """Raise the number of open files as far as it may be; StudyError if too few remain, or too little memory."""
    if sys.platform == "win32":
        return
    import resource

    files, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 1024 if most == resource.RLIM_INFINITY else min(1024, most)
    if 0 <= files < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
        files = wanted
    if 0 <= files < FEWEST_FILES:
        raise StudyError(
            f"This process may open {files} files only.", "Raise the limit of open files (ulimit -n 1024)."
        )
    memory = resource.getrlimit(resource.RLIMIT_AS)[0]
    if 0 <= memory < LEAST_MEMORY:
        raise StudyError(
            f"This process may have {memory / 1e6:,.0f} MB of memory only.",
            "Raise the limit (ulimit -v unlimited).",
        )
