"""Words given to somebody without marks, by the forms that readers of unseen articles missed; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import PARAPHRASE, heard, said


def told(*texts: str) -> list[tuple[str | None, str]]:
    """Speaker and words of what is told without marks."""
    return [(who, words) for use, _, who, words in said(*texts) if use == PARAPHRASE]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("박하늘 나루시장은 그동안 투표 결과를 따르겠다는 입장을 밝혀왔다.", "박하늘 나루시장", "투표 결과를 따르겠다"),
        ("노조는 임금이 낮다고 주장해왔다.", "노조", "임금이 낮다"),
    ],
)
def test_what_somebody_has_been_saying_is_his(text, speaker, words):
    assert [(use, who) for use, _, who, _ in said(text)] == [(PARAPHRASE, speaker)]
    assert said(text)[0][3].endswith(words)


def test_what_was_asked_for_is_spelled_out_in_the_next_sentence():
    found = said("노조는 물러서지 않겠다며 시에 두 가지를 요구했습니다.", "임금을 올리고, 해고를 멈추라는 겁니다.")
    assert [(use, who) for use, _, who, _ in found] == [(PARAPHRASE, "노조"), (PARAPHRASE, "노조")]
    assert found[1][3] == "임금을 올리고, 해고를 멈추라"


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("민보라 의원은 사고의 ‘주범’으로 낡은 밸브를 지목했다.", "민보라 의원", "사고의 ‘주범’으로 낡은 밸브를"),
        ("민보라 의원은 낡은 밸브를 사고의 원인으로 들었다.", "민보라 의원", "낡은 밸브를 사고의 원인으로"),
        ("한강연구소는 수박 생산량을 300톤으로 봤다.", "한강연구소", "수박 생산량을 300톤으로"),
        ("박하늘 감독은 다음 대회에서 우승하겠다는 포부를 내비쳤다.", "박하늘 감독", "다음 대회에서 우승하겠다"),
        ("박하늘 시장은 섬마다 다리를 놓겠다는 목표를 밝혔다.", "박하늘 시장", "섬마다 다리를 놓겠다"),
        ("박하늘 회장은 항만의 구축을 강조했다.", "박하늘 회장", "항만의 구축을"),
        ("한강재단 설명으로는, 오 화백은 그림을 간직해왔다고 한다.", "한강재단", "오 화백은 그림을 간직해왔다"),
        ("한강시 관계자의 말로는 공사가 끝났다고 한다.", "한강시 관계자", "공사가 끝났다"),
        (
            "오세라 화백은 누리집에 새 그림이 ‘느린 강’(Slow)이라고 밝힌 바 있다.",
            "오세라 화백",
            "누리집에 새 그림이 ‘느린 강’(Slow)",
        ),
        (
            "박하늘 시장은 누리집을 통해서만 표를 살 수 있다고 전했다.",
            "박하늘 시장",
            "누리집을 통해서만 표를 살 수 있다",
        ),
        (
            "반대 주민들 사이에선 새 다리가 옛 다리와 닮았다면서 건설에 반대하는 목소리가 있었다.",
            "반대 주민들",
            "새 다리가 옛 다리와 닮았다",
        ),
        ("주민들은 늦었다며 반대하는 목소리를 냈다.", "주민들", "늦었다"),
        (
            "온누리전자는 재무가 튼튼해 주가가 오를 여력이 있다는 분석이다.",
            None,
            "온누리전자는 재무가 튼튼해 주가가 오를 여력이 있다",
        ),
        ("박하늘 감독은 승부수를 던졌다는 평가다.", None, "박하늘 감독은 승부수를 던졌다"),
        ("한강연구소는 값이 오른다는 분석이다.", "한강연구소", "값이 오른다"),
    ],
)
def test_words_without_marks_have_their_speaker(text, speaker, words):
    assert told(text) == [(speaker, words)]


@pytest.mark.parametrize(
    ("before", "text", "speaker", "words"),
    [
        (
            "민보라 감독은 “기쁘다”고 했다.",
            "승리의 비결로는 지치지 않은 수비를 꼽았다.",
            "민보라 감독",
            "승리의 비결로는 지치지 않은 수비를",
        ),
        ("한강연구소는 값이 오른다고 밝혔다.", "수박 값은 떨어질 것으로 봤다.", "한강연구소", "수박 값은 떨어질 것"),
        ("온누리전자는 선풍기를 내놓았다.", "잘 팔릴 것이라는 자신감도 드러냈다.", "온누리전자", "잘 팔릴 것"),
        ("박하늘 시장은 배가 뜬다고 전했다.", "특히 손님들이 반긴다고 덧붙였다.", "박하늘 시장", "손님들이 반긴다"),
    ],
)
def test_who_spoke_before_goes_on_without_marks(before, text, speaker, words):
    assert told(before, text)[-1] == (speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "어시장에서 셋 가운데 둘은 우리 배가 될 것이라는 기대감이 커졌다.",
        "섬마다 다리를 놓겠다는 목표를 갖고 출범한 재단이 문을 열었다.",
        "승리의 비결로는 지치지 않은 수비를 꼽았다.",
        "그 회사는 낡은 밸브를 새것으로 들었다.",
    ],
)
def test_what_nobody_says_is_no_voice(text):
    assert told(text) == []


def test_a_pronoun_after_what_a_body_tells_is_the_person_it_tells_of():
    found = told(
        "박하늘 화백은 산을 그렸다.",
        "한강재단 설명으로는, 박 화백은 그림을 간직해왔다고 한다.",
        "그는 그림을 돌려줄 뜻이 있다는 의사를 밝혔다.",
    )
    assert [who for who, _ in found] == ["한강재단", "박하늘 화백"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("조사단은 공사가 끝났다고 밝히고 길을 새로 열라고 주문했다.", ["공사가 끝났다", "길을 새로 열라"]),
        ("조사단은 돈이 모자란다고 지적하며 예산을 늘리라고 요구했다.", ["돈이 모자란다고 지적하며 예산을 늘리라"]),
        ("조사단은 공사가 끝났다고 밝히고 길도 열었다고 말했다.", ["공사가 끝났다고 밝히고 길도 열었다"]),
        ("노조는 값이 올랐다며 임금을 올리라고 요구했다.", ["값이 올랐다며 임금을 올리라"]),
        ("유족들은 예고된 사고였다고 주장 중이다.", ["예고된 사고였다"]),
        ("그 다리는 낡아서 위험하다고 공사 중이다.", []),
        ("일각에서는 표결이 미뤄질 것이라고도 본다.", ["표결이 미뤄질 것"]),
        ("정가에서 나오는 얘기를 종합하면 개각은 이달 안에 끝난다.", ["개각은 이달 안에 끝난다"]),
        ("점수를 종합하면 하늘반이 이겼다.", []),
        ("나루지법은 편지를 훔쳤다는 글을 올린 혐의로 박하늘 씨에게 벌금을 물렸다.", []),
    ],
)
def test_what_is_told_and_what_is_asked_for_and_by_which_words(text, words):
    assert [row[4] for row in heard(text) if row[0] == PARAPHRASE] == words


@pytest.mark.parametrize(
    ("first", "speaker"),
    [("안경호 구청장은 “공원을 넓히겠다”고 밝혔다.", "안경호 구청장"), ("공원은 작년에 생겼다.", "오솔길")],
)
def test_a_noun_that_may_be_a_thing_tells_only_where_nobody_spoke_before(first, speaker):
    assert heard(first, "오솔길은 예산이 모자란다고 밝혔다.")[-1][2] == speaker


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("‘둑이 무너졌다’는 황당한 주장이 나돌았다.", "scare"),
        ("‘둑이 무너졌다’는 주장이 나왔다.", "speech"),
        ("이장은 ‘둑이 무너졌다’는 황당한 주장을 폈다.", "speech"),
    ],
)
def test_words_that_are_only_weighed_are_nobodys(text, use):
    assert [row[0] for row in heard(text)] == [use]


@pytest.mark.parametrize(
    "text",
    [
        "불이 나서 다친 사람은 없었으며, 문도 닫혀 있었다고 한다.",
        "오하늘 과장은 문서를 숨기고 컴퓨터도 지웠다고 한다.",
        "오하늘 과장이 도서관 직원을 지내고 시청에서 근무했다는데, 믿기 어렵다.",
        "오하늘 시장은 벌금 판결을 받았는데, 숨긴 돈을 찾겠다는 것이다.",
    ],
)
def test_what_is_only_heard_of_somebody_is_not_his_word(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("나루시는 내년에 돈을 쓰겠다고 한다.", "나루시"),
        ("주민들은 며칠 전부터 냄새가 났다고 한다.", "주민들"),
        ("나루시는 길이 좁다는 것이다.", "나루시"),
        ("교장은 돈이 없으며 사람도 모자란다고 말했다.", "교장"),
        ("나루시는 직원을 옮기면 다른 이와의 형평성 문제가 생길 수 있어 승계는 어렵다는 입장이다.", "나루시"),
        ("한강철도통계에 따르면 열차가 줄었다.", "한강철도통계"),
    ],
)
def test_what_somebody_says_in_the_present_is_his(text, speaker):
    assert [who for who, _ in told(text)] == [speaker]


def test_he_who_spoke_goes_on_and_no_country_of_which_he_tells() -> None:
    doctor = "박솔이 의사는 “손이 모자란다”고 했다."
    assert told(doctor, "그러면서 한국은 의사가 부족하다고 불만을 털어놨다.")[0][0] == "박솔이 의사"
    assert told(doctor, "한국은 의사가 부족하다고 밝혔다.")[0][0] == "한국"
