"""What people do with the notebooks past ``study run``: they give parameters to papermill itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from helpers import stages
from helpers.running.new import new_study
from helpers.running.projects import new_project
from made.processes import running_module
from made.village import ARTICLE


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one's own with the study 'village'."""
    folder = new_project(tmp_path / "mine")
    monkeypatch.setenv("STUDY_ROOT", str(folder))
    (tmp_path / "page.txt").write_text(ARTICLE, "utf-8")
    new_study("village", [tmp_path / "page.txt"])
    return folder


def _run(*command: str, at: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*running_module(command[0]), *command[1:]], cwd=at, env={**os.environ, "STUDY_ROOT": str(at)},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.long
def test_a_wrong_value_given_to_papermill_is_told_in_a_sentence_of_ours(own: Path) -> None:
    """What is said of each wrong value: test_shown."""
    source = str(stages.NOTEBOOKS / "03_keywords.ipynb")
    done = _run("papermill", source, str(own / "out.ipynb"), "-p", "study", "village", "-p", "top_n", "500", at=own)
    assert done.returncode != 0
    told = (done.stdout + done.stderr).rpartition("StudyError: ")[2]  # the last that is said, and nothing of pandas'
    assert told.startswith("notebooks/03_keywords.ipynb: the parameter top_n") and "5 to 100" in told, told
