"""Files are read as what they are, and written whole."""

from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError


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
