"""A line that holds the outlet's name alone, or the reporter's, says so; it is no menu and no other article."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean

TITLE = "나루시, 숲길 열두 곳 새로 낸다"
TIME = "입력 2031.03.04. 09:30"
BODY = (
    "나루시가 숲길 열두 곳을 새로 낸다고 4일 밝혔다. 시는 다음 달부터 공사를 시작한다.",
    "시는 해마다 길을 두 곳씩 늘려 왔다. 시민들은 길이 늘어 반갑다고 말했다.",
)


def read(*head: str, tail: tuple[str, ...] = ()):
    return clean(RawText("\n".join((*head, "", *BODY, *tail)), "utf-8", (), "0" * 64))


def rules(article) -> dict[str, str]:
    return {piece.text: piece.rule for piece in article.pieces if piece.text}


def test_a_bare_name_between_outlet_and_time_is_the_reporters() -> None:
    article = read(TITLE, "나루일보", "박하늘", TIME)
    found = rules(article)
    assert found["나루일보"] == "outlet_name" and found["박하늘"] == "reporter_name"
    assert {piece.text: piece.reason for piece in article.pieces}["박하늘"] == "기자 이름"
    assert article.metadata.reporter == "박하늘"


@pytest.mark.parametrize("word", ["지도", "날씨", "둘러보기", "박물관 소식"])
def test_a_word_that_is_no_name_is_no_reporter(word: str) -> None:
    assert rules(read(TITLE, "나루일보", word, TIME))[word] != "reporter_name"


def test_a_name_far_from_the_time_is_no_reporter() -> None:
    assert rules(read(TITLE, TIME, tail=("", "박하늘", "오새결", "민바다")))["박하늘"] != "reporter_name"


def test_the_outlets_name_below_the_article_is_said_too() -> None:
    assert rules(read(TITLE, TIME, tail=("", "나루일보")))["나루일보"] == "outlet_name"


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("https://news.example.com/v/20310304", "record"),
        ("[전화] 02-000-1111", "tip_line"),
        ("▷ 전화 : 02-000-1111, 2222", "tip_line"),
        ("2031/03/04 09:27 송고", "date"),
    ],
)
def test_an_address_or_a_telephone_alone_is_told_as_what_it_is(line: str, rule: str) -> None:
    assert rules(read(TITLE, TIME, tail=("", line)))[line] == rule


def test_the_last_line_of_a_file_that_was_cut_there_is_kept_after_a_bullet_too() -> None:
    torn = "* 나루 숲길 걷기 모임에서 오새결 님이 물어보시고 시와 함께 길을"
    assert torn in read(TITLE, TIME, tail=("", torn)).text
