from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from helpers.running.publishing import _as_text, _with_current_prose
from helpers.stages import STAGES
from made.reports import cell, notebook, shown


@pytest.fixture
def run_folder(tmp_path: Path) -> Path:
    """A run whose executed first notebook has other Markdown than the source, and injected parameters."""
    source = nbformat.read(STAGES[0].notebook, as_version=4)
    for each in source.cells:
        if each.cell_type == "markdown":
            each.source = "예전 글"
    injected = nbformat.v4.new_code_cell('study = "village"', metadata={"tags": ["injected-parameters"]})
    source.cells.insert(2, injected)
    (tmp_path / "notebooks").mkdir()
    nbformat.write(source, tmp_path / "notebooks" / "01_clean.ipynb")
    return tmp_path


def test_prose_is_the_sources_and_code_and_parameters_are_the_runs(run_folder: Path) -> None:
    made = _with_current_prose(run_folder, STAGES[0])
    committed = json.loads(STAGES[0].notebook.read_text("utf-8"))["cells"]
    assert "예전 글" not in json.dumps(made, ensure_ascii=False)
    assert [c["source"] for c in made["cells"] if c["cell_type"] == "markdown"] == [
        "".join(c["source"]) for c in committed if c["cell_type"] == "markdown"
    ]
    assert "".join(made["cells"][2]["source"]) == 'study = "village"'


def test_a_published_notebook_has_the_bytes_that_nbformat_writes(tmp_path: Path) -> None:
    book = notebook("제목", cell(shown(), source="a = 1\nb = 2"))
    nbformat.write(book, tmp_path / "a.ipynb")
    written = (tmp_path / "a.ipynb").read_text("utf-8")
    assert _as_text(json.loads(written)) == written.rstrip("\n") + "\n"
