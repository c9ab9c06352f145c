"""A folder for studies of one's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from helpers import store
from helpers.errors import StudyError
from helpers.running.projects import new_project
from helpers.store import folders
from made.village import ARTICLE, CHECKOUT


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("STUDY_ROOT", raising=False)
    return new_project(tmp_path / "own studies")


def test_the_project_is_where_one_works_from_every_folder_of_it(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = store.root()
    monkeypatch.chdir(own / "data" / "raw")
    assert store.root() == own and checkout != own
    monkeypatch.setenv("STUDY_ROOT", str(checkout))
    assert store.root() == checkout


def test_an_installed_program_works_on_the_checkout_around_and_that_of_a_checkout_on_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STUDY_ROOT", raising=False)
    other = tmp_path / "clone"
    (other / "src/helpers/store").mkdir(parents=True)
    (other / "src/helpers/store/folders.py").touch()
    monkeypatch.chdir(other / "src")
    assert store.find_root() == CHECKOUT
    monkeypatch.setattr(folders, "__file__", str(tmp_path / "site-packages" / "helpers" / "store" / "folders.py"))
    assert store.find_root() == other
    monkeypatch.chdir(tmp_path)
    assert store.find_root() is None


def test_a_folder_that_holds_something_is_left_alone(own: Path) -> None:
    before = sorted(own.rglob("*"))
    with pytest.raises(StudyError, match="not empty"):
        new_project(own)
    assert sorted(own.rglob("*")) == before


def test_git_keeps_what_a_person_wrote_and_the_results_alone(own: Path) -> None:
    for name in (
        "data/raw/a/study.yml",
        "data/processed/a/x.parquet",
        "reports/a/report.html",
        "reports/a/results.json",
    ):
        store.write_text(own / name, "x")
    subprocess.run(["git", "init", "-q", own], check=True)
    seen = subprocess.run(["git", "-C", own, "ls-files", "-o", "--exclude-standard"], capture_output=True, text=True)
    assert {"data/raw/a/study.yml", "reports/a/results.json", store.MARKER} <= set(seen.stdout.split())
    assert "x.parquet" not in seen.stdout and "report.html" not in seen.stdout
    assert yaml.safe_load((own / ".github/workflows/studies.yml").read_text("utf-8"))["permissions"] == {
        "contents": "read"
    }


@pytest.mark.long
def test_the_command_makes_a_study_in_it(own: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(ARTICLE, "utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "STUDY_ROOT"}
    command = [sys.executable, "-m", "helpers.cli", "new", "village", "--article", str(tmp_path / "page.txt")]
    done = subprocess.run(command, cwd=own, env=environment,
                          capture_output=True, text=True)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert (own / "data" / "raw" / "village" / "study.yml").is_file()
