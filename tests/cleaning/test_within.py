"""A picture's button before a sentence, and the address of who took it glued to one, are none of the article's words."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean

TITLE = "온새군 씨름단, 스무 해 만에 단체전 우승"
FIRST = "온새군 씨름단이 4일 나루체육관에서 열린 단체전 결승에서 강물시를 4-3으로 꺾었다. 스무 해 만의 우승이다."
SECOND = "윤이슬 감독은 “선수들이 겨울 내내 모래판에서 살았다”고 말했다. 씨름단은 다음 달 개인전에 나간다."


def cleaned(line: str) -> str:
    raw = RawText(f"{TITLE}\n입력 2031-03-04 09:10\n\n{line}\n", "utf-8", (), "0" * 64)
    found = clean(raw)
    assert "".join(raw.text[piece.start : piece.end] for piece in found.pieces) == raw.text
    return found.text


@pytest.mark.parametrize("button", ["  크게보기 ", " 사진 크게보기 ", "  이미지 확대 ", " 이미지 크게 보기  "])
def test_a_pictures_button_before_a_sentence_is_cut_out(button: str) -> None:
    assert cleaned(FIRST + button + SECOND) == f"{FIRST}\n{SECOND}"


@pytest.mark.parametrize("last", ["크게 보기 때문이라고 그는 답했다.", "확대 해석은 하지 말라고 그는 말했다."])
def test_such_words_of_a_sentence_stay(last: str) -> None:
    assert last in cleaned(f"{FIRST} {SECOND} {last}")


@pytest.mark.parametrize("after", [SECOND, f"4일 경기 뒤 {SECOND}", f"“이겼다” {SECOND}"])
@pytest.mark.parametrize("mail", ["green@naru.example", "photo_7@onsae.co.kr"])
def test_an_address_glued_to_a_sentence_is_cut_out_and_ends_no_article(mail: str, after: str) -> None:
    shown = "선수들이 모래판에서 손을 흔들고 있다. /사진=하늘통신 "
    found = cleaned(f"{FIRST} {FIRST.replace('4일', '이날')}{shown}{mail}{after}")
    assert mail not in found
    assert FIRST in found and after in found


@pytest.mark.parametrize(
    "last", ["문의는 green@naru.example으로 하면 된다.", "주소 green@naru.example은 군청의 것이다."]
)
def test_an_address_in_a_sentence_stays(last: str) -> None:
    assert last in cleaned(f"{FIRST} {SECOND} {last}")


LIST = "관련 기사\n강물시 씨름단, 모래판 떠난다\n나루체육관 새 단장 마쳐\n씨름 배우는 아이들 늘었다\n"


def test_the_last_paragraph_behind_a_list_of_other_articles_is_the_articles() -> None:
    last = "앞서 씨름단은 지난해 결승에서 강물시에 졌다. 그때는 두 점 차이였다."
    assert cleaned(f"{FIRST}\n\n{SECOND}\n\n{LIST}{last}") == f"{FIRST}\n{SECOND}\n{last}"


@pytest.mark.parametrize("last", ["강물시 씨름단이 모래판을 떠난다…", "강물시 씨름단이 모래판을 떠나기로 했다."])
def test_what_another_article_begins_with_stays_out(last: str) -> None:
    assert last not in cleaned(f"{FIRST}\n\n{SECOND}\n\n{LIST}{last}")
