"""Waiting for other threads in a way that Ctrl-C can end."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TypeVar

# A thread that only waits may miss a signal until it has waited, so it looks up often.
LOOK_UP_SECONDS = 0.1
_Result = TypeVar("_Result")


def as_they_end(waiting: Sequence[Future[_Result]]) -> Generator[_Result]:
    """The results as they come; results that come together are in the order given."""
    left = set(waiting)
    while left:
        done, left = wait(left, timeout=LOOK_UP_SECONDS, return_when=FIRST_COMPLETED)
        for future in [future for future in waiting if future in done]:
            yield future.result()


def result_of(future: Future[_Result]) -> _Result:
    """The result of ``future``, once there is one; Ctrl-C ends the waiting."""
    return next(as_they_end([future]))
