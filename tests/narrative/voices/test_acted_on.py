"""What somebody says he does something to stands within his words, and says nothing itself."""

from __future__ import annotations

import pytest

from made.voices import PARAPHRASE, SPEECH, said

BEFORE = "노해린 군수는 3일 나루터를 찾았다."


@pytest.mark.parametrize(
    "words",
    [
        "무인 매표소도 늘릴 것이라고 설명했다.",
        "협상단도 새로 꾸리겠다고 밝혔다.",
        "새 선착장만 짓겠다고 약속했다.",
        "요금 인상까지 고려한다고 전했다.",
        "야간 운항은 검토하지 않는다고 밝혔다.",
    ],
)
def test_an_object_with_too_or_only_is_of_the_words_of_whom_the_text_tells_before(words: str) -> None:
    ((use, kind, person, text),) = said(BEFORE, words)
    assert (use, kind, person) == (PARAPHRASE, "named", "노해린 군수")
    assert text.split()[0] == words.split()[0]


def test_an_object_before_words_in_marks_says_none_of_them() -> None:
    assert said(BEFORE, "요금 카드도 “바꾸겠다”고 밝혔다.") == [(SPEECH, "named", "노해린 군수", "바꾸겠다")]


def test_whoever_opens_the_sentence_says_what_he_does_something_to() -> None:
    text = "나루시의회가 3일 회의를 열고 불매 카드도 꺼내겠다고 밝혔다."
    assert said(text) == [(PARAPHRASE, "named", "나루시의회", "불매 카드도 꺼내겠다")]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("나루시의회도 요금을 줄이겠다고 밝혔다.", "나루시의회"),
        ("하제인 의원도 참가하겠다고 밝혔다.", "하제인 의원"),
        ("나루시의회만 배가 낡았다고 주장했다.", "나루시의회"),
        ("나루시의회도 검토하겠다고 밝혔다.", "나루시의회"),
    ],
)
def test_who_does_something_himself_speaks_with_too(text: str, person: str) -> None:
    assert [row[2] for row in said(BEFORE, text)] == [person]
