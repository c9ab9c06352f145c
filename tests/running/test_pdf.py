"""report.pdf: when it is printed, from what, and what a browser that fails leaves behind."""

from __future__ import annotations

import io
import os
import re
import time
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from helpers import store
from helpers.errors import StudyError
from helpers.running import pdf, settling
from helpers.running.checks import _not_in_a_pdf, check_machine
from helpers.running.result import RunResult
from helpers.running.run import put_in_place
from made.processes import has_ended
from made.reports import report

pytestmark = pytest.mark.slow


def minimal(first: int = 1, day: str = "20250304") -> bytes:
    """A PDF of one page as a browser would print it: with the day, and elements that it counts from ``first``."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.metadata = {"/Title": "책", "/CreationDate": f"D:{day}093000+00'00'", "/ModDate": f"D:{day}093000+00'00'"}
    one, other = (TextStringObject(f"node{number:08d}") for number in (first, first + 4))
    cell = DictionaryObject({NameObject("/ID"): other, NameObject("/Headers"): ArrayObject([one])})
    writer.root_object[NameObject("/StructTreeRoot")] = cell
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


@pytest.fixture
def folder(project: Path) -> Path:
    """The folder of a report of the invented study."""
    made = project / "reports" / "village"
    made.mkdir(parents=True, exist_ok=True)
    (made / "report.html").write_text("<!DOCTYPE html><title>책</title><p>책.", "utf-8")
    return made


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that prints a minimal PDF and notes each call in ``calls``."""
    place = tmp_path / "bin" / "chromium"
    place.parent.mkdir()
    (tmp_path / "minimal.pdf").write_bytes(minimal())
    behave(place, f'echo "$@" >> {tmp_path}/calls\n{printing(f"cat {tmp_path}/minimal.pdf")}')
    monkeypatch.setenv("PATH", f"{place.parent}{os.pathsep}{os.environ['PATH']}")
    return place


def printing(command: str) -> str:
    return f'for a; do case $a in --print-to-pdf=*) {command} > "${{a#*=}}";; esac; done'


def behave(place: Path, script: str) -> None:
    place.write_text(f"#!/bin/sh\n{script}\n")
    place.chmod(0o755)


