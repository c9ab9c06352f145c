"""The result of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from helpers.running.results import Results


@dataclass(frozen=True)
class RunResult:
    """What a run did and made.

    report   the report's path
    ran      the stages that were out of date and ran (none: all was fresh)
    pdf      the PDF's path, if it was asked for
    changes  of a run that only checks: what it would have changed, a line each
    results  of a run that only checks: the results that it made, if any
    notes    what a person should know of a run that succeeded, a line each
    """

    study: str
    report: Path
    ran: tuple[str, ...]
    pdf: Path | None = None
    changes: tuple[str, ...] = ()
    results: Results | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """How one study of several ended: its result, or the error that stopped it."""

    study: str
    result: RunResult | None
    error: Exception | None
