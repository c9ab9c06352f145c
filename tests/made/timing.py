"""Does time grow with the length of what is read, and no faster: measured so that a busy machine changes nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

TRIES = 3
SHORTEST = 0.05  # seconds; what takes less is within the noise


def processor_seconds(work: Callable[[], object]) -> float:
    """Seconds of this process alone, in which what other tests left in memory is not gone through."""
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def assert_proportional(
    work: Callable[[int], Callable[[], object]], small: int, *, times: int = 8, shortest: float = SHORTEST
) -> None:
    """Work on ``times`` as much takes no more than two and a half times as much again, by the best of some tries.

    work      makes what is timed, for a size
    shortest  seconds that work on the small size is taken to need at least
    """
    told = []
    for _ in range(TRIES):
        long = processor_seconds(work(small * times))
        if long < 2.5 * times * shortest:
            return  # however short the other is
        short = processor_seconds(work(small))
        if long < 2.5 * times * short:
            return
        told.append(f"{short:.2f} s, {times} times as much {long:.2f} s")
    raise AssertionError("; ".join(told))


def assert_within(seconds: float, work: Callable[[], object]) -> None:
    """The work takes no longer, by the best of some tries."""
    told = []
    for _ in range(TRIES):
        told.append(processor_seconds(work))
        if told[-1] < seconds:
            return
    raise AssertionError(f"{', '.join(f'{took:.2f}' for took in told)} s; at most {seconds:g}")
