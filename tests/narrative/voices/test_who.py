"""Who speaks and whether he has a name, by kinds of misses in unseen articles; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import SPEECH, persons, said, voices_of


def kinds(*texts: str) -> list[tuple[str, str | None]]:
    """Kind and person of what is said in marks."""
    return [(kind, who) for use, kind, who, _ in said(*texts) if use == SPEECH]


def test_a_stage_name_that_is_a_common_noun_is_a_name_and_he():
    found = kinds(
        "한강밴드 고래가 새 노래를 공개했다.",
        "방송에는 박하늘, 김바다, 민보라, 고래가 나왔다.",
        "박하늘은 “반갑다”고 말했다.",
        "고래는 “노래가 늘었다”고 밝혔다.",
        "그는 “다시 부르겠다”고 말했다.",
    )
    assert found == [("named", "박하늘"), ("named", "한강밴드 고래"), ("named", "한강밴드 고래")]


def test_a_noun_that_stands_in_no_list_of_names_is_none():
    assert kinds("한 마을에 목수가 산다.", "목수는 “나무가 좋다”고 했다.")[0][0] == "unnamed"


@pytest.mark.parametrize(
    ("text", "kind", "speaker"),
    [
        ("등록을 마친 김 후보는 “놀랍다”고 했다.", "named", "김 후보"),
        ("회의를 마친 김에 시장은 “내년에도 열겠다”고 했다.", "unnamed", "시장"),
        ("박헌호 다시이제그만 집행위원장(나루지회장)은 “늦었다”고 말했다.", "named", "박헌호 다시이제그만 집행위원장"),
        (
            "하늘은행의 미라 러너 최고투자책임자(CIO)는 “값이 쉬어 간다”고 말했다.",
            "named",
            "하늘은행의 미라 러너 최고투자책임자",
        ),
        ("폭로자 측은 “사실이 아니다”라고 했다.", "unnamed", "폭로자"),
        ("[나루소방서 관계자/음성변조 : “불은 꺼졌습니다.”]", "unnamed", "나루소방서 관계자"),
        ("파일에는 피해자 D가 ‘시장은 몰랐다’라는 취지로 말하는 내용이 담겼다.", "unnamed", "피해자 D"),
        ("‘밤길을 조심하라’고 협박해 돈을 요구한 혐의도 있다.", "unnamed", None),
    ],
)
def test_the_whole_noun_phrase_speaks(text, kind, speaker):
    assert kinds(text) == [(kind, speaker)]


def test_two_holders_of_one_office_are_two_and_each_is_called_by_his_family_name():
    found = persons(
        "박헌호 다시이제그만 공동소집권자(나루지회장)는 “늦었다”고 말했다.",
        "김주환 다시이제그만 공동소집권자(한강지회장)는 “이르다”고 말했다.",
        "박 공동소집권자는 “다시 모이자”고 했다.",
    )
    assert found[0] == found[2] != found[1]


def test_whoever_asks_is_nobody_and_who_answers_goes_on():
    found = said(
        "회장 자리가 탐나지 않냐고 묻자 김하늘은 “욕심은 없다”고 밝혔다.",
        "회사를 차릴 생각이 있냐는 질문에는 “여기 있겠다”고 강조했다.",
    )
    assert [(use, who) for use, _, who, _ in found] == [(SPEECH, "김하늘"), (SPEECH, "김하늘")]


def test_what_somebody_tells_of_himself_is_his():
    found = said("김하늘은 “그래서 ‘그만하자’고 얘기했다. 다들 웃었다”고 말했다.")
    assert [who for _, _, who, _ in found] == ["김하늘", "김하늘"]


def test_a_reporter_who_is_announced_does_not_speak_next_and_a_body_that_closes_a_sentence_does():
    found = said("박하늘 기자가 보도합니다.", "다리를 요구하며 농성을 끝낸 한강당.", "다리를 놓아 달라고 요구했습니다.")
    assert [who for _, _, who, _ in found] == ["한강당"]


@pytest.mark.parametrize(
    ("before", "text", "kind", "person"),
    [
        ("스타트업 xRay가 기기를 내놓았다.", "이 회사는 “작다”고 설명했다.", "named", "스타트업 xRay"),
        ("한강시는 공장을 조사했다.", "이 업체는 “몰랐다”고 했다.", "unnamed", "이 업체"),
        ("한강시는 공항을 닫았다.", "공항 당국은 “조사 중”이라고 밝혔다.", "unnamed", "공항 당국"),
        ("나루 시는 길을 넓힌다고 했다.", "나루시는 “공원도 만든다”고 했다.", "named", "나루 시"),
    ],
)
def test_this_firm_is_the_one_that_was_named(before, text, kind, person):
    assert kinds(before, text)[-1] == (kind, person)


def test_a_headline_is_his_who_opens_it_before_a_comma():
    table = sentence_table(
        "민보라 사장, 선수 징계 “성급했다”",
        "민보라 사장이 행사에서 사과했다.",
        section=["title", "body"],
        paragraphs=(1, 2),
    )
    voices = voices_of(table)
    assert voices["speaker"].tolist() == ["민보라 사장"]


def test_two_sides_of_one_sentence_say_their_own() -> None:
    text = "박하늘 관장 측은 “반영하라”고 주장한 반면 최바다 회장 측은 “아니다”라며 “증거를 내라”고 맞섰다."
    assert persons(text) == ["박하늘 관장 측", "최바다 회장 측", "최바다 회장 측"]


def test_one_of_whom_only_the_family_name_is_told_is_one() -> None:
    found = said(
        "한강시 국장은 김모 한강시 과장 연락을 받았다.",
        "김 과장은 “기억이 없다”고 했다.",
        "김모 과장은 “몰랐다”고 했다.",
    )
    assert {row[1:3] for row in found} == {("unnamed", "김모 한강시 과장")}


def test_a_name_that_is_torn_like_a_particle_is_whole() -> None:
    assert persons("새별당 이강호 사무총장은 “넣자”라며 농담을 한다.") == ["새별당 이강호 사무총장"]


def test_a_subhead_of_which_nobody_below_says_anything_is_nobodys() -> None:
    above = "오하늘 교수는 “강이 마른다”고 말했다."
    below = ["박하늘 이장은 “길이 좁다”고 했다.", "최바다 씨는 “차가 많다”고 했다."]
    table = sentence_table(
        above, "“숲이 먼저다”", *below, section=("body", "subhead", "body", "body"), paragraphs=(1, 2, 3, 4)
    )
    assert list(voices_of(table)["person"].isna()) == [False, True, False, False]
    table = sentence_table(above, "“숲이 먼저다”", below[0], section=("body", "subhead", "body"), paragraphs=(1, 2, 3))
    assert list(voices_of(table)["person"]) == ["오하늘 교수", "박하늘 이장", "박하늘 이장"]
