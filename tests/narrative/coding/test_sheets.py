"""A person's coding sheet: what is read, what is refused, and the blank one."""

from __future__ import annotations

import csv
import io

import pandas as pd
import pytest

from helpers import tables
from helpers.errors import StudyError
from helpers.narrative import blank_coding_sheet, parse_codebook, read_codings
from made.sentences import sentence_table

TEXTS = ("강이 도시를 살렸다.", "물은 아직 모자란다.", "그래도 강이 도시를 살렸다.")
HEAD = "article_id,sentence_id,quote,code,stance,note\n"


def sentences() -> pd.DataFrame:
    return sentence_table(*TEXTS, article="river")


def book():
    gain = {"label": "살림", "definition": "살린 일.", "stance": "supports"}
    return parse_codebook({"codes": {"gain": gain, "lack": gain | {"stance": "qualifies"}}})


def read(text: str) -> pd.DataFrame:
    return read_codings(text, sentences(), book(), name="reader")


def test_rows_become_codings_in_the_order_of_sentences_and_codes():
    codings = tables.CODINGS.check(
        read(
            "# 누가 읽었나\n" + HEAD + "river,3,그래도,lack,,\nriver,3,그래도,gain,opposes,망설임\n"
            'river,1,강이 도시,gain,,\nriver,2,"물은 아직",,,없음\n'
        )
    )
    rows = codings[["sentence_id", "code", "stance", "coder"]].to_numpy().tolist()
    assert rows == [
        [1, "gain", "supports", "reader"],
        [3, "gain", "opposes", "reader"],
        [3, "lack", "qualifies", "reader"],
    ]
    assert codings["note"].tolist()[1] == "망설임"
    assert codings["rule"].isna().all()


def test_comments_are_passed_over_as_a_spreadsheet_saves_them():
    said = '# 누가, 언제,,,,\n"# gain: 살림. ""살린"" 일",,,,,\n'
    assert read(said + HEAD + "river,1,강이 도시,gain,,\nriver,2,,,,\nriver,3,,,,\n")["code"].tolist() == ["gain"]


def test_a_label_that_two_codes_have_names_neither():
    assert read(HEAD + "river,1,,gain,,\nriver,2,,,,\nriver,3,,,,\n")["code"].tolist() == ["gain"]
    with pytest.raises(StudyError, match="no code '살림'"):
        read(HEAD + "river,1,,살림,,\nriver,2,,,,\nriver,3,,,,\n")


def test_a_quote_finds_its_sentence_where_the_number_has_moved():
    codings = read(HEAD + "river,1,강이 도시,gain,,\nriver,9,물은  아직,lack,,\nriver,3,그래도,,,\n")
    assert codings["sentence_id"].tolist() == [1, 2]


@pytest.mark.parametrize(
    ("rows", "line", "expected"),
    [
        ("lake,1,강이,gain,,\n", 2, "no article 'lake' (there: river)"),
        ("river,one,강이,gain,,\n", 2, "not a number"),
        ("river,1,산이,gain,,\n", 2, "in no sentence"),
        ("river,2,도시를 살렸다,gain,,\n", 2, "in 2 sentences"),
        ("river,1,강이,loss,,\n", 2, "no code 'loss' in the codebook (there: gain, lack)"),
        ("river,1,강이,gain,maybe,\n", 2, "'maybe', not one of supports"),
        ("river,1,강이,gain,,\nriver,1,강이,gain,,\n", 3, "twice"),
        ("river,1,강이,gain,,,more\n", 2, "7 cells for 6 columns"),
    ],
)
def test_a_row_that_cannot_be_read_is_an_error_with_its_line(rows, line, expected):
    with pytest.raises(StudyError) as caught:
        read(HEAD + rows)
    assert f"reader, line {line}: " in caught.value.cause
    assert expected in caught.value.cause
    assert caught.value.remedy


def test_a_missing_column_and_a_sentence_left_out_are_errors():
    with pytest.raises(StudyError, match="the column quote is missing"):
        read("article_id,sentence_id,code\n")
    with pytest.raises(StudyError, match=r"leaves out sentences .* river:2, river:3"):
        read(HEAD + "river,1,강이,gain,,\n")


def test_an_empty_sheet_gives_an_empty_table():
    assert tables.CODINGS.check(read("")).empty
    assert tables.CODINGS.check(read(HEAD)).empty


def test_a_blank_sheet_is_read_back_as_a_reading_without_codes():
    sheet = blank_coding_sheet(sentences(), book())
    assert "# gain: 살림" in sheet
    assert read(sheet).empty
    assert read(sheet.replace("살렸다.,,,", "살렸다.,gain,,", 1))["sentence_id"].tolist() == [1]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", " ="])
def test_no_cell_of_a_blank_sheet_starts_a_formula(start):
    table = sentences()
    table.loc[0, "text"] = f"{start}cmd|' /C calc'!A0, “가”"
    table.loc[1, "text"] = f"x{start}y"
    sheet = blank_coding_sheet(table, book())
    rows = list(csv.reader(io.StringIO("".join(line for line in sheet.splitlines(True) if not line.startswith("#")))))
    assert not [cell for row in rows for cell in row if cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert read_codings(sheet, table, book(), name="reader").empty
