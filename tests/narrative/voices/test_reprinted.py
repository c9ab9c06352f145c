"""Statements that an article reprints whole are the words of who made them."""

from __future__ import annotations

import pytest

from made.voices import SPEECH, persons, said

PLEA = ("둑을 높여야 한다.", "우리는 물러서지 않는다.")


@pytest.mark.parametrize(
    ("before", "who"),
    [
        (("어민들이 거리로 나섰다.", "이하 나루어민협회 성명서 전문."), "나루어민협회"),
        (("어민들이 거리로 나섰다.", "다음은 노해린 조합장이 낸 호소문 전문이다."), "노해린 조합장"),
        (("노해린 군수는 3일 담화문을 발표했다.", "입장문 전문"), "노해린 군수"),
        (("어민들이 거리로 나섰다.", "아래는 노해린 군수의 대국민 담화문 전문."), "노해린 군수"),
        (("나루재단이 4일 발표한 입장문 전문은 다음과 같다.",), "나루재단"),
    ],
)
def test_a_statement_is_of_whom_the_text_brings_in(before: tuple[str, ...], who: str) -> None:
    assert said(*before, *PLEA) == [(SPEECH, "named", who, words) for words in PLEA]


@pytest.mark.parametrize("heading", ["【 성 명 서 】", "<호소문>", "이하 전문", "[입장문 전문]"])
def test_a_statement_without_a_maker_is_of_whom_signs_it_and_ends_there(heading: str) -> None:
    signed = ("2023년 4월 2일", "나루어민협회 일동", "군은 9일 둑을 살핀다.")
    assert said("어민들이 거리로 나섰다.", heading, *PLEA, *signed) == [
        (SPEECH, "named", "나루어민협회", words) for words in PLEA
    ]
    assert said("어민들이 거리로 나섰다.", heading, *PLEA) == [(SPEECH, "unnamed", None, words) for words in PLEA]


def test_a_quotation_in_a_statement_is_his_of_whom_it_tells() -> None:
    words = ("군은 “내년에 높인다”고 답했다.", "“안전”은 어디로 갔는가.", "노해린 군수는 물러나라.")
    found = said("다음은 나루어민협회 성명서 전문이다.", *words)
    assert [(person, text) for _, _, person, text in found] == [
        ("나루어민협회", words[0]),
        ("군", "내년에 높인다"),
        ("나루어민협회", words[1]),
        ("나루어민협회", words[2]),
    ]


def test_a_statement_in_marks_ends_with_them() -> None:
    told = (
        "다음은 나루어민협회 성명서 전문이다.",
        "“둑을 높여야 한다.",
        "우리는 물러서지 않는다.”",
        "군은 회의를 연다.",
    )
    assert persons(*told) == ["나루어민협회"] * 2


@pytest.mark.parametrize(
    "before",
    [
        "다음은 노해린 군수와의 일문일답 전문이다.",
        "이하 전문가 의견이다.",
        "어민들은 성명서 전문을 군청에 냈다.",
        "다음은 하천법 개정안 전문이다.",
    ],
)
def test_what_is_no_statement_stays_the_reporters(before: str) -> None:
    assert said(before, *PLEA) == []
