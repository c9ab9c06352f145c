"""Marks within marks change, so that a reader sees where a quotation begins and ends."""

import pytest

from helpers.reporting.korean.quoting import quoted, spoken


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("섬의 배.", "‘섬의 배’"),
        ("섬의 ‘새 배’", "‘섬의 “새 배”’"),
        ("“섬의 ‘새 배’ 어디로”", "「“섬의 ‘새 배’ 어디로”」"),
        ("‘새 배' 섬으로", "「‘새 배' 섬으로」"),
        ('선주 "배를 판다"', '‘선주 "배를 판다"’'),
    ],
)
def test_a_title_keeps_its_own_marks_apart_from_ours(text: str, written: str) -> None:
    assert quoted(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("▲ 그는 “배를 판다”고 했다.", "그는 ‘배를 판다’고 했다"),
        ("그는 “‘배를 판다’더라”고 했다.", "그는 ‘“배를 판다”더라’고 했다"),
        ("그는 ‘새 배’를 샀다.", "그는 ‘새 배’를 샀다"),
    ],
)
def test_marks_within_a_quotation_alternate(text: str, written: str) -> None:
    assert spoken(text, longest=90) == written
