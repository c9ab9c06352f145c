"""Several articles in one text are told, with or without times; parts of one article are read."""

from __future__ import annotations

import pytest

from helpers.cleaning import CleanArticle, NoArticle, RawText, clean

TITLE = "나루시, 방앗간 골목에 물레 다시 놓는다"
PROSE = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다.",
    "주민 김아무개 씨는 “물레 도는 소리를 기다렸다”며 “아이들에게 보여 주고 싶다”고 말했다.",
    "나루시 조사에 따르면 지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다.",
)
OTHER = "온새군 강가에 그네 열둘 매단다"
MORE = (
    "온새군이 강가에 그네 열둘을 매달기로 했다. 그네는 느티나무 판자로 짠다.",
    "이아무개 씨는 “그네 타던 시절이 그립다”고 말했다. 군은 여름 전에 다 매달 생각이다.",
    "온새군에 따르면 이 강가를 찾는 사람은 하루 300명가량이다.",
)
NOTICE = "저작권자 ⓒ 나루일보 무단전재 및 재배포 금지"


def cleaned(*lines: str) -> CleanArticle:
    return clean(RawText("\n\n".join(lines), "utf-8", (), "0" * 64, name="saved.txt"))


TWO = {
    "addresses": (TITLE, *PROSE, "박하늘 기자 haneul@naru.example", OTHER, *MORE, "이바다 기자 bada@naru.example"),
    "notices": (TITLE, *PROSE, NOTICE, OTHER, *MORE, NOTICE),
    "a stroke": (TITLE, *PROSE, "----------", OTHER, *MORE),
    "marked": (f"제목: {TITLE}", " ".join(PROSE), f"제목: {OTHER}", " ".join(MORE)),
    "posts": (*PROSE, "박하늘 기자 haneul@naru.example", "Posted by 나루지기 :", OTHER, "2031. 3. 4. 09:10", *MORE),
}


@pytest.mark.parametrize("lines", TWO.values(), ids=TWO.keys())
def test_two_articles_without_times_are_told(lines: tuple[str, ...]) -> None:
    with pytest.raises(NoArticle, match=r"holds 2 articles, not one: they begin at lines 1, \d+"):
        cleaned(*lines)


ONE = {
    "a subhead": (TITLE, *PROSE, OTHER, *MORE),
    "an address between parts": (TITLE, *PROSE, "박하늘 기자 haneul@naru.example", OTHER, *MORE),
    "other articles below": (TITLE, *PROSE, NOTICE, OTHER, MORE[0], "새솔군, 빈집 마흔 채 도서관으로", MORE[2], NOTICE),
    "a notice under a picture": (TITLE, f"골목의 물레. {NOTICE}", PROSE[0], "물레는 누가 돌리나", *PROSE[1:], NOTICE),
}


@pytest.mark.parametrize("lines", ONE.values(), ids=ONE.keys())
def test_one_article_is_read(lines: tuple[str, ...]) -> None:
    assert all(line in cleaned(*lines).text for line in PROSE)


def test_beginnings_above_a_day_are_a_list() -> None:
    begun = [f"(앵커){text[:30]} 기다리는 사람이 늘고 있습니다. {text[:20]}..." for text in (*PROSE, MORE[0])]
    lines = [line for text in begun for line in (f"[나루] {text[5:20]}", text, "박하늘 2031년 03월 04일 -")]
    with pytest.raises(NoArticle, match="list of"):
        cleaned("기자별", *lines, f"[나루] {OTHER}", f"(앵커){MORE[0]} {MORE[1][:30]} 긍정적이")


def test_bullets_above_all_paragraphs_are_a_list() -> None:
    heads = (TITLE, OTHER, "새솔군, 빈집 마흔 채 도서관으로")
    lines = [line for head, text in zip(heads, PROSE, strict=True) for line in (f"• {head}", text)]
    with pytest.raises(NoArticle, match="list of 3 articles"):
        cleaned("찾는 말: 골목", "17,896", *lines)
    assert (
        cleaned(TITLE, "나루시의 계획은 크게 셋으로 나뉜다. 물레와 골목, 그리고 잔치를 모두 봄에 연다.", *lines).title
        == TITLE
    )
