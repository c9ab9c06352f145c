"""How a word that no list of words has is bounded by its parts."""

from functools import partial

import pytest

from helpers.keywords.reference import rarest_part
from made.timing import assert_proportional


@pytest.mark.long
def test_a_run_of_thousands_of_letters_is_split_in_linear_time() -> None:
    assert rarest_part("가나" * 5_000, {"가나": 5.0}, 1.0) == 5.0
    assert_proportional(lambda size: partial(rarest_part, "가나" * size, {"가나": 5.0}, 1.0), 1_000)
