"""Ctrl-C, SIGTERM and --timeout in every stage and while waiting; locks that are held; files that are saved meanwhile."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable

from filelock import FileLock
from tests.bench.faults.trial import STUDY, Case, Ended, Trial

KIND = "stops"
STEPS = ("01_clean", "02_tokenize", "03_keywords", "04_narrative", "report")
LOCK, SHARED = f"data/processed/{STUDY}/.lock", "reports/.lock"


def _when(
    trial: Trial, line: str, do: Callable[[], object], *, after: float = 0.3
) -> Callable[[subprocess.Popen[bytes]], None]:
    """Once the command has said ``line``, do something beside it."""

    def wait(process: subprocess.Popen[bytes]) -> None:
        until = time.monotonic() + trial.allow
        while process.poll() is None and line not in trial.told() and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(after)
        if process.poll() is None:
            do() if line or after else None

    return wait


def _signal(trial: Trial, line: str, number: int, *, after: float = 0.3) -> Callable[[subprocess.Popen[bytes]], None]:
    def meanwhile(process: subprocess.Popen[bytes]) -> None:
        _when(trial, line, lambda: os.kill(process.pid, number), after=after)(process)

    return meanwhile


def _heed() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _stopped(step: str, number: int) -> Callable[[Trial], Ended]:
    return lambda t: t(
        "run",
        STUDY,
        "--from",
        "report" if step == "report" else step[:2],
        meanwhile=_signal(t, step, number, after=0.05 if step == "report" else 0.4),
        before=_heed,
    )


def _interrupted(trial: Trial, ended: Ended) -> str:
    """Status 130 and one line, or a step that had ended before it heard; what was published is as it was."""
    now = trial.published()
    wrong = [name for name, was in trial.before.items() if now.get(name) != was]
    said = "Interrupted" in ended.err or ended.status == 0
    return (
        ""
        if ended.status in (130, 0) and said and not wrong
        else f"status {ended.status}: {ended.err[-200:]} {wrong[:3]}"
    )


def _timeout(step: str) -> Callable[[Trial], Ended]:
    """A limit that ends the run about when the step is under way."""
    seconds = {"01_clean": "0.5", "02_tokenize": "3", "03_keywords": "2", "04_narrative": "2", "report": "0.2"}[step]
    return lambda t: t("run", STUDY, "--from", "report" if step == "report" else step[:2], "--timeout", seconds)


def _timed_out(trial: Trial, ended: Ended) -> str:
    now = trial.published()
    wrong = [name for name, was in trial.before.items() if now.get(name) != was]
    told = ended.status == 0 or (ended.status == 1 and "took longer than" in ended.err)
    return "" if told and not wrong else f"status {ended.status}: {ended.err[-300:]} {wrong[:3]}"


def _held(name: str, *words: str, stop: float | None = None) -> Callable[[Trial], Ended]:
    """Another process (this one) holds the lock."""

    def do(trial: Trial) -> Ended:
        with FileLock(trial.root / name):
            meanwhile = None if stop is None else _signal(trial, "", signal.SIGINT, after=stop)
            return trial("run", STUDY, *words, meanwhile=meanwhile, before=_heed)

    return do


def _soon(most: float) -> Callable[[Trial, Ended], str]:
    def look(_: Trial, ended: Ended) -> str:
        good = ended.status in (1, 130) and ended.err.strip() and ended.seconds < most
        return "" if good else f"status {ended.status} after {ended.seconds:.0f} s: {ended.err[-300:]}"

    return look


def _pdf(script: str, *words: str, stop: float | None = None) -> Callable[[Trial], Ended]:
    """--pdf with a browser that does what the script says."""

    def do(trial: Trial) -> Ended:
        folder = trial.folder / "bin"
        folder.mkdir()
        browser = folder / "chromium"
        browser.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        browser.chmod(0o755)
        meanwhile = None if stop is None else _signal(trial, "", signal.SIGINT, after=stop)
        path = f"{folder}{os.pathsep}{os.environ['PATH']}"
        return trial("run", STUDY, "--pdf", *words, env={"PATH": path}, meanwhile=meanwhile, before=_heed)

    return do


def _other(words: tuple[str, ...]) -> Callable[[Trial], Ended]:
    """Ctrl-C while another command works."""

    def do(trial: Trial) -> Ended:
        many = [str(trial.study / "articles" / "library.txt")] * 3000
        filled = [word for part in words for word in (many if part == "MANY" else [part])]
        return trial(*filled, meanwhile=_signal(trial, "", signal.SIGINT, after=6), before=_heed)

    return do


def _ends(_: Trial, ended: Ended) -> str:
    return (
        ""
        if ended.status in (0, 130) and ("nothing was lost" not in ended.err)
        else f"status {ended.status}: {ended.err[-300:]}"
    )


def _saved(name: str, text: str, line: str, *words: str) -> Callable[[Trial], Ended]:
    """A file of the study is saved while a step runs."""

    def do(trial: Trial) -> Ended:
        place = trial.study / name

        def save() -> None:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8")
            trial.raw = trial.inputs()

        return trial("run", STUDY, *words, meanwhile=_when(trial, line, save, after=0.1))

    return do


def _out_of_date(trial: Trial, ended: Ended) -> str:
    """The result is not said to be fresh; the next run takes the saved file in."""
    why = trial("run", STUDY, "--why")
    return "" if ended.status in (0, 1) and "fresh" not in why.out else f"status {ended.status}, why: {why.out[-300:]}"


def _linked(trial: Trial) -> Ended:
    """codings/ is a link to a shared folder, in which a sheet is added: the study is not fresh."""
    shared = trial.folder / "shared"
    shared.mkdir()
    (trial.study / "codings").symlink_to(shared)
    trial("run", STUDY)
    (shared / "kim.csv").write_text("article_id,sentence_id,quote,code\n", "utf-8")
    return trial("run", STUDY, "--why")


def _dropped(trial: Trial) -> Ended:
    """An override takes a passage out: nothing of it may stand in anything that is shared."""
    written = trial.study / "articles.yml"
    text = written.read_text("utf-8")
    passage = "사서 김하늘 씨는 “책을 고르는 사람을 길러 온 것이 가장 큰 힘”이라고 설명했다."
    written.write_text(text.rstrip() + f"\n  overrides: [{{drop: '{passage}'}}]\n", "utf-8")
    return trial("run", STUDY)


def _not_quoted(trial: Trial, ended: Ended) -> str:
    files = [path for path in trial.reports.rglob("*") if path.suffix in (".html", ".csv", ".ipynb")]
    found = [path.name for path in files if "김하늘" in path.read_text("utf-8")]
    return f"status {ended.status}: {ended.err[-300:]} {found}" if ended.status or found else ""


def _make_clean(trial: Trial) -> Ended:
    """Folders with spaces beside notebooks, which `make clean` must not split."""
    from tests.made.village import CHECKOUT

    copy = trial.root
    for name in ("my notes", "Untitled Folder", "01_clean.ipynb old", "it's"):
        (copy / "notebooks" / name / ".ipynb_checkpoints").mkdir(parents=True)
    for name in ("my", "Untitled", "01_clean.ipynb"):
        (copy / "notebooks" / name).write_text("mine", "utf-8")
    for name in ("src", "tests"):
        (copy / name).mkdir()
    shutil.copy(CHECKOUT / "Makefile", copy)
    done = subprocess.run(["make", "clean"], cwd=copy, capture_output=True, text=True, timeout=60)
    kept = [name for name in ("my", "Untitled", "01_clean.ipynb") if (copy / "notebooks" / name).is_file()]
    return Ended(done.returncode, done.stdout, done.stderr + f" kept {len(kept)}", 0.0)


CASES = [
    *(Case(KIND, f"Ctrl-C in {step}", _stopped(step, signal.SIGINT), _interrupted) for step in STEPS),
    *(Case(KIND, f"SIGTERM in {step}", _stopped(step, signal.SIGTERM), _interrupted) for step in ("01_clean", "04_narrative")),
    *(Case(KIND, f"--timeout in {step}", _timeout(step), _timed_out) for step in STEPS),
    Case(KIND, "--cell-timeout 0.001", lambda t: t("run", STUDY, "--from", "04", "--cell-timeout", "0.001"), "told", "a cell took longer"),
    Case(KIND, "Ctrl-C at the start", lambda t: t("run", STUDY, "--force", meanwhile=_signal(t, "", signal.SIGINT, after=8), before=_heed), _interrupted),
    Case(KIND, "Ctrl-C in clean of 3,000 files", _other(("clean", "MANY")), _ends),
    Case(KIND, "Ctrl-C in try --watch", _other(("try", STUDY, "--watch")), _ends),
    Case(KIND, "Ctrl-C in check", _other(("check",)), lambda t, e: "" if e.status in (0, 1, 130) else f"status {e.status}"),
    Case(KIND, "the study's lock is held", _held(LOCK), "told", "being run by another process"),
    Case(KIND, "reports/.lock is held, --timeout 5", _held(SHARED, "--timeout", "5"), "ignored", "was not renewed"),
    Case(KIND, "reports/.lock is held", _held(SHARED), "ignored", "was not renewed"),
    Case(KIND, "reports/.lock is held, Ctrl-C", _held(SHARED, stop=10), _soon(60)),
    Case(KIND, "--pdf: the browser hangs, --timeout 8", _pdf("sleep 600", "--timeout", "8"), _soon(60)),
    Case(KIND, "--pdf: the browser hangs, Ctrl-C", _pdf("sleep 600", stop=15), _soon(60)),
    Case(KIND, "--pdf: the browser ignores SIGTERM, Ctrl-C", _pdf("trap '' TERM INT; sleep 600 & wait; sleep 600", stop=15), _soon(60)),
    Case(KIND, "--pdf: the browser fails", _pdf("echo no >&2; exit 3"), "told", "PDF|browser|chromium"),
    Case(KIND, "--pdf: the browser prints nothing", _pdf("exit 0"), "told", "PDF|browser|chromium"),
    Case(KIND, "--pdf: the browser prints megabytes to stderr", _pdf("head -c 50000000 /dev/zero >&2; exit 1"), "told", "PDF|browser|chromium"),
    Case(KIND, "stopwords.txt saved while 04 runs", _saved("stopwords.txt", "도서관\n", "04_narrative", "--from", "03"), _out_of_date),
    Case(KIND, "codebook.yml saved while the report is made", _saved("codebook.yml", "codes: []\n", "report", "--from", "04"), _out_of_date),
    Case(KIND, "an override saved while 04 runs", _saved("articles.yml", "library:\n  file: articles/library.txt\n  overrides: [{drop: 좋아요0}]\n", "04_narrative", "--from", "04"), _out_of_date),
    Case(KIND, "a sheet saved while 04 runs", _saved("codings/kim.csv", "article_id,sentence_id,quote,code\n", "04_narrative", "--from", "04"), _out_of_date),
    Case(KIND, "a sheet in a linked codings/ counts", _linked, lambda t, e: "" if "04_narrative" in e.out else e.said[-200:]),
    Case(KIND, "an override's drop is quoted nowhere", _dropped, _not_quoted),
    Case(KIND, "make clean beside folders with spaces in their names", _make_clean, lambda t, e: "" if e.status == 0 and "kept 3" in e.err else e.err),
]  # fmt: skip
