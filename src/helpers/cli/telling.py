"""How a command ends, and how a fault is told: on stderr, without a traceback."""

from __future__ import annotations

import sys

from helpers.errors import UsageError, as_study_error, printable

DONE, AT_FAULT, MISUSED, INTERRUPTED = 0, 1, 2, 130


def tell(error: Exception) -> None:
    told = as_study_error(error)
    print(printable(f"study: {told.cause}\n  {told.remedy}", keep="\n"), file=sys.stderr)


def status_of(error: Exception) -> int:
    return MISUSED if isinstance(error, UsageError) else AT_FAULT
