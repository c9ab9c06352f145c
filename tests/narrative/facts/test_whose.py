"""An actor is a noun phrase of its own; persons who are counted are nobody whom a sentence before told of."""

import pytest

from made.facts import read


def actors(*texts: str) -> list[str | None]:
    return [None if actor != actor else actor for actor in read(*texts)["actor"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("뒤이어 오새결에게도 초구에 안타를 허용해 3연속 안타를 맞았다.", [None]),
        ("<나루일보> 취재 결과 물결건설 감사위원회는 지난 21일 과장에게 경고했다.", ["물결건설 감사위원회"]),
        ("3일 <나루일보> 취재 결과 조합은 지난 2일 배 2척을 샀다.", ["나루일보", "조합", "조합"]),
        ("경찰 조사 결과 선장은 배 2척을 빌렸다.", ["선장"]),
        ("조사 결과 보고서는 300쪽이다.", ["조사 결과 보고서"]),
        ("전체 회식 당시 A 씨는 뺨을 한 차례 맞았다.", ["A 씨"]),
        ("쌀 20kg 한 포대가 6만원을 넘었다.", ["쌀", "쌀", "쌀 20kg 한 포대"]),
        ("두 정상은 9일 만난다.", [None, "두 정상"]),
    ],
)
def test_an_actor_holds_no_figure_lead_in_or_particle(text: str, expected: list[str | None]) -> None:
    assert actors(text) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("태풍으로 적어도 42명이 숨졌다.",), [None]),
        (("이재민은 체육관에 모였다.", "태풍으로 30명 이상이 희생됐다."), [None]),
        (("나루시 주민은 집을 잃었다.", "태풍으로 42명이 숨지고 7명이 다쳤다."), [None, None]),
        (("물결섬에서는 태풍으로 42명이 숨졌으며 이재민도 3만명이나 나왔다.",), ["물결섬", "이재민"]),
        (("수천 명의 이재민 가운데 42명이 사망했다.",), ["이재민", "이재민"]),
        (("조합은 배를 샀다.", "어민 42명이 숨졌다."), ["어민"]),
        (("조합은 배를 샀다.", "새로 42명을 뽑았다."), ["조합"]),
    ],
)
def test_persons_who_are_counted_are_those_whom_the_predicate_tells_of(texts, expected) -> None:
    assert actors(*texts) == expected


def test_nobody_is_carried_into_what_somebody_else_gives_an_account_of() -> None:
    assert actors("조합은 회의를 열었다.", "A 씨에 따르면 지난해 5월 배를 빼앗겼다.") == ["A 씨"]
    assert actors("조합은 회의를 열었다.", "경찰에 따르면 지난해 5월 배를 빼앗겼다.") == [None]
    assert actors("조합은 회의를 열었다.", "지난해 5월에는 배를 빼앗겼다.") == ["조합"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("한여울은 타자 오새결에게 시속 88.2마일(142㎞)의 직구를 던졌다.", "시속 88.2마일", "한여울"),
        ("한여울은 타자 오새결에게 시속 88.2마일(142㎞)의 직구를 던졌다.", "142㎞", "한여울"),
        ("직구 최고 구속은 시속 91마일(146.5㎞)이 찍혔다.", "146.5㎞", "직구 최고 구속"),
        ("2번 타자에게도 3구째 시속 84.7마일의 커터가 공략당했다.", "시속 84.7마일", "커터"),
        ("오새결이 3타수 2안타, 공을 잘 던진 나달이 2타수 1안타로 활약했다.", "2안타", "오새결"),
        ("오새결이 3타수 2안타, 공을 잘 던진 나달이 2타수 1안타로 활약했다.", "1안타", "나달"),
        ("3타수 2안타를 기록한 오새결이 웃었다.", "3타수", "오새결"),
    ],
)
def test_speeds_and_bats_are_of_the_player_or_of_what_is_measured(text: str, words: str, actor: str) -> None:
    assert read(text).loc[words, "actor"] == actor


def test_a_speed_in_miles_and_a_place_in_a_row_are_read_whole() -> None:
    found = read("2번 타자에게도 3구째 시속 84.7마일의 커터가 공략당했다.")
    assert found.loc["시속 84.7마일", "unit"] == "마일/h"
    assert not found.loc["3구째", "checkable"]
    assert read("한여울은 3구를 던졌다.").loc["3구", "checkable"]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("권리 비율을 20대 1 미만으로 낮췄다.", "20대 1 미만", "미만"),
        ("경쟁률은 약 20대 1이었다.", "약 20대 1", "약"),
        ("경쟁률은 20대 1이었다.", "20대 1", None),
    ],
)
def test_a_ratio_keeps_its_bound(text: str, words: str, bound: str | None) -> None:
    row = read(text).loc[words]
    assert (row["value"], row["value_to"], row["unit"]) == (20, 1, "비")
    assert row["bound"] == ([bound] if bound else [])


def test_after_an_inning_a_number_of_the_same_kind_is_one_too() -> None:
    found = read(
        "한여울은 1회초 점수를 내줬다.", "그러나 3회, 5회 위기를 넘겼고 7회까지 던졌다.", "통산 4회 우승한 팀이다."
    )
    assert [found.loc[words, "checkable"] for words in ("3회", "5회", "7회")] == [False, False, False]
    assert found.loc["통산 4회" if "통산 4회" in found.index else "4회", "checkable"]
    assert read("한여울은 대회를 열었다.", "위원회는 회의를 3회 열었다.").loc["3회", "checkable"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("어획량 상위 2%에 해당하는 134명의 총 빚은 3억원이다.", "134명", "어획량 상위 2%"),
        ("어획량 상위 20%인 1340명의 총 빚은 9억원이다.", "1340명", "어획량 상위 20%"),
        ("섬을 떠난 134명의 평균 나이는 60세다.", "134명", None),
        ("섬을 떠난 134명의 어민이 돌아왔다.", "134명", "어민"),
        ("어민 134명의 총 빚은 3억원이다.", "134명", "어민"),
    ],
)
def test_what_is_reckoned_over_persons_is_not_whom_their_number_counts(text, words, expected):
    actor = read(text).loc[words, "actor"]
    assert (None if actor != actor else actor) == expected
