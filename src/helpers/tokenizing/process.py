"""KoNLPy's analyzers in a process of their own, which can be stopped if one of them hangs."""

from __future__ import annotations

import atexit
import contextlib
import json
import queue
import subprocess
import threading
from collections import Counter
from typing import Any, NamedTuple

from helpers.errors import StudyError
from helpers.tokenizing import starting

START_SECONDS = 600.0
# By the clock on the wall, without the processor time that a text may take: the machine is busy with other things, or
# the analyzer waits for ever. Nothing is made of it but an error, so that no table hangs on how busy a machine is.
WAIT_SECONDS = 600.0
# How often one text is asked, each time of a new process: what stopped the first may have had nothing to do with it.
TRIES = 2
# Of an analyzer that had to be stopped so often without one answer between nothing more is to be hoped.
MOST_STOPS = 5
Words = tuple[tuple[str, str], ...]


class Morph(NamedTuple):
    """A morpheme as an analyzer gives it; a field that it lacks is None. Spans are in the text that it was given."""

    form: str
    tag: str
    start: int | None = None
    end: int | None = None
    lemma: str | None = None


class Unread(Exception):
    """The analyzer failed on a text, as it always does, or (``stopped``) it does not come to an end with it."""

    def __init__(self, why: str, *, stopped: bool) -> None:
        super().__init__(why)
        self.stopped = stopped


class AnalyzerProcess:
    """``worker.py``: started when an analyzer is first asked for, and again after one had to be stopped.

    Several threads may read at once, each with an analyzer of its own. If one analyzer hangs, the Java of all is ended;
    it is asked for the same text once more, and so are the others, without their threads noticing.
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
        """The morphemes of a text; Unread if the analyzer fails or twice takes longer than ``seconds`` for it.

        seconds  of processor time, in which starting is not counted: how busy the machine is changes no answer
        words    form and tag of the user dictionary to read it with, where the analyzer can (Komoran)

        StudyError if it cannot be started, ends or is not heard of twice over one text, or hangs on one after another.
        """
        answer = self._ask(name, text, seconds=seconds, words=words)
        if "late" in answer:
            self._stops[name] += 1
            if self._stops[name] >= MOST_STOPS:
                raise StudyError(
                    f"The analyzer {name} did not come to an end with {MOST_STOPS} texts in a row.",
                    "Leave it out of analyzer and cross_check.",
                )
            raise Unread(f"no answer within {seconds:g} seconds of processor time", stopped=True)
        self._stops[name] = 0
        if "error" in answer:
            raise Unread(answer["error"], stopped=False)
        return [Morph(*row) for row in answer["morphemes"]]

    def _ask(self, name: str, text: str, *, seconds: float, words: Words) -> dict[str, Any]:
        """The answer, which may be that it is late, of the first process that gives a better one, or of the last."""
        for tries_left in reversed(range(TRIES)):
            try:
                answer = self._ask_one(name, text, seconds=seconds, words=words)
            except (_Died, _Silent) as error:
                if not tries_left:
                    raise StudyError(
                        f"The analyzer {name} did not read a sentence: {error}, {TRIES} times.",
                        "Run again when less is running on this machine, or leave it out of analyzer and cross_check.",
                    ) from error
            else:
                if "late" not in answer or not tries_left:
                    return answer
        raise AssertionError("TRIES is 0")

    def _ask_one(self, name: str, text: str, *, seconds: float, words: Words) -> dict[str, Any]:
        """What the process says that is there; one that will say no more to this, or say it too late, is ended."""
        while True:
            life = self._living()
            try:
                answer = life.ask(name, text, seconds=seconds, words=words)
            except _EndedForAnother:
                continue
            except _Died:
                raise
            except BaseException:  # Ctrl-C too: the answer would come to the next question
                life.stop(because_of=name)
                raise
            if "late" in answer:
                life.stop(because_of=name)
            return answer

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


class _Silent(Exception):
    """No word came from the process for as long as anybody would wait."""


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
        self._process = starting.start()
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
        self._send(name, text, seconds)
        return self._receive(name, WAIT_SECONDS)

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
        except (_Died, _Silent) as error:
            answer = {"error": self._failure if isinstance(error, _Died) else str(error)}
        if "error" in answer:
            raise StudyError(
                f"The analyzer {name} did not start: {answer['error']}.",
                "Run `study check`, or choose another analyzer, such as kiwi.",
            )
        self._ready.add(name)

    def _send(self, name: str, value: Any, seconds: float | None = None) -> None:
        assert self._process.stdin is not None
        with self._change, contextlib.suppress(OSError, ValueError):  # that it is gone is noticed when nothing comes
            self._process.stdin.write(json.dumps([name, value, seconds]) + "\n")
            self._process.stdin.flush()

    def _receive(self, name: str, seconds: float) -> dict[str, Any]:
        try:
            answer = self._answers[name].get(timeout=seconds)
        except queue.Empty:
            raise _Silent(f"no answer within {seconds:g} seconds") from None
        if answer is None:
            self._answers[name].put(None)
            raise _Died("its process ended") if self._because_of in (None, name) else _EndedForAnother
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
