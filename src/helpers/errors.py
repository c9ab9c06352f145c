"""The one kind of error that a reader is meant to see."""

from __future__ import annotations


class StudyError(Exception):
    """Something a person can mend: what happened, then what to do.

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
        """Say also where it happened, unless the cause says so already."""
        if place not in self.cause:
            self.cause = f"{self.cause} ({place})"

    def __str__(self) -> str:
        return f"{self.cause}\n{self.remedy}"

    def _render_traceback_(self) -> list[str]:
        """What IPython prints in place of the traceback."""
        return [f"{self.MARK}{self.cause}", self.remedy]


class UsageError(StudyError):
    """The command line is at fault, not a study: exit status 2."""
