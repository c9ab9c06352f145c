import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from helpers import stages, store, tables
from helpers.errors import StudyError
from helpers.study import open_study


def _finding(text: str = "문장이다.") -> object:
    return tables.FINDINGS.make([{"finding": "one", "text": text, "table": "codings"}])


def test_write_then_read_gives_the_same_table(village: Path) -> None:
    store.write("findings", _finding(), "village")
    assert store.read("findings", "village").equals(_finding())


def test_read_of_a_missing_table_names_the_notebook_to_run(village: Path) -> None:
    with pytest.raises(StudyError) as caught:
        store.read("tokens", "village")
    assert "data/processed/village/tokens.parquet" in caught.value.cause
    assert "notebooks/02_tokenize.ipynb" in caught.value.remedy


def test_read_of_an_unknown_study_names_the_known_ones(village: Path) -> None:
    with pytest.raises(StudyError) as caught:
        store.read("tokens", "vilage")
    assert "village" in caught.value.cause
    assert "study new vilage" in caught.value.remedy


@pytest.mark.parametrize("name", ["../x", "a/b", "/etc", "..", ".hidden", "", "a\\b", "a b", "x/../y"])
def test_check_name_refuses_what_leaves_the_folder(name: str) -> None:
    with pytest.raises(StudyError) as caught:
        store.check_name(name)
    assert repr(name) in caught.value.cause
    assert "not a path" in caught.value.remedy


