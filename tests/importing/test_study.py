"""Exports, tables and folders become corpora, every row accounted for, whole or not at all."""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from helpers.errors import StudyError, UsageError
from helpers.importing import import_sources, read_catalogue
from helpers.importing.days import published
from helpers.importing.outlets import outlet_name, outlet_of_address
from helpers.importing.sheets import open_sheet
from made.exports import HEAD, TABLE_HEAD, as_csv, bigkinds, bigkinds_rows, table_rows

PAGE = "도서관 {n}호\n\n입력 2024-06-0{n} 09:30\n\n새싹마을 도서관이 {n}번째 공사를 마치고 다음 달 다시 문을 연다. 마을은 해마다 2억 원을 모아 건물을 고쳤다.\n\n무단 전재 및 재배포 금지\n"


def take(name: str, *paths: Path, **options):
    told: list[str] = []
    plan = import_sources(name, list(paths), tell=told.append, **options)
    return plan, "\n".join(told)


def articles(project: Path, name: str) -> list[dict[str, str]]:
    return read_catalogue(project / "data" / "raw" / name / "articles.csv")[1]


def nothing_made(project: Path) -> bool:
    return list((project / "data" / "raw").iterdir()) == []


def test_bigkinds_export_becomes_a_corpus_with_every_row_accounted_for(project: Path, tmp_path: Path) -> None:
    rows = bigkinds_rows(30)
    rows[3][4] = rows[3][16] = rows[3][14] = ""  # a row without any text
    rows[5][0] = rows[4][0]  # the same identifier, other words
    file = bigkinds(tmp_path / "NewsResult_20240601-20240630.xlsx", rows)
    plan, told = take("books", file)
    got = articles(project, "books")
    assert (len(got), len(plan.audits[0].dropped), plan.audits[0].rows) == (28, 2, 30)
    assert "30 read = 28 kept + 2 dropped" in told and "a BIGKinds export of 19 columns" in told
    assert "1: it has no text" in told and "already there with other words, which stay" in told
    assert "asked for: 2024-06-01 to 2024-06-30" in told and "; on 10 of 30 days" in told
    assert "중복 3" in told and "no '·' and no '…'" in told
    assert got[0]["article_id"] == rows[0][0] and got[0]["published_at"] == "2024-06-02"
    assert got[0]["stratum"] == "lead" and got[0]["reporter"] == "김하늘 기자"
    assert got[0]["file"] == f"sources/{file.name}#row=2"
    assert (project / "data/raw/books/sources" / file.name).read_bytes() == file.read_bytes()
    dropped = list(csv.DictReader((project / "data/raw/books/dropped.csv").open(encoding="utf-8")))
    assert [row["place"].rpartition("=")[2] for row in dropped] == ["5", "7"]


def test_older_and_lab_layouts_are_told_apart(project: Path, tmp_path: Path) -> None:
    older = ("DATE", "COMPANY", "BYLINE", "HEADLINE", "PERSON", "PLACE", "ORG", "KEYWORD", "FEATURE", "TEXT", "URL")
    file = bigkinds(tmp_path / "old.xlsx", [["20240603", "새싹일보", "", "책장", "", "", "", "책,책장", "", "책장이 왔다..", ""]], older)  # fmt: skip
    assert "a BIGKinds export of 11 columns" in take("old", file)[1]
    assert articles(project, "old")[0]["stratum"] == "lead"
    lab = tmp_path / "lab.csv"
    lab.write_text(as_csv([["0110", "책장", table_rows(1)[0][1]]], ["newsId", "title", "dataContent"]), "utf-8-sig")
    assert "of the LAB" in take("lab", lab)[1]
    assert articles(project, "lab")[0]["stratum"] == "full"


def test_noun_lists_alone_and_headlines_alone_are_strata_of_their_own(project: Path, tmp_path: Path) -> None:
    rows = bigkinds_rows(2)
    rows[0][16] = rows[1][16] = rows[1][4] = ""
    take("bare", bigkinds(tmp_path / "x.xlsx", rows))
    assert [row["stratum"] for row in articles(project, "bare")] == ["title", "nouns"]


