"""The notebooks as they are committed: readable, without outputs, ready to run from anywhere."""

import ast
import json
import re

import pytest

from helpers import store
from helpers.running.stages import STAGES, Stage

NAMES = [stage.notebook.name for stage in STAGES]


def _cells(name: str) -> list[dict]:
    path = next(stage.notebook for stage in STAGES if stage.notebook.name == name)
    return json.loads(path.read_text("utf-8"))["cells"]


def _code(name: str) -> list[str]:
    return ["".join(cell["source"]) for cell in _cells(name) if cell["cell_type"] == "code"]


@pytest.mark.parametrize("name", NAMES)
def test_notebook_is_committed_without_outputs(name: str) -> None:
    code = [cell for cell in _cells(name) if cell["cell_type"] == "code"]
    assert len(code) > 3
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


@pytest.mark.parametrize("name", NAMES)
def test_notebook_begins_with_its_question_and_what_it_reads_and_writes(name: str) -> None:
    first = "".join(_cells(name)[0]["source"])
    assert first.startswith("# ")
    assert "**질문.**" in first and "읽는 것:" in first and "쓰는 것:" in first
    assert _cells(name)[1]["metadata"]["tags"] == ["parameters"]


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_short_and_hold_no_program(name: str) -> None:
    for source in _code(name)[1:]:
        assert len(source.splitlines()) <= 8, source
        assert "plt." not in source
        for node in ast.walk(ast.parse(source)):
            assert not isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.Try | ast.With), source


@pytest.mark.parametrize("name", NAMES)
def test_prose_holds_no_result_of_a_parameter(name: str) -> None:
    prose = "\n".join("".join(cell["source"]) for cell in _cells(name) if cell["cell_type"] == "markdown")
    assert re.findall(r"\d+(?:[.,]\d+)?\s*(?:번|회|문장|퍼센트)", prose) == []


def test_store_names_the_notebook_that_writes_each_table() -> None:
    written = {table: stage.name for stage in STAGES for table in stage.writes}
    assert written == store.WRITTEN_BY


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_notebook_says_which_tables_it_reads_and_writes(stage) -> None:
    first = "".join(_cells(stage.notebook.name)[0]["source"])
    reads, writes = first.split("쓰는 것:")
    assert [table for table in stage.reads if f"`{table}`" not in reads] == []
    assert [table for table in stage.writes if f"`{table}`" not in writes] == []


def test_data_flows_one_way() -> None:
    ready: set[str] = set()
    for stage in STAGES:
        assert set(stage.reads) <= ready, stage.name
        ready |= set(stage.writes)


def test_cell_ids_are_unique_and_stable() -> None:
    for name in NAMES:
        ids = [cell["id"] for cell in _cells(name)]
        assert ids == [f"{name[:2]}-{number:02d}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_what_a_kernel_loads_ahead_is_there_and_is_what_the_notebook_names(stage: Stage) -> None:
    names: dict[str, object] = {}
    exec(stage.imports, names)
    exec(stage.helpers, names)
    assert "store.write" in stage.helpers.splitlines()
    assert any(line.startswith("prose.") for line in stage.helpers.splitlines())
