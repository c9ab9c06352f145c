"""Numbers with a fraction that is written as one sign, and what a pitcher gives away."""

import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("나루 투수는 4⅓이닝을 던졌다.", "4⅓이닝", 13 / 3, "이닝"),
        ("구원 투수는 ⅔이닝만 던졌다.", "⅔이닝", 2 / 3, "이닝"),
        ("배는 2½배 빨라졌다.", "2½배", 2.5, "배"),
        ("나루 투수는 2사사구를 내줬다.", "2사사구", 2, "사사구"),
        ("나루 투수는 1,204이닝을 던졌다.", "1,204이닝", 1204, "이닝"),
    ],
)
def test_a_fraction_written_as_one_sign_is_part_of_the_number(text, words, value, unit):
    row = read(text).loc[words]
    assert (row["value"], row["unit"]) == (pytest.approx(value), unit)
