"""Articles that look like lists or talk, files saved in odd ways, and what names a page: read, and told as it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.cleaning import CleanArticle, clean, read_raw

PROSE = (
    "나루시가 낡은 다리 셋을 봄까지 고치기로 했다. 예산은 3억 원이다.",
    "주민 김아무개 씨는 “기다린 지 석 달째”라며 “겨울이 오기 전에 끝내야 한다”고 말했다.",
    "나루시 조사에 따르면 지난해 이곳을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다.",
)

POSTS = """[인사] 나루시
입력 2031.03.04 09:10

◇ 국장 승진 ▲기획국장 박하늘 ▲복지국장 윤바다
◇ 과장 전보 ▲숲길과장 한가람 ▲하천과장 정들꽃 ▲도서관장 서한결
"""
OBITUARY = """[부고] 박하늘 나루일보 편집국장 모친상
입력 2031.03.04 09:10

▲윤새솔 씨 별세, 박하늘(나루일보 편집국장)·박바다(나루초 교사) 씨 모친상 = 3일 오후 5시, 나루의료원 장례식장 2호실, 발인 5일 오전 7시
"""
PRICES = """나루시장 채소 값 (4일)
입력 2031.03.04 09:10

나루시장의 4일 채소 값은 다음과 같다.
배추(1포기) 4200원
무(1개) 1800원
대파(1단) 2900원
시금치(1단) 3100원
"""
CHECKED = """[팩트체크] 나루시 다리가 가장 오래됐다?
입력 2031.03.04 09:10

판정: 대체로 사실 아님

나루시 의원은 나루교가 전국에서 가장 오래된 다리라고 주장했다. 기록을 찾아보니 더 오래된 다리가 둘 있었다.
시청 기록에는 나루교를 1931년에 놓았다고 적혀 있다.
"""


def read(folder: Path, name: str, text: str) -> CleanArticle:
    path = folder / name
    path.write_text(text, "utf-8")
    return clean(read_raw(path))


@pytest.mark.parametrize(
    ("text", "title", "kept"),
    [
        (POSTS, "[인사] 나루시", ["▲기획국장 박하늘", "▲숲길과장 한가람", "▲도서관장 서한결"]),
        (OBITUARY, "[부고] 박하늘 나루일보 편집국장 모친상", ["윤새솔 씨 별세", "발인 5일 오전 7시"]),
        (PRICES, "나루시장 채소 값 (4일)", ["다음과 같다.", "배추(1포기) 4200원", "시금치(1단) 3100원"]),
        (CHECKED, "[팩트체크] 나루시 다리가 가장 오래됐다?", ["판정: 대체로 사실 아님", "더 오래된 다리가 둘 있었다."]),
    ],
    ids=["posts", "obituary", "prices", "fact check"],
)
def test_a_list_a_notice_and_a_verdict_are_articles(tmp_path: Path, text: str, title: str, kept: list[str]) -> None:
    article = read(tmp_path, "a.txt", text)
    assert article.title == title
    assert [part for part in kept if part not in article.text] == []
    assert article.published_at == "2031-03-04T09:10+09:00"


@pytest.mark.parametrize("sources", ["https://doi.org/10.1234/naru.2031.5678", "https://press.example/10.1234/naru.5"])
def test_a_doi_is_no_address_of_the_article(tmp_path: Path, sources: str) -> None:
    lines = ["나루시 다리 셋 고친다", "입력 2031.03.04 09:10", "", *PROSE, "", "참고 문헌", sources]
    assert read(tmp_path, "a.txt", "\n".join(lines)).metadata.address is None
    lines[1:1] = ["https://news.naru.example/2031/0304/17"]
    assert read(tmp_path, "b.txt", "\n".join(lines)).metadata.address == "https://news.naru.example/2031/0304/17"


@pytest.mark.parametrize(("titled", "origin"), [(True, "text"), (False, "file")])
def test_the_files_own_name_is_offered_where_no_line_is_the_title(tmp_path: Path, titled: bool, origin: str) -> None:
    lines = ["강변 숲길 다시 열다", "입력 2031.03.04 09:10", ""] if titled else []
    article = read(tmp_path, "나루시 다리 셋을 봄까지 고친다.txt", "\n\n".join([*lines, *PROSE]))
    told = article.article.iloc[0]
    assert told["title_from"] == origin
    assert told["title"] == (lines[0] if titled else "나루시 다리 셋을 봄까지 고친다")
    assert all(part in article.text for part in PROSE)


def test_the_source_of_a_page_kept_as_text_is_read_as_the_page(tmp_path: Path) -> None:
    source = ["<html><body>", "<h1>나루시 다리 셋 고친다</h1>", *(f"<p>{line}</p>" for line in PROSE), "</body></html>"]
    article = read(tmp_path, "source.txt", "\n".join(source))
    assert (article.title, article.text.splitlines()) == ("나루시 다리 셋 고친다", list(PROSE))


def test_a_sum_with_a_plus_before_an_at_sign_is_no_mail(tmp_path: Path) -> None:
    lines = ["나루 투수 “새 팀과 1년 8M+@ 계약 가능”", "입력 2031.03.04 09:10", "", *PROSE]
    assert read(tmp_path, "a.txt", "\n".join(lines)).title == lines[0]


ALIKE = (
    "◇ 물레방아 도는 소리에 다시 모여든 나루 사람들의 이야기",
    "◇ 늘어난 손님",
    "◇ 저물녘이면 둑길을 따라 켜지는 등불 삼백 개와 긴 행렬",
)
ITEMS = (
    "◇ 나루 물레방아에서 출발해 강가 둑길을 지나 장터까지 걷는 8km 길",
    "◇ 장터에서 출발해 흰 등대를 지나 나루 선착장까지 가는 12km 뱃길",
)
SAID = ("시는 이곳에 물레방아를 새로 놓았다고 밝혔다. 물은 강에서 끌어온다.", "상인들은 손님이 늘었다고 말했다.")


def rules(*lines: str) -> dict[str, str]:
    page = "\n\n".join(("나루에 다시 도는 물레방아", "입력 2031.03.04 09:10", PROSE[0], *lines, PROSE[2]))
    return {row.text.strip(): row.label for row in clean_text(page).lines.itertuples()}


def clean_text(page: str) -> CleanArticle:
    from helpers.cleaning import RawText

    return clean(RawText(page, "utf-8", (), "0" * 64))


def test_a_long_line_among_subheads_with_its_sign_is_a_subhead() -> None:
    found = rules(ALIKE[0], SAID[0], ALIKE[1], SAID[1], ALIKE[2])
    assert [found[line] for line in ALIKE] == ["subhead"] * 3


def test_items_of_a_list_with_a_sign_stay_lines_of_the_body() -> None:
    found = rules(SAID[0], *ITEMS, SAID[1])
    assert [found[line] for line in ITEMS] == ["body"] * 2
