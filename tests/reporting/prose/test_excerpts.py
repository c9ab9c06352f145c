"""What is quoted is a sentence, or somebody's words, whole."""

from __future__ import annotations

import pytest

from helpers.reporting.prose.excerpts import LONGEST, excerpt, is_saying, is_sentence


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


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("이는 배가 다시 뜬 덕분이다.", False),
        ("이 중 두 척은 새 배다.", False),
        ("그는 섬으로 돌아왔다.", False),
        ("또 뱃삯도 내렸다.", False),
        ("하지만 이는 섬만의 일이 아니다.", False),
        ("뱃삯이 비싸다는 이유에서다.", False),
        ("배를 다시 띄워 달라는 취지다.", False),
        ("섬이 되살아난 것은 새 배 때문이다.", True),
        ("하지만 뱃삯은 그대로다.", True),
        ("이웃 섬에도 배가 뜬다.", True),
        ("그물을 걷는 손이 늘었다.", True),
        ("뱃삯은 더 오를 것이다.", True),
        ("곧 뱃삯이 더 오를 것이다.", True),
        ("옛 배를 고쳐 두 척을 더한 것이다.", False),
        ("한 해에 배 두 척이 늘어나는 것이다.", False),
        ("새 배는 조합이 모은 돈으로 산 것이다.", True),
    ],
)
def test_what_hangs_on_the_sentence_before_it_is_not_quoted_alone(text: str, stands: bool) -> None:
    assert (excerpt(text) is not None) is stands


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("배가 다시 떴다.", True),
        ("선장은 “배가 떴다.”", True),
        ("나루신문 박하늘 기자", False),
        ("박하늘 기자 haneul@naru.example", False),
        ("배 두 척, 손님 쉰 명", False),
    ],
)
def test_a_byline_or_a_list_is_no_sentence(text: str, ends: bool) -> None:
    assert is_sentence(text) is ends


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ("땜질식 대책", False),
        ("그것은 절대로 내 뜻이 아니", False),
        ("새 배가 두 척 더 들어올 예정", True),
        ("비싸다", True),
    ],
)
def test_a_phrase_or_half_a_predicate_is_no_saying(said: str, enough: bool) -> None:
    assert is_saying(said) is enough


def test_a_mark_in_brackets_before_a_sentence_is_no_part_of_it() -> None:
    assert excerpt("[나루신문 박하늘] 배가 다시 떴다.") == "배가 다시 떴다."
