from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.reporting.korean.numbers import day, interval, number, percent, percent_interval


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (14, "개", "14개"),
        (0, "문장", "0문장"),
        (3.2, "배", "3.2배"),
        (1234, "명", "1234명"),
        (12000, "명", "1만2000명"),
        (10000, "명", "1만 명"),
        (24_000_000, "㎥", "2400만㎥"),
        (1e10, "엔", "100억 엔"),
        (1e11, "달러", "1000억 달러"),
        (3.2e12, "원", "3조2000억 원"),
        (9999.96, "", "1만"),
        (12000.4, "명", "1만2000명"),
        (-12000, "원", "-1만2000원"),
        (-0.04, "", "0.0"),
        (np.float64(2.5), "", "2.5"),
        (np.int64(7), "위", "7위"),
    ],
)
def test_numbers_are_written_as_print_writes_them(value: float, unit: str, written: str) -> None:
    assert number(value, unit) == written


def test_digits_are_kept_and_halves_rounded_away_from_zero() -> None:
    assert number(0.125, digits=2) == "0.13"
    assert number(2.5, digits=0) == "3"
    assert number(1, digits=2) == "1.00"


@pytest.mark.parametrize("missing", [None, math.nan, pd.NA, np.nan, math.inf, pd.NaT])
def test_what_is_missing_is_never_a_number(missing: object) -> None:
    assert number(missing, "개") == percent(missing) == "–"
    assert interval(missing, 1) == interval(1, missing) == "–"


@pytest.mark.parametrize(
    ("share", "written"),
    [(0, "0%"), (1, "100%"), (0.5, "50%"), (0.005, "1%"), (0.004, "1% 미만"), (0.996, "99% 초과"), (2 / 3, "67%")],
)
def test_a_percentage_never_claims_none_or_all_falsely(share: float, written: str) -> None:
    assert percent(share) == written


@given(st.floats(0, 1, exclude_min=True, exclude_max=True), st.integers(0, 3))
def test_a_share_of_some_is_never_written_as_none_or_all(share: float, digits: int) -> None:
    assert percent(share, digits=digits).rstrip("%") not in {f"{0:.{digits}f}", f"{100:.{digits}f}"}


def test_percent_with_decimals_says_less_than_its_smallest_step() -> None:
    assert percent(0.1234, digits=1) == "12.3%"
    assert percent(0.0001, digits=1) == "0.1% 미만"
    assert percent(0.99999, digits=1) == "99.9% 초과"


def test_an_interval_has_its_unit_once_and_one_number_where_both_ends_agree() -> None:
    assert interval(3, 7, unit="위") == "3~7위"
    assert interval(0.314, 0.516, digits=2) == "0.31~0.52"
    assert interval(4, 4, unit="위") == "4위"
    assert percent_interval(0.31, 0.52) == "31~52%"


@given(st.integers(min_value=-(10**18), max_value=10**18))
def test_a_written_whole_number_can_be_read_back(value: int) -> None:
    sizes = {"경": 10**16, "조": 10**12, "억": 10**8, "만": 10**4}
    written, total, digits = number(value).lstrip("-"), 0, ""
    for character in written:
        if character in sizes:
            total, digits = total + int(digits) * sizes[character], ""
        else:
            digits += character
    assert (total + int(digits or 0)) * (-1 if value < 0 else 1) == value


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        ("2026-01-07T05:00+09:00", "2026년 1월 7일 오전 5시"),
        ("2026-01-07T12:30+09:00", "2026년 1월 7일 오후 12시 30분"),
        ("2026-01-07T23:05:09+09:00", "2026년 1월 7일 오후 11시 5분"),
        ("2026-01-07", "2026년 1월 7일"),
        ("어제", ""),
        (None, ""),
    ],
)
def test_days_are_written_as_print_does(moment: str | None, said: str) -> None:
    assert day(moment) == said
