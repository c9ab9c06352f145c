"""q-values, held against SciPy's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control

from helpers.comparing.discoveries import false_discovery


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_q_is_what_scipy_finds(p: list[float]) -> None:
    assert list(false_discovery(p)) == list(false_discovery_control(p))


def test_no_p_has_no_q_and_what_is_given_stays() -> None:
    assert len(false_discovery([])) == 0
    given_p = np.array([0.04, 0.01, 0.03])
    assert list(false_discovery(given_p)) == pytest.approx([0.04, 0.03, 0.04])
    assert list(given_p) == [0.04, 0.01, 0.03]
