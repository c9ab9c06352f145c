"""Who speaks in forms that articles of outlets never read before had; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import PARAPHRASE, SPEECH, heard, persons, said, voices_of


def spoken(*texts: str) -> list[tuple[str, str | None, str]]:
    """kind, person and words of each speech."""
    return [(kind, who, words) for use, kind, who, words in said(*texts) if use == SPEECH]


def told(*texts: str) -> list[tuple[str | None, str]]:
    """Person and words of what is told without marks."""
    return [(who, words) for use, _, who, words in said(*texts) if use == PARAPHRASE]


def test_a_mark_of_a_list_is_no_part_of_a_name():
    found = spoken("△김하늘 한강당 대표가 “다리를 놓자”고 했다.", "김 대표는 “강도 살리자”고 말했다.")
    assert {(kind, who) for kind, who, _ in found} == {("named", "김하늘 한강당 대표")}
    assert heard("△△시는 “다리를 놓겠다”고 밝혔다.")[0][2] == "△△시"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("승가온 하늘연구원 연구위원은 “비가 온다”고 말했다.", "승가온 하늘연구원 연구위원"),
        ("박범인 하늘군수는 “비가 온다”고 말했다.", "박범인 하늘군수"),
        ("장화탁 하늘증권 팀장은 “비가 온다”고 말했다.", "장화탁 하늘증권 팀장"),
        ("드니프로 구조 당국은 “비가 온다”고 말했다.", "드니프로 구조 당국"),
        ("대검은 “비가 온다”고 말했다.", "대검"),
    ],
)
def test_has_a_name(text, person):
    assert [(kind, who) for kind, who, _ in spoken(text)] == [("named", person)]


@pytest.mark.parametrize("who", ["시 방역 당국", "지역 보건 당국", "개발을 밀어붙여 온 측"])
def test_has_no_name(who):
    assert [(kind, speaker) for kind, speaker, _ in spoken(f"{who}은 “비가 온다”고 말했다.")] == [("unnamed", who)]


def test_whom_a_noun_with_copula_tells_is_no_name():
    assert heard("주범인 대표는 “비가 온다”고 말했다.")[0][2] == "대표"


def test_two_with_a_title_each_are_named():
    found = heard("박하늘 하늘증권 팀장·오바다 연구원은 금리가 내릴 것으로 예상했다.")
    assert [(use, kind, who) for use, kind, who, _, _ in found] == [
        (PARAPHRASE, "named", "박하늘 하늘증권 팀장·오바다 연구원")
    ]


def test_one_known_by_a_letter_is_called_by_it():
    assert persons("어느 여름 밤 B씨는 “배가 고프다”고 말했다.", "B씨는 “춥다”고도 했다.") == ["B씨", "B씨"]


def test_a_body_with_a_blank_in_its_name_is_the_same():
    found = persons("하늘은행은 “값이 내렸다”고 밝혔다.", "하늘 은행은 “또 늘었다”고 했다.")
    assert len(set(found)) == 1


def test_what_somebody_said_and_another_takes_up():
    found = spoken(
        "푸른당은 “다리가 낡았다”고 말했다.",
        "또 ‘다리는 길어야 한다’는 오 시장 발언을 두고 “억지”라고 꼬집었다.",
    )
    assert [(who, words) for _, who, words in found] == [
        ("푸른당", "다리가 낡았다"),
        ("오 시장", "다리는 길어야 한다"),
        ("푸른당", "억지"),
    ]


def test_of_whom_the_words_tell_does_not_say_them():
    text = "푸른당은 이번 결정으로 시가 시민을 무시했다며 시가 자랑하는 다리를 두고 빚더미라고 비판했다."
    assert [who for who, _ in told(text)] == ["푸른당"]


def test_what_is_only_supposed_is_said_by_nobody():
    found = spoken("오 시장은 “다리를 놓자”고 했다.", "만약 이웃 나라에서 “너희도 세금을 내라”고 한다면 어떨까?")
    assert [who for _, who, _ in found] == ["오 시장", None]


def test_what_somebody_asks_is_his():
    found = spoken("이바다 노인은 편지를 보냈다.", "“빵 한 조각이라도 나눠 달라”는 게 그의 부탁이었다.")
    assert [who for _, who, _ in found] == ["이바다 노인"]


def test_of_whom_a_later_clause_tells_is_no_speaker():
    found = told(
        "주민들은 다리가 무너졌다고 말했다.",
        "원인을 알려면 꼭 필요하지만, 시와 건설사 측은 자료를 감췄고 소송도 기각됐다는 겁니다.",
    )
    assert [who for who, _ in found] == ["주민들", "주민들"]


def test_what_nobody_in_particular_says_goes_on():
    found = said("이번 공사는 “시장 챙기기”라는 지적도 나온다.", "시장의 땅이 가까워 값이 오른다는 것이다.")
    assert [(use, kind, who) for use, kind, who, _ in found] == [
        (SPEECH, "unnamed", None),
        (PARAPHRASE, "unnamed", None),
    ]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("지휘부가 물러나야 한다는 게 중론이다.", [(None, "지휘부가 물러나야 한다")]),
        (
            "지휘부가 물러나야 한다는 목소리가 높아지고 있는 가운데 시는 점검하겠다고 밝혔다.",
            [(None, "지휘부가 물러나야 한다"), ("시", "점검하겠다")],
        ),
        (
            "전문가들은 물가가 오른 배경으로 긴 가뭄과 비싼 비료를 짚었다.",
            [("전문가들", "물가가 오른 배경으로 긴 가뭄과 비싼 비료를")],
        ),
        ("주민들은 지팡이로 땅을 짚었다.", []),
        (
            "시는 다리를 건너다 다칠 수 있고, 보험도 되지 않는 만큼 다리를 쓰지 말 것을 당부했습니다.",
            [("시", "다리를 건너다 다칠 수 있고, 보험도 되지 않는 만큼 다리를 쓰지 말 것")],
        ),
        ("시민위 역시 다리를 놓겠다고 밝혔다.", [("시민위", "다리를 놓겠다")]),
        ("이 마을만 하더라도 집값이 내렸다고 한다.", []),
    ],
)
def test_is_told_without_marks(text, rows):
    assert told(text) == rows


def test_turns_of_a_script_without_marks():
    found = spoken(
        "⊙ 이바다 앵커 : 오늘 소식입니다.",
        "⊙ 오하늘 (호수대 교수) : 강물이 줄었습니다.",
        "비가 오지 않아서입니다.",
        "⊙ 박솔이 기자 : 강이 말랐습니다.",
        "⊙ 주민 : 물이 없어요.",
    )
    assert found == [
        ("named", "오하늘", "강물이 줄었습니다."),
        ("named", "오하늘", "비가 오지 않아서입니다."),
        ("unnamed", "주민", "물이 없어요."),
    ]


def test_one_such_mark_is_no_script():
    assert said("⊙ 모집 분야 : 강물을 지킬 사람을 찾습니다.") == []


@pytest.mark.parametrize(
    ("headline", "person"),
    [
        ("하천 개발에 푸른당 반발 성명 “강을 살려라”", "푸른당"),
        ("주민들 반발 “강을 살려라”", "주민들"),
    ],
)
def test_a_headline_says_how_it_was_said(headline, person):
    rows = voices_of(
        sentence_table(headline, "시는 하천을 개발하기로 했다.", section=("title", "body"), paragraphs=(0, 1))
    )
    assert list(rows["person"]) == [person]


def test_a_headline_of_two_parts_is_by_who_says_both():
    rows = voices_of(
        sentence_table(
            "“길이 막혀 숨이 찬다…새 다리 놓아야 한다”",
            "오하늘 시장은 “길이 막혀서 모두 숨이 찬다”고 말했다.",
            "이어 “새로운 다리를 꼭 놓아야 한다”고 덧붙였다.",
            "박바다 의원은 “돈이 없다”고 말했다.",
            section=("title", "body", "body", "body"),
            paragraphs=(0, 1, 2, 3),
        )
    )
    assert rows["person"].iloc[0] == "오하늘 시장"
