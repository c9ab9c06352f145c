"""Cries, findings and measures that are no voice, and shares of those whom a body asked; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import PARAPHRASE, SPEECH, heard, said


@pytest.mark.parametrize(
    "text",
    [
        "나루노동연구소에 따르면 설문에 답한 선원 5명 중 2명은 배를 떠나고 싶다고 답했다.",
        "나루노동연구소는 선원 5명 중 2명은 배를 떠나고 싶다고 답했다고 밝혔다.",
    ],
)
def test_a_share_of_those_asked_is_told_by_the_body_of_its_sentence(text):
    assert [(kind, who) for _, kind, who, _ in said(text)] == [("named", "나루노동연구소")]


@pytest.mark.parametrize("words", ["배를 떠나고 싶다고", "“배를 떠나고 싶다”고"])
@pytest.mark.parametrize("first", ["나루노동연구소는 올해 상담을 분석했다.", "나루노동연구소에 따르면 상담이 늘었다."])
def test_a_share_of_those_asked_is_told_by_the_body_of_the_sentence_before(first, words):
    assert said(first, f"선원 5명 중 2명은 {words} 답했다.")[-1][2] == "나루노동연구소"


def test_a_share_of_those_whom_nobody_asked_speaks_itself():
    found = said("상인들은 시장에 모였다.", "상인 3명 중 1명은 “가게를 접겠다”고 말했다.")
    assert found[-1][:3] == (SPEECH, "unnamed", "상인 3명 중 1명")


@pytest.mark.parametrize(
    "text",
    [
        "선장은 살려 달라고 소리쳤지만 아무도 오지 않은 것으로 전해졌다.",
        "선장은 배를 버리라고 외친 뒤 바다로 뛰어들었다.",
        "점장은 직원에게 그만두라고 욕을 했다.",
        "점장은 직원에게 그만두라며 욕설을 퍼붓고 물컵을 던졌다.",
    ],
)
def test_a_cry_among_what_happened_and_abuse_are_no_words(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("주민들은 둑을 헐지 말라고 외쳤다.", PARAPHRASE),
        ("주민들은 “둑을 헐지 말라”고 외치며 걸었다.", SPEECH),
        ("점장은 직원들에게 “나가라”고 욕을 했다.", SPEECH),
    ],
)
def test_a_call_that_ends_its_sentence_or_stands_in_marks_is_somebodys(text, use):
    assert [found for found, *_ in said(text)] == [use]


@pytest.mark.parametrize(
    "text",
    [
        "방역당국은 환자가 시장을 들른 사실도 확인하고 접촉자를 파악 중이다.",
        "경찰은 선장이 술을 마신 사실을 확인하고 입건했다.",
        "소방서는 문이 잠긴 사실을 파악하고 창을 깼다.",
        "구청은 가게가 간판을 바꾼 사실을 적발해 벌금을 물렸다.",
    ],
)
def test_what_a_body_finds_out_before_it_acts_is_no_words(text):
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    ["방역당국은 환자가 시장에서 옮은 것으로 보고 있다.", "시장은 둑이 샌 사실을 인정하고 사과했다."],
)
def test_what_a_body_holds_or_admits_is_its_view(text):
    assert [row[0] for row in said(text)] == [PARAPHRASE]


@pytest.mark.parametrize(
    "text",
    [
        "나루식품은 ‘사실과 다르다’는 한 줄짜리 입장을 냈습니다.",
        "나루식품은 “사실과 다르다”는 세 문장짜리 해명을 내놨다.",
        "나루식품은 “사실과 다르다”는 한 쪽 분량의 입장을 냈다.",
        "나루식품은 “사실과 다르다”는 짧은 해명을 내놨다.",
    ],
)
def test_how_long_a_statement_is_is_nobody(text):
    assert [row[2] for row in said(text)] == ["나루식품"]


def test_a_line_that_runs_on_with_an_amount_each_is_no_speaker():
    found = heard("이후 매년 30억씩 나루시 입장료나루시가 “예산이 모자란다”고 말했다.")
    assert [speaker for use, _, speaker, *_ in found if use == SPEECH] == [None]
    assert said("나루시가 “예산이 모자란다”고 말했다.")[0][2] == "나루시"


@pytest.mark.parametrize(
    "text",
    [
        "‘구라’는 거짓말이나 이야기를 일컫는 말이다.",
        "‘너울이라’는 이야기에 나오는 물결을 이르는 말이다.",
        "‘고요’는 말이 없는 바다를 가리키는 표현이다.",
        "‘노다’는 이야기꾼을 뜻하는 은어다.",
    ],
)
def test_a_word_that_a_sentence_defines_is_no_words_of_somebody(text):
    assert said(text) == []


def test_one_word_that_somebody_is_told_to_have_said_is_speech():
    assert [row[0] for row in said("박하늘 시장은 “간다”는 말을 남겼다.")] == [SPEECH]
