"""``study run`` beside what a user would do instead: four papermill commands and jupyter nbconvert of each.

    python tests/bench/running.py [--runs 5] [--studies 20] [--parts one many nothing stopword overhead memory]

Both in turn on the same machine, each in a project folder of its own; medians, ranges and the ratio, pair by pair.
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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil
from invented import make_studies

CHECKOUT = Path(__file__).parents[2]
STUDY = "accumulation"
NOTEBOOKS = sorted((CHECKOUT / "notebooks").glob("0*.ipynb"))
BIN = Path(sys.executable).parent
Environment = dict[str, str]


@contextmanager
def new_root(*, invented: int = 0) -> Iterator[tuple[Environment, list[str]]]:
    """A project folder with the reference study or with invented ones: what makes commands use it, and the studies."""
    with tempfile.TemporaryDirectory() as folder:
        model = CHECKOUT / "data" / "raw" / STUDY
        if invented:
            names = make_studies(Path(folder), model, invented)
        else:
            names = [STUDY]
            shutil.copytree(model, Path(folder) / "data" / "raw" / STUDY)
        yield os.environ | {"STUDY_ROOT": folder}, names


def call(environment: Environment, *words: str) -> None:
    done = subprocess.run([str(BIN / words[0]), *words[1:]], env=environment, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stderr[-2000:]}")


def by_hand(environment: Environment, studies: list[str]) -> None:
    out = Path(environment["STUDY_ROOT"]) / "by-hand"
    out.mkdir(exist_ok=True)
    for study in studies:
        for notebook in NOTEBOOKS:
            executed = str(out / f"{study}-{notebook.name}")
            call(environment, "papermill", str(notebook), executed, "-p", "study", study, "--cwd", str(notebook.parent))
        for notebook in NOTEBOOKS:
            call(environment, "jupyter", "nbconvert", "--to", "html", str(out / f"{study}-{notebook.name}"))


def by_study(environment: Environment, studies: list[str], *options: str) -> None:
    call(environment, "study", "run", *studies, "--quiet", *options)


def timed(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def row(what: str, seconds: list[float]) -> None:
    low, middle, high = min(seconds), statistics.median(seconds), max(seconds)
    print(f"{what:58s} {middle:8.2f} s  ({low:.2f} to {high:.2f}, n = {len(seconds)})", flush=True)


def ratio(ours: list[float], theirs: list[float], *, to: str = "") -> None:
    ratios = [a / b for a, b in zip(ours, theirs, strict=True)]
    middle, ends = statistics.median(ratios), f"({min(ratios):.3f} to {max(ratios):.3f})"
    print(f"  ratio{to and f' to {to}'}, pair by pair: median {middle:.3f} {ends}", flush=True)


# --- the parts --------------------------------------------------------------------------------------------------------
def one(runs: int, _: int) -> None:
    """The reference study from nothing, by one command and by hand."""
    ours, theirs = [], []
    for _run in range(runs):
        for action, times in ((by_study, ours), (by_hand, theirs)):
            with new_root() as (environment, names):
                times.append(timed(lambda act=action, env=environment, all_=names: act(env, all_)))
    row("one study from nothing: study run", ours)
    row("  papermill and nbconvert of each notebook", theirs)
    ratio(ours, theirs)


def many(_: int, studies: int) -> None:
    """Many studies from nothing by one command; by hand a fifth of them, one after the other, counted five times."""
    few = max(1, studies // 5)
    with new_root(invented=studies) as (environment, names):
        ours = timed(lambda: by_study(environment, names))
    with new_root(invented=studies) as (environment, names):
        theirs = timed(lambda: by_hand(environment, names[:few]))
    print(f"{studies} studies, study run: {ours:.1f} s, {ours / studies:.2f} s a study")
    print(f"  by hand: {few} studies in {theirs:.1f} s, {theirs / few:.2f} s a study")
    print(f"  throughput: {theirs / few / (ours / studies):.1f} times")


def nothing(runs: int, _: int) -> None:
    """Nothing to do."""
    with new_root() as (environment, names):
        by_study(environment, names)
        row("nothing to do", [timed(lambda: by_study(environment, names)) for _ in range(4 * runs)])


def stopword(runs: int, _: int) -> None:
    """One stopword changed, and in turn the whole chain again: by one command, and by hand."""
    chain, hand, changed = [], [], []
    with new_root() as (environment, names):
        by_study(environment, names)
        stopwords = Path(environment["STUDY_ROOT"], "data", "raw", STUDY, "stopwords.txt")
        for number in range(runs):
            chain.append(timed(lambda: by_study(environment, names, "--force")))
            hand.append(timed(lambda: by_hand(environment, names)))
            stopwords.write_text(stopwords.read_text("utf-8") + f"낱말{number}\n", "utf-8")
            changed.append(timed(lambda: by_study(environment, names)))
    row("the whole chain again (--force)", chain)
    row("  by hand, papermill and nbconvert of each notebook", hand)
    row("one stopword changed: 03, 04 and the report", changed)
    ratio(changed, chain, to="the chain by one command")
    ratio(changed, hand, to="the chain by hand")


def overhead(runs: int, _: int) -> None:
    """A notebook of 20 cells that do nothing: our engine in a warm kernel, and papermill's function."""
    import nbformat
    from papermill.execute import execute_notebook

    from helpers.running.execution import execute
    from helpers.running.kernel import Kernel
    from helpers.stages import Stage

    class Empty(Stage):
        notebook = property(lambda self: place)  # type: ignore[assignment]

    cells = [nbformat.v4.new_code_cell("study: str = 'a'", id="c", metadata={"tags": ["parameters"]})]
    cells += [nbformat.v4.new_code_cell("pass", id=f"c{number}") for number in range(20)]
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "empty.ipynb")
        notebook = nbformat.v4.new_notebook(cells=cells)
        notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python", "language": "python"}
        nbformat.write(notebook, place)
        stage = Empty("empty", ())
        with Kernel(Path(folder)) as kernel:
            run = lambda: execute(stage, kernel=kernel, parameters={"study": "b"}, environment={})  # noqa: E731
            run()
            ours = [timed(run) for _ in range(4 * runs)]
        theirs = [timed(lambda: execute_notebook(place, Path(folder, "out.ipynb"), {"study": "b"}, progress_bar=False)) for _ in range(runs)]  # fmt: skip
    row("a notebook of 20 empty cells, warm", ours)
    row("  papermill's function", theirs)


