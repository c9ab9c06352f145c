"""Captions that share their line with the article, were folded, or end in a place and an agency or in whose page it is."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.cleaning.pieces.gluing import caption_behind
from helpers.tokenizing import sentences

PAGE = """온새군, 등대 여섯 곳에 불 다시 켠다

입력 2031-03-04 09:30

온새군이 등대 여섯 곳의 불을 다시 켠다고 4일 밝혔다. 군은 다음 달부터 등을 바꾼다.

{line}

군은 해마다 등대를 하나씩 고쳐 왔다. 어민들은 밤길이 밝아져 반갑다고 말했다.
"""
BODY = "온새군은 등대마다 쉼터를 하나씩 두기로 했다. 쉼터는 내년 봄 문을 열고 밤에는 불을 켠다."


def read(line: str) -> list[tuple[str, str]]:
    cleaned = clean(RawText(PAGE.format(line=line), "utf-8", (), "0" * 64), article_id="a")
    found = sentences(cleaned.lines)
    return [(row.section, row.text) for row in found.itertuples() if row.text in line]


@pytest.mark.parametrize(
    "line",
    [
        "등대를 찾은 온새군 관계자들. 강물통신 연합뉴스",
        "윤이슬 온새군 등대관리소장. 하늘신문 뉴시스",
        "등대 앞에 선 윤이슬 군의원/윤이슬 군의원 페이스북",
        "등대지기 오푸름 씨와 그의 배. 오푸름 유튜브 갈무리",
        "박나루 군수가 올린 등대 사진 / 박나루 군수 인스타그램 캡처",
        "어민들이 4일 온새항에서 그물을 손질하고 있다. 온새=뉴스1",
    ],
)
def test_whose_page_or_which_agency_ends_a_caption(line: str) -> None:
    assert read(line) == [("caption", line)]


def test_more_sentences_before_a_place_and_an_agency_are_one_caption() -> None:
    shown = "꺼진 등대와 켜진 등대. 4일 온새항에서 어민들이 등대를 보고 있다(위 사진). 같은 날 군은 등을 바꿨다. 온새=연합뉴스"
    found = read(shown)
    assert {section for section, _ in found} == {"caption"}
    assert " ".join(text for _, text in found) == shown


@pytest.mark.parametrize(
    "line",
    [
        "군은 등대 소식을 군청 홈페이지와 페이스북에 올리기로 했다.",
        "윤이슬 소장은 군수와 함께 등을 켰다. 어민들은 박수를 쳤다. 이 모습은 군의 유튜브에 올랐다.",
        "값은 하나에 3억 원이다. 등=온새산업이 만든다.",
    ],
)
def test_sentences_that_tell_of_a_page_or_a_maker_are_the_body(line: str) -> None:
    assert {section for section, _ in read(line)} == {"body"}


@pytest.mark.parametrize(
    "shown",
    [
        "[윤이슬 소장이 4일 온새군청에서 열린 설명회에서 등대 예산에 관한 물음에 답하고 있다. (사진=연합뉴스)]",
        "[온새항 등대에 불이 들어와 있다. <자료=온새군 제공>]",
        "바다를 비추는 온새항 등대의 모습. 사진은 기사 내용과 무관. 온새보존회 제공",
        "어민이 등대 아래에서 그물을 걷고 있다. 온새군 제공",
    ],
)
def test_a_caption_before_the_body_on_its_line_ends_in_its_credit(shown: str) -> None:
    found = read(shown + BODY)
    assert [text for section, text in found if section == "body"] == [
        "온새군은 등대마다 쉼터를 하나씩 두기로 했다.",
        "쉼터는 내년 봄 문을 열고 밤에는 불을 켠다.",
    ]
    assert " ".join(text for section, text in found if section == "caption") == shown


def test_what_a_county_offers_is_no_credit() -> None:
    line = "온새항에는 등대가 서 있다. 온새군은 제공하던 배편을 늘렸다. " + BODY
    assert {section for section, _ in read(line)} == {"body"}


FOLDED = [
    "불 꺼진 등대… 어둠 속 온새항 4일 온새군 온새항의 등대 앞에서 어민 윤이슬 씨가 꺼진",
    "등을 가리키며 언제 다시 켜질지를 묻고 있다(왼쪽 사진). 같은 날 군에서 나온 기술자들이 등대",
    "꼭대기에 올라가 낡은 등을 살펴보고 있다. 군은 이날 밤부터 등을 바꾸는 일에 들어간다고",
    "했다. 온새=뉴스1",
]


def test_a_caption_that_was_folded_is_read_as_one() -> None:
    cleaned = clean(RawText(PAGE.format(line="\n".join(FOLDED)), "utf-8", (), "0" * 64), article_id="a")
    found = [row for row in sentences(cleaned.lines).itertuples() if row.section == "caption"]
    assert " ".join(row.text.replace("\n", " ") for row in found) == " ".join(FOLDED)
    assert len(found) == 3
    assert "".join(cleaned.lines["text"]) == cleaned.raw.text


def test_paragraphs_in_a_block_that_ends_in_a_caption_are_not_joined() -> None:
    block = [
        BODY,
        "어민들은 등대가 켜지면 밤에도 배를 띄울 수 있다고 반겼다.",
        "어민이 그물을 손질하고 있다. 온새=뉴스1",
    ]
    cleaned = clean(RawText(PAGE.format(line="\n".join(block)), "utf-8", (), "0" * 64), article_id="a")
    found = [row.section for row in sentences(cleaned.lines).itertuples()]
    assert found.count("caption") == 1


@pytest.mark.parametrize(
    "line", ["등 하나의 값은 3억 2천만 원.", "불이 닿는 거리는 40 킬로미터 남짓.", "켜는 데 걸린 날은 딱 엿새."]
)
def test_a_short_line_that_ends_in_a_full_stop_is_no_subhead(line: str) -> None:
    assert read(line) == [("body", line)]


@pytest.mark.parametrize("line", ["사진제공=온새TV '밤의 등대'", "사진=온새필름 <등대지기>"])
def test_a_credit_with_a_title_in_marks_is_no_deck(line: str) -> None:
    assert read(line) == []


def test_a_reporter_of_an_outlet_with_latin_letters_is_no_deck() -> None:
    assert read("ON온새뉴스 오푸름 기자") == []


@pytest.mark.parametrize(
    "shown",
    [
        "등대 앞에 선 어민들의 모습. 불은 다음 달에 켜진다. [온새군 등대관리소 제공=하늘통신]",
        "불이 꺼진 온새항 등대의 모습. 꺼진 지 스무 해가 됐다. [온새군 제공]",
        "등대를 오르는 어민들. [하늘통신 자료사진]",
        "등대지기 오푸름 씨가 등을 닦고 있다. [하늘포토]",
    ],
)
def test_a_caption_glued_behind_a_paragraph_is_parted_from_it(shown: str) -> None:
    told = "온새군은 등대마다 쉼터를 하나씩 두기로 했다."
    found = read(told + shown)
    assert found[0] == ("body", told) and {section for section, _ in found[1:]} == {"caption"}
    assert " ".join(text for _, text in found[1:]) == shown


@pytest.mark.parametrize(
    "line",
    [
        "온새군은 쉼터를 둔다고 했다.군은 불도 켠다고 말했다.이는 [등대 특별법]",
        "온새군은 쉼터를 둔다고 했다.이를 밝힌 것은 [온새군 등대 조례]",
        "온새군은 쉼터를 둔다고 했다.군은 불도 켠다.등대지기 오푸름 씨가 등을 닦고 있다. [온새군 제공]",
    ],
)
def test_glued_sentences_that_tell_go_on(line: str) -> None:
    assert caption_behind(line) == 0


@pytest.mark.parametrize("name", ["경향신문", "연합뉴스", "뉴시스", "한겨레"])
def test_the_name_of_an_outlet_alone_between_paragraphs_is_no_subhead(name: str) -> None:
    assert "subhead" not in {section for section, _ in read(name)}


def test_a_quotation_that_breaks_off_with_its_line_is_no_subhead() -> None:
    line = '오푸름 씨는 "등대가 켜지면 밤에도 배를 띄우고 고기를 더 잡을'
    assert read(line) == [("body", line)]


@pytest.mark.parametrize("line", ["등대지기의 하루", "등대지기 “불은 다시 켜진다”", "온새 경제", "어민의 뉴스"])
def test_another_short_line_between_paragraphs_is_a_subhead(line: str) -> None:
    assert read(line) == [("subhead", line)]


@pytest.mark.parametrize(
    "by", ["/사진=(온새=하늘통신) 오새결 기자", "/사진=오새결 기자", "/ 사진 = [온새=하늘통신] 박두리 기자"]
)
def test_who_took_a_picture_is_cut_from_the_article_glued_to_it(by: str) -> None:
    told = "온새군은 등대마다 쉼터를 하나씩 두기로 했다."
    assert read(f"{by}{told}") == [("body", told)]


def test_a_photographer_who_is_told_of_stays() -> None:
    line = "온새군은 등대를 찍은 오새결 기자가 쉼터도 찍는다고 밝혔다."
    assert read(line) == [("body", line)]


def test_a_notice_that_goes_on_behind_a_gap_is_no_sentence() -> None:
    notice = "Copyright (C) 하늘통신. All rights reserved. 무단 전재 및 재배포,  AI학습 이용 금지."
    assert read(f"등대를 닦고 있다. 2031.02.03/하늘통신  {notice}")[0][0] == "caption"
    assert "금지" not in " ".join(text for _, text in read(f"등대를 닦고 있다. 2031.02.03/하늘통신  {notice}"))