def left(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_it_is_printed_once_and_again_when_the_report_changed(folder: Path, stand_in: Path, tmp_path: Path) -> None:
    assert pdf.print_report(folder) == folder / "report.pdf"
    pdf.print_report(folder)
    assert len((tmp_path / "calls").read_text().splitlines()) == 1
    (folder / "report.html").write_text("<!DOCTYPE html><title>책</title><p>둘.", "utf-8")
    assert not pdf.is_current(folder)
    pdf.print_report(folder)
    assert len((tmp_path / "calls").read_text().splitlines()) == 2 and pdf.is_current(folder)
    assert left(folder) == {"report.html", "report.pdf"}


def test_the_browser_may_ask_nothing_of_the_network_and_has_a_profile_of_its_own(
    folder: Path, stand_in: Path, tmp_path: Path
) -> None:
    pdf.print_report(folder)
    call = (tmp_path / "calls").read_text()
    assert "--host-resolver-rules=MAP * ~NOTFOUND" in call and "--disable-background-networking" in call
    assert ("--no-sandbox" in call) == (os.geteuid() == 0)
    assert not Path(re.search(r"--user-data-dir=(\S+)", call)[1]).exists()


def test_the_pdf_names_its_page_and_no_time(folder: Path, stand_in: Path) -> None:
    about = PdfReader(pdf.print_report(folder)).metadata
    assert about == {"/Title": "책", settling.PAGE: store.sha256(folder / "report.html")}


@pytest.mark.parametrize(
    ("script", "cause"),
    [
        ("echo out of paper >&2; exit 3", "out of paper"),
        ("exit 0", "it said nothing"),
        (printing("echo %PDF-1.4 half"), "printed no PDF"),
    ],
)
def test_a_browser_that_fails_leaves_the_last_pdf(folder: Path, stand_in: Path, script: str, cause: str) -> None:
    before = pdf.print_report(folder).read_bytes()
    (folder / "report.html").write_text("<p>둘", "utf-8")
    behave(stand_in, script)
    with pytest.raises(StudyError, match=cause) as caught:
        pdf.print_report(folder)
    assert str(folder / "report.html") in caught.value.remedy
    assert (folder / "report.pdf").read_bytes() == before
    assert left(folder) == {"report.html", "report.pdf"}


def test_a_browser_that_hangs_is_ended_with_its_children(folder: Path, stand_in: Path, tmp_path: Path) -> None:
    behave(stand_in, f"sleep 60 &\necho $! > {tmp_path}/child\nwait")
    start = time.monotonic()
    with pytest.raises(StudyError, match=r"after 0\.5 seconds"):
        pdf.print_report(folder, seconds=0.5)
    assert time.monotonic() - start < 50
    child = int((tmp_path / "child").read_text())
    assert has_ended(child)
    assert left(folder) == {"report.html"}


def test_a_browser_is_found_where_macos_and_windows_keep_them(tmp_path: Path) -> None:
    mac = [str(path) for path in pdf._installed("darwin", {}, tmp_path)]
    assert "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" in mac
    windows = pdf._installed("win32", {"PROGRAMFILES": str(tmp_path), "LOCALAPPDATA": ""}, tmp_path)
    assert windows[0] == tmp_path / "Google" / "Chrome" / "Application" / "chrome.exe" and len(windows) == 2
    assert pdf._installed("linux", {}, tmp_path) == []


def test_the_browser_that_a_person_names_is_taken_and_no_other(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pdf.find_browser() == str(stand_in)
    own = tmp_path / "own browser"
    behave(own, "exit 0")
    monkeypatch.setenv("STUDY_BROWSER", str(own))
    assert pdf.find_browser() == str(own)
    monkeypatch.setenv("STUDY_BROWSER", str(tmp_path / "none"))
    assert pdf.find_browser() is None


def test_check_names_the_characters_that_no_font_of_the_report_can_draw(village: Path, folder: Path) -> None:
    def said() -> str:
        return " ".join(finding.what for finding in _not_in_a_pdf("village"))

    (folder / "report.html").write_text("<p>책 &amp; 中 ✂</p>", "utf-8")
    assert "draw all its characters" in said()
    (folder / "report.html").write_text("<p>책 𐎀</p>", "utf-8")
    assert "all but 1 characters: 𐎀 (U+10380)" in said()


def test_without_a_browser_the_remedy_says_what_to_install(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(StudyError, match="no browser") as caught:
        pdf.print_report(folder)
    assert "chromium" in caught.value.remedy and "reports/village/report.html" in caught.value.remedy
    assert left(folder) == {"report.html"}
    assert any("a browser" in finding.what and not finding.ok for finding in check_machine())


def test_a_pdf_of_another_report_is_removed_and_a_current_one_stays(folder: Path, stand_in: Path) -> None:
    pdf.drop_stale(folder)
    pdf.print_report(folder)
    pdf.drop_stale(folder)
    assert left(folder) == {"report.html", "report.pdf"}
    (folder / "report.html").write_text("<p>둘", "utf-8")
    pdf.drop_stale(folder)
    assert left(folder) == {"report.html"}


def test_publishing_keeps_the_pdf_of_the_same_report_and_takes_that_of_another_away(
    village: Path, folder: Path, stand_in: Path
) -> None:
    run = store.processed_folder("village") / ".run"
    (folder / "report.html").unlink()  # a person's own would be kept beside ours
    for name, text in (("tables/lines.parquet", ""), ("manifest.json", "{}"), ("report/report.html", "<p>하나")):
        store.write_text(run / name, text)
    made = RunResult("village", folder / "report.html", ("report",))
    put_in_place(made, run)
    pdf.print_report(folder)
    put_in_place(made, run)
    assert left(folder) == {"report.html", "report.pdf"}
    store.write_text(run / "report" / "report.html", "<p>둘")
    put_in_place(made, run)
    assert left(folder) == {"report.html"}


def test_neither_the_day_nor_where_the_browser_began_to_count_is_in_the_file() -> None:
    one, other = settling.settled(minimal(155), page="0a"), settling.settled(minimal(96, "20260101"), page="0a")
    assert one == other is not None
    assert b"/ID (node00000002)" in one and b"(node00000001)" in one
    assert settling.settled(minimal(), page="0b") != one


@pytest.mark.parametrize("cut", [b"", b"%PDF-1.4 ", b"<html>", minimal()[:-200]])
def test_what_is_no_whole_pdf_is_none(cut: bytes, tmp_path: Path) -> None:
    assert settling.settled(cut, page="0a") is None
    (tmp_path / "cut.pdf").write_bytes(cut)
    assert settling.page_of(tmp_path / "cut.pdf") is None


@pytest.mark.browser
def test_the_same_page_gives_the_same_bytes(folder: Path) -> None:
    (folder / "report.html").write_text(report(), "utf-8")
    first = pdf.print_report(folder).read_bytes()
    (folder / "report.pdf").unlink()
    time.sleep(1)
    assert pdf.print_report(folder).read_bytes() == first


@pytest.mark.browser
def test_the_report_is_printed_on_a4_whole_and_tagged(folder: Path) -> None:
    (folder / "report.html").write_text(report(), "utf-8")
    made = PdfReader(pdf.print_report(folder), strict=True)
    assert [round(float(each)) for each in made.pages[0].mediabox] == [0, 0, 595, 842]
    assert made.root_object["/MarkInfo"]["/Marked"] and "/StructTreeRoot" in made.root_object
    assert made.outline and made.root_object["/Lang"] == "ko"
    text = "".join("".join(page.extract_text().replace("\x01", " ").split()) for page in made.pages)
    for words in ("도서관은왜다시열었나", "그림1.", "꾸준히투자", "인용하는법"):
        assert words in text
    assert "복사" not in text and "본문으로건너뛰기" not in text
