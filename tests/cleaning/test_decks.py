"""A deck that ran into its article in an export without line ends is told apart where that is sure."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.tokenizing import sentences

TITLE = "온새군 등대, 스무 해 만에 다시 켜지나"
LEAD = "온새군이 스무 해 전에 꺼진 등대 여섯 곳을 다시 켜기로 하면서 어민들이 반기고 있다."
REST = (
    "군은 4일 등대 예산 12억 원을 군의회에 냈다.군의회는 다음 주에 예산을 다룬다.어민회는 밤에도 배를 띄울 수 있다고 본다.환경단체는 불빛이 "
    "철새를 쫓는다고 걱정한다.어민회 관계자는 “등대가 켜지면 사고가 줄어들 것”이라고 말했다.2019년에는 배 두 척이 부딪혔다.철새는 해마다 줄고 있다.온새항을 드나드는 배는 "
    "모두 마흔 척이고 새벽마다 열 척쯤이 나간다.등대는 이 배들이 드나드는 길을 밤새도록 비추게 된다."
)


def read(line: str) -> list[tuple[str, str]]:
    raw = RawText(f"{TITLE}\n2031.03.04. 오전 9:10\n\n{line}\n", "utf-8", (), "0" * 64)
    cleaned = clean(raw, article_id="a")
    assert "".join(cleaned.lines["text"]) == raw.text
    return [(row.section, row.text) for row in sentences(cleaned.lines).itertuples()][1:]


@pytest.mark.parametrize(
    "deck",
    [
        ["어민들 ‘밤바다 사고’ 해소", "환경단체는 철새 보호 촉구"],
        ["등대 여섯 곳 예산 12억 확정", "어민회 “사고 줄 것”…환경단체 반발"],
        ["스무 해 꺼진 등대…어민 불편 가속화", "2019년 배 두 척 충돌", "군의회, 다음 주 예산 통과 전망"],
    ],
)
def test_nouns_in_which_headlines_end_part_the_lines_of_a_deck(deck: list[str]) -> None:
    assert read("".join(deck) + LEAD + REST)[: len(deck) + 1] == [*(("deck", line) for line in deck), ("body", LEAD)]


def test_what_stands_before_the_mark_of_who_speaks_is_a_deck() -> None:
    deck = ["온새군, 등대 예산 12억 편성", "어민회 “이제야 켠다”", "“철새 어쩌나”…환경단체는 반발"]
    found = read("".join(deck) + "[앵커]" + LEAD + REST)
    assert "".join(text for section, text in found if section == "deck") == "".join(deck)
    assert ("deck", deck[-1]) in found and ("body", LEAD) in found


@pytest.mark.parametrize(
    ("deck", "lead"),
    [
        (
            "윤이슬 ‘등대 예산’ 공식화 어민회 반색 일각 “철새 먼저 살펴야”",
            "윤이슬 온새군수가 등대를 다시 켜겠다고 4일 밝혔다.",
        ),
        ("온새군 “등대 여섯 곳 점등” 확정 환경단체 반발", "온새군이 등대 여섯 곳의 불을 다시 켜기로 4일 정했다."),
    ],
)
def test_the_article_begins_again_with_the_first_word_of_its_deck(deck: str, lead: str) -> None:
    assert read(f"{deck} {lead} {REST.replace('.', '. ')}")[:2] == [("deck", deck), ("body", lead)]


@pytest.mark.parametrize(
    "lead",
    [
        "온새군 ‘등대 축제’ 촉구대회가 4일 군청 앞에서 열려 어민 백여 명이 모였다.",
        "온새군은 ‘등대 사고’ 우려를 덜려고 등대를 켠다는 발표문을 4일 냈다.",
        "온새군 어민회는 “등대를 켜야 한다”며 온새군 의원들이 예산을 통과시켜야 한다고 4일 밝혔다.",
        "“등대 확산” 바람을 타고 온새군에서도 철새들의 반등세와 어민들의 기대감이 함께 커지고 있다.",
    ],
)
def test_a_first_sentence_that_may_be_whole_is_not_cut(lead: str) -> None:
    assert read(lead + REST)[0] == ("body", lead)


MORE = "군은 등대마다 지킴이를 한 사람씩 둘 생각이다.어민회는 지킴이 삯을 나누어 내겠다고 밝혔다."


@pytest.mark.parametrize(
    "lead", [LEAD, "군의회는 8일 등대 예산을 다루는 회의를 열고 어민과 환경단체의 뜻을 차례로 들었다."]
)
@pytest.mark.parametrize(
    "deck",
    [
        "어민회 “이제야 켠다” 환영",
        "“밤바다 사고 줄 것”",
        "스무 해 꺼진 등대 다시 켜기로…철새 우려",
        "군의회, 다음 주 예산 심의 착수",
        "온새군 “철새 피해 없게 할 것”",
    ],
)
def test_a_single_line_of_a_deck_is_told_apart_from_the_subject_glued_to_it(deck: str, lead: str) -> None:
    assert read(deck + lead + REST + MORE)[:2] == [("deck", deck), ("body", lead)]


@pytest.mark.parametrize(
    "lead",
    [
        "온새군 등대 예산 확정안이 나오자 어민들이 반겼다.",
        "“등대가 켜지면 사고가 준다”라는 어민회는 예산을 반겼다.",
        "“등대가 켜지면 좋겠다”는 말이 나왔다고 온새군은 밝혔다.",
        "올해 온새항 사고 적발건수가 늘었다고 온새군은 밝혔다.",
        "군의회가 등대 예산 추진위원회를 꾸려 어민의 뜻을 듣기로 했다.",
    ],
)
def test_a_longer_word_and_words_that_are_taken_up_are_no_end_of_a_deck(lead: str) -> None:
    assert read(lead + LEAD + REST + MORE)[0] == ("body", lead)
