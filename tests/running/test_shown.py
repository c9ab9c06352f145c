"""Parameters in a notebook: checked where a person or papermill sets them, told where a run uses others."""

import json
import shutil
from pathlib import Path

import pytest

from helpers import stages
from helpers.errors import StudyError
from helpers.running.shown import check_shown, notes
from helpers.stages import NOTEBOOKS, stage

KEYWORDS = stage("03_keywords")
DEFAULTS = {"study": "s", "analyzer": "kiwi", "parts_of_speech": ["noun"], "top_n": 20, "window": 5, "draws": 1000}


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("draws", 0, "draws"),
        ("window", -3, "window"),
        ("top_n", "five", "top_n"),
        ("top_n", "5", "top_n"),
        ("top_n", 500, "5 to 100"),
        ("analyzer", "kiwii", "kiwi"),
        ("parts_of_speech", "noun,verb", "list"),
    ],
)
def test_a_value_that_cannot_be_is_told_with_its_range(name: str, value: object, said: str) -> None:
    with pytest.raises(StudyError) as error:
        check_shown(KEYWORDS, DEFAULTS | {name: value}, [])
    assert "notebooks/03_keywords.ipynb" in error.value.cause and name in error.value.cause
    assert said in error.value.cause + error.value.remedy


def test_good_values_pass_whatever_else_the_notebook_knows() -> None:
    cells = ['study: str = "s"\ntop_n: int = 20', "n_draws = 3", "import os"]
    check_shown(KEYWORDS, DEFAULTS | {"n_draws": 3, "top": 1, "In": cells}, cells)


@pytest.mark.parametrize("cell", ["# Parameters\ntopn = 5\n", 'study: str = "s"\ntopn: int = 5'])
def test_an_unknown_name_is_told_with_the_nearest(cell: str) -> None:
    with pytest.raises(StudyError, match="no parameter 'topn'") as error:
        check_shown(KEYWORDS, DEFAULTS | {"topn": 5}, ['study: str = "s"', cell])
    assert "Did you mean top_n?" in error.value.remedy


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    made = tmp_path / "data" / "raw" / "s"
    (made / "articles").mkdir(parents=True)
    (made / "articles" / "a.txt").write_text("어촌은 어부를 길렀다.", "utf-8")
    (made / "study.yml").write_text("title: 어촌\nquestion: 무엇인가?\nthesis: 그렇다.\n", "utf-8")
    monkeypatch.setenv("STUDY_ROOT", str(tmp_path))
    monkeypatch.setattr(stages, "NOTEBOOKS", tmp_path / "notebooks")
    return tmp_path


def _edit(path: Path, old: str, new: str) -> None:
    notebook = json.loads(path.read_text("utf-8"))
    cell = next(cell for cell in notebook["cells"] if "parameters" in cell["metadata"].get("tags", []))
    cell["source"] = "".join(cell["source"]).replace(old, new)
    path.write_text(json.dumps(notebook), "utf-8")


def test_a_run_says_what_it_takes_instead_of_an_edited_value(folder: Path) -> None:
    _edit(folder / "notebooks" / "03_keywords.ipynb", "top_n: int = 20", "top_n: int = 10")
    assert notes(["s"], {})[0].startswith("notebooks/03_keywords.ipynb shows top_n = 10, this run uses 20")
    assert notes(["s"], {"top_n": "10"}) == []


def test_a_run_says_nothing_of_notebooks_as_they_are(folder: Path) -> None:
    assert notes(["s"], {"top_n": "10"}) == []
