"""A byline is no text of the article."""

import pandas as pd
import pytest

from helpers import keywords, tables
from helpers.bylines import byline_end, credit_start
from helpers.tokenizing import tokenize
from made.sentences import sentence_table


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("(섬=섬통신) 박하늘 기자 = 배가 떴다.", "배가 떴다."),
        ("[섬=섬통신] 박하늘 최바다 기자 = 배가 떴다.", "배가 떴다."),
        ("(섬통신=박하늘 기자)배가 떴다.", "배가 떴다."),
        ("【섬신문 박하늘 특파원】 배가 떴다.", "배가 떴다."),
        ("(하루 두 번 뜨는) 배가 떴다.", "(하루 두 번 뜨는) 배가 떴다."),
        ("[박하늘 / 선장 : 배가 떴다.]", "[박하늘 / 선장 : 배가 떴다.]"),
        ("배가 떴다.", "배가 떴다."),
        ("", ""),
    ],
)
def test_a_byline_ends_where_the_article_begins(text: str, rest: str) -> None:
    assert text[byline_end(text) :] == rest


def test_no_sentences_have_no_byline() -> None:
    assert keywords.without_bylines(tables.TOKENS.empty(), tables.SENTENCES.empty()).empty


def test_words_of_a_byline_are_not_counted() -> None:
    texts = ["(섬=섬통신) 박하늘 기자 = 배가 섬에 닿았다.", "기자들이 섬에 내렸다."]
    sentences = sentence_table(*texts)
    tokens = tokenize(sentences)
    before = tokens.copy()
    left = tables.TOKENS.check(keywords.without_bylines(tokens, sentences))
    said = ["".join(own["surface"]) for _, own in left[left["unit"] == "morpheme"].groupby("sentence_id")]
    assert "통신" not in said[0] and "기자" not in said[0] and "기자" in said[1]
    assert left["start"].min() == texts[0].index("배가")
    pd.testing.assert_frame_equal(tokens, before)
    assert keywords.without_bylines(tables.TOKENS.empty(), sentences).empty


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("이장이 둑을 걷고 있다. ⓒ 섬통신 ⓒ News9 박하늘 기자", " ⓒ 섬통신 ⓒ News9 박하늘 기자"),
        ("둑의 봄 모습. /섬통신", " /섬통신"),
        ("이장이 둑을 걷고 있다. 섬군 제공", " 섬군 제공"),
        ("둑을 재는 이장 [사진: 섬군]", " [사진: 섬군]"),
        ("물에 잠긴 길 - 누리집 갈무리", " - 누리집 갈무리"),
        ("이장이 둑을 걷고 있다(사진=섬군).", "(사진=섬군)."),
        ("[섬=섬통신] 이장이 둑을 걷고 있다.", ""),
        ("쌀을 군에서 제공", ""),
    ],
)
def test_a_credit_begins_where_a_caption_has_shown_all(caption: str, credit: str) -> None:
    assert caption[credit_start(caption) :] == credit


def test_words_of_a_credit_are_not_counted_and_those_of_the_body_are() -> None:
    text = "이장이 둑을 걷고 있다. /섬통신"
    sentences = sentence_table(text, text).assign(section=["caption", "body"])
    left = keywords.without_bylines(tokenize(sentences), sentences)
    said = ["".join(own["surface"]) for _, own in left[left["unit"] == "morpheme"].groupby("sentence_id")]
    assert "통신" not in said[0] and "걷" in said[0] and "통신" in said[1]
