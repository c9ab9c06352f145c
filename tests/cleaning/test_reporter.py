"""Who wrote an article and whose it is: sign-offs, several names, a page's head, slogans, notices under pictures."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.cleaning import CleanArticle, RawText, clean, read_raw

TITLE = "나루시, 방앗간 골목에 물레 다시 놓는다"
PROSE = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다.",
    "주민 김아무개 씨는 “물레 도는 소리를 기다렸다”며 “아이들에게 보여 주고 싶다”고 말했다.",
    "나루시 조사에 따르면 지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다.",
)
POLITE = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했습니다. 예산은 3억 원입니다.",
    "물레 도는 소리를 기다렸다는 주민들은 벌써 골목에 꽃을 심고 있습니다.",
)


def cleaned(*lines: str) -> CleanArticle:
    return clean(RawText("\n\n".join((f"{TITLE}\n입력 2031.03.04 09:10", *lines)), "utf-8", (), "0" * 64))


def page(folder: Path, head: str, *lines: str) -> CleanArticle:
    body = "".join(f"<p>{line}</p>" for line in lines or PROSE)
    source = f"<!doctype html><head><meta charset='utf-8'>{head}</head><body><h1>{TITLE}</h1>{body}</body>"
    (folder / "page.html").write_text(source, "utf-8")
    return clean(read_raw(folder / "page.html"))


@pytest.mark.parametrize(
    ("line", "reporter"),
    [
        ("나루방송 박하늘입니다. (haneul@naru.example)", "박하늘 기자"),
        ("지금까지 방앗간 골목에서 나루방송 뉴스 박하늘입니다.", "박하늘 기자"),
        ("지금까지 골목에서 nbc 박하늘이었습니다.", "박하늘 기자"),
        ("지금까지 골목에서 본 것은 물레 박하늘입니다.", None),  # no broadcaster's name
        ("지금까지 이 골목의 자랑은 나루방송 앞길입니다.", None),  # no person's
    ],
)
def test_a_broadcasters_reporter_signs_off(line: str, reporter: str | None) -> None:
    assert cleaned(*POLITE, line).metadata.reporter == reporter


@pytest.mark.parametrize("names", ["박하늘 이바다", "박하늘·이바다", "박하늘 이바다 한가람", "박하늘"])
def test_the_first_of_several_reporters_is_named(names: str) -> None:
    found = cleaned(f"(나루=한결통신) {names} 기자 = {PROSE[0]}", *PROSE[1:])
    assert found.metadata.reporter == "박하늘 기자"


def test_what_a_list_is_called_is_no_name() -> None:
    assert cleaned(*PROSE, "응원 많은 기자").metadata.reporter is None


def test_a_word_before_an_address_for_tips_is_no_name() -> None:
    assert cleaned(*PROSE, "뉴스제보\n이메일(tip@naru.example)\n전화(02-000-0000)").metadata.reporter is None


@pytest.mark.parametrize(
    ("head", "reporter"),
    [
        ("<meta property='dable:author' content='박하늘 나루연구소 위원'>", "박하늘 나루연구소 위원"),
        ("<meta name='author' content='박하늘'>", "박하늘"),
        ("<meta name='author' content='나루일보'>", None),
        ("<meta property='article:author' content='https://naru.example/naru'>", None),
    ],
)
def test_a_pages_head_names_who_wrote_it(tmp_path: Path, head: str, reporter: str | None) -> None:
    assert page(tmp_path, head).metadata.reporter == reporter


@pytest.mark.parametrize(
    ("site", "outlet"),
    [
        ("나루일보 - 골목을 보는 눈", "나루일보"),
        ("골목을 보는 눈 나루일보", "나루일보"),
        ("골목의 소식을 가장 먼저 전하고 시민과 함께 걷는 열린 인터넷 매체", "나루신문"),  # named in the window's title
        ("나루 이야기", "나루 이야기"),
    ],
)
def test_a_slogan_is_no_outlet(tmp_path: Path, site: str, outlet: str) -> None:
    head = f"<title>{TITLE} - 나루신문 : 골목</title><meta property='og:site_name' content='{site}'>"
    assert page(tmp_path, head).metadata.outlet == outlet


def test_a_notice_between_paragraphs_is_a_pictures() -> None:
    picture = "골목에 물레가 돌고 있다. <저작권자 ⓒ 한결통신, 무단전재-재배포 금지>"
    found = cleaned(PROSE[0], picture, *PROSE[1:], "<저작권자 ⓒ 나루일보, 무단전재 및 재배포 금지>")
    assert found.metadata.outlet == "나루일보"
    assert cleaned(PROSE[0], picture, *PROSE[1:]).metadata.outlet == "한결통신"  # where nothing else names one


def test_a_company_before_the_name_is_passed() -> None:
    assert cleaned(*PROSE, "Copyright @(주)나루투데이 Corp. All rights reserved.").metadata.outlet == "나루투데이"


def test_a_name_under_each_of_many_pictures_is_no_outlet() -> None:
    assert cleaned(*PROSE, *["• 뉴스1"] * 5).metadata.outlet is None
    assert cleaned("뉴스1", *PROSE).metadata.outlet == "뉴스1"


@pytest.mark.parametrize("line", ["최종편집 2034-04-26 06:02 (금)", "뉴스관리자 편집장 기자  2031.03.04 09:10:29"])
def test_an_office_and_a_word_for_a_time_are_no_names(line: str) -> None:
    assert cleaned(line, *PROSE).metadata.reporter is None


def test_a_name_behind_a_slogan_in_marks_is_the_outlet() -> None:
    notice = "<저작권자 ⓒ ‘골목을 꿈꾸는 사람들의 살림 뉴스’ 나루S, 무단전재 및 재배포 금지>"
    assert cleaned(*PROSE, notice).metadata.outlet == "나루S"
