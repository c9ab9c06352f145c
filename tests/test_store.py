from pathlib import Path

import pytest

from helpers import store, tables
from helpers.errors import StudyError


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


def test_publish_leaves_same_files_alone_and_takes_old_ones_away(project: Path) -> None:
    made, place = project / "made", project / "place"
    store.write_bytes(made / "tables" / "a.csv", b"1")
    store.write_bytes(place / "tables" / "a.csv", b"1")
    store.write_bytes(place / "tables" / "gone.csv", b"2")
    store.write_bytes(place / "notebooks" / "03.failed.ipynb", b"3")
    before = (place / "tables" / "a.csv").stat().st_mtime_ns
    store.publish({made: place})
    assert (place / "tables" / "a.csv").stat().st_mtime_ns == before
    assert not (place / "tables" / "gone.csv").exists()
    assert (place / "notebooks" / "03.failed.ipynb").exists()


def test_publish_changes_nothing_if_one_file_cannot_be_written(project: Path) -> None:
    made, place = project / "made", project / "place"
    for name in ("a", "b", "c"):
        store.write_bytes(made / f"{name}.csv", b"new")
    store.write_bytes(place / "a.csv", b"old")
    store.write_bytes(place / "gone.csv", b"old")
    (place / "b.csv").mkdir()
    with pytest.raises(StudyError, match=r"place/b\.csv could not be replaced"):
        store.publish({made / "b.csv": place / "b.csv", made: place})
    assert (place / "a.csv").read_bytes() == b"old"
    assert sorted(path.name for path in place.iterdir()) == ["a.csv", "b.csv", "gone.csv"]


def test_sweep_takes_away_what_a_killed_writer_left_and_nothing_else(project: Path) -> None:
    for name in (".a.csv.x1.part", "a.part", ".run/tables/.b.parquet.x2.part", ".lock"):
        store.write_bytes(project / "reports" / name, b"")
    store.sweep(project / "reports")
    left = (path.relative_to(project / "reports").as_posix() for path in (project / "reports").rglob("*"))
    assert sorted(left) == [".lock", ".run", ".run/tables", "a.part"]


@pytest.mark.parametrize("text", ["=1+1", "+82-2", "-1", "@SUM(A1)", "  =cmd|' /C calc'!A0", "\t=1"])
def test_as_csv_defuses_formulas(text: str) -> None:
    frame = tables.FINDINGS.make([{"finding": "one", "text": text, "table": "codings"}])
    cell = store.as_csv(frame).decode("utf-8-sig").splitlines()[1].split(",", 1)[1].lstrip('"')
    assert cell.startswith("'")
    assert frame["text"].iloc[0] == text
