"""report.pdf: when it is printed, from what, and what a browser that fails leaves behind."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError
from helpers.running import pdf
from helpers.running.checks import _not_in_a_pdf, check_machine
from helpers.running.result import RunResult
from helpers.running.run import put_in_place
from made.processes import has_ended
from made.reports import report

pytestmark = pytest.mark.slow

MINIMAL = b"""%PDF-1.4
1 0 obj
<</CreationDate (D:20250304093000+00'00')>>
endobj
trailer
<</Size 2
/Root 1 0 R>>
startxref
9
%%EOF
"""


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
    (tmp_path / "minimal.pdf").write_bytes(MINIMAL)
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


def test_the_pdf_names_its_page_and_no_time_and_keeps_its_offsets(folder: Path, stand_in: Path) -> None:
    made = pdf.print_report(folder).read_bytes()
    assert b"CreationDate" not in made
    assert made.index(b"endobj") == MINIMAL.index(b"endobj")
    assert re.search(rb"trailer\n<</Size 2\n/Root 1 0 R\n/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]>>\nstartxref\n9\n", made)


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


def test_names_of_elements_do_not_depend_on_where_the_browser_began_to_count() -> None:
    made = b"%%PDF-1.4 /ID (node%08d) /Headers [(node%08d) (node%08d)] trailer <</Size 3>> startxref 9 %%%%EOF"
    one, other = (pdf._settled(made % (n, n + 4, n), b"<p>") for n in (155, 96))
    assert one == other
    assert b"/ID (node00000001) /Headers [(node00000002) (node00000001)]" in one


@pytest.mark.browser
def test_the_same_page_gives_the_same_bytes(folder: Path) -> None:
    (folder / "report.html").write_text(report(), "utf-8")
    first = pdf.print_report(folder).read_bytes()
    (folder / "report.pdf").unlink()
    time.sleep(1)
    assert pdf.print_report(folder).read_bytes() == first


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("pdfinfo") is None, reason="no poppler on this machine")
def test_the_report_is_printed_on_a4_whole_and_tagged(folder: Path) -> None:
    (folder / "report.html").write_text(report(), "utf-8")
    made = pdf.print_report(folder)
    about = subprocess.run(["pdfinfo", made], capture_output=True, text=True, check=True)
    assert "A4" in about.stdout and re.search(r"Tagged: +yes", about.stdout) and "Error" not in about.stderr
    text = subprocess.run(["pdftotext", made, "-"], capture_output=True, text=True, check=True).stdout
    for words in ("도서관은 왜 다시 열었나", "그림 1.", "표 1.", "꾸준히 투자", "인용하는 법"):
        assert words in text
    assert "복사" not in text and "본문으로 건너뛰기" not in text
