from __future__ import annotations

import base64
import hashlib
import re
from itertools import pairwise

import pandas as pd
import pytest
from bs4 import BeautifulSoup
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output

from helpers import reporting
from helpers.errors import StudyError
from helpers.reporting.manifest import title_of
from helpers.reporting.saying import Displayable
from made.reports import (
    ARTICLE,
    articles,
    cell,
    findings,
    keywords,
    manifest,
    notebook,
    notebooks,
    report,
    shown,
    study,
)


@pytest.fixture(scope="module")
def page() -> BeautifulSoup:
    return BeautifulSoup(report(), "html.parser")


def rendered(*cells: object, **more: object) -> BeautifulSoup:
    return BeautifulSoup(reporting.render_notebook(notebook("제목", *cells), name="01_clean", **more), "html.parser")


def test_the_first_screen_has_title_question_thesis_findings_and_one_figure(page: BeautifulSoup) -> None:
    assert page.html["lang"] == "ko"
    assert page.title.text == page.h1.text == study()["title"]
    assert page.select_one(".masthead .question").text == study()["question"]
    first = page.select_one("#findings")
    assert study()["thesis"] in first.text and findings()["text"][0] in first.text
    assert len(first.select("figure img")) == 1
    assert [a["href"] for a in first.select(".evidence a")] == ["#s-1", "#s-2"]


def test_the_reading_comes_first_and_what_it_rests_on_is_a_closed_appendix(page: BeautifulSoup) -> None:
    assert [section["id"] for section in page.select("main > section")] == [
        "findings", "n04", "made", "cite", "appendix",
    ]  # fmt: skip
    parts = page.select("#appendix > details")
    assert [part["id"] for part in parts] == ["method", "n01", "n02", "n03"]
    assert not any(part.has_attr("open") for part in parts)
    assert "규칙은 형태소를 본다." in parts[0].text and "규칙은 형태소를 본다." not in page.select_one("#n04").text
    assert {"#appendix", "#method", "#n03"} <= {a["href"] for a in page.select(".contents a")}


def test_notebooks_all_in_the_body_leave_no_appendix() -> None:
    books = {"11_corpus": notebooks()["01_clean"], "12_words": notebooks()["03_keywords"]}
    made = BeautifulSoup(report(notebooks=books, first="11_corpus", reading=("12_words",)), "html.parser")
    ids = [section["id"] for section in made.select("main > section")]
    assert ids == ["findings", "n11", "n12", "made", "cite"] and "부록" not in made.text


def test_the_report_alone_has_no_link_to_a_file_beside_it_but_names_the_pages(page: BeautifulSoup) -> None:
    outside = [a["href"] for a in page.select("a[href]") if not a["href"].startswith(("#", "https:", "http:"))]
    assert outside == []
    assert "notebooks/01_clean.html, notebooks/02_tokenize.html" in page.select_one("#made").text


def test_code_parameters_and_what_is_read_and_written_are_for_the_notebooks_pages(page: BeautifulSoup) -> None:
    assert not page.select("details.code") and "쓰는 것" not in page.text and "top_n: int" not in page.text
    own = rendered(cell(source="top: int = 1"))
    assert "쓰는 것: 목록" in own.text and "top: int = 1" in own.text


def test_tagged_cells_are_hidden_and_moved(page: BeautifulSoup) -> None:
    text = page.get_text()
    assert "숨길 칸이다." not in text and "발견은 첫 화면에 있다." not in text
    assert len(page.select("#fig-hero")) == 1 and page.select_one("#findings #fig-hero")


def test_figures_and_tables_are_numbered_and_can_be_linked_to(page: BeautifulSoup) -> None:
    assert [caption.text for caption in page.select("figcaption")] == [
        "그림 1. 둘이 지지하고 하나가 한정한다.", "그림 2. 도서관이 가장 두드러진다.",
    ]  # fmt: skip
    assert page.select_one("div.table caption").text == "표 1. 핵심어"
    assert {a["href"] for a in page.select("a.ref")} == {"#fig-hero", "#fig-strip", "#tab-keywords"}


def test_every_link_within_the_page_has_its_target_and_every_id_is_unique(page: BeautifulSoup) -> None:
    ids = [tag["id"] for tag in page.find_all(id=True)]
    assert len(ids) == len(set(ids))
    assert {a["href"][1:] for a in page.select('a[href^="#"]')} <= set(ids)
    linked = [a.text for a in page.select("#tab-keywords td a, #tab-keywords th a")]
    assert linked == ["투자"]


