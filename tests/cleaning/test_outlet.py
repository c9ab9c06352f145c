"""Whose article it is, by what the page prints of itself."""

import pytest

from helpers.cleaning import clean
from helpers.cleaning.files.reading import RawText

BODY = """나루시가 숲길 열두 곳을 새로 낸다고 4일 밝혔다. 시는 다음 달부터 공사를 시작한다.

박두리 시장은 “시민의 길”이라고 말했다. 시민들은 길이 늘어 반갑다고 말했다.
"""
PAGE = "{top}나루시, 숲길 열두 곳 새로 낸다\n\n{under}입력 2025-03-04 09:30\n\n{body}\n{foot}\n"


def outlet(top: str = "", under: str = "", body: str = BODY, foot: str = "") -> str | None:
    text = PAGE.format(top=top, under=under, body=body, foot=foot)
    return clean(RawText(text, "utf-8", (), "0" * 64)).metadata.outlet


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("<저작권자 ⓒ 강물일보, 무단 전재 및 재배포 금지>", "강물일보"),
        ("Copyright ⓒ 살림터. All rights reserved. 무단 전재 및 재배포 금지.", "살림터"),
        ("Copyright ⓒ 2023 살림터. All rights reserved.", "살림터"),
        ("Copyright ⓒ 2019-2023 살림터 All rights reserved.", "살림터"),
        ("<ⓒ물결을 보는 눈, 나루를 여는 창 강물경제(www.example.kr) 무단전재 배포금지>", "강물경제"),
        ("<저작권자ⓒ 공감언론 강물뉴스통신사. 무단전재-재배포 금지.>", "강물뉴스"),
        ("ⓒ 물결을 보는 눈, 새 나루  강물신문", "강물신문"),
    ],
)
def test_the_copyright_line_names_the_outlet_and_a_slogan_there_does_not(foot: str, name: str) -> None:
    assert outlet(foot=foot) == name


def test_a_company_in_the_copyright_line_is_not_the_paper() -> None:
    told = "<저작권자 ⓒ 물결AX, 무단 전재 및 재배포 금지>"
    talk = BODY.replace("박두리 시장은", "박두리 시장은 강물경제와의 인터뷰에서")
    assert outlet(top="강물경제\n로그인\n물빛투데이\n\n", body=talk, foot=told) == "강물경제"
    assert outlet(foot=told) == "물결AX"


def test_a_line_with_an_outlets_name_under_the_title_is_the_outlet() -> None:
    assert outlet(under="강물일보\n") == "강물일보"


def test_the_notice_of_an_extract_names_whose_article_it_was() -> None:
    notice = "글모음의 문장 추출 기술을 사용하여 “강물경제” 기사 내용을 2줄로 요약한 결과입니다. 일부 누락된 내용이 있을 수 있습니다."
    assert outlet(foot=notice) == "강물경제"


def test_a_standing_note_that_begins_with_the_sites_name_gives_it() -> None:
    note = "【나루시민뉴스는 시민의 글도 뉴스로 채택하고 있습니다. 당신의 이야기를 들려주세요.】\n\n"
    assert outlet(body=note + BODY) == "나루시민뉴스"


@pytest.mark.parametrize(
    "line", ["강물신문 2025-03-04 09:30", "강물신문 | 2025.03.04. 오전 9:30", "2025-03-04 09:30 강물신문"]
)
def test_the_outlet_may_share_the_line_of_the_time(line: str) -> None:
    cleaned = clean(RawText(f"나루시, 숲길 열두 곳 새로 낸다\n{line}\n\n{BODY}", "utf-8", (), "0" * 64)).metadata
    assert cleaned.outlet == "강물신문" and cleaned.published_at == "2025-03-04T09:30+09:00"


def test_the_interview_of_another_paper_names_nobody() -> None:
    talk = BODY.replace("박두리 시장은", "박두리 시장은 강물경제와의 인터뷰에서")
    assert outlet(body=talk) is None


def test_whose_picture_it_is_names_no_outlet_and_the_agency_of_a_report_does() -> None:
    picture = "숲길 열두 곳을 그린 지도 (사진=물결)\n\n"
    assert outlet(body=picture + BODY) is None
    assert outlet(body=picture + "(나루=하늘통신) 김하늘 기자 = " + BODY) == "하늘통신"


def test_paragraphs_that_a_site_extracted_are_told_as_that() -> None:
    notice = "글모음의 기술로 “강물경제” 기사 내용을 2줄로 요약한 결과입니다. 일부 누락된 내용이 있을 수 있습니다."

    def rules(text: str) -> set[str]:
        lines = clean(RawText(text, "utf-8", (), "0" * 64)).lines
        return set(lines.loc[lines["kept"], "rule"])

    page = PAGE.format(top="", under="2줄 요약\n", body=BODY, foot=notice)
    assert rules(page) == {"extract"}
    assert "extract" not in rules(PAGE.format(top="", under="", body=BODY, foot=""))
    above = PAGE.format(
        top="", under="AI 요약\n\n" + BODY + "\n" + notice + "\n\n", body=BODY.replace("숲길", "물길") * 2, foot=""
    )
    assert "extract" not in rules(above)


@pytest.mark.parametrize(
    ("foot", "name"),
    [
        ("[Source : 강물뉴스]", "강물뉴스"),
        ("출처: 강물일보", "강물일보"),
        ("KBS 뉴스 박하늘입니다.", "KBS"),
        ("나루방송 박하늘입니다.", "나루방송"),
        ("하늘섬 박하늘입니다.", None),
    ],
)
def test_a_word_for_the_outlet_before_its_name_and_a_reporters_sign_off_name_it(foot: str, name: str | None) -> None:
    assert outlet(foot=foot) == name


def test_a_programme_is_no_outlet() -> None:
    assert outlet(top="[나루 뉴스광장]\n") is None
    assert outlet(top="[나루 뉴스광장]\n", foot="나루방송 뉴스 박하늘입니다.") == "나루방송"
    found = clean(RawText(PAGE.format(top="[나루 뉴스광장]\n", under="", body=BODY, foot=""), "utf-8", (), "0" * 64))
    assert found.pieces[0].rule == "programme_name"


def test_an_address_to_which_readers_send_something_is_not_that_of_the_article() -> None:
    def address(line: str) -> str | None:
        text = PAGE.format(top="", under="", body=BODY, foot=line)
        return clean(RawText(text, "utf-8", (), "0" * 64)).metadata.address

    assert address("이메일 :jebo@example.kr\n사이트 :https://short.example/a1b2c3") is None
    assert address("원문: https://www.example.kr/news/20310304") == "https://www.example.kr/news/20310304"


def test_the_name_of_an_agency_with_a_number_is_no_button() -> None:
    page = PAGE.format(top="", under="뉴스1\n", body=BODY, foot="")
    found = clean(RawText(page, "utf-8", (), "0" * 64))
    assert found.metadata.outlet == "뉴스1"
    assert {piece.rule for piece in found.pieces if piece.text == "뉴스1"} == {"outlet_name"}


@pytest.mark.parametrize("line", ["글 : 박하늘(물길팀 기자)", "글·사진 = 박하늘 기자"])
def test_who_wrote_it_is_the_reporter(line: str) -> None:
    found = clean(RawText(PAGE.format(top="", under=line + "\n", body=BODY, foot=""), "utf-8", (), "0" * 64))
    assert found.metadata.reporter == "박하늘 기자"
    assert {piece.rule for piece in found.pieces if piece.text == line} == {"byline"}
