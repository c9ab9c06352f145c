"""Pages and texts as people save them: what had been lost, kept or named wrongly, and what must not follow from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.cleaning import CleanArticle, RawText, clean, read_raw

TITLE = "나루시, 방앗간 골목에 물레 다시 놓는다"
HEAD = f"{TITLE}\n입력 2031.03.04 09:10"
PROSE = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다.",
    "주민 김아무개 씨는 “물레 도는 소리를 기다렸다”며 “아이들에게 보여 주고 싶다”고 말했다.",
    "나루시 조사에 따르면 지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다.",
)


def cleaned(*lines: str, head: str = HEAD) -> CleanArticle:
    return clean(RawText("\n\n".join((head, *lines)), "utf-8", (), "0" * 64))


def labels(found: CleanArticle) -> dict[str, str]:
    return {piece.text: piece.label if piece.kept else "-" for piece in found.pieces if piece.text}


def test_what_a_writer_asks_is_no_site_speaking() -> None:
    asked = "발행인과 편집인의 이름은 과연 누구로 지면에 찍혔을까?"
    assert asked in cleaned(PROSE[0], asked, *PROSE[1:]).text
    assert "로그인" not in cleaned(PROSE[0], "로그인 서비스를 이용하시겠습니까?", *PROSE[1:]).text


LINKS = "\n\n".join(f"▶관련기사: 물레방아 {place} 마을의 봄, 열 해의 기록" for place in ("윗말", "아랫말", "건너말"))


def test_links_between_paragraphs_end_no_article() -> None:
    found = cleaned(PROSE[0], LINKS, PROSE[1], LINKS, PROSE[2], LINKS)
    assert found.text == "\n".join(PROSE)


def test_links_below_an_article_end_it() -> None:
    other = "온새시가 강가에 그네를 매달기로 했다. 그네는 모두 열둘이다."
    found = cleaned(*PROSE, "박하늘 기자 haneul@naru.example", LINKS, other)
    assert found.text == "\n".join(PROSE)


def test_a_beginning_above_the_article_is_dropped() -> None:
    begun = f"{PROSE[1][:40]}..."
    found = cleaned(f"{TITLE[:14]}...", begun, *PROSE[1:])
    assert begun not in found.text
    assert found.text.startswith(PROSE[1])


def test_a_deck_that_trails_off_stays() -> None:
    deck = "멈춘 지 서른 해, 골목에 물소리 돌아온다…"
    assert labels(cleaned(deck, *PROSE))[deck] == "deck"


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("보도본부 | 박하늘 기자", "-"),
        ("기사와 관련 없는 자료 사진 / narubank", "caption"),
        ("삽화=박하늘 디자인기자", "-"),
        ("[커버스토리/ 물레, 다시 돈다]", "deck"),
        ("Copyright ⓒ 나루일보 & Naru.example", "-"),
    ],
)
def test_lines_above_the_first_paragraph_are_told_apart(line: str, label: str) -> None:
    assert labels(cleaned(line, *PROSE))[line] == label


def test_who_speaks_stays_a_speaker() -> None:
    found = cleaned(
        PROSE[0], "[박하늘 / 나루 이장]", "“물레가 돌면 마을이 삽니다. 우리 모두 기다렸습니다.”", *PROSE[1:]
    )
    assert labels(found)["[박하늘 / 나루 이장]"] == "body"


def test_an_outlet_again_and_again_says_whose_pictures_they_are() -> None:
    found = cleaned(PROSE[0], "물결 뉴스", PROSE[1], "물결 뉴스", PROSE[2])
    assert labels(found)["물결 뉴스"] == "caption"
    assert labels(cleaned(PROSE[0], "물결 마을", PROSE[1], "물결 마을", PROSE[2]))["물결 마을"] == "subhead"


def test_lines_behind_an_arrow_above_prose_are_subheads() -> None:
    found = labels(cleaned(PROSE[0], "▶고유제", PROSE[1], "▶물레 놓기 전 모습", PROSE[2]))
    assert found["▶고유제"] == found["▶물레 놓기 전 모습"] == "subhead"
    pictures = labels(cleaned(PROSE[0], "▲고유제", PROSE[1], "▲물레 놓기 전 모습", PROSE[2]))
    assert pictures["▲고유제"] == pictures["▲물레 놓기 전 모습"] == "caption"


@pytest.mark.parametrize("credit", ["사진=나루시", "뉴시스"])
def test_whose_picture_it_is_leaves_the_last_sentence_to_the_body(credit: str) -> None:
    last = "시는 여름까지 물레를 다 놓은 뒤 골목 잔치를 열 예정이다."
    found = cleaned(*PROSE, f"{last} {credit}")
    assert labels(found)[last] == "body"
    assert credit not in found.text


def test_a_sentence_of_a_picture_keeps_its_credit() -> None:
    caption = "주민들이 방앗간 골목을 걷고 있다. 사진=나루시"
    assert labels(cleaned(caption, *PROSE))[caption] == "caption"


def test_latin_words_under_a_caption_are_its_credit() -> None:
    found = cleaned("▲ 물레를 옮기는 장면 상상도.", "NARU/Mill-Works", *PROSE)
    assert "NARU/Mill-Works" not in found.text
    assert "Naru Mill" in cleaned(PROSE[0], "Naru Mill", *PROSE[1:]).text


@pytest.mark.parametrize(
    "link", ["컨텐츠 바로가기", "나루통신 본문 바로가기 메뉴 바로가기", "주메뉴 바로가기 본문 바로가기"]
)
def test_a_skip_link_is_no_title(link: str) -> None:
    assert cleaned(HEAD, *PROSE, head=link).title == TITLE
    assert cleaned(*PROSE, head=link).title is None


def test_a_summary_that_the_article_prints_again_is_dropped() -> None:
    found = cleaned(
        "beta\n세 줄 요약", *PROSE, "이 뉴스 공유하기", f"(나루=한결통신) 박하늘 기자 = {PROSE[0]}", *PROSE[1:]
    )
    assert found.text.count(PROSE[2]) == 1
    assert found.text.startswith("(나루=한결통신)")
    assert {piece.rule for piece in found.pieces if piece.text == PROSE[0]} == {"summary"}


def test_the_first_line_above_one_paragraph_is_its_title() -> None:
    line = "물레 멈춘 골목…“내년엔 돌기를”"
    found = cleaned("박하늘 기자 haneul@naru.example", head=f"{line}\n{' '.join(PROSE)}")
    assert found.title == line


def test_the_first_line_of_paragraphs_set_apart_is_no_title() -> None:
    line = "물레 멈춘 골목, 내년엔 돌기를"
    assert cleaned(*PROSE[1:], head=f"{line}\n{PROSE[0]}").title is None


def test_links_of_a_digest_leave_each_of_its_parts(tmp_path: Path) -> None:
    parts = "".join(
        f"<p><b>■골목</b></p><p>{text}</p>" + "".join(f"<p><a href='#'>{link}</a></p>" for link in LINKS.split("\n\n"))
        for text in PROSE
    )
    page = tmp_path / "digest.html"
    page.write_text(
        f"<!doctype html><meta charset='utf-8'><h1>{TITLE}</h1><div class='article_body'>{parts}</div>", "utf-8"
    )
    assert clean(read_raw(page)).text.replace("■골목\n", "") == "\n".join(PROSE)


@pytest.mark.parametrize(
    ("items", "label"),
    [
        (("◇ 물레 세 개 3억 원", "◇ 골목 정비 1억 원", "◇ 주민 잔치 2000만 원"), "body"),
        (("◇일시: 4월 1일", "◇장소: 방앗간 골목"), "body"),
        (("◇물레 이렇게 고른다",), "subhead"),
    ],
)
def test_items_in_a_row_are_a_list_and_one_alone_a_subhead(items: tuple[str, ...], label: str) -> None:
    found = labels(cleaned(PROSE[0], *items, *PROSE[1:]))
    assert {found[item] for item in items} == {label}


def test_short_items_above_the_first_paragraph_stay() -> None:
    items = (
        "◇ 물레 전시",
        "나루박물관에서 10일까지 연다.",
        "◇ 골목 산책",
        "매주 토요일 오전 10시 방앗간 앞.",
        "◇ 그네 대회",
        "문의 02-000-0000",
    )
    found = cleaned(*items, *PROSE)
    assert found.text == "\n".join((*items, *PROSE))
    assert labels(found)[items[3]] == "body"


@pytest.mark.parametrize("head", ["[포토] 물레 도는 골목\n입력 2031.03.04 09:10", "물레 도는 골목[포토뉴스]"])
def test_pictures_with_their_captions_are_an_article(head: str) -> None:
    captions = ("▲ 주민들이 4일 골목에서 물레를 돌리고 있다./사진=나루시", "▲ 물레를 보는 아이들./사진=나루시")
    found = cleaned(captions[0], "2/3", captions[1], head=head)
    assert found.text == "\n".join(captions)
    assert found.title == head.split("\n")[0]


GLOSSES = (
    "☞ 물레: 물의 힘으로 바퀴를 돌려 곡식을 찧는 기구",
    "☞ 나루페이=나루시가 네이버와 함께 쓰는 시민 쿠폰으로 가게에서 돈처럼 낸다",
)


@pytest.mark.parametrize("gloss", GLOSSES)
def test_what_a_word_means_is_no_menu(gloss: str) -> None:
    assert labels(cleaned(*PROSE[:2], gloss, PROSE[2]))[gloss] == "body"
    assert "구독" not in cleaned(*PROSE[:2], "☞ 나루일보 채널: 네이버에서 구독하기", PROSE[2]).text


@pytest.mark.parametrize(
    ("line", "label", "reporter"),
    [("[기자의 눈/박하늘]", "-", "박하늘"), ("[물레 이야기 | 골목의 봄]", "deck", None), ("[앵커]", "turn", None)],
)
def test_a_columns_name_is_no_turn(line: str, label: str, reporter: str | None) -> None:
    found = cleaned(line, *PROSE)
    assert labels(found)[line] == label
    assert found.metadata.reporter == reporter


@pytest.mark.parametrize("caption", ["▲ 방앗간 골목의 물레. 사진=나루시", " 방앗간 골목의 물레. 나루시 제공"])
def test_a_caption_behind_a_paragraph_is_cut_off(caption: str) -> None:
    found = labels(cleaned(PROSE[0], PROSE[1] + caption, PROSE[2]))
    assert found[PROSE[1]] == "body"
    assert found[caption.strip()] == "caption"


def test_the_sites_last_change_above_the_headline_is_not_the_articles() -> None:
    found = cleaned(*PROSE, head=f"최종편집 2034-04-26 06:02 (금)\n\n{TITLE}\n승인 2031.03.04 09:10")
    assert found.published_at == "2031-03-04T09:10+09:00"
    assert found.metadata.modified_at is None
    assert cleaned(*PROSE, head=f"{HEAD}\n수정 2031.03.05 10:00").metadata.modified_at == "2031-03-05T10:00+09:00"


def test_words_for_subscribers_above_a_headline_are_passed() -> None:
    above = "유료 구독자 전용\n무료 회원 공개\n골목 기자로 산다는 것\n"
    found = cleaned("로그인한 회원만 댓글을 쓸 수 있습니다.", head=f"{above}{' '.join(PROSE)}")
    assert found.title == "골목 기자로 산다는 것"


def test_a_line_that_ends_in_laughter_is_a_sentence() -> None:
    lines = ("= 물레를 돌리는 일이 재미있더라. 이름도 곱다.", "= 오래 남았으면 좋겠다. (웃음)")
    assert labels(cleaned(PROSE[0], *lines, *PROSE[1:]))[lines[1]] == "body"


def test_a_long_source_behind_what_is_shown_makes_a_caption() -> None:
    caption = "물레 나누어 쓰기 지원금 표./자료=나루마을정보마당 '골목 물레 나누어 쓰기 지원 규정' 캡쳐"
    assert labels(cleaned(PROSE[0], caption, *PROSE[1:]))[caption] == "caption"
    body = "시가 낸 자료=지침을 보면 물레를 나누어 쓰는 규정은 모두 다섯 가지라고 한다."
    assert labels(cleaned(PROSE[0], body, *PROSE[1:]))[body] == "body"
