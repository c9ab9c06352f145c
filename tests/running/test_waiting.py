"""Waiting for other threads, and that a signal ends it whichever thread it was given to."""

from __future__ import annotations

import os
import signal
import threading
import time
from concurrent.futures import Future

import pytest

from helpers.running.waiting import as_they_end, result_of


def test_results_come_as_they_end() -> None:
    first: Future[str] = Future()
    second: Future[str] = Future()
    second.set_result("second")
    results = as_they_end([first, second])
    assert next(results) == "second"
    first.set_result("first")
    assert next(results) == "first"
    assert next(results, None) is None


def test_a_failure_is_raised() -> None:
    future: Future[str] = Future()
    future.set_exception(ValueError("nothing"))
    with pytest.raises(ValueError, match="nothing"):
        result_of(future)


@pytest.mark.skipif(os.name != "posix", reason="signals to threads are POSIX")
def test_ctrl_c_that_another_thread_was_given_ends_the_waiting() -> None:
    """The kernel may hand a signal to any thread that does not block it; Python acts on it in the main one."""
    never: Future[None] = Future()
    ended = threading.Event()

    def interrupt() -> None:
        time.sleep(0.3)
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)
        ended.wait(60)

    other = threading.Thread(target=interrupt, daemon=True)
    other.start()
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        result_of(never)
    ended.set()
    assert time.monotonic() - began < 30
