"""What pages nobody had prepared for taught, each on an invented page: who wrote it, whose it is, its day, its lists."""

from __future__ import annotations

import pytest

from helpers.cleaning import CleanArticle, RawText, clean
from helpers.cleaning.failures import NoArticle

BODY = (
    "나루시는 낡은 다리 셋을 봄까지 고치기로 하고 예산 3억 원을 마련했다고 12일 밝혔다.\n"
    "주민 김아무개 씨는 “기다린 지 석 달째”라며 “겨울이 오기 전에 끝내야 한다”고 말했다.\n"
    "시 조사에 따르면 지난해 이 다리를 건넌 사람은 하루 평균 1만2000명이었다.\n"
    "다만 운영비를 누가 낼지는 아직 정해지지 않았다. 의회는 다음 회의에서 이 문제를 다룬다.\n"
)


def read(text: str, name: str = "article.txt") -> CleanArticle:
    return clean(RawText(text, "utf-8", (), "0" * 64, name))


@pytest.mark.parametrize(
    ("head", "reporter"),
    [
        ("나루시 다리 셋 고친다\n\n박하늘 2031. 2. 3. 09:12\n\n", "박하늘"),
        ("나루시 다리 셋 고친다\n\n박하늘 승인 2031.02.03 11:34 | 최종 수정 2031.02.03 12:51 의견 0\n\n", "박하늘"),
        (
            "나루시 다리 셋 고친다\n나루시 다리 셋 고친다\n  • 박하늘\n  • 승인 2031.02.03 00:21\n  • 댓글 1\n\n",
            "박하늘",
        ),
        ("나루시 다리 셋 고친다\nby박하늘 기자\n2031.02.03 17:32:13\n", "박하늘 기자"),
        ("나루시 다리 셋 고친다\n2031.02.03 17:32:13\n[강물일보 박하늘 기자] ", "박하늘 기자"),
        ("나루시 다리 셋 고친다\n박하늘 강물닷컴 기자 sky@naru.example.kr\n2031.02.03 17:32\n", "박하늘 기자"),
        ("나루시 다리 셋 고친다\n박하늘 과학전문기자\n2031.02.03 17:32\n", "박하늘 기자"),
    ],
)
def test_the_reporter_is_who_stands_beside_the_time_or_opens_the_article(head: str, reporter: str) -> None:
    assert read(head + BODY).metadata.reporter == reporter


@pytest.mark.parametrize(
    ("foot", "reporter"), [("박하늘 bridge@naru.example.kr\n", "박하늘"), ("<박하늘 기자>\n\n댓글 0\n", "박하늘 기자")]
)
def test_the_reporter_is_who_signs_below(foot: str, reporter: str) -> None:
    found = read(BODY + foot)
    assert found.metadata.reporter == reporter
    assert "박하늘" not in found.text


def test_an_outlet_that_ends_an_article_is_no_reporter() -> None:
    assert read(BODY + "고을신문 press@\n\n저작권자 © 고을신문 무단전재 및 재배포 금지\n").metadata.reporter is None


def test_words_before_the_word_reporter_are_no_name() -> None:
    found = read("끌려나가는 기자\n" + BODY)
    assert found.metadata.reporter is None


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("[Source : 달빛]\nCopyright © 2031 모아진스 all rights reserved\n", "달빛"),
        ("댓글 많은 뉴스\n시장 “다시 뛴다”\n", None),
        ("프로그램:\n\n전체뉴스\n\n의견쓰기\n", None),
        (
            "Copyright © Naru Munhwa Broadcasting Corporation. All rights reserved.\n",
            "Naru Munhwa Broadcasting Corporation",
        ),
        ("저작권자ⓒ 공감언론 뉴시스통신사. 무단전재-재배포 금지\n", "뉴시스"),
    ],
)
def test_the_outlet_is_what_the_page_says_and_no_list_of_the_site(foot: str, outlet: str | None) -> None:
    found = read(BODY + foot)
    assert found.metadata.outlet == outlet
    assert found.text == BODY.strip()


@pytest.mark.parametrize("opening", ["[이데일리 박하늘 기자] ", "[이데일리] "])
def test_the_paper_that_opens_the_article_is_its_outlet(opening: str) -> None:
    assert read(opening + BODY).metadata.outlet == "이데일리"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (BODY + "2031-02-03 15면\nCopyright ⓒ 강물일보 All rights reserved. 무단 전재-재배포 금지\n", "2031-02-03"),
        ("나루의 봄\n[강물일보] 2031-02-03 05면 40판 특집 기획,연재 2012자\n" + BODY, "2031-02-03"),
    ],
)
def test_the_day_beside_a_page_of_the_print_is_that_of_publication(text: str, day: str) -> None:
    found = read(text)
    assert found.published_at == day
    assert found.text == BODY.strip()


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "뉴스앵커: 박하늘,김바다\n\n달라지는 나루의 다리\n\n입력 | 2031-04-11   수정 | 2031-04-11\n\n",
            "달라지는 나루의 다리",
        ),
        ("저장된 페이지 보기\n나루의 다리가 달라진다\n[강물일보] 2031-02-03 05면\n", "나루의 다리가 달라진다"),
        (
            "'나루 다리' 새 단장 되어 시민들을 찾아 |\n강물코리아 2031-03-11, 13:47:58 |\n",
            "'나루 다리' 새 단장 되어 시민들을 찾아",
        ),
        (
            "나루의 다리는 누가 고치나 묻는 이들이 늘었다\n\n게시됨: 업데이트됨:\n인쇄\n\n",
            "나루의 다리는 누가 고치나 묻는 이들이 늘었다",
        ),
        ("○…새해 첫날인 1일 나루시가 다리에 등불 백 개를 매달고 손님을 맞아 눈길.\n", None),
        ("뉴스 > 고을 > 다리\n\n", None),
    ],
)
def test_a_headline_is_no_way_to_a_section_no_anchor_and_no_sentence(head: str, title: str | None) -> None:
    assert read(head + BODY).title == title


