"""The Hangul that a report carries."""

from __future__ import annotations

import base64
import io
import re

import pytest
from bs4 import BeautifulSoup
from fontTools.ttLib import TTFont

from helpers.reporting import with_hangul
from made.reports import report, study

RULE = re.compile(r'@font-face{font-family:"([^"]+)";font-weight:(\d+);src:url\(data:font/woff;base64,([^)]+)\)')


@pytest.fixture(scope="module")
def page() -> str:
    return with_hangul(report(study=study(title="도서관 𐎀 ✂ 中")))


@pytest.fixture(scope="module")
def fonts(page: str) -> dict[tuple[str, str], TTFont]:
    return {(family, weight): TTFont(io.BytesIO(base64.b64decode(font))) for family, weight, font in RULE.findall(page)}


@pytest.mark.long
def test_each_syllable_of_the_page_is_carried_in_both_weights_and_no_other(page: str, fonts: dict) -> None:
    shown = {character for character in page if "가" <= character <= "힣"}
    assert len(shown) > 100 and set(fonts) == {("Study Hangul", "400"), ("Study Hangul", "700"), ("Study Signs", "400")}
    for weight in ("400", "700"):
        assert {chr(c) for c in fonts["Study Hangul", weight].getBestCmap() if 0xAC00 <= c <= 0xD7A3} == shown


def test_signs_that_the_hangul_font_lacks_come_from_the_other(fonts: dict) -> None:
    assert ord("中") in fonts["Study Hangul", "400"].getBestCmap()
    assert set(fonts["Study Signs", "400"].getBestCmap()) == {ord("✂")}, "what neither has is left to the machine"


def test_the_licence_is_named_and_the_font_s_reserved_name_is_not_used(page: str, fonts: dict) -> None:
    credit = BeautifulSoup(page, "html.parser").select_one("footer").text
    assert "NanumGothic" in credit and "SIL Open Font License 1.1" in credit and "DejaVu Sans" in credit
    for (family, _), font in fonts.items():
        names = {record.nameID: str(record) for record in font["name"].names}
        assert names[1] == names[4] == family and "icense" in names[13]
        assert "Copyright" in names[0]


@pytest.mark.long
def test_the_same_page_gives_the_same_bytes(page: str) -> None:
    assert with_hangul(report(study=study(title="도서관 𐎀 ✂ 中"))) == page
    assert len(page.encode()) - len(report().encode()) < 260_000