def test_headings_step_down_by_one_and_the_contents_list_them(page: BeautifulSoup) -> None:
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile("^h[1-6]$"))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert "증거" in [a.text for a in page.select(".contents a")]


def test_how_it_was_made_names_inputs_parameters_and_versions(page: BeautifulSoup) -> None:
    made = page.select_one("#made")
    assert [h.text for h in made.select("h3")] == ["이 보고서", "입력 파일", "매개변수", "쓴 프로그램의 판"]
    for text in ("data/raw/village/a.txt", "a" * 64, "top_n", "20", "korean-news-study"):
        assert text in made.text


def test_the_citations_name_article_and_report(page: BeautifulSoup) -> None:
    assert [item.get_text(" ", strip=True) for item in page.select(".citations li")] == [
        "이 보고서 「도서관은 왜 다시 열었나」, korean-news-study 0.1.0으로 만든 기사 분석 보고서.",
        "기사 김하늘, 「도서관, 다시 문을 연다」, 새싹일보, 2025-03-04, https://a.test/1.",
    ]


def test_the_name_of_a_file_is_called_no_title() -> None:
    row = {"article_id": "harbour-2025", "title": "harbour 2025", "title_from": "file"}
    assert title_of(row) == "[제목 없음] harbour-2025"
    assert title_of(row | {"title": None, "title_from": None}) == "[제목 없음] harbour-2025"
    assert title_of(row | {"title_from": "text"}) == "harbour 2025"


def test_a_report_with_the_whole_article_says_at_both_ends_that_it_is_not_for_sharing(page: BeautifulSoup) -> None:
    whole = BeautifulSoup(report(manifest=manifest(parameters={"quotation": "full"})), "html.parser")
    assert "남에게 건네지 않는다" in whole.select_one(".masthead .notice").text
    assert "남에게 건네지 않는다" in whole.select_one("#cite").text
    assert "건네지" not in page.text and "필요한 만큼만 인용한다" in page.select_one("#cite").text


