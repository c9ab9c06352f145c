"""helpers.cleaning.clean: its tables, the spans that tile the raw text, what it extracts, what is overruled."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.cleaning import CleanArticle, NoArticle, RawText, clean, longest_removed, reasons
from helpers.cleaning.pieces.cutting import pieces
from helpers.errors import StudyError
from helpers.normalize import normalize
from helpers.tables import ARTICLES, LINES
from made.examples import examples
from made.timing import assert_within

PAGE = """\
산속 작은 역, 다시 기차가 선다 [간이역 이야기②]

입력 2033-05-06 07:08   수정 2033.05.06. 오후 1:27

  • 가장작게
  • 크게

십 년 만에 열린 승강장
주민들 손수 의자 고쳐

산속의 작은 역에 십 년 만에 기차가 다시 선다. 철도청은 6일부터 하루 네 번 열차를 세운다고 밝혔다.

▲기차를 기다리는 주민들. 솔내/한결뉴스
▲기차를 기다리는 주민들. 솔내/한결뉴스

주민들은 “손주를 보러 가는 길이 짧아졌다”며 반겼다. 마을 이장은 역 앞에 꽃밭을 만들겠다고 했다.

  • 좋아요0
많이 본 뉴스
  • 폭염에 수박값 두 배…"그래도 산다"
