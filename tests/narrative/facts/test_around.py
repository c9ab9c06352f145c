"""Whose a number is where what stands around it is no name: half a word, a verb, a bracket, a list."""

import pytest

from made.facts import read


@pytest.mark.parametrize(
    ("texts", "words", "actor"),
    [
        (("올해 자란 벼는 한 포기 당 이삭수가 18.6개로 늘었다.",), "18.6개", "이삭수"),
        (("나루 창고 1곳과 배 1척, 2층짜리 공장이 불탔다.",), "1곳", "나루 창고"),
        (("나루 창고 1곳과 배 1척, 2층짜리 공장이 불탔다.",), "1척", "배"),
        (("나루 창고 1곳과 배 1척, 2층짜리 공장이 불탔다.",), "2층", "공장"),
        (("기상대는 진도 2∼3의 여진이 22회 났다고 했다.",), "22회", "여진"),
        (("등유 인도분은 어제보다 1.47달러 내린 배럴당 47.05달러로 거래를 마쳤다.",), "47.05달러", "등유 인도분"),
        (("지난달 석유 수입이 감소(-22.6%)함에 따라 값이 올랐다.",), "-22.6%", "석유 수입"),
        (("전기배 수출은 실적이 이미 지난해 전체(37억달러)를 넘었다.",), "37억달러", "실적"),
        (
            ("어시장 가격은 고등어 59%, 갈치 34.4%, 조개 20.8% 등으로 많이 오른 반면 김은 내렸다.",),
            "34.4%",
            "어시장 가격",
        ),
        (("면허를 판 이모 씨와 배를 빌려준 허모 씨에는 각각 징역 5년이 선고됐다.",), "5년", "허모 씨"),
        (("50~83세 성인을 살핀 결과 건강에 효과가 있었다.",), "50~83세", "성인"),
    ],
)
def test_what_is_no_name_is_no_actor(texts, words, actor):
    found = read(*texts)
    assert next(row for text, row in found.iterrows() if text == words)["actor"] == actor


def test_who_speaks_behind_a_label_is_not_told_of_before():
    found = read("알곡은 포대에 담긴다.", '한나루(농민) : "올해 3톤 거뒀으면 좋겠습니다."')
    assert found["actor"].isna().all()


@pytest.mark.parametrize(
    "text", ["350억→3억 쪼그라든 순이익", "섬배(47억→-1억원)도 적자다.", "657조 긴축 예산 심사 시작"]
)
def test_a_sum_without_its_unit_has_that_of_what_it_turns_to_or_is_of(text):
    found = read(text)
    assert set(found["kind"]) == {"amount"} and set(found["unit"]) == {"KRW"}


def test_a_degree_of_shaking_is_a_measure():
    row = read("진도 2∼3의 여진이 났다.").loc["진도 2∼3"]
    assert (row["value"], row["value_to"], row["unit"]) == (2, 3, "진도")


@pytest.mark.parametrize(
    ("text", "words", "value", "bound"),
    [
        ("배값은 3일 150엔대까지 떨어졌다.", "150엔대", 150, ["대", "까지"]),
        ("역도 2관왕 이상연은 웃었다.", "2관왕", 2, []),
        ("배 30척 이상이 왔다.", "30척 이상", 30, ["이상"]),
        ("조합은 금리를 마이너스(-) 0.1%로 뒀다.", "마이너스(-) 0.1%", -0.1, []),
    ],
)
def test_words_around_a_number_are_read_whole(text, words, value, bound):
    row = read(text).loc[words]
    assert (row["value"], row["bound"]) == (value, bound)


def test_what_a_price_is_reckoned_by_is_no_fact_and_a_class_is_nothing_to_look_up():
    assert list(read("배값은 1달러=150엔대 후반까지 내렸다.").index) == ["150엔대"]
    assert not read("오세라는 67㎏급에서 이겼다.").loc["67㎏", "checkable"]


@pytest.mark.parametrize(
    ("text", "words", "actor"),
    [
        ("9일 나루일보, 섬신문 등에 따르면 조합은 배를 샀다.", "9일", "나루일보, 섬신문 등"),
        ("어획량도 작년의 반토막 수준인 81억원에 그쳤다.", "81억원", "어획량"),
        ("14.6%포인트 오르는데, 이는 섬에 이어 두 번째로 폭이 넓다.", "14.6%포인트", None),
    ],
)
def test_whose_a_fact_is_where_more_stands_between(text, words, actor):
    found = read(text).loc[words, "actor"]
    assert (found if isinstance(found, str) else None) == actor


@pytest.mark.parametrize(
    ("text", "gives", "actor"),
    [
        ("공장에 다니는 30대 회계사는 배를 샀다.", "age_group", "회계사"),
        ("배를 산 50대 여사원은 웃었다.", "age_group", "여사원"),
        ("나루 30대 어부가 숨졌다.", "age_group", "어부"),
        ("부두에 30대 트럭이 섰다.", None, "트럭"),
    ],
)
def test_an_age_stands_before_what_somebody_is_by_work(text, gives, actor):
    row = read(text).iloc[0]
    assert (row["gives"] if gives else None, row["actor"]) == (gives, actor)
    assert gives or row["gives"] != "age_group"


def test_so_many_buses_are_counted():
    assert read("조합은 버스 30대를 샀다.").loc["30대", "gives"] != "age_group"


@pytest.mark.parametrize(
    ("texts", "words", "actor"),
    [
        (("나루시의 어획률은 높은데다(2011년 기준 74%) 값도 싸다.",), "74%", "나루시의 어획률"),
        (("어획률(2011년 기준 74%)은 높다.",), "74%", "어획률"),
        (
            ("한나루 조합장은 섬에 갔다.", "닷새 만인 오늘(11일) 돌아오긴 했는데 배는 없었다."),
            "오늘(11일)",
            "한나루 조합장",
        ),
        (("한나루 조합장은 섬에 갔다.", "닷새 만인 오늘(11일) 배는 돌아오긴 했는데 비었다."), "오늘(11일)", "배"),
        (("책은 마크 에이(A). 물결이 1998년 썼다.",), "1998년", "마크 에이(A). 물결"),
        (("김나루 조합장은 어부다.", "그는 배 3척을 샀다."), "3척", "김나루 조합장"),
        (("조합은 크다.", "그는 배 3척을 샀다."), "3척", "그"),
        (("한나루 조합장은 늙었다.", "김하늘은 젊다.", "그는 배 3척을 샀다."), "3척", "그"),
        (("마크 물결 교수는 늙었다.", "물결은 섬에 산다.", "그는 배 3척을 샀다."), "3척", "마크 물결 교수"),
    ],
)
def test_whose_it_is_where_a_verb_an_initial_or_a_pronoun_stands_before(texts, words, actor):
    assert read(*texts).loc[words, "actor"] == actor
