"""Parameters -> papermill runs -> reports: what is out of date is run, what succeeded is published.

Knows notebooks and files, not linguistics.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from helpers.running.run import RunResult, run_study

__all__ = ["RunResult", "run_study"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from helpers.running import run

        return getattr(run, name)
    raise AttributeError(name)
