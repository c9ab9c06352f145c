"""What had been kept or read though it was no article: the index of a series, search results, a page's source."""

from __future__ import annotations

import html
from pathlib import Path

import pytest

from helpers.cleaning import CleanArticle, NoArticle, RawText, UnreadableText, clean, read_raw

HEAD = "나루시, 방앗간 골목에 물레 다시 놓는다\n입력 2031.03.04 09:10\n\n"
PROSE = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다.",
    "주민 김아무개 씨는 “물레 도는 소리를 기다렸다”며 “아이들에게 보여 주고 싶다”고 말했다.",
    "나루시 조사에 따르면 지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다.",
)
INDEX = "◆ 글 싣는 순서\n1회 골목이 늙었다\n2회 물레 놓는 데 드는 돈\n3회 물은 누구의 것인가"
STEPS = "① 골목 들머리에서 표를 받는다\n② 물레 앞에서 곡식을 고른다\n③ 가루를 봉지에 담아 나온다"


def cleaned(text: str) -> CleanArticle:
    return clean(RawText(text, "utf-8", (), "0" * 64))


@pytest.mark.parametrize("place", [0, 1, 3])
def test_the_index_of_a_series_is_no_part_of_the_article(place: int) -> None:
    lines = list(PROSE)
    lines.insert(place, INDEX)
    found = cleaned(HEAD + "\n\n".join(lines))
    assert found.text == "\n".join(PROSE)
    assert {line.rule for line in found.pieces if "회 " in line.text} == {"series_index"}


def test_the_steps_of_an_article_stay() -> None:
    found = cleaned(HEAD + "\n\n".join([PROSE[0], "물레를 쓰는 순서는 다음과 같다.", STEPS, *PROSE[1:]]))
    assert STEPS in found.text


@pytest.mark.parametrize("byline", ["朴하늘 기자", "박하늘(朴河訥) 기자", "朴河訥 기자"])
def test_names_in_chinese_letters_are_names(byline: str) -> None:
    found = cleaned(HEAD.rstrip() + f"\n{byline}\n\n" + "\n\n".join(PROSE))
    assert byline not in found.text
    assert found.metadata.reporter == byline.replace("(朴河訥)", "")


def test_a_line_of_prose_in_chinese_letters_is_no_byline() -> None:
    line = "물레를 처음 보았다는 기자에게 김 씨는 “美·中에도 이런 골목은 없다”고 했다."
    assert line in cleaned(HEAD + "\n\n".join([PROSE[0], line, *PROSE[1:]])).text


RESULTS = "".join(
    f"<li><h4>나루 물레 {number}호 놓는다</h4><p>{text}</p><span>2031-03-0{number} 09:10</span></li>"
    for number, text in enumerate(PROSE, start=1)
)


def test_a_page_of_search_results_is_told_as_one(tmp_path: Path) -> None:
    page = tmp_path / "results.html"
    page.write_text(f"<!doctype html><body><h2>'나루 물레' 검색결과 41건</h2><ul>{RESULTS}</ul></body>", "utf-8")
    with pytest.raises(NoArticle, match="search results"):
        clean(read_raw(page))


def test_an_article_on_a_search_is_read() -> None:
    text = HEAD.replace("물레 다시 놓는다", "실종자 수색…사흘째 검색 결과 없어") + "\n\n".join(PROSE)
    assert cleaned(text).text.startswith(PROSE[0])


SOURCE = (
    '<html lang="ko"><head><meta charset="utf-8"><title>나루 물레</title></head><body>\n<div id="menu"><p>홈</p></div>\n'
    + "\n".join(f"<p>{line}</p>" for line in PROSE)
    + "</body></html>"
)
MARKED = html.escape(SOURCE).replace("&lt;", "<span>&lt;").replace("&gt;", "&gt;</span>")


@pytest.mark.parametrize(
    "shown",
    [
        f"<!DOCTYPE html><html><head></head><body id=viewsource><pre>{MARKED}</pre></body></html>",
        f"<pre style='word-wrap: break-word'>{html.escape(SOURCE)}</pre>",
        html.escape(SOURCE),
    ],
)
def test_the_source_of_a_page_saved_as_shown_is_told_as_one(shown: str, tmp_path: Path) -> None:
    page = tmp_path / "source.html"
    page.write_text(shown, "utf-8")
    with pytest.raises(UnreadableText, match="source of a page"):
        read_raw(page)


def test_an_article_on_tags_is_read(tmp_path: Path) -> None:
    page = tmp_path / "tags.html"
    body = "".join(f"<p>{line} 이 줄은 &lt;p&gt;로 연다.</p>" for line in PROSE * 3)
    page.write_text(f"<!doctype html><html><head><title>나루</title></head><body>{body}</body></html>", "utf-8")
    assert "<p>" in clean(read_raw(page)).text


def test_an_item_that_trails_off_among_its_like_stays() -> None:
    items = (
        '◇물레방아 앞에서 시장은 "물이 모자라면 비를 기다리면 된다"고 말했다. 기다리는 데 이골이 난 주민들…',
        "◇ 군의회는 방앗간 예산을 반으로 줄였다. 남은 반쪽은 누가 찧을지 궁금한 장터 사람들의 속내…",
    )
    found = cleaned(HEAD + "\n\n".join([PROSE[0], *items, PROSE[2]]))
    assert all(item in found.text for item in items)


def test_a_teaser_without_a_sign_goes() -> None:
    teaser = "나루 물레방아에 사람이 몰리고 있다. 지난 주말에만 3000명이 다녀갔다. 시는 주차장을…"
    assert teaser not in cleaned(HEAD + "\n\n".join([*PROSE, teaser])).text


def test_headlines_printed_twice_above_their_beginnings_are_a_list() -> None:
    listed = "\n\n".join(
        f"• 나루 골목에 물레 {n}호 놓는다\n\n나루 골목에 물레 {n}호 놓는다\n\n{text}" for n, text in enumerate(PROSE)
    )
    with pytest.raises(NoArticle, match="headline twice"):
        cleaned(f"검색\n최근검색어\n전체삭제\n\n{listed}")


def test_captions_printed_twice_do_not_make_a_list() -> None:
    shown = "나루 방앗간 골목 전경"
    found = cleaned(HEAD + "\n\n".join([shown, shown, *PROSE]))
    assert found.text.endswith(PROSE[-1])


def test_a_headline_below_its_article_is_its_title() -> None:
    found = cleaned(f"{PROSE[0]} {PROSE[1]}\n나루 골목에 물레 다시 돈다\n나루일보\n발행 2031.03.04 09:10\n인기기사\n")
    assert found.title == "나루 골목에 물레 다시 돈다"
    assert found.text.startswith(PROSE[0])


def test_a_line_below_an_article_without_a_time_is_no_title() -> None:
    assert cleaned(f"{PROSE[0]} {PROSE[1]}\n나루 골목에 물레 다시 돈다\n나루일보\n인기기사\n").title is None
