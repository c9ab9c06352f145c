"""What is shared quotes no more of an article than the limit, whatever the notebooks show."""

from __future__ import annotations

import pandas as pd
import pytest

from helpers import quoting, tables
from helpers.quoting import omitting

SENTENCES = [
    "산골 도서관이 다섯 해 만에 다시 문을 열었다.",
    "군은 낡은 우체국 건물을 고쳐 책 만 권을 들였다.",
    "주민들은 아이들이 책을 빌리러 먼 읍내까지 가지 않아도 된다고 반긴다.",
    "그러나 사서를 뽑을 예산은 아직 정해지지 않았다.",
    "저녁마다 자원봉사자 열두 명이 돌아가며 문을 지킨다.",
    "겨울에는 난방비가 모자라 일찍 문을 닫는 날도 있었다.",
    "올해는 그림책 읽어 주는 모임이 새로 생겨 식구가 늘었다.",
    "군의회는 내년 살림을 짜면서 운영비를 다시 따지기로 했다.",
]


@pytest.fixture
def article() -> dict[str, pd.DataFrame]:
    """The tables of an article of eight sentences: one opposes, two support the only claim."""
    starts = [sum(len(s) + 1 for s in SENTENCES[:n]) for n in range(len(SENTENCES))]
    place = [
        {"article_id": "a", "sentence_id": n + 1, "start": start, "end": start + len(text), "text": text}
        for n, (start, text) in enumerate(zip(starts, SENTENCES, strict=True))
    ]
    lines = pd.DataFrame([row | {"label": "body", "kept": True} for row in place])
    stances = {1: "supports", 3: "supports", 4: "opposes"}
    evidence = [row | {"stance": stances[row["sentence_id"]], "section": "body", "matched_spans": None, "coder": "rules"} for row in place[:4]
                if row["sentence_id"] in stances]  # fmt: skip
    codings = [{"article_id": "a", "sentence_id": n, "code": "open", "coder": "rules", "stance": s}
               for n, s in stances.items()]  # fmt: skip
    return {
        "lines": lines,
        "sentences": pd.DataFrame(place).assign(section="body", paragraph=1),
        "evidence": pd.DataFrame(evidence),
        "codings": pd.DataFrame(codings),
        "voices": tables.VOICES.empty(),
        "facts": tables.FACTS.empty(),
        "kwic": tables.KWIC.empty(),
    }


def shown(text: str, allowance: quoting.Allowance) -> str:
    return quoting.cut([text], allowance)[0]


def test_the_sentence_that_opposes_comes_before_those_that_support(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article)
    assert shown(SENTENCES[3], allowance) == SENTENCES[3]
    assert allowance.share("a") <= quoting.LIMIT


def test_no_output_gives_more_than_the_limit_even_if_it_prints_the_whole_article(
    article: dict[str, pd.DataFrame],
) -> None:
    allowance = quoting.choose(article)
    page = "".join(f"<li>{s}</li>" for s in SENTENCES)
    plain = "\n".join(SENTENCES)
    notebook = {
        "cells": [
            {"cell_type": "code", "source": "", "outputs": [
                {"output_type": "stream", "name": "stdout", "text": plain},
                {"output_type": "display_data", "data": {"text/html": [page], "text/plain": plain}},
            ]},
        ],
    }  # fmt: skip
    texts = quoting.texts_of(quoting.cut_notebook(notebook, allowance))
    table = quoting.cut_table(article["sentences"], allowance)
    texts += [" ".join(table["text"])]
    assert quoting.recovered(allowance.letters, quoting.texts_of(notebook))["a"] == 1.0
    assert 0 < quoting.recovered(allowance.letters, texts)["a"] <= quoting.LIMIT
    assert "start" not in table and "end" not in table


def test_marks_and_blanks_do_not_hide_a_quotation(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article)
    torn = "겨울에는 <i>난방비가</i> ‘모자라’ <b>일찍</b>\n문을 닫는 날도 있었다."
    assert quoting.cut_html(torn, allowance) == "…  ‘…’ <b>…</b>."


def test_what_is_not_the_articles_stays_as_it_is(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article)
    page = '<p title="a &amp; b">도서관 &lt;한 곳&gt;을 다룬 <em>여섯</em> 문장 &amp; 그 밖의 말</p>'
    assert quoting.cut_html(page, allowance) == page


def test_a_page_is_still_escaped_after_a_cut(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article)
    cut = quoting.cut_html(f"<p>&lt;script&gt;alert(1)&lt;/script&gt; {SENTENCES[5]}</p>", allowance)
    assert cut == "<p>&lt;script&gt;alert(1)&lt;/script&gt; ….</p>"


def test_each_article_has_a_limit_of_its_own(article: dict[str, pd.DataFrame]) -> None:
    two = {
        name: pd.concat([frame, frame.assign(article_id="b")], ignore_index=True) if len(frame) else frame
        for name, frame in article.items()
    }
    two["lines"].loc[two["lines"]["article_id"] == "b", "text"] = [s.replace("문", "창") for s in SENTENCES]
    allowance = quoting.choose(two)
    assert 0 < allowance.share("a") <= quoting.LIMIT and 0 < allowance.share("b") <= quoting.LIMIT


