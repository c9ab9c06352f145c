"""Every input of every stage, changed one by one: exactly the right steps are out of date, and what runs gives the bytes
of a run from nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from helpers import stages, store
from helpers.errors import StudyError
from helpers.narrative.coding.codebook import Codebook
from helpers.narrative.corrections import CorrectionsFile
from helpers.running import freshness, modules, notebooks, packages, run_study
from helpers.running.kernels import Kernels
from helpers.running.options import Options
from helpers.running.overview import follows, why
from helpers.running.result import RunResult
from helpers.running.run import open_tasks, stale_tasks
from helpers.running.untouched import untouched
from helpers.stages import NOTEBOOKS, STAGES
from helpers.study import ArticleEntry, StudyFile
from made import inputs
from made.changes import FILES, OTHERWISE, STEPS, STUDY, TAKEN, make_study, published

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def kernels() -> Iterator[Kernels]:
    with Kernels(NOTEBOOKS) as kernels:
        yield kernels


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory, kernels: Kernels) -> Path:
    """The folder of a project whose study has been run."""
    root = tmp_path_factory.mktemp("project")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STUDY_ROOT", str(root))
        make_study(root)
        result = run_study("village", kernels=kernels)
        assert set(result.ran) == STEPS and result.notes == ()
    return root


@pytest.fixture
def study(ran: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The study's folder in a copy of that project, all fresh."""
    shutil.copytree(ran, tmp_path / "project")
    monkeypatch.setenv("STUDY_ROOT", str(tmp_path / "project"))
    return tmp_path / "project" / "data" / "raw" / "village"


def test_in_a_copy_of_the_project_all_is_fresh(study: Path) -> None:
    """The tests below change one thing in such a copy."""
    assert why("village") == {}


@pytest.mark.parametrize("what", FILES)
def test_a_changed_file_or_entry_makes_exactly_its_stages_out_of_date(what: str, study: Path) -> None:
    change, expected = FILES[what]
    change(study)
    assert set(why("village")) == expected


# --- each key of each YAML file, as its schema has them ---------------------------------------------------------------
def _stale() -> set[str]:
    """As ``why`` says it, without the quick look whether anything at all has changed."""
    return set(stale_tasks(open_tasks("village")))


KEYS: dict[str, tuple[type[BaseModel], str, str]] = {  # name -> model, text with every key, the stage that reads it
    "articles.yml": (ArticleEntry, inputs.ARTICLES, "01_clean"),
    "codebook.yml": (Codebook, inputs.CODEBOOK, "04_narrative"),
    "corrections.yml": (CorrectionsFile, inputs.CORRECTIONS, "04_narrative"),
}
VALID = {"file": "articles/other.txt", "published": "2025-03-06"}  # of articles.yml, which is checked when it is opened


@pytest.mark.parametrize("name", KEYS)
def test_each_key_of_a_yaml_file_makes_exactly_its_stage_out_of_date(
    name: str, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modules, "digests", cache(modules.digests))  # the code stays: it is read once
    model, text, stage = KEYS[name]
    text = text.replace("SHA256", str(store.sha256(study / "articles" / "library.txt")))
    shutil.copy(study / "articles" / "library.txt", study / "articles" / "other.txt")
    inputs.as_if_run_with(study, name, text, steps={stage, "report"})
    assert _stale() == set()
    document = yaml.safe_load(text)
    own = document["library"] if model is ArticleEntry else document
    keys = inputs.written(model, own)
    assert {key.name for key in keys} == inputs.keys_of(model), "made/inputs.py has a value for each key"
    for key in keys:
        if key.name == "sha256":  # another one is an error at once
            changed = yaml.safe_dump({"library": {k: v for k, v in own.items() if k != "sha256"}}, allow_unicode=True)
        elif model is ArticleEntry:
            changed = yaml.safe_dump({"library": yaml.safe_load(inputs.with_other(own, key, VALID.get(key.name)))})
        else:
            changed = inputs.with_other(own, key)
        (study / name).write_text(changed, "utf-8")
        assert _stale() == {stage}, key.name
    (study / name).write_text(text, "utf-8")
    assert _stale() == set()


