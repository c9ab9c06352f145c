"""What stands in the place of what is cut: a place, a value, or nothing; and never half a quotation."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from helpers import quoting, reporting, tables

SENTENCES = [
    "산골 약방이 봄부터 문을 닫는다.",
    "주민들은 단순한 진료소 이상의 넓은 보건소가 필요하다고 말한다.",
    "군수는 “약방을 걱정할 필요가 없고 계획을 바꿀 수는 없다”고 말했다.",
    "의회는 2019년 10월 18일부터 약사를 확보해야 하지만 아직 논의를 하지 못했다.",
    "저녁마다 간호사 열두 명이 마을을 돌며 노인의 혈압을 재고 약을 나누어 준다.",
    "겨울에는 눈이 쌓여 읍내 병원까지 가는 길이 자주 끊어지고 구급차도 늦는다.",
    "올해는 젊은 부부 세 쌍이 골짜기로 이사를 와서 아이 다섯이 새로 태어났다.",
    "도는 내년 살림을 짜면서 산골마다 작은 약방을 두는 안을 다시 따지기로 했다.",
]
STARTS = [sum(len(s) + 1 for s in SENTENCES[:n]) for n in range(len(SENTENCES))]


def span(number: int, words: str) -> tuple[int, int]:
    start = STARTS[number - 1] + SENTENCES[number - 1].index(words)
    return start, start + len(words)


def place(number: int, words: str = "") -> dict[str, object]:
    start, end = span(number, words or SENTENCES[number - 1])
    return {
        "article_id": "a",
        "sentence_id": number,
        "start": start,
        "end": end,
        "text": words or SENTENCES[number - 1],
    }


@pytest.fixture
def article() -> dict[str, pd.DataFrame]:
    """A study of one article: all of its first sentences bear on the claim, and there is room for some of them."""
    matched = {2: "보건소", 3: "걱정", 4: "확보", 5: "간호사"}
    evidence = [
        place(n) | {"section": "body", "paragraph": n, "position": 0.5, "coder": "rules", "claim": "c", "voice": "reporter",
                    "stance": "opposes" if n == 2 else "supports", "codes": ["x"], "checkable": False,
                    "matched_spans": [list(span(n, word))]}
        for n, word in matched.items()
    ]  # fmt: skip
    codings = [{"article_id": "a", "sentence_id": n, "code": "x", "claim": "c", "stance": "supports", "coder": "rules",
                "matched": [word], "matched_spans": [list(span(n, word))]}
               for n, word in matched.items()]  # fmt: skip
    voices = [
        place(3, SENTENCES[2][5:-8]) | {"use": "speech", "kind": "named", "speaker": "그", "person": "나루군 군수"}
    ]
    facts = [
        place(4, "2019년 10월 18일부터") | {"kind": "date", "resolved_from": "2019-10-18", "checkable": True},
        place(5, "간호사 열두 명이 마을을 돌며 노인의 혈압을 재고 약을")
        | {"kind": "count", "value": 12.0, "unit": "명"},
        place(5, "저녁마다 간호사 열두 명이 마을을 돌며 노인의 혈압을") | {"kind": "period", "lacks": "vague"},
    ]
    return {
        "lines": pd.DataFrame([place(n + 1) | {"label": "body", "kept": True} for n in range(len(SENTENCES))]),
        "sentences": pd.DataFrame([place(n + 1) for n in range(len(SENTENCES))]),
        "evidence": tables.EVIDENCE.make(evidence),
        "codings": tables.CODINGS.make(codings),
        "voices": tables.VOICES.make(voices),
        "facts": tables.FACTS.make(facts),
        "kwic": tables.KWIC.empty(),
    }


def reading(article: dict[str, pd.DataFrame], allowance: quoting.Allowance) -> dict[int, str]:
    """The close reading as it is shared, by sentence: its paragraphs."""
    whole = reporting.close_reading(article["evidence"], codings=article["codings"], voices=article["voices"],
                                    facts=article["facts"])  # fmt: skip
    items = quoting.cut_html(whole.html, allowance).split("<li ")[1:]
    return {int(item.split('"')[1].rpartition("-")[2]): item for item in items}


def test_a_line_is_the_sentence_or_its_place(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article)
    lines = reading(article, allowance)
    assert "단순한 진료소 이상의 넓은 <mark>보건소</mark>가 필요하다고 말한다.</p>" in lines[2]
    assert '<p class="elsewhere">원문 문장 4를 본다</p>' in lines[4]
    assert [n for n, line in lines.items() if "…" in line] == []
    everything = quoting.choose(article, limit=None)
    assert all("<mark>" in line and "data-else" not in line for line in reading(article, everything).values())


def test_a_word_is_not_shown_without_what_turns_or_bounds_it(article: dict[str, pd.DataFrame]) -> None:
    for limit in (0.1, 0.2, 0.3, 0.4, 0.5):
        lines = reading(article, quoting.choose(article, limit=limit))
        shown = {n: re.sub(r"<[^<>]*>", "", line) for n, line in lines.items()}
        assert len({word in shown[3] for word in ("걱정", "필요가 없고", "바꿀 수는 없다")}) == 1
        assert len({word in shown[4] for word in ("확보", "하지만 아직 논의를 하지 못했다")}) == 1


def test_what_is_no_quotation_stays_and_a_label_with_nothing_goes(article: dict[str, pd.DataFrame]) -> None:
    lines = reading(article, quoting.choose(article, limit=0.04))
    assert "때: 2019년 10월 18일" in lines[4]
    assert "수량: 12명" in lines[5]
    assert "기간" not in lines[5]
    assert "이름 있는 취재원: 나루군 군수" in lines[3]


def test_a_day_that_was_worked_out_is_shown_though_the_article_writes_it(article: dict[str, pd.DataFrame]) -> None:
    lines = article["lines"].assign(text=["찍은 날 2019.10.18. 산골에서", *SENTENCES[1:]])
    allowance = quoting.choose(article | {"lines": lines})
    assert quoting.cut_html("<p>One article (산골일보, 2019-10-18).</p>", allowance).endswith(
        "(산골일보, 2019-10-18).</p>"
    )
    assert "18" not in quoting.cut_html("<p>찍은 날 2019.10.18. 산골에서</p>", allowance)


def test_a_quotation_is_whole_or_the_sentence_that_quotes_goes(article: dict[str, pd.DataFrame]) -> None:
    page = (
        f"<p>지지하는 문장이 많다. 이를테면 <q>“{SENTENCES[4].rstrip('.')}”</q>라는 문장이 있다"
        '(<a href="#s-a-5">문장 5</a>). 그 밖은 적다.</p>'
    )
    room = quoting.choose(article, quotations=[SENTENCES[4]])
    assert quoting.cut_html(page, room) == page
    none = quoting.choose(article, limit=0.05)
    assert quoting.cut_html(page, none) == "<p>지지하는 문장이 많다. 그 밖은 적다.</p>"
    item = f"<ul><li><q>“{SENTENCES[4]}”</q>(문장 5).</li><li>다른 말.</li></ul>"
    assert quoting.cut_html(item, none) == "<ul><li>다른 말.</li></ul>"


def test_our_words_after_a_quotation_stay(article: dict[str, pd.DataFrame]) -> None:
    page = "<p><q>“저녁마다”</q> 간호사 열두 명이 마을을 도는 것으로 읽었다.</p>"
    assert quoting.cut_html(page, quoting.choose(article)).endswith(
        "</q> 간호사 열두 명이 마을을 도는 것으로 읽었다.</p>"
    )


def test_a_name_stands_alone_and_not_as_a_shred_of_a_sentence(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article, phrases=["간호사 열두 명"], limit=0.05)
    page = "<td>간호사 열두 명</td><p>읽은 것은 ‘간호사 열두 명’이다.</p>"
    assert quoting.cut_html(page, allowance) == page
    assert "간호사" not in quoting.cut([SENTENCES[4]], allowance)[0]


def test_a_line_of_a_concordance_shows_the_words_beside_its_keyword(article: dict[str, pd.DataFrame]) -> None:
    start, end = span(6, "병원")
    text = SENTENCES[5]
    left, right = text[: text.index("병원")], text[text.index("병원") + 2 :]
    line = {"article_id": "a", "sentence_id": 6, "term": "병원", "start": start, "end": end, "left": left,
            "keyword": "병원", "right": right}  # fmt: skip
    far = line | {"term": "구급차", "keyword": "구급차", "left": text[: text.index("구급차")], "right": "도 늦는다."}
    kwic = tables.KWIC.make([line, far | dict(zip(("start", "end"), span(6, "구급차"), strict=True))])
    none = {name: article[name].head(0) for name in ("evidence", "facts", "voices")}
    allowance = quoting.choose(article | none | {"kwic": kwic}, limit=0.1)
    page = quoting.cut_html(reporting.concordance(kwic).html, allowance)
    assert "<li>… 읍내 <mark>병원</mark>까지 가는 길이 … <a" in page
    table = quoting.cut_table(kwic, allowance, lines=True)
    assert table["right"][0].endswith(" …") and table["left"][0].startswith("… ")
    assert "읍내" not in quoting.cut([text], allowance)[0]


def test_the_articles_own_dots_and_a_cut_are_two(article: dict[str, pd.DataFrame]) -> None:
    lines = article["lines"].assign(text=["비가 그쳤다 산골에는 다시…눈이 내리고 바람이 또 불었다.", *SENTENCES[1:]])
    none = article["evidence"].head(0)
    allowance = quoting.choose(article | {"lines": lines, "evidence": none}, own=["비가 그쳤다 산골에는 다시"])
    assert quoting.cut(["비가 그쳤다 산골에는 다시…눈이 내리고 바람이 또 불었다."], allowance) == [
        "비가 그쳤다 산골에는 다시… …."
    ]


def test_a_cell_ends_where_the_first_of_it_is_left_out_or_says_that_nothing_is_left(
    article: dict[str, pd.DataFrame],
) -> None:
    allowance = quoting.choose(article, limit=0.05)
    allowance.add("a", STARTS[7], span(8, "살림을 짜면서")[1], part=10)
    row = f"<tr><td>{SENTENCES[7]}</td><td>{SENTENCES[6]}</td><td>군의회</td></tr>"
    words = quoting.cut_html(row, allowance)
    assert words.startswith("<tr><td>도는 내년 살림을 짜면서 …</td><td><small ")
    assert words.endswith(">생략</small></td><td>군의회</td></tr>")
    few = quoting.choose(article, limit=0.05)
    few.add("a", STARTS[7], span(8, "도는 내년")[1], part=10)
    assert quoting.cut_html(f"<td>{SENTENCES[7]}</td>", few).startswith("<td><small ")


def test_a_long_fact_is_shown_though_quotations_take_all_the_room(article: dict[str, pd.DataFrame]) -> None:
    long, quotations = "저녁마다 간호사 열두 명", SENTENCES[5:]
    none = {name: article[name].head(0) for name in ("facts", "evidence")}
    fact = tables.FACTS.make([place(5, long) | {"kind": "count"}])
    assert quoting.cut([long], quoting.choose(article | none, quotations=quotations)) != [long]
    assert quoting.cut([long], quoting.choose(article | none | {"facts": fact}, quotations=quotations)) == [long]


def test_nothing_stands_for_a_byline_and_a_mark_for_a_clause(article: dict[str, pd.DataFrame]) -> None:
    allowance = quoting.choose(article)
    first, other = "[나루신문 박하늘 기자] 약방이 문을 닫는다", "약방은 문을 닫고 병원은 남는다"
    allowance.sentences = {
        "나루신문박하늘기자약방이문을닫는다": (14, len(first)),
        "약방은문을닫고병원은남는다": (10, len(other)),
    }
    page = f'<p data-else="x">{first}</p><p data-else="x">{other}</p>'
    assert quoting.cut_html(page, allowance) == "<p>약방이 문을 닫는다</p><p>… 병원은 남는다</p>"
