"""An export that dropped its line ends: tags, credits, calls for tips and marks of who speaks leave the article's line."""

from __future__ import annotations

import pytest

from helpers.cleaning import CleanArticle, RawText, clean

TITLE = "온새군, 염전 소금길 다시 연다"
BODY = (
    "온새군이 염전 사이로 난 소금길을 다시 열기로 했습니다.길이는 모두 4킬로미터이고 예산은 2억 원입니다.주민 김아무개 씨는 "
    '"물이 빠지면 걸어서 섬까지 갔다"며 "아이들에게 보여 주고 싶다"고 말했습니다.군 조사에 따르면 지난해 염전을 찾은 사람은 '
    "모두 1만2천 명으로 한 해 전보다 12% 늘었습니다.다만 길을 누가 돌볼지는 아직 정해지지 않았습니다."
)


def cleaned(line: str) -> CleanArticle:
    return clean(RawText(f"{TITLE}\n박하늘\n2031-03-04 09:10\n\n{line}\n", "utf-8", (), "0" * 64))


@pytest.mark.parametrize(
    "tail",
    [
        "당신의 제보가 뉴스로 만들어집니다.OSB는 여러분의 제보를 기다리고 있습니다.홈페이지 = https://osb.example/tip",
        "#온새군 #소금길온새뉴스TV 기사문의 및 제보 : 카톡/라인 jebo00",
        "촬영기자;윤이슬 오푸름영상편집;정들꽃디자인;신온새※ '당신의 제보가 뉴스가 됩니다'[카카오톡] 온새뉴스 검색해 채널 추가"
        "[전화] 02-000-0000[메일] tip@onsae.example",
        " #소금길 오푸름 기자",
        " 오푸름 기자 윤이슬 인턴기자 정들꽃     green@onsae.example",
        "OSB 뉴스 오푸름입니다.",
        "OSB 뉴스 오푸름입니다.영상취재: 윤이슬 / 영상편집: 정들꽃",
    ],
)
def test_what_an_outlet_adds_behind_the_last_sentence_is_not_the_articles(tail: str) -> None:
    found = cleaned(BODY + tail)
    assert found.text == BODY
    assert "".join(found.raw.text[piece.start : piece.end] for piece in found.pieces) == found.raw.text


def test_the_reporter_behind_the_tags_is_read() -> None:
    assert cleaned(f"{BODY} #소금길 오푸름 기자").metadata.reporter == "오푸름 기자"


@pytest.mark.parametrize(
    "last",
    [
        "경찰은 여러분의 제보를 기다리고 있습니다.",
        "경찰은 여러분의 제보를 기다리고 있습니다.OSB 뉴스 오푸름입니다.",
        "길을 걷는 모임의 이름은 #소금길입니다.",
        "소금길을 처음 알린 사람은 오푸름 기자였습니다.",
    ],
)
def test_a_sentence_of_the_article_with_such_words_stays(last: str) -> None:
    assert last.removesuffix("OSB 뉴스 오푸름입니다.") in cleaned(BODY + last).text


def test_marks_of_who_speaks_are_cut_from_what_they_are_glued_to() -> None:
    found = cleaned(f"[앵커]{BODY}[기자]염전에는 물이 들어와 있습니다.주민들이 하나둘 모입니다.")
    kept = [(piece.label, piece.text) for piece in found.pieces if piece.kept]
    assert kept == [
        ("turn", "[앵커]"),
        ("body", BODY),
        ("turn", "[기자]"),
        ("body", "염전에는 물이 들어와 있습니다.주민들이 하나둘 모입니다."),
    ]


def test_a_headline_that_names_a_reporters_column_is_not_cut() -> None:
    text = f"[기자]가 본 소금길, 물때를 기다리다\n박하늘 기자\n2031-03-04 09:10\n\n{BODY}\n"
    assert clean(RawText(text, "utf-8", (), "0" * 64)).title == "[기자]가 본 소금길, 물때를 기다리다"
