"""Facts: invented sentences, with the spans and values that a careful reader would write down."""

import unicodedata
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers import tables
from helpers.narrative.facts import find_facts
from helpers.narrative.facts.numbers.find import find_quantities
from helpers.narrative.facts.numbers.numerals import parse_number, parse_range
from helpers.narrative.facts.times.clock import Clock
from helpers.narrative.facts.times.find import find_dates
from helpers.tokenizing import tokenize
from made.examples import examples
from made.sentences import sentence_table
from made.timing import assert_proportional, assert_within

PUBLISHED = "2026-01-07T05:00+09:00"


def facts(*texts, published=PUBLISHED):
    return tables.FACTS.check(find_facts(sentence_table(*texts), published_at={"a": published}))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("100억", 1e10), ("1만2000", 12_000), ("2천15", 2_015), ("3조2천억", 3.2e12), ("천526억", 1.526e11), ("천9백만", 1.9e7),
        ("6천831억", 6.831e11), ("1조 2000억", 1.2e12), ("1,006억", 1.006e11), ("십", 10), ("이천", 2_000),
        ("4천500만", 4.5e7), ("3.5만", 35_000), ("천만", 1e7), ("스물다섯", 25), ("열두", 12), ("한", 1), ("17.6", 17.6),
        ("1.1억", 1.1e8),
    ],
)  # fmt: skip
def test_parse_number_writes_the_number_out(text, value):
    assert parse_number(text).low == value


@pytest.mark.parametrize("text", ["수십", "수백억", "십수", "몇"])
def test_parse_number_names_no_number_where_the_text_names_none(text):
    assert parse_number(text).low is None


@given(st.integers(1, 10**16 - 1))
def test_parse_number_reads_back_what_is_written_in_units(value):
    parts, rest = [], value
    for unit, name in ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")):
        parts += [f"{rest // unit}{name}"] if rest >= unit else []
        rest %= unit
    assert parse_number("".join(parts)).low == float(value)


def test_parse_range_gives_the_first_end_the_unit_of_the_second_only_where_it_lacks_one():
    assert (parse_range("2", "3만").low, parse_range("2", "3만").high) == (20_000, 30_000)
    assert (parse_range("500", "1천").low, parse_range("500", "1천").high) == (500, 1_000)
    assert (parse_range("10만", "20만").low, parse_range("20", "30억").high) == (100_000, 3e9)


# text, kind, value, upper end, unit
QUANTITIES = [
    ("약 100억 엔", "amount", 1e10, None, "JPY"),
    ("1억 달러", "amount", 1e8, None, "USD"),
    ("1000억 달러", "amount", 1e11, None, "USD"),
    ("3조2천억 원", "amount", 3.2e12, None, "KRW"),
    ("500∼1천원", "amount", 500, 1_000, "KRW"),
    ("10만~20만 원", "amount", 1e5, 2e5, "KRW"),
    ("5억 홍콩달러", "amount", 5e8, None, "HKD"),
    ("$1.2억", "amount", 1.2e8, None, "USD"),
    ("수백억 원", "amount", None, None, "KRW"),
    ("3억 페소", "amount", 3e8, None, "페소"),
    ("1만2000명", "count", 12_000, None, "명"),
    ("14개", "count", 14, None, "개"),
    ("1,450원대", "amount", 1_450, None, "KRW"),
    ("영하 10도", "count", -10, None, "도"),
    ("-2.5%", "count", -2.5, None, "%"),
    ("30만5천 원", "amount", 305_000, None, "KRW"),
    ("86조617억원", "amount", 8.60617e13, None, "KRW"),
    ("17.6%", "count", 17.6, None, "%"),
    ("0.25%p", "count", 0.25, None, "%p"),
    ("2∼3배", "count", 2, 3, "배"),
    ("250여 명", "count", 250, None, "명"),
    ("10여만 명", "count", 100_000, None, "명"),
    ("300여 만원", "amount", 3_000_000, None, "KRW"),
    ("2억3,400여만 원", "amount", 234_000_000, None, "KRW"),
    ("5천만 명 이상", "count", 5e7, None, "명"),
    ("3분의 2", "count", 2 / 3, None, "분수"),
    ("한 차례", "count", 1, None, "차례"),
    ("두 세개", "count", 2, 3, "개"),
    ("스물다섯 명", "count", 25, None, "명"),
    ("20kg", "count", 20, None, "kg"),
    ("30만 대", "count", 300_000, None, "대"),
    ("1200만CGT", "count", 1.2e7, None, "CGT"),
    ("3사", "count", 3, None, "사"),
]


@pytest.mark.parametrize(("text", "kind", "value", "upper", "unit"), QUANTITIES)
def test_quantities_are_found_whole_with_value_and_unit(text, kind, value, upper, unit):
    sentence = f"어촌은 {text}, 그만큼을 얻었다."
    (found,) = find_quantities(sentence, [])
    assert sentence[found.start : found.end] == text
    assert (found.kind, found.number.low, found.number.high, found.unit) == (kind, value, upper, unit)


@pytest.mark.parametrize(
    "text",
    [
        "한 관계자는 한발 물러섰다.", "조 대표는 백화점에 갔다.", "10원칙을 세웠다.", "세척과 세대 갈등을 다뤘다.",
        "제3공장 형사1부에 물었다.", "전화는 02-123-4567이다.", "한 기업이 나섰다.", "다시 한번 갔다.",
        "2030세대를 위한 배", "A4 종이와 F-35 사진",
        "2사 뒤에 안타를 쳤다.", "12사단을 찾았다.",
    ],
)  # fmt: skip
def test_quantities_leave_words_alone_that_only_look_like_numbers(text):
    assert find_quantities(text, []) == []


