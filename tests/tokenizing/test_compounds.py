"""Compounds by rule."""

from __future__ import annotations

import pytest

from helpers.tokenizing.compounds import compounds
from helpers.tokenizing.readings import Reading

POS = {"NNG": "noun", "NNP": "noun", "NNB": "bound_noun", "SL": "foreign", "SN": "number", "JKS": "particle"}


def found(*parts: str) -> list[str]:
    """Compounds of parts written as 책/NNG; a space before a part begins a new word."""
    readings, text = [], ""
    for part in parts:
        form, tag = part.rsplit("/", 1)
        text += form
        start = len(text) - len(form.strip())
        readings.append(Reading(start, len(text), form.strip(), tag, POS.get(tag, "affix")))
    return [text[reading.start : reading.end] for reading in compounds(readings, text)]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["연구/NNG", "조직/NNG", "이/JKS"], ["연구조직"]),
        (["연구/NNG", " 조직/NNG"], []),
        (["책/NNG"], []),
        (["초/XPN", "고속/NNG"], ["초고속"]),
        (["가능/XR", "성/XSN"], ["가능성"]),
        (["이용/NNG", "자/XSN", "들/XSN", "이/JKS"], ["이용자"]),
        (["학생/NNG", "들/XSN"], []),
        (["발전/NNG", "하/XSV"], []),
        (["AI/SL", "책방/NNG"], ["AI책방"]),
        (["AI/SL", "SW/SL"], []),
        (["G/SL", "20/SN", "회의/NNG"], ["G20회의"]),
        (["3/SN", "책방/NNG"], []),
        (["물빛/NNP", "2/SN", "일반/NNG", "산업/NNG", "단지/NNG"], ["물빛2일반산업단지"]),
        (["물빛/NNP", "2/SN", "분기/NNG"], []),
        (["물빛/NNP", "2/SN", "달러/NNG"], []),
        (["물빛/NNP", "2/SN", "위/NNB"], []),
        (["물빛/NNP", "2/SN", " 공장/NNG"], []),
        (["책방/NNG", "2/SN", "단지/NNG"], []),
        (["책/NNG", "10/SN", "권/NNB"], []),
        (["책방/NNG", "초/XPN"], []),
    ],
)
def test_compounds_join_what_readers_read_as_one_word(parts: list[str], expected: list[str]):
    assert found(*parts) == expected


def test_compound_carries_the_tags_of_its_parts():
    readings = [Reading(0, 2, "연구", "NNG", "noun"), Reading(2, 4, "조직", "NNG", "noun")]
    assert compounds(readings, "연구조직") == [Reading(0, 4, "연구조직", "NNG+NNG", "noun")]
    assert compounds([], "") == []
