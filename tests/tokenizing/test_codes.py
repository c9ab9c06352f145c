"""Words of Latin letters and digits are one word under every analyzer."""

from __future__ import annotations

import pytest

from helpers.tokenizing.readings import Reading
from helpers.tokenizing.rejoin import with_codes


def cut(text: str, *pieces: tuple[str, str]) -> list[Reading]:
    """Readings of ``text`` by their letters and tags, one after the other."""
    made, place = [], 0
    for piece, tag in pieces:
        start = text.index(piece, place)
        place = start + len(piece)
        made.append(Reading(start, place, piece, tag, {"SL": "foreign", "SN": "number"}.get(tag, "noun")))
    return made


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("M2M을", [("M", "SL"), ("2", "SN"), ("M", "SL"), ("을", "JKO")], ["M2M", "을"]),
        ("K9 자주포", [("K", "SL"), ("9", "SN"), ("자주포", "NNG")], ["K9", "자주포"]),
        ("5km 길", [("5", "SN"), ("km", "SL"), ("길", "NNG")], ["5", "km", "길"]),
        ("A4-2호", [("A", "SL"), ("4", "SN"), ("2", "SN"), ("호", "NNB")], ["A4", "2", "호"]),
        ("V2X지도", [("V2X지도", "NNG")], ["V2X지도"]),
    ],
)
def test_a_code_is_one_reading_where_it_was_cut(text, pieces, whole):
    made = with_codes(cut(text, *pieces), text, analyzer="kiwi")
    assert [text[r.start : r.end] for r in made] == whole
    assert all(r.pos == "foreign" for r in made if r.lemma in ("M2M", "K9", "A4"))


@pytest.mark.parametrize(
    ("text", "pieces", "whole"),
    [
        ("<누리21>은", [("누리", "NNP"), ("21", "SN"), ("은", "JX")], ["누리21", "은"]),
        ("누리21호", [("누리", "NNP"), ("21", "SN"), ("호", "NNB")], ["누리", "21", "호"]),
        ("오후3", [("오후", "NNG"), ("3", "SN")], ["오후", "3"]),
        ("누리 21", [("누리", "NNP"), ("21", "SN")], ["누리", "21"]),
    ],
)
def test_a_name_with_a_number_is_one_reading_unless_the_number_counts(text, pieces, whole):
    made = with_codes(cut(text, *pieces), text, analyzer="kiwi")
    assert [text[r.start : r.end] for r in made] == whole