def test_write_bytes_keeps_the_old_file_when_writing_fails(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = project / "report.html"
    store.write_bytes(target, b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StudyError, match="No space left") as caught:
        store.write_bytes(target, b"new")
    assert "report.html" in caught.value.cause
    assert target.read_bytes() == b"old"
    assert sorted(path.name for path in project.iterdir()) == ["data", "report.html"]


def test_write_bytes_into_a_file_says_so(project: Path) -> None:
    (project / "reports").write_text("not a folder")
    with pytest.raises(StudyError) as caught:
        store.write_bytes(project / "reports" / "x" / "report.html", b"")
    assert "reports/x/report.html could not be written" in caught.value.cause
    assert "disk is not full" in caught.value.remedy


def test_sweep_takes_away_what_a_killed_writer_left_and_nothing_else(project: Path) -> None:
    for name in (".a.csv.x1.study.part", ".draft.docx.part", ".run/tables/.b.parquet.x2.study.part", ".lock"):
        store.write_bytes(project / "reports" / name, b"")
    store.sweep(project / "reports")
    left = (path.relative_to(project / "reports").as_posix() for path in (project / "reports").rglob("*"))
    assert sorted(left) == [".draft.docx.part", ".lock", ".run", ".run/tables"]


@pytest.mark.parametrize("text", ["=1+1", "+82-2", "-1", "@SUM(A1)", "  =cmd|' /C calc'!A0", "\t=1"])
def test_as_csv_defuses_formulas(text: str) -> None:
    frame = tables.FINDINGS.make([{"finding": "one", "text": text, "table": "codings"}])
    cell = store.as_csv(frame).decode("utf-8-sig").splitlines()[1].split(",", 1)[1].lstrip('"')
    assert cell.startswith("'")
    assert frame["text"].iloc[0] == text


# --- what a notebook may do -------------------------------------------------------------------------------------------
@pytest.fixture
def narrative(village: Path) -> Iterator[Path]:
    """The study's folder; this process is held to what 04_narrative declares for it."""
    (village / "codings").mkdir()
    (village / "codings" / "kim.csv").write_text("a", "utf-8")
    (village / "stopwords.txt").write_text("책", "utf-8")
    (village / "codebook.yml").write_text("a: b", "utf-8")
    stages.grant(stages.Permit.of(stages.stage("04_narrative"), "village"))
    yield village
    stages.grant(None)


def test_a_table_that_is_not_declared_is_neither_read_nor_written(narrative: Path) -> None:
    with pytest.raises(StudyError, match="04_narrative reads the table lines, which it does not declare") as caught:
        store.read("lines", "village")
    assert "src/helpers/stages.py" in caught.value.remedy
    with pytest.raises(StudyError, match="04_narrative writes the table tokens, which it does not declare"):
        store.write("tokens", tables.TOKENS.empty(), "village")
    store.write("findings", _finding(), "village")


def test_a_file_or_entry_that_is_not_declared_is_not_read(narrative: Path) -> None:
    assert store.read_text(narrative / "codebook.yml") == "a: b"
    assert store.read_text(narrative / "codings" / "kim.csv") == "a"
    for name in ("stopwords.txt", "articles/library.txt"):
        with pytest.raises(StudyError, match=f"04_narrative reads data/raw/village/{name}, which it does not declare"):
            store.read_bytes(narrative / name)
    study = open_study("village")
    assert study.file.thesis
    for what in ("articles", "dictionary", "stopwords", "reference_files"):
        if what != "dictionary":  # there is none
            with pytest.raises(StudyError, match="does not declare"):
                getattr(study, what)


def test_another_study_than_the_open_one_is_refused(narrative: Path) -> None:
    shutil.copytree(narrative, narrative.with_name("town"))
    for act in (
        lambda: store.write("findings", _finding(), "town"),
        lambda: store.read("articles", "town"),
        lambda: store.read_text(narrative.with_name("town") / "codebook.yml"),
    ):
        with pytest.raises(StudyError, match="opened for the study 'village', not for 'town'"):
            act()


def test_a_table_with_another_studys_article_is_refused(village: Path) -> None:
    declared = stages.stage("04_narrative")
    stages.grant(replace(stages.Permit.of(declared, "village"), articles=("library",)))
    row = {
        "article_id": "elsewhere",
        "sentence_id": 1,
        "code": "a",
        "claim": "c",
        "stance": "supports",
        "coder": "rules",
    }
    with pytest.raises(StudyError, match="holds the article 'elsewhere', which the study 'village' does not have"):
        store.write("codings", tables.CODINGS.make([row]), "village")
    store.write("codings", tables.CODINGS.make([row | {"article_id": "library"}]), "village")
    stages.grant(None)


def test_a_damaged_table_is_told_by_its_name(village: Path) -> None:
    store.write_bytes(store.processed_folder("village") / "findings.parquet", b"PAR1 garbage")
    with pytest.raises(StudyError, match=r"data/processed/village/findings\.parquet is damaged") as caught:
        store.read("findings", "village")
    assert "study run --force" in caught.value.remedy


# --- whose a file is --------------------------------------------------------------------------------------------------
def test_what_a_notebook_writes_is_the_programs_until_a_person_changes_it(village: Path) -> None:
    path = store.processed_folder("village") / "findings.parquet"
    assert not store.is_ours("village", path)
    store.write("findings", _finding(), "village")
    assert store.is_ours("village", path)
    path.write_bytes(path.read_bytes() + b" ")
    assert not store.is_ours("village", path)
    assert store.keep_aside(path).name == "findings.kept.parquet"
    path.write_bytes(b"")
    assert store.keep_aside(path).name == "findings.kept-2.parquet"


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"a": 1}'])
def test_a_damaged_list_of_what_was_written_makes_nothing_ours(damage: str, village: Path) -> None:
    store.write("findings", _finding(), "village")
    store.write_text(store.processed_folder("village") / ".written.json", damage)
    assert not store.is_ours("village", store.processed_folder("village") / "findings.parquet")


def test_names_that_are_no_text_can_be_told(project: Path) -> None:
    name = b"\xb1\xe2\xbb\xe7.txt".decode("utf-8", "surrogateescape")
    assert store.relative(project / name) == "\\xb1\\xe2\\xbb\\xe7.txt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp949"])
def test_what_a_person_wrote_is_read_as_editors_save_it(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "stopwords.txt"
    file.write_bytes("# 목록: a, b\n도서관\n".encode(encoding))
    assert store.read_text(file) == "# 목록: a, b\n도서관\n"


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\xff\xd8\xff", "caf\u00e9".encode("latin-1"), b"\xff\xfea"])
def test_what_is_no_text_is_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "stopwords.txt"
    file.write_bytes(data)
    with pytest.raises(StudyError, match="not UTF-8 text"):
        store.read_text(file)
