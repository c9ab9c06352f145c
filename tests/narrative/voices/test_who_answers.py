"""Who answers one who asked in the same sentence, where no second subject says it: never the one who asked."""

from __future__ import annotations

import pytest

from made.voices import persons


@pytest.mark.parametrize(
    "text",
    [
        "박하늘 위원이 “둑은 언제 쌓느냐”고 따지자 “내년에는 쌓겠다”고 답했다.",
        "박하늘 위원이 “둑이 낮다”고 지적하자 “내년에는 쌓겠다”고 말했다.",
        "박하늘 위원이 “둑이 왜 낮으냐”고 묻자 “모른다”며 자리를 떴다.",
        "박하늘 위원이 둑이 낮다고 지적하자 내년에는 쌓겠다고 답했다.",
    ],
)
def test_nobody_answers_where_only_who_asks_is_told(text):
    assert persons(text) == ["박하늘 위원", None]


@pytest.mark.parametrize(
    ("texts", "answers"),
    [
        (("박하늘 위원이 오세라 시장에게 “둑은 언제 쌓느냐”고 묻자 “내년에는 쌓겠다”고 답했다.",), "오세라 시장"),
        (("박하늘 위원이 오세라 시장한테 “둑이 낮다”고 따지자 “곧 높이겠다”고 말했다.",), "오세라 시장"),
        (("박하늘 위원이 “둑이 낮다”고 지적하자 오세라 시장은 “내년에는 쌓겠다”고 말했다.",), "오세라 시장"),
        (("오세라 시장은 박하늘 위원이 “둑이 낮다”고 지적하자 “내년에는 쌓겠다”고 말했다.",), "오세라 시장"),
        (
            (
                "오세라 시장은 이날 “둑을 쌓는다”고 했다.",
                "박하늘 위원이 “둑이 낮다”고 따지자 “내년에는 쌓겠다”고 말했다.",
            ),
            "오세라 시장",
        ),
    ],
)
def test_who_is_asked_or_spoke_before_answers(texts, answers):
    assert persons(*texts)[-2:] == ["박하늘 위원", answers]


def test_who_points_out_and_says_more_is_one():
    assert set(persons("박하늘 위원이 “둑이 낮다”고 지적하며 “내년에는 쌓아야 한다”고 말했다.")) == {"박하늘 위원"}


def test_who_is_asked_by_nobody_named_answers_as_before():
    texts = "오세라 시장은 “둑을 쌓는다”고 했다.", "둑의 높이를 묻자 “세 길은 된다”고 말했다."
    assert persons(*texts) == ["오세라 시장", "오세라 시장"]