def test_the_policy_allows_our_script_and_data_images_alone(page: BeautifulSoup) -> None:
    (script,) = page.find_all("script")
    digest = base64.b64encode(hashlib.sha256(script.string.encode()).digest()).decode()
    policy = page.select_one("meta[http-equiv=Content-Security-Policy]")["content"]
    assert policy == (
        f"default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert not page.select("[src]:not([src^='data:']), link[href]:not([href^='data:']), iframe, object, embed, form")


def test_the_same_study_gives_the_same_bytes_within_the_budget() -> None:
    first = report()
    assert first == report()
    bare = re.sub(r"data:image/png;base64,[^\"]*", "", first)
    assert len(first.encode()) < 800_000 and len(bare.encode()) < 60_000


def test_notebooks_and_tables_stay_as_they_were() -> None:
    books, found = notebooks(), findings()
    report(notebooks=books, findings=found)
    pd.testing.assert_frame_equal(found, findings())
    assert [len(book.cells) for book in books.values()] == [len(book.cells) for book in notebooks().values()]


def test_a_report_without_the_narrative_is_an_error() -> None:
    books = notebooks()
    del books["04_narrative"]
    with pytest.raises(StudyError, match="04_narrative"):
        report(notebooks=books)


def test_a_report_of_no_findings_no_articles_and_no_manifest_still_stands() -> None:
    made = BeautifulSoup(report(findings=findings().head(0), articles=None, manifest={}), "html.parser")
    assert not made.select(".findings, .articles, #made table")


def test_a_notebook_alone_has_its_title_and_its_siblings() -> None:
    made = rendered(title="연구", siblings=[("01_clean.html", "원문"), ("02_tokenize.html", "낱말")])
    assert made.h1.text == "제목" and made.title.text == "제목 · 연구"
    assert [(a["href"], a.get("aria-current")) for a in made.select(".siblings a")] == [
        ("01_clean.html", "page"), ("02_tokenize.html", None),
    ]  # fmt: skip
    assert made.select_one(".kicker a")["href"] == "../report.html"


def test_errors_and_warnings_of_a_run_are_not_shown() -> None:
    noise = [
        new_output("stream", name="stderr", text="Warning: /home/me"),
        new_output("error", ename="E", evalue="boom"),
    ]
    text = rendered(new_code_cell("1 / 0", outputs=noise)).get_text()
    assert "Warning" not in text and "boom" not in text
    assert "이 칸은 끝까지 실행되지 않았다." in text


def test_what_a_cell_shows_comes_before_its_code() -> None:
    made = rendered(cell(reporting.say("보인 글."), source="say()"))
    assert [child.name for child in made.main.find_all(recursive=False)][-2:] == ["p", "details"]
    assert made.select_one("details").find_previous("p").text == "보인 글."


def test_injected_parameters_are_shown_unless_they_repeat_the_defaults() -> None:
    defaults = cell(
        source='analyzer: str = "kiwi"  # which\ntop_n: int = 20\nlist_: list = ["a"]', tags=("parameters",)
    )

    def folded(injected: str) -> str:
        return rendered(defaults, cell(source=injected, tags=("injected-parameters",))).select_one("details.code").text

    assert "# Parameters" not in folded("# Parameters\nanalyzer = 'kiwi'\nlist_ = ['a']")
    assert "top_n = 30" in folded("# Parameters\nanalyzer = 'kiwi'\ntop_n = 30")
    assert "다른 = 1" in folded("다른 = 1")


def test_code_that_shows_nothing_joins_the_code_that_follows_at_once_or_else_that_before_it() -> None:
    made = rendered(
        cell(source="top: int = 1", tags=("parameters",)),
        cell(source="a = 1"),
        cell(reporting.say("글."), source="b = 2"),
        cell(source="c = 3"),
        cell(reporting.say("둘."), source="d = 4"),
        cell(source="e = 5"),
        cell(source="f = 6"),
        new_markdown_cell("## 다음"),
        cell(source="g = 7"),
    )
    assert [fold.text.strip() for fold in made.select("details.code")] == [
        "매개변수top: int = 1", "코드a = 1\n\nb = 2", "코드c = 3\n\nd = 4\n\ne = 5\n\nf = 6", "코드g = 7",
    ]  # fmt: skip


def test_printed_text_and_bare_values_are_escaped() -> None:
    outputs = [
        new_output("stream", name="stdout", text="<b>책</b>"),
        new_output("execute_result", data={"text/plain": "<i>값</i>"}, execution_count=1),
    ]
    made = rendered(new_code_cell("x", outputs=outputs))
    assert [pre.text.strip() for pre in made.select("pre.output")] == ["<b>책</b>", "<i>값</i>"]


def test_a_bare_table_gets_scopes_and_a_box_that_scrolls() -> None:
    made = rendered(cell(Displayable(keywords()[["term", "n"]].to_html(), "표")))
    assert {th["scope"] for th in made.select("th")} == {"col", "row"}
    assert made.select_one("div.scroll > table.data")


def test_a_picture_without_a_name_or_words_still_has_an_alternative_text() -> None:
    pixel = base64.b64encode(shown().png).decode()
    made = rendered(new_code_cell("x", outputs=[new_output("display_data", data={"image/png": pixel})]))
    assert made.select_one("figure img")["alt"] == "설명이 없는 그림"


def test_headings_that_repeat_get_ids_of_their_own() -> None:
    made = rendered(new_markdown_cell("## 같은 말"), new_markdown_cell("## 같은 말"))
    assert [h["id"] for h in made.select("h2")] == ["n-1", "n-2"]


def test_figures_of_a_notebook_can_be_exported_by_name() -> None:
    found = reporting.figures(notebooks()["04_narrative"])
    assert list(found) == ["hero"] and found["hero"].startswith(b"\x89PNG")


def test_the_index_lists_studies_with_their_findings_and_dates() -> None:
    entry = {
        "name": "village 1",
        "title": "도서관",
        "question": "왜?",
        "findings": ["둘이 지지한다."],
        "dates": ["2025-03-04"],
    }
    made = BeautifulSoup(reporting.render_index([entry]), "html.parser")
    assert made.select_one("article h2 a")["href"] == "village%201/report.html"
    assert "둘이 지지한다." in made.text and made.time["datetime"] == "2025-03-04"
    assert "아직 연구가 없다." in reporting.render_index([])


def test_a_manifest_of_lists_and_nested_names_becomes_tables() -> None:
    nested = manifest(stages=[{"name": "01_clean", "rows": 3}, {"name": "02_tokenize"}], analyzers=["kiwi", "okt"])
    made = BeautifulSoup(report(manifest=nested, articles=articles()), "html.parser").select_one("#made")
    assert "단계" in made.text and "kiwi" in made.text and "–" in made.text


def test_a_finding_of_a_study_of_several_articles_names_the_article_that_it_rests_on() -> None:
    one, other = articles(), articles("다른 도서관").assign(article_id="other")
    made = BeautifulSoup(report(articles=pd.concat([one, other], ignore_index=True)), "html.parser")
    assert f"{ARTICLE} 문장 1" in made.select_one(".findings").get_text()
    assert ARTICLE not in BeautifulSoup(report(articles=one), "html.parser").select_one(".findings").get_text()