def test_a_change_from_one_rate_to_another_is_no_range():
    found = find_quantities("금리를 3.5%에서 2.75%로 내렸다.", [])
    assert [(f.number.low, f.number.high) for f in found] == [(3.5, None), (2.75, None)]


def test_a_number_after_a_space_is_read_on_only_where_it_can_belong():
    found = find_quantities("규정 66조 10배 넘는 3만 5000명과 1조 2000억 원", [])
    assert [f.number.low for f in found] == [66, 10, 35_000, 1.2e12]


# text, kind, first day, last day; published 2026-01-07, a Wednesday
TIMES = [
    ("2016년", "date", "2016-01-01", "2016-12-31"),
    ("2013년도", "date", "2013-01-01", "2013-12-31"),
    ("1990년대 초반", "period", "1990-01-01", "1993-12-31"),
    ("1990년대 후반", "period", "1997-01-01", "1999-12-31"),
    ("80년대", "period", "1980-01-01", "1989-12-31"),
    ("19세기", "period", "1801-01-01", "1900-12-31"),
    ("2017~2019년", "period", "2017-01-01", "2019-12-31"),
    ("'24년", "date", "2024-01-01", "2024-12-31"),
    ("2018년 10월 4일(현지시간)", "date", "2018-10-04", "2018-10-04"),
    ("2024.05.30.", "date", "2024-05-30", "2024-05-30"),
    ("2023-11-02", "date", "2023-11-02", "2023-11-02"),
    ("십여 년 전", "date", "2007-01-01", "2016-12-31"),
    ("약 10여 년 전", "date", "2007-01-01", "2016-12-31"),
    ("3년 전", "date", "2023-01-01", "2023-12-31"),
    ("3년 6개월 전", "date", "2022-07-01", "2022-07-31"),
    ("앞으로 3년 6개월", "period", "2026-01-07", "2029-07-07"),
    ("최근 2년 반", "period", "2023-07-07", "2026-01-07"),
    ("두 달 전", "date", "2025-11-01", "2025-11-30"),
    ("이틀 전", "date", "2026-01-05", "2026-01-05"),
    ("내년", "date", "2027-01-01", "2027-12-31"),
    ("지난해 7월", "date", "2025-07-01", "2025-07-31"),
    ("작년 4분기", "period", "2025-10-01", "2025-12-31"),
    ("4분기", "period", "2025-10-01", "2025-12-31"),
    ("올 하반기", "period", "2026-07-01", "2026-12-31"),
    ("올해 초", "period", "2026-01-01", "2026-03-31"),
    ("지난달", "date", "2025-12-01", "2025-12-31"),
    ("지난달 말", "period", "2025-12-21", "2025-12-31"),
    ("이달 중순", "period", "2026-01-11", "2026-01-20"),
    ("이달 1~10일", "period", "2026-01-01", "2026-01-10"),
    ("다음 달 2일 오전 11시", "date", "2026-02-02", "2026-02-02"),
    ("오는 5일", "date", "2026-02-05", "2026-02-05"),
    ("지난 13일", "date", "2025-12-13", "2025-12-13"),
    ("28일", "date", "2025-12-28", "2025-12-28"),
    ("5일", "date", "2026-01-05", "2026-01-05"),
    ("지난 2월", "date", "2025-02-01", "2025-02-28"),
    ("지난 1~11월", "period", "2025-01-01", "2025-11-30"),
    ("9월", "date", "2025-09-01", "2025-09-30"),
    ("지난주", "period", "2025-12-29", "2026-01-04"),
    ("다음 주 수요일", "date", "2026-01-14", "2026-01-14"),
    ("이번 주말", "period", "2026-01-10", "2026-01-11"),
    ("오늘", "date", "2026-01-07", "2026-01-07"),
    ("최근 3년간", "period", "2023-01-07", "2026-01-07"),
    ("향후 5년", "period", "2026-01-07", "2031-01-07"),
    ("최근", "period", None, None),
    ("수년 전", "date", None, None),
    ("2월 30일", "date", None, None),
    ("오전 9시30분", "date", None, None),
    ("9시간 동안", "period", None, None),
    ("27개월 만에", "period", None, None),
]


@pytest.mark.parametrize(("text", "kind", "first", "last"), TIMES)
def test_times_are_found_whole_and_resolved_from_the_day_of_publication(text, kind, first, last):
    sentence = f"어민들은 {text} 배를 띄웠다."
    (found,) = find_dates(sentence, Clock(date(2026, 1, 7)))
    assert sentence[found.start : found.end] == text
    days = tuple(day.isoformat() for day in found.days) if found.days else (None, None)
    assert (found.kind, *days) == (kind, first, last)


