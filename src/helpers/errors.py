"""The only kind of error that is meant for readers of a report and users of the command."""

from __future__ import annotations

import errno
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


class StudyError(Exception):
    """A fault that a person can mend: what happened, and what to do about it.

    cause   one sentence: what happened, with the value and the place
    remedy  one sentence: what to do about it

    ``str(error)`` is both, cause first. In a notebook it is shown as those two sentences, without a traceback.
    """

    MARK = "StudyError: "

    def __init__(self, cause: str, remedy: str) -> None:
        super().__init__(cause, remedy)
        self.cause = cause
        self.remedy = remedy

    def add_place(self, place: str) -> None:
        """Add to the cause where it happened, unless it says so already."""
        if place not in self.cause:
            self.cause = f"{self.cause} ({place})"

    def __str__(self) -> str:
        return f"{self.cause}\n{self.remedy}"

    def _render_traceback_(self) -> list[str]:
        """What IPython prints in place of the traceback."""
        told = _Told.by(self)
        return [f"{self.MARK}{told.cause}", told.remedy]


class _Told:
    by: Callable[[StudyError], StudyError] = staticmethod(lambda error: error)


def tell_by(wording: Callable[[StudyError], StudyError]) -> None:
    """From now on notebooks show each error as ``wording`` rewrites it, for example in another language."""
    _Told.by = staticmethod(wording)


class UsageError(StudyError):
    """The command line is at fault, not a study: exit status 2."""


_ROOM = "Make room on the disk, or let TMPDIR name a folder on another one."
_RIGHTS = "Check that you may read and write there."
REMEDIES = {
    errno.ENOSPC: _ROOM,
    errno.EFBIG: "Raise the limit of a file's size (ulimit -f unlimited).",
    errno.EMFILE: "Raise the limit of open files (ulimit -n 1024).",
    errno.ENFILE: "Close other programs: the whole machine has too many files open.",
    errno.EACCES: _RIGHTS,
    errno.EPERM: _RIGHTS,
    errno.EROFS: "Work on a disk that can be written to (STUDY_ROOT names the project's folder).",
}


def as_study_error(error: BaseException) -> StudyError:
    """Any error as cause and remedy.

    If the machine lacks something (memory, disk, rights), the error says so. An error that nobody foresaw is told in
    one sentence with its place, and its traceback is written to a file that can be sent with a report of the fault.
    """
    if isinstance(error, StudyError):
        return error
    if isinstance(error, MemoryError):
        return StudyError("There was not enough memory.", "Close other programs, or raise the limit (ulimit -v).")
    if isinstance(error, OSError) and error.errno in REMEDIES:
        place = f"{error.filename}: " if error.filename else ""
        return StudyError(f"{place}{error.strerror}.", REMEDIES[error.errno])
    frames = traceback.extract_tb(error.__traceback__)
    place = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    said = " ".join(str(error).split())[:200]
    cause = f"Something went wrong that nobody foresaw: {type(error).__name__}: {said}{place}."
    if (report := _written_down(error)) is None:
        return StudyError(cause, "See more of it with: study --debug ...")
    return StudyError(cause, f"This is a fault of the program. Please report it, with this file: {report}")


def _written_down(error: BaseException) -> str | None:
    """The path of a new file with the traceback; None if none can be written."""
    lines = "".join(traceback.format_exception(error))
    with suppress(OSError, ValueError):
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="study-fault-", suffix=".txt", delete=False
        ) as file:
            file.write(lines)
        return file.name
    return None


def printable(text: str, *, keep: str = "") -> str:
    """``text`` as any file and terminal can show it: control characters and undecodable bytes become escapes."""
    safe = text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(letter if letter.isprintable() or letter in keep else ascii(letter)[1:-1] for letter in safe)
