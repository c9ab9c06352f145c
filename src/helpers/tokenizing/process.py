"""A KoNLPy analyzer in a process of its own, which can be stopped when it does not come back."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, NamedTuple

from helpers.errors import StudyError

START_SECONDS = 120.0
# Four Javas side by side: the collector without threads of its own takes half the memory, and a small place for what
# is new a quarter of the rest; an article is read sooner than the second compiler pays for itself.
JAVA_OPTIONS = "-XX:+UseSerialGC -Xmn48m -XX:MaxTenuringThreshold=0 -XX:TieredStopAtLevel=1"
# An analyzer that had to be stopped so often without one answer between is not asked again.
MOST_STOPS = 5
Words = tuple[tuple[str, str], ...]
WORKER = Path(__file__).with_name("worker.py")


class Morph(NamedTuple):
    """A morpheme as an analyzer gives it; what it does not tell is None. Spans are in the text that it was given."""

    form: str
    tag: str
    start: int | None = None
    end: int | None = None
    lemma: str | None = None


class Unread(Exception):
    """The analyzer failed on a text, or had to be stopped (``stopped``)."""

    def __init__(self, why: str, *, stopped: bool) -> None:
        super().__init__(why)
        self.stopped = stopped


class AnalyzerProcess:
    """``worker.py`` with one analyzer, started on construction, restarted after it had to be stopped."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._words: Words = ()
        self._process: subprocess.Popen[str] | None = None
        self._answers: queue.Queue[str] = queue.Queue()
        self._ready = False
        self._stops = 0
        atexit.register(self.stop)
        self._start()

    def read(self, text: str, *, seconds: float, words: Words = ()) -> list[Morph]:
        """The morphemes of a text; Unread if the analyzer fails or takes longer than ``seconds``.

        words  form and tag of the user dictionary to read it with, where the analyzer can (Komoran)
        """
        if self._stops >= MOST_STOPS:
            raise Unread(f"stopped {self._stops} times running", stopped=True)
        if self._process is None:
            self._start()
        if not self._ready:
            self._await_ready()
        if words != self._words:
            self._send(words)
            self._words = words
        self._send(text)
        try:
            answer = self._receive(seconds)
        except BaseException:  # Ctrl-C too: the answer would come to the next question
            self.stop()
            self._stops += 1
            raise
        self._stops = 0
        if "error" in answer:
            raise Unread(answer["error"], stopped=False)
        return [Morph(*row) for row in answer["morphemes"]]

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        process, self._process = self._process, None
        self._ready, self._words = False, ()
        if process is not None:
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    with contextlib.suppress(OSError):
                        stream.close()
            try:
                process.wait(timeout=1)  # it ends with its input, and tidies up
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def _start(self) -> None:
        paths = os.pathsep.join(str(Path(path).absolute()) for path in sys.path if path)
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(WORKER), self.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env={**os.environ, "PYTHONPATH": paths, "JAVA_TOOL_OPTIONS": JAVA_OPTIONS},
            cwd=tempfile.gettempdir(),
            start_new_session=True,
        )
        self._answers = queue.Queue()
        threading.Thread(target=_pump, args=(self._process.stdout, self._answers), daemon=True).start()

    def _await_ready(self) -> None:
        try:
            answer = self._receive(START_SECONDS)
        except Unread as error:
            answer = {"error": str(error)}
        if "error" in answer:
            self.stop()
            raise StudyError(
                f"The analyzer {self.name} did not start: {answer['error']}.",
                "Run `study check`, or choose another analyzer, such as kiwi.",
            )
        self._ready = True

    def _send(self, value: Any) -> None:
        assert self._process is not None and self._process.stdin is not None
        with contextlib.suppress(OSError):  # a process that is gone is noticed when it does not answer
            self._process.stdin.write(json.dumps(value) + "\n")
            self._process.stdin.flush()

    def _receive(self, seconds: float) -> dict[str, Any]:
        try:
            line = self._answers.get(timeout=seconds)
        except queue.Empty:
            raise Unread(f"no answer within {seconds:g} seconds", stopped=True) from None
        if not line:
            raise Unread("the process ended", stopped=True)
        return dict(json.loads(line))


def _pump(stream: Any, answers: queue.Queue[str]) -> None:
    """Lines of the process, and an empty one when there will be no more."""
    with contextlib.suppress(OSError, ValueError):
        for line in stream:
            answers.put(line)
    answers.put("")
