"""The notebooks as they are committed: readable, without outputs, ready to run from anywhere."""

import ast
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from helpers import store, tables
from helpers.running.notebooks import code_cells, imports, names_used, parameters_cell
from helpers.stages import NOTEBOOKS, STAGES, Stage
from made.sources import PACKAGE, trees

NAMES = [stage.notebook.name for stage in STAGES]
EVERY = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
LINES, WIDTH, WORDS = 5, 100, 34  # of a cell, of a line, of prose for each code cell


def _cells(name: str) -> list[dict]:
    return json.loads((NOTEBOOKS / name).read_text("utf-8"))["cells"]


def _code(name: str) -> list[str]:
    return ["".join(cell["source"]) for cell in _cells(name) if cell["cell_type"] == "code"]


@pytest.mark.parametrize("name", EVERY)
def test_notebook_is_committed_without_outputs(name: str) -> None:
    code = [cell for cell in _cells(name) if cell["cell_type"] == "code"]
    assert len(code) > 3
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)


@pytest.mark.parametrize("name", EVERY)
def test_notebook_begins_with_its_question_and_what_it_reads_and_writes(name: str) -> None:
    first = "".join(_cells(name)[0]["source"])
    assert first.startswith("# ")
    assert "**질문.**" in first and "읽는 것:" in first and "쓰는 것:" in first
    assert _cells(name)[1]["metadata"]["tags"] == ["parameters"]


@pytest.mark.parametrize("name", EVERY)
def test_cells_are_short_and_hold_no_program(name: str) -> None:
    for source in _code(name)[1:]:
        assert len(source.splitlines()) <= LINES, source
        assert "plt." not in source
        for node in ast.walk(ast.parse(source)):
            assert not isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.Try | ast.With), source


@pytest.mark.parametrize("name", EVERY)
def test_lines_of_code_are_no_wider_than_a_notebook(name: str) -> None:
    assert [line for source in _code(name) for line in source.splitlines() if len(line) > WIDTH] == []


@pytest.mark.parametrize("name", EVERY)
def test_no_name_stands_for_two_things(name: str) -> None:
    nodes = [node for source in _code(name) for node in ast.walk(ast.parse(source))]
    given = Counter(node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    assert [called for called, times in given.items() if times > 1] == []


@pytest.mark.parametrize("name", EVERY)
def test_headings_of_columns_stand_in_the_lexicon_alone(name: str) -> None:
    nodes = [node for source in _code(name) for node in ast.walk(ast.parse(source))]
    texts = [
        v.value for node in nodes if isinstance(node, ast.Dict) for v in node.values if isinstance(v, ast.Constant)
    ]
    assert [text for text in texts if re.search("[가-힣]", str(text))] == []


@pytest.mark.parametrize("name", EVERY)
def test_code_is_explained(name: str) -> None:
    prose = ["".join(cell["source"]) for cell in _cells(name) if cell["cell_type"] == "markdown"]
    assert sum(len(text.split()) for text in prose) >= WORDS * len(_code(name))


OF_NO_TABLE = (
    "prose.what_it_cannot_show(",
    "prose.abstract_en(",
)  # the limits of any reading; what was said, in English


def test_04_shows_a_table_or_figure_before_each_sentence_that_reads_it() -> None:
    shown = False
    for source in _code("04_narrative.ipynb"):
        if source.startswith(("prose.", "findings =")) and not source.startswith(OF_NO_TABLE):
            assert shown, source
            shown = False
        shown = shown or "reporting.table(" in source or "reporting.show" in source


@pytest.mark.parametrize("name", EVERY)
def test_prose_holds_no_result_of_a_parameter(name: str) -> None:
    prose = "\n".join("".join(cell["source"]) for cell in _cells(name) if cell["cell_type"] == "markdown")
    assert re.findall(r"\d+(?:[.,]\d+)?\s*(?:번|회|문장|퍼센트)", prose) == []


def test_each_table_is_written_by_one_stage() -> None:
    written = [table for stage in STAGES for table in stage.writes]
    assert len(written) == len(set(written)) == len(store.WRITTEN_BY)
    assert set(written) <= set(tables.TABLES)


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
    for name in EVERY:
        ids, prefix = [cell["id"] for cell in _cells(name)], re.split(r"[_.]", name)[0]
        assert ids == [f"{prefix}-{number:02d}" for number in range(1, len(ids) + 1)]


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_what_a_kernel_loads_ahead_is_there_and_is_what_the_notebook_names(stage: Stage) -> None:
    names: dict[str, object] = {}
    used = names_used(stage.notebook)
    exec("\n".join([*imports(stage.notebook), *used]), names)
    assert "store.write" in used
    assert any(line.startswith("prose.") for line in used)


# --- what a stage declares is what it does ----------------------------------------------------------------------------
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_notebook_begins_as_its_stage_and_takes_its_parameters(stage: Stage) -> None:
    assert f'begin("{stage.name}", study)' in _code(stage.notebook.name)[1]
    assert tuple(parameters_cell(stage.notebook)) == ("study", *stage.parameters)


@pytest.mark.long
@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_rooms_of_a_stage_are_those_whose_code_it_runs(stage: Stage) -> None:
    """By the import graph: from the notebook's imports on, but for what only type checkers import."""
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"running", "lexicons", "store", "tables"}
    named = {alias for line in imports(stage.notebook) for alias in re.findall(r"\w+", line)}
    reached, waiting = set(), sorted(named & rooms)
    while waiting:
        room = waiting.pop()
        if room not in reached:
            reached.add(room)
            waiting += sorted(_rooms_imported(room) & rooms)
    assert reached <= {*stage.rooms}, "add them to rooms of the stage"


NOT_BY_NOTEBOOKS = {("cleaning", "tokenizing")}  # `study clean` splits sentences


@cache
def _rooms_imported(room: str) -> set[str]:
    found: set[str] = set()
    for path, tree in trees().items():
        for node in _imports_at_run_time(tree) if PACKAGE / room in path.parents else ():
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("helpers"):
                inner = (node.module or "").split(".")[1:2]
                found |= set(inner) if inner else {alias.name for alias in node.names}
    return {other for other in found - {room} if (room, other) not in NOT_BY_NOTEBOOKS}


def _imports_at_run_time(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.If) and getattr(child.test, "id", "") == "TYPE_CHECKING"):
            yield child
            yield from _imports_at_run_time(child)


def test_03_counts_words_of_as_many_syllables_as_its_parameter_says() -> None:
    code = "\n".join(source for source, tagged in code_cells(NOTEBOOKS / "03_keywords.ipynb") if not tagged)
    assert code.count("min_length=min_syllables") == 3  # terms, reference articles, variants
