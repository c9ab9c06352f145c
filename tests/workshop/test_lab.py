"""JupyterLab and git as friends: what Lab writes by itself, and outputs, are no change of a notebook."""

import json
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest

from helpers.stages import NOTEBOOKS
from helpers.workshop.lab import START, options, set_up_git, without_version

pytestmark = pytest.mark.slow

ATTRIBUTES = NOTEBOOKS.parent / ".gitattributes"


def _git(folder: Path, *arguments: str) -> str:
    whole = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments]
    return subprocess.run(whole, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    if shutil.which("git") is None or not ATTRIBUTES.is_file():
        pytest.skip("no git, or not in a checkout")
    (tmp_path / "notebooks").mkdir()
    shutil.copy(NOTEBOOKS / "01_clean.ipynb", tmp_path / "notebooks")
    shutil.copy(ATTRIBUTES, tmp_path)
    _git(tmp_path, "init", "--quiet")
    assert set_up_git(tmp_path)
    _git(tmp_path, "add", "--all")
    _git(tmp_path, "commit", "--quiet", "--message", "start")
    return tmp_path


def test_outputs_and_the_version_of_python_are_no_change_for_git(checkout: Path) -> None:
    path = checkout / "notebooks" / "01_clean.ipynb"
    notebook = nbformat.read(path, 4)
    notebook.metadata["language_info"]["version"] = "3.12.99"
    cell = next(cell for cell in notebook.cells if cell.cell_type == "code")
    cell.execution_count, cell.outputs = 3, [nbformat.v4.new_output("stream", text="여기")]
    nbformat.write(notebook, path)
    assert _git(checkout, "diff") == ""
    cell.source = "study: str = 'other'"
    nbformat.write(notebook, path)
    assert "other" in _git(checkout, "diff")


def test_raw_data_keeps_its_line_ends_where_git_would_change_them(checkout: Path) -> None:
    raw = checkout / "data" / "raw" / "s" / "articles" / "a.txt"
    raw.parent.mkdir(parents=True)
    raw.write_bytes("첫 줄\n둘째 줄\r\n".encode())
    _git(checkout, "add", "--all")
    _git(checkout, "commit", "--quiet", "--message", "raw")
    raw.unlink()
    _git(checkout, "-c", "core.autocrlf=true", "checkout", "--", ".")
    assert raw.read_bytes() == "첫 줄\n둘째 줄\r\n".encode()


def test_a_folder_that_is_no_checkout_is_left_alone(tmp_path: Path) -> None:
    assert not set_up_git(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
def test_notebooks_are_committed_as_lab_saves_them(path: Path) -> None:
    saved = nbformat.read(path, 4)
    about = saved.metadata
    assert about["kernelspec"] == {
        "display_name": "Python 3 (ipykernel)",
        "language": "python",
        "name": "python3",
    }
    assert about["language_info"]["pygments_lexer"] == "ipython3"
    assert "version" not in about["language_info"]


def test_lab_saves_a_notebook_without_the_version() -> None:
    model = {"type": "notebook", "content": json.loads((NOTEBOOKS / "01_clean.ipynb").read_text("utf-8"))}
    before = json.dumps(model)
    model["content"]["metadata"]["language_info"]["version"] = "3.13.1"
    without_version(model, path="notebooks/01_clean.ipynb", contents_manager=None)
    assert json.dumps(model) == before
    without_version({"type": "file", "content": "text"})


def test_lab_opens_on_the_whole_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert f"--ServerApp.root_dir={tmp_path}" in options(tmp_path)
    assert not any("default_url" in option for option in options(tmp_path))
    (tmp_path / START).parent.mkdir()
    (tmp_path / START).write_text("#")
    assert f"--LabApp.default_url=/lab/tree/{START}" in options(tmp_path)
    monkeypatch.setattr("os.geteuid", lambda: 0, raising=False)
    assert "--allow-root" in options(tmp_path)
    monkeypatch.setattr("os.geteuid", lambda: 1000, raising=False)
    assert "--allow-root" not in options(tmp_path)
