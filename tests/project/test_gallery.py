"""The example studies of docs/gallery: invented, complete, and runnable as they are shown."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.narrative import check_codebook, open_codebook
from helpers.study import open_study
from helpers.tokenizing import tokenize
from made.village import CHECKOUT

GALLERY = CHECKOUT / "docs" / "gallery"
NAMES = sorted(path.name for path in (GALLERY / "data" / "raw").iterdir())


def test_the_page_shows_each_of_the_three_with_its_picture() -> None:
    page = (CHECKOUT / "docs" / "gallery.md").read_text("utf-8")
    assert len(NAMES) == 3
    for name in NAMES:
        assert f"(gallery/{name}.png)" in page and f"`gallery/reports/{name}/report.html`" in page
        assert (GALLERY / f"{name}.png").stat().st_size < 100_000


@pytest.mark.parametrize("name", NAMES)
def test_an_example_is_what_its_files_say_and_its_codebook_passes_its_own_examples(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STUDY_ROOT", str(GALLERY))
    study = open_study(name)
    for article in study.articles:
        article.check_unchanged()
        assert "지어낸" in str(article.entry.rights)
    codebook = open_codebook(study)
    assert len(codebook.codes) > 4 and all(code.examples and code.counter_examples for code in codebook.codes)
    assert list(check_codebook(codebook, tokenize)) == []


@pytest.mark.slow
def test_the_command_of_the_page_makes_the_reports_without_a_word_of_fault(tmp_path: Path) -> None:
    shutil.copytree(GALLERY, tmp_path / "gallery", ignore=shutil.ignore_patterns("processed", "reports"))
    environment = {name: value for name, value in os.environ.items() if name != "STUDY_ROOT"}
    done = subprocess.run(
        [sys.executable, "-m", "helpers.cli", "run", "--all", "--quiet"],
        cwd=tmp_path / "gallery", env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for name in NAMES:
        assert (tmp_path / "gallery/reports" / name / "report.html").stat().st_size > 100_000
