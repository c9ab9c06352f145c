"""``study run`` beside what a user would do instead: four papermill commands and jupyter nbconvert of each.

    python tests/bench/running.py [--runs 5] [--studies 4]

Both in turn on the same machine, each in a project folder of its own; medians and the ratio are printed. The rows after
that time single things: nothing to do, one stopword changed, several studies.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
STUDY = "accumulation"
NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("0*.ipynb"))
BIN = Path(sys.executable).parent


def new_root(folder: Path, studies: int = 1) -> dict[str, str]:
    """A project folder with copies of the reference study; the environment that makes commands use it."""
    names = [STUDY, *(f"{STUDY}{number}" for number in range(2, studies + 1))]
    for name in names:
        shutil.copytree(CHECKOUT / "data" / "raw" / STUDY, folder / "data" / "raw" / name)
    return os.environ | {"STUDY_ROOT": str(folder)}


def call(environment: dict[str, str], *words: str) -> None:
    done = subprocess.run([str(BIN / words[0]), *words[1:]], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stderr[-2000:]}")


def by_hand(environment: dict[str, str], studies: list[str]) -> None:
    out = Path(environment["STUDY_ROOT"]) / "by-hand"
    out.mkdir(exist_ok=True)
    for study in studies:
        for notebook in NOTEBOOKS:
            executed = str(out / f"{study}-{notebook.name}")
            call(environment, "papermill", str(notebook), executed, "-p", "study", study, "--cwd", str(notebook.parent))
        for notebook in NOTEBOOKS:
            call(environment, "jupyter", "nbconvert", "--to", "html", str(out / f"{study}-{notebook.name}"))


def by_study(environment: dict[str, str], studies: list[str]) -> None:
    for study in studies:
        call(environment, "study", "run", study, "--quiet")


def timed(action: Callable[[], None]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def in_turn(runs: int, studies: int) -> None:
    names = [STUDY, *(f"{STUDY}{number}" for number in range(2, studies + 1))]
    ours, theirs = [], []
    for _ in range(runs):
        for action, times in ((by_study, ours), (by_hand, theirs)):
            with tempfile.TemporaryDirectory() as folder:
                environment = new_root(Path(folder), studies)
                times.append(timed(lambda act=action, env=environment: act(env, names)))
    row(f"{studies} stud{'y' if studies == 1 else 'ies'}, from nothing: study run", ours)
    row("  papermill and nbconvert of each notebook", theirs)
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    print(f"  ratio, pair by pair: median {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f})")


def single(runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = new_root(Path(folder))
        chain = [timed(lambda: call(environment, "study", "run", STUDY, "--quiet", "--force")) for _ in range(runs)]
        row("the whole chain again (--force)", chain)
        row("nothing to do", [timed(lambda: call(environment, "study", "run", STUDY, "--quiet")) for _ in range(runs)])
        changed = []
        stopwords = Path(folder) / "data" / "raw" / STUDY / "stopwords.txt"
        for number in range(runs):
            stopwords.write_text(stopwords.read_text("utf-8") + f"낱말{number}\n", "utf-8")
            changed.append(timed(lambda: call(environment, "study", "run", STUDY, "--quiet")))
        row("one stopword changed", changed)
        print(f"  of the chain: {statistics.median(changed) / statistics.median(chain):.2f}")


def row(what: str, seconds: list[float]) -> None:
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{what:58s} {middle:8.2f} s  ({low:.2f} to {high:.2f}, n = {len(seconds)})", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--studies", type=int, default=4)
    options = parser.parse_args()
    single(options.runs)
    in_turn(options.runs, 1)
    if options.studies > 1:
        in_turn(1, options.studies)


if __name__ == "__main__":
    main()