STUDY_KEYS: dict[str, tuple[Any, set[str]]] = {  # key of study.yml -> another value, and what it makes out of date
    "title": ("책", {"04_narrative", "report"}),
    "question": ("언제 여는가?", {"04_narrative", "report"}),
    "thesis": ("느린 투자가 살렸다.", {"04_narrative", "report"}),
    "articles": ([], {"01_clean", "report"}),
    "reference": (None, {"03_keywords", "report"}),
    "duplicates": ("keep", {"report"}),
    "leads": ("read", {"report"}),
}


def test_each_key_of_study_yml_makes_exactly_its_stages_out_of_date(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(modules, "digests", cache(modules.digests))
    assert set(STUDY_KEYS) | {"parameters"} == inputs.keys_of(StudyFile)
    written = yaml.safe_load(STUDY)
    parameters = {name: ({**written["parameters"], name: _typed(name)}, TAKEN[name]) for name in TAKEN}
    cases = [(key, *case) for key, case in STUDY_KEYS.items()]
    for key, value, expected in [*cases, *(("parameters", *case) for case in parameters.values())]:
        changed = {name: each for name, each in {**written, key: value}.items() if each is not None}
        (study / "study.yml").write_text(yaml.safe_dump(changed, allow_unicode=True), "utf-8")
        assert _stale() == expected, (key, value)


def _typed(name: str) -> object:
    return yaml.safe_load(OTHERWISE[name]) if name not in ("cross_check", "parts_of_speech") else [OTHERWISE[name]]


def test_every_file_that_a_stage_declares_is_changed_here() -> None:
    declared = {name for stage in STAGES for name in stage.raw if not name.startswith(("study.yml: ", "@"))}
    assert declared == {*KEYS, "stopwords.txt", "dictionary.tsv", "synonyms.tsv", "codings/*.csv", "codings/*.xlsx"}


def test_what_may_follow_is_named_from_what_the_stages_declare_that_they_read() -> None:
    after_01 = ["02_tokenize", "03_keywords", "04_narrative", "report"]
    assert follows({"01_clean": ["articles.yml changed"]}) == after_01
    assert follows({"03_keywords": ["the parameter top_n is 7, was 5"], "report": ["the same"]}) == []
    assert follows({"03_keywords": ["stopwords.txt changed"]}) == ["report"], "04 reads none of its tables"
    assert follows({"report": ["study.yml changed"]}) == []
    assert follows({"published": ["report.html is not there"]}) == []
    assert follows({"articles": ["3 of them are new"]}) == ["report"]
    assert follows({}) == []


def test_every_parameter_is_looked_at_here() -> None:
    from helpers.running.parameters import FIELDS

    assert set(FIELDS) == set(TAKEN)


@pytest.mark.parametrize("name", TAKEN)
def test_a_changed_parameter_makes_exactly_its_stages_out_of_date(name: str, study: Path) -> None:
    found = why("village", {name: OTHERWISE[name]})
    assert set(found) == TAKEN[name]
    assert all(any(f"the parameter {name} is" in reason for reason in reasons) for reasons in found.values())


@pytest.mark.parametrize("table", store.WRITTEN_BY)
def test_a_table_that_is_not_as_it_was_made_is_out_of_date_with_those_that_read_it(table: str, study: Path) -> None:
    path = store.processed_folder("village") / ".run" / "tables" / f"{table}.parquet"
    path.write_bytes(path.read_bytes() + b" ")
    readers = {stage.name for stage in STAGES if table in stage.reads}
    assert set(why("village")) == {store.WRITTEN_BY[table], *readers, "report"}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_notebooks_code_counts_for_its_stage_and_its_prose_for_the_report(
    stage: stages.Stage, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    monkeypatch.setattr(stages, "NOTEBOOKS", tmp_path / "notebooks")
    path = tmp_path / "notebooks" / f"{stage.name}.ipynb"
    whole = json.loads(path.read_text("utf-8"))

    def with_cell(kind: str, **changed: object) -> set[str]:
        book = json.loads(json.dumps(whole))
        next(cell for cell in book["cells"][2:] if cell["cell_type"] == kind).update(changed)
        path.write_text(json.dumps(book), "utf-8")
        notebooks.code_cells.cache_clear()
        return set(why("village"))

    assert with_cell("code", source="pass") == {stage.name, "report"}
    assert with_cell("markdown", source="새 글") == {"report"}
    assert with_cell("code", outputs=[{"output_type": "stream"}], execution_count=7) == set()
    assert with_cell("code", metadata={"collapsed": True, "trusted": True}) == set()


ROOMS = {
    "cleaning": {"01_clean", "03_keywords", "04_narrative"},
    "tokenizing": {"02_tokenize", "03_keywords", "04_narrative"},
    "keywords": {"03_keywords", "04_narrative"},
    "narrative": {"04_narrative"},
    "reporting": STEPS,
    "running": {"report"},
    "lexicons": STEPS,
    "tables": STEPS,
    "": STEPS,
}
NO_PART = {"stages.py"}


@pytest.mark.parametrize("room", ROOMS)
def test_each_changed_module_makes_exactly_the_stages_of_its_room_out_of_date(
    room: str, study: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.running.state import State

    shutil.copytree(modules.PACKAGE, tmp_path / "helpers", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(modules, "PACKAGE", tmp_path / "helpers")
    notes = State.read(store.processed_folder("village") / ".run" / "state.json").notes
    files = (tmp_path / "helpers" / room).glob("*" if not room else "**/*")
    for path in sorted(path for path in files if path.is_file()):
        name = f"code {path.relative_to(tmp_path / 'helpers').as_posix()}"
        expected = set() if path.name in NO_PART and not room else ROOMS[room]
        assert {step for step, note in notes.items() if name in note.inputs} == expected, name
    changed = next(path for path in sorted((tmp_path / "helpers" / room).glob("*.*")) if path.name not in NO_PART)
    changed.write_bytes(changed.read_bytes() + b"\n")  # no digest of the copy has been taken yet
    assert set(why("village")) == ROOMS[room]


def test_each_changed_package_makes_everything_out_of_date_and_a_tool_nothing(
    study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = packages.versions()
    assert {"pandas", "kiwipiepy", "kiwipiepy-model", "pyarrow", "konlpy", "papermill"} <= set(now)
    assert not {"nbval", "jupyterlab", "ruff", "pytest", "mypy"} & set(now)
    monkeypatch.setattr(packages, "installed", lambda: "other")
    for name in ("kiwipiepy-model", "matplotlib"):
        monkeypatch.setattr(packages, "versions", lambda name=name: now | {name: "0"})
        found = why("village")
        assert set(found) == STEPS, name
        assert all(f"the package {name} is 0, was {now[name]}" in reasons for reasons in found.values())
    monkeypatch.setattr(packages, "versions", lambda: dict.fromkeys(now, "0"))
    found = why("village")
    assert set(found) == STEPS
    assert all(f"and {len(now) - freshness.MOST_NAMED} more packages" in reasons for reasons in found.values())
    monkeypatch.setattr(packages, "versions", lambda: now)
    assert why("village") == {}


# --- what runs gives the bytes of a run from nothing -------------------------------------------------------------------
RUNS = {  # which stages run, since their inputs or the tables before them changed
    "the outlet": {"01_clean", "04_narrative", "report"},
}


@pytest.mark.parametrize("what", RUNS)
def test_a_run_after_a_change_gives_the_bytes_of_a_run_from_nothing(
    what: str, study: Path, tmp_path: Path, kernels: Kernels, monkeypatch: pytest.MonkeyPatch
) -> None:
    FILES[what][0](study)
    result: RunResult = run_study("village", kernels=kernels)
    assert set(result.ran) == RUNS[what]
    assert why("village") == {}
    assert run_study("village", kernels=kernels).ran == ()
    root = tmp_path / "nothing"
    shutil.copytree(study, root / "data" / "raw" / "village")
    monkeypatch.setenv("STUDY_ROOT", str(root))
    run_study("village", kernels=kernels)
    made, anew = published(tmp_path / "project"), published(root)
    assert made.keys() == anew.keys()
    assert [name for name in made if made[name] != anew[name]] == []


def test_a_run_that_only_checks_says_what_would_change_and_changes_nothing(
    study: Path, tmp_path: Path, kernels: Kernels
) -> None:
    root = tmp_path / "project"
    before = published(root)
    assert run_study("village", options=Options(check=True), kernels=kernels).changes == ()
    would = run_study("village", {"min_count": "4"}, Options(check=True), kernels=kernels).changes
    assert {"reports/village/report.html", "data/processed/village/manifest.json"} <= set(would)
    assert "data/processed/village/keywords.parquet" not in would, "the table holds every count"
    assert "data/processed/village/lines.parquet" not in would
    assert published(root) == before
    assert why("village") == {} and untouched("village"), "the study's own state is as it was"
    assert not list(root.rglob(".check"))
    assert run_study("village", kernels=kernels).ran == ()
    assert published(root) == before


# --- what does not end well -------------------------------------------------------------------------------------------
ENDS = {
    "a cell takes too long": ("import time; time.sleep(600)", "stopped: a cell took longer than 5 s"),
    "its table is gone": (
        "from helpers import store\n(store.processed_folder(study) / 'lines.parquet').unlink()",
        "01_clean came to its end without having made",
    ),
}


@pytest.mark.parametrize("end", ENDS)
def test_a_notebook_that_does_not_end_well_leaves_the_last_good_report(
    end: str, study: Path, tmp_path: Path, kernels: Kernels, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After it has written its tables; that its kernel is killed: test_faults."""
    code, cause = ENDS[end]
    before = published(tmp_path / "project")
    shutil.copytree(NOTEBOOKS, tmp_path / "notebooks")
    path = tmp_path / "notebooks" / "01_clean.ipynb"
    book = json.loads(path.read_text("utf-8"))
    last = {"cell_type": "code", "id": "last", "metadata": {}, "outputs": [], "execution_count": None}
    book["cells"].append(last | {"source": f"print('말했다')\n{code}"})
    path.write_text(json.dumps(book), "utf-8")
    with monkeypatch.context() as patch, pytest.raises(StudyError) as caught:
        patch.setattr(stages, "NOTEBOOKS", tmp_path / "notebooks")
        run_study("village", options=Options(cell_timeout=5), kernels=kernels)
    assert cause in caught.value.cause
    failed = store.report_folder("village") / "notebooks" / "01_clean.failed.ipynb"
    if "stopped" in cause:
        assert "말했다" in failed.read_text("utf-8")
        failed.unlink()
    assert published(tmp_path / "project") == before
    assert "01_clean" in why("village")


# --- saved while a run reads it ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("name", "text", "step"),
    [
        ("stopwords.txt", "도서관\n", "03_keywords"),
    ],
)
def test_what_is_saved_during_a_run_leaves_the_result_out_of_date(
    name: str, text: str, step: str, study: Path, kernels: Kernels, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.running import publishing

    build = publishing.build
    before = store.sha256(study / name)

    def save_and_build(*args: object, **options: object) -> None:
        (study / name).write_text(text, "utf-8")
        build(*args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "build", save_and_build)
    result = run_study("village", options=Options(start="report"), kernels=kernels)
    assert any(step in note and "saved during the run" in note for note in result.notes)
    assert step in why("village")
    manifest = json.loads((store.processed_folder("village") / "manifest.json").read_text("utf-8"))
    assert manifest["inputs"][f"data/raw/village/{name}"] == before, "the manifest names what was read"
