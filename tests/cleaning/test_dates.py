"""helpers.cleaning.pieces.dates: the forms in which Korean pages print a time."""

from __future__ import annotations

import pytest

from helpers.cleaning import clean
from helpers.cleaning.files.reading import RawText
from helpers.cleaning.pieces.dates import moments


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("입력 2026-01-07 05:00", "2026-01-07T05:00+09:00"),
        ("등록 :2016.07.06 20:11", "2016-07-06T20:11+09:00"),
        ("2024.05.30. 오후 1:27", "2024-05-30T13:27+09:00"),
        ("2024.05.30. 오전 12:05", "2024-05-30T00:05+09:00"),
        ("2021. 9. 15. 15:59", "2021-09-15T15:59+09:00"),
        ("2016년 7월 6일 13시 05분", "2016-07-06T13:05+09:00"),
        ("2021. 10.02(토) 23:16", "2021-10-02T23:16+09:00"),
        ("2016.01.01 (06:52)", "2016-01-01T06:52+09:00"),
        ("2025-05-28 01:05:24", "2025-05-28T01:05:24+09:00"),
        ("2025-05-15T20:00:52.000+0900", "2025-05-15T20:00:52+09:00"),
        ("2025-05-15T11:00:52Z", "2025-05-15T11:00:52+00:00"),
        ("2031/03/04", "2031-03-04"),
        ("2031년 3월 4일 화요일", "2031-03-04"),
    ],
)
def test_moments_reads_each_form(text: str, iso: str) -> None:
    assert [moment.iso for moment in moments(text)] == [iso]


def test_moments_parts_times_that_are_glued() -> None:
    glued = moments("등록2016.07.06 10:20수정2016.07.06 11:00")
    assert [moment.iso for moment in glued] == ["2016-07-06T10:20+09:00", "2016-07-06T11:00+09:00"]
    doubled = moments("입력 2037-09-11 03:012037년 9월 11일 03시 01분")
    assert [moment.iso for moment in doubled] == ["2037-09-11T03:01+09:00"] * 2


@pytest.mark.parametrize(
    "text", ["2031-02-30 10:00", "2031.13.01", "전화 02-2031-1212", "132,991,000", "10.04(월)", ""]
)
def test_moments_takes_nothing_else_for_a_date(text: str) -> None:
    assert moments(text) == []


IMPRINT = """
제호
나루일보
인터넷신문등록번호
나루 아 12345
{label}
2011. 4. 5
발행·편집인
김하늘
대표전화
02-000-0000
"""
ARTICLE = """나루시, 숲길 열두 곳 새로 낸다
{stamp}
나루시가 숲길 열두 곳을 새로 낸다고 4일 밝혔다. 시는 다음 달부터 공사를 시작한다.

시는 해마다 길을 두 곳씩 늘려 왔다. 시민들은 길이 늘어 반갑다고 말했다.
"""


@pytest.mark.parametrize("label", ["발행일자", "발행일", "등록일", "최초발행일자"])
@pytest.mark.parametrize(("stamp", "day"), [("", None), ("입력 2025-03-04 09:30", "2025-03-04")])
def test_the_day_of_a_papers_imprint_is_not_the_articles(label: str, stamp: str, day: str | None) -> None:
    text = ARTICLE.format(stamp=stamp) + IMPRINT.format(label=label)
    cleaned = clean(RawText(text, "utf-8", (), "0" * 64), article_id="a")
    assert (cleaned.published_at and cleaned.published_at[:10]) == day


def test_a_day_named_that_of_publication_under_an_article_without_imprint_is_its_own() -> None:
    text = ARTICLE.format(stamp="") + "\n등록일\n2025. 3. 4\n"
    cleaned = clean(RawText(text, "utf-8", (), "0" * 64), article_id="a")
    assert cleaned.published_at and cleaned.published_at.startswith("2025-03-04")


def test_only_the_articles_own_times_are_called_so() -> None:
    body = "나루시가 숲길을 낸다고 4일 밝혔다. 시민들은 길이 늘어 반갑다고 말했다. 공사는 다음 달에 시작한다."
    others = "\n\n".join(f"강가의 {n}번째 소식\n2031-03-0{n} 11:16:06" for n in range(1, 6))
    page = f"나루시, 숲길 새로 낸다\n\n입력 2031-03-04 09:30\n\n{body}\n\n{body[:20]} 시는 밝혔다.\n\n많이 본 뉴스\n\n{others}\n"
    lines = clean(RawText(page, "utf-8", (), "0" * 64)).lines
    times = lines[lines["text"].str.contains("2031-")]
    assert list(times["label"]) == ["date"] + ["boilerplate"] * 5
    assert set(times["rule"][1:]) == {"outside"}