@pytest.mark.parametrize(
    ("texts", "text", "first", "last"),
    [
        (["지난달 물가는 올랐다.", "전월보다 0.2% 높다."], "전월", "2025-11-01", "2025-11-30"),
        (["지난달 물가는 전년 동월 대비 2% 올랐다."], "전년 동월", "2024-12-01", "2024-12-31"),
        (["이달 물가는 지난해 같은 달보다 올랐다."], "지난해 같은 달", "2025-01-01", "2025-01-31"),
        (["지난달 물가는 전달보다 올랐다."], "전달", "2025-11-01", "2025-11-30"),
        (["지난달 9척을 지었다.", "2022년 5월(12척)에 못 미친다.", "작년 동월보다 많다."], "작년 동월", None, None),
        (["2022년 5월에 12척을 지었다.", "물량은 전년보다 많다."], "전년", None, None),
        (["2022년 물량은 전년보다 많았다."], "전년", "2021-01-01", "2021-12-31"),
        (["물량은 전년보다 많다."], "전년", "2025-01-01", "2025-12-31"),
        (["지난해 4분기 매출은 전 분기보다 줄었다."], "전 분기", "2025-07-01", "2025-09-30"),
        (["지난해 수출은 전년보다 늘었다."], "전년", "2024-01-01", "2024-12-31"),
        (["11월에는 지난해 2월(3척)보다 많은 4척을 지었다.", "전월보다 많다."], "전월", "2025-10-01", "2025-10-31"),
        (["2019년에 문을 열어 이듬해 3월 닫았다."], "이듬해 3월", "2020-03-01", "2020-03-31"),
        (["배는 2019년에 떴다.", "그해 많이 팔렸다."], "그해", "2019-01-01", "2019-12-31"),
        (["전월보다 늘었다."], "전월", None, None),
        (["이듬해 문을 닫았다."], "이듬해", None, None),
    ],
)
def test_what_leans_on_a_month_or_year_is_counted_from_the_one_spoken_of(texts, text, first, last):
    clock = Clock(date(2026, 1, 7))
    found = [(sentence[f.start : f.end], f.days) for sentence in texts for f in find_dates(sentence, clock)]
    days = (date.fromisoformat(first), date.fromisoformat(last)) if first else None
    assert found[-1] == (text, days)


def test_every_april_and_rents_are_no_month_and_quarters_in_a_row_are_a_length():
    found = find_dates("전월세가 3분기째 올라 역대 4월 가운데 가장 비싸다.", Clock(date(2026, 1, 7)))
    assert [(f.kind, f.number.low, f.unit, f.days) for f in found] == [("period", 3.0, "분기", None)]


@pytest.mark.parametrize(("text", "kind", "first", "last"), TIMES)
def test_times_that_need_the_day_of_publication_stay_open_without_it(text, kind, first, last):
    (found,) = find_dates(f"어민들은 {text} 배를 띄웠다.", Clock(None))
    assert (found.days is not None) == (first is not None and "게재일을 몰라" not in found.note)


@pytest.mark.parametrize(
    "text",
    [
        "3년 차 어부다.",
        "두 분이 왔다.",
        "100주를 샀다.",
        "국내에 한해 판다.",
        "바다4일반부두다.",
        "주 4일제를 한다.",
        "주 5일 쉰다.",
    ],
)
def test_times_leave_words_alone_that_only_look_like_times(text):
    assert find_dates(text, Clock(date(2026, 1, 7))) == []


@pytest.mark.parametrize(("text", "value", "unit"), [("2시간 반", 2.5, "시간"), ("한 시간 반을", 1.5, "시간"), ("108개월", 108, "개월"), ("사흘간", 3, "일"), ("석 달", 3, "개월"), ("1시간 30분", 1.5, "시간"), ("1년 6개월", 18, "개월"), ("징역 3년6월", 42, "개월"), ("3박4일", 4, "일"), ("10여 일", 10, "일")])  # fmt: skip
def test_a_length_of_time_has_a_number_and_a_unit(text, value, unit):
    (found,) = find_dates(f"배는 {text} 걸렸다.", Clock(None))
    assert (found.kind, found.number.low, found.unit) == ("period", value, unit)


@pytest.mark.parametrize(
    "text", ["그 뜻을 십분 살렸다.", "배를 수주할 때다.", "새 다리 수주전에 나섰다.", "수주 잔고가 늘었다."]
)
def test_words_that_only_look_like_a_length_of_time_are_none(text):
    assert not list(find_dates(text, Clock(None)))


@pytest.mark.parametrize(
    "text", ["십분 만에 끝났다.", "수주간 비가 왔다.", "수주 전에 떠났다.", "최근 수주 동안 걸었다."]
)
def test_and_those_that_are_one_are_found(text):
    assert len(list(find_dates(text, Clock(None)))) == 1


@pytest.mark.parametrize(
    "text",
    ["장마가 지난 6개월 뒤 다시 심는다.", "싹이 트고 나면 일주일 뒤 옮겨 심는다.", "씨를 심은 지 2년 뒤 꽃이 핀다."],
)
def test_so_long_after_what_is_told_right_before_is_counted_from_no_day_of_publication(text):
    (found,) = find_dates(text, Clock(date(2026, 1, 7)))
    assert found.days is None and found.note == "앞에 나온 때에서 셈"


def test_this_day_is_the_day_that_is_reported_of():
    table = facts("어촌은 5일 문을 열었다.", "어촌은 지난달 3일 허가를 받았다.", "이날 배가 왔다.")
    assert table["resolved_from"].iloc[-1] == "2026-01-05"
    assert table["note"].iloc[-1] == "앞에 나온 2026-01-05 기준"


def test_this_day_stays_open_when_no_day_was_named():
    table = facts("이날 배가 왔다.")
    assert table["resolved_from"].isna().all()


