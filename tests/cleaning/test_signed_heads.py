"""Below a headline: reporter, outlet and day on one line, and the outlet's name in brackets on a line of its own."""

from __future__ import annotations

import pytest

from helpers.cleaning import CleanArticle, RawText, clean

TITLE = "나루시, 물레방앗간 세 곳 다시 돌린다"
BODY = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다. 주민 김아무개 씨는 “물레 소리를 기다렸다”고 말했다. "
    "지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다. 운영비를 누가 낼지는 아직 정해지지 않았다."
)


def cleaned(text: str) -> CleanArticle:
    return clean(RawText(text, "utf-8", (), "0" * 64))


@pytest.mark.parametrize(
    ("line", "outlet", "reporter"),
    [
        ("박하늘 나루저널 2031-02-03", "나루저널", "박하늘"),
        ("이솔빛 한결보 2031-02-03", None, "이솔빛"),
        ("edaily 2031.02.03.", "edaily", None),
        ("나루일보 2031.02.03", "나루일보", None),
    ],
)
def test_reporter_outlet_and_day_on_one_line_are_no_deck(line: str, outlet: str | None, reporter: str | None) -> None:
    found = cleaned(f"{TITLE}\n{line}\n\n{BODY}\n")
    assert (found.title, found.published_at, found.text) == (TITLE, "2031-02-03", BODY)
    assert (found.metadata.outlet, found.metadata.reporter) == (outlet, reporter)


@pytest.mark.parametrize("line", ["방앗간 다시 여는 날 2031.02.03", "주민들이 손꼽아 기다린 2031년 2월 3일"])
def test_a_line_of_words_that_ends_in_a_day_is_no_byline(line: str) -> None:
    found = cleaned(f"{TITLE}\n입력 2031-02-01 09:10\n\n{line}\n\n{BODY}\n")
    assert (found.published_at, found.text) == ("2031-02-01T09:10+09:00", f"{line}\n{BODY}")


@pytest.mark.parametrize("mark", ["[서울신문]", "【나루일보】", "[온새 저널]", "[ 나루경제 ]"])
def test_an_outlets_name_in_brackets_below_the_headline_is_the_outlet_and_no_caption(mark: str) -> None:
    found = cleaned(f"{TITLE}\n\n{mark}\n{BODY}\n")
    assert (found.title, found.text) == (TITLE, BODY)
    assert found.metadata.outlet == mark.strip("[]【】 ")


def test_an_outlets_name_in_brackets_below_a_picture_says_whose_that_is() -> None:
    picture = "주민들이 방앗간 앞에 서 있다. 사진=나루시"
    found = cleaned(f"{TITLE}\n\n{picture}\n[하늘통신]\n\n{BODY}\n")
    assert (found.text, found.metadata.outlet) == (f"{picture}\n{BODY}", None)
