"""A corpus from an import to its report: processor seconds, memory, what is done anew, what the report comes to.

    python -m tests.bench corpora;  python tests/bench/corpora.py [--full 500 2000] [--nouns 100000] [--cluster 1000]

Articles are invented, each from its own seed: 18 sentences over 13 months in six outlets; rows with noun lists also have
a headline and 200 characters. Processor seconds are those of every process of ``study import`` and ``study run``; memory
is the most that all of them hold at once, shared pages counted once. Machines and what else runs on them differ: the
load is printed beside.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from invented import article, nouns

from running import BIN, held

sys.path.insert(0, str(Path(__file__).parents[1]))
from made.exports import HEAD, TABLE_HEAD

OUTLETS = ("새싹일보", "바다신문", "언덕경제", "들꽃방송", "강물통신", "마루저널")
LINE = re.compile(r"reading: ([\d,]+) of ([\d,]+) articles(?:, \S+ a second, ([\d:]+) to go)?")
NAME = "bench"


@dataclass
class Spent:
    """What a command took; ``told``: each line of progress with the second at which it came."""

    seconds: float = 0.0
    cpu: float = 0.0
    memory: int = 0
    told: list[tuple[float, int, int, float | None]] = field(default_factory=list)


# --- what is read -----------------------------------------------------------------------------------------------------
def full_rows(count: int, *, first: int = 1) -> Iterator[list[str]]:
    """제목, 본문, 날짜, 매체, 주소, 성향"""
    words = nouns()
    for number in range(first, first + count):
        title, _, _, _, body = article(number, words, paragraphs=6).split("\n", 4)
        day = f"{2024 + number % 13 // 12}.{number % 13 % 12 + 1:02d}.{number % 28 + 1:02d}"
        text = body.strip().rpartition("\n\n")[0]
        place = f"https://news.example.com/{number}"
        yield [f"{title} {words[number % 997]}", text, day, OUTLETS[number % 6], place, "산" if number % 2 else "들"]


def noun_rows(count: int) -> Iterator[list[str]]:
    """Rows of a BIGKinds export with 205 nouns each."""
    words = nouns()
    for number in range(1, count + 1):
        drawn = random.Random(number)
        day = f"{2023 + number % 24 // 12}{number % 12 + 1:02d}{number % 28 + 1:02d}"
        given = dict.fromkeys(HEAD, "")
        given |= {"뉴스 식별자": f"{number % 6 + 1100101:08d}.{day}{number // 1000 % 1000000:06d}{number % 1000:03d}"}
        given |= {"일자": day, "언론사": OUTLETS[number % 6], "제목": " ".join(drawn.sample(words, 5))}
        text = article(number, words, paragraphs=2).split("\n", 4)[4].replace("\n", " ").strip()
        given |= {"키워드": ",".join(drawn.choices(words, k=205)), "본문": f"{text[:200]}..", "URL": ""}
        yield list(given.values())


def as_file(path: Path, head: list[str], rows: Iterator[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head])
        csv.writer(file).writerows(rows)
    return path


# --- what is measured -------------------------------------------------------------------------------------------------
def spent(root: Path, *words: str, stop: Callable[[int, int], bool] = lambda done, total: False) -> Spent:
    """What ``study`` took with these words; it and all its processes are killed once ``stop`` says so."""
    found, began = Spent(), time.perf_counter()
    run = subprocess.Popen(
        [str(BIN / "study"), *words], env=os.environ | {"STUDY_ROOT": str(root)}, text=True, encoding="utf-8",
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    watching = threading.Thread(target=_watch, args=(run, found))
    watching.start()
    stopped, told = False, []
    assert run.stderr is not None
    for line in run.stderr:
        told.append(line)
        known = LINE.search(line)
        if known:
            done, total = (int(known[place].replace(",", "")) for place in (1, 2))
            found.told.append((time.perf_counter() - began, done, total, _seconds(known[3])))
            if not stopped and stop(done, total):
                os.killpg(run.pid, signal.SIGKILL)
                stopped = True
    _, status, used = os.wait4(run.pid, 0)
    run.returncode = os.waitstatus_to_exitcode(status)
    watching.join()
    if run.returncode and not stopped:
        raise SystemExit(f"study {' '.join(words)} failed:\n{''.join(told)[-2000:]}")
    found.seconds, found.cpu = time.perf_counter() - began, used.ru_utime + used.ru_stime
    return found


def _watch(run: subprocess.Popen[str], found: Spent) -> None:
    while run.returncode is None:
        found.memory = max(found.memory, sum(held(run.pid).values()))
        time.sleep(2)  # to ask takes processor time, which the run needs


def _seconds(clock: str | None) -> float | None:
    if clock is None:
        return None
    parts = [int(part) for part in clock.split(":")]
    return float(sum(part * 60**place for place, part in enumerate(reversed(parts))))


def estimate(run: Spent) -> str:
    """What was estimated after a tenth of the articles (the first time there was an estimate), beside the truth."""
    end = run.told[-1][0]
    for second, done, total, left in run.told:
        if left is not None and done >= total / 10:
            return f"{left:.0f} s to go at {done / total:.0%}, were {end - second:.0f} s"
    return "none was made"


def look(root: Path) -> str:
    """Size of the report, and its screens of 1280 by 800 pixels where there is a browser."""
    report = root / "reports" / NAME / "report.html"
    size = f"{report.stat().st_size / 1000:,.0f} kB"
    from helpers.running.pdf import find_browser

    browser = find_browser()
    if browser is None:
        return size
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"]).new_page(
            viewport={"width": 1280, "height": 800}
        )
        page.goto(report.as_uri())
        return f"{size}, {page.evaluate('document.documentElement.scrollHeight') / 800:.0f} screens"


def stored(root: Path, count: int) -> str:
    """What the source and the tables take, an article each."""
    sizes = {}
    for name in ("raw", "processed"):
        sizes[name] = sum(path.stat().st_size for path in (root / "data" / name / NAME).rglob("*") if path.is_file())
    return f"{sizes['raw'] / count / 1000:.1f} kB an article raw, {sizes['processed'] / count / 1000:.1f} kB of tables"


def row(what: str, value: str) -> None:
    print(f"| {what} | {value} | {os.getloadavg()[0]:.1f} |", flush=True)


def told(run: Spent) -> str:
    return f"{run.cpu:,.0f} CPU s, {run.seconds:,.0f} s by the clock, {run.memory / 1e9:.2f} GB"


def measured(rows: Iterator[list[str]], head: list[str], count: int, jobs: int, what: str) -> None:
    """Print what a corpus of these rows takes, and for full texts what one more article and a kill take."""
    with tempfile.TemporaryDirectory(prefix="corpora-") as folder:
        root = Path(folder)
        (root / "data" / "raw").mkdir(parents=True)
        taken = spent(root, "import", NAME, str(as_file(root / "rows.csv", head, rows)))
        row(f"{what}: import", told(taken))
        run = spent(root, "run", NAME, "--jobs", str(jobs))
        row(f"{what}: run, from nothing", told(run))
        row(f"{what}: import to report", f"{taken.cpu + run.cpu:,.0f} CPU s")
        row(f"{what}: estimate", estimate(run))
        row(f"{what}: report", look(root))
        row(f"{what}: on the disk", stored(root, count))
        if head is not TABLE_HEAD:
            return
        one = as_file(root / "one.csv", head, full_rows(1, first=count + 1))
        spent(root, "import", NAME, str(one))
        row(f"{what}: one added", told(spent(root, "run", NAME, "--jobs", str(jobs))))
    killed(count, jobs, what)


def killed(count: int, jobs: int, what: str) -> None:
    """Print what a run reads anew after one that was killed at 60 % of its articles."""
    with tempfile.TemporaryDirectory(prefix="corpora-") as folder:
        root = Path(folder)
        (root / "data" / "raw").mkdir(parents=True)
        spent(root, "import", NAME, str(as_file(root / "rows.csv", TABLE_HEAD, full_rows(count))))
        first = spent(root, "run", NAME, "--jobs", str(jobs), stop=lambda done, total: done >= total * 0.6)
        again = spent(root, "run", NAME, "--jobs", str(jobs))
        done, left = first.told[-1][1], again.told[0][2]
        row(f"{what}: killed at {done / count:.0%}", f"{max(0, left - (count - done)) / count:.1%} read anew")


def on_clusters(count: int) -> None:
    """Print what a cluster of one worker and of two takes for the same texts, each worker a process of one thread."""
    from distributed import LocalCluster

    clock = {}
    for workers in (1, 2):
        with tempfile.TemporaryDirectory(prefix="corpora-") as folder:
            root = Path(folder)
            (root / "data" / "raw").mkdir(parents=True)
            spent(root, "import", NAME, str(as_file(root / "rows.csv", TABLE_HEAD, full_rows(count))))
            with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=":0") as cluster:
                engine = cluster.scheduler_address.replace("tcp://", "dask://")
                run = spent(root, "run", NAME, "--engine", engine)
            clock[workers] = run.seconds, run.told[-1][0]
            row(
                f"{count:,} full texts, Dask, workers: {workers}",
                "{:.0f} s by the clock, {:.0f} s to the last article".format(*clock[workers]),
            )
    row(
        f"{count:,} full texts, Dask: two against one",
        "{:.2f} times, {:.2f} to the last article".format(
            *(one / two for one, two in zip(clock[1], clock[2], strict=True))
        ),
    )


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", type=int, nargs="*", default=[500, 2_000])
    parser.add_argument("--nouns", type=int, nargs="*", default=[100_000])
    parser.add_argument("--cluster", type=int, nargs="*", default=[1_000])
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    print("| what | measured | load |\n|---|---|---|", flush=True)
    for count in options.full:
        measured(full_rows(count), TABLE_HEAD, count, options.jobs, f"{count:,} full texts")
    for count in options.nouns:
        measured(noun_rows(count), list(HEAD), count, options.jobs, f"{count:,} noun lists")
    for count in options.cluster:
        on_clusters(count)


if __name__ == "__main__":
    main()
