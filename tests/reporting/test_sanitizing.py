from __future__ import annotations

import re

import bleach
import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st

from helpers.reporting.outputs import code_html, markdown_html
from helpers.reporting.sanitizing import ATTRIBUTES, TAGS, sanitize

PIECES = ("<p>", "</p>", "<b", ">", '"', "'", "<!--", "-->", "<a href=", "javascript:", "</div>", "<table><td>", "책", " ",
          "<script>", "</script>", "<svg/onload=x>", "<h2>", "&lt;", "&#", ";", "=", "<![CDATA[", "<?", "\x00", "<math>")  # fmt: skip
ELEMENT = re.compile(r'</([a-z0-9]+)>|<([a-z0-9]+)((?: [a-z-]+="[^"<>]*")*)>')


@pytest.mark.parametrize(
    ("given_html", "expected"),
    [
        ("<p>책 <b>둘</b></p>", "<p>책 <b>둘</b></p>"),
        ("<p onclick='x' class=note>책</p>", '<p class="note">책</p>'),
        ("<form><p>책</form>", "<p>책</p>"),
        ("<style>p{}</style>책<script>1</script>", "책"),
        ("<a href='java\tscript:x'>책</a>", "<a>책</a>"),
        ("<a href=' &#1;JavaScript&colon;x'>책</a>", "<a>책</a>"),
        ("<a href='data:text/html,x'>책</a>", "<a>책</a>"),
        ("<a href='https://a.test/?a=1&amp;b=2'>책</a>", '<a href="https://a.test/?a=1&amp;b=2">책</a>'),
        ("<a href='#s-1'>책</a><a href='x/y:z'>둘</a>", '<a href="#s-1">책</a><a href="x/y:z">둘</a>'),
        ("</section></div>책<ul><li>둘", "책<ul><li>둘</li></ul>"),
        ("<h2>하나<h3>둘</h2>", "<h2>하나</h2><h3>둘</h3>"),
        ("<a href='#1'>하나<a href='#2'>둘</a>", '<a href="#1">하나</a><a href="#2">둘</a>'),
        ("1 < 2 && 3 > 2 &lt;b&gt;", "1 &lt; 2 &amp;&amp; 3 &gt; 2 &lt;b&gt;"),
        ("하나<br/>둘<hr>", "하나<br>둘<hr>"),
    ],
)
def test_what_may_stay_stays_and_the_rest_keeps_its_text(given_html: str, expected: str) -> None:
    assert sanitize(given_html) == expected


def test_the_first_of_two_attributes_counts_as_in_a_browser() -> None:
    assert sanitize('<a href="#1" href="#2">책</a>') == '<a href="#1">책</a>'


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_whatever_comes_in_only_closed_allowed_elements_and_escaped_text_come_out(html: str) -> None:
    made = sanitize(html)
    waiting = []
    for found in ELEMENT.finditer(made):
        closing, opening, attributes = found.groups()
        if closing:
            assert waiting.pop() == closing
            continue
        assert opening in TAGS
        allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(opening, set())
        assert set(re.findall(r" ([a-z-]+)=", attributes)) <= allowed
        waiting += [] if opening in ("br", "hr") else [opening]
    assert waiting == []
    assert not re.search("[<>]", ELEMENT.sub("", made))


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("<h2><b<p><h2>")
def test_to_sanitise_twice_changes_nothing_more(html: str) -> None:
    assert sanitize(sanitize(html)) == sanitize(html)


@pytest.mark.parametrize(
    "html",
    [
        "<p>책 <em>둘</em> &amp; 셋</p>",
        "<ol start=3><li>하나<li>둘</ol>",
        "<blink>책</blink><q>둘</q>",
        "<p title='a\"b'>책</p>",
    ],
)
def test_text_and_elements_are_those_that_bleach_keeps(html: str) -> None:
    attributes = {name: list(allowed) for name, allowed in ATTRIBUTES.items()}
    other = BeautifulSoup(bleach.clean(html, tags=TAGS, attributes=attributes, strip=True), "html.parser")
    ours = BeautifulSoup(sanitize(html), "html.parser")
    assert ours.get_text() == other.get_text()
    assert [(t.name, t.attrs) for t in ours.find_all()] == [(t.name, t.attrs) for t in other.find_all()]


def test_markdown_keeps_its_tables_and_lists() -> None:
    made = BeautifulSoup(markdown_html("| 낱말 | 뜻 |\n|---|---|\n| 책 | 글 |\n\n- 하나\n- ~~둘~~"), "html.parser")
    assert [th["scope"] for th in made.select("div.scroll > table.data th")] == ["col", "col"]
    assert made.select("td")[1].text == "글" and made.select("li del")[0].text == "둘"


@pytest.mark.parametrize(
    ("source", "comments"),
    [
        ('a = "책 # 둘"  # 셋', ["# 셋"]),
        ("f(r'\\'# 책', x)", []),
        ('"""둘\n# 줄"""  # "셋"', ['# "셋"']),
        ("열린 = '책\nb = 1  # 하나\n# 둘 <b>", ["# 하나", "# 둘 <b>"]),
    ],
)
def test_comments_are_marked_and_no_character_is_lost(source: str, comments: list[str]) -> None:
    made = BeautifulSoup(code_html(source), "html.parser")
    assert [mark.text for mark in made.pre.find_all()] == comments
    assert {mark.name for mark in made.pre.find_all()} <= {"em"}
    assert made.pre.text == source
