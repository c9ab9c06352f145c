"""The processes that tests start: the command for a module, and whether one has ended."""

from __future__ import annotations

import sys

import psutil


def running_module(name: str) -> list[str]:
    """The command that runs a module as ``python -m`` does, without seconds of compiling a grammar: helpers.running.compat."""
    code = "import runpy, sys; sys.modules['rfc3987_syntax'] = None; runpy.run_module({!r}, run_name='__main__', alter_sys=True)"
    return [sys.executable, "-c", code.format(name)]


def has_ended(pid: int) -> bool:
    """Nothing of it runs any more; one that nobody has awaited still has its number, and does nothing."""
    try:
        return bool(psutil.Process(pid).status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return True
