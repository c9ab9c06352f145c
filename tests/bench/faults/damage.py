"""State and results that were damaged: made again, or told; and what another study's damage does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from tests.bench.faults.trial import STUDY, Case, Ended, Trial, remove

KIND = "damage"
PROCESSED, REPORTS = f"data/processed/{STUDY}", f"reports/{STUDY}"


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def _folder(path: Path) -> None:
    remove(path)
    path.mkdir()


def _dangling(path: Path) -> None:
    remove(path)
    path.symlink_to("nowhere")


WAYS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut": _cut,
    "garbage": lambda path: path.write_bytes(bytes(range(256)) * 20),
    "other JSON": lambda path: path.write_text("[1, 2]", "utf-8"),
    "zeros": lambda path: path.write_bytes(bytes(path.stat().st_size)),
    "gone": remove,
    "a folder": _folder,
    "a dangling link": _dangling,
}
PUBLISHED = {
    f"{REPORTS}/report.html": ("empty", "cut", "gone", "a dangling link"),
    f"{REPORTS}/tables/keywords.csv": ("empty", "garbage", "gone"),
    f"{REPORTS}/notebooks/04_narrative.ipynb": ("cut", "gone"),
    f"{REPORTS}/figures/evidence.png": ("zeros",),
    f"{PROCESSED}/keywords.parquet": ("empty", "garbage", "zeros", "gone"),
    f"{PROCESSED}/manifest.json": ("empty", "cut", "other JSON", "gone"),
}
STATE = {
    f"{PROCESSED}/.run/report/report.html": ("empty", "garbage"),
    f"{PROCESSED}/.run/manifest.json": ("cut",),
    f"{PROCESSED}/.run/notebooks/04_narrative.ipynb": ("cut", "a dangling link"),
    f"{PROCESSED}/.run/tables/measures.parquet": ("empty", "zeros", "gone"),
    f"{PROCESSED}/.run/tables/lines.parquet": ("garbage",),
    f"{PROCESSED}/.run/state.json": ("empty", "cut", "garbage", "other JSON", "gone", "a folder"),
    f"{PROCESSED}/.written.json": ("empty", "garbage", "other JSON"),
    f"{PROCESSED}/timings.json": ("garbage", "other JSON", "a folder"),
    "reports/index.html": ("garbage", "gone"),
}
FOLDERS = (f"{PROCESSED}/.run", f"{PROCESSED}", REPORTS, f"{PROCESSED}/.run/tables", f"{REPORTS}/tables")


def _harm(name: str, way: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        WAYS[way](trial.root / name)
        return trial("run", STUDY)

    return do


def _healed_or_kept(name: str) -> Callable[[Trial, Ended], str]:
    """Success with all as it was; a damaged list of what was written may keep files aside, and say so."""

    def look(trial: Trial, ended: Ended) -> str:
        now = trial.published()
        wrong = [name for name, was in trial.before.items() if now.get(name) != was]
        return f"status {ended.status}: {ended.err[-300:]} {wrong[:4]}" if ended.status or wrong else ""

    return look


def _told_or_healed(trial: Trial, ended: Ended) -> str:
    if ended.status:
        return "" if ended.status == 1 and ended.err.strip() else f"status {ended.status}"
    now = trial.published()
    return "; ".join(name for name, was in trial.before.items() if now.get(name) != was)[:300]


def _becomes_file(name: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        place = trial.root / name
        aside = trial.folder / "aside"
        shutil.move(place, aside)
        place.write_text("a file", "utf-8")
        trial.raw = trial.inputs()
        return trial("run", STUDY)

    return do


def _lock(name: str) -> Callable[[Trial], Ended]:
    def do(trial: Trial) -> Ended:
        _folder(trial.root / name)
        return trial("run", STUDY)

    return do


def _other(harm: Callable[[Path], object], *words: str) -> Callable[[Trial], Ended]:
    """Another study that was run, too, is harmed; then the command is called for this one or all."""

    def do(trial: Trial) -> Ended:
        for part in ("data/raw", "data/processed", "reports"):
            shutil.copytree(trial.root / part / STUDY, trial.root / part / "other", symlinks=True)
        harm(trial.root)
        return trial(*words)

    return do


def _village_is_well(trial: Trial, ended: Ended) -> str:
    if f"reports/{STUDY}/report.html" not in ended.out:
        return f"status {ended.status}, said: {ended.said[-300:]}"
    now = trial.published()
    return "; ".join(name for name, was in trial.before.items() if now.get(name) != was)[:300]


def _list(trial: Trial, ended: Ended) -> str:
    return "" if ended.status == 0 and STUDY in ended.out else f"status {ended.status}, said: {ended.said[-300:]}"


def _not_fresh(name: str, way: str) -> Case:
    def do(trial: Trial) -> Ended:
        WAYS[way](trial.root / name)
        return trial("run", STUDY, "--why")

    def look(_: Trial, ended: Ended) -> str:
        return f"said: {ended.said[-200:]}" if ended.status or "fresh" in ended.out else ""

    return Case(KIND, f"{name.rpartition('/')[2]}: {way}, run --why", do, look)


OTHERS = {
    "findings.parquet is garbage": lambda root: (root / "data/processed/other/findings.parquet").write_bytes(b"x" * 99),
    "articles.parquet is gone": lambda root: (root / "data/processed/other/articles.parquet").unlink(),
    "manifest is a list": lambda root: (root / "data/processed/other/manifest.json").write_text("[]", "utf-8"),
    "study.yml is broken": lambda root: (root / "data/raw/other/study.yml").write_text("title: [", "utf-8"),
    "study.yml is a folder": lambda root: _folder(root / "data/raw/other/study.yml"),
    "a file has a CP949 name": lambda root: Path(bytes(root / "data/raw/other").decode() + "/" + "메모.txt".encode("cp949").decode("utf-8", "surrogateescape")).write_text("x", "utf-8"),
}  # fmt: skip
CASES = [
    *(Case(KIND, f"{name}: {way}", _harm(name, way), "healed") for name, ways in PUBLISHED.items() for way in ways),
    *(
        Case(KIND, f"{name}: {way}", _harm(name, way), _told_or_healed if way == "a folder" else _healed_or_kept(name))
        for name, ways in STATE.items()
        for way in ways
    ),
    *(Case(KIND, f"a file where {name} should be", _becomes_file(name), _told_or_healed) for name in FOLDERS),
    *(Case(KIND, f"{name} is a folder", _lock(name), _told_or_healed) for name in (f"{PROCESSED}/.lock", "reports/.lock")),
    _not_fresh(f"{REPORTS}/report.html", "gone"),
    _not_fresh(f"{REPORTS}/report.html", "cut"),
    _not_fresh(f"{PROCESSED}/keywords.parquet", "zeros"),
    *(Case(KIND, f"another study's {what}, run --all", _other(harm, "run", "--all"), _village_is_well) for what, harm in OTHERS.items()),
    *(Case(KIND, f"another study's {what}, list", _other(harm, "list"), _list) for what, harm in OTHERS.items()),
]  # fmt: skip
