"""Pages that a crawler saved as one line: menu, headline, reporter, time, article and buttons are told apart."""

from __future__ import annotations

import pytest

from helpers.cleaning import CleanArticle, RawText, clean

TITLE = "나루시, 방앗간 골목에 물레 다시 놓는다"
BODY = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다. 주민 김아무개 씨는 “물레 도는 소리를 기다렸다”며 "
    "“아이들에게 보여 주고 싶다”고 말했다. 나루시 조사에 따르면 지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 "
    "12% 늘었다. 다만 운영비를 누가 낼지는 아직 정해지지 않았다."
)
MENU = "나루일보 홈 정치 경제 사회 문화 스포츠 오피니언 로그인 회원가입 구독신청 전체메뉴 검색"
TIMES = "입력 2031.03.04 09:10 수정 2031.03.04 10:00"


def cleaned(text: str) -> CleanArticle:
    return clean(RawText(text, "utf-8", (), "0" * 64))


@pytest.mark.parametrize(
    "text",
    [
        f"{MENU} {TITLE} 박하늘 기자 {TIMES} 댓글 0 글자크기 가 가 공유 {BODY} 박하늘 기자 haneul@naru.example "
        "저작권자 ⓒ 나루일보 무단전재 및 재배포 금지 관련기사 온새군 강가에 그네 매단다",
        f"{TITLE} - 나루일보 {MENU} 기사{TIMES} {BODY} ⓒ 나루일보 All rights reserved 이용약관 회사소개 광고문의",
        f"홈 > 사회 > 나루 {TITLE} {TITLE} 승인 2031.03.04 09:10 페이스북 트위터 카카오톡 URL복사 기사보내기 {BODY} "
        "박하늘 기자 다른기사 보기 댓글삭제 삭제한 댓글은 다시 복구할 수 없습니다 그래도 삭제하시겠습니까? 회사소개",
    ],
)
def test_a_page_in_one_line_is_told_apart(text: str) -> None:
    found = cleaned(text)
    assert found.title == TITLE
    assert found.published_at == "2031-03-04T09:10+09:00"
    assert found.text == BODY
    assert "".join(found.raw.text[piece.start : piece.end] for piece in found.pieces) == text


def test_a_menu_above_an_agencys_article_is_no_title() -> None:
    found = cleaned(f"본문 바로가기 {MENU} 닫기 [나루=한결통신] 박하늘 기자 = {BODY} 좋아요 0 훈훈해요 1 공유 스크랩")
    assert found.title is None
    assert found.text == f"[나루=한결통신] 박하늘 기자 = {BODY}"


def test_sections_named_in_a_sentence_are_no_menu() -> None:
    text = f"{BODY} 물레는 정치 경제 사회 문화 모두에 말을 건다고 이 마을 사람들은 믿는다."
    assert cleaned(text).text == text


@pytest.mark.parametrize(
    "within",
    [
        "[나루시 제공. 재판매 및 DB 금지]",
        "[나루시 제공. 재판매 및 DB 금지] [하늘구 제공. 재판매 및 DB 금지]",
        "ADVERTISEMENT ADVERTISEMENT",
    ],
)
def test_what_stands_under_a_picture_or_for_an_advertisement_ends_no_article(within: str) -> None:
    found = cleaned(f"{BODY} {within} {BODY.replace('나루시', '하늘구')}")
    assert " ".join(found.text.split()) == f"{BODY} {BODY.replace('나루시', '하늘구')}"


def test_the_notice_of_the_outlet_ends_an_article_of_one_line() -> None:
    assert cleaned(f"{BODY} [ⓒ 나루일보 무단전재 및 재배포 금지] {MENU} {MENU} {MENU}").text == BODY
