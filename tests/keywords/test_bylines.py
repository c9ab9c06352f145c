"""A byline is no text of the article."""

import pandas as pd
import pytest

from helpers import keywords, tables
from helpers.bylines import byline_end
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
