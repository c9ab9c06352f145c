"""The small words of every paragraph."""

import pytest
from markupsafe import Markup

from helpers.reporting.prose import wording


@pytest.mark.parametrize(("n", "said"), [(1, "한 편"), (4, "네 편"), (10, "열 편"), (11, "11편"), (0, "0편")])
def test_counts_are_native_up_to_ten(n: int, said: str) -> None:
    assert wording.counted(n, "편") == said


def test_long_text_is_cut_at_a_space() -> None:
    assert wording.shortened("바다와 섬과 배와 등대", longest=8) == "바다와 섬과…"
    assert wording.shortened("바다와\n섬", longest=8) == "바다와 섬"


def test_quotation_marks_inside_become_double() -> None:
    assert wording.quoted("그의 ‘새 배’.") == "‘그의 “새 배”’"


def test_lists_keep_links_and_escape_the_rest() -> None:
    assert wording.listed(["섬", "배"], "은/는") == "섬과 배는"
    made = wording.listed([Markup("<a>섬</a>"), "<배>"], "을/를")
    assert made == Markup("<a>섬</a>과 &lt;배&gt;를")
    assert wording.listed([]) == ""


def test_long_lists_say_how_many_there_are() -> None:
    assert wording.some(["섬", "배", "등대"], most=2, unit="곳", particle="이/가") == "섬, 배 등 3곳이"
