"""What ``pip install .`` installs: the code, its data and the notebooks, which work on the user's own project."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from made.village import ARTICLE, CHECKOUT

pytestmark = pytest.mark.slow  # a build; .ci/installed runs a study in a fresh installation


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    done = subprocess.run([*command, str(CHECKOUT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages that has the wheel, in front of the checkout's own."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder)
    return folder


def study(installed: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "STUDY_ROOT"}
    environment["PYTHONPATH"] = str(installed)
    command = [sys.executable, "-m", "helpers.cli", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_the_wheel_has_what_git_has_of_code_and_notebooks_and_no_article(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "src/helpers", "notebooks"], cwd=CHECKOUT, capture_output=True, text=True
    )
    wanted = {
        name.removeprefix("src/").replace("notebooks/", "helpers/notebooks/", not name.startswith("src/")): name
        for name in listed.stdout.splitlines()
    }
    with zipfile.ZipFile(wheel) as packed:
        names = {name for name in packed.namelist() if ".dist-info/" not in name}
        assert wanted.keys() <= names and all(name.startswith("helpers/") for name in names)
        for name, source in wanted.items():
            assert packed.read(name) == (CHECKOUT / source).read_bytes(), name


def test_an_installation_works_on_the_project_that_one_is_in(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(ARTICLE, "utf-8")
    assert study(installed, "init", "mine", folder=tmp_path).returncode == 0
    made = study(installed, "new", "village", "--article", "../page.txt", folder=tmp_path / "mine")
    assert (made.returncode, made.stdout) == (0, "data/raw/village\n"), made.stderr
    asked = study(installed, "run", "village", "--why", folder=tmp_path / "mine" / "data")
    assert asked.returncode == 0 and "04_narrative" in asked.stdout, asked.stderr


def test_in_a_clone_of_the_repository_an_installation_works_on_the_clone(installed: Path) -> None:
    seen = study(installed, "list", folder=CHECKOUT / "notebooks")
    assert seen.returncode == 0 and "accumulation" in seen.stdout, seen.stderr


def test_outside_of_a_project_an_installation_cleans_and_tells_what_to_do(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(ARTICLE, "utf-8")
    cleaned = study(installed, "clean", "--no-sentences", "page.txt", folder=tmp_path)
    assert cleaned.returncode == 0 and "도서관" in cleaned.stdout, cleaned.stderr
    lost = study(installed, "run", "village", folder=tmp_path)
    assert lost.returncode == 1 and "study init FOLDER" in lost.stderr and "Traceback" not in lost.stderr
