"""Figures in forms that share their shape with something else: points and pages, years and numbers, series and counts."""

import pytest

from made.facts import days, read


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("은어지수는 전날보다 12.4p 오른 980.2로 마감했다.", "12.4p", 12.4, "포인트"),
        ("은어지수는 30P 급락했다.", "30P", 30, "포인트"),
        ("새우 선물은 8pt 내린 채 마감했다.", "8pt", 8, "포인트"),
        ("은어지수는 4.5pts가량 낮다.", "4.5pts가량", 4.5, "포인트"),
        ("은어지수는 0.5%p 뛴 뒤 1,204.7p로 올랐다.", "1,204.7p", 1204.7, "포인트"),
        ("시집은 120p 분량이다.", "120p", 120, "쪽"),
        ("섬 이야기를 담은 책은 64p다.", "64p", 64, "쪽"),
        ("안내문은 20p 남짓이다.", "20p 남짓", 20, "p"),
    ],
)
def test_p_is_points_of_an_index_or_pages_and_says_so_where_it_is_neither(text, words, value, unit):
    row = read(text).loc[words]
    assert (row["value"], row["unit"]) == (value, unit)
    assert (row["certainty"] == "guessed") == (unit == "p")


@pytest.mark.parametrize(
    "text", ["배는 30ps 기관을 달았다.", "물은 12ppm 짜다.", "이자는 0.5%p 올랐다.", "P2P로 빌렸다."]
)
def test_longer_units_and_names_are_no_points(text):
    assert not (read(text)["unit"] == "포인트").any()


@pytest.mark.parametrize(
    ("text", "year", "actor"),
    [
        ("‘푸른 나루’(1998)를 그린 작가다.", "1998", "‘푸른 나루’"),
        ("영화 《느린 배》(2011)가 다시 걸렸다.", "2011", "《느린 배》"),
        ("‘빈 그물’(2004·나루출판)을 냈다.", "2004", "‘빈 그물’"),
        ("시집 ‘물결’(나루, 2009)이 다시 나왔다.", "2009", "‘물결’"),
        ("〈등대〉(1987)부터 〈섬〉(2019)까지 그렸다.", "2019", "〈섬〉"),
        ("소설가 한아름(1951)의 섬이다.", "1951", "소설가 한아름"),
    ],
)
def test_a_year_in_brackets_is_when_a_work_came_out(text, year, actor):
    row = read(text).loc[year]
    assert days(row) == (f"{year}-01-01", f"{year}-12-31")
    assert (row["actor"], row["certainty"]) == (actor, "inferred")


@pytest.mark.parametrize(
    "text", ["새우(005930)가 올랐다.", "한아름(42)은 섬에 산다.", "정원 (1200)이다.", "배(3100)가 떴다."]
)
def test_other_numbers_in_brackets_are_no_years(text):
    assert "date" not in set(read(text)["kind"])


@pytest.mark.parametrize(
    "text",
    [
        "7회 전국뱃노래대회가 열린다.", "12회 물결 바다 영화제에 갔다.", "기호 3번 후보가 앞섰다.", "비례대표 5번으로 나섰다.",
        "국번 없이 1588번으로 전화하면 된다.", "마을회관 101호에 모였다.", "30번 버스를 탔다.", "섬 20대 한아름씨가 왔다.",
        "저녁 50대 남성이 배를 탔다.", "236-2호에 산다.",
    ],
)  # fmt: skip
def test_what_only_says_which_one_or_how_old_is_not_checkable(text):
    table = read(text)
    assert len(table) == 1
    assert not table["checkable"].any()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("어민은 대회를 7회 열었다.", "7회"), ("섬에는 집 3만2천호가 있다.", "3만2천호"), ("배를 30번 띄웠다.", "30번"),
        ("조합은 배 30대를 샀다.", "30대"), ("축제를 12회 열었다.", "12회"),
    ],
)  # fmt: skip
def test_what_counts_is_checkable(text, words):
    assert read(text).loc[words, "checkable"]


@pytest.mark.parametrize(
    "text",
    [
        "한 번에 배가 모두 떴다.", "다시 한 번 섬을 찾았다.", "선장은 한 번 더 물었다.", "또 한 번 배를 잃었다.",
        "여러 어민이 여러 번 물었다.", "여러 나라와 맺은 약속이다.", "1심은 배를 돌려주라고 했다.", "2심도 같은 뜻이었다.",
        "한번쯤 가 볼 섬이다.", "나루지법의 1심 판결이다.",
    ],
)  # fmt: skip
def test_adverbs_several_and_courts_are_no_numbers(text):
    assert read(text).empty


def test_a_court_of_one_instance_is_whom_a_figure_is_about():
    assert read("1심은 벌금 30만원을 물렸다.").loc["30만원", "actor"] == "1심"


@pytest.mark.parametrize("text", ["2인 1조로 일한다.", "4인 가족 밥값이 올랐다."])
def test_so_many_in_a_kind_of_thing_are_no_count_of_persons(text):
    found = read(text)
    assert len(found) == 1
    assert not found["checkable"].any()


@pytest.mark.parametrize(
    ("text", "checkable"),
    [
        ("그는 15세 이하 남자부에서 이겼다.", [False]),
        ("그는 18세 이하 대표팀에 뽑혔다.", [False]),
        ("15세 이하 어린이는 표값이 없다.", [True]),
        ("두 마을이 한 팀을 이뤄 겨뤘다.", []),
        ("두 팀이 겨뤘다.", [True]),
    ],
)
def test_the_name_of_a_class_by_age_and_a_team_are_no_counts(text, checkable):
    found = read(text)
    assert list(found[found["unit"] != "마을"]["checkable"]) == checkable


@pytest.mark.parametrize("text", ["1인 방송이 늘었다.", "등대지기 등 1인 일터가 많다.", "1인 외식이 늘었다."])
def test_one_person_before_a_noun_says_of_what_kind_it_is(text):
    assert read(text).empty


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1인이 배를 몰았다.", "1인"),
        ("선원 1인 실종, 수색 이어져", "1인"),
        ("1인 이상이 배를 탔다.", "1인 이상"),
        ("뽑힌 이는 1인 외에 없다.", "1인"),
    ],
)
def test_one_person_that_is_counted_stays_a_number(text, words):
    row = read(text).loc[words]
    assert (row["value"], row["unit"]) == (1, "인")


def test_a_quantity_in_latin_capitals_is_no_version():
    table = read("나루 투수는 WHIP 1.48을 남겼다.", "가게는 노래 GPT 4.5를 틀었다.")
    assert table.index.tolist() == ["1.48"]


def test_what_costs_so_much_without_a_currency_is_a_sum_and_so_many_people_are_none():
    table = read("해마다 330억 넘는 비용이 든다.", "3억 넘는 사람이 산다.")
    assert table.loc["330억", ["kind", "unit", "bound"]].tolist() == ["amount", "KRW", ["넘게"]]
    assert table.loc["3억", "kind"] == "count"


def test_what_exceeds_a_number_has_it_as_its_bound():
    assert read("배가 5분을 초과해 늦으면 돈을 낸다.").loc["5분", "bound"] == ["초과"]