def test_without_a_limit_nothing_is_cut(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article, limit=None)
    assert allowance.share("a") == 1.0
    assert quoting.cut(SENTENCES, allowance) == SENTENCES


def test_an_article_without_text_quotes_nothing() -> None:
    letters = quoting.Letters.of(tables.LINES.empty())
    assert quoting.recovered(letters, ["아무 말"]) == {}


def test_a_researchers_own_words_are_not_cut_whatever_the_article_has_of_them(article: dict[str, pd.DataFrame]) -> None:
    claim = "난방비가 모자라 일찍 문을 닫는 날이 늘었다."
    assert shown(claim, quoting.choose(article)) != claim
    assert shown(claim, quoting.choose(article, own=[claim])) == claim


def test_a_name_is_shown_though_the_article_has_it_without_its_last_word(article: dict[str, pd.DataFrame]) -> None:
    page = "<p>셋째 문장, ‘산골 도서관이 다섯 해 쪽’이다.</p>"
    assert quoting.cut_html(page, quoting.choose(article, phrases=["산골 도서관이 다섯 해 쪽"])) == page


def test_what_the_narrative_names_is_shown_wherever_it_names_it(article: dict[str, pd.DataFrame]) -> None:
    page = "<p>말한 이는 ‘자원봉사자 열두 명’으로 읽었다. 요일마다 ‘자원봉사자 열두 명’이 온다.</p>"
    notebook = {"cells": [{"outputs": [{"data": {"text/html": page}}]}]}
    phrases = quoting.phrases_of(notebook)
    assert phrases == ["자원봉사자 열두 명"] * 2
    assert quoting.cut_html(page, quoting.choose(article)) != page
    assert quoting.cut_html(page, quoting.choose(article, phrases=phrases)) == page


def test_a_keyword_that_the_prose_links_is_shown_in_its_list(article: dict[str, pd.DataFrame]) -> None:
    page = '<p>가장 자주 나온 말은 <a href="#kwic-a">자원봉사자</a>, <a href="#kwic-b">책</a>이다.</p>'
    phrases = quoting.phrases_of({"cells": [{"outputs": [{"data": {"text/html": page}}]}]})
    assert phrases == ["자원봉사자"]
    assert quoting.cut_html(page, quoting.choose(article, phrases=phrases)) == page


def test_what_may_be_shown_once_may_be_shown_where_it_stands_again(article: dict[str, pd.DataFrame]) -> None:
    again = {"article_id": "a", "start": 9_000, "end": 9_100, "text": "자정마다 " + SENTENCES[0], "label": "body"}
    first = article["lines"].assign(label=["title", *["body"] * 7])
    lines = pd.concat([first, pd.DataFrame([again | {"kept": True}])], ignore_index=True)
    allowance = quoting.choose(article | {"lines": lines})
    assert shown(f"제목은 ‘{SENTENCES[0]}’이다. 자정마다 산골에", allowance).startswith(f"제목은 ‘{SENTENCES[0]}’")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("이장은 “둑을 높인다”며 “물길도 넓힌다”고 했다.", "이장은 “둑…” … “… 넓힌다”고 했다."),
        ('이장은 "둑을 높인다"며 "물길도 넓힌다"고 했다.', '이장은 "둑…" … "… 넓힌다"고 했다.'),
        ("이장은 “둑을 높인다”며 “물길도” 곧 넓힌다고 했다.", "이장은 “둑…” … “…” 곧 넓힌다고 했다."),
        ("이장은 둑을 높인다며 “물길도 넓힌다”고 했다.", "이장은 둑… “… 넓힌다”고 했다."),
    ],
)
def test_a_quotation_that_ends_in_what_is_left_out_still_ends(text: str, left: str) -> None:
    """What is hidden here: from 을 높인다 to 물길도."""
    first, last = text.index("을 높"), text.index("물길도") + 3
    hidden = {place for place in range(first, last) if text[place].isalnum()}
    assert omitting.without(text, hidden, before="") == left


@pytest.mark.parametrize(("said", "cut"), [("우체국은 낡은 건물을", "우체국…"), ("우체국장회의 낡은 건물을", "…")])
def test_a_name_is_shown_as_a_word_and_not_as_the_beginning_of_another(
    article: dict[str, pd.DataFrame], said: str, cut: str
) -> None:
    text = f"{said} 고쳐 책 만 권을 들였다고 군은 밝혔다."
    lines = article["lines"].iloc[:1].assign(text=text, end=len(text))
    none = {name: frame.head(0) for name, frame in article.items()}
    allowance = quoting.choose(none | {"lines": lines}, limit=0.031)
    allowance.phrases.append("우체국")
    assert shown(text, allowance).split()[0].removesuffix(".") == cut