"""
FRAGMENTS = st.sampled_from(
    [
        "정부는 오늘 새 정책을 내놓았다고 밝혔다.",
        "좋아요 0",
        "무단 전재 및 재배포 금지",
        "\r\n",
        "\n",
        "  ",
        "\t",
        "&nbsp;",
        "\u1112\u1161\u11ab",
        "\u202e",
        "\x00",
        "(서울=한결뉴스) 나루 기자 =",
        "naru@example.kr",
        "2031-02-03 04:05",
        "관련기사",
        "<br>",
        "▲",
        "[앵커]",
        "ⓒ",
        "“",
        "”",
    ]
)


def _raw(text: str) -> RawText:
    return RawText(text, "utf-8", (), "0" * 64)


def _kept(article: CleanArticle, label: str) -> list[str]:
    return [piece.text for piece in article.pieces if piece.kept and piece.label == label]


def test_clean_gives_tables_that_hold_to_their_schemas() -> None:
    article = clean(_raw(PAGE), article_id="station", source_file="articles/station.txt")
    LINES.check(article.lines)
    ARTICLES.check(article.article)
    row = article.article.iloc[0]
    assert row["kept_characters"] + row["removed_characters"] == row["characters"] == len(PAGE)
    assert (row["article_id"], row["source_file"]) == ("station", "articles/station.txt")
    assert set(article.lines["article_id"]) == {"station"}


def test_clean_extracts_title_series_times_deck_body_and_captions() -> None:
    article = clean(_raw(PAGE))
    assert article.title == "산속 작은 역, 다시 기차가 선다"
    assert article.metadata.series == "간이역 이야기②"
    assert article.published_at == "2033-05-06T07:08+09:00"
    assert article.metadata.modified_at == "2033-05-06T13:27+09:00"
    assert _kept(article, "deck") == ["십 년 만에 열린 승강장", "주민들 손수 의자 고쳐"]
    assert len(_kept(article, "body")) == 2
    assert _kept(article, "caption") == ["▲기차를 기다리는 주민들. 솔내/한결뉴스"]


def test_clean_drops_the_second_print_of_a_caption_with_its_reason() -> None:
    lines = clean(_raw(PAGE)).lines
    captions = lines[lines["label"] == "caption"]
    assert list(captions["kept"]) == [True, False]
    assert captions["rule"].iloc[1] == "caption_again" and captions["reason"].iloc[1]


def test_clean_text_is_the_kept_pieces_normalized_without_title_and_date() -> None:
    article = clean(_raw(PAGE.replace(" ", "\u00a0").replace("하루", "하\u200b루")))
    assert "하루 네 번" in article.text
    assert "산속 작은 역, 다시" not in article.text
    assert "2033" not in article.text
    assert all(line == line.strip() for line in article.text.split("\n"))


@given(st.lists(st.one_of(FRAGMENTS, st.text(st.characters(codec="utf-8"), max_size=20)), max_size=25))
@examples(200)
def test_pieces_tile_any_raw_text(parts: list[str]) -> None:
    text = "".join(parts)
    found = pieces(_raw(text))
    assert [piece.start for piece in found] == [0, *(piece.end for piece in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(text)
    assert [piece.line for piece in found] == sorted(piece.line for piece in found)


@given(st.lists(FRAGMENTS, min_size=1, max_size=40))
@examples(200)
def test_clean_keeps_every_character_or_refuses_clearly(parts: list[str]) -> None:
    text = " ".join(parts)
    try:
        article = clean(_raw(text))
    except NoArticle as error:
        assert error.cause.startswith("article")
        return
    lines = article.lines
    assert "".join(lines["text"]) == text
    assert all(text[start:end] == part for start, end, part in zip(lines.start, lines.end, lines.text, strict=True))
    assert all(normalize(part).text.strip() for part in lines["text"][lines["kept"]])


def test_clean_cuts_inside_a_line_that_body_and_notice_share() -> None:
    text = "섬마을 분교에 신입생이 왔다. 학교는 작은 잔치를 열었다.  [ⓒ 한결뉴스, 무단 전재 및 재배포 금지]\n두 번째 줄이 이어진다고 주민은 말했다.\n"
    lines = clean(_raw(text)).lines
    assert list(lines["line"]) == [1, 1, 2]
    assert list(lines["kept"]) == [True, False, True]
    assert lines["text"].iloc[1].startswith("[ⓒ")


def test_clean_drops_what_is_overruled_and_records_it() -> None:
    article = clean(_raw(PAGE), overrides=[{"drop": "마을 이장은 역 앞에 꽃밭을 만들겠다고 했다."}])
    assert "꽃밭" not in article.text
    assert "손주를 보러" in article.text
    rules = [(piece.rule, piece.reason) for piece in article.pieces if "꽃밭" in piece.text]
    assert rules == [("dropped_by_person", "연구자가 뺌(articles.yml)")]
    assert not reasons(article.lines)["example"].str.contains("꽃밭").any()
    assert not longest_removed(article.lines, n=99)["opening"].str.contains("꽃밭").any()
    assert "".join(article.lines["text"]) == PAGE


def test_clean_keeps_what_is_overruled_even_on_a_page_without_an_article() -> None:
    text = "좋아요 0\n짧은 글\n댓글 3\n"
    with pytest.raises(NoArticle):
        clean(_raw(text))
    assert clean(_raw(text), overrides=[{"keep": "짧은 글"}]).text == "짧은 글"


@pytest.mark.parametrize(
    ("override", "cause"),
    [
        ({"drop": "이런 말은 없다"}, "does not contain"),
        ({"cut": "산속"}, "neither keep nor drop"),
        ({"keep": " "}, "neither"),
    ],
)
def test_clean_refuses_an_override_that_cannot_be_followed(override: dict[str, str], cause: str) -> None:
    with pytest.raises(StudyError, match=cause) as caught:
        clean(_raw(PAGE), overrides=[override])
    assert caught.value.remedy


def test_clean_does_not_change_its_input() -> None:
    raw = _raw(PAGE)
    clean(raw, overrides=[{"drop": "손주를"}])
    assert raw == _raw(PAGE)


def test_clean_gives_the_same_answer_twice() -> None:
    assert clean(_raw(PAGE)).lines.equals(clean(_raw(PAGE)).lines)


@pytest.mark.parametrize(
    "text",
    [
        "가\n" * 50_000,
        "나루터에 배가 떴다. " * 20_000,
        "가" * 300_000,
        "ⓒ 무단 " * 40_000,
        "2031-02-03 04:05 " * 20_000,
    ],
    ids=["lines", "sentences", "one word", "marks", "dates"],
)
def test_clean_answers_at_once_on_monstrous_text(text: str) -> None:
    def answer() -> None:
        try:
            assert clean(_raw(text)).text
        except NoArticle as error:
            assert error.remedy

    assert_within(10, answer)
