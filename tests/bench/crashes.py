"""What hostile texts do to each analyzer: bare, and through the project's layer.

    python tests/bench/crashes.py [--seconds 10]

Bare is the analyzer's own call on the text as it is, stopped after so many seconds: "read" (every character stands in a
morpheme), "lost" (some do not), "fails" or "hangs". Through the layer every text must be read to the end, with what no
analyzer could read in the table as such ("unread"); else this ends with status 1. Kiwi and MeCab-ko cannot be stopped
and are asked in a process that is ended with them.
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from helpers.errors import StudyError
from helpers.tokenizing import process as beside
from helpers.tokenizing import tokenize
from helpers.tokenizing.analyzers import _reader, available_analyzers
from helpers.tokenizing.process import AnalyzerProcess, Unread
from made.hostile import HOSTILE, uncovered
from made.sentences import sentence_table

TEXTS = HOSTILE | {"10,000 syllables": "책방골목" * 2500}


def characters(text: str) -> list[str]:
    return sorted(character for character in text if not character.isspace())


def verdict(text: str, forms: list[str]) -> str:
    return "read" if len(characters("".join(forms))) >= len(characters(text)) else "lost"


def _here(analyzer: str, text: str, answers: multiprocessing.Queue[str]) -> None:
    try:
        read = _reader(analyzer, ())
        read("책")
        answers.put("ready")
        answers.put(verdict(text, [morph.form for morph in read(text)]))
    except Exception:
        answers.put("fails")


def bare(analyzer: str, text: str, seconds: float, process: AnalyzerProcess) -> str:
    if analyzer in ("kiwi", "mecab"):
        answers: multiprocessing.Queue[str] = multiprocessing.Queue()
        child = multiprocessing.Process(target=_here, args=(analyzer, text, answers))
        child.start()
        if (said := answers.get()) == "ready":
            child.join(seconds)
            said = "hangs" if child.is_alive() else answers.get() if not child.exitcode else "fails"
        child.kill()
        return said
    try:
        process.read(analyzer, "책", seconds=60)
        return verdict(text, [morph.form for morph in process.read(analyzer, text, seconds=seconds)])
    except Unread as error:
        return "hangs" if error.stopped else "fails"
    except StudyError:
        return "hangs"


def through_the_layer(analyzer: str, text: str) -> tuple[str, float]:
    table = sentence_table(text)
    began = time.perf_counter()
    tokens = tokenize(table, analyzer)
    taken = time.perf_counter() - began
    if uncovered(tokens, table):
        return "LOST", taken
    return ("unread" if (tokens["pos"] == "unknown").any() else "read"), taken


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=10)
    seconds = parser.parse_args().seconds
    beside.WAIT_SECONDS = seconds  # Hannanum waits for ever on blanks, and takes no time of the processor
    process = AnalyzerProcess()
    wrong, slowest = 0, 0.0
    print(f"{'bare > through the layer':20s}" + "".join(f"{analyzer:>18s}" for analyzer in available_analyzers()))
    for name, text in TEXTS.items():
        row = []
        for analyzer in available_analyzers():
            before = bare(analyzer, text, seconds, process)
            after, taken = through_the_layer(analyzer, text)
            wrong, slowest = wrong + (after == "LOST"), max(slowest, taken)
            row.append(f"{before} > {after}")
        print(f"{name:20s}" + "".join(f"{cell:>18s}" for cell in row), flush=True)
    print(f"{len(TEXTS)} texts; through the layer {wrong} lost a character, the slowest took {slowest:.1f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
