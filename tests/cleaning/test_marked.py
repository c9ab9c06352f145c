"""An export without line ends: signs part captions and subheads from the article, and names of sections end its line."""

from __future__ import annotations

import pytest

from helpers.cleaning import CleanArticle, RawText, clean
from helpers.cleaning.pieces.marked import head_cuts, marked_captions

TITLE = "온새군, 갯벌 체험장 문 닫는다"
FIRST = "온새군 오푸름 군수는 4일 갯벌 체험장을 두 해 동안 닫는다고 밝혔다."
REST = (
    '오 군수는 "조개가 돌아올 때까지 기다리겠다"고 말했다. 주민 윤이슬 씨는 "체험장이 닫히면 손님이 줄 것"이라고 걱정했다. '
    "군은 어촌계에 한 해 2억 원을 주기로 했다. 갯벌을 찾은 사람은 지난해 모두 3만 명으로 수온이 오르기 전보다 적었다. "
    "어촌계는 내년 봄까지 종패를 뿌리고, 군은 해마다 가을에 조개가 얼마나 늘었는지 세어 군민에게 알린다."
)


def cleaned(line: str) -> CleanArticle:
    raw = RawText(f"{TITLE}\n2031-03-04 09:10\n\n{line}\n", "utf-8", (), "0" * 64)
    found = clean(raw)
    assert "".join(raw.text[piece.start : piece.end] for piece in found.pieces) == raw.text
    return found


def labelled(article: CleanArticle) -> list[tuple[str, str]]:
    return [(piece.label, piece.text) for piece in article.pieces if piece.kept]


@pytest.mark.parametrize("shown", ["◇오푸름 온새군수. 사진=뉴시스", "▲온새군 갯벌 체험장 사진=연합뉴스 제공"])
def test_a_caption_behind_a_sign_ends_with_whose_picture_it_is(shown: str) -> None:
    deck = '"조개가 먼저, 체험은 나중"'
    assert labelled(cleaned(f"{deck}{shown}{FIRST} {REST}"))[:2] == [("deck", deck), ("caption", shown)]
    assert labelled(cleaned(f"{FIRST} {REST}{shown}")) == [("body", f"{FIRST} {REST}"), ("caption", shown)]


def test_a_picture_that_the_article_tells_of_is_no_caption() -> None:
    assert marked_captions("▲ 오 군수가 든 사진=뉴시스는 4일 갯벌을 찍은 한 장을 골랐다.") == []
    assert marked_captions("▲ 오 군수는 사진=온새군이라고 적었다.") == []


@pytest.mark.parametrize(
    ("head", "sentence"),
    [
        ("◇ 수온 상승이 변수", "올해 갯벌의 조개는 얼마나 늘까."),
        ("◇ 어촌계 반발… 체험장 ‘휴장’ 철회 요구", "일부 주민은 군청 앞에 천막을 쳤다."),
        ("■ 조개 값이 관건", "다만 군은 값을 정하지 않는다."),
        ("◆갯벌 휴식년 도입", "지난 3일 군의회도 조례를 고쳤다."),
    ],
)
def test_a_subhead_behind_a_sign_ends_with_its_noun_before_a_sentence(head: str, sentence: str) -> None:
    found = labelled(cleaned(f"{FIRST} {head} {sentence} {REST}"))
    assert found == [("body", FIRST), ("subhead", head), ("body", f"{sentence} {REST}")]


@pytest.mark.parametrize(
    "line",
    [
        "◇ 갯벌 휴식년 도입 여부는 올해 안에 정한다.",
        "◇ 조개 값을 올려 달라는 요구 이번 주에도 나왔다.",
        "◇ 수온 상승 우려 심리가 커졌다.",
        "군은 ◇조례 개정이 과제 올해 나온 예산은 적다.",
    ],
)
def test_a_list_line_or_a_head_whose_end_is_not_known_stays_whole(line: str) -> None:
    assert head_cuts(f"{line} {REST}") == []


@pytest.mark.parametrize("tags", ["갯벌 조개 환경", "온새군 어촌계 사회 전국"])
def test_names_of_sections_behind_the_last_sentence_are_none_of_it(tags: str) -> None:
    assert labelled(cleaned(f"{FIRST} {REST} {tags}")) == [("body", f"{FIRST} {REST}")]


@pytest.mark.parametrize("tail", ["윤이슬 오푸름 정들꽃", "갯벌 환경 지킴이들", "사회"])
def test_other_words_behind_the_last_sentence_are_not_taken_for_sections(tail: str) -> None:
    assert tail in cleaned(f"{FIRST} {REST} {tail}").text


def test_a_number_of_comments_before_the_article_is_cut_out() -> None:
    assert cleaned(f"0 2031년은 갯벌의 해다. {FIRST} {REST}").text.startswith("2031년은 갯벌의 해다.")
    assert cleaned(f"0 대 3으로 졌다고 온새군은 말했다. {FIRST} {REST}").text.startswith("0 대 3으로")


@pytest.mark.parametrize("number", ["1", "2", "12", "7"])
@pytest.mark.parametrize(
    "first",
    [
        "정부는 갯벌 체험장을 두 해 동안 닫기로 했다.",
        "“조개가 먼저”라며 온새군이 체험장을 닫는다.",
        "겨울이면 어촌계가 갯벌 문을 닫는다.",
        "온새군 군수는 갯벌을 걸었다.",
    ],
)
def test_a_number_of_the_page_before_the_first_sentence_is_cut_out(number: str, first: str) -> None:
    assert cleaned(f"{number} {first} {REST}").text.startswith(first)


@pytest.mark.parametrize(
    "first",
    [
        "3명이 갯벌에 들어갔다.",
        "1 정부안: 체험장은 두 해 닫는다.",
        "3 월 온새군은 체험장을 닫는다.",
        "2 팀이 갯벌에 들어갔다.",
        "5 개 마을이 갯벌을 함께 쓴다.",
        "20 대 남성이 갯벌에서 길을 잃었다.",
    ],
)
def test_a_number_that_counts_or_heads_a_point_stays(first: str) -> None:
    assert cleaned(f"{first} {REST}").text.startswith(first)


def test_of_numbered_paragraphs_no_number_is_cut_out() -> None:
    points = [f"{number} 온새군은 갯벌 {number}구역을 닫는다. {REST}" for number in (1, 2, 3, 4)]
    raw = RawText(f"{TITLE}\n2031-03-04 09:10\n\n" + "\n\n".join(points), "utf-8", (), "0" * 64)
    assert clean(raw).text.split("\n")[0].startswith("1 온새군은")
