"""How a command ends, and how a fault is told: on stderr, without a traceback."""

from __future__ import annotations

import sys
from pathlib import Path

from helpers.errors import StudyError, UsageError, printable

DONE, AT_FAULT, MISUSED, INTERRUPTED = 0, 1, 2, 130


def tell(error: Exception) -> None:
    from helpers.telling import in_words  # nothing that a run without a fault has to load

    told = in_words(error)
    print(printable(f"study: {told.cause}\n  {told.remedy}", keep="\n"), file=sys.stderr)


def fault_of(file: str, error: str) -> str:
    """The cause and remedy of a file that could not be read, with its path once where the cause names it as well."""
    from helpers.telling import in_words

    cause, remedy = error.split("\n", 1)
    named = next((name for name in (file, Path(file).name) if cause.startswith(name)), None)
    told = in_words(StudyError(cause if named is None else file + cause[len(named) :], remedy))
    return f"{f'{file}: ' if named is None else ''}{told.cause}\n  {told.remedy}"


def remark(text: str) -> None:
    """A note on stderr, in the language that is spoken here."""
    from helpers.telling import note

    print(note(text), file=sys.stderr)


def padded(text: str, width: int) -> str:
    """``text`` in the language that is spoken here, filled up to so many places of a screen, where Hangul takes two."""
    from helpers.telling import note

    told = note(text)
    return told.ljust(width - sum(letter >= "가" for letter in told))


def status_of(error: Exception) -> int:
    return MISUSED if isinstance(error, UsageError) else AT_FAULT