def memory(_: int, __: int) -> None:
    """The most memory that all processes of a run from nothing hold together, shared pages counted once."""
    with new_root() as (environment, names):
        run = subprocess.Popen(
            [str(BIN / "study"), "run", *names, "--quiet"], env=environment, stdout=subprocess.DEVNULL
        )
        most, by_process = 0, {}
        while run.poll() is None:
            now = held(run.pid)
            if sum(now.values()) > most:
                most, by_process = sum(now.values()), now
            time.sleep(0.1)
    print(f"peak memory of a run from nothing: {most / 2**30:.2f} GiB in {len(by_process)} processes")
    for name, size in sorted(by_process.items(), key=lambda item: -item[1]):
        print(f"  {name:40s}{size / 2**20:7.0f} MiB")


def held(pid: int) -> dict[str, int]:
    """process -> proportional set size; nothing for what has just ended"""
    found: dict[str, int] = {}
    try:
        processes = [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        return found
    for process in processes:
        try:
            words = process.cmdline()
            name = f"{words[-1] if 'worker.py' in ' '.join(words) else Path(words[0]).name} {process.pid}"
            found[name] = process.memory_full_info().pss
        except (psutil.Error, IndexError):
            continue
    return found


PARTS = {part.__name__: part for part in (one, many, nothing, stopword, overhead, memory)}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--studies", type=int, default=20)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=list(PARTS))
    options = parser.parse_args()
    for name in options.parts:
        PARTS[name](options.runs, options.studies)


if __name__ == "__main__":
    main()
