"""재단, '협회 측', '병원 쪽': the one body of that sort of which an article tells; every sentence is invented."""

from __future__ import annotations

import pytest

from made.voices import persons


@pytest.mark.parametrize(
    ("texts", "body"),
    [
        (("나루소상공인협회는 집회를 연다.", "협회 측은 “값이 너무 올랐다”고 말했다."), "나루소상공인협회"),
        (
            ("나루문화재단은 탑을 고친다.", "재단은 “내년에 끝난다”고 했다.", "재단 측은 “늦을 수 있다”고 덧붙였다."),
            "나루문화재단",
        ),
        (("나루항만공사는 배를 늘린다.", "공사 쪽은 “내년부터”라고 했다."), "나루항만공사"),
        (("하늘물류연구소가 물값을 쟀다.", "연구소 측은 “물값이 오른다”고 설명했다."), "하늘물류연구소"),
        (("나루전자는 공장을 옮긴다.", "업체 측은 “함께 간다”고 밝혔다."), "나루전자"),
        (("나루전자 노조는 “파업한다”고 밝혔다.", "노조는 “임금이 낮다”고 했다."), "나루전자 노조"),
        (("나루전자 노동조합은 “파업한다”고 밝혔다.", "나루전자 노조는 “임금이 낮다”고 했다."), "나루전자 노동조합"),
    ],
)
def test_the_word_for_a_sort_of_bodies_means_the_only_one(texts, body):
    assert set(persons(*texts)) == {body}


@pytest.mark.parametrize(
    "texts",
    [
        ("나루문화재단은 “탑을 고친다”고 했다.", "하늘복지재단은 “쌀을 나눈다”고 했다.", "재단 측은 “늦었다”고 했다."),
        ("나루문화재단과 하늘복지재단은 “함께 짓는다”고 했다.", "재단 측은 “늦었다”고 했다."),
        ("나루전자는 “옮긴다”고 했다.", "하늘식품은 “남는다”고 했다.", "업체 측은 “아직 모른다”고 밝혔다."),
        ("나루시는 “둑을 높인다”고 했다.", "협회 측은 “늦었다”고 했다."),
        ("나루은행은 “금리를 올린다”고 했다.", "은행들은 “부담이 크다”고 했다."),
    ],
)
def test_of_several_none_is_meant(texts):
    found = persons(*texts)
    assert found[-1] not in found[:-1]
