"""``study run`` of a corpus, from an import to a report that says what is true of many articles."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpers import store
from helpers.errors import StudyError, UsageError
from helpers.importing import import_sources
from helpers.running import run_study
from helpers.running.kernels import Kernels
from helpers.running.new import corpus_files
from helpers.running.options import Options
from helpers.running.overview import overview, why
from helpers.stages import CORPUS_STAGES, NOTEBOOKS
from made.exports import as_csv, bigkinds, bigkinds_rows, table_rows

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def kernels() -> Iterator[Kernels]:
    with Kernels(NOTEBOOKS) as kernels:
        yield kernels


def _import(name: str, path: Path) -> None:
    import_sources(name, [path], files=corpus_files(name), tell=lambda text: None)


def _plain(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^<>]+>", " ", html.partition("<body>")[2]))


def test_corpus_of_full_texts_gets_a_report_and_is_fresh_afterwards(
    project: Path, tmp_path: Path, kernels: Kernels
) -> None:
    rows = table_rows(36)
    rows[30][1] = rows[3][1]  # a copy
    rows[31][1], rows[31][2] = rows[3][1], ""  # another, that no day is known of
    path = tmp_path / "t.csv"
    path.write_text(as_csv(rows), "utf-8")
    _import("books", path)
    result = run_study("books", kernels=kernels)
    html = result.report.read_text("utf-8")
    text = _plain(html)
    assert "매체 3곳의 기사 36편을 살폈다" in text and "모두 전문이다" in text
    assert "인용은 전문이 있는 기사 36편에서 셌다" in text and "기사 한 편이" not in text
    assert "script src" not in html and len(html) < 800_000
    folder = store.report_folder("books")
    assert {path.name for path in (folder / "tables").iterdir()} >= {
        *("coverage.csv", "shares.csv", "stories.csv", "cooccurrence.gexf")
    }
    assert rows[3][0] in (folder / "tables" / "stories.csv").read_text("utf-8-sig")  # by its headline
    assert "본문은 옮기지 않았다" in text
    shown = [path.read_text("utf-8-sig") for path in folder.rglob("*") if path.suffix in (".html", ".ipynb", ".csv")]
    assert not any("꾸준히" in each or "책을 고르는 사람을" in each for each in shown)  # words of the articles' bodies
    stamp = result.report.stat().st_mtime_ns
    mine = folder / "notebooks" / "mine.ipynb"
    mine.write_text("{}", "utf-8")
    again = run_study("books", kernels=kernels)
    assert again.ran == () and result.report.stat().st_mtime_ns == stamp
    assert why("books") == {} and next(overview()).state == "fresh"
    assert run_study("books", options=Options(check=True), kernels=kernels).changes == ()
    seeded = run_study("books", {"seed": 7}, Options(check=True), kernels=kernels)
    assert why("books") == {} and next(overview()).state == "fresh"
    otherwise = run_study("books", {"min_syllables": 1}, Options(check=True), kernels=kernels)
    assert "articles" in otherwise.ran and why("books") == {} and next(overview()).state == "fresh"
    assert seeded.changes and not {"findings:", "parameters:"}.isdisjoint(seeded.changes)
    assert result.report.stat().st_mtime_ns == stamp and (folder / "results.json").is_file()
    with pytest.raises(UsageError, match="no stage"):
        run_study("books", options=Options(start="05"), kernels=kernels)
    result.report.unlink()
    assert why("books") == {"report": ["reports/books/report.html is not there"]}
    codebook = store.raw_folder("books") / "codebook.yml"
    codebook.write_text("# 다시 읽는다\n" + codebook.read_text("utf-8"), "utf-8")
    assert why("books")["articles"] == ["36 of them are new, changed, or to be read or coded otherwise"]
    assert run_study("books", kernels=kernels).ran and result.report.read_text("utf-8") == html
    assert mine.read_text("utf-8") == "{}"  # a person's
    assert "매체 3곳의 기사 36편을 살폈다" in _plain((folder.parent / "index.html").read_text("utf-8"))


def test_noun_lists_are_counted_and_their_leads_read_where_the_study_says_so(
    project: Path, tmp_path: Path, kernels: Kernels
) -> None:
    _import("bk", bigkinds(tmp_path / "NewsResult_20240601-20240628.xlsx", bigkinds_rows(30)))
    text = _plain(run_study("bk", kernels=kernels).report.read_text("utf-8"))
    assert "이 자료에는 전문이 없다" in text and "명사 목록에서 셌다" in text
    assert "명사 목록만 센 기사 30편에서는 문장을 읽지 않았으므로" in text and "제목과 첫머리 30편" not in text
    assert "문장을 읽은 기사가 없어 주장을 세지 않았다" in text
    study = store.raw_folder("bk") / "study.yml"
    study.write_text(study.read_text("utf-8").replace("leads: skip", "leads: read"), "utf-8")
    text = _plain(run_study("bk", kernels=kernels).report.read_text("utf-8"))
    assert "모두 제목과 첫머리다" in text and "명사 목록만 센" not in text and "전문이 없다" in text
    assert "문장을 읽은 기사가 없어" not in text and "명사 목록에서 셌다" in text


def test_corpus_of_which_no_article_can_be_read_is_no_success(project: Path, tmp_path: Path, kernels: Kernels) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for n, row in enumerate(table_rows(2)):
        (pages / f"p{n}.txt").write_text(f"{row[0]}\n\n입력 2024-06-03 09:30\n\n{row[1]}\n", "utf-8")
    _import("lost", pages)
    for copy in (store.raw_folder("lost") / "sources" / "pages").iterdir():
        copy.write_bytes(b"")
    with pytest.raises(StudyError, match=r"None of the 2 articles of lost could be read: .*empty"):
        run_study("lost", kernels=kernels)
    assert not (store.report_folder("lost") / "report.html").exists()


@pytest.mark.parametrize("name", [stage.name for stage in CORPUS_STAGES])
def test_notebook_is_committed_readable_and_without_outputs(name: str) -> None:
    cells = json.loads((NOTEBOOKS / f"{name}.ipynb").read_text("utf-8"))["cells"]
    first = "".join(cells[0]["source"])
    assert first.startswith("# ") and "**질문.**" in first and "읽는 것:" in first and "쓰는 것:" in first
    assert cells[1]["metadata"]["tags"] == ["parameters"]
    assert all(not cell["outputs"] for cell in cells if cell["cell_type"] == "code")
    assert [cell["id"] for cell in cells] == [f"{name[:2]}-{n:02d}" for n in range(1, len(cells) + 1)]
