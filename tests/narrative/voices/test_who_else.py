"""Who else may speak: several who share a verb, some, works of history, the deceased, the only firm with a name."""

from __future__ import annotations

from made.voices import said


def test_several_who_share_a_verb_have_words_each() -> None:
    found = said("찬성 측은 일자리가 늘어난다고, 반대 측은 숲이 준다고 주장한다.")
    assert [(person, text) for *_, person, text in found] == [("찬성", "일자리가 늘어난다"), ("반대", "숲이 준다")]
    assert len(said("시는 길이 좁다고, 값도 비싸다고 했다.")) == 1


def test_whoever_opens_a_sentence_tells_what_another_did() -> None:
    found = said("박 의원은 마이크를 잡고 시가 예산을 쌓아 두고도 요금을 올렸다고 비판했다.")
    assert found == [("paraphrase", "named", "박 의원", "시가 예산을 쌓아 두고도 요금을 올렸다")]


def test_a_verb_of_holding_that_an_analyzer_takes_for_an_auxiliary_gives_words() -> None:
    found = said("1심은 이씨가 반성하지 않는다고 봤으나, 항소심은 달리 판단했다.")
    assert found == [("paraphrase", "named", "1심", "이씨가 반성하지 않는다")]
    assert said("먹어 봤으나 맛은 달랐다.") == []


def test_a_work_of_history_records() -> None:
    assert said("나루실록에도 가뭄이 이어졌다고 기록하고 있다.") == [
        ("paraphrase", "named", "나루실록", "가뭄이 이어졌다")
    ]
    assert said("수첩에 날짜를 기록하고 있다.") == []


def test_a_circle_gives_a_paper() -> None:
    found = said("일부 의학계에서는 잠이 준다는 논문도 내놓고 있다.")
    assert found == [("paraphrase", "unnamed", "일부 의학계", "잠이 준다")]
    assert said("그는 잠이 준다는 논문을 읽었다.") == []


def test_some_speak_and_a_part_does_not() -> None:
    assert said("일부는 값이 비싸다고 지적했다.")[0][:3] == ("paraphrase", "unnamed", "일부")
    assert said("담장 일부는 무너졌다고 시는 밝혔다.")[0][2] == "시"


def test_comments_in_single_marks_are_speech() -> None:
    found = said("누리꾼들은 ‘연기가 좋다’, ‘그래도 볼만하다’ 등의 반응을 보였다.")
    assert [(use, person) for use, _, person, _ in found] == [("speech", "누리꾼들")] * 2
    assert said("가게는 ‘원조’, ‘진짜’ 등의 간판을 걸었다.") == []


def test_the_deceased_is_he_of_whose_death_is_told() -> None:
    found = said("화가 신태경이 10일 별세했다.", "고인은 “붓은 놓지 않는다”고 말했다.")
    assert found == [("speech", "named", "화가 신태경", "붓은 놓지 않는다")]
    assert said("고인은 “붓은 놓지 않는다”고 말했다.")[0][1] == "unnamed"


def test_who_speaks_with_a_named_person_is_named() -> None:
    assert said("박하늘 대표와 활동가들은 “가자”고 했다.")[0][1] == "named"
    assert said("주민과 활동가들은 “가자”고 했다.")[0][1] == "unnamed"
    assert said("시민단체 ‘맑은물’은 “졸속”이라며 반대했다.")[0][1] == "named"
    two = "배가 는다는 연구가 나왔다고 전문 매체 ‘나루 익스프레스’와 ‘하늘소식’이 최근 보도했다."
    assert said(two)[0][1] == "named"


def test_the_firm_is_the_only_one_with_a_name() -> None:
    found = said("새벽전자는 값을 내렸다고 밝혔다.", "회사 측은 “내년에 판다”고 했다.")
    assert [person for *_, person, _ in found] == ["새벽전자"] * 2
    assert said("공장이 멈췄다.", "회사 측은 “내년에 판다”고 했다.")[0][1] == "unnamed"


def test_a_product_in_marks_is_no_firm() -> None:
    assert said("비서 ‘모아’는 목소리를 흉내 낸다.", "회사 측은 “내년에 판다”고 했다.")[0][2] == "회사"


def test_what_one_writes_are_words_where_it_is_told_as_a_sentence() -> None:
    assert said("저자 홍시온은 강이 시간을 거슬러 흐른다고 썼다.")[0][1:3] == ("named", "저자 홍시온")
    assert said("아이는 벽에 제 이름을 크게 썼다.") == []
