"""A number ends where its word does: lengths within nouns, shares less a piece, names of machines, sums without 원."""

import pytest

from made.facts import days, read


def _first(text: str):
    return read(text).iloc[0]


@pytest.mark.parametrize(
    ("text", "words", "kind", "value", "unit"),
    [
        ("이 벽은 3년 이상 전도율이 유지된다", "3년 이상", "period", 3.0, "년"),
        ("이 다리는 5개월 뒤틀림을 견뎠다", "5개월", "period", 5.0, "개월"),
        ("매년 12조 분단비용을 낸다", "12조", "amount", 12e12, "KRW"),
        ("항구를 지으면 비용이 70조가 든다", "70조", "amount", 70e12, "KRW"),
        ("섬은 운영비로 해마다 3억이라고 했다", "3억", "amount", 3e8, "KRW"),
        ("우리는 2조라는 예산을 쓴다", "2조", "amount", 2e12, "KRW"),
        ("섬 인구 3억에 비용은 적다", "3억", "count", 3e8, None),
        ("값이 0.3% 포인트 올랐다", "0.3% 포인트", "count", 0.3, "%p"),
        ("조합은 지분 40%-1주를 남겼다", "40%", "count", 40.0, "%"),
        ("값이 3%-5% 올랐다", "3%-5%", "count", 3.0, "%"),
        ("바다를 주제로 한 두 번째 잔치다", "두 번째", "count", 2.0, "번째"),
        ("그 배는 한두 번 고장 났다", "한두 번", "count", 1.0, "번"),
        ("그는 7년 4개월 12일 만에 돌아왔다", "7년 4개월 12일", "period", 88.4, "개월"),
        ("그는 4개월 3일 동안 앓았다", "4개월 3일", "period", 4.1, "개월"),
        ("신고 기한(30일)을 넘겼다", "30일", "period", 30.0, "일"),
        ("문이 1분 20초 만에 열렸다", "1분 20초 만에", "period", 80 / 60, "분"),
        ("법원은 징역 3년 4개월의 형을 내렸다", "3년 4개월", "period", 40.0, "개월"),
        ("1시간 20분의 공연이 끝났다", "1시간 20분", "period", 80 / 60, "시간"),
        ("절반인 2년 4분의 1이 남았다", "2년", "period", 2.0, "년"),
        ("칠조 원이 든다", "칠조 원", "amount", 7e12, "KRW"),
    ],
)
def test_a_number_ends_where_its_word_ends(text: str, words: str, kind: str, value: float, unit: str | None) -> None:
    row = read(text).loc[lambda found: found.index.str.startswith(words)].iloc[0]
    assert (row["kind"], row["value"]) == (kind, pytest.approx(value))
    assert row["unit"] == unit or unit is None


def test_days_that_follow_a_day_are_no_part_of_it() -> None:
    found = read("조합은 지난달 23일 90일 일정을 마쳤다")
    assert found.loc["90일", "kind"] == "period"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("열차는 오전 8시57분 50초에 떠났다", "오전 8시57분 50초"),
        ("배는 9시2분 57초에 닿았다", "9시2분 57초"),
        ("그는 3일 오후 2시 5분 9초에 왔다", "3일 오후 2시 5분 9초"),
    ],
)
def test_seconds_are_part_of_the_time_of_day(text: str, words: str) -> None:
    assert list(read(text).index) == [words]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("선원들은 1분 1초가 아깝다고 했다", []),
        ("불길 앞에서는 ‘1초, 1초’가 귀했다", []),
        ("남쪽 하늘에 해룡-21기가 나타났다", []),
        ("잊을 만하면 한 번씩 배가 멈춘다", []),
        ("그는 이따금 한 번씩 섬을 찾는다", []),
        ("그는 MBC ‘90분 문답’에 나와 웃었다", []),
        ("그가 쓴 소설 ‘3년의 바다’는 잘 팔렸다", []),
        ("조합은 ‘3억 기부’를 알렸다", ["3억"]),
        ("하루 한 번씩 배가 온다", ["한 번"]),
        ("전투기 21기가 나타났다", ["21기"]),
    ],
)
def test_what_only_looks_like_a_number(text: str, kept: list[str]) -> None:
    assert [words for words in read(text).index if words != "하루"] == kept


def test_in_turn_is_no_lane() -> None:
    assert _first("조합은 1차로 85명을 옮겼다")["unit"] == "차"
    assert _first("왕복 4차로 도로를 넓혔다")["unit"] == "차로"
    assert read("구단은 2차 10번으로 투수를 뽑았다").loc["10번", "gives"] == "order"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("정전이 이틀 이상 이어졌다", "이상"),
        ("조합은 근 20년 새 세 번 바뀌었다", "근"),
        ("어림잡아 40명이 모였다", "어림잡아"),
        ("어부의 절반도 안 됩니다", "못 미치게"),
        ("어부의 절반을 조금 넘는다", "넘게"),
        ("어부 30명 조금 넘게 모였다", "넘게"),
        ("잔치까지 1년이 채 남지 않았다", "못 미치게"),
        ("조합은 3억원 상당의 그물을 샀다", "상당"),
        ("그는 조금 전 3억원을 냈다", None),
    ],
)
def test_bounds_further_from_the_number(text: str, bound: str | None) -> None:
    assert ([bound] if bound else []) in list(read(text)["bound"])


def test_days_of_no_year() -> None:
    assert days(_first("섬은 음력 5월 5일에 잔치를 연다")) is None
    assert days(_first("섬은 5월 5일에 잔치를 연다")) is not None
    assert days(read("조합은 내년 4.10 총선을 앞뒀다").loc["내년 4.10"]) == ("2027-04-10", "2027-04-10")
    assert read("한나루 물결일보 2026-03-10").empty
    assert not read("조합은 2026-03-10에 문을 열었다").empty
    assert days(read("이틀 전이 잔칫날이었다").loc["이틀 전"]) == ("2026-03-09", "2026-03-09")


@pytest.mark.parametrize(
    "text", ["만일 배가 서면 어쩌나", "벽이 겹친 구조인 다리다", "구조 대상은 적다", "오조 준다는 말은 없다"]
)
def test_a_noun_that_begins_as_a_numeral_is_no_number(text: str) -> None:
    assert read(text).empty


@pytest.mark.parametrize(
    "text", ["오늘을 살면 충실한 내일이 온다", "세 마을의 3자 협력이 굳다", "4자 안보 대화를 열자"]
)
def test_a_figure_of_speech_and_a_name_are_no_fact(text: str) -> None:
    assert not {"내일", "3자", "4자"} & set(read(text).index)


@pytest.mark.parametrize(
    ("text", "words", "checkable", "gives"),
    [
        ("하늘 정부 1기에서 나온 말이다", "1기", False, "order"),
        ("초등 1단계는 놀이로 배운다", "1단계", False, "order"),
        ("공사는 3단계로 나눠 한다", "3단계", True, None),
        ("13~19세 여성이 답했다", "13~19세", False, "age"),
        ("배 3기를 띄웠다", "3기", True, None),
    ],
)
def test_a_term_a_step_and_ages_are_nothing_to_look_up(
    text: str, words: str, checkable: bool, gives: str | None
) -> None:
    row = read(text).loc[words]
    assert bool(row["checkable"]) is checkable and (row["gives"] if isinstance(row["gives"], str) else None) == gives
