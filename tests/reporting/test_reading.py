from __future__ import annotations

import re
from html import unescape

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from helpers import reporting, tables
from helpers.reporting.reading.marking import mark_spans
from helpers.reporting.saying import Displayable
from made.reports import ARTICLE, codings, evidence, facts, kwic, sentences, voices


def read(**more: object) -> Displayable:
    given_tables = {"codings": codings(), "voices": voices(), "facts": facts()} | more
    return reporting.close_reading(evidence(), **given_tables)


def test_every_evidence_sentence_has_an_anchor_and_its_stance_by_sign_and_word() -> None:
    html = read(labels={"people": "사람을 기르다"}).html
    assert [f'id="s-{ARTICLE}-{n}"' in html for n in (1, 2, 3, 4)] == [True, True, True, False]
    assert html.count("▲ 지지 · 사람을 기르다") == 2
    assert "◆ 한정 · 사람을 기르다 (그럼에도)" in html


def test_the_words_that_fired_the_voice_and_the_fact_are_marked() -> None:
    html = read().html
    assert "<mark>길러</mark>" in html
    assert "<i>2019년</i>" in html and ">때: 2019년<" in html
    assert "<u><mark>꾸준히 투자</mark>한 덕분</u>" in html
    assert "이름 없는 취재원: 한 관계자" in html


def test_a_tag_is_printed_once_and_a_pronoun_gives_way_to_the_person() -> None:
    again = pd.concat([voices(), voices().assign(start=voices()["start"] + 1)], ignore_index=True)
    assert read(voices=again).html.count("이름 없는 취재원: 한 관계자") == 1
    pronoun = voices().assign(speaker="그", kind="named", person="한빛 선장")
    assert "이름 있는 취재원: 한빛 선장" in read(voices=pronoun).html
    assert "이름 있는 취재원: 그<" in read(voices=pronoun.assign(person=None)).html


def test_a_number_that_counts_nothing_is_no_quantity() -> None:
    fact = facts().iloc[0].to_dict() | {"kind": "count", "text": "44", "resolved_from": None, "resolved_to": None}
    tags = {gives: read(facts=tables.FACTS.make([fact | {"gives": gives}])).html for gives in (None, "age", "order")}
    assert ">수량: 44<" in tags[None] and ">나이: 44<" in tags["age"]
    assert "44</span>" not in tags["order"]


def test_what_a_time_begins_and_what_a_number_passes_is_said_with_it() -> None:
    fact = facts().iloc[0].to_dict() | {"text": "지난해"}
    sums = {"kind": "amount", "value": 3e10, "unit": "KRW", "resolved_from": None, "resolved_to": None}
    rows = [fact | {"bound": ["이후"]}, fact | {"bound": ["까지"]}, fact | sums | {"text": "300억", "bound": ["넘게"]}]
    since, until, over = (read(facts=tables.FACTS.make([row])).html for row in rows)
    assert '<span data-else="때: 2019년부터">때: 지난해 이후 (2019년부터)</span>' in since
    assert '<span data-else="때: 2019년까지">때: 지난해까지 (2019년까지)</span>' in until
    assert '<span data-else="금액: 300억 원 넘게">금액: 300억 넘게</span>' in over


def test_years_that_say_their_value_are_not_said_twice() -> None:
    fact = facts().iloc[0].to_dict() | {"kind": "period", "resolved_from": "1924-01-01", "resolved_to": "2001-12-31"}
    tags = {text: read(facts=tables.FACTS.make([fact | {"text": text}])).html for text in ("1924∼2001", "한평생")}
    assert "때: 1924∼2001</span>" in tags["1924∼2001"]
    assert "한평생 (1924" in tags["한평생"]


def test_a_tag_says_what_stands_in_its_place_should_it_be_cut() -> None:
    html = read().html
    assert '<span data-else="때: 2019년">때: 2019년' in html
    assert '<span data-else="">이름 없는 취재원: 한 관계자</span>' in html
    assert 'data-else="원문 문장 2를 본다"' in html


def test_sentences_show_the_whole_article_where_they_are_given() -> None:
    first = evidence().head(1)
    some = reporting.close_reading(first, codings=codings(), voices=voices(), facts=facts())
    whole = reporting.close_reading(first, codings=codings(), voices=voices(), facts=facts(), sentences=sentences())
    assert (some.html.count("<li"), whole.html.count("<li")) == (1, 3)
    assert "남에게 건네지 않는다" in whole.html and "남에게 건네지 않는다" in whole.plain
    assert "건네지" not in some.html


def test_a_sentence_of_the_whole_article_without_anything_seen_in_it_stands_alone() -> None:
    none = {"codings": tables.CODINGS.empty(), "voices": tables.VOICES.empty(), "facts": tables.FACTS.empty()}
    made = reporting.close_reading(tables.EVIDENCE.empty(), **none, sentences=sentences())
    assert made.html.count('class="context"') == 3 and "<b " not in made.html
    assert made.plain.splitlines()[1].endswith("길러 왔다.")


def test_only_the_codings_of_the_coder_are_shown() -> None:
    both = pd.concat([codings(), codings().assign(coder="reader", code="other")], ignore_index=True)
    assert "other" not in read(codings=both).html
    assert "other" in read(codings=both, coder="reader").html


def test_sentences_of_several_articles_say_whose_they_are() -> None:
    other = evidence().assign(article_id="harbour")
    both = pd.concat([evidence(), other], ignore_index=True)
    html = reporting.close_reading(both, codings=codings(), voices=voices(), facts=facts()).html
    assert ">harbour 문장 1<" in html and f">{ARTICLE} 문장 1<" in html
    assert "문장 1" in read().html and f"{ARTICLE} 문장" not in read().html


def test_no_evidence_says_so() -> None:
    empty = (tables.CODINGS.empty(), tables.VOICES.empty(), tables.FACTS.empty())
    made = reporting.close_reading(
        tables.EVIDENCE.empty(), **dict(zip(("codings", "voices", "facts"), empty, strict=True))
    )
    assert made.plain == "논지와 이어지는 문장을 찾지 못했다."


def test_article_text_and_labels_are_escaped() -> None:
    hostile = evidence().assign(text="<img src=x onerror=alert(1)>", start=0, end=28)
    made = reporting.close_reading(
        hostile, codings=codings(), voices=voices(), facts=facts(), labels={"people": "<svg onload=alert(1)>"}
    )
    assert "<img" not in made.html and "<svg" not in made.html


spans = st.tuples(st.integers(-5, 40), st.integers(-5, 40), st.sampled_from(["matched", "voice", "fact"]))


@given(st.text(max_size=30), st.lists(spans, max_size=6))
def test_marks_never_change_the_text(text: str, found: list[tuple[int, int, str]]) -> None:
    assert unescape(re.sub(r"</?(?:mark|u|i)>", "", mark_spans(text, found))) == text


def test_a_concordance_has_the_anchor_that_keyword_tables_link_to() -> None:
    made = reporting.concordance(kwic())
    assert 'id="kwic-투자"' in made.html and "<mark>투자</mark>한 덕분”" in made.html
    assert f'href="#s-{ARTICLE}-2"' in made.html


def test_a_concordance_counts_what_it_leaves_out_and_skips_terms_without_a_line() -> None:
    many = pd.concat([kwic()] * 3, ignore_index=True)
    assert "3줄 가운데 2줄" in reporting.concordance(many, terms=["책", "투자"], max_lines=2).html
    assert reporting.concordance(kwic(), terms=["책"]).html == ""
    assert reporting.concordance(tables.KWIC.empty()).html == ""