ACTORS = [
    ("한빛수산은 2016년 약 100억 엔을 모아 14개 마을에 썼고, 푸른조합 역시 2017년 1억 달러를 냈다.",
     ["한빛수산", "한빛수산", "한빛수산", "푸른조합", "푸른조합"]),
    ("2017년 출범한 1000억 달러 규모의 바다기금은 배를 지었다.", ["바다기금", "바다기금"]),
    ("그물값 18% 뛸 때 어획량은 2% 감소했다", ["그물값", "어획량"]),
    ("지난가을 사들인 그물 7벌이 한꺼번에 들어온 영향이 컸다.", ["그물", "그물"]),
    ("섬은 단순한 관광지가 아니라 십여 년 전부터 꿈꾼 마을이다.", ["섬"]),
    ("값이 내린 생선은 9.4%(190개)였다.", ["생선", "생선"]),
    ("고등어(15kg)는 20% 올랐다.", ["고등어", "고등어"]),
    ("조합장은 “작년에 배 3척을 잃었다”고 말했다.", ["조합장", "조합장"]),
    ("조합장은 “조업 목적이 작년에는 70%였다”고 말했다.", ["조업 목적", "조업 목적"]),
    ("연구원은 “지원을 두 배로 올린 옆 군의 정착률은 31%다”라고 말했다.", ["옆 군", "옆 군의 정착률"]),
    ("찬성이 52%로 반대(41%)보다 많았다.", ["찬성", "반대"]),
    ("어부들은 “배를 고치는 데 900억원이면 된다”고 했다.", [None]),
    ("조합장은 “정부가 늦었다”며 3억 원을 요구했다.", ["조합장"]),
    ("이날 개막에 앞서 악단이 머문 숙소 앞에 팬들이 모였다.", ["팬들"]),
    ("오는 4일 하늘시에서 새 기술이 담긴 배 ‘마루’가 항해를 시작한다.", ["배 ‘마루’"]),
    ("복원은 전날 조사단이 찾은 돌을 2m 아래로 옮기는 식이었다.", ["조사단", "복원"]),
    ("2일 조선업계에 따르면 새 배가 떠났다.", ["조선업계"]),
    ("어부 500명 중 선장이 30%를 차지한다.", ["어부", "선장"]),
    ("배 10척 중 1척은 낡았다.", ["배", "배"]),
    ("한빛호는 마루호의 320km에 크게 못 미쳤다.", ["마루호"]),
    ("같은 게 3개가 있고 늦은 부분이 20%다.", [None, None]),
    ("조합은 배 2척을 사는 등 사업을 3년 만에 넓혔다.", ["조합", "조합"]),
    ("섬과는 100m가량 거리가 있다.", [None]),
    ("비가 오면 2배로 붐빈다.", [None]),
    ("2배로 붐빈다.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actors"), ACTORS)
def test_actors_are_the_subject_or_topic_of_the_clause(text, actors):
    assert [None if pd.isna(actor) else actor for actor in facts(text)["actor"]] == actors


def test_a_sentence_without_subject_goes_on_about_whom_the_one_before_told_of():
    table = facts("한빛수산은 섬에 공장을 지었다.", "앞서 작년 2월에는 배를 샀다.", "“늦었다”고 2일 밝혔다.")
    assert list(table["actor"]) == ["한빛수산", "한빛수산"]
    assert table["note"].str.contains("앞 문장").all()


def test_a_subject_holds_only_in_its_own_sentence_of_a_quotation():
    assert list(facts("선장은 “그물은 좋아졌다. 아직 50%를 썼다”라고 말했다.")["actor"]) == ["선장"]
    assert facts("선장은 “그물은 좋아졌다. 아직 50% 정도다”라고 말했다.")["actor"].isna().all()


def test_notes_say_what_is_approximate_and_what_is_unclear():
    notes = facts("배는 약 10여 척, 20대 어부는 최소 3명, 값은 3억 페소다.").set_index("text")["note"]
    assert notes["약 10여 척"] == "약 · 여"
    assert notes["20대"] == "나이대일 수도 있음"
    assert notes["최소 3명"] == "최소"
    assert notes["3억 페소"] == "어느 나라 화폐인지 적지 않음"


def test_facts_keep_raw_spans_in_decomposed_and_odd_text():
    texts = [unicodedata.normalize("NFD", "한빛수산은 2016년 약\u00a0100억 엔을 냈다."), "배\u200b는 3척\u200b이다."]
    table, raw = facts(*texts), " ".join(texts)
    assert [raw[row.start : row.end] for row in table.itertuples()] == list(table["text"])
    assert list(table["value"].dropna()) == [1e10, 3]


def test_facts_of_several_articles_keep_their_own_days():
    both = pd.concat([sentence_table("내년에 연다.", article=name) for name in "ba"], ignore_index=True)
    before = both.copy(deep=True)
    table = find_facts(both, published_at={"a": "2020-05-01", "b": None})
    assert list(table["article_id"]) == ["a", "b"]
    assert table["resolved_from"].iloc[0] == "2021-01-01" and pd.isna(table["resolved_from"].iloc[1])
    pd.testing.assert_frame_equal(both, before)


def test_facts_take_tokens_that_were_read_before():
    from helpers.tokenizing import tokenize

    table = sentence_table("한빛수산은 2016년 배를 샀다.")
    tokens = tokenize(table, analyzer="kiwi")
    known = {"a": PUBLISHED}
    assert find_facts(table, published_at=known, tokens=tokens).equals(find_facts(table, published_at=known))


def test_facts_of_no_sentences_are_an_empty_table():
    assert tables.FACTS.check(find_facts(tables.SENTENCES.empty(), published_at={})).empty


@pytest.mark.parametrize("published", ["gestern", "", "0001-01-01", "9999-12-31", "2026-13-40"])
def test_a_day_of_publication_that_is_none_leaves_relative_dates_open(published):
    assert facts("내년 3월, 10년 전, 지난주", published=published)["resolved_from"].isna().all()


PIECES = ["3", "2,000", "1.5", "만", "억", "조", "십", "수", "약 ", "여", " ", "원", "달러", "명", "년", "월", "일", "전", "~", "내년",
          "지난", "오는 ", "대", "%", "분의", "시간", "2016년", "9999", "99", "세기", "이날", "(", ")", ".", "한 ", "주"]  # fmt: skip


