"""Halves of a year beside another, the beginning of one looked back upon, years in a row; names and ranges of the clock."""

import pytest

from made.facts import days, read


def known(*texts: str, published: str) -> list[tuple[str, str] | None]:
    return [days(row) for _, row in read(*texts, published=published).iterrows() if row["kind"] != "count"]


def texts(text: str) -> list[str]:
    return list(read(text).index)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("새해 상반기는 쌀값이 내리겠지만, 하반기로 갈수록 오른다.", "2031-01-04", ["2031-01-01", "2031-07-01"]),
        ("새해 상반기는 쌀값이 내리겠지만, 하반기로 갈수록 오른다.", "2030-12-20", ["2031-01-01", "2031-07-01"]),
        ("2028년 1분기 손님이 줄었지만 섬은 3분기에 붐볐다.", "2031-03-04", ["2028-01-01", "2028-07-01"]),
        ("지난해 상반기 배가 끊겼고 연말에 다시 떴다.", "2031-03-04", ["2030-01-01", "2030-11-01"]),
        ("2028년 상반기보다 올해 하반기가 낫다.", "2031-03-04", ["2028-01-01", "2031-07-01"]),
        ("2028년 하반기 배가 끊겼다.", "2031-03-04", ["2028-07-01"]),
    ],
)
def test_a_later_part_is_of_the_year_whose_earlier_part_was_named(
    text: str, published: str, expected: list[str]
) -> None:
    assert [found and found[0] for found in known(text, published=published)] == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [("2031-01-04", "2030-01-01"), ("2031-05-04", "2031-01-01")],
)
def test_since_its_beginning_is_of_the_year_looked_back_upon(published: str, expected: str) -> None:
    found = known("2030년은 사과의 해였다.", "배는 연초보다 9.9% 내렸다.", published=published)
    assert found[1] is not None and found[1][0] == expected


def test_a_new_year_in_the_middle_of_one_stays_open() -> None:
    assert known("새해 상반기에 문을 연다.", published="2031-05-04") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("지난 2028, 2029년에 열렸다.", ["2028", "2029년"]),
        ("2024·2026·2028년에 열렸다.", ["2024", "2026", "2028년"]),
        ("배 2028척을 2029년에 팔았다.", ["2028척", "2029년"]),
        ("화∼금요일에 연다.", ["화∼금요일"]),
        ("월요일~수요일에 쉰다.", ["월요일~수요일"]),
        ("금요일에 연다.", ["금요일"]),
        ("배는 오전 8시 45∼48분께 떠났다.", ["오전 8시 45∼48분"]),
        ("배는 10시 5분~7분 사이에 떠났다.", ["10시 5분~7분"]),
        ("배는 45~48분 걸려 닿았다.", ["45~48분"]),
        ("이른바 ‘물결 2.0’ 시대가 온다.", []),
        ("나루시는 산업단지 3.0 사업을 시작했다.", []),
        ("학점 4.0을 받았다.", ["4.0"]),
        ("규모 5.0의 지진이 났다.", ["5.0"]),
    ],
)
def test_what_stands_in_a_row_is_read_whole_and_a_name_is_no_number(text: str, expected: list[str]) -> None:
    assert [found for found in texts(text) if found != "산업단지"] == expected


@pytest.mark.parametrize(
    ("text", "bound"),
    [("조각배 팀은 10점+를 냈다.", "이상"), ("우승 상금은 5억원+.", "이상"), ("5만원+쌀 한 포대를 준다.", None)],
)
def test_a_plus_behind_a_unit_says_so_much_or_more(text: str, bound: str | None) -> None:
    assert read(text)["bound"].iloc[0] == ([bound] if bound else [])
