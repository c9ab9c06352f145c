"""Whom a figure is about: lists, lists of whom something is given to, what an inner clause is told of."""

import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("어종별로는 고등어 12.1%, 갈치(가공) 8.4%, 오징어 3.3% 등이 올랐다.", ["고등어", "갈치", "오징어"]),
        (
            "어장 가운데 물결호(102030) 2.1%, 나루호(405060) 1.4%, NARU(7080) 0.9% 등은 내렸다.",
            ["물결호", "나루호", "NARU"],
        ),
        ("찬성 52표, 반대 41표로 안건이 통과됐다.", ["찬성", "반대"]),
        ("물결배 3척과 나루배 2척이 떴다.", ["물결배", "나루배"]),
        ("사고는 늘었다. 서해 12건, 남해 8건 순이었다.", ["서해", "남해"]),
        ("조합은 벌금 300만원과 추징금 200만원을 냈다.", ["조합", "조합"]),
        ("입장료는 어른 1만원, 어린이 5천원이다.", ["입장료", "입장료"]),
        ("길이 20m, 폭 4m인 다리는 낡았다.", ["다리", "다리"]),
        ("선장은 고등어 3마리, 갈치 2마리를 잡았다.", ["선장", "선장"]),
    ],
)
def test_numbers_of_a_list_are_each_of_their_own_name_unless_somebody_does_something_to_them(text, actors):
    assert list(read(text)["actor"]) == actors


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("오 과장에게는 과태료 30만원, 한씨에게는 과태료 50만원을 물렸다.", ["오 과장", "한씨"]),
        ("재판부는 한씨에게 500만원을 물렸다.", ["재판부"]),
        ("상대 후보에게 3%포인트 차로 졌다.", [None]),
    ],
)
def test_what_is_given_is_of_whom_it_is_given_to_where_nobody_gives_it(text, actors):
    assert [None if actor != actor else actor for actor in read(text)["actor"]] == actors


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("지지율이 석 달 만에 40%를 넘었다는 조사 결과가 9일 나왔다.", "40%", "지지율"),
        ("어획량이 3만t에 그쳤다는 자료가 나왔다.", "3만t", "어획량"),
        ("42%를 어민이, 18%를 상인이 가졌다.", "42%", "어민"),
        ("지난해 큰 폭의 적자를 낸 조합이 공장을 닫았다.", "지난해", "조합"),
        ("올해 새로운 배를 산 어촌계가 세 척을 더 샀다.", "올해", "어촌계"),
        ("9천 명의 주민 가운데 어린이가 12%다.", "9천 명", "주민"),
        ("9천 명의 주민 가운데 어린이가 12%다.", "12%", "어린이"),
        ("한아름 조합장은 지난해 나루시가 길을 막은 것은 잘못이라며 소송을 냈다.", "지난해", "한아름 조합장"),
        ("한아름 조합장은 지난해 나루시가 막은 길을 다시 열었다.", "지난해", "나루시"),
        ("어획량 또한 2만t으로 줄었다.", "2만t", "어획량"),
        ("100g당 열량이 16kcal다.", "16kcal", "열량"),
        ("조합은 평일인 9일 어민 300명이 모인 총회를 열었다.", "9일", "조합"),
        ("6년 전 물결섬도, 4년 전 모래섬도 다리를 놓았다.", "4년 전", "모래섬"),
        ("교장이 땅을 사고 값 2천만원을 치른 것이 드러났다며 감사관은 벌금 100만원을 물렸다.", "2천만원", "교장"),
        ("교장이 땅을 사고 값 2천만원을 치른 것이 드러났다며 감사관은 벌금 100만원을 물렸다.", "100만원", "감사관"),
        ("감사관은 공사 5회는 교장이 맡긴 것이라며 벌금 100만원을 물렸다.", "100만원", "감사관"),
        ("사고의 81%는 30명 미만 어촌에서 난다.", "30명 미만", "사고"),
        ("나이가 어린 탓에 6년 동안 배를 못 탔다.", "6년 동안", None),
    ],
)
def test_a_figure_is_about_whom_its_own_clause_is_told_of(text, words, actor):
    found = read(text).loc[words, "actor"]
    assert (None if found != found else found) == actor
