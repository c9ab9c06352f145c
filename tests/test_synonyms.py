"""helpers.synonyms: the forms that a researcher counts as one word."""

from __future__ import annotations

import pytest

from helpers.errors import StudyError
from helpers.synonyms import by_form, parse_synonyms


@pytest.mark.parametrize(
    "text", ["인공지능\tAI\tai", "인공지능 = AI = ai", "인공지능, ＡＩ , ai  # 줄임말", "\ufeff인공지능=AI=ai\r\n"]
)
def test_parse_synonyms_takes_the_first_form_of_a_line(text: str) -> None:
    assert by_form(parse_synonyms(text)) == {"인공지능": "인공지능", "ai": "인공지능"}


def test_parse_synonyms_passes_comments_and_blank_lines() -> None:
    assert parse_synonyms("# 아무것도\n\n") == {}


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        ("물\n", "'물' stands alone"),
        ("물 = 용수\n식수 = 용수\n", "line 2: '용수' is in line 1"),
        ("물 = --\n", "no letter or digit"),
    ],
)
def test_parse_synonyms_names_line_and_fault(text: str, cause: str) -> None:
    with pytest.raises(StudyError, match=cause):
        parse_synonyms(text)
