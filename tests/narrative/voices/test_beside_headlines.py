"""Who stands beside a quotation of a headline, and what only looks like it."""

from __future__ import annotations

import pandas as pd
import pytest

from made.sentences import sentence_table
from made.voices import voices_of

BODY = (
    "김하늘 나루시장은 “물값이 오를까 걱정”이라고 말했다.",
    "김 시장은 “둑도 높이겠다”고 했다.",
    "오바다 한강시장도 “물이 모자란다”고 말했다.",
)


def heads(title: str, *body: str) -> str | None:
    """The person who says the quotation of a headline."""
    sections = ["title", *["body"] * len(body)]
    voices = voices_of(sentence_table(title, *body, section=sections, paragraphs=range(len(sections))))
    person = voices["person"].iloc[0]
    return None if pd.isna(person) else str(person)


@pytest.mark.parametrize(
    "title",
    [
        "“내년 물길 열자” 김하늘·오바다 두 시장의 경고",
        "김하늘·오바다 두 시장 “내년 물길 열자”",
        "“물길 열겠다”…김하늘·오바다, 손잡았다",
        "김하늘·오바다 “물길 열자”",
        "“물길 열겠다” 김하늘·오바다의 약속",
    ],
)
def test_two_by_name_beside_it_say_it_together(title):
    assert heads(title, *BODY) == "김하늘·오바다"


def test_one_by_name_beside_it_says_it_alone():
    assert heads("“물길 열겠다” 오바다의 약속", *BODY) == "오바다 한강시장"


def test_two_things_beside_it_say_nothing():
    assert heads("둑·다리 “모두 낡았다”", *BODY) is None


def test_a_couple_of_whom_is_told_says_nothing():
    body = "가수 한바다와 배우 김두리가 나왔다.", "한바다는 “밥은 먹었느냐”고 물었다."
    assert heads("“늦게 오지 마”…한바다♥김두리, 부부 갈등", *body) is None


@pytest.mark.parametrize(
    ("title", "person"),
    [
        ("나루 강풍에 배 뒤집혀…“수십 년 만 최악”", None),
        ("나루 앞바다 배 100척 잃어 “하늘도 무심”", None),
        ("나루 강풍에 배 뒤집혀…“희생자에 위로”", "오바다 시장"),
        ("나루 강풍에 배 뒤집혀…“깊은 위로 보낸다”", "오바다 시장"),
    ],
)
def test_who_speaks_most_is_guessed_only_where_he_says_some_of_it(title, person):
    body = "3일 나루에 강풍이 불었다.", "오바다 시장은 “희생자들에게 깊은 위로를 보낸다”고 말했다."
    assert heads(title, *body) == person