def test_a_first_line_that_is_a_sentence_is_kept() -> None:
    first = "○…새해 첫날인 1일 나루시가 다리에 등불 백 개를 매달고 손님을 맞아 눈길."
    assert read(first + "\n" + BODY).text.startswith(first)


def test_a_photo_with_one_sentence_is_an_article() -> None:
    line = (
        "눈이 그친 26일 나루시 사과밭에서 농민들이 지난주에 미룬 가지치기를 하느라 분주하게 움직이고 있다. 박하늘 기자"
    )
    assert read(line + "\n\n저작권자 © 강물일보 무단전재 및 재배포 금지\n").text == line


@pytest.mark.parametrize(
    "text",
    [
        "찾으시는 나루시 사과밭 사진은 아래에서 볼 수 있다고 합니다\n로그인\n회원가입\n구독하기\n",
        "강물저널 나루시 다리로 12, 2층 발행인 : 김바다 | 편집인 : 김바다 | 전화번호 : 031-000-0000 등록번호 : 나루,아00000 "
        "등록 연월일 : 2019.10.25 발행연월일 : 2019.10.26 Copyright GANGMUL. All rights reserved.\n",
    ],
)
def test_a_page_without_an_article_stays_none(text: str) -> None:
    with pytest.raises(NoArticle):
        read(text)


LIST = ("1. 다리와 나루의 이름", "2. 고치는 이와 값을 내는 이", "3. 고치는 데 걸리는 날", "4. 다시 여는 날")


def test_a_numbered_list_within_prose_is_the_articles_own() -> None:
    rows = "\n".join(LIST)
    closing = "나루시 조례는 이렇게 정하고 있다.\n"
    found = read(
        f"{BODY}조례에 따르면 다음 네 가지를 미리 알려야 한다.\n{rows}\n{closing}{BODY.replace('다리', '나루')}"
    )
    assert [row for row in LIST if row in found.text.split("\n")] == list(LIST)


def test_a_numbered_list_of_other_articles_is_not() -> None:
    rows = "\n".join(LIST)
    found = read(f"{BODY}오늘의 TOP 10\n{rows}\n저작권자 © 강물일보 무단전재 및 재배포 금지\n")
    assert found.text == BODY.strip()


def test_what_is_said_in_turn_is_kept_to_the_last_word() -> None:
    turns = (
        "◇앵커] 어디까지 고쳤나요?",
        "◆인터뷰] 난간하고 바닥입니다.",
        "◇앵커] 언제 여나요?",
        "◆인터뷰] 봄에요.",
        "◇앵커] 그렇군요.",
    )
    text = (
        "■방송: 강물방송 아침의 사람\n"
        + "\n".join(turns)
        + "\n"
        + "\n".join(f"◆인터뷰] {s}" for s in BODY.split("\n")[:2])
    )
    found = read(f"{text}\n◇앵커] 고맙습니다.\n◆인터뷰] 네.\n▶ 기사 원문 : http://www.example.kr/_sn/0107_2031\n")
    assert found.text.endswith("◇앵커] 고맙습니다.\n◆인터뷰] 네.")
    assert all(turn in found.text for turn in turns)


def test_a_short_line_printed_twice_is_a_caption() -> None:
    first, second, *rest = BODY.split("\n")
    found = read("\n\n".join((first, second, "박하늘-김바다 / ‘나루의 다리’", "박하늘-김바다 / ‘나루의 다리’", *rest)))
    labels = [piece.label for piece in found.pieces if piece.text.startswith("박하늘-김바다")]
    assert labels == ["caption", "caption"]
    assert found.text.count("박하늘-김바다") == 1


def test_who_told_the_news_is_no_credit_of_a_picture() -> None:
    line = "네 해 전 큰물 때 온몸으로 비바람을 맞으며 나루의 소식을 전했던 박하늘 기자."
    found = read(f"[앵커]\n{BODY}[기자]\n{line}\n" + BODY.replace("다리", "나루"))
    assert next(piece.label for piece in found.pieces if piece.text == line) == "body"


