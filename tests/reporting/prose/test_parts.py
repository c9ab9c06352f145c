"""Parts are told in words that one sentence read wrongly does not make untrue."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.reporting.messages import worded
from helpers.reporting.prose.parts import part_of, shares_of


@pytest.mark.parametrize(
    ("n", "total", "part"),
    [
        (1, 3, "some"), (3, 3, "some"), (2, 4, "some"), (1, 5, "some"), (2, 10, "some"), (3, 10, "some"),
        (4, 10, "half"), (6, 10, "half"), (7, 10, "over"), (8, 10, "over"), (9, 10, "most"), (10, 10, "most"),
        (1, 23, "some"),
    ],
)  # fmt: skip
def test_a_part_is_told_by_its_size(n: int, total: int, part: str) -> None:
    assert part_of(n, total) == part


@given(st.integers(6, 200), st.data())
def test_one_sentence_more_or_less_does_not_make_it_untrue(total: int, data: st.DataObject) -> None:
    n = data.draw(st.integers(1, total))
    part = part_of(n, total)
    for true in (max(n - 1, 0), min(n + 1, total)):
        if part == "over":
            assert true > total / 2
        if part == "most":
            assert true >= 0.75 * total
        if part == "half":
            assert 0.4 * total - 1 <= true <= total / 2 + 2
        if part == "some":
            assert true <= total / 2


@pytest.mark.parametrize(
    ("sizes", "said"),
    [
        ({"balance.supports": 11, "balance.opposes": 1}, "지지하는 것이 대부분이고, 반대하는 것도 있다."),
        ({"balance.supports": 7, "balance.qualifies": 3}, "지지하는 것이 절반을 넘고, 한정하는 것도 있다."),
        ({"balance.supports": 3, "balance.opposes": 3}, "지지하는 것과 반대하는 것이 섞여 있다."),
        ({"balance.supports": 1, "balance.opposes": 2}, "지지하는 것과 반대하는 것이 섞여 있다."),
    ],
)
def test_sorts_of_sentences_prevail_or_are_mixed(sizes: dict[str, int], said: str) -> None:
    assert worded(shares_of(sizes)) == said