@pytest.mark.parametrize("kind", ["csv", "cp949", "tsv", "jsonl", "parquet", "xlsx"])
def test_the_same_table_in_every_form_gives_the_same_articles(project: Path, tmp_path: Path, kind: str) -> None:
    rows = table_rows(12)
    path = tmp_path / f"t.{'csv' if kind == 'cp949' else kind}"
    if kind in ("csv", "cp949"):
        path.write_bytes(as_csv(rows).encode("cp949" if kind == "cp949" else "utf-8"))
    elif kind == "tsv":
        path.write_text("\n".join("\t".join(row) for row in [TABLE_HEAD, *rows]), "utf-8")
    elif kind == "jsonl":
        path.write_text("\n".join(json.dumps(dict(zip(TABLE_HEAD, row, strict=True))) for row in rows), "utf-8")
    elif kind == "parquet":
        pd.DataFrame(rows, columns=TABLE_HEAD).to_parquet(path)
    else:
        bigkinds(path, rows, tuple(TABLE_HEAD))
    take("t", path, mapping={"x_side": "성향"})
    got = articles(project, "t")
    assert [row["title"] for row in got] == [row[0] for row in rows]
    assert {row["stratum"] for row in got} == {"full"} and {row["x_side"] for row in got} == {"산", "들"}
    assert got[0]["published_at"] == "2024-06-02T14:20+09:00" and got[0]["outlet"] == rows[0][3]
    take("csv", _csv(tmp_path / "same.csv", rows), mapping={"x_side": "성향"})
    assert [row["article_id"] for row in got] == [row["article_id"] for row in articles(project, "csv")]
    assert [row["sha256"] for row in got] == [row["sha256"] for row in articles(project, "csv")]


def _csv(path: Path, rows: list[list[str]]) -> Path:
    path.write_text(as_csv(rows), "utf-8")
    return path


