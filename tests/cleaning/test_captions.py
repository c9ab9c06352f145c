"""What stands under a picture is a caption, by whose picture it is; its credit is no sentence."""

import pytest

from helpers.cleaning import clean
from helpers.cleaning.reading import RawText
from helpers.tokenizing import sentences

PAGE = """나루시, 숲길 열두 곳 새로 낸다

입력 2025-03-04 09:30

나루시가 숲길 열두 곳을 새로 낸다고 4일 밝혔다. 시는 다음 달부터 공사를 시작한다.

{line}

시는 해마다 길을 두 곳씩 늘려 왔다. 시민들은 길이 늘어 반갑다고 말했다.
"""


def read(line: str) -> list[tuple[str, str]]:
    cleaned = clean(RawText(PAGE.format(line=line), "utf-8", (), "0" * 64), article_id="a")
    found = sentences(cleaned.lines)
    return [(row.section, row.text) for row in found.itertuples() if row.text in line or line in row.text]


@pytest.mark.parametrize(
    "line",
    [
        "시민들이 4일 나루시 숲길을 걷고 있다. /하늘통신",
        "나루대교 모습. 나루시 제공",
        "숲길 입구에 선 안내판. ⓒ 김하늘 기자",
        "숲길의 가을 모습. /오새결 기자",
    ],
)
def test_a_line_that_ends_with_whose_picture_it_is_is_one_caption(line: str) -> None:
    assert read(line) == [("caption", line)]


@pytest.mark.parametrize(
    "line",
    [
        "시는 길 하나에 3억/4억 원을 쓴다고 했다.",
        "시민 박두리 씨는 “길이 늘어 좋다”고 했다. 상인들도 손님이 늘었다고 했다.",
        "길을 낸 회사는 나무와 돌을 모두 시에서 제공",
    ],
)
def test_a_line_that_says_nothing_of_a_picture_is_none(line: str) -> None:
    assert not any(section == "caption" for section, _ in read(line))
