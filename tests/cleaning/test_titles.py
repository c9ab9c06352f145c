"""helpers.cleaning.page.titles: the site's name and the series tag come off, everything else stays."""

from __future__ import annotations

import pytest

from helpers.cleaning import RawText, clean
from helpers.cleaning.habits import habits, squeeze
from helpers.cleaning.page.series import split_series
from helpers.cleaning.page.sites import without_site


@pytest.mark.parametrize(
    ("title", "rest", "series"),
    [
        ("우물이 마르지 않는 까닭 [물길을 따라③]", "우물이 마르지 않는 까닭", "물길을 따라③"),
        ("[물길을 따라 3] 우물이 마르지 않는 까닭", "우물이 마르지 않는 까닭", "물길을 따라 3"),
        ("우물이 마르지 않는 까닭 <물길을 따라-하>", "우물이 마르지 않는 까닭", "물길을 따라-하"),
        ("[물길을 따라 5회] 우물이 마르지 않는 까닭", "우물이 마르지 않는 까닭", "물길을 따라 5회"),
        ("[2031 물길의 선택]우물이 마르지 않는 까닭", "우물이 마르지 않는 까닭", "2031 물길의 선택"),
        ("[2031년 물의 날] 우물이 마르지 않는 까닭", "우물이 마르지 않는 까닭", "2031년 물의 날"),
        ("[2031] 우물이 마르지 않는 까닭", None, None),
        ("[단독] 우물이 마르지 않는 까닭", None, None),
        ("[K리그1] 물빛, 안방에서 첫 승", None, None),
        ("우물이 마르지 않는 까닭 [현장 영상]", None, None),
        ("우물 정상화 합의 [한물정상]", None, None),
        ("물값 두 배로 올라(2031)", None, None),
        ("저수율 바닥…제한 급수 시작(종합2보)", None, None),
    ],
)
def test_split_series_takes_only_a_tag_that_ends_in_a_part_or_begins_with_a_year(
    title: str, rest: str | None, series: str | None
) -> None:
    assert split_series(title) == (rest or title, series)


@pytest.mark.parametrize(
    ("title", "site", "bare"),
    [
        ("우물이 마르지 않는 까닭 - 강물신문", None, "우물이 마르지 않는 까닭"),
        ("우물이 마르지 않는 까닭 | 사회 | 강마을 소식", "강마을 소식", "우물이 마르지 않는 까닭"),
        ("우물이 마르지 않는 까닭-정치ㅣ한국일보", "한국일보", "우물이 마르지 않는 까닭"),
        ("우물이 마르지 않는 까닭 : 네이버 뉴스", None, "우물이 마르지 않는 까닭"),
        ("우물 - 마르지 않는 까닭", None, "우물 - 마르지 않는 까닭"),
        ("물값 10-20% 오른다", "강물신문", "물값 10-20% 오른다"),
    ],
)
def test_without_site_takes_off_what_names_the_site(title: str, site: str | None, bare: str) -> None:
    assert without_site(title, {squeeze(site or ""), *habits().outlets}) == bare


def test_a_tagged_headline_above_the_sites_words_is_the_title() -> None:
    above = "컨텐츠 바로가기\n\n12.27 (금)\n\n[골목에 한 장] 물레 다시 돌다\n\n댓글 첫 댓글을 작성해보세요\n주소복사가 완료되었습니다\n"
    body = "[앵커]\n골목에 나가 있는 사진기자를 만나 봅니다. 안녕하세요.\n\n[기자]\n물레가 서른 해 만에 다시 돌고 있습니다."
    assert clean(RawText(above + body, "utf-8", (), "0" * 64)).title == "[골목에 한 장] 물레 다시 돌다"


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("나루 “한 골만 더”…결승 눈앞\n하늘컵 온새전 2연승\n\n", "나루 “한 골만 더”…결승 눈앞"),
        ("물레방앗간 옆 다리 무너져\n한밤에 물 불어 기둥 흔들\n다친 사람은 없어\n\n", "물레방앗간 옆 다리 무너져"),
        ("", None),
    ],
)
def test_the_first_of_a_few_lines_above_the_article_is_its_title(top: str, title: str | None) -> None:
    body = "지난 6일 나루에서 하늘컵 준결승이 열렸다. 박하늘 감독은 “골이 늦게 터졌다”고 말했다. 관중은 3000명이었다."
    assert clean(RawText(f"{top}{body}\n", "utf-8", (), "0" * 64)).title == title
