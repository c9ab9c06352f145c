"""Right below a headline the bare name of who wrote is a byline, and the line above it the title."""

from __future__ import annotations

import pytest

from helpers.cleaning import CleanArticle, RawText, clean

BODY = (
    "나루시가 방앗간 골목에 물레 셋을 다시 놓기로 했다. 예산은 3억 원이다. 주민 김아무개 씨는 “물레 소리를 기다렸다”고 말했다.\n\n"
    "지난해 이 골목을 찾은 사람은 모두 1만2000명으로, 한 해 전보다 12% 늘었다. 운영비를 누가 낼지는 아직 정해지지 않았다."
)


def read(text: str) -> CleanArticle:
    return clean(RawText(text, "utf-8", (), "0" * 64))


@pytest.mark.parametrize(
    ("title", "line", "reporter"),
    [
        ("방앗간 골목에 물레 다시 돈다", "박하늘", "박하늘"),
        ("나루시, 물레 셋 다시 놓는다", "글·사진 이솔빛", "이솔빛"),
        ("“물레 소리 그리웠다”… 골목의 봄", "오새결·박하늘", "오새결"),
        ("물레방앗간 세 곳 복원", "남궁새별, 이솔빛", "남궁새별"),
        ("물레는 왜 멈췄나", "글 박하늘 사진 이솔빛", "박하늘"),
        ("물레방앗간 골목을 걷다", "박하늘 기자", "박하늘 기자"),
    ],
)
def test_a_first_line_above_the_bare_name_of_who_wrote_is_the_title(title: str, line: str, reporter: str) -> None:
    found = read(f"{title}\n{line}\n\n{BODY}\n")
    assert (found.title, found.metadata.reporter) == (title, reporter)
    assert found.text == BODY.replace("\n\n", "\n")


def test_whom_the_article_tells_of_is_shown_on_a_picture_and_wrote_nothing() -> None:
    told = "나루시장 박하늘 씨는 물레를 손수 돌려 보았다."
    found = read(f"방앗간 골목에 물레 다시 돈다\n박하늘\n\n{BODY}\n\n{told}\n")
    assert (found.title, found.metadata.reporter) == ("방앗간 골목에 물레 다시 돈다", None)


@pytest.mark.parametrize("line", ["물레방", "문화", "글 사진전시회", "나루 마을"])
def test_a_short_line_that_is_no_name_names_no_writer(line: str) -> None:
    assert read(f"방앗간 골목에 물레 다시 돈다\n{line}\n\n{BODY}\n").metadata.reporter is None


def test_a_sentence_above_a_name_is_no_title() -> None:
    assert read(f"나루시가 물레를 다시 놓기로 한 것은 지난달이다.\n박하늘\n\n{BODY}\n").title is None


def test_of_a_picture_and_an_article_the_reporter_is_who_wrote() -> None:
    picture = "(나루=하늘통신) 오새결 기자 = 주민들이 물레를 돌리고 있다. 2031.2.3"
    found = read(f"물레방앗간 세 곳 복원\n\n{picture}\n\n(나루=하늘통신) 이솔빛 기자 = {BODY}\n")
    assert found.metadata.reporter == "이솔빛 기자"


@pytest.mark.parametrize(
    "line", ["기자명박하늘 기자 입력 2031.02.03 04:05 댓글 0", "기자명 박하늘 기자 승인 2031.02.03 04:05"]
)
def test_the_word_for_a_reporters_name_may_be_glued_to_it(line: str) -> None:
    assert read(f"물레방앗간 세 곳 복원\n{line}\n\n{BODY}\n").metadata.reporter == "박하늘 기자"