@examples(400)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text):
    clock = Clock(date(2026, 1, 7))
    dates = find_dates(text, clock)
    found = sorted([*dates, *find_quantities(text, dates)], key=lambda f: f.start)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(text[f.start : f.end] == text[f.start : f.end].strip() != "" for f in found)
    assert all(f.days is None or f.days[0] <= f.days[1] for f in found)


@pytest.mark.long
@pytest.mark.parametrize("unit", ["1", "1,", "1만", "지난 ", "만", "수", "약 ", "2016년 ", "3~", "가", "1월 "])
def test_searching_stays_linear_on_a_long_sentence(unit):
    def search(text):
        return lambda: find_quantities(text, find_dates(text, Clock(None)))

    assert_proportional(lambda size: search(unit * (size // len(unit))), 2_000)


@pytest.mark.long
@pytest.mark.parametrize("unit", ["한빛수산 12,300원 4.5% 38,000주 ", "1일 ", "₩1", "가(1) ", "3-2 이겼다 "])
def test_a_table_that_lost_its_line_breaks_is_read_in_a_second_or_two(unit):
    table = sentence_table(unit * (5_000 // len(unit)))
    tokens = tokenize(table, analyzer="kiwi")
    assert_within(3, lambda: find_facts(table, published_at={"a": PUBLISHED}, tokens=tokens))


@pytest.mark.parametrize(
    ("published", "day"),
    [("2025-03-13T22:30:00Z", "2025-03-14"), ("2025-03-13T22:30:00+09:00", "2025-03-13"), ("2025-03-13", "2025-03-13")],
)
def test_today_is_the_day_in_korea(published, day):
    assert list(facts("오늘 배가 떴다.", published=published)["resolved_from"]) == [day]


@pytest.mark.parametrize(
    ("texts", "days"),
    [
        (["배는 2019년에 떴다.", "이듬해 3월 멈췄다.", "그해 5월 팔렸다."], ["2019-01-01", "2020-03-01", "2020-05-01"]),
        (["배는 2014년 4월 16일 떴다.", "같은 달 20일 멈췄다."], ["2014-04-16", "2014-04-20"]),
        (["장은 2019년 5월부터 8월까지 선다."], ["2019-05-01"]),
        (["장은 2019년 11월부터 2월까지 선다."], ["2019-11-01"]),
    ],
)
def test_what_leans_on_a_year_named_in_the_text_needs_no_day_of_publication(texts, days):
    table = facts(*texts, published=None)
    assert list(table["resolved_from"]) == days
    assert set(table["resolved_by"]) == {"text"}


def test_rows_say_on_what_they_rest_and_how_sure_they_are():
    table = facts("내년 3월 배 3척이 뜬다.", "5일 20대 트럭이 왔다.", "2019년 이후 멈췄다.", "최근 한 번 떴다.")
    rows = table.set_index("text")[["resolved_by", "certainty", "checkable", "corrected"]]
    assert list(rows.loc["내년 3월"]) == ["publication", "stated", True, False]
    assert list(rows.loc["5일"]) == ["publication", "inferred", True, False]
    assert list(rows.loc["20대"].iloc[1:]) == ["guessed", True, False]
    assert list(rows.loc["2019년"]) == ["text", "stated", True, False]
    assert not rows.loc[["최근", "한 번"], "checkable"].any()
    assert table.set_index("text").loc["2019년", "bound"] == ["이후"]


def test_a_missing_value_is_missing_and_not_zero():
    table = facts("수십 명이 최근 왔다.")
    assert np.isnan(table["value"]).all() and len(table) == 2


# text; for each fact its words, kind, value, first day, actor ("*": not judged)
NEWS = [
    (
        "같은 날 시의회는 예산 3조 2천억 원을 통과시켰다.",
        [("같은 날", "date", None, None, "*"), ("3조 2천억 원", "amount", 3200000000000.0, None, "시의회")],
    ),
    (
        "한빛전자는 올해 1분기 영업이익이 4천526억원으로 작년 같은 기간보다 12.5% 늘었다고 밝혔다.",
        [
            ("올해 1분기", "period", None, "2026-01-01", "*"),
            ("4천526억원", "amount", 452600000000.0, None, "영업이익"),
            ("작년 같은 기간", "period", None, "2025-01-01", "*"),
            ("12.5%", "count", 12.5, None, "영업이익"),
        ],
    ),
    (
        "지난달 30일 문을 연 미술관에는 사흘 동안 1만2천여 명이 다녀갔다.",
        [
            ("지난달 30일", "date", None, "2025-12-30", "*"),
            ("사흘 동안", "period", 3, None, "*"),
            ("1만2천여 명", "count", 12000, None, "*"),
        ],
    ),
    (
        "지지율은 31%로 한 주 만에 2.3%포인트 떨어졌다.",
        [
            ("31%", "count", 31, None, "지지율"),
            ("한 주 만에", "period", 1, None, "*"),
            ("2.3%포인트", "count", 2.3, None, "지지율"),
        ],
    ),
    (
        "법원은 이 씨에게 징역 3년 6개월과 벌금 2억 원을 선고했다.",
        [("3년 6개월", "period", 42, None, "법원"), ("2억 원", "amount", 200000000.0, None, "법원")],
    ),
    ("낮 최고기온은 24∼29도로 예상된다.", [("24∼29도", "count", 24, None, "최고기온")]),
    ("강원 산지에는 시간당 30~50㎜의 비가 쏟아졌다.", [("30~50㎜", "count", 30, None, "*")]),
    (
        "손보라는 90분을 뛰며 두 골을 넣었다.",
        [("90분", "period", 90, None, "손보라"), ("두 골", "count", 2, None, "손보라")],
    ),
    (
        "이 영화는 개봉 열흘 만에 관객 500만 명을 넘어섰다.",
        [("열흘 만에", "period", 10, None, "이 영화"), ("500만 명", "count", 5000000.0, None, "이 영화")],
    ),
    (
        "작년 말 기준 가계 빚은 약 1천900조원에 이른다.",
        [
            ("작년 말", "period", None, "2025-10-01", "*"),
            ("약 1천900조원", "amount", 1900000000000000.0, None, "가계 빚"),
        ],
    ),
    (
        "상반기에만 전세 사기 피해자가 3,200여 명 늘었다.",
        [("상반기", "period", None, "2026-01-01", "*"), ("3,200여 명", "count", 3200, None, "전세 사기 피해자")],
    ),
    ("신약을 쓴 환자군의 생존율은 대조군보다 1.8배 높았다.", [("1.8배", "count", 1.8, None, "환자군의 생존율")]),
    (
        "구단은 지난 시즌 관중 수입이 45억여 원에 그쳤다.",
        [("지난 시즌", "period", None, None, "*"), ("45억여 원", "amount", 4500000000.0, None, "*")],
    ),
    (
        "정부는 내년부터 5년간 20조 원을 투입한다.",
        [
            ("내년", "date", None, "2027-01-01", "*"),
            ("5년간", "period", 5, None, "*"),
            ("20조 원", "amount", 20000000000000.0, None, "정부"),
        ],
    ),
    (
        "2019년 11월 3일부터 7일까지 열린 축제에는 하루 평균 2만 명이 찾았다.",
        [
            ("2019년 11월 3일부터 7일까지", "period", None, "2019-11-03", "*"),
            ("평균 2만 명", "count", 20000.0, None, "*"),
        ],
    ),
    (
        "투표율은 67.4%로 지난번보다 5.1%p 올랐다.",
        [("67.4%", "count", 67.4, None, "투표율"), ("5.1%p", "count", 5.1, None, "투표율")],
    ),
    (
        "경찰은 3일 오후 8시쯤 용의자 세 명을 붙잡았다.",
        [("3일 오후 8시", "date", None, "2026-01-03", "*"), ("세 명", "count", 3, None, "경찰")],
    ),
    ("회사는 주당 1,500원을 배당하기로 했다.", [("1,500원", "amount", 1500, None, "회사")]),
    (
        "이 병원은 병상 800여 개와 의사 120명을 두고 있다.",
        [("800여 개", "count", 800, None, "이 병원"), ("120명", "count", 120, None, "이 병원")],
    ),
    (
        "사고 현장에는 소방차 17대와 인력 60여 명이 출동했다.",
        [("17대", "count", 17, None, "*"), ("60여 명", "count", 60, None, "*")],
    ),
    ("환율은 달러당 1,380원 안팎에서 움직였다.", [("1,380원 안팎", "amount", 1380, None, "환율")]),
    (
        "오는 15일 개막하는 대회에는 32개국이 참가한다.",
        [("오는 15일", "date", None, "2026-01-15", "*"), ("32개국", "count", 32, None, "*")],
    ),
    ("청년 10명 중 4명은 집을 포기했다고 답했다.", [("10명", "count", 10, None, "*"), ("4명", "count", 4, None, "*")]),
    ("조합원 3분의 2가 찬성했다.", [("3분의 2", "count", 0.6666666666666666, None, "*")]),
    ("그는 1987년 6월 명동에서 사진을 찍었다.", [("1987년 6월", "date", None, "1987-06-01", "그")]),
    (
        "2000년대 초반 지은 다리는 30년도 안 돼 헐린다.",
        [("2000년대 초반", "period", None, "2000-01-01", "*"), ("30년", "period", 30, None, "*")],
    ),
    (
        "어제 코스피는 15.2포인트 내린 2,650으로 마감했다.",
        [
            ("어제", "date", None, "2026-01-06", "코스피"),
            ("15.2포인트", "count", 15.2, None, "코스피"),
            ("2,650", "count", 2650, None, "코스피"),
        ],
    ),
    (
        "물가는 석 달 연속 2%대를 기록했다.",
        [("석 달 연속", "period", 3, None, "물가"), ("2%대", "count", 2, None, "물가")],
    ),
    (
        "시는 지난해 12월 조례를 고쳐 지원금을 30만 원에서 50만 원으로 올렸다.",
        [
            ("지난해 12월", "date", None, "2025-12-01", "시"),
            ("30만 원", "amount", 300000.0, None, "시"),
            ("50만 원", "amount", 500000.0, None, "시"),
        ],
    ),
    ("수출은 580억 달러로 역대 최대였다.", [("580억 달러", "amount", 58000000000.0, None, "수출")]),
    (
        "다음 달 초 발표되는 새 요금제는 한 달 4만9천원이다.",
        [
            ("다음 달 초", "period", None, "2026-02-01", "*"),
            ("한 달", "period", 1, None, "*"),
            ("4만9천원", "amount", 49000, None, "새 요금제"),
        ],
    ),
    ("선수단 48명은 이날 오전 출국했다.", [("48명", "count", 48, None, "*"), ("이날 오전", "date", None, None, "*")]),
    (
        "매출은 2조 1000억 원, 영업이익은 1800억 원이다.",
        [
            ("2조 1000억 원", "amount", 2100000000000.0, None, "매출"),
            ("1800억 원", "amount", 180000000000.0, None, "영업이익"),
        ],
    ),
    (
        "접종률이 80%를 넘자 확진자가 절반으로 줄었다.",
        [("80%", "count", 80, None, "접종률"), ("절반", "count", 0.5, None, "확진자")],
    ),
    (
        "그 책은 초판 3천 부가 일주일 만에 다 팔렸다.",
        [("3천 부", "count", 3000, None, "*"), ("일주일 만에", "period", 7, None, "*")],
    ),
    (
        "노조는 기본급 7.3% 인상과 격려금 500만원을 요구했다.",
        [("7.3%", "count", 7.3, None, "노조"), ("500만원", "amount", 5000000.0, None, "노조")],
    ),
    (
        "폭염특보는 전국 183개 구역 가운데 150여 곳에 내려졌다.",
        [("183개", "count", 183, None, "폭염특보"), ("150여 곳", "count", 150, None, "폭염특보")],
    ),
    (
        "지난 10년 사이 꿀벌은 절반 넘게 사라졌다.",
        [("지난 10년 사이", "period", 10, "2016-01-07", "*"), ("절반 넘게", "count", 0.5, None, "꿀벌")],
    ),
    ("협회는 1월 둘째 주에 결과를 낸다.", [("1월 둘째 주", "period", None, "2026-01-05", "*")]),
    ("결승전은 8일 오후 7시 30분에 열린다.", [("8일 오후 7시 30분", "date", None, "2026-01-08", "결승전")]),
    (
        "이 지역 아파트값은 2021년 10월 정점을 찍은 뒤 18.4% 내렸다.",
        [("2021년 10월", "date", None, "2021-10-01", "*"), ("18.4%", "count", 18.4, None, "이 지역 아파트값")],
    ),
    (
        "새봄유통은 지난해 매출 1조 3천억 원, 순이익 420억 원을 올렸다.",
        [
            ("지난해", "date", None, "2025-01-01", "새봄유통"),
            ("1조 3천억 원", "amount", 1300000000000.0, None, "새봄유통"),
            ("420억 원", "amount", 42000000000.0, None, "새봄유통"),
        ],
    ),
    (
        "올해 들어 전기차 보조금을 신청한 사람은 8만여 명이다.",
        [("올해", "date", None, "2026-01-01", "*"), ("8만여 명", "count", 80000, None, "사람")],
    ),
    (
        "대법원은 12일 전원합의체를 열고 사건 두 건을 심리한다.",
        [("12일", "date", None, "2026-01-12", "대법원"), ("두 건", "count", 2, None, "대법원")],
    ),
    (
        "여당 지지율이 4%포인트 오른 반면 야당은 2%포인트 내렸다.",
        [("4%포인트", "count", 4, None, "여당 지지율"), ("2%포인트", "count", 2, None, "야당")],
    ),
    (
        "감염자는 2주 만에 두 배로 늘었고, 사망자도 40명을 넘겼다.",
        [
            ("2주 만에", "period", 2, None, "*"),
            ("두 배", "count", 2, None, "감염자"),
            ("40명", "count", 40, None, "사망자"),
        ],
    ),
    ("병원비 가운데 환자가 내는 돈은 평균 35만∼40만 원이다.", [("평균 35만∼40만 원", "amount", 350000, None, "돈")]),
    (
        "전시는 1월 20일부터 3월 말까지 이어진다.",
        [("1월 20일부터 3월 말까지", "period", None, "2026-01-20", "전시")],
    ),
    (
        "축구협회는 새 감독에게 연봉 20억 원 안팎을 제시한 것으로 알려졌다.",
        [("20억 원 안팎", "amount", 2000000000.0, None, "축구협회")],
    ),
    (
        "금리는 연 3.25%에서 3.0%로 낮아졌다.",
        [("3.25%", "count", 3.25, None, "금리"), ("3.0%", "count", 3.0, None, "금리")],
    ),
    (
        "교육청은 학교 40곳의 급식비를 한 끼 5천200원으로 올린다.",
        [
            ("40곳", "count", 40, None, "*"),
            ("한 끼", "count", 1, None, "*"),
            ("5천200원", "amount", 5200, None, "교육청"),
        ],
    ),
    (
        "서울 아파트 거래량은 작년 4분기 1만5천건에서 9천건으로 줄었다.",
        [
            ("작년 4분기", "period", None, "2025-10-01", "서울 아파트 거래량"),
            ("1만5천건", "count", 15000, None, "서울 아파트 거래량"),
            ("9천건", "count", 9000, None, "서울 아파트 거래량"),
        ],
    ),
    (
        "그가 1998년 펴낸 시집은 27년이 지난 지금도 한 해 1만 권씩 팔린다.",
        [
            ("1998년", "date", None, "1998-01-01", "그"),
            ("27년", "period", 27, None, "*"),
            ("한 해", "period", 1, None, "*"),
            ("1만 권", "count", 10000, None, "시집"),
        ],
    ),
    (
        "산불은 축구장 1,200개 넓이의 숲을 태우고 이틀 만에 꺼졌다.",
        [("1,200개", "count", 1200, None, "산불"), ("이틀 만에", "period", 2, None, "산불")],
    ),
    (
        "유럽연합은 2035년까지 배출량을 절반으로 줄인다.",
        [("2035년", "date", None, "2035-01-01", "유럽연합"), ("절반", "count", 0.5, None, "유럽연합")],
    ),
    (
        "이 회사 주가는 전날보다 1만2,000원(4.8%) 오른 26만1,500원에 거래를 마쳤다.",
        [
            ("전날", "date", None, "2026-01-06", "*"),
            ("1만2,000원", "amount", 12000, None, "이 회사 주가"),
            ("4.8%", "count", 4.8, None, "이 회사 주가"),
            ("26만1,500원", "amount", 261500, None, "이 회사 주가"),
        ],
    ),
    (
        "경기 침체로 지난해 폐업한 식당은 모두 9만 곳에 이른다.",
        [("지난해", "date", None, "2025-01-01", "*"), ("9만 곳", "count", 90000, None, "식당")],
    ),
    (
        "검찰은 뇌물 1억5천만 원을 받은 혐의로 전직 군수를 재판에 넘겼다.",
        [("1억5천만 원", "amount", 150000000.0, None, "전직 군수")],
    ),
    (
        "선거인 4천430만 명 중 2천980만 명이 투표했다.",
        [("4천430만 명", "count", 44300000.0, None, "*"), ("2천980만 명", "count", 29800000.0, None, "*")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_facts_of_many_kinds_of_news_are_those_that_a_careful_reader_writes_down(text, expected):
    """Politics, courts, sports, health, weather, culture, companies; written with what to find before it was run."""
    columns = ["text", "kind", "value", "resolved_from", "actor"]
    rows = facts(text)[columns].itertuples(index=False)
    found = [tuple(None if pd.isna(value) else value for value in row) for row in rows]
    assert [row[:2] for row in found] == [row[:2] for row in expected]
    for seen, wanted in zip(found, expected, strict=True):
        assert seen[2] == (pytest.approx(wanted[2]) if wanted[2] else None)
        assert seen[3] == wanted[3]
        assert wanted[4] in ("*", seen[4])


def test_facts_are_the_same_whether_tokens_are_given_or_read_here():
    texts = sentence_table(*(text for text, _ in NEWS[:8]))
    given = find_facts(texts, published_at={"a": PUBLISHED}, tokens=tokenize(texts, analyzer="kiwi"))
    pd.testing.assert_frame_equal(given, find_facts(texts, published_at={"a": PUBLISHED}))


def test_tokens_without_kiwis_reading_are_not_relied_on():
    texts = sentence_table("정부는 2조 원을 쓴다.")
    other = tokenize(texts, analyzer="kiwi").assign(analyzer="okt")
    assert list(find_facts(texts, published_at={"a": PUBLISHED}, tokens=other)["actor"]) == ["정부"]


def test_what_a_fact_lacks_says_whether_a_day_of_publication_would_help():
    table = facts(
        "지난해 배를 샀다.", "최근 몇 년간 값이 올랐다.", "수십 명이 왔다.", "올 시즌은 길다.", published=None
    )
    lacks = dict(zip(table["text"], table["lacks"], strict=True))
    assert lacks["지난해"] == "publication" and set(list(lacks.values())[1:3]) == {"vague"}
    assert list(table["lacks"])[-1] == "text"
    assert facts("한빛수산은 2016년 배 3척을 샀다.")["lacks"].isna().all()


def test_ages_and_private_guesses_are_not_checkable():
    table = facts("30대 남성과 14살 딸이 왔다.", "그물 두세 개를 샀다.", "차량 30대를 샀다.")
    assert list(table["checkable"]) == [False, False, False, True]


@pytest.mark.parametrize(
    ("text", "checkable"),
    [("30대 남 두 사람이 왔다.", False), ("배 30대 남해로 떠났다.", True), ("마을 20대 청년이 왔다.", False)],
)
def test_an_age_is_told_from_so_many_vehicles_by_who_follows(text, checkable):
    assert facts(text)["checkable"].iloc[0] == checkable


def test_yesterday_today_and_tomorrow_in_a_row_are_always():
    assert facts("그는 어제도, 오늘도, 내일도 어부다.").empty


def test_this_day_is_none_that_stands_in_brackets_or_in_somebodys_words():
    table = facts("조합은 3일 총회를 열었다.", "조합장은 “대회(5일 개막)에 나간다”고 말했다.", "조합은 이날 표결했다.")
    assert list(table["resolved_from"])[-1] == "2026-01-03"
    undated = facts("조합은 3일 총회를 열었다.", "조합은 이날 표결했다.", published=None)
    assert list(undated["lacks"]) == ["publication", "publication"]


def test_several_share_out_their_numbers_with_each():
    assert list(facts("개인과 기관이 각각 6억원, 3억원을 팔았다.")["actor"]) == ["개인", "기관"]


@pytest.mark.parametrize(
    ("text", "gives"),
    [
        ("한빛호는 경주에서 2위를 했다.", ["order"]),
        ("마을은 조례 제12조를 고쳤다.", ["order"]),
        ("박하늘(44) 선장이 배를 몰았다.", ["age"]),
        ("최근 20~30대 사이에서 낚시가 늘었다.", ["age_group"]),
        ("30대 남성이 배를 탔다.", ["age_group"]),
        ("항구에 버스 30대가 늘어섰다.", [None]),
        ("배 두 척이 떴다.", [None]),
    ],
)
def test_a_number_that_counts_nothing_says_what_it_gives(text, gives):
    found = facts(text)
    counts = found[found["kind"] == "count"]
    assert [None if pd.isna(value) else value for value in counts["gives"]] == gives


def test_a_date_that_only_counts_from_the_publication_is_checkable_where_that_is_known() -> None:
    text = "다리는 1년 전 놓였고 마을에는 5명이 산다."
    known, unknown = facts(text), facts(text, published=None)
    assert known["checkable"].tolist() == [True, True]
    assert unknown["checkable"].tolist() == [False, True]
    assert unknown["lacks"].fillna("").tolist() == ["publication", ""]
