"""Whose words they are where the nearest noun is not the speaker; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import PARAPHRASE, SPEECH, heard, persons


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        (
            "업계에서는 공장이 다시 돌아갈 경우 남은 김하늘 시장 임기 동안 수출정책도 안정적일 것으로 본다.",
            "업계",
            "공장이 다시 돌아갈 경우 남은 김하늘 시장 임기 동안 수출정책도 안정적일 것",
        ),
        ("국내 완구 업계에선 내년 시장을 밝게 보고있다.", "국내 완구 업계", "내년 시장을 밝게"),
        ("일각에서는 손님이 더 줄어들 것으로 전망한다.", "일각", "손님이 더 줄어들 것"),
        ("증권가에선 손님이 늘어난다고 보고 있다.", "증권가", "손님이 늘어난다"),
        ("관가에선 자리가 늘어난다는 말이 나온다.", "관가", "자리가 늘어난다"),
    ],
)
def test_a_circle_holds_what_is_told_of_it_whatever_other_topics_there_are(text, speaker, words):
    ((use, kind, who, _, told),) = heard(text)
    assert (use, kind, who, told) == (PARAPHRASE, "unnamed", speaker, words)


@pytest.mark.parametrize(
    "text",
    [
        "나루, 한강 등에서는 “나무가 쓰러졌다”는 신고가 접수됐다.",
        "한강시와 나루시에서는 물값이 비싸다는 지적이 나온다.",
        "2기 시 정부에서 있을 수 있는 변화도 살펴야 한다는 조언이 나온다.",
    ],
)
def test_a_place_says_nothing(text):
    assert [row[2] for row in heard(text)] == [None]


def test_what_a_case_is_about_is_told_by_nobody():
    assert heard("이 사건은 한학수 총재 등이 나루 강변에서 도박을 했다는 소문을 듣고도 덮었다는 내용이다.") == []


@pytest.mark.parametrize(
    ("texts", "speaker"),
    [
        (["노조는 공사를 “헛일”로 규정하고 주민회가 이에 대해 더 이상 침묵해서는 안 된다고 주장했다."], "노조"),
        (
            ["한강시는 다리를 닫았다고 밝혔다.", "그러면서 주민회가 책임을 묻고 보호에 나서야 한다고 강조했다."],
            "한강시",
        ),
        (["주민회가 다리를 놓아야 한다고 주장했다."], "주민회"),
        (["김하늘 의원이 법안을 검토하고 처리해야 한다고 말했다."], "김하늘 의원"),
    ],
)
def test_who_ought_to_do_something_is_not_who_says_so(texts, speaker):
    assert [row[2] for row in heard(*texts) if row[0] == PARAPHRASE][-1] == speaker
    assert not [row for row in heard(*texts) if row[0] == SPEECH]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“염려 말라”는 답변만 믿고 정하늘은 남았다.", None),
        ("“떠나겠다”는 응답은 11%에 그쳐 한강시는 꼴찌를 기록했다.", None),
        ("하늘연구원이 조사한 결과 ‘일을 그만두고 싶다’고 답한 비율이 20%였다.", None),
        ("독자들은 “강이 약자라고요?”라는 글을 읽어보시기 바란다.", None),
        ("“길을 넓혀야 한다”는 주민들은 시청으로 갔다.", "주민들"),
        ("한강전자는 ‘강의 날’이라는 발언을 했고, 곧 사과했다.", "한강전자"),
        ("그러면서 김하늘 의원은 “안타깝다”고 자성의 목소리를 냈다.", "김하늘 의원"),
        (
            "김하늘 의원은 “길이 좁다. 강은 넓다. 모두 나서 다리를 놓아야 할 것”이라는 방송 연설을 했다.",
            "김하늘 의원",
        ),
    ],
)
def test_who_takes_words_in_does_not_say_them(text, speaker):
    assert [row[2] for row in heard(text) if row[0] == SPEECH] == [speaker]


def test_a_voice_that_is_made_heard_is_a_verb_of_saying():
    assert heard("박하늘 의원은 “안타깝다”고 자성의 목소리를 냈다.")[0][3] == "목소리"


@pytest.mark.parametrize(
    ("text", "speaker", "verb"),
    [
        ("김하늘 시장은 가뭄의 까닭으로 논을 지목했다.", "김하늘 시장", "지목하다"),
        ("한강연구소는 내년 소비 규모를 3억원으로 예상했다.", "한강연구소", "예상하다"),
    ],
)
def test_what_somebody_sees_something_as_is_his_word(text, speaker, verb):
    assert [(row[0], *row[2:4]) for row in heard(text)] == [(PARAPHRASE, speaker, verb)]


@pytest.mark.parametrize(
    ("last", "speaker"), [("비싸다는 말 때문이라고 설명했다.", "한강전자"), ("곧 또 내린다고 덧붙였다.", "김하늘 사장")]
)
def test_a_body_of_which_the_sentence_before_is_goes_on_unless_something_is_added(last, speaker):
    found = heard("김하늘 사장은 “늘린다”고 말했다.", "한강전자는 값을 내렸다.", last)
    assert found[-1][2] == speaker


def test_what_can_be_said_is_the_writers_own():
    assert heard("이 다리는 이 고장의 얼굴이라고 볼 수 있다.") == []


def test_whom_a_speaker_quotes_does_not_go_on_for_him() -> None:
    first = "나루소방서 관계자는 “점검 때 기사가 ‘밸브를 잠갔다’는 취지의 답을 했다”고 말했다."
    found = persons(first, "그러면서 “그 말만 믿고 철수했다”고 설명했다.")
    assert found == ["나루소방서 관계자", "기사", "나루소방서 관계자"]
    found = persons(first, "기사는 “그런 말을 한 적이 없다”고 설명했다.")
    assert found == ["나루소방서 관계자", "기사", "기사"]


def test_what_a_speaker_thought_is_his_own() -> None:
    text = "박하늘은 “문이 열리는 순간 ‘버티면 이긴다’는 생각이 들었다”고 말했다."
    assert persons(text) == ["박하늘", "박하늘"]
    text = "박하늘은 “‘버티면 이긴다’는 생각을 하는 후배도 있다”고 말했다."
    assert persons(text)[1] != "박하늘"


def test_a_side_that_adds_to_what_its_principal_said_gives_his_words() -> None:
    said_by_him = "최하늘 의원은 “정류장이 모자란다”고 말했다."
    found = persons(said_by_him, "최 의원 측은 또 “노선을 늘려야 한다”며 “곧 조례를 내겠다”고 밝혔다.")
    assert found == ["최하늘 의원"] * 3
    assert persons(said_by_him, "최 의원 측은 “노선을 늘려야 한다”고 밝혔다.")[1] == "최하늘 의원 측"
    own = "최하늘 의원 측은 “표를 다시 짰다”고 밝혔다."
    assert persons(own, said_by_him, "최 의원 측은 또 “노선을 늘려야 한다”고 밝혔다.")[2] == "최하늘 의원 측"
