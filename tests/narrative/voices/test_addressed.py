"""To whom, in answer to what and on what words are said is none of them; two who say something have each their own."""

from __future__ import annotations

import pytest

from made.voices import persons, said


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("기자들에게 ", "배를 바꾸겠다고 말했다."),
        ("의원 질의에 ", "배를 바꾸겠다고 답했다."),
        ("왜 배를 안 바꾸느냐는 질문에 ", "돈이 없다고 답했다."),
        ("이번 판결에 대해 ", "다행이라고 평가했다."),
        ("침몰 사고와 관련해, ", "배가 낡았다고 설명했다."),
        ("이에 대해 ", "배가 낡았다고 설명했다."),
        ("주민들에게 ", "물을 아껴 쓰라고 당부했다."),
        ("배가 낡았다는 지적에 대해서는 ", "곧 바꾸겠다고 해명했다."),
        ("", "어민들에게 보상하겠다고 밝혔다."),
        ("", "직원들에게 돈을 주라고 지시했다."),
        ("", "침몰 사고에 대해 조사하겠다고 밝혔다."),
    ],
)
def test_words_begin_behind_what_belongs_to_the_verb_of_saying(before: str, words: str) -> None:
    *_, (_, _, person, text) = said(f"노해린 군수는 {before}{words}")
    assert person == "노해린 군수"
    assert words.startswith(text)


def test_what_another_said_to_whom_one_answers_is_the_others() -> None:
    found = said("노해린 군수는 의원들이 배가 낡았다고 지적한 데 대해 곧 바꾸겠다고 답했다.")
    assert [(person, text) for _, _, person, text in found] == [
        ("의원들", "배가 낡았다"),
        ("노해린 군수", "곧 바꾸겠다"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "노해린 군수는 “배가 낡았다”라고 했고, 하제인 의원은 “배는 튼튼하다”라고 반박했다.",
        "노해린 군수는 배가 낡았다고 말한 반면, 하제인 의원은 배가 튼튼하다고 맞섰다.",
        "노해린 군수는 배가 낡았다는 입장인 반면 하제인 의원은 배가 튼튼하다는 입장이다.",
        "노해린 군수는 배가 가라앉을 것으로 본 데 반해 하제인 의원은 버틸 것으로 예상했다.",
        "노해린 군수는 배가 낡았다고 보지만 하제인 의원은 배가 튼튼하다고 본다.",
    ],
)
def test_two_opinions_of_one_sentence_have_each_their_own_speaker(text: str) -> None:
    assert persons(text) == ["노해린 군수", "하제인 의원"]


def test_one_who_says_two_things_is_one() -> None:
    assert set(persons("노해린 군수는 배는 낡았지만 나루터는 튼튼하다고 말했다.")) == {"노해린 군수"}
