"""The heading of a statement that an article reprints is a subhead; buttons beside a headline are nothing of it."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.cleaning.pieces.looks import look

TITLE = "나루시민모임 “물레방앗간 허물지 말라”"
LEAD = "나루시민모임이 물레방앗간을 허물려는 나루시의 계획을 거두라고 요구했다. 아래는 모임이 낸 글이다."
STATEMENT = "우리는 물레방앗간을 허물려는 계획에 반대한다. 물레는 나루의 백 년을 돌렸다. 나루시는 계획을 거두라."


def kept(text: str) -> list[tuple[str, str]]:
    return [(piece.label, piece.text) for piece in clean(RawText(text, "utf-8", (), "0" * 64)).pieces if piece.kept]


@pytest.mark.parametrize(
    "head",
    [
        "【 성 명 서 】",
        "[나루시민모임 입장문]",
        "<기자회견문>",
        "【공동 성명서】",
        "[대국민 담화문 전문]",
        "< 호 소 문 >",
        "[결의문]",
    ],
)
def test_the_heading_of_a_reprinted_statement_is_a_subhead(head: str) -> None:
    found = kept(f"{TITLE}\n입력 2031.02.03 04:05\n\n{LEAD}\n\n{head}\n\n{STATEMENT}\n")
    assert found == [("body", LEAD), ("subhead", head), ("body", STATEMENT)]


def test_the_heading_stays_one_above_the_title_and_the_first_line_of_the_statement() -> None:
    lines = ["【 성 명 서 】", "물레방앗간은 나루의 백 년이다", "허물 것은 물레가 아니다"]
    found = kept(f"{TITLE}\n입력 2031.02.03 04:05\n\n{LEAD}\n\n" + "\n\n".join(lines) + f"\n\n{STATEMENT}\n")
    assert [label for label, _ in found] == ["body", "subhead", "subhead", "subhead", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("[나루일보 박하늘 기자]", "byline"),
        ("[박하늘 전문기자]", "byline"),
        ("[나루일보]", "picture credit"),
        ("[기자]", "turn"),
        ("(성명 미상)", "fragment"),
        ("[입장 차이]", "fragment"),
    ],
)
def test_other_words_in_brackets_are_what_they_were(line: str, kind: str) -> None:
    assert look(line).kind == kind


@pytest.mark.parametrize(
    "line",
    [
        "이전 기사보기다음 기사보기",
        "이전기사 다음기사",
        "이전 글 | 다음 글",
        "글씨크기 작게 글씨크기 크게",
        "기사 스크랩하기",
        "가",
        "가 가",
    ],
)
def test_buttons_between_headline_and_deck_are_no_deck(line: str) -> None:
    deck = "물레방앗간 세 곳, 봄에 다시 돈다"
    found = kept(f"{TITLE}\n{line}\n입력 2031.02.03 04:05\n\n{deck}\n\n{LEAD} {STATEMENT}\n")
    assert found == [("deck", deck), ("body", f"{LEAD} {STATEMENT}")]


@pytest.mark.parametrize(
    "deck", ["이전 기사에서 밝힌 물레 값 논란", "다음 글에 담긴 나루의 백 년", "글씨가 크게 바뀐 물레 간판"]
)
def test_a_deck_that_speaks_of_articles_and_letters_stays(deck: str) -> None:
    assert kept(f"{TITLE}\n입력 2031.02.03 04:05\n\n{deck}\n\n{LEAD} {STATEMENT}\n")[0] == ("deck", deck)
