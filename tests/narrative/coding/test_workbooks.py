"""A coding sheet as a workbook: what a person chooses from, and what comes back."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from helpers import cli, store, tables
from helpers.errors import StudyError
from helpers.narrative import parse_codebook, read_codings, read_people
from helpers.narrative.coding.workbooks import coding_workbook, read_workbook
from helpers.study import open_study
from made.sentences import sentence_table

TEXTS = ("강이 도시를 살렸다.", "=물은 아직 모자란다.", "그래도 강이 도시를 살렸다.")


def sentences(texts: tuple[str, ...] = TEXTS):
    return sentence_table(*texts, article="river")


def book():
    gain = {"label": "살림", "definition": "살린 일.", "stance": "supports"}
    return parse_codebook({"codes": {"gain": gain, "lack": gain | {"label": "모자람", "stance": "qualifies"}}})


def blank() -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(coding_workbook(sentences(), book())))


def test_codes_and_stances_are_chosen_from_lists_and_no_cell_is_a_formula() -> None:
    made = blank()
    sheet, codes = made.worksheets
    lists = {str(choice.sqref): choice.formula1 for choice in sheet.data_validations.dataValidation}
    assert lists == {"D2:D7": "'코드'!$A$2:$A$3", "E2:E7": '"지지,한정,반대,배경"'}
    assert made.sheetnames == ["문장", "코드"]
    assert all(choice.prompt and choice.showInputMessage for choice in sheet.data_validations.dataValidation)
    assert [row[0].value for row in codes.iter_rows(min_row=2)] == ["살림", "모자람"]
    assert [cell.value for cell in sheet[1]] == ["기사", "문장", "글", "코드", "입장", "비고"]
    assert [row[2].value for row in sheet.iter_rows(min_row=2)] == list(TEXTS)
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s", "n"}


def test_what_was_chosen_comes_back_as_codings(tmp_path: Path) -> None:
    made = blank()
    sheet = made.worksheets[0]
    sheet["D2"], sheet["D4"], sheet["E4"], sheet["F4"] = "살림", "모자람", "반대", "망설임"
    sheet.append(["river", 3, "그래도 강이", "gain"])
    made.save(tmp_path / "kim.xlsx")
    codings = read_codings(read_workbook(tmp_path / "kim.xlsx", book()), sentences(), book(), name="kim")
    assert codings[["sentence_id", "code", "stance"]].to_numpy().tolist() == [
        [1, "gain", "supports"], [3, "gain", "supports"], [3, "lack", "opposes"],
    ]  # fmt: skip
    assert codings["note"].dropna().tolist() == ["망설임"]


def test_a_row_put_in_for_a_second_code_is_of_the_sentence_above_it(tmp_path: Path) -> None:
    made = blank()
    sheet = made.worksheets[0]
    sheet["D2"] = "살림"
    sheet.insert_rows(3)
    sheet["D3"] = "모자람"
    made.save(tmp_path / "kim.xlsx")
    codings = read_codings(read_workbook(tmp_path / "kim.xlsx", book()), sentences(), book(), name="kim")
    assert codings[["sentence_id", "code"]].to_numpy().tolist() == [[1, "gain"], [1, "lack"]]
    sheet.insert_rows(2)
    sheet["D2"] = "모자람"  # above it is no sentence
    made.save(tmp_path / "kim.xlsx")
    with pytest.raises(StudyError, match="kim, line 2: there is no article ''"):
        read_codings(read_workbook(tmp_path / "kim.xlsx", book()), sentences(), book(), name="kim")


def test_a_workbook_that_a_spreadsheet_saved_as_csv_comes_back_as_well(tmp_path: Path) -> None:
    made = blank()
    sheet = made.worksheets[0]
    sheet["D2"], sheet["D4"], sheet["E4"] = "살림", "모자람", "반대"
    rows = [[cell.value or "" for cell in row] for row in sheet.iter_rows()]
    lines = "\r\n".join(",".join(map(str, row)) for row in rows)
    (tmp_path / "kim.csv").write_bytes(lines.encode("cp949"))
    codings = read_codings(store.read_text(tmp_path / "kim.csv"), sentences(), book(), name="kim")
    assert codings[["sentence_id", "code", "stance"]].to_numpy().tolist() == [
        [1, "gain", "supports"], [3, "lack", "opposes"],
    ]  # fmt: skip


def test_two_codes_of_one_name_are_chosen_by_their_codes() -> None:
    same = {"label": "살림", "definition": "살린 일.", "stance": "supports"}
    made = coding_workbook(sentences(), parse_codebook({"codes": {"one": same, "two": same}}))
    codes = openpyxl.load_workbook(io.BytesIO(made)).worksheets[1]
    assert [codes["A2"].value, codes["A3"].value] == ["one", "two"]


def test_a_fault_names_the_row_and_a_damaged_file_what_to_do(tmp_path: Path) -> None:
    made = blank()
    made.worksheets[0]["D3"] = "없는 코드"
    made.save(tmp_path / "kim.xlsx")
    with pytest.raises(StudyError, match="kim, line 3: there is no code '없는 코드'"):
        read_codings(read_workbook(tmp_path / "kim.xlsx", book()), sentences(), book(), name="kim")
    (tmp_path / "kim.xlsx").write_bytes(b"PK no workbook")
    with pytest.raises(StudyError, match="cannot be read as a workbook"):
        read_workbook(tmp_path / "kim.xlsx", book())


def test_a_workbook_in_codings_is_a_coder_and_one_coder_has_one_sheet(village: Path) -> None:
    (village / "codings").mkdir()
    (village / "codings" / "kim.xlsx").write_bytes(coding_workbook(sentences(), book()))
    assert read_people(open_study("village"), sentences(), book()).empty
    (village / "codings" / "kim.csv").write_text("")
    with pytest.raises(StudyError, match="sheets of one coder"):
        read_people(open_study("village"), sentences(), book())


@pytest.mark.parametrize(("name", "start"), [("a.xlsx", b"PK"), ("a.csv", b"\xef\xbb\xbf#")])
def test_the_command_makes_a_file_and_leaves_one_that_is_there(
    village: Path, tmp_path: Path, name: str, start: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.narrative import blank_codebook

    (village / "codebook.yml").write_text(blank_codebook("왜?", "그래서."), "utf-8")
    monkeypatch.setattr(store, "read", lambda *_: sentences())
    assert cli.main(["sheet", "village", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().startswith(start)
    assert (village / "codings").is_dir()  # where it is to be saved
    assert cli.main(["sheet", "village", "-o", str(tmp_path / name)]) == 2
    assert cli.main(["sheet", "village", "-o", str(tmp_path / "a.doc")]) == 2


def test_the_command_draws_a_sample_and_says_what_by(
    village: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.narrative import blank_codebook

    (village / "codebook.yml").write_text(blank_codebook("왜?", "그래서."), "utf-8")
    article = {"article_id": "river", "source_file": "a.txt", "sha256": "0", "encoding": "utf-8", "characters": 9}
    articles = tables.ARTICLES.make([article | {"kept_characters": 9, "removed_characters": 0}])
    monkeypatch.setattr(store, "read", lambda name, _: sentences() if name == "sentences" else articles)
    said = []
    for _ in range(2):
        assert cli.main(["sheet", "village", "--sample", "2", "--by", "outlet,month"]) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] and said[0].count(" of 2") == 2
    assert cli.main(["sheet", "village", "--by", "outlet"]) == 2
    assert "--sample 60" in capsys.readouterr().err
    assert cli.main(["sheet", "village", "--sample", "2", "--by", "weather"]) == 2
    assert "article, outlet, month, section" in capsys.readouterr().err


def test_a_corpus_has_no_sheet_and_its_articles_have(village: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (village / "articles.csv").write_text("article_id\n", "utf-8")
    assert cli.main(["sheet", "village", "--sample", "2"]) == 1
    assert "study read NAME ARTICLE" in capsys.readouterr().err
