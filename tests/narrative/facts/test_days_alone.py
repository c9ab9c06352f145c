"""A day by its number alone: of the month of publication, unless it is past and lies a few days back."""

import pytest

from helpers.narrative.facts import find_facts
from made.facts import PUBLISHED, days, read
from made.sentences import sentence_table


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("섬은 26일부터 시작되는 뱃놀이로 붐빌 것으로 보인다.", "26일", "2026-03-26"),
        ("섬 장터(26~29일)에 배 열두 척이 선다.", "26~29일", "2026-03-26"),
        ("조합은 24일 총회에서 뽑을 이를 찾고 있다.", "24일", "2026-03-24"),
        ("올해 총회는 27일.", "27일", "2026-03-27"),
        ("선장은 26일 배를 잃었다.", "26일", "2026-02-26"),
        ("지난 26일 나루는 비었다.", "지난 26일", "2026-02-26"),
        ("조합은 24일 닫힌 나루를 다시 열었다.", "24일", "2026-02-24"),
    ],
)
def test_a_day_alone_is_of_this_month_unless_what_it_tells_of_is_past(text, words, day):
    assert days(read(text, published="2026-03-08").loc[words])[0] == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("늙은 선장이 28일 숨졌다.", "28일", "2026-02-28"),
        ("28일 나루시에 따르면 섬에 남은 배는 서른 척이다.", "28일", "2026-02-28"),
        ("한 선장이 27일 그물을 말리고 있다.", "27일", "2026-02-27"),
        ("나루 장터는 28일 열리는 행사다.", "28일", "2026-03-28"),
        ("섬은 27일까지 배를 받는다.", "27일", "2026-03-27"),
    ],
)
def test_a_few_days_back_over_the_turn_of_the_month_is_meant_unless_it_is_to_come(text, words, day):
    assert days(read(text, published="2026-03-02").loc[words])[0] == day


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("2일 시작한 뱃길 조사가 이어지고 있다.", "2일", "2026-03-02"),
        ("조합은 2일 배를 샀다.", "2일", "2026-03-02"),
        ("조합은 2일 총회를 열 예정이다.", "2일", "2026-04-02"),
    ],
)
def test_what_has_begun_is_not_of_the_month_to_come(text, words, day):
    assert days(read(text, published="2026-03-29").loc[words])[0] == day


@pytest.mark.parametrize(
    ("texts", "section", "day"),
    [
        (("상인들이 24일 집회를 하고 있다. 2025.10.24",), "caption", "2025-10-24"),
        (("상인들이 24일 집회를 하고 있다.", "2025. 10. 24. hana@sky.kr"), "caption", "2025-10-24"),
        (("상인들이 24일 집회를 하고 있다. 2025.10.24",), "body", "2026-03-24"),
        (("상인들이 28일 집회를 하고 있다. 2025.10.24",), "caption", "2026-03-28"),
    ],
)
def test_a_day_of_a_caption_is_of_the_month_of_the_full_date_at_its_end(texts, section, day):
    table = sentence_table(*texts, section=section, paragraphs=[1] * len(texts))
    found = find_facts(table, published_at={"a": PUBLISHED})
    assert days(found.iloc[0])[0] == day
