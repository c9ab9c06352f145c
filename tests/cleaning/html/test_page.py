"""helpers.cleaning.html.page: HTML as lines, what the markup says of them, and the way back to the source."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.cleaning import CleanArticle, RawText, clean
from helpers.cleaning.html import looks_like_html, read_page
from made.examples import examples

BODY = (
    "강마을에 나루터가 다시 생겼다. 배는 하루 여섯 번 강을 건넌다.",
    "군청은 지난달 새 배를 들여왔다고 밝혔다. 배에는 자전거 열 대를 실을 수 있다.",
    "주민 최 아무개 씨는 “다리까지 돌아가지 않아도 된다”며 반겼다.",
)
PLAIN = f"""<!DOCTYPE html>
<html lang="ko"><head><meta charset="utf-8">
<title>나루터에 다시 배가 뜬다 - 강마을신문</title>
<meta property="og:title" content="나루터에 다시 배가 뜬다 | 사회 | 강마을신문">
<meta property="og:site_name" content="강마을신문">
<meta property="article:published_time" content="2034-04-05T06:07:08+09:00">
<style>p {{ color: red }}</style><script>var 글 = "보이지 않는 문장이다.";</script></head>
<body><nav><ul><li><a href="/1">정치</a></li><li><a href="/2">사회</a></li></ul></nav>
<div class="top"><h1>나루터에 다시 배가 뜬다</h1><span>입력 2034.04.05 06:07</span></div>
<div class="view-zone"><h2>강 건너 장터까지 10분<br>자전거도 싣는다</h2>
<figure><img src="a.jpg"><button>사진 확대</button><figcaption>배를 기다리는 주민들. 강마을군 제공</figcaption></figure>
<p>{BODY[0]}</p><!-- 광고 --><p>{BODY[1].replace("새 배", "<b>새&nbsp;배</b>")}</p>
<div class="related_list"><strong>관련기사</strong><ul><li><a href="/3">나루터 복원에 5억 원 든다</a></li>
<li><a href="/4">강 건너 학교에 신입생이 왔다. 교장은 기쁘다고 말했다.</a></li></ul></div>
<p>{BODY[2]}</p></div>
<div id="comments"><p>댓글을 쓰려면 로그인해 주세요.</p></div>
<footer>강마을신문 | 등록번호 가00000 | 발행인 아무개</footer></body></html>"""


def _clean(source: str) -> CleanArticle:
    page = read_page(source)
    return clean(RawText(page.text, "utf-8", (), "0" * 64, "a.html", page))


def test_clean_keeps_deck_caption_and_body_of_a_page_with_unknown_classes() -> None:
    article = _clean(PLAIN)
    deck = ["강 건너 장터까지 10분", "자전거도 싣는다"]
    assert article.text.split("\n") == [*deck, "배를 기다리는 주민들. 강마을군 제공", *BODY]
    assert article.title == "나루터에 다시 배가 뜬다"
    assert article.published_at == "2034-04-05T06:07:08+09:00"
    assert article.metadata.outlet == "강마을신문"


def test_clean_kept_spans_lead_back_to_the_source_of_the_page() -> None:
    article = _clean(PLAIN)
    spans = [s for piece in article.pieces if piece.kept for s in article.raw.in_source(piece.start, piece.end)]
    assert spans == sorted(spans)
    joined = "".join(PLAIN[start:end] for start, end in spans)
    assert joined == "".join(article.text.split("\n")).replace("새 배", "새&nbsp;배")


def test_clean_reads_a_page_whose_article_only_a_script_holds() -> None:
    data = json.dumps({"view": {"html": "".join(f"<p>{text}</p>" for text in BODY), "title": "제목"}})
    source = f"<html><head><title>나루터에 다시 배가 뜬다</title></head><body><div id=root></div><script>var d={data};</script></body></html>"
    article = _clean(source)
    assert article.text.split("\n") == list(BODY)
    assert article.title == "나루터에 다시 배가 뜬다"


def test_clean_reads_the_body_of_linked_data_where_the_page_shows_none() -> None:
    linked = {"@type": "NewsArticle", "headline": "배가 뜬다", "datePublished": "2034-04-05T06:07+09:00"}
    source = (
        '<html><body><p>앱에서 보기</p><script type="application/ld+json">'
        + json.dumps(linked | {"articleBody": "\n".join(BODY)}, ensure_ascii=False)
        + "</script></body></html>"
    )
    article = _clean(source)
    assert article.text.split("\n") == list(BODY)
    assert article.published_at == "2034-04-05T06:07+09:00"


def test_clean_is_not_misled_by_a_class_name_around_the_article() -> None:
    paragraphs = "".join(f"<p>{text} 이 일은 오래 기억될 것이라고 주민들은 말했다.</p>" for text in BODY)
    source = (
        f'<html><body><div class="layer_wrap comment-on"><h1>나루터에 배가 뜬다</h1>{paragraphs}</div></body></html>'
    )
    assert len(_clean(source).text.split("\n")) == len(BODY)


def test_clean_drops_a_byline_box_and_a_tag_list_inside_the_article() -> None:
    source = (
        f'<html><body><article class="article_txt"><p>{BODY[0]}</p><p>{BODY[1]}</p>'
        '<div class="journalist_box"><p>강나루 사회부</p></div>'
        f'<p>{BODY[2]}</p><ul class="tag_list"><li><a href="/t">#나루터</a></li><li>강마을 소식</li></ul></article></body></html>'
    )
    assert _clean(source).text.split("\n") == list(BODY)


def test_clean_keeps_a_page_of_nothing_but_divisions_and_breaks() -> None:
    source = f"<html><body><div>메뉴<br>로그인</div><table><tr><td><div>{'<br><br>'.join(BODY)}</div></td></tr></table></body></html>"
    assert _clean(source).text.split("\n") == list(BODY)


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("<p>하나<p>둘", ["하나", "둘"]),
        ("<div>하나<span> 둘</span>\n  셋</div>넷", ["하나 둘 셋", "넷"]),
        ("가&lt;나&gt;&amp;다&nbsp;라", ["가<나>&다 라"]),
        ("<a href='x>y'>가</a><!-- 나 --><script>다</script>라", ["가라"]),
        ("가<br/>나<br>다", ["가", "나", "다"]),
        ("1 < 2 이고 3 > 2", ["1 < 2 이고 3 > 2"]),
        ("가<!-- 닫히지 않은 설명", ["가"]),
        ("가<script>닫히지 않은", ["가"]),
        ("", []),
    ],
)
def test_read_page_gives_the_lines_a_reader_sees(source: str, lines: list[str]) -> None:
    page = read_page(source)
    assert page.text.split("\n")[:-1] == lines
    assert len(page.marks) == len(lines)


@given(st.text(st.sampled_from("<>/!-=\"'& abp가나.\n\\;") | st.characters(exclude_categories=["Cs"]), max_size=120))
@examples(300)
def test_read_page_reads_any_string_and_knows_where_each_character_stood(source: str) -> None:
    page = read_page(source)
    assert page.text.count("\n") == len(page.marks)
    for start, end, first, last in page.segments:
        assert 0 <= first < last <= len(source)
        if end - start == last - first:
            assert page.text[start:end] == source[first:last] or page.text[start:end] == " "


@pytest.mark.parametrize("unit", ["<div>", "<p><b>", '<a "', "<!--", "<", "</div>", "&#x41;", "<i class='x'>"])
def test_read_page_takes_time_in_proportion_to_the_length(unit: str) -> None:
    page = read_page("<html>" + unit * 20_000 + BODY[0])
    assert len(page.text) < 400_000


def test_looks_like_html_tells_pages_from_text_that_mentions_tags() -> None:
    assert looks_like_html("<!doctype html><p>글")
    assert looks_like_html("<p>가</p><p>나</p>", name="기사.html")
    assert not looks_like_html("웹 문서는 <p>로 단락을, <a>로 링크를 적는다고 그는 설명했다.")
