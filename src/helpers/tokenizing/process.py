"""KoNLPy's analyzers in a process of their own, which can be stopped if one of them hangs."""

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
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

from helpers.errors import StudyError

START_SECONDS = 120.0
# The collector without threads of its own, and a small place for what is new, take a third of the memory; an article is
# read sooner than the second compiler pays for itself.
JAVA_OPTIONS = "-XX:+UseSerialGC -Xmn24m -XX:MaxTenuringThreshold=0 -XX:TieredStopAtLevel=1 -XX:+DisableExplicitGC"
# An analyzer that had to be stopped so often without one answer between is not asked again.
MOST_STOPS = 5
Words = tuple[tuple[str, str], ...]
WORKER = Path(__file__).with_name("worker.py")


class Morph(NamedTuple):
    """A morpheme as an analyzer gives it; a field that it lacks is None. Spans are in the text that it was given."""

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
    """``worker.py``: started when an analyzer is first asked for, and again after one had to be stopped.

    Several threads may read at once, each with an analyzer of its own. If one analyzer hangs, the Java of all is ended;
    the others are then asked again, without their threads noticing.
    """

    def __init__(self) -> None:
        self._life: _Life | None = None
        self._stops: Counter[str] = Counter()
        self._change = threading.Lock()
        atexit.register(self.stop)

    def load(self, name: str) -> None:
        """Have the analyzer loaded, beside whatever else happens; returns at once."""
        self._living().load(name)

    def read(self, name: str, text: str, *, seconds: float, words: Words = ()) -> list[Morph]:
        """The morphemes of a text; Unread if the analyzer fails or takes longer than ``seconds``.

        words  form and tag of the user dictionary to read it with, where the analyzer can (Komoran)

        StudyError if it cannot be started.
        """
        if self._stops[name] >= MOST_STOPS:
            raise Unread(f"stopped {self._stops[name]} times running", stopped=True)
        deaths = 0
        while True:
            life = self._living()
            try:
                answer = life.ask(name, text, seconds=seconds, words=words)
                break
            except _EndedForAnother:
                continue
            except _Died as error:
                deaths += 1
                if deaths == 2:  # once may have been another's fault
                    self._stops[name] += 1
                    raise Unread("the process ended", stopped=True) from error
            except BaseException:  # Ctrl-C too: the answer would come to the next question
                self._stops[name] += 1
                life.stop(because_of=name)
                raise
        self._stops[name] = 0
        if "error" in answer:
            raise Unread(answer["error"], stopped=False)
        return [Morph(*row) for row in answer["morphemes"]]

    def stop(self) -> None:
        """End the process, whatever it is doing; the next question starts it again."""
        with self._change:
            life, self._life = self._life, None
        if life is not None:
            life.stop()

    def _living(self) -> _Life:
        with self._change:
            if self._life is None or self._life.ended:
                self._life = _Life()
            return self._life


class _Died(Exception):
    """The process ended by itself, or was ended from outside."""


class _EndedForAnother(Exception):
    """The process was stopped because another analyzer did not come back."""


class _Life:
    """One run of ``worker.py``, from its start to its end."""

    def __init__(self) -> None:
        self.ended = False
        self._because_of: str | None = None
        self._failure = "the process ended"
        self._answers: dict[str, queue.Queue[dict[str, Any] | None]] = {}
        self._ready: set[str] = set()
        self._words: dict[str, Words] = {}
        self._change = threading.Lock()
        self._process = _start()
        threading.Thread(target=self._pass_on, daemon=True).start()

    def load(self, name: str) -> None:
        with self._change:
            if name in self._answers:
                return
            self._answers[name] = queue.Queue()
            if self.ended:
                self._answers[name].put(None)
        self._send(name, None)

    def ask(self, name: str, text: str, *, seconds: float, words: Words) -> dict[str, Any]:
        self.load(name)
        if name not in self._ready:
            self._await_ready(name)
        if words != self._words.get(name, ()):
            self._send(name, words)
            self._words[name] = words
        self._send(name, text)
        return self._receive(name, seconds)

    def stop(self, *, because_of: str | None = None) -> None:
        """End the process; others that wait for it are told because of whom."""
        self.ended, self._because_of = True, because_of
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()
        try:
            self._process.wait(timeout=1)  # it ends with its input, and tidies up
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _await_ready(self, name: str) -> None:
        try:
            answer = self._receive(name, START_SECONDS)
        except (_Died, Unread) as error:
            answer = {"error": self._failure if isinstance(error, _Died) else str(error)}
        if "error" in answer:
            raise StudyError(
                f"The analyzer {name} did not start: {answer['error']}.",
                "Run `study check`, or choose another analyzer, such as kiwi.",
            )
        self._ready.add(name)

    def _send(self, name: str, value: Any) -> None:
        assert self._process.stdin is not None
        with self._change, contextlib.suppress(OSError, ValueError):  # that it is gone is noticed when nothing comes
            self._process.stdin.write(json.dumps([name, value]) + "\n")
            self._process.stdin.flush()

    def _receive(self, name: str, seconds: float) -> dict[str, Any]:
        try:
            answer = self._answers[name].get(timeout=seconds)
        except queue.Empty:
            raise Unread(f"no answer within {seconds:g} seconds", stopped=True) from None
        if answer is None:
            self._answers[name].put(None)
            raise _Died if self._because_of in (None, name) else _EndedForAnother
        return answer

    def _pass_on(self) -> None:
        """Give each analyzer its answers, and None when there will be no more."""
        assert self._process.stdout is not None
        with self._process.stdout as lines, contextlib.suppress(OSError, ValueError):
            for line in lines:
                name, answer = json.loads(line)
                if name is None:
                    self._failure = answer["error"]
                else:
                    self._answers[name].put(answer)
        with self._change:
            self.ended = True
            for waiting in self._answers.values():
                waiting.put(None)


def _start() -> subprocess.Popen[str]:
    paths = os.pathsep.join(str(Path(path).absolute()) for path in sys.path if path)
    return subprocess.Popen(
        [sys.executable, "-P", str(WORKER)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**_without_settings(), "PYTHONPATH": paths, "JAVA_TOOL_OPTIONS": JAVA_OPTIONS},
        cwd=tempfile.gettempdir(),
        start_new_session=True,
    )


def _without_settings() -> dict[str, str]:
    """The environment without what Java or Python would take for settings: they change what analyzers read."""
    others = (
        "_JAVA_OPTIONS",
        "JDK_JAVA_OPTIONS",
        "CLASSPATH",
        "JAVA_HOME",
        "PYTHONHOME",
        "PYTHONINSPECT",
        "PYTHONWARNINGS",
    )
    return {name: value for name, value in os.environ.items() if name not in others}
