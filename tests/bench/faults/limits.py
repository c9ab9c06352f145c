"""Limits of the machine: open files, memory, sizes, processors, temporary folders, outputs that are closed."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import psutil
from tests.bench.faults.trial import STUDY, Case, Ended, Trial

KIND = "limits"
LIBRARY = "articles/library.txt"


def _limited(which: int, most: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(which, (most, most))

    return limit


def _run(limit: Callable[[], None], *words: str) -> Callable[[Trial], Ended]:
    return lambda trial: trial(*words, before=limit)


def _clean(limit: Callable[[], None]) -> Callable[[Trial], Ended]:
    return lambda trial: trial("clean", str(trial.study / LIBRARY), before=limit)


def _new(limit: Callable[[], None]) -> Callable[[Trial], Ended]:
    return lambda trial: trial("new", "other", "--article", str(trial.study / LIBRARY), before=limit)


def told_or_right(trial: Trial, ended: Ended) -> str:
    """Told in a sentence, or success; what was published before is as it was."""
    now = trial.published()
    wrong = [name for name, was in trial.before.items() if now.get(name) != was]
    if ended.status not in (0, 1, 2) or not ended.said.strip() or wrong:
        return f"status {ended.status}: {ended.said[-300:]} {wrong[:3]}"
    return ""


FILES_16, FILES_24 = (_limited(resource.RLIMIT_NOFILE, most) for most in (16, 24))
HALF_A_GIGABYTE, A_GIGABYTE = (_limited(resource.RLIMIT_AS, most << 20) for most in (512, 1024))
NO_FILE, SMALL_FILES = (_limited(resource.RLIMIT_FSIZE, most) for most in (0, 40_000))


def _send_to_kernel(number: int, process: subprocess.Popen[bytes]) -> None:
    """Wait for a kernel, or another child, of the command, and send it a signal."""
    until = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < until:
        with suppress(psutil.Error):
            for child in psutil.Process(process.pid).children(recursive=True):
                if "ipykernel_launcher" in " ".join(child.cmdline()):
                    time.sleep(1.5)
                    child.send_signal(number)
                    return
        time.sleep(0.05)


def _stopped(*words: str) -> Callable[[Trial], Ended]:
    return lambda t: t("run", STUDY, "--force", *words, meanwhile=partial(_send_to_kernel, signal.SIGSTOP))


def _killed(trial: Trial) -> Ended:
    return trial("run", STUDY, "--force", meanwhile=partial(_send_to_kernel, signal.SIGKILL))


def _out(path: str, *words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        descriptor = os.open(path, os.O_WRONLY)
        try:
            return trial(*words, stdout=descriptor)
        finally:
            os.close(descriptor)

    return do


def _broken_pipe(*words: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        read, write = os.pipe()
        os.close(read)
        try:
            return trial(*words, stdout=write)
        finally:
            os.close(write)

    return do


def _no_temporary(*words: str) -> Callable[[Trial], Ended]:
    return lambda trial: trial(*words, env={"TMPDIR": "/nonexistent", "TEMP": "/dev/null", "TMP": "/proc"})


def _quiet(_: Trial, ended: Ended) -> str:
    """No success, and no end by a signal; 120 is Python's own where nothing can be written to either output."""
    return "" if ended.status in (0, 1, 120) else f"status {ended.status}: {ended.err[-200:]}"


CASES = [
    Case(KIND, "16 open files, run", _run(FILES_16, "run", STUDY, "--force"), told_or_right),
    Case(KIND, "24 open files, run", _run(FILES_24, "run", STUDY, "--force"), told_or_right),
    Case(KIND, "16 open files, list", _run(FILES_16, "list"), told_or_right),
    Case(KIND, "16 open files, clean", _clean(FILES_16), told_or_right),
    Case(KIND, "16 open files, new", _new(FILES_16), told_or_right),
    Case(KIND, "half a gigabyte of address space, run", _run(HALF_A_GIGABYTE, "run", STUDY, "--force"), told_or_right),
    Case(KIND, "a gigabyte of address space, run", _run(A_GIGABYTE, "run", STUDY, "--force"), told_or_right),
    Case(KIND, "half a gigabyte of address space, clean", _clean(HALF_A_GIGABYTE), told_or_right),
    Case(KIND, "half a gigabyte of address space, check", _run(HALF_A_GIGABYTE, "check"), told_or_right),
    Case(KIND, "half a gigabyte of address space, try", _run(HALF_A_GIGABYTE, "try", STUDY), told_or_right),
    Case(KIND, "files of 0 bytes at most, run --force", _run(NO_FILE, "run", STUDY, "--force"), _quiet),
    Case(KIND, "files of 0 bytes at most, new", _new(NO_FILE), _quiet),
    Case(KIND, "files of 40 kB at most, run --force", _run(SMALL_FILES, "run", STUDY, "--force"), told_or_right),
    Case(KIND, "2 s of processor time, run --force", _run(_limited(resource.RLIMIT_CPU, 2), "run", STUDY, "--force"), lambda t, e: told_or_right(t, e) if e.status >= 0 else ""),
    Case(KIND, "no temporary folder, list", _no_temporary("list"), told_or_right),
    Case(KIND, "no temporary folder, run --from 04", _no_temporary("run", STUDY, "--from", "04"), "healed"),
    Case(KIND, "a kernel that is stopped, --watchdog 5", _stopped("--watchdog", "5"), "told", "kernel|answer"),
    Case(KIND, "a kernel that is stopped, --timeout 15", _stopped("--timeout", "15"), "told", "15 s"),
    Case(KIND, "a kernel that is killed", _killed, told_or_right),
    Case(KIND, "output on a full device, list", _out("/dev/full", "list"), _quiet),
    Case(KIND, "output on a full device, parameters", _out("/dev/full", "parameters"), _quiet),
    Case(KIND, "output on a full device, run", _out("/dev/full", "run", STUDY), _quiet),
    Case(KIND, "nobody reads the output, list", _broken_pipe("list"), _quiet),
    Case(KIND, "nobody reads the output, parameters", _broken_pipe("parameters", "--schema"), _quiet),
    Case(KIND, "nobody reads the output, run", _broken_pipe("run", STUDY), _quiet),
]  # fmt: skip
