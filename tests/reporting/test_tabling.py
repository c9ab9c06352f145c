from __future__ import annotations

import pandas as pd
import pytest
from bs4 import BeautifulSoup

from helpers.errors import StudyError
from helpers.reporting.tabling import table

FRAME = pd.DataFrame(
    {
        "term": ["책", "<b>사람</b>", "나무"],
        "value": [3.14159, None, 2.0],
        "n": [12, 1234, 5],
        "share": [0.5, 0.001, None],
        "stance": ["supports", "opposes", "context"],
    }
)


def test_cells_and_caption_are_escaped() -> None:
    made = table(FRAME, caption="<i>표</i> & 글", name="words")
    assert "<b>" not in made.html and "&lt;b&gt;사람&lt;/b&gt;" in made.html
    assert "<i>" not in made.html


def test_columns_are_chosen_ordered_and_named() -> None:
    made = table(FRAME, caption="표", columns={"n": "횟수", "term": "낱말"}, name="words")
    assert '<th scope="col">횟수</th><th scope="col">낱말</th>' in made.html
    assert '<th scope="row">12</th><td>책</td>' in made.html
    assert '<table class="data r1 s2">' in made.html and "table.r1 tr>:nth-child(1){text-align:right" in made.html
    assert "value" not in made.html


def test_a_table_without_rows_says_so_or_is_silent() -> None:
    assert "해당하는 것이 없다" in table(FRAME.head(0), caption="표", name="w").html
    assert str(table(FRAME.head(0), caption="표", name="w", silent=True)) == ""


def test_sentences_of_several_articles_are_told_apart() -> None:
    frame = pd.DataFrame({"article_id": ["a", "b"], "sentence_id": [1, 1]})
    assert "기사" in table(frame, caption="표", columns={"sentence_id": "문장"}, name="w").html
    assert "기사" not in table(frame.head(1), caption="표", columns={"sentence_id": "문장"}, name="w").html
    assert "기사" not in table(frame, caption="표", columns={"article_id": "글", "sentence_id": "문장"}, name="w").html


def test_numbers_have_the_digits_asked_for_and_gaps_are_dashes() -> None:
    made = table(FRAME, caption="표", digits={"value": 1}, percent_columns=("share",), name="words")
    assert "<td>3.1</td>" in made.html and "<td>1,234</td>" in made.html
    assert "<td>50%</td>" in made.html and "<td>1% 미만</td>" in made.html
    assert made.html.count("<td>–</td>") == 2


def test_whole_numbers_have_no_decimals_unless_asked_for() -> None:
    whole = pd.DataFrame({"value": [1.0, None, 30.0], "word": ["가" * 20, "나", "다"]})
    assert "<td>30</td>" in table(whole, caption="표", columns={"word": "말", "value": "값"}, name="w").html
    assert "<td>30.0</td>" in table(whole, caption="표", columns={"word": "말", "value": "값"}, digits=1, name="w").html
    assert 'class="data r2"' in table(whole, caption="표", columns={"word": "말", "value": "값"}, name="w").html


def test_a_small_negative_number_is_no_negative_zero() -> None:
    assert "-0" not in table(pd.DataFrame({"value": [-0.001, -1e-9]}), caption="표", digits=1, name="words").html


def test_codes_of_our_tables_get_korean_names_and_others_those_given() -> None:
    made = table(FRAME, caption="표", values={"term": {"책": "책(冊)"}}, name="words")
    assert "<td>지지</td>" in made.html and "<td>반대</td>" in made.html
    assert '<th scope="row">책(冊)</th>' in made.html


def test_links_and_row_ids_are_escaped() -> None:
    made = table(
        FRAME, caption="표", links={"term": lambda term: f'#"{term}'}, row_ids=lambda row: f"r-{row['n']}", name="words"
    )
    assert '<tr id="r-12">' in made.html
    assert 'href="#&#34;책"' in made.html


def test_rows_beyond_the_limit_are_counted_and_none_says_so() -> None:
    made = table(FRAME, caption="표", max_rows=2, name="words")
    assert made.html.count("<tr") == 3 and "3행 가운데 앞의 2행만 보였다." in made.html
    assert made.plain.endswith("3행 가운데 앞의 2행만 보였다.")
    assert table(FRAME, caption="표", max_rows=None, name="words").html.count("<tr") == 4
    assert "해당하는 것이 없다." in table(FRAME.head(0), caption="표", name="words").html


def test_an_unknown_column_is_an_error_that_names_those_there_are() -> None:
    with pytest.raises(StudyError, match="'rank'") as caught:
        table(FRAME, caption="표", columns={"rank": "순위"}, name="words")
    assert "term" in caught.value.remedy


def test_the_frame_stays_as_it_was_and_the_same_frame_gives_the_same_bytes() -> None:
    before = FRAME.copy(deep=True)
    first, second = (table(FRAME, caption="표", name="words") for _ in range(2))
    assert first == second
    pd.testing.assert_frame_equal(FRAME, before)


def test_columns_of_long_texts_get_room_and_an_empty_table_says_so_at_its_left() -> None:
    frame = pd.DataFrame(
        {"n": [1], "짧은": ["책"], "중간": ["열세 글자가 넘는 한 줄이다"], "긴": ["서른 글자가 넘는 글이다. " * 3]}
    )
    made = BeautifulSoup(table(frame, caption="글", name="room").html, "html.parser")
    assert [th.get("class") for th in made.select("thead th")] == [None, None, ["mid"], ["wide"]]
    assert made.table["class"] == ["data", "r1", "s2"]
    empty = BeautifulSoup(table(frame.head(0), caption="글", name="room").html, "html.parser")
    assert "r1" not in empty.table["class"] and empty.td.text == "해당하는 것이 없다."


def test_moments_are_written_as_days_and_what_is_none_stays() -> None:
    moments = pd.DataFrame({"article_id": ["가", "나", "다"], "published_at": ["2025-03-04T09:30", "어제", None]})
    made = table(moments, caption="표", name="articles")
    assert all(f"<td>{said}</td>" in made.html for said in ("2025년 3월 4일 오전 9시 30분", "어제", "–"))


def test_a_long_heading_may_be_broken_into_lines_and_a_short_one_not() -> None:
    frame = pd.DataFrame({"가": [1], "섬으로 가는 나룻배가 하루에 몇 번 뜨는가": [2]})
    html = table(frame, caption="나룻배", name="ferry").html
    assert '<th scope="col" class="long">섬으로' in html and '<th scope="col">가</th>' in html
    counted = pd.DataFrame({"이름 없는 취재원": [1], "문장 수": [2]})
    html = table(counted, caption="셈", name="counted").html
    assert '<th scope="col" class="tall">이름' in html and '<th scope="col">문장 수</th>' in html


def test_codes_of_a_list_have_their_names_each() -> None:
    frame = pd.DataFrame({"codes": [["ferry", "school"], ["other"]], "stance": ["opposes", "supports"]})
    shown = table(frame, caption="표", name="w", values={"codes": {"ferry": "새 배", "school": "학교"}}).html
    assert "새 배 · 학교" in shown and "other" in shown and "반대" in shown
