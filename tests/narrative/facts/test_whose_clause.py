"""Whose a figure or a time is that stands in a clause within another, in a list or behind a time that passes."""

import pandas as pd
import pytest

from made.facts import read


def _actor(text: str, words: str) -> str | None:
    actor = read(text).loc[words, "actor"]
    return None if pd.isna(actor) else actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("극장은 ▲의자 ▲조명 ▲무대 등 3가지를 바꾼다.", "3가지", "극장"),
        ("학교에 필요한 것은 ▲책 ▲걸상 등 2가지다.", "2가지", None),
        ("상은 ▲으뜸상 ▲버금상 ▲꿈나무상 등 3개로 나뉜다.", "3개", "상"),
        ("심사 기준은 △맛 △향 △빛깔 △값 등 4개다.", "4개", "심사 기준"),
    ],
)
def test_a_number_that_sums_a_list_is_not_of_its_last_item(text, words, actor):
    assert _actor(text, words) == actor


def test_a_number_in_an_item_of_a_list_is_of_the_item():
    text = "극장은 ▲의자 30만원 ▲조명 50만원을 올렸다."
    assert [_actor(text, words) for words in ("30만원", "50만원")] == ["의자", "조명"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("3년 전 2.5배였던 어부와 선장의 연봉 격차는 4배로 벌어졌다.", "2.5배", "어부와 선장의 연봉 격차"),
        ("18%이던 극장의 빈자리가 9%로 줄었다.", "18%", "극장의 빈자리"),
        ("지난해 70점이었던 학교의 점수가 올랐다.", "70점", "학교의 점수"),
        ("6%였던 도서관의 예산 비중이 깎였다.", "6%", "도서관의 예산 비중"),
    ],
)
def test_what_a_figure_is_said_to_be_is_the_noun_and_not_its_owner(text, words, actor):
    assert _actor(text, words) == actor


def test_who_did_something_with_a_figure_is_the_owner():
    assert _actor("5억원을 낸 극장의 대표가 물러났다.", "5억원") == "극장"


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("도서관은 문을 닫은 지 13일 만인 이날 책 나눔을 다시 시작했다.", "13일", "도서관"),
        ("마을은 길이 끊긴 지 닷새 만인 오늘 다리를 놓았다.", "닷새 만", "마을"),
        ("합창단은 단원이 떠난 지 3년 만인 올해 노래를 새로 지었다.", "3년", "합창단"),
        ("나그네는 집을 나선 지 열흘 만인 4일 산마루를 넘었다.", "열흘 만", "나그네"),
    ],
)
def test_so_long_before_a_day_is_of_who_acts_on_it(text, words, actor):
    assert _actor(text, words) == actor


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("구청은 지난 2024년부터 골목에 있는 가게를 쉼터로 지정했다.", "지난 2024년", "구청"),
        ("도서관은 지난해 산기슭에 있는 창고에서 책을 팔았다.", "지난해", "도서관"),
        ("극장이 지난달 배우가 무대를 떠난 뒤 문을 닫았다.", "지난달", "배우"),
        ("합창단이 지난해 주민들이 막은 길을 다시 열었다.", "지난해", "주민들"),
    ],
)
def test_a_time_before_a_clause_within_is_of_who_does_something_then(text, words, actor):
    assert _actor(text, words) == actor


def test_a_time_of_whom_the_sentence_tells_stays_with_it():
    assert _actor("극장은 지난달 무대를 고쳤다.", "지난달") == "극장"
    assert _actor("구청은 지난해 새로 지은 다리를 열었다.", "지난해") == "구청"


@pytest.mark.parametrize(
    "text",
    [
        "1년이 지났지만 표값은 그대로다.",
        "엿새가 지나도록 의사의 전화는커녕 문자도 오지 않았다.",
        "석 달이 흘렀으나 공사는 끝나지 않았다.",
        "2년이 지나 나무가 자랐다.",
    ],
)
def test_a_time_that_passes_is_not_of_what_is_told_behind_it(text):
    found = read(text)["actor"]
    assert len(found) and found.isna().all()


def test_a_time_that_passes_is_of_whom_the_sentence_told_before():
    assert _actor("극장은 3년이 지나도록 무대를 고치지 않았다.", "3년") == "극장"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("500원 엽서, 600원 연필이 나왔다.", ["엽서", "연필"]),
        ("상점에는 3만원 장화, 5만원 우비, 2만원 모자가 걸렸다.", ["장화", "우비", "모자"]),
        ("2천원 김밥, 3천원 국수는 금세 동났다.", ["김밥", "국수"]),
        ("10억원 무대, 20억원 조명이 눈길을 끌었다.", ["무대", "조명"]),
    ],
)
def test_in_a_list_of_goods_behind_their_prices_each_has_its_own(text, found):
    assert list(read(text)["actor"]) == found


def test_sums_that_somebody_gives_are_of_him():
    assert list(read("법원은 3만원 벌금, 2만원 추징금을 물렸다.")["actor"]) == ["법원", "법원"]


def test_what_somebody_left_out_did_is_not_of_what_happens_then():
    assert _actor("표값을 3만원으로 올린 뒤 관객이 20% 줄었다.", "3만원") == "표값"
    assert _actor("무대를 5억원에 고친 뒤 손님이 늘었다.", "5억원") is None
    assert _actor("표값을 3만원으로 올린 뒤 극장은 관객을 잃었다.", "3만원") == "극장"
    assert _actor("합창단이 5억원에 집을 산 뒤 손님이 늘었다.", "5억원") == "합창단"


def test_a_season_in_which_something_is_done_is_not_who_did_it():
    text = "지난 공연에서는 노래 12곡에 그쳤지만, 이번 공연에서는 무대에 모두 섰다."
    assert "공연" not in str(read(text).loc["12곡", "actor"])
