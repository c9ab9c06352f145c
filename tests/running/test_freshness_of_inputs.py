"""Every input of every stage, changed one by one: exactly the right steps are out of date, and what runs gives the bytes
of a run from nothing."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from helpers import stages, store
from helpers.errors import StudyError
from helpers.running import freshness, modules, notebooks, packages, run_study
from helpers.running.kernels import Kernels
from helpers.running.options import Options
from helpers.running.overview import follows, why
from helpers.running.result import RunResult
from helpers.running.untouched import untouched
from helpers.stages import NOTEBOOKS, STAGES
from made.village import ARTICLE

pytestmark = pytest.mark.slow
STEPS = {"01_clean", "02_tokenize", "03_keywords", "04_narrative", "report"}
STUDY = """title: 도서관
question: 왜 다시 여는가?
thesis: 꾸준한 투자가 도서관을 살렸다.
articles: [library]
reference: reference
parameters: {cross_check: [], draws: 100}
"""
ARTICLES = "library:\n  file: articles/library.txt\n  outlet: 마을신문\n"
OTHER = ARTICLE.replace("도서관", "체육관").replace("새싹", "풀잎")


def _make(root: Path) -> Path:
    from helpers.narrative import blank_codebook

    folder = root / "data" / "raw" / "village"
    files = {
        "study.yml": STUDY, "articles.yml": ARTICLES, "articles/library.txt": ARTICLE, "reference/other.txt": OTHER,
        "stopwords.txt": "다음\n", "dictionary.tsv": "새싹마을\tNNP\n", "codebook.yml": blank_codebook("왜?", "그래서."),
    }  # fmt: skip
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


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
        _make(root)
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


def _replace(name: str, old: str, new: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        text = (folder / name).read_text("utf-8")
        assert old in text
        (folder / name).write_text(text.replace(old, new), "utf-8")

    return change


def _write(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: store.write_text(folder / name, text)


FILES: dict[str, tuple[Callable[[Path], object], set[str]]] = {
    "the title": (_replace("study.yml", "title: 도서관", "title: 책"), {"04_narrative", "report"}),
    "the question": (_replace("study.yml", "왜 다시", "언제 다시"), {"04_narrative", "report"}),
    "the thesis": (_replace("study.yml", "꾸준한", "느린"), {"04_narrative", "report"}),
    "which articles": (_replace("study.yml", "articles: [library]", "articles: []"), {"01_clean", "report"}),
    "the reference": (_replace("study.yml", "reference: reference\n", ""), {"03_keywords", "report"}),
    "a comment in study.yml": (_write("study.yml", STUDY + "# 고침\n"), {"report"}),
    "the outlet": (_replace("articles.yml", "마을신문", "고을신문"), {"01_clean"}),
    "the rights": (_write("articles.yml", ARTICLES + "  rights: 없음\n"), {"01_clean"}),
    "an override": (_write("articles.yml", ARTICLES + "  overrides: [{drop: 좋아요0}]\n"), {"01_clean"}),
    "the article": (_replace("articles/library.txt", "2억", "3억"), {"01_clean"}),
    "a stopword": (_write("stopwords.txt", "다음\n마을\n"), {"03_keywords"}),
    "the stopwords, gone": (lambda folder: (folder / "stopwords.txt").unlink(), {"03_keywords"}),
    "a word of the dictionary": (_write("dictionary.tsv", "김하늘\tNNP\n"), {"02_tokenize", "03_keywords"}),
    "the codebook": (_replace("codebook.yml", "definition:", "definition: 새"), {"04_narrative"}),
    "a coding sheet, new": (_write("codings/kim.csv", "article_id,sentence_id,quote,code\n"), {"04_narrative"}),
    "a reference article": (_replace("reference/other.txt", "풀잎", "새봄"), {"03_keywords"}),
    "a reference article, new": (_write("reference/more.txt", OTHER), {"03_keywords"}),
    "a file that no stage reads": (_write("notes.txt", "메모"), set()),
    "a sheet as a workbook": (_write("codings/kim.xlsx", "x"), {"04_narrative"}),
    "a sheet that is neither CSV nor a workbook": (_write("codings/kim.ods", "x"), set()),
}


@pytest.mark.parametrize("what", FILES)
def test_a_changed_file_or_entry_makes_exactly_its_stages_out_of_date(what: str, study: Path) -> None:
    change, expected = FILES[what]
    change(study)
    assert set(why("village")) == expected


def test_what_may_follow_is_named_from_what_the_stages_declare_that_they_read() -> None:
    after_01 = ["02_tokenize", "03_keywords", "04_narrative", "report"]
    assert follows({"01_clean": ["articles.yml changed"]}) == after_01
    assert follows({"03_keywords": ["the parameter top_n is 7, was 5"], "report": ["the same"]}) == []
    assert follows({"03_keywords": ["stopwords.txt changed"]}) == ["report"], "04 reads none of its tables"
    assert follows({"report": ["study.yml changed"]}) == []
    assert follows({"published": ["report.html is not there"]}) == []
    assert follows({"articles": ["3 of them are new"]}) == ["report"]
    assert follows({}) == []


TAKEN = {
    "analyzer": {"02_tokenize", "03_keywords", "04_narrative", "report"},
    "cross_check": {"02_tokenize", "report"},
    "use_dictionary": {"02_tokenize", "report"},
    "parts_of_speech": {"03_keywords", "report"},
    "min_count": {"03_keywords", "report"},
    "min_syllables": {"03_keywords", "report"},
    "top_n": {"03_keywords", "report"},
    "window": {"03_keywords", "report"},
    "draws": {"03_keywords", "04_narrative", "report"},
    "seed": {"03_keywords", "04_narrative", "report"},
    "quotation": {"04_narrative", "report"},
}
OTHERWISE = {
    "analyzer": "komoran", "cross_check": "okt", "use_dictionary": "false", "parts_of_speech": "noun", "min_count": "3",
    "min_syllables": "1",
    "top_n": "7", "window": "9", "draws": "200", "seed": "2", "quotation": "evidence",
}  # fmt: skip


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
def _published(root: Path) -> dict[str, object]:
    found = [*(root / "reports").rglob("*"), *(root / "data" / "processed").rglob("*")]
    files = [path for path in found if path.is_file() and ".run" not in path.parts and not path.name.startswith(".")]
    read: dict[str, object] = {str(path.relative_to(root)): path.read_bytes() for path in files}
    read.pop("data/processed/village/timings.json")
    read.pop("data/processed/village/results.before.json", None)  # what was before, which a first run has not
    manifest = json.loads(read.pop("data/processed/village/manifest.json"))  # type: ignore[arg-type]
    return read | {"manifest": {name: value for name, value in manifest.items() if name != "source"}}


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
    made, anew = _published(tmp_path / "project"), _published(root)
    assert made.keys() == anew.keys()
    assert [name for name in made if made[name] != anew[name]] == []


def test_a_run_that_only_checks_says_what_would_change_and_changes_nothing(
    study: Path, tmp_path: Path, kernels: Kernels
) -> None:
    root = tmp_path / "project"
    before = _published(root)
    assert run_study("village", options=Options(check=True), kernels=kernels).changes == ()
    would = run_study("village", {"min_count": "4"}, Options(check=True), kernels=kernels).changes
    assert {"reports/village/report.html", "data/processed/village/manifest.json"} <= set(would)
    assert "data/processed/village/keywords.parquet" not in would, "the table holds every count"
    assert "data/processed/village/lines.parquet" not in would
    assert _published(root) == before
    assert why("village") == {} and untouched("village"), "the study's own state is as it was"
    assert not list(root.rglob(".check"))
    assert run_study("village", kernels=kernels).ran == ()
    assert _published(root) == before


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
    before = _published(tmp_path / "project")
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
    assert _published(tmp_path / "project") == before
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
