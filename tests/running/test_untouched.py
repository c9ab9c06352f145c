"""A study in which nothing has changed: known without loading what a run needs, and only as long as it is true."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers import store
from helpers.running import packages, run_study
from helpers.running.options import Options
from helpers.running.untouched import fingerprint, note, untouched

HEAVY = ("asyncio", "jupyter_client", "kiwipiepy", "matplotlib", "nbformat", "numpy", "pandas", "pydantic", "yaml")
MOST_MODULES = 250  # all that Python itself and the command load; pandas alone brings 500


@pytest.fixture
def fresh(village: Path) -> Path:
    """The invented study as it is after a run: a table, a report, and the note that nothing has changed since."""
    made = {
        store.processed_folder("village") / "tokens.parquet": b"table",
        store.processed_folder("village") / ".run" / "state.json": b"{}",
        store.report_folder("village") / "report.html": b"page",
        store.root() / "reports" / "index.html": b"index",
    }
    for path, data in made.items():
        store.write_bytes(path, data)
    store.note_written("village", {path: str(store.sha256(path)) for path in made})
    note("village", fingerprint("village"))
    return village


@pytest.mark.parametrize(
    "command", [["list"], ["run", "village"], ["run", "village", "--why"], ["--help"], ["run", "--help"]]
)
def test_what_has_nothing_to_do_loads_nothing_heavy(command: list[str], fresh: Path) -> None:
    code = "import sys; from helpers.cli import main\ntry: main(sys.argv[1:])\nfinally: print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True, check=True)
    loaded = done.stdout.splitlines()
    assert [name for name in HEAVY if name in loaded] == []
    assert len(loaded) < MOST_MODULES


def test_packages_that_an_import_puts_on_the_path_are_not_taken_for_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "other-1.0.dist-info").mkdir()
    before = packages.installed()
    monkeypatch.syspath_prepend(str(tmp_path))  # as setuptools does with its own
    assert packages.installed() == before


def test_its_run_gives_the_report_and_runs_nothing(fresh: Path) -> None:
    result = run_study("village")
    assert result.ran == () and result.report.read_bytes() == b"page"


CHANGES: dict[str, Callable[[Path], object]] = {
    "an article": lambda folder: (folder / "articles" / "library.txt").write_text("다른 글", "utf-8"),
    "a new file of the study": lambda folder: (folder / "stopwords.txt").write_text("것", "utf-8"),
    "a file that is gone": lambda folder: (folder / "study.yml").rename(folder / "kept.yml"),
    "a table": lambda _: store.write_bytes(store.processed_folder("village") / "tokens.parquet", b"other"),
    "what an earlier run noted": lambda _: store.write_bytes(
        store.processed_folder("village") / ".run" / "state.json", b"[]"
    ),
    "a report that is changed": lambda _: store.write_bytes(store.report_folder("village") / "report.html", b"other"),
    "a report that is gone": lambda _: store.remove(store.report_folder("village") / "report.html"),
    "the index that is gone": lambda _: store.remove(store.root() / "reports" / "index.html"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_it_is_looked_into_when_anything_has_changed(change: str, fresh: Path) -> None:
    assert untouched("village")
    CHANGES[change](fresh)
    assert untouched("village") is None


def test_it_is_looked_into_with_other_parameters_packages_or_wishes(
    fresh: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert untouched("village", {"top_n": "5"}) is None
    assert untouched("village", options=Options(start="03")) is None
    assert untouched("village", options=Options(pdf=True)) is None
    assert untouched("village", options=Options(check=True)) is None
    monkeypatch.setattr(packages, "installed", lambda: "others")
    assert untouched("village") is None


def test_a_persons_own_file_among_the_reports_changes_nothing(fresh: Path) -> None:
    store.write_text(store.report_folder("village") / "notes.txt", "mine")
    assert untouched("village")


def test_a_stray_file_that_may_not_be_read_hinders_nothing(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stray, opened = fresh / "stray.bin", Path.open
    stray.write_bytes(b"x")

    def refusing(path: Path, *words: object, **more: object) -> object:
        if path == stray:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *words, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)
    assert untouched("village") is None
    note("village", fingerprint("village"))
    assert untouched("village")
    os.truncate(stray, 2)
    assert untouched("village") is None