def test_of_a_summary_and_the_article_the_article_is_read() -> None:
    lines = BODY.strip().split("\n")
    summary = "\n".join(lines[:3])
    head = "나루시 다리 셋 고친다\n박하늘 2031. 2. 3. 09:12\n자동요약 기사 제목과 주요 문장을 기반으로 자동요약한 결과입니다.\n"
    found = read(
        f"{head}{summary}\n이 글자크기로 변경됩니다.\n[강물일보 박하늘 기자] {lines[0]}\n" + "\n".join(lines[1:])
    )
    assert found.text.split("\n") == [f"[강물일보 박하늘 기자] {lines[0]}", *lines[1:]]


def test_a_picture_of_a_page_saved_as_markdown_is_its_caption() -> None:
    shown = "나루시 다리에서 일꾼들이 난간을 고치고 있다. [사진=나루시]"
    found = read(
        f"나루시 다리 셋 고친다\n2031.02.03 09:12\n![{shown}](https://img.example.kr/thumb/20310203.jpg)\n{BODY}"
    )
    assert found.text == f"{shown}\n{BODY.strip()}"
    assert found.metadata.address is None


@pytest.mark.parametrize(
    "line",
    [
        "관련기사: 나루의 등불 백 개, 누가 켰나",
        "의견쓰기::상업광고,인신공격 등의 글은 예고없이 삭제될수 있습니다. (0/100자를 넘길 수 없습니다.)",
    ],
)
def test_what_a_site_prints_beside_an_article_is_left_out(line: str) -> None:
    assert read(f"나루시 다리 셋 고친다\n2031.02.03 09:12\n{line}\n{BODY}").text == BODY.strip()
    assert read(f"나루시 다리 셋 고친다\n2031.02.03 09:12\n{BODY}{line}\n").text == BODY.strip()


def test_a_line_with_the_writers_account_and_a_count_is_that_of_the_time() -> None:
    found = read(
        f"메뉴 건너뛰기\n\nclose\n\n새해 나루의 글쓴이 다섯\n편집부(naruedit) 2031.05.12 15:35 조회 : 5463\n\n{BODY}"
    )
    assert (found.title, found.published_at) == ("새해 나루의 글쓴이 다섯", "2031-05-12T15:35+09:00")
    assert found.text == BODY.strip()


def test_a_list_of_articles_that_end_in_a_time_is_told() -> None:
    rows = [f"{line} SBS 2031.02.03 1{hour}:42" for hour, line in enumerate(BODY.strip().split("\n"))]
    with pytest.raises(NoArticle, match="each with its time"):
        read("\n".join(rows) + "\n")


def test_a_script_folded_where_one_takes_breath_leaves_the_reporters_mail_alone() -> None:
    script = (
        "나루의 다리를 고치는 일이\n해를 넘길 것이라는\n걱정이 커지고 있습니다.\n나루시에 따르면 지난달까지\n난간 셋을 바꾸는\n일이 끝났습니다.\n"
        "주민들은 겨울이 오기 전에\n다리를 건널 수 있기를\n바라고 있습니다.\n"
    )
    found = read(
        f"{script}Copyright © Naru Broadcasting. All rights reserved.\n박하늘 sky@naru.example.kr\n여러분의 의견을 남겨주세요\n"
    )
    assert found.metadata.reporter == "박하늘"
    assert found.text.split("\n")[-1] == "주민들은 겨울이 오기 전에 다리를 건널 수 있기를 바라고 있습니다."


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("나루의 다리가 처음 놓인 것은 이듬해인 지난 1991년.", "body"),
        ("올 들어 마을을 뒤흔든 낡은 난간 파문,", "body"),
        ("난간부터 고친다", "subhead"),
    ],
)
def test_a_line_that_a_script_breaks_off_is_no_subhead(line: str, label: str) -> None:
    first, second, *rest = BODY.split("\n")
    found = read("\n".join((first, second, line, *rest)))
    assert next(piece.label for piece in found.pieces if piece.text == line) == label


def test_strokes_of_a_table_between_paragraphs_end_no_article() -> None:
    first, second, *rest = BODY.strip().split("\n")
    assert read("\n".join(("|", first, second, "|", "|", "|", "|", "|", *rest))).text == BODY.strip()


def test_place_agency_and_reporter_on_a_line_of_their_own_are_a_byline() -> None:
    found = read(f"나루시 다리 셋 고친다\n2031.02.03 09:12\n(나루=뉴스1) 박하늘 기자\n{BODY}")
    assert found.text == BODY.strip()
    assert (found.metadata.reporter, found.metadata.outlet) == ("박하늘 기자", "뉴스1")


def test_a_line_with_the_sign_of_copyright_above_the_headline_names_the_outlet() -> None:
    found = read(f"국민경제\n나루소식\n© 국민일보\n나루시 다리 셋 고친다\n입력\n2031-02-03 12:06\n{BODY}")
    assert found.metadata.outlet == "국민일보"


def test_other_articles_glued_to_the_last_sentence_are_cut_off() -> None:
    line = BODY.strip().replace("\n", " ")
    found = read(
        f"{line} 관련기사나루의 봄…다리 아래 꽃길 '등불 축제' 사흘 #나루 #다리\n저작권자 © 강물일보 무단전재 및 재배포 금지\n"
    )
    assert found.text == line
