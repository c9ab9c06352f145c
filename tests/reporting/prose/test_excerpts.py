"""What is quoted is a sentence, or somebody's words, whole."""

from __future__ import annotations

import pytest

from helpers.reporting.prose.excerpts import LONGEST, excerpt


def test_a_text_is_quoted_whole_or_not_at_all() -> None:
    assert excerpt("배가 다시 떴다.") == "배가 다시 떴다."
    assert excerpt("가" * LONGEST) == "가" * LONGEST
    assert excerpt("가" * (LONGEST + 1)) is None
    assert excerpt("") is None


@pytest.mark.parametrize("byline", ["[나루신문 박하늘 기자] ", "(섬=섬통신) 박하늘 기자 = "])
def test_the_byline_before_a_sentence_is_no_part_of_it(byline: str) -> None:
    assert excerpt(f"{byline}배가 다시 떴다.") == "배가 다시 떴다."
    assert excerpt("(어제) 배가 다시 떴다.") == "(어제) 배가 다시 떴다."


@pytest.mark.parametrize(
    "piece",
    [
        "뭍을 오가는 배)’ 운항이 늘었다.",
        "선장은 “배가 다시 떴다.",
        "배 두 척(하늘호가 떴다.",
        '"배가 떴다. 손님도 늘었다.',
    ],
)
def test_a_piece_of_a_quotation_or_a_bracket_is_not_quoted(piece: str) -> None:
    assert excerpt(piece) is None


def test_closed_marks_and_brackets_do_not_matter() -> None:
    text = "선장은 “배(하늘호)가 ‘다시’ 떴다”고 말했다."
    assert excerpt(text) == text
