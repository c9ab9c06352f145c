"""Who answers, and who is to speak in the next paragraph; every sentence is invented."""

from __future__ import annotations

import pytest

from made.sentences import sentence_table
from made.voices import heard, voices_of


def persons_of(*texts: str) -> list[str | None]:
    """The person of each row; each text is a paragraph of its own."""
    found = voices_of(sentence_table(*texts, paragraphs=tuple(range(1, len(texts) + 1))))
    return [None if name != name else name for name in found["person"]]


@pytest.mark.parametrize("dash", ["―", "-", "－"])
def test_a_question_is_about_others_and_the_answer_is_his_who_spoke(dash):
    asked = (f"{dash}공판 검사는 늘 바쁜가요?", f"{dash}값이 오른다는 지적이 있다.")
    found = persons_of("김하늘 교수는 “싸다”고 했다.", asked[0], "“그렇다.”", asked[1], "“아니다.”")
    assert found == ["김하늘 교수"] * 3


def test_of_whom_it_is_told_in_between_does_not_answer():
    found = persons_of(
        "김하늘 교수는 “싸다”고 했다.",
        "―바쁜가요?",
        "“그렇다.”",
        "동아리 회장 염모씨는 벌을 받았다.",
        "―왜요?",
        "“늦었다.”",
    )
    assert found == ["김하늘 교수"] * 3


def test_who_is_announced_speaks_in_the_next_paragraph():
    found = persons_of(
        "박바다 위원장은 조합원 수를 밝혔다.",
        "하늘일보는 사설에서 “조합이 늦었다”며 다음과 같이 말했다.",
        "“조합원은 줄고 있다.”",
    )
    assert found[-2:] == ["하늘일보"] * 2


def test_a_role_that_was_only_told_of_is_a_guess():
    found = voices_of(sentence_table("기소된 피의자는 두 명이다.", "사건도 “더 보겠다”며 넘기기로 했다."))
    assert set(found["certainty"]) == {"guessed"}


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ('[박바다/나루 어촌계장]\n"물이 줄었습니다."', "박바다 나루 어촌계장"),
        ("[박바다 / 나루 어촌계장(어제)] “물이 줄었습니다.”", "박바다 나루 어촌계장"),
        ("[박바다/나루 어촌계장]\n물이 줄었습니다.", "박바다 나루 어촌계장"),
        ("[나루일보] 군은 물이 줄었다고 밝혔다.", None),
    ],
)
def test_words_under_a_name_and_an_office_in_brackets_are_that_persons(text, person):
    found = persons_of("군은 둑을 높인다.", text)
    assert (found == [person]) if person else ("나루일보" not in found)


def test_a_label_says_who_speaks_in_the_next_line_and_the_reporter_is_no_source() -> None:
    found = heard(
        "▶ 인터뷰 : 공예람 / 승객",
        '- "한 시간째 서 있어요."',
        "▶ 인터뷰(☎) : 교통공사 관계자",
        '- "부품을 구하고 있습니다."',
        "▶ 스탠딩 : 소율비 / 기자",
        '- "개찰구는 막혀 있습니다."',
        paragraphs=(1, 2, 3, 4, 5, 6),
    )
    assert [row[1:3] for row in found] == [
        ("named", "공예람 승객"),
        ("unnamed", "교통공사 관계자"),
        ("reporter", "기자"),
    ]