def test_feed_is_imported_and_one_with_a_document_type_refused(project: Path, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_text(
        "<rss><channel><title>새싹일보</title><item><title>책장이 왔다</title><link>https://a.example.com/1</link>"
        "<description>&lt;p&gt;새싹마을 도서관에 책장이 왔다…&lt;/p&gt;</description>"
        "<pubDate>Mon, 03 Jun 2024 20:20:00 GMT</pubDate></item></channel></rss>",
        "utf-8",
    )
    take("feed", feed)
    (row,) = articles(project, "feed")
    assert (row["title"], row["stratum"], row["outlet"]) == ("책장이 왔다", "lead", "새싹일보")
    assert row["published_at"].startswith("2024-06-04T05:20")
    feed.write_text("<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>", "utf-8")
    with pytest.raises(StudyError, match="document type"):
        take("bad", feed)


def test_folder_of_pages_lists_the_unreadable_and_takes_the_rest(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n in range(1, 6):
        (folder / f"p{n}.txt").write_text(PAGE.format(n=n), "utf-8")
    (folder / "menu.txt").write_text("로그인\n회원가입\n", "utf-8")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (folder / "articles.csv").write_text("file,outlet,published_at\np1.txt,새싹일보,2024-06-09\n", "utf-8")
    _, told = take("pages", folder)
    got = articles(project, "pages")
    assert [row["article_id"] for row in got] == ["p1", "p2", "p3", "p4", "p5"]
    assert "7 read = 5 kept + 2 dropped" in told and "menu.txt" in told and "photo.jpg" in told
    assert got[0]["published_at"] == "2024-06-09" and got[0]["outlet"] == "새싹일보"
    assert "published_at: a person's stands above the page's" in told
    assert (project / "data/raw/pages/sources/pages/p2.txt").read_bytes() == (folder / "p2.txt").read_bytes()


def test_importing_again_adds_what_is_new_and_changes_nothing_else(project: Path, tmp_path: Path) -> None:
    first = bigkinds(tmp_path / "a.xlsx", bigkinds_rows(10))
    take("grown", first)
    folder = project / "data" / "raw" / "grown"
    before = (folder / "articles.csv").read_text("utf-8")
    (folder / "codebook.yml").write_text("mine", "utf-8")
    stamps = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    take("grown", first)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()} == stamps
    _, told = take("grown", bigkinds(tmp_path / "b.xlsx", bigkinds_rows(10, first=6)))
    assert "10 read = 5 kept + 5 dropped" in told and "5: already there" in told
    after = (folder / "articles.csv").read_text("utf-8")
    assert after.startswith(before) and len(articles(project, "grown")) == 15
    assert (folder / "codebook.yml").read_text("utf-8") == "mine"
    assert (folder / "sources" / "a.xlsx").read_bytes() == first.read_bytes()


def test_dry_run_writes_nothing(project: Path, tmp_path: Path) -> None:
    _, told = take("dry", bigkinds(tmp_path / "a.xlsx", bigkinds_rows(3)), dry_run=True)
    assert "3 kept" in told and nothing_made(project)


def test_identifiers_that_were_numbers_are_told_and_not_used(project: Path, tmp_path: Path) -> None:
    rows = bigkinds_rows(3)
    rows[0][0] = rows[0][0].removeprefix("0")
    rows[1][0] = "1.1008E+24"
    _, told = take("worn", bigkinds(tmp_path / "a.xlsx", rows))
    got = articles(project, "worn")
    assert got[0]["article_id"].startswith("0110") and "put back" in told
    assert got[1]["source_id"] == "" and got[1]["article_id"].startswith("a") and "its last digits are lost" in told


def test_stray_quotation_marks_cost_their_own_lines_only(project: Path, tmp_path: Path) -> None:
    lines = as_csv(table_rows(8)).splitlines()
    lines[3] = '"열린 따옴표,' + lines[3].split(",", 1)[1]
    lines[6] += ",하나 더"
    (tmp_path / "broken.csv").write_bytes("\n".join(lines).encode("cp949"))
    _, told = take("broken", tmp_path / "broken.csv")
    assert "8 read = 6 kept + 2 dropped" in told
    assert "a quotation mark in it is not closed" in told and "7 cells where the head has 6" in told


def test_quotation_marks_inside_cells_that_are_not_doubled_stay_in_the_text(project: Path, tmp_path: Path) -> None:
    text = '제목,본문,날짜\n"새 배","선장은 "좋다"고 했다. ""곧"" 뜬다, 정말.","2024-06-03"\n헌 배,"두 줄\n글이다.",2024-06-04\n'
    (tmp_path / "q.csv").write_bytes(text.encode("cp949"))
    _, told = take("quoted", tmp_path / "q.csv")
    assert "2 read = 2 kept" in told
    first, second = open_sheet(tmp_path / "q.csv").rows()
    assert first.cells["본문"] == '선장은 "좋다"고 했다. "곧" 뜬다, 정말.' and second.cells["본문"] == "두 줄\n글이다."


def test_long_column_that_no_name_tells_is_taken_for_the_text_and_it_is_told(project: Path, tmp_path: Path) -> None:
    rows = [[row[0], row[1] * 4, row[2], "그림 없음"] for row in table_rows(3)]
    file = tmp_path / "t.csv"
    file.write_text(as_csv(rows, ["제목", "기사 원고", "날짜", "그림"]), "utf-8")
    _, told = take("long", file)
    assert "no column is called a text; 기사 원고 is long and taken for it" in told and "strata: full 3" in told
    assert "columns not used: 그림" in told
    short = [[row[0], row[1][:60], *row[2:]] for row in rows]
    file.write_text(as_csv(short, ["제목", "기사 원고", "날짜", "그림"]), "utf-8")
    _, told = take("short", file)
    assert "columns not used: 기사 원고, 그림" in told and "strata: title 3" in told
    assert "strata: title 3" in take("none", file, mapping={"text": ""})[1]


def test_outlets_with_few_days_and_outlets_beyond_the_list_are_counted(project: Path, tmp_path: Path) -> None:
    rows = [[*row[:3], f"매체{n:02d}", *row[4:]] for n, row in enumerate(table_rows(25))]
    rows[0][2] = ""
    _, told = take("many", _csv(tmp_path / "t.csv", rows))
    assert "outlet: 매체01 1; on 1 of 24 days" in told and "outlet: 매체00 1; no day is known" in told
    assert "outlets: 5 more, with 5 articles" in told


def test_head_alone_and_a_web_page_with_a_workbooks_ending_say_what_they_are(project: Path, tmp_path: Path) -> None:
    with pytest.raises(StudyError) as caught:
        take("bad", _csv(tmp_path / "t.csv", []))
    assert "nothing below the head" in caught.value.remedy
    (tmp_path / "page.xls").write_text("<html><table><tr><td>제목</td></tr></table></html>", "utf-8")
    with pytest.raises(StudyError, match="a web page or XML with a workbook's ending"):
        take("bad", tmp_path / "page.xls")
    assert nothing_made(project)


def test_formula_cells_are_text_and_come_back_as_they_were(project: Path, tmp_path: Path) -> None:
    rows = table_rows(1)
    rows[0][0] = '=HYPERLINK("http://x.example.com")'
    take("formula", _csv(tmp_path / "f.csv", rows))
    assert articles(project, "formula")[0]["title"] == rows[0][0]
    assert "'=HYPERLINK" in (project / "data/raw/formula/articles.csv").read_text("utf-8")


def test_head_below_what_was_searched_for_is_found(project: Path, tmp_path: Path) -> None:
    file = bigkinds(tmp_path / "a.xlsx", [list(HEAD), *bigkinds_rows(2)], ("검색어: 도서관", *[""] * 18))
    _, told = take("below", file)
    assert "the head stands in row 2" in told and len(articles(project, "below")) == 2


def _merged(path: Path) -> None:
    from openpyxl import load_workbook

    bigkinds(path, bigkinds_rows(4))
    book = load_workbook(path)
    book.active.merge_cells("C3:C4")
    book.save(path)


@pytest.mark.parametrize(
    ("name", "make", "says"),
    [
        ("none.csv", None, "is not there"),
        ("empty.csv", lambda path: path.write_bytes(b""), "is empty"),
        ("note.docx", lambda path: path.write_bytes(b"PK"), "no table that can be imported"),
        ("x.xlsx", lambda path: path.write_bytes(b"no workbook"), "cannot be read as a workbook"),
        ("merged.xlsx", _merged, "merged cells below its head, the first in row 3"),
        ("other.csv", lambda path: path.write_text("품목,값\n사과,3\n", "utf-8"), "is no table of articles"),
        ("one.csv", lambda path: path.write_text("그냥 글이다.\n둘째 줄.\n", "utf-8"), "one column only"),
        ("b.csv", lambda path: path.write_bytes(b"title,text\n" + bytes(range(128, 256)) * 40), "neither UTF-8 nor CP949"),
        ("p.parquet", lambda path: path.write_bytes(b"PAR0"), "is no Parquet file"),
        ("e.xml", lambda path: path.write_text("<rss><channel>", "utf-8"), "is no RSS or Atom feed"),
        ("rows.csv", lambda path: path.write_text("제목,본문\n,\n,\n", "utf-8"), "No article was found"),
    ],
)  # fmt: skip
def test_bad_source_is_one_sentence_and_makes_nothing(project: Path, tmp_path: Path, name, make, says) -> None:
    path = tmp_path / name
    if make:
        make(path)
    with pytest.raises(StudyError, match=says):
        take("bad", path)
    assert nothing_made(project)


def test_workbook_with_a_password_says_so(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import python_calamine

    def locked(path: str):
        raise python_calamine.PasswordError("Workbook is password protected")

    monkeypatch.setattr(python_calamine, "CalamineWorkbook", type("Locked", (), {"from_path": staticmethod(locked)}))
    bigkinds(tmp_path / "a.xlsx", bigkinds_rows(1))
    with pytest.raises(StudyError, match="protected by a password"):
        take("bad", tmp_path / "a.xlsx")


def test_wrong_mapping_names_field_and_columns(project: Path, tmp_path: Path) -> None:
    file = _csv(tmp_path / "t.csv", table_rows(1))
    with pytest.raises(StudyError, match="no field 'titel'"):
        take("bad", file, mapping={"titel": "제목"})
    with pytest.raises(StudyError, match="has no column '표제'"):
        take("bad", file, mapping={"title": "표제"})
    with pytest.raises(StudyError, match="is no BIGKinds export"):
        take("bad", file, kind="bigkinds")
    with pytest.raises(UsageError, match="is a file"):
        take("bad", file, kind="folder")


def test_full_disk_leaves_nothing_half_imported(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    take("kept", bigkinds(tmp_path / "a.xlsx", bigkinds_rows(5)))
    folder = project / "data" / "raw" / "kept"
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("shutil.copyfile", full)
    with pytest.raises(StudyError, match="No space left"):
        take("kept", bigkinds(tmp_path / "b.xlsx", bigkinds_rows(5, first=50)))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert [path.name for path in folder.parent.iterdir()] == ["kept"]


def test_study_of_a_few_articles_is_not_imported_into(village: Path, tmp_path: Path) -> None:
    with pytest.raises(StudyError, match="not a corpus"):
        take("village", _csv(tmp_path / "t.csv", table_rows(1)))


def test_outlets_are_counted_under_one_name() -> None:
    assert {outlet_name(name) for name in ("한겨레", "한겨레신문", " hani.co.kr", "HANI")} == {"한겨레"}
    written = ("(주)한겨레신문사", "㈜한겨레", "한겨레(서울)", "The Hankyoreh")
    assert {outlet_name(name) for name in written} == {"한겨레"}
    assert outlet_name("새싹 일보") == "새싹 일보" == outlet_name("주식회사 새싹 일보")
    assert outlet_name("새싹일보사") == "새싹일보사" and outlet_name("한겨레(주말판 별책)21") != "한겨레"
    assert outlet_of_address("https://www.chosun.com/a/b") == "조선일보"
    assert outlet_of_address("https://example.com") == "" == outlet_of_address("http://[")


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("20230531", "2023-05-31"),
        ("20230531142033", "2023-05-31T14:20:33+09:00"),
        ("2023.05.31. 오후 2:20", "2023-05-31T14:20+09:00"),
        ("2023년 5월 31일", "2023-05-31"),
        ("2023-05-31T20:20:00Z", "2023-06-01T05:20:00+09:00"),
        ("45077", "2023-05-31"),
        ("1685510400", "2023-05-31T14:20:00+09:00"),
        ("Wed, 31 May 2023 05:20:00 GMT", "2023-05-31T14:20:00+09:00"),
        ("20230631", ""),
        ("05/06/2023", ""),
        ("23.5.31", ""),
        ("어제", ""),
    ],
)
def test_dates_in_many_spellings(written: str, iso: str) -> None:
    assert published(written) == iso


def test_full_sheet_is_told(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpers.importing.workbooks.FULL_SHEET", 4)
    assert "the sheet is full" in take("full", bigkinds(tmp_path / "a.xlsx", bigkinds_rows(3)))[1]
    assert "the sheet is full" not in take("less", bigkinds(tmp_path / "b.xlsx", bigkinds_rows(2)))[1]


def test_command_prints_the_audit_and_a_table_is_no_article(project: Path, tmp_path: Path, capsys) -> None:
    from helpers.cli import main

    file = _csv(tmp_path / "t.csv", table_rows(3))
    assert main(["import", "made", str(file), "--map", "x_side=성향"]) == 0
    out = capsys.readouterr().out
    assert "3 read = 3 kept + 0 dropped" in out and out.endswith("data/raw/made\n")
    assert sorted(path.name for path in (project / "data/raw/made").iterdir()) == [
        "articles.csv", "codebook.yml", "dictionary.tsv", "dropped.csv", "source.yml", "sources", "stopwords.txt",
        "study.yml",
    ]  # fmt: skip
    assert main(["new", "single", "--article", str(file)]) == 1
    assert "study import single" in capsys.readouterr().err
