"""``make clean`` removes what runs made and nothing else."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError
from helpers.running import published
from helpers.running.clearing import clear
from made.village import CHECKOUT


@pytest.fixture
def made(village: Path) -> Path:
    """The project's folder, with the results of a run and files of a person among them."""
    folder = store.processed_folder("village") / ".run"
    for name in ("report.html", "tables/codings.csv"):
        store.write_text(folder / "report" / name, name)
    store.write_bytes(folder / "tables" / "lines.parquet", b"lines")
    store.write_text(folder / "manifest.json", "{}")
    published.publish("village", folder)
    return village.parents[2]


def test_all_that_a_run_made_goes(made: Path) -> None:
    assert clear() == []
    assert not (made / "data" / "processed" / "village").exists()
    assert not (made / "reports" / "village").exists()
    assert (made / "data" / "raw" / "village" / "study.yml").is_file()


def test_what_a_person_made_or_changed_stays_and_is_named(made: Path) -> None:
    report = made / "reports" / "village"
    (report / "tables" / "codings.csv").write_text("corrected")
    (report / "my notes.html").write_text("mine")
    assert clear() == ["reports/village/my notes.html", "reports/village/tables/codings.csv"]
    assert (report / "tables" / "codings.csv").read_text() == "corrected"
    assert not (report / "report.html").exists()


def test_a_run_under_way_is_not_disturbed(made: Path) -> None:
    from filelock import FileLock

    lock = FileLock(made / "data" / "processed" / "village" / ".lock")
    with lock, pytest.raises(StudyError, match="is being run"):
        clear()
    assert (made / "reports" / "village" / "report.html").is_file()


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make on this machine")
def test_names_with_spaces_and_quotes_survive_make_clean(tmp_path: Path) -> None:
    shutil.copy(CHECKOUT / "Makefile", tmp_path)
    names = ["my", "Untitled", "01_clean.ipynb", "it's", "x\ny"]
    for name in ["src", "tests", "notebooks"]:
        (tmp_path / name).mkdir()
    for name in names:
        (tmp_path / "notebooks" / name).write_text("mine")
        (tmp_path / "notebooks" / f"{name} notes" / ".ipynb_checkpoints").mkdir(parents=True)
        (tmp_path / "notebooks" / f"{name} notes" / "kept").write_text("mine")
    subprocess.run(["make", "clean"], cwd=tmp_path, check=True, capture_output=True)
    left = sorted(path.name for path in (tmp_path / "notebooks").iterdir())
    assert left == sorted([*names, *(f"{name} notes" for name in names)])
    assert not list(tmp_path.rglob(".ipynb_checkpoints"))
    assert len(list(tmp_path.rglob("kept"))) == len(names)
