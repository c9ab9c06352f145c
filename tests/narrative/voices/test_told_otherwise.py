"""Words without marks that are given by rarer forms: what was feared, answered, sent, meant; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import PARAPHRASE, said


def told(*texts: str) -> list[tuple[str | None, str]]:
    """Speaker and words of what is told without marks."""
    return [(who, words) for use, _, who, words in said(*texts) if use == PARAPHRASE]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "어민회와 상인회, 학계가 뱃길을 넓히지 못하면 항만이 더 큰 손해를 볼 것으로 우려했다.",
            "어민회와 상인회, 학계",
            "뱃길을 넓히지 못하면 항만이 더 큰 손해를 볼 것",
        ),
        ("상인들이 다리가 막히면 시장이 빌 것으로 내다봤다.", "상인들", "다리가 막히면 시장이 빌 것"),
        (
            "19일까지 눈이 더 내릴 것으로 기상청이 예보해 주민들이 걱정하고 있다.",
            "기상청",
            "19일까지 눈이 더 내릴 것",
        ),
        (
            "어제는 눈이 10cm 내렸고, 내일은 비가 올 것으로 기상청이 예보해 주민들이 걱정하고 있다.",
            "기상청",
            "내일은 비가 올 것",
        ),
        ("나루시는 둑을 허물어선 안 된다는 입장을 내놨다.", "나루시", "둑을 허물어선 안 된다"),
        ("민 관장은 전시가 너무 늦었다는 취지로 말했다.", "민 관장", "전시가 너무 늦었다"),
        (
            "도서관에서 한 시간가량 면담한 오 관장은 문전박대를 당했다고 거칠게 표현했다.",
            "오 관장",
            "문전박대를 당했다",
        ),
        ("교육청은 지난 14일 강당에서 회의를 연다는 공문을 보냈다.", "교육청", "강당에서 회의를 연다"),
        ("나루시는 다리를 닫는다는 안내문을 내걸었다.", "나루시", "다리를 닫는다"),
        ("회장직에서 물러날 뜻이 없음을 밝힌 이사들과 만났다.", "이사들", "회장직에서 물러날 뜻이 없음"),
        ("농장을 팔 생각이 없음을 분명히 한 조합원들이 떠났다.", "조합원들", "농장을 팔 생각이 없음"),
        ("회의에서는 밤에는 배를 띄우지 말아달라는 경고까지 나왔다.", None, "밤에는 배를 띄우지 말아달라"),
        ("길을 넓혔지만, 벌금이 ‘솜방망이’라는 지적도 나온다.", None, "벌금이 ‘솜방망이’"),
        ("새벽에 다친 새를 봤다는 사람도 많았다.", "사람", "새벽에 다친 새를 봤다"),
    ],
)
def test_what_is_given_by_a_rarer_form_is_told(text, speaker, words):
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "도서관이 멀어졌다는 응답이 30.9%인 반면 가까워졌다는 응답은 11.0%에 불과했다.",
            ["도서관이 멀어졌다", "가까워졌다"],
        ),
        (
            "설문에서는 열에 셋이 불편하다고 했고, 아무 차이가 없다는 의견이 32.4%, 오히려 나아졌다는 의견이 40.4%였다.",
            ["아무 차이가 없다", "오히려 나아졌다"],
        ),
    ],
)
def test_each_answer_of_which_the_share_is_told_is_nobodys_by_name(text, words):
    assert [words for who, words in told(text) if who is None] == words


@pytest.mark.parametrize(
    ("text", "asker", "question", "answerer"),
    [
        (
            "오 시장은 7일 열린 시의회에서 등대를 언제 고치느냐는 민보라 의원의 질문에 “곧 고치겠다”고 답했다.",
            "민보라 의원",
            "등대를 언제 고치느냐",
            "오 시장",
        ),
        (
            "오 시장은 등대를 왜 껐느냐는 상인들의 물음에 “예산이 없다”고 말했다.",
            "상인들",
            "등대를 왜 껐느냐",
            "오 시장",
        ),
        (
            "박 관장은 표를 더 팔라는 주민들의 요구에 “자리가 없다”고 맞섰다.",
            "주민들",
            "표를 더 팔라",
            "박 관장",
        ),
    ],
)
def test_what_one_asks_whom_another_answers_is_his_who_asks(text, asker, question, answerer):
    assert said(text)[0][2:] == (asker, question)
    assert said(text)[1][2] == answerer


def test_the_one_who_asked_does_not_go_on_in_the_next_sentence():
    found = said("오 시장은 둑을 높이라는 민보라 의원의 요구에 “돈이 없다”고 답했다.", "“내년에 하겠다”고도 했다.")
    assert [who for _, _, who, _ in found] == ["민보라 의원", "오 시장", "오 시장"]


@pytest.mark.parametrize(
    ("before", "text", "speaker"),
    [
        ("어부들도 할 말이 있다.", "기름값이 올라 배를 띄우기 어렵다는 것이죠.", "어부들"),
        ("시의회는 예산을 문제 삼았다.", "왜 관광 예산에서 썼느냐는 것이었다.", "시의회"),
        ("나루위원회는 열 가지를 권고안에 담았다.", "우선 낡은 등대를 고칠 것을 항만청에 권고했다.", "나루위원회"),
        ("오 이사는 “늦었다”고 말했다.", "총회가 두 번 미뤄졌음을 지적하며 이사회를 나무랐다.", "오 이사"),
    ],
)
def test_what_a_sentence_spells_out_is_his_who_has_something_to_say(before, text, speaker):
    assert told(before, text)[0][0] == speaker


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("열 살 때 배를 처음 탔다는 민 선장은 “바다는 늘 새롭다”고 말했다.", "민 선장", "열 살 때 배를 처음 탔다"),
        (
            "행복한 결말로 연극을 꾸몄다는 오 감독은 “포구를 알리고 싶다”는 꿈을 밝혔다.",
            "오 감독",
            "행복한 결말로 연극을 꾸몄다",
        ),
    ],
)
def test_what_is_told_of_him_who_then_speaks_is_his_own(text, speaker, words):
    assert told(text) == [(speaker, words)]


def test_what_is_asked_for_beside_what_is_said_is_no_part_of_its_words():
    assert told("오 의원은 계획이 세 번 바뀌었음을 지적하며 해명을 요구했다.")[0] == (
        "오 의원",
        "계획이 세 번 바뀌었음",
    )


@pytest.mark.parametrize(
    "texts",
    [
        ("오 선장은 다리를 닫는다는 안내문을 읽었다.",),
        ("어부들은 배가 있다.", "기름값이 올라 배를 띄우기 어렵다는 것이죠."),
        ("배를 훔쳤다는 민 선장은 바다로 나갔다.",),
        ("숲이 강을 살린다는 연구 결과들이 있다.",),
        ("둑이 무너진 것은 비가 많이 왔음을 보여준다.",),
        ("학계가 뱃길을 넓히지 못하면 크게 잃을 것으로 우려했다.",),
    ],
)
def test_what_only_looks_like_it_gives_words_to_nobody(texts):
    assert told(*texts) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("오 시장은 10일 밤 9시께 배가 포구에 부딪쳤다고 밝혔다.", "배가 포구에 부딪쳤다"),
        ("오 시장은 지난해 시의회 본회의에서 둑이 낮다고 밝혔다.", "둑이 낮다"),
        ("오 시장은 지난 3일 열린 회의에서 둑이 낮다고 말했다.", "둑이 낮다"),
        ("오 시장은 재판 변론 과정에서 둑이 낮았다고 말했다.", "둑이 낮았다"),
        ("조합은 사과문에서 배가 늦었다고 전했다.", "배가 늦었다"),
        ("오 시장은 옛 사고를 거론하며 둑이 낮다고 주장했다.", "둑이 낮다"),
        ("오 시장은 ‘큰물’ 언급을 통해 둑이 낮다고 지적했다.", "둑이 낮다"),
        ("오 시장은 아침 일찍 둑이 낮다고 말했다.", "둑이 낮다"),
        ("오 시장은 제조 과정에서 불이 났다고 말했다.", "제조 과정에서 불이 났다"),
        ("오 시장은 조사 과정에서 증거가 나왔다고 말했다.", "조사 과정에서 증거가 나왔다"),
        ("오 시장은 최근 둑이 낮아졌다고 말했다.", "최근 둑이 낮아졌다"),
    ],
)
def test_words_begin_behind_when_where_and_by_what_they_are_said(text, words):
    assert told(text) == [("오 시장" if text.startswith("오") else "조합", words)]
