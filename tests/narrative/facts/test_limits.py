"""Limits of classes, and limits that a row of numbers shares."""

import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("5인 이상 조합은 쉰다.", "5인 이상"),
        ("3급 이상 뱃사람을 뽑는다.", "3급 이상"),
        ("85㎡ 이하 집을 섬에 짓는다.", "85㎡ 이하"),
        ("직원 50명 미만 회사는 쉰다.", "50명 미만"),
        ("섬 식당은 1인 1접시를 지킨다.", "1인"),
    ],
)
def test_the_limit_of_a_class_is_not_looked_up(text, words):
    assert not read(text).loc[words, "checkable"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("어민 50명 이상 다쳤다.", "50명 이상"),
        ("배 30척 이상이 왔다.", "30척 이상"),
        ("선수는 1골 1도움을 올렸다.", "1골"),
    ],
)
def test_so_many_and_more_are_looked_up(text, words):
    assert read(text).loc[words, "checkable"]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("배는 8주·12주 이상 떠 있다.", "8주", ["이상"]),
        ("어민 10명·20명 이상 모이면 배를 낸다.", "10명", ["이상"]),
        ("그물은 3년 또는 5년 이상 쓴다.", "3년", ["이상"]),
        ("배는 3주·5주 이내 돌아온다.", "3주", ["이내"]),
        ("어민 10명이 그물 20개 이상을 손봤다.", "10명", []),
    ],
)
def test_numbers_in_a_row_share_the_limit_behind_the_last(text, words, bound):
    assert list(read(text).loc[words, "bound"]) == bound
